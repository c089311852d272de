"""Rows of figures and adjustments as values of the core."""

from thidua.apps.reporting.models import Adjustment, Figure
from thidua.apps.rulebooks.bridge import day_cell
from thidua.core.errors import Fault, Place
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_number
from thidua.core.scoring.cells import Cell, FigureRow
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.states import Stage


def figure_row(row: Figure, unit_name: str) -> FigureRow:
    """A figure as a line for the intake; its place names the cell of our own table."""
    place = Place(sheet=unit_name, cell=row.indicator, path=f"v{row.version}")
    notes = {
        "nature": Cell(row.nature),
        "source": Cell(row.source),
        "evidence": Cell(row.evidence),
        "appraiser": Cell(row.appraiser),
        "decided_on": day_cell(row.decided_on),
        "reason": Cell(row.reason),
    }
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
