"""What lines of a file would write, before anything is written: line by line, with all that is wrong at its cell."""

from collections.abc import Mapping, Sequence

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.selectors import every_cell
from thidua.apps.reporting.services.figures import SELF
from thidua.apps.reporting.services.taking import read_rows, standing_figures
from thidua.apps.rulebooks.bridge import typed
from thidua.apps.rulebooks.services.reviewing import Fate, Line, Review, by_place, line_with, others_of
from thidua.apps.rulebooks.services.taking import good_rows
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standing_in
from thidua.apps.seasons.services.changing import Held
from thidua.core.errors import Place, Problem
from thidua.core.periods import YEAR
from thidua.core.scoring.cells import FigureRow


def review_figures(*, actor: Actor, season: Season, unit: str, rows: Sequence[FigureRow]) -> Review[FigureRow]:
    """Read the lines of a file as the import would, and write nothing. As many queries for one line as for a thousand.

    Raises AccessRefused for who may not enter the unit's figures now.
    """
    today = clock.today()
    held = Held(season, standing_in(season, on=today), today)
    demand(actor, Verb.ENTER_FIGURES, held.subject(unit))
    every = every_cell(season, unit)
    latest = {(code, period): row for (code, period, stage), row in every.items() if stage in SELF}
    read = read_rows(rows, held, unit=unit, stages=SELF)
    good = {id(row) for row in good_rows(rows, read.problems)}
    values = {cell.place: (typed(cell, one.value), one.period) for one, cell in read.figures}
    at = by_place(read.problems)
    lines = tuple(_line(row, latest, values, at, is_good=id(row) in good) for row in rows)
    return Review(lines, others_of(rows, read.problems), standing_figures(every))


def _line(
    row: FigureRow,
    latest: Mapping[tuple[str, str], Figure],
    values: Mapping[Place, tuple[str, str]],
    at: Mapping[Place, list[Problem]],
    *,
    is_good: bool,
) -> Line[FigureRow]:
    read = (values[cell.place] for cell in row.stages.values() if cell.place in values)
    after, period = next(read, ("", YEAR))
    before = latest.get((row.code.text, period))
    text = before.typed if before is not None else ""
    fate = Fate.WRONG
    if is_good:
        fate = Fate.NEW if not text else Fate.SAME if text == after else Fate.CHANGED
    return line_with(row, fate, text, at)
