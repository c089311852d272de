"""A unit's comments on its own figures: with the figure, in a file's column of comments, or at the cell afterwards."""

from collections.abc import Iterable, Sequence

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.remarks.events import FIGURE_EXPLAINED
from thidua.apps.remarks.models import YEAR, Act, Remark
from thidua.apps.remarks.selectors import explanations_of
from thidua.apps.remarks.services import LONGEST, At, remark
from thidua.apps.reporting.doubts import own_lines
from thidua.apps.reporting.reports import refuse_locked
from thidua.apps.reporting.services.taking import Read
from thidua.apps.rulebooks import bridge
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Problem
from thidua.core.ledger.entry import Author
from thidua.core.scoring.cells import FigureRow
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy


def explain_figure(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    indicator: str,
    text: str,
    period: str = YEAR,
    is_illustrative: bool = False,
) -> Remark:
    """Comment on a unit's own figure as it stands now; another comment replaces it, both stay."""
    with changing(season) as held:
        by = demand(actor, Verb.ENTER_FIGURES, held.subject(unit))
        refuse_locked(held.season, unit)
        line = own_lines(held.season, unit).get((indicator, period))
        if line is None:
            raise SeasonRefused(Problem("reporting.no_figure_to_comment"))
        refuse(checks.given("text", text, longest=LONGEST))
        row = remark(held.season, At(unit, indicator, period, line.typed), Act.EXPLAINED, by, tidy(text))
        row.is_illustrative = is_illustrative
        with recording(
            FIGURE_EXPLAINED,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"text": row.text},
            unit=unit,
            indicator=indicator,
        ) as record:
            return record.save(row)


def comments_on(held: Held, unit: str, rows: Iterable[FigureRow], read: Read, by: Author) -> Sequence[Remark]:
    """The comments that came with figures, as rows that are not saved yet; one that is said already is left out."""
    texts = {row.place: tidy(row.note("comment").text) for row in rows if row.note("comment").text.strip()}
    if not texts:
        return []
    before = explanations_of(held.season, unit)
    found = []
    for one, cell in read.figures:
        text, figure = texts.get(one.origin.place, ""), bridge.typed(cell, one.value)
        last = before.get((one.indicator, one.period))
        is_said = last is not None and (last.text, last.figure) == (text, figure)
        if text and one.stage is Stage.SELF and not is_said:
            found.append(remark(held.season, At(unit, one.indicator, one.period, figure), Act.EXPLAINED, by, text))
    return found
