"""Targets of 3.500 units × 40 indicators out of one workbook, against a bare read of it and a bare `executemany` of the
same rows.

Ours checks every cell, keeps versions, and writes one entry of the ledger with the digest of each row; the peer walks
the rows of the sheet (openpyxl, read-only) and inserts the same rows under the same indexes. Both commit to a file.
"""

import io
from collections.abc import Callable
from datetime import date, datetime
from importlib.metadata import version
from typing import Any
from zoneinfo import ZoneInfo

from harness import alternate, report, times_cost
from rows import empty_database

UNITS, INDICATORS = 3500, 40
TITLES = ("Đơn vị", "Mã", "Nội dung", "Chỉ tiêu")


def main() -> None:
    """Measures and prints the line."""
    with empty_database():
        from thidua.apps.clock import standing_at

        with standing_at(datetime(2024, 1, 2, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
            ours, peer = doors()
            seconds = alternate(ours, peer)
    report("targets_import", times_cost(*seconds), "<=3", f"openpyxl {version('openpyxl')} read-only and executemany")


def doors() -> tuple[Callable[[], int], Callable[[], int]]:
    """The import of the application and the bare one, each from no target on; they tell how many rows they wrote."""
    from django.db import connection

    from season_cases import BODY, DOCUMENT
    from thidua.apps.rulebooks.models import Target
    from thidua.apps.rulebooks.services import import_targets
    from thidua.files.containers import check_table_file, refuse_macros
    from thidua.files.figure_tables import read_target_rows
    from thidua.files.tables import tables_of

    season, data = season_of(), workbook()
    columns = [field.column for field in Target._meta.concrete_fields]

    def import_all() -> int:
        clear()
        file = check_table_file("chi-tieu.xlsx", data)
        refuse_macros(file)
        rows = [row for table in tables_of(file) for row in read_target_rows(table, is_shared=True)]
        return import_targets(actor=BODY, season=season, rows=rows, document=DOCUMENT, file_name="chi-tieu.xlsx").count

    import_all()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM rulebooks_target")  # noqa: S608 - names of our own table
        kept = cursor.fetchall()
        cursor.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'rulebooks_target' AND sql IS NOT NULL")
        made = [str(sql).replace("rulebooks_target", "bare_target") for (sql,) in cursor.fetchall()]
        for sql in sorted(made, key=lambda one: not one.startswith("CREATE TABLE")):
            if not sql.startswith("CREATE TRIGGER"):
                cursor.execute(sql)

    def insert_all() -> int:
        clear()
        return len(read_bare(data)) if not insert(kept, columns) else 0

    return import_all, insert_all


def insert(rows: list[Any], columns: list[str]) -> bool:
    """The same rows with one statement, committed."""
    from django.db import connection

    marks = ", ".join("?" * len(columns))
    raw = connection.connection
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(f"INSERT INTO bare_target ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608
    raw.execute("COMMIT")
    return False


def read_bare(data: bytes) -> list[Any]:
    """The lines of the sheet below its titles."""
    from openpyxl import load_workbook

    return list(load_workbook(io.BytesIO(data), read_only=True).active.iter_rows(values_only=True))[1:]


def clear() -> None:
    """Both tables as they were before."""
    from django.db import connection

    raw = connection.connection
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in ("rulebooks_target", "bare_target"):
        if name in names:
            raw.execute(f"DELETE FROM {name}")  # noqa: S608


def workbook() -> bytes:
    """One line a unit and indicator."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Chỉ tiêu")
        sheet.write_row(0, 0, TITLES)
        for number in range(UNITS * INDICATORS):
            unit, indicator = divmod(number, INDICATORS)
            row = (f"dv-{unit}", f"cs-{indicator}", f"Chỉ số {indicator}", f"{50 + (unit + indicator) % 50}%")
            sheet.write_row(number + 1, 0, row)
    return target.getvalue()


def season_of() -> Any:
    """A season of many units with a rulebook of many indicators."""
    from season_cases import ABOVE, BODY, BY, CHAIR, DOCUMENT, write_cluster, write_season
    from thidua.apps.ledger.services import recording
    from thidua.apps.organisation.events import UNITS_RECORDED
    from thidua.apps.organisation.models import Unit, UnitRow
    from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
    from thidua.core.rulebook.parse import parse_rulebook
    from thidua.core.units.tree import Level

    codes = ["tay-ninh", *(f"dv-{number}" for number in range(UNITS))]
    above = Unit(code=ABOVE)
    units = [Unit(code=code) for code in codes]
    first = date(1997, 1, 1)
    rows = [
        UnitRow(unit=unit, name=f"Công an {unit.code}", search_key=unit.code, level=Level.PROVINCE, parent=above,
                starts_on=first)
        for unit in units
    ]  # fmt: skip
    with recording(UNITS_RECORDED, by=BY, count=len(codes)) as record:
        record.save_many([above, *units])
        record.save_many(
            [UnitRow(unit=above, name="Bộ", search_key="bo", level=Level.MINISTRY, starts_on=first), *rows]
        )
    season = write_season(write_cluster(members=tuple(codes)))
    book = {
        "rulebook": "nhieu", "title": "Nhiều chỉ số", "version": "1", "valid": {"from": date(2024, 1, 1)},
        "indicators": [{"code": f"cs-{one}", "name": f"Chỉ số {one}", "kind": "share"} for one in range(INDICATORS)],
        "criteria": [
            {"code": f"I.{one}", "name": f"Tiêu chí {one}", "points": 1, "indicator": f"cs-{one}",
             "rule": "target_and_leader"}
            for one in range(INDICATORS)
        ],
    }  # fmt: skip
    import_rulebook(actor=CHAIR, season=season, rulebook=parse_rulebook(book))
    adopt_rulebook(actor=BODY, season=season, document=DOCUMENT)
    return season


if __name__ == "__main__":
    main()
