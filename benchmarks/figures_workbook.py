"""A workbook of 100,000 cells taken in: read, checked, written as new versions with their ledger entry, in one import.

A unit reports 1,042 indicators for each of twelve months: 12,504 lines of eight cells. The peer reads the same cells by
openpyxl's read-only mode and writes the same rows with one bare `executemany` into a table of the same columns, and
does nothing else: no rights, no checks, no versions, no ledger. Counts and sums are compared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from harness import alternate, report, times_cost
from rows import empty_database

if TYPE_CHECKING:
    from thidua.apps.seasons.models import Season
    from thidua.core.rulebook.schema import Rulebook

INDICATORS, UNITS = 1042, 7
TITLES = ("Mã", "Nội dung", "Đơn vị", "Kỳ", "Tự chấm", "Nguồn", "Minh chứng", "Ghi chú")
DAY = date(2024, 12, 5)


def main() -> None:
    """An empty database, one season, a unit a turn."""
    with empty_database() as folder:
        from season_cases import on

        season = written_season()
        for unit in range(1, UNITS + 1):
            write_workbook(folder / f"u{unit}.xlsx", f"u{unit}")
        with on(DAY):
            ours, peer = alternate(import_of(season, folder), bare_of(folder), runs=5)
    report(
        "figures_workbook", times_cost(ours, peer), "<=3", f"openpyxl {version('openpyxl')} read-only and executemany"
    )


def rulebook() -> Rulebook:
    """As many indicators, all counted and reported every month."""
    from thidua.core.rulebook.parse import parse_rulebook

    codes = [f"s{number}" for number in range(INDICATORS)]
    monthly = {"kind": "count", "frequency": "month", "aggregation": "sum"}
    return parse_rulebook(
        {
            "rulebook": "r",
            "title": "t",
            "version": "1",
            "valid": {"from": "01/01/2024"},
            "indicators": [{"code": code, "name": f"Chỉ số {code}", **monthly} for code in codes],
            "criteria": [
                {"code": f"C{code}", "name": code, "points": "1", "indicator": code, "rule": "relative_to_best"}
                for code in codes
            ],
        }
    )


def written_season() -> Season:
    """A season of a whole year, running, its rulebook adopted."""
    import season_cases as cases
    from thidua.apps.clock import now
    from thidua.apps.ledger.services import recording
    from thidua.apps.organisation.events import UNITS_RECORDED
    from thidua.apps.rulebooks.models import RulebookVersion, VersionState
    from thidua.core.phases import Phase
    from thidua.core.rulebook import rulebook_digest
    from thidua.core.rulebook.document import rulebook_document

    cases.NAMES.clear()
    cases.NAMES.update({f"u{number}": f"Công an xã số {number}" for number in range(1, UNITS + 1)})
    book = rulebook()
    with cases.on(cases.OPENED):
        cases.write_units()
        cluster = cases.write_cluster(members=tuple(cases.NAMES), chair="u1")
        season = cases.write_season(cluster, actor=cases.person(cases.Role.SECRETARY, "u1"))
        row = RulebookVersion(
            season=season,
            number=1,
            document=rulebook_document(book),
            digest=rulebook_digest(book),
            state=VersionState.ADOPTED,
            adopted_on=cases.OPENED,
            typed_by="thu-ky",
            typed_at=now(),
        )
        season.data_from, season.data_to, season.phase = date(2024, 1, 1), date(2024, 12, 31), Phase.RUNNING
        with recording(UNITS_RECORDED, by=cases.BY, chain=season.ledger_chain(), count=1) as record:
            record.save(row)
            record.save(season)
    return season


def write_workbook(path: Path, unit: str) -> None:
    """A line an indicator and month."""
    from xlsxwriter import Workbook

    with Workbook(path) as book:
        sheet = book.add_worksheet("Số liệu")
        sheet.write_row(0, 0, TITLES)
        for line in range(INDICATORS * 12):
            number, month = divmod(line, 12)
            words = (f"s{number}", f"Chỉ số thứ {number} của bảng", unit, f"2024-{month + 1:02}")
            sheet.write_row(line + 1, 0, (*words, line * 7 % 1000, "sổ theo dõi", f"BC {line}", "không"))


def import_of(season: Season, folder: Path) -> Callable[[], tuple[int, int]]:
    """The import of the next unit's workbook, as the page does it."""
    import season_cases as cases
    from thidua.apps.reporting.models import Figure
    from thidua.apps.reporting.services import import_figures
    from thidua.files.figure_tables import read_figure_rows
    from thidua.files.tables import read_tables

    units = iter(range(1, UNITS + 1))

    def act() -> tuple[int, int]:
        unit = f"u{next(units)}"
        path = folder / f"{unit}.xlsx"
        rows = [row for table in read_tables(path, name=path.name) for row in read_figure_rows(table)]
        actor = cases.person(cases.Role.REPORTER, unit)
        done = import_figures(actor=actor, season=season, unit=unit, rows=rows, file_name=path.name)
        last = Figure.objects.filter(unit=unit, indicator="s1", period="2024-03").get()
        return done.count, int(last.typed)

    return act


def bare_of(folder: Path) -> Callable[[], tuple[int, int]]:
    """The bare reading and the bare rows, into a file of their own."""
    from openpyxl import load_workbook

    from thidua.apps.reporting.models import Figure

    columns = [field.column for field in Figure._meta.concrete_fields]
    database = sqlite3.connect(folder / "bare.db")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute(f"CREATE TABLE figures ({', '.join(columns)}, PRIMARY KEY (id))")
    places = ", ".join("?" for _ in columns)
    units = iter(range(1, UNITS + 1))

    def act() -> tuple[int, int]:
        unit = f"u{next(units)}"
        book = load_workbook(folder / f"{unit}.xlsx", read_only=True)
        rows = []
        for line, cells in enumerate(book.active.iter_rows(min_row=2, values_only=True)):
            given = {
                "id": f"{unit}-{line}", "season_id": "cum-10-2024", "unit": unit, "indicator": cells[0],
                "period": cells[3], "stage": "self", "version": 1, "typed": str(cells[4]), "source": cells[5],
                "evidence": cells[6], "typed_by": "bao-cao", "typed_at": "2024-12-05", "file_name": f"{unit}.xlsx",
            }  # fmt: skip
            rows.append([given.get(column, "") for column in columns])
        with database:
            database.executemany(f"INSERT INTO figures VALUES ({places})", rows)  # noqa: S608 - our own columns
        asked = "SELECT typed FROM figures WHERE unit = ? AND indicator = 's1' AND period = '2024-03'"
        return len(rows), int(database.execute(asked, (unit,)).fetchone()[0])

    return act


if __name__ == "__main__":
    main()
