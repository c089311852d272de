"""A workbook of 100,000 cells read and checked, beside openpyxl's read-only mode that reads the same cells and no more.

Both are whole processes. Ours finds the columns, reads every figure as its indicator's kind, and asks all questions of
intake; openpyxl only walks the rows. The sum of all figures must be the same.
"""

from __future__ import annotations

import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from xlsxwriter import Workbook

from harness import alternate, report, times_faster, whole_process

UNITS, INDICATORS = 50, 250
TITLES = ("Mã", "Nội dung", "Đơn vị", "Tự chấm", "Thẩm định", "Thống nhất", "Nguồn", "Minh chứng")

OURS = """
import sys
from pathlib import Path
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.scoring.intake import take_in
from thidua.files.figure_tables import read_figure_rows
from thidua.files.season import load_rulebook
from thidua.files.tables import read_tables
folder = Path(sys.argv[1])
rows = (row for table in read_tables(folder / "figures.xlsx") for row in read_figure_rows(table))
units = tuple(SeasonUnit(code=f"u{number}", name=f"Công an xã số {number}") for number in range(50))
taken = take_in(rows, (), Scope(units=units, rulebook=load_rulebook(folder / "rulebook.yaml")))
assert not taken.problems, taken.problems[:3]
print(sum(figure.value.digits for figure in taken.figures))
"""
PEER = """
import sys
from pathlib import Path
from openpyxl import load_workbook
book = load_workbook(Path(sys.argv[1]) / "figures.xlsx", read_only=True)
rows = book.active.iter_rows(min_row=2, values_only=True)
print(sum(cell for row in rows for cell in row if isinstance(cell, int)))
"""


def main() -> None:
    """Measures and prints the line."""
    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        write_folder(Path(folder))
        ours, peer = alternate(
            whole_process([sys.executable, "-c", OURS, folder]),
            whole_process([sys.executable, "-c", PEER, folder]),
            runs=5,
        )
    report("workbook_read", times_faster(ours, peer), ">=2", f"openpyxl {version('openpyxl')} read-only, cells only")


def write_folder(folder: Path) -> None:
    """12,500 lines of eight cells, and the rulebook that they are read against."""
    with Workbook(folder / "figures.xlsx") as book:
        sheet = book.add_worksheet("Số liệu")
        sheet.write_row(0, 0, TITLES)
        for line in range(UNITS * INDICATORS):
            unit, indicator = divmod(line, INDICATORS)
            words = (f"I.{indicator}.so", f"Chỉ số thứ {indicator} của bảng", f"Công an xã số {unit}")
            figures = [(line * 7 + stage) % 1000 for stage in range(3)]
            sheet.write_row(line + 1, 0, (*words, *figures, "sổ theo dõi", f"BC {line}"))
    leaves = "".join(
        f"  - {{code: I.{number}, name: n, points: 1, indicator: I.{number}.so, rule: {{kind: relative_to_best}}}}\n"
        for number in range(INDICATORS)
    )
    indicators = "".join(f"  - {{code: I.{number}.so, name: n, kind: count}}\n" for number in range(INDICATORS))
    head = 'rulebook: r\ntitle: t\nversion: "1"\nvalid: {from: 2024-01-01}\n'
    text = f"{head}indicators:\n{indicators}criteria:\n{leaves}"
    (folder / "rulebook.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
