"""Workbooks as officers hand them in."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import xlsxwriter

from thidua.files.cluster_book import ClusterBook, read_cluster_book
from thidua.files.containers import check_table_file
from thidua.files.tables import tables_of

TITLES = (
    "Số cụm",
    "Tên cụm",
    "Năm",
    "Cấp",
    "Mã đơn vị",
    "Tên đơn vị",
    "Tỉnh, thành phố",
    "Thứ tự phát biểu",
    "Chức vụ",
    "Từ ngày",
    "Đến hết ngày",
)
UNIT_TITLES = ("Mã đơn vị", "Tên đơn vị", "Cấp", "Cấp trên", "Từ ngày", "Căn cứ")
Row = Sequence[object]


def workbook(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """A workbook of these sheets; dates are date cells."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value)
                elif value not in ("", None):
                    sheet.write(row, column, value)
    book.close()
    return stream.getvalue()


def book_of(data: bytes, *, name: str = "cum.xlsx") -> ClusterBook:
    """What is read of a file."""
    return read_cluster_book(tables_of(check_table_file(name, data)))


def clusters(*rows: Row, units: Sequence[Row] = ()) -> ClusterBook:
    """A workbook with a sheet of clusters and perhaps one of new units."""
    sheets: dict[str, list[Row]] = {"Cụm": [TITLES, *rows]}
    if units:
        sheets["Đơn vị mới"] = [UNIT_TITLES, *units]
    return book_of(workbook(sheets))
