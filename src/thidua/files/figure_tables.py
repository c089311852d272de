"""Finds the figures and targets in a table: the line of titles, the columns, and the lines that say something.

Understands merged titles when they are harmless and refuses merged cells among the figures, where a value would stand
for several lines or for none. Refuses columns about persons: figures are about units (principle: aggregates only).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.core.scoring.cells import EMPTY, Cell, FigureRow, TargetRow
from thidua.core.states import Stage
from thidua.files.persons import personal_columns
from thidua.files.sheets import At, Range, Raw, Sheet
from thidua.files.tables import Table
from thidua.files.titles import (
    HEADER_WITHIN,
    NOTES,
    STAGES,
    TARGET_NOTES,
    TITLES,
    Column,
    column_of,
    milestone_day,
    near_title,
    title_key,
)

NOTE_SHEETS = {"huongdan", "ghichu", "giaithich", "guide", "notes", "readme"}
FIGURES, TARGETS = STAGES, (Column.TARGET,)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a table the titles stand: the row, from 0, and the place of each known column."""

    table: Table
    header: int
    columns: dict[Column, int]
    milestones: dict[date, int] = field(default_factory=dict)

    def cell(self, row: int, column: Column) -> Cell:
        """The cell of a column, empty where the table has no such column."""
        return self.table.cell(row, self.columns[column]) if column in self.columns else EMPTY

    def cells(self, row: int) -> dict[Column, Cell]:
        """The cells of the known columns that hold something."""
        return self.table.cells(row, self.columns)


def read_figure_rows(table: Table, *, is_shared: bool = False) -> Iterator[FigureRow]:
    """The lines of a figure table that say something, one after the other.

    Raises FiguresRefused with every fault of the table, before the first line.
    is_shared: the file holds targets as well, so that a sheet of targets is passed over.
    """
    layout = _layout(table, FIGURES, other=TARGETS if is_shared else ())
    return iter(()) if layout is None else _figure_rows(layout)


def _figure_rows(layout: Layout) -> Iterator[FigureRow]:
    stages = [(Stage(column.value), column) for column in STAGES if column in layout.columns]
    notes = [(column.value, column) for column in NOTES if column in layout.columns]
    for number in _lines(layout):
        cells = layout.cells(number)
        claims = {stage: cells[column] for stage, column in stages if column in cells}
        if claims and not _repeats_titles(layout, number):
            yield FigureRow(
                code=cells.get(Column.CODE) or layout.cell(number, Column.CODE),
                unit=cells.get(Column.UNIT) or layout.cell(number, Column.UNIT),
                stages=claims,
                notes={name: cells[column] for name, column in notes if column in cells},
                unit_default=layout.table.sheet,
                place=next(iter(claims.values())).place,
                line=number,
            )


def hidden_lines(table: Table) -> list[int]:
    """The numbers, as spreadsheets count, of lines with something in them that nobody sees: folded away, or on a sheet
    that is. They are read like the others; whoever hands in the file is told.
    """
    every = range(len(table.rows)) if table.content.is_hidden else sorted(table.content.hidden)
    return [row + 1 for row in every if row < len(table.rows) and any(value != "" for value in table.rows[row])]


def read_target_rows(table: Table, *, is_shared: bool = False) -> Iterator[TargetRow]:
    """The lines of a target table that say something. Raises FiguresRefused with every fault of the table."""
    layout = _layout(table, TARGETS, other=FIGURES if is_shared else ())
    return iter(()) if layout is None else _target_rows(layout)


def _target_rows(layout: Layout) -> Iterator[TargetRow]:
    notes = [(column.value, column) for column in TARGET_NOTES if column in layout.columns]
    for number in _lines(layout):
        cells = layout.cells(number)
        target = cells.get(Column.TARGET, EMPTY)
        marks = _milestones(layout, number)
        if (marks or not target.is_empty) and not _repeats_titles(layout, number):
            yield TargetRow(
                code=cells.get(Column.CODE) or layout.cell(number, Column.CODE),
                unit=cells.get(Column.UNIT) or layout.cell(number, Column.UNIT),
                target=target,
                notes={name: cells[column] for name, column in notes if column in cells},
                milestones=marks,
                unit_default=layout.table.sheet,
                place=target.place if not target.is_empty else next(iter(marks.values())).place,
                line=number,
            )


def _milestones(layout: Layout, row: int) -> dict[date, Cell]:
    """What stands under the titles of milestones, by day."""
    if not layout.milestones:
        return {}
    cells = ((day, layout.table.cell(row, at)) for day, at in layout.milestones.items())
    return {day: cell for day, cell in cells if not cell.is_empty}


def _refuse_any(problems: list[Problem]) -> None:
    if problems:
        raise FiguresRefused(problems)


def _layout(table: Table, wanted: Sequence[Column], *, other: Sequence[Column]) -> Layout | None:
    """The layout of a table with at least one of the wanted columns; None for sheets that are passed over."""
    if table.is_empty or title_key(table.sheet) in NOTE_SHEETS:
        return None
    found = _find_header(table, wanted)
    if found is None and other and _find_header(table, other) is not None:
        return None
    if found is None:
        raise FiguresRefused([*_why_no_header(table, wanted), *personal_columns(table, _best_header(table))])
    layout, problems = _checked(table, found)
    _refuse_any([*problems, *personal_columns(table, found)])
    _refuse_any([*_merged_data(layout, wanted), *_too_long(layout)])
    return layout


def _find_header(table: Table, wanted: Sequence[Column]) -> int | None:
    """The first line, from 0, that titles the code and one of the wanted columns."""
    for row in range(min(HEADER_WITHIN, len(table.rows))):
        known = {column for _at, _title, column in _titles(table, row) if column is not None}
        if Column.CODE in known and not known.isdisjoint(wanted):
            return row
    return None


def _titles(table: Table, row: int) -> Iterator[tuple[int, str, Column | None]]:
    """Place, title and column of each cell of a line; a title may be merged down or across, or stand a line above."""
    for at in range(len(table.rows[row])):
        text = table.text(row, at) or _title_around(table, row, at)
        if text:
            yield at, text, column_of(text)


def _title_around(table: Table, row: int, column: int) -> str:
    for block in table.merged:
        if _holds(block, (row, column)):
            return table.text(*block.first)
    above = table.text(row - 1, column) if row else ""
    return above if column_of(above) is not None else ""


def _holds(block: Range, at: At) -> bool:
    return block.first[0] <= at[0] <= block.last[0] and block.first[1] <= at[1] <= block.last[1]


def _checked(table: Table, header: int) -> tuple[Layout, list[Problem]]:
    """The columns under a line of titles, and what is wrong with the titles."""
    columns: dict[Column, int] = {}
    milestones: dict[date, int] = {}
    problems: list[Problem] = []
    wide = [
        block for block in table.merged if _holds(block, (header, block.first[1])) and block.first[1] < block.last[1]
    ]
    for at, title, column in _titles(table, header):
        block = next((block for block in wide if _holds(block, (header, at))), None)
        place = table.place(header, at)
        day = milestone_day(title) if column is None else None
        if day is not None:
            if day in milestones:
                first = table.place(header, milestones[day]).cell
                problems.append(Problem("tables.title_twice", {"title": title, "first": first}, place))
            milestones.setdefault(day, at)
            continue
        if column is None:
            near = near_title(title)
            if near is not None:
                problems.append(Problem("tables.title_near", {"found": title, "near": near}, place))
        elif column is Column.FOR_PEOPLE:
            continue
        elif block is not None:
            if at == block.first[1]:
                problems.append(Problem("tables.title_merged", {"title": title, "range": block.name}, place))
        elif column in columns:
            first = table.place(header, columns[column]).cell
            problems.append(Problem("tables.title_twice", {"title": title, "first": first}, place))
        columns.setdefault(column or Column.FOR_PEOPLE, at)
    columns.pop(Column.FOR_PEOPLE, None)
    return Layout(table, header, columns, milestones), problems


def _best_header(table: Table) -> int:
    rows = range(min(HEADER_WITHIN, len(table.rows)))
    return max(rows, key=lambda row: sum(column is not None for _at, _title, column in _titles(table, row)), default=0)


def _why_no_header(table: Table, wanted: Sequence[Column]) -> Iterator[Problem]:
    """No line titles all that is needed: the likeliest reason first."""
    from thidua.files.old_vietnamese import guess_old_encoding  # noqa: PLC0415 - only on the way to a refusal

    place = Place(table.file, table.sheet)
    first = "\n".join(str(value) for row in table.rows[:HEADER_WITHIN] for value in row)
    encoding = guess_old_encoding(first)
    if encoding:
        yield Problem("tables.old_encoding", {"file": table.file, "encoding": encoding}, place)
        return
    best = _best_header(table)
    titles = list(_titles(table, best)) if table.rows else []
    known = {column for _at, _title, column in titles if column is not None}
    near = [(at, title, near_title(title)) for at, title, column in titles if column is None]
    yield from (
        Problem("tables.title_near", {"found": title, "near": guess}, table.place(best, at))
        for at, title, guess in near
        if guess is not None
    )
    missing = [] if Column.CODE in known else [TITLES[Column.CODE][0]]
    missing += [] if not known.isdisjoint(wanted) else [" / ".join(TITLES[column][0] for column in wanted)]
    if len(known) < 2:
        yield Problem("tables.no_header", {"titles": missing, "rows": HEADER_WITHIN}, place)
    else:
        yield Problem("tables.column_missing", {"titles": missing}, table.place(best, 0))


def _lines(layout: Layout) -> range:
    return range(layout.header + 1, len(layout.table.rows))


def _repeats_titles(layout: Layout, row: int) -> bool:
    """Whether a line is the titles over again, as on every printed page."""
    return all(column_of(layout.table.text(row, at)) is column for column, at in layout.columns.items())


def _merged_data(layout: Layout, values: Sequence[Column]) -> Iterator[Problem]:
    """Merged cells among the figures. A merged line that says nothing (a heading) and merged remarks are harmless."""
    known = set(layout.columns.values())
    for block in layout.table.merged:
        rows = range(max(block.first[0], layout.header + 1), min(block.last[0] + 1, len(layout.table.rows)))
        touches = not known.isdisjoint(range(block.first[1], block.last[1] + 1))
        if touches and any(_says(layout, row, values) for row in rows):
            place = Place(layout.table.file, layout.table.sheet, block.name)
            yield Problem("tables.data_merged", {"range": block.name}, place)


def _says(layout: Layout, row: int, values: Sequence[Column]) -> bool:
    return not layout.cells(row).keys().isdisjoint(values)


def _too_long(layout: Layout) -> Iterator[Problem]:
    """Lines of a CSV file that have more cells than the titles: an unquoted 8,5 between commas moves all the rest."""
    table = layout.table
    if table.sheet or table.name_place is not None:
        return
    width = len(table.rows[layout.header])
    for row in _lines(layout):
        extra = [value for value in table.rows[row][width:] if value != ""]
        if extra:
            yield Problem(
                "tables.row_too_long", {"cells": len(table.rows[row]), "titles": width}, table.place(row, width)
            )


def table_of_list(document: object, file: str) -> Table:
    """A YAML list of mappings, whose keys are titles, as a table. Raises FiguresRefused for another shape."""
    if not isinstance(document, list):
        raise FiguresRefused(Problem("tables.not_a_list", {}, Place(file)))
    problems = []
    titles: dict[str, None] = {}
    for index, entry in enumerate(document):
        if not isinstance(entry, dict):
            problems.append(Problem("tables.not_a_list", {}, Place(file, path=f"[{index}]")))
            continue
        titles.update(dict.fromkeys(entry))
        problems += [
            Problem("tables.not_one_value", {"title": key}, Place(file, path=f"[{index}].{key}"))
            for key, value in entry.items()
            if isinstance(value, (list, dict))
        ]
    _refuse_any(problems)
    names = list(titles)

    def place(row: int, column: int) -> Place:
        title = names[column] if column < len(names) else ""
        return Place(file, path=f"[{row - 1}].{title}" if row else title)

    rows: list[list[Raw]] = [list(names)]
    rows += [["" if entry.get(name) is None else entry[name] for name in names] for entry in document]
    return Table(file, Sheet("", rows), place)
