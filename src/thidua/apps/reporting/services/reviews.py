"""What a review found, recorded from its minute: until reviews are held in the program, the minute is what shows it."""

import uuid
from collections.abc import Sequence

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.reporting import events
from thidua.apps.reporting.services.taking import Batch, imported, new_rows, read_rows
from thidua.apps.rulebooks.services.taking import Imported, hindering
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import changing, refuse
from thidua.core.errors import Problem
from thidua.core.scoring.cells import FigureRow
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy

REVIEWS = frozenset({Stage.APPRAISED, Stage.AGREED})


def record_reviews(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    rows: Sequence[FigureRow],
    document: Document,
    file_name: str = "",
) -> Imported:
    """Record the appraised and agreed figures of a unit beside its claims, all or none, with the minute's number."""
    with changing(season) as held:
        by = demand(actor, Verb.RECORD_REVIEWS, held.subject(unit))
        if held.standing.chair not in (by.unit, unit):  # the deputy's secretary stands in for the chair's unit alone
            data = {"verb": Verb.RECORD_REVIEWS, "roles": [Role.SECRETARY]}
            raise AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", data))
        read = read_rows(rows, held, unit=unit, stages=REVIEWS)
        refuse([*hindering(read.problems), *check_document(document, today=held.today)])
        kept = Document(tidy(document.number), document.date)
        batch = Batch(held.season, unit, by, document=kept, file_name=file_name[:300], id=uuid.uuid4())
        new = new_rows(read, batch)
        if not new:
            return imported(new, batch, read)
        stages = [stage for stage in Stage if any(row.stage == stage for row in new)]
        with recording(
            events.REVIEWS_RECORDED,
            by=by,
            chain=held.season.ledger_chain(),
            unit=unit,
            count=len(new),
            stages=stages,
            document=kept.number,
            date=kept.date,
        ) as record:
            record.save_many(new)
        return imported(new, batch, read)
