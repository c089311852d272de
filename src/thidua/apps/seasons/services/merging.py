"""The answer about a member that ceased to exist: recorded by its document, and its place in the cluster with it."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import hold, recording
from thidua.apps.organisation.services.merged import Ceased, settle_member
from thidua.apps.seasons import checks, events
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.mergers import Question, questions_of
from thidua.apps.seasons.models import MergerAnswer, MergerChoice, Season
from thidua.apps.seasons.services.changing import changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import INSTALLATION, Author
from thidua.words.vietnamese import tidy

TAKES_ITS_PLACE = (MergerChoice.CARRY, MergerChoice.ANEW)


def answer_merger(
    *, actor: Actor, season: Season, unit: str, choice: MergerChoice, heir: str, document: Document, reason: str
) -> MergerAnswer:
    """Decide what becomes of a member that ceased to exist, once: it is kept to the end of the season, or leaves the
    cluster with its last day, and who carries it on takes its place from the next. Figures and targets stay as they
    are: nothing is added up here. Raises AccessRefused, SeasonRefused, UnitsRefused.
    """
    with transaction.atomic():
        hold(INSTALLATION)  # the book of clusters first, then the season: everybody in this order
        with changing(season) as held:
            by = demand(actor, Verb.ANSWER_MERGER, held.subject())
            asked = {one.unit: one for one in questions_of(held.season, on=held.today)}.get(unit)
            refuse(
                [
                    *_not_to_answer(asked, choice, heir),
                    *check_document(document, today=held.today),
                    *checks.given("reason", reason, longest=2000),
                ]
            )
            assert asked is not None  # noqa: S101 - refused above
            row = _row(held.season, asked, choice, heir, reason)
            row.document_number, row.document_date = tidy(document.number), document.date
            row.answered_on = held.today
            _write(actor, by, held.season, row)
    return row


def _write(actor: Actor, by: Author, season: Season, row: MergerAnswer) -> None:
    """The answer, and the member's place in the cluster under an entry of the installation's own."""
    with recording(
        events.MERGER_ANSWERED,
        by=by,
        chain=season.ledger_chain(),
        reason=row.reason,
        unit=row.unit,
        choice=row.kind,
        day=row.ended_on,
        document=row.document_number,
        date=row.document_date,
    ) as record:
        record.save(row)
        keeps = row.kind is MergerChoice.KEEP
        ceased = Ceased(row.unit, row.ended_on, _end_of(season, row.ended_on), keeps=keeps, heir=row.heir)
        settle_member(actor=actor, cluster=season.cluster, ceased=ceased, reason=row.reason)


def _end_of(season: Season, day: date) -> date:
    """The first day on which places in the season's cluster end: the latest of the others, or with the next year."""
    ends = [one.ends_on for one in season.cluster.memberships.all() if one.ends_on is not None and one.ends_on > day]
    return max(ends, default=date(season.year + 1, 1, 1))


def _row(season: Season, asked: Question, choice: MergerChoice, heir: str, reason: str) -> MergerAnswer:
    return MergerAnswer(
        season=season,
        unit=asked.unit,
        version=1,
        ended_on=asked.on,
        choice=choice,
        heir=heir if choice in TAKES_ITS_PLACE else "",
        reason=tidy(reason),
    )


def _not_to_answer(asked: Question | None, choice: MergerChoice, heir: str) -> Iterator[Problem]:
    if asked is None:
        yield Problem("mergers.not_asked")
    elif not asked.is_open:
        yield Problem("mergers.answered_already", {"unit": asked.name})
    elif choice in TAKES_ITS_PLACE:
        if not asked.heirs:
            yield Problem("mergers.no_heir", {"unit": asked.name}, Place(path="choice"))
        elif heir not in dict(asked.heirs):
            yield Problem("mergers.choose_heir", {"unit": asked.name}, Place(path="heir"))
