"""The standing body looks again (phúc tra): its figure stands above the agreed one, by a document."""

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events
from thidua.apps.appraisal.services.common import LONGEST, scene
from thidua.apps.ledger.services import recording
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services.deciding import Decided, at_field, decided_figures
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy


def recheck(
    *, actor: Actor, season: Season, unit: str, indicator: str, typed: str, reason: str, document: Document
) -> Figure:
    """Write the figure that the standing body found. It counts from now on; standings that were voted on stay as
    they were, and a later version stands beside them.
    """
    with changing(season) as held:
        by = demand(actor, Verb.RECHECK, held.subject(unit))
        scene(held, unit, indicator)
        kept = Document(tidy(document.number), document.date)
        decided = {indicator: Decided(tidy(typed), appraiser=by.name, reason=tidy(reason))}
        figures = decided_figures(held, unit=unit, stage=Stage.RECHECKED, decided=decided, by=by, document=kept)
        refuse(
            [
                *checks.given("typed", typed),
                *checks.given("reason", reason, longest=LONGEST),
                *check_document(document, today=held.today),
                *at_field(figures.problems, "typed"),
            ]
        )
        if not figures.rows:
            refuse([Problem("appraisal.recheck_says_the_same", {"indicator": indicator}, Place(path="typed"))])
        (row,) = figures.rows
        with recording(
            events.FIGURE_RECHECKED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=tidy(reason),
            unit=unit,
            indicator=indicator,
            typed=row.typed,
            document=kept.number,
            date=kept.date,
        ) as record:
            return record.save(row)
