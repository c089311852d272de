"""Rows of rulebooks and targets as values of the core, and texts that read back as the values that were typed."""

import json
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from thidua.apps.rulebooks.models import Milestone, RulebookVersion, Target, VersionState
from thidua.core.errors import Place, Problem
from thidua.core.numbers import Counts
from thidua.core.rulebook.check import Lost, check
from thidua.core.rulebook.document import document_of
from thidua.core.rulebook.parse import parse_rulebook, read_draft
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import EMPTY, Cell, TargetRow
from thidua.core.scoring.figures import FigureValue, Level
from thidua.words.numbers import write_date


def rulebook(row: RulebookVersion) -> Rulebook:
    """The rulebook of a version; a draft may contradict itself. The same document is read once a process."""
    return _parsed(json.dumps(row.document, sort_keys=True), is_draft=row.state == VersionState.DRAFT)


def findings(row: RulebookVersion) -> tuple[Problem, ...]:
    """What the checker says of a version: warnings, and of a draft errors too."""
    return _checked(json.dumps(row.document, sort_keys=True))


class TargetLine(NamedTuple):
    """The columns of a target that scoring reads, without the weight of a row: a season has thousands."""

    unit: str
    indicator: str
    version: int
    typed: str
    valid_from: date | None
    nature: str
    source: str
    document_number: str


def target_row(row: Target | TargetLine, unit_name: str) -> TargetRow:
    """A target as a line for the intake; its place names the cell of our own table."""
    place = Place(sheet=unit_name, cell=row.indicator, path=f"v{row.version}")
    notes = {
        "valid_from": day_cell(row.valid_from),
        "document": Cell(row.document_number),
        "source": Cell(row.source),
        "nature": Cell(row.nature),
    }
    return TargetRow(
        code=Cell(row.indicator, place), unit=Cell(row.unit), target=Cell(row.typed, place), notes=notes, place=place
    )


def milestone_row(row: Milestone, unit_name: str) -> TargetRow:
    """A milestone as a line for the intake, without a target."""
    place = Place(sheet=unit_name, cell=row.indicator, path=f"{row.due_on.isoformat()} v{row.version}")
    return TargetRow(
        code=Cell(row.indicator, place),
        unit=Cell(row.unit),
        target=EMPTY,
        notes={"nature": Cell(row.nature)},
        milestones={row.due_on: Cell(row.typed, place)},
        place=place,
    )


def day_cell(day: date | None) -> Cell:
    """A day as a cell; none is an empty one."""
    return Cell() if day is None else Cell(write_date(day), day=day)


def typed(cell: Cell, value: FigureValue | None) -> str:
    """What is kept of a cell: its text as typed; of a spreadsheet's number or day, a text that reads back the same."""
    if value is None or (cell.number is None and cell.day is None and cell.verdict is None):
        return cell.text
    return spelled(value)


def spelled(value: FigureValue) -> str:
    """A value in the spelling that is never asked about: 8,5 · 93,1% · 343/359 · đạt · 16/11/2024."""
    match value:
        case bool():
            return "đạt" if value else "không đạt"
        case Counts():
            return f"{value.numerator}/{value.denominator}"
        case Level():
            return value.word
    return str(document_of(value))


@lru_cache(maxsize=64)
def _parsed(document: str, *, is_draft: bool) -> Rulebook:
    plain = json.loads(document)
    return read_draft(plain) if is_draft else parse_rulebook(plain)


@lru_cache(maxsize=64)
def _checked(document: str) -> tuple[Problem, ...]:
    return tuple(check(_parsed(document, is_draft=True), Place(), lost=Lost()))
