"""Figures that were decided by somebody else than the unit: read by the one intake, as new versions at their stage.

These are parts of verbs of apps above (an appraiser decides, a meeting agrees, the standing body looks again), which
record them; nothing here is a door of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services.taking import Batch, latest_versions, new_rows, read_rows, taken_back
from thidua.apps.rulebooks.services.taking import hindering
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.services.changing import Held
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.scoring.cells import Cell, FigureRow
from thidua.core.states import Stage
from thidua.words.numbers import write_date


@dataclass(frozen=True, slots=True)
class Decided:
    """What counts from now on, as it was typed, who decided it and why."""

    text: str
    appraiser: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """What decisions give: new versions to be saved, and all that hinders them, each problem at its indicator."""

    rows: list[Figure]
    problems: list[Problem]


def decided_figures(
    held: Held,
    *,
    unit: str,
    stage: Stage,
    decided: Mapping[str, Decided],
    by: Author,
    document: Document | None = None,
) -> Figures:
    """Figures of one unit at a stage, by indicator; one that says what is said already gives no row.

    Raises RulebookRefused where no rulebook was adopted.
    """
    latest = latest_versions(held.season, unit)
    at = _At(unit, stage, held.today)
    lines = [_line(at, code, one, latest.get((code, Stage.SELF))) for code, one in decided.items() if one.text.strip()]
    read = read_rows(lines, held, unit=unit, stages=frozenset({stage}))
    return Figures(new_rows(read, Batch(held.season, unit, by, document=document)), hindering(read.problems))


def figures_withdrawn(held: Held, *, unit: str, stage: Stage, indicators: Sequence[str], by: Author) -> list[Figure]:
    """Versions by which a stage says nothing any more about some indicators."""
    latest = latest_versions(held.season, unit)
    rows = [latest.get((code, stage)) for code in indicators]
    return [taken_back(row, by) for row in rows if row is not None and row.typed]


def claims_of(held: Held, unit: str) -> dict[str, Figure]:
    """The unit's own figures that count, by indicator."""
    rows = latest_versions(held.season, unit)
    return {code: row for (code, stage), row in rows.items() if stage is Stage.SELF and row.typed}


def at_field(problems: Sequence[Problem], field: str) -> list[Problem]:
    """Problems of one figure, at the field that it was typed into."""
    return [replace(problem, place=Place(path=field)) for problem in problems]


@dataclass(frozen=True, slots=True)
class _At:
    """Of which unit, at which stage, on which day."""

    unit: str
    stage: Stage
    on: date


def _line(at: _At, code: str, one: Decided, claim: Figure | None) -> FigureRow:
    """A line as the intake reads it, with the evidence and the source of the claim that was looked at."""
    place = Place(path=code)
    notes = {
        "appraiser": Cell(one.appraiser, place),
        "reason": Cell(one.reason, place),
        "decided_on": Cell(write_date(at.on), place, day=at.on),
        "nature": Cell(claim.nature if claim else "", place),
        "evidence": Cell(claim.evidence if claim else "", place),
        "source": Cell(claim.source if claim else "", place),
    }
    cells = {at.stage: Cell(one.text.strip(), place)}
    return FigureRow(code=Cell(code, place), unit=Cell(at.unit), stages=cells, notes=notes, place=place)
