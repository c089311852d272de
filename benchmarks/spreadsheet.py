"""680,000 cells against LibreOffice: the same scores as formulas, one a cell, recalculated by `calculateAll`.

Both hold the figures in memory: loading the workbook, which parses it, is not timed. Each formula does what the engine
does for a criterion: not reported, not assigned, no target, limits, rounding. The sheet needs a helper column where a
formula ranges over the cluster (x of K9, n/d of K10 and K11). Totals and ranks of all 3,400 units are compared after
every pair of runs. LibreOffice calculates on all cores, the engine on one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from harness import alternate, report, skip, times_faster
from nation import CRITERIA, KINDS, is_fraction, rulebook_of, table_of
from thidua.core.scoring.arrays import ArrayTable, Cells
from thidua.core.standings.arrays import score_arrays

SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno serves
UNITS = 3400
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

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
    """The workbook being made: figures, helper values, scores, result. Every unit has the same row in all sheets.

    Written as plain XML: a library that styles cells takes minutes for a million and a half of them.
    """

    def __init__(self, table: ArrayTable) -> None:
        self.table = table
        self.columns: dict[str, list[list[str]]] = {name: [] for name in ("so_lieu", "gia_tri", "diem", "ket_qua")}
        starts = np.flatnonzero(np.diff(table.groups, prepend=-1))
        ends = np.append(starts[1:], table.rows)
        self.first, self.last = (starts[table.groups] + 1).tolist(), ends[table.groups].tolist()

    def figures(self, cells: Cells) -> list[str]:
        """Writes figures as numbers; their columns, two for n/d."""
        reported = np.ones(self.table.rows) if cells.states is None else cells.states == 0
        scale = cells.denominator if isinstance(cells.denominator, int) else 1
        numbers = [cells.numerator / scale if scale == 100 else cells.numerator]  # shares of a hundred, else as typed
        numbers += [] if isinstance(cells.denominator, int) else [cells.denominator]
        return [
            self.add("so_lieu", [f"<v>{one}</v>" if told else "" for one, told in zip(each, reported, strict=True)])
            for each in (column.tolist() for column in numbers)
        ]

    def formulas(self, sheet: str, formula: Callable[[int], str]) -> str:
        """Writes one formula a row, given the row's number; its column."""
        return self.add(sheet, [f"<f>{escape(formula(row))}</f>" for row in range(1, self.table.rows + 1)])

    def add(self, sheet: str, contents: list[str]) -> str:
        """Writes the next column of a sheet; its name."""
        self.columns[sheet].append(contents)
        return f"{sheet}.{xl_col_to_name(len(self.columns[sheet]) - 1)}"

    def at(self, name: str, row: int) -> str:
        """A cell."""
        sheet, column = name.split(".")
        return f"{sheet}!{column}{row}"

    def cluster(self, name: str, row: int) -> str:
        """The cells of a row's cluster."""
        sheet, column = name.split(".")
        return f"{sheet}!{column}${self.first[row - 1]}:{column}${self.last[row - 1]}"

    def save(self, path: Path) -> None:
        """Leaves the workbook at a path."""
        names = list(self.columns)
        with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
            parts = {"xl/workbook.xml": f"{kind}.sheet.main+xml"}
            parts |= {f"xl/{name}.xml": f"{kind}.worksheet+xml" for name in names}
            listed = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in parts.items())
            rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{rels}{listed}</Types>')
            archive.writestr("_rels/.rels", related({"main": ("officeDocument", "xl/workbook.xml")}))
            archive.writestr(
                "xl/_rels/workbook.xml.rels", related({name: ("worksheet", f"{name}.xml") for name in names})
            )
            sheets = "".join(
                f'<sheet name="{name}" sheetId="{number}" r:id="{name}"/>' for number, name in enumerate(names, start=1)
            )
            head = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
            archive.writestr("xl/workbook.xml", f"{head}<sheets>{sheets}</sheets></workbook>")
            for name in names:
                archive.writestr(f"xl/{name}.xml", self._sheet(name))

    def _sheet(self, name: str) -> str:
        letters = [xl_col_to_name(place) for place in range(len(self.columns[name]))]
        rows = "".join(
            f'<row r="{row}">'
            + "".join(f'<c r="{at}{row}">{text}</c>' for at, text in zip(letters, cells, strict=True) if text)
            + "</row>"
            for row, cells in enumerate(zip(*self.columns[name], strict=True), start=1)
        )
        return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def related(parts: dict[str, tuple[str, str]]) -> str:
    """A part that says where others are."""
    listed = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in parts.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def write_workbook(path: Path, table: ArrayTable) -> None:
    """The nation's table with one formula a score, group sums, totals, and ranks by a composite key."""
    sheets = Sheets(table)
    scores = [write_criterion(sheets, number) for number in range(1, CRITERIA + 1)]
    size = CRITERIA // 10
    span = [(scores[at], scores[at + size - 1]) for at in range(0, CRITERIA, size)]
    groups = [sheets.formulas("diem", partial(sum_of, sheets, *ends)) for ends in span]
    total = sheets.formulas("ket_qua", lambda row: f"ROUND({sum_of(sheets, groups[0], groups[-1], row)},2)")
    write_ranks(sheets, total, groups[0])
    sheets.save(path)


def sum_of(sheets: Sheets, first: str, last: str, row: int) -> str:
    """The sum of neighbouring columns."""
    return f"SUM({sheets.at(first, row)}:{last.split('.')[1]}{row})"


def write_ranks(sheets: Sheets, total: str, group: str) -> None:
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
    sheets.formulas(
        "ket_qua",
        lambda row: f'IF({sheets.at(key, row)}="",0,RANK({sheets.at(key, row)},{sheets.cluster(key, row)}))',
    )


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
        def checked(row: int) -> str:
            own = sheets.at(names[0], row)
            given = f"{sheets.at(target, row)}>0" if target else "TRUE"
            points = f'IF({given},ROUND(MAX(0,MIN(5,{formula(row)})),2),"chưa có chỉ tiêu")'
            return f'IF({own}="",0,IF({own}="không giao",0,{points}))'

        return sheets.formulas("diem", checked)

    def cluster(row: int) -> str:
        return sheets.cluster(names[0], row)

    if kind == "K9":
        return write_leader(sheets, names[0], target, scored)
    if kind == "K29":
        (base,) = sheets.figures(sheets.table.figures[f"T{number}.truoc"])
        return scored(lambda row: falling(sheets.at(base, row), value(row)))
    low, middle, high = ("0.6", "0.8", "0.95") if is_fraction(number) else ("600", "800", "950")
    formulas: dict[str, Callable[[int], str]] = {
        "K4": lambda row: f"5*{value(row)}/{sheets.at(target, row)}",
        "K6": lambda row: f"IF({value(row)}<{low},0,IF({value(row)}<{middle},2,IF({value(row)}<={high},3.5,5)))",
        "K10": lambda row: f"5*{value(row)}/MAX({cluster(row)})",
        "K11": lambda row: f"5-0.5*(RANK({value(row)},{cluster(row)})-1)",
        "K12": lambda row: f"5-MIN(3.5,0.5*{value(row)})",
        "K17": lambda row: f"IF({value(row)}>920,MIN(0.5,0.1+0.1*INT(({value(row)}-920)/10)),0)",
    }
    return scored(formulas[kind])


def falling(had: str, has: str) -> str:
    """K29: the fall against the base, of which 5 % is all that is asked."""
    return f'IF({had}="",0,IF({has}>={had},0,100*({had}-{has})/{had}))'


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
            f"2.5*{sheets.at(name, row)}/{sheets.at(target, row)},"
            f"2.5+2.5*{sheets.at(excess, row)}/MAX({sheets.cluster(excess, row)}))"
        )
    )


if __name__ == "__main__":
    sys.exit(main())
