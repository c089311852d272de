"""Agreeing on a frozen version, publishing it, and taking a publication back. None of it touches the version itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import recording
from thidua.apps.results import events
from thidua.apps.results.models import Result, ResultStep
from thidua.apps.results.releases import Version, versions_of
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.services.meaning import check_word
from thidua.apps.results.stored import says_the_same
from thidua.apps.results.unfinished import unfinished
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import FiguresRefused, Problem, RulebookRefused
from thidua.core.ledger.entry import Author
from thidua.core.states import Release
from thidua.words.vietnamese import tidy


def agree_standings(*, actor: Actor, season: Season, version: int, word: str, document: Document) -> ResultStep:
    """The cluster takes the version that was frozen last, by its minutes. `word` is typed to mean it.

    Raises Refused: the word is another, the document is not whole, the version is not the last or no longer what the
    figures say, or it was agreed on already.
    """
    with changing(season) as held:
        by = demand(actor, Verb.AGREE_STANDINGS, held.subject())
        one = _found(held.season, version)
        wrong = [*check_word(word, Release.AGREED), *check_document(document, today=held.today)]
        refuse([*wrong, *_not_to_agree(one), *_outdated(held, one)])
        return _write(held, by, one, _Act(events.STANDINGS_AGREED, Release.AGREED, document))


def publish_standings(*, actor: Actor, season: Season, version: int, word: str, document: Document) -> ResultStep:
    """Make the version that was agreed on known to everybody, by a decision. `word` is typed to mean it.

    Raises Refused as `agree_standings` does, and for a version that nobody has agreed on or that is published.
    """
    with changing(season) as held:
        by = demand(actor, Verb.PUBLISH_STANDINGS, held.subject())
        one = _found(held.season, version)
        wrong = [*check_word(word, Release.PUBLISHED), *check_document(document, today=held.today)]
        refuse([*wrong, *_not_to_publish(one), *_outdated(held, one)])
        return _write(held, by, one, _Act(events.STANDINGS_PUBLISHED, Release.PUBLISHED, document))


def withdraw_standings(
    *, actor: Actor, season: Season, version: int, word: str, reason: str, document: Document
) -> ResultStep:
    """Take a publication back, for a reason and by a decision; the version and all its steps stay.

    Raises Refused: the word is another, reason or document are missing, or the version is not published.
    """
    with changing(season) as held:
        by = demand(actor, Verb.PUBLISH_STANDINGS, held.subject())
        one = _found(held.season, version)
        wrong = [*check_word(word, Release.WITHDRAWN), *checks.given("reason", reason, longest=2000)]
        refuse([*wrong, *check_document(document, today=held.today), *_not_to_withdraw(one)])
        act = _Act(events.STANDINGS_WITHDRAWN, Release.WITHDRAWN, document, tidy(reason))
        return _write(held, by, one, act)


def _found(season: Season, version: int) -> Version:
    found = next((one for one in versions_of(season) if one.number == version), None)
    if found is None:
        raise SeasonRefused(Problem("results.no_such_version", {"version": version}))
    return found


def _not_to_agree(one: Version) -> Iterator[Problem]:
    if one.is_agreed:
        yield Problem("results.agreed_already", {"version": one.number})
    elif one.release is Release.PUBLISHED:
        yield Problem("results.withdraw_first", {"version": one.number})


def _not_to_publish(one: Version) -> Iterator[Problem]:
    if one.release is Release.PUBLISHED:
        yield Problem("results.published_already", {"version": one.number})
    elif not one.is_agreed:
        yield Problem("results.not_agreed", {"version": one.number})


def _not_to_withdraw(one: Version) -> Iterator[Problem]:
    if one.release is not Release.PUBLISHED:
        yield Problem("results.not_published", {"version": one.number})


def _outdated(held: Held, one: Version) -> Iterator[Problem]:
    """Only what the figures say now is agreed on and published, only the last version of it, and nothing while a point
    of somebody is waited for.
    """
    last = versions_of(held.season)[0].number
    if one.number != last:
        yield Problem("results.later_version", {"version": one.number, "last": last})
        return
    try:
        scored = evaluation_of(held.season, on=held.today)
    except (RulebookRefused, FiguresRefused):
        yield Problem("results.changed_since", {"version": one.number})
        return
    yield from unfinished(scored)
    if not says_the_same(Result.objects.get(pk=one.row.pk), scored):
        yield Problem("results.changed_since", {"version": one.number})


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done to a version, by which document and why."""

    event: EventType
    release: Release
    document: Document
    reason: str = ""


def _write(held: Held, by: Author, one: Version, act: _Act) -> ResultStep:
    row = ResultStep(
        season=held.season,
        result=one.row,
        position=len(one.steps) + 1,
        release=act.release,
        done_at=clock.now(),
        reason=act.reason,
        document_number=tidy(act.document.number),
        document_date=act.document.date,
    )
    with recording(
        act.event,
        by=by,
        chain=held.season.ledger_chain(),
        reason=act.reason,
        version=one.number,
        digest=one.row.digest,
        document=row.document_number,
        date=row.document_date,
    ) as record:
        return record.save(row)
