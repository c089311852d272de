"""680,000 cells against LibreOffice: the same scores as formulas, one a cell, recalculated by `calculateAll`.

Both hold the figures in memory: loading the workbook, which parses it, is not timed. The sheet needs a helper column
where a formula ranges over the cluster (x of K9, n/d of K10 and K11). Totals and ranks of all 3,400 units are compared
after every pair of runs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from harness import alternate, report, skip, times_faster
from nation import CRITERIA, KINDS, is_fraction, rulebook_of, table_of
from thidua.core.scoring.arrays import ArrayTable, Cells
from thidua.core.standings.arrays import score_arrays

SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno serves
UNITS = 3400
Answer = list[tuple[float, float]]

# Runs under the system's Python: opens the workbook, recalculates when told so, tells what stands in two columns.
CLIENT = """
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
office, profile, path, rows = sys.argv[1:5]
pipe = "thidua-benchmark-%s" % profile.rsplit("-", 1)[-1]
child = subprocess.Popen([office, "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
    "--accept=pipe,name=%s;urp;" % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(300):
    try:
        context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        break
    except Exception:
        time.sleep(0.2)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue()
hidden.Name, hidden.Value = "Hidden", True
document = desktop.loadComponentFromURL("file://" + path, "_blank", 0, (hidden,))
info = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
node = PropertyValue()
node.Name, node.Value = "nodepath", "/org.openoffice.Setup/Product"
version = info.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (node,))
print(version.getByName("ooSetupVersionAboutBox"), flush=True)
for line in sys.stdin:
    if line == "calculate\\n":
        document.calculateAll()
        print("done", flush=True)
    elif line == "read\\n":
        cells = document.Sheets.getByName("ket_qua").getCellRangeByName("A1:B" + rows).getDataArray()
        print(repr(cells), flush=True)
    else:
        break
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
child.wait(30)
"""


def main() -> None:
    """Measures and prints the line."""
    office = shutil.which("soffice")
    if office is None:
        return skip("spreadsheet", "libreoffice-calc")
    if subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        return skip("spreadsheet", "python3-uno")
    rulebook = rulebook_of()
    table = table_of(rulebook, UNITS, 1)
    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        path = Path(folder) / "nation.xlsx"
        write_workbook(path, table)
        with libreoffice(office, folder, path) as (version, ask):
            ours, peer = alternate(
                lambda: score_arrays(rulebook, table),
                lambda: ask("calculate"),
                runs=7,
                same=lambda sheets, _done: (
                    [(int(t) / 100, int(r) / 2) for t, r in zip(sheets.total, sheets.twice_rank, strict=True)]
                    == [(round(t, 2), r) for t, r in eval(ask("read"), {})]  # noqa: S307 - printed by our own client
                ),
            )
    report("spreadsheet", times_faster(ours, peer), ">=50", f"LibreOffice {version} calculateAll")
    return None


@contextmanager
def libreoffice(office: str, folder: str, path: Path) -> Iterator[tuple[str, Callable[[str], str]]]:
    """LibreOffice with the workbook open: its version, and a way to ask the client."""
    command = [SYSTEM_PYTHON, "-c", CLIENT, office, f"{folder}/profile-{Path(folder).name}", str(path), str(UNITS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as client:
        assert client.stdin is not None
        assert client.stdout is not None

        def ask(question: str) -> str:
            print(question, file=client.stdin, flush=True)
            return answer()

        def answer() -> str:
            return client.stdout.readline().rstrip("\n")  # type: ignore[union-attr]

        yield answer(), ask
        print("end", file=client.stdin, flush=True)


class Sheets:
    """The workbook being written: figures, helper values, scores, result. Every unit has the same row in all sheets."""

    def __init__(self, workbook: Workbook, table: ArrayTable) -> None:
        self.table = table
        self.sheets: dict[str, Worksheet] = {
            name: workbook.add_worksheet(name) for name in ("so_lieu", "gia_tri", "diem", "ket_qua")
        }
        self.used = dict.fromkeys(self.sheets, 0)
        starts = np.flatnonzero(np.diff(table.groups, prepend=-1))
        ends = np.append(starts[1:], table.rows)
        self.first, self.last = starts[table.groups] + 1, ends[table.groups]

    def figures(self, cells: Cells) -> list[str]:
        """Writes figures as numbers; the sheet's columns, two for n/d."""
        states = np.zeros(self.table.rows) if cells.states is None else cells.states
        scale = cells.denominator if isinstance(cells.denominator, int) else 1
        columns = [cells.numerator / scale if scale not in (1, 1000) else cells.numerator]
        columns += [] if isinstance(cells.denominator, int) else [cells.denominator]
        names = []
        for numbers in columns:
            place = self.next("so_lieu")
            for row in np.flatnonzero(states == 0).tolist():
                self.sheets["so_lieu"].write_number(row, place, numbers[row])
            names.append(f"so_lieu.{xl_col_to_name(place)}")
        return names

    def formulas(self, sheet: str, formula: Callable[[int], str]) -> str:
        """Writes one formula a row, given the row's number; the sheet's column."""
        place = self.next(sheet)
        for row in range(self.table.rows):
            self.sheets[sheet].write_formula(row, place, "=" + formula(row + 1).replace(".$", "!$"))
        return f"{sheet}.{xl_col_to_name(place)}"

    def next(self, sheet: str) -> int:
        """The next empty column."""
        self.used[sheet] += 1
        return self.used[sheet] - 1

    def at(self, name: str, row: int) -> str:
        """A cell."""
        sheet, column = name.split(".")
        return f"{sheet}!{column}{row}"

    def cluster(self, name: str, row: int) -> str:
        """The cells of a row's cluster."""
        sheet, column = name.split(".")
        return f"{sheet}!{column}${self.first[row - 1]}:{column}${self.last[row - 1]}"


def write_workbook(path: Path, table: ArrayTable) -> None:
    """The nation's table with one formula a score, group sums, totals, and ranks by a composite key."""
    with Workbook(path, {"constant_memory": False}) as workbook:
        sheets = Sheets(workbook, table)
        scores = [write_criterion(sheets, number) for number in range(1, CRITERIA + 1)]
        size = CRITERIA // 10
        span = [(scores[0 + at], scores[size - 1 + at]) for at in range(0, CRITERIA, size)]
        groups = [
            sheets.formulas("diem", lambda row, a=a, b=b: f"SUM({sheets.at(a, row)}:{b.split('.')[1]}{row})")
            for a, b in span
        ]
        total = sheets.formulas(
            "ket_qua", lambda row: f"ROUND(SUM({sheets.at(groups[0], row)}:{groups[-1].split('.')[1]}{row}),2)"
        )
        rank = sheets.next("ket_qua")
        write_ranks(sheets, total, groups[0], rank)


def write_ranks(sheets: Sheets, total: str, group: str, place: int) -> None:
    """Ranks in the cluster: total, then the first group, then fewer deductions, without those knocked out."""
    (veto,) = sheets.figures(sheets.table.figures["liet"])
    events = [
        sheets.figures(sheets.table.figures[f"T{number}.so"])[0]
        for number in range(1, CRITERIA + 1)
        if KINDS[(number - 1) % len(KINDS)] == "K12"
    ]
    first, last = events[0], events[-1].split(".")[1]
    deducted = sheets.formulas(
        "gia_tri",
        lambda row: (
            f"SUMPRODUCT(({sheets.at(first, row)}:{last}{row}<=7)*{sheets.at(first, row)}:{last}{row})*0.5"
            f'+COUNTIF({sheets.at(first, row)}:{last}{row},">7")*3.5'
        ),
    )
    key = sheets.formulas(
        "gia_tri",
        lambda row: (
            f'IF(AND({sheets.at(veto, row)}<>"",{sheets.at(veto, row)}=0),"",'
            f"ROUND({sheets.at(total, row)}*100,0)*10000000000+ROUND({sheets.at(group, row)}*100,0)*100000"
            f"+99999-ROUND({sheets.at(deducted, row)}*100,0))"
        ),
    )
    for row in range(1, sheets.table.rows + 1):
        own, all_keys = sheets.at(key, row), sheets.cluster(key, row)
        sheets.sheets["ket_qua"].write_formula(row - 1, place, f'=IF({own}="",0,RANK({own},{all_keys}))')


def write_criterion(sheets: Sheets, number: int) -> str:
    """The column of a criterion's scores."""
    kind, code = KINDS[(number - 1) % len(KINDS)], f"T{number}.so"
    names = sheets.figures(sheets.table.figures[code])
    target = sheets.figures(sheets.table.targets[code])[0] if code in sheets.table.targets else ""
    if is_fraction(number) and kind in ("K9", "K10", "K11"):
        names = [sheets.formulas("gia_tri", lambda row, n=tuple(names): share_of(sheets, n, row))]

    def value(row: int) -> str:
        return "/".join(sheets.at(name, row) for name in names)

    def scored(formula: Callable[[int], str]) -> str:
        return sheets.formulas("diem", lambda row: f'IF({sheets.at(names[0], row)}="",0,{formula(row)})')

    match kind:
        case "K4":
            return scored(lambda row: f"ROUND(5*MIN(1,{value(row)}/{sheets.at(target, row)}),2)")
        case "K6":
            low, middle, high = ("0.6", "0.8", "0.95") if is_fraction(number) else ("600", "800", "950")
            return scored(
                lambda row: f"IF({value(row)}<{low},0,IF({value(row)}<{middle},2,IF({value(row)}<={high},3.5,5)))"
            )
        case "K9":
            return write_leader(sheets, names[0], target, scored)
        case "K10":
            return scored(lambda row: f"ROUND(5*{value(row)}/MAX({sheets.cluster(names[0], row)}),2)")
        case "K11":
            return scored(lambda row: f"MAX(0,5-0.5*(RANK({value(row)},{sheets.cluster(names[0], row)})-1))")
        case "K12":
            return scored(lambda row: f"5-MIN(3.5,0.5*{value(row)})")
        case "K17":
            return scored(lambda row: f"IF({value(row)}>920,MIN(0.5,0.1+0.1*INT(({value(row)}-920)/10)),0)")
    (base,) = sheets.figures(sheets.table.figures[f"T{number}.truoc"])

    def falling(row: int) -> str:
        had = sheets.at(base, row)
        return f'IF({had}="",0,IF({value(row)}>={had},0,ROUND(MIN(5,100*({had}-{value(row)})/{had}),2)))'

    return scored(falling)


def share_of(sheets: Sheets, names: tuple[str, ...], row: int) -> str:
    """n/d in a helper column, empty where it was not reported."""
    above, below = (sheets.at(name, row) for name in names)
    return f'IF({above}="","",{above}/{below})'


def write_leader(sheets: Sheets, name: str, target: str, scored: Callable[[Callable[[int], str]], str]) -> str:
    """K9, with x in a helper column."""
    excess = sheets.formulas(
        "gia_tri",
        lambda row: (
            f'IF({sheets.at(name, row)}="","",({sheets.at(name, row)}-{sheets.at(target, row)})'
            f"/{sheets.at(target, row)})"
        ),
    )
    return scored(
        lambda row: (
            f"IF({sheets.at(name, row)}<={sheets.at(target, row)},"
            f"ROUND(2.5*{sheets.at(name, row)}/{sheets.at(target, row)},2),"
            f"ROUND(2.5+2.5*{sheets.at(excess, row)}/MAX({sheets.cluster(excess, row)}),2))"
        )
    )


if __name__ == "__main__":
    sys.exit(main())
