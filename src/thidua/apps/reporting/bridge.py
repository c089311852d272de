"""Rows of figures and adjustments as values of the core."""

from datetime import date
from typing import NamedTuple

from thidua.apps.reporting.models import Adjustment
from thidua.apps.rulebooks.bridge import day_cell
from thidua.core.errors import Fault, Place
from thidua.core.numbers import Number, NumberKind
from thidua.core.periods import YEAR
from thidua.core.reading import read_number
from thidua.core.scoring.cells import Cell, FigureRow
from thidua.core.scoring.figures import Nature
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.states import Stage


class Line(NamedTuple):
    """The columns of a figure that scoring reads, without the weight of a row: a season has thousands."""

    unit: str
    indicator: str
    period: str = YEAR
    stage: str = Stage.SELF
    version: int = 0
    typed: str = ""
    nature: str = Nature.REAL
    source: str = ""
    evidence: str = ""
    appraiser: str = ""
    decided_on: date | None = None
    reason: str = ""


def figure_row(row: Line, unit_name: str) -> FigureRow:
    """A figure as a line for the intake; its place names the cell of our own table."""
    is_year = row.period == YEAR
    path = f"v{row.version}" if is_year else f"{row.period} v{row.version}"
    place = Place(sheet=unit_name, cell=row.indicator, path=path)
    noted = (("nature", row.nature), ("source", row.source), ("evidence", row.evidence))
    reviewed = (("appraiser", row.appraiser), ("reason", row.reason))
    notes = {key: Cell(text) for key, text in (*noted, *reviewed) if text}
    if not is_year:
        notes["period"] = Cell(row.period, place)
    if row.decided_on is not None:
        notes["decided_on"] = day_cell(row.decided_on)
    return FigureRow(
        code=Cell(row.indicator, place),
        unit=Cell(row.unit),
        stages={Stage(row.stage): Cell(row.typed, place)},
        notes=notes,
        place=place,
    )


def adjustment(row: Adjustment) -> AuthorityAdjustment:
    """Points of the authority with their document."""
    points = read_number(row.points, NumberKind.DECIMAL)
    if not isinstance(points, Number):
        raise Fault(f"points that are no number were kept: {row.points}")
    return AuthorityAdjustment(
        unit=row.unit, points=points, reason=row.reason, document=row.document_number, decided_on=row.document_date
    )
