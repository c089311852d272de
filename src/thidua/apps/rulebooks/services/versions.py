"""Drafting a rulebook, adopting it before the pact is signed, and amending it afterwards."""

from collections.abc import Iterator
from dataclasses import replace

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks import bridge, events
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.rulebooks.selectors import draft_of, version_in_force
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.locks import locked
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Problem, Severity
from thidua.core.ledger.entry import Author
from thidua.core.phases import Frozen
from thidua.core.rulebook.digest import rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.rulebook.schema import Rulebook
from thidua.core.timeline import Period
from thidua.words.vietnamese import tidy


def start_draft(*, actor: Actor, season: Season, rulebook: Rulebook, origin: str = "") -> RulebookVersion:
    """Begin a draft with a rulebook that was adopted before, made valid in this season; refused where one is begun."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAFT_RULEBOOK, held.subject())
        if draft_of(held.season) is not None:
            refuse([Problem("rulebooks.draft_is_there")])
        if held.season.data_to not in rulebook.valid:
            rulebook = replace(rulebook, valid=Period(held.season.data_from, None))
        return _draft_with(held, by, rulebook, origin)


def import_rulebook(*, actor: Actor, season: Season, rulebook: Rulebook, file_name: str = "") -> RulebookVersion:
    """Put a rulebook that the checker passes into the season's one draft; an earlier draft is replaced."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAFT_RULEBOOK, held.subject())
        refuse(_not_for(held, rulebook, rulebook_digest(rulebook)))
        return _draft_with(held, by, rulebook, file_name)


def drop_draft(*, actor: Actor, season: Season) -> None:
    """Throw the draft away; nothing that was adopted changes."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAFT_RULEBOOK, held.subject())
        draft = _draft(held.season)
        with recording(
            events.DRAFT_DROPPED, by=by, chain=held.season.ledger_chain(), number=draft.number, digest=draft.digest
        ) as record:
            record.delete(draft)


def adopt_rulebook(*, actor: Actor, season: Season, document: Document) -> RulebookVersion:
    """Adopt the draft, by a document, before the pact is signed; an earlier adopted version stays on record."""
    with changing(season) as held:
        by = demand(actor, Verb.ADOPT_RULEBOOK, held.subject())
        draft = _draft(held.season)
        held_back = [*locked(Frozen.RULEBOOK, held.season), *_unfit(held, draft)]
        refuse([*held_back, *check_document(document, today=held.today)])
        return _adopt(held, draft, events.RULEBOOK_ADOPTED, by=by, document=document)


def amend_rulebook(*, actor: Actor, season: Season, document: Document, reason: str) -> RulebookVersion:
    """Put the draft in force after the pact is signed: by a minute, with its reason, and in full view."""
    with changing(season) as held:
        by = demand(actor, Verb.AMEND_RULEBOOK, held.subject())
        draft = _draft(held.season)
        asked = [*checks.given("reason", reason, longest=2000), *check_document(document, today=held.today)]
        refuse([*_unfit(held, draft), *asked])
        return _adopt(held, draft, events.RULEBOOK_AMENDED, by=by, document=document, reason=tidy(reason))


def _draft_with(held: Held, by: Author, rulebook: Rulebook, origin: str) -> RulebookVersion:
    draft = draft_of(held.season) or RulebookVersion(
        season=held.season, number=held.season.rulebookversions.count() + 1, state=VersionState.DRAFT
    )
    draft.document, draft.digest, draft.file_name = rulebook_document(rulebook), rulebook_digest(rulebook), origin[:300]
    draft.typed_by, draft.typed_at = by.account, clock.now()
    data = {"number": draft.number, "title": rulebook.title, "digest": draft.digest}
    with recording(events.RULEBOOK_DRAFTED, by=by, chain=held.season.ledger_chain(), **data) as record:
        return record.save(draft)


def _adopt(
    held: Held, draft: RulebookVersion, event: EventType, *, by: Author, document: Document, reason: str = ""
) -> RulebookVersion:
    draft.state, draft.adopted_on, draft.reason = VersionState.ADOPTED, held.today, reason
    draft.document_number, draft.document_date = tidy(document.number), document.date
    with recording(
        event,
        by=by,
        chain=held.season.ledger_chain(),
        reason=reason,
        number=draft.number,
        digest=draft.digest,
        document=draft.document_number,
        date=draft.document_date,
    ) as record:
        return record.save(draft)


def _draft(season: Season) -> RulebookVersion:
    draft = draft_of(season)
    if draft is None:
        raise SeasonRefused(Problem("rulebooks.no_draft"))
    return draft


def _unfit(held: Held, draft: RulebookVersion) -> Iterator[Problem]:
    """Why a draft cannot be put in force: it holds errors, or it is none for this season."""
    errors = [one for one in bridge.findings(draft) if one.severity is Severity.ERROR]
    if errors:
        yield Problem("rulebooks.draft_has_errors", {"count": len(errors)})
    yield from _not_for(held, bridge.rulebook(draft), draft.digest)


def _not_for(held: Held, rulebook: Rulebook, digest: str) -> Iterator[Problem]:
    """Why a sound rulebook is none for this season: it does not hold then, or it is in force already."""
    if held.season.data_to not in rulebook.valid:
        yield Problem("rulebooks.not_valid_then", {"day": held.season.data_to, "start": rulebook.valid.start})
    current = version_in_force(held.season, on=held.today)
    if current is not None and current.digest == digest:
        yield Problem("rulebooks.same_as_in_force", {"number": current.number})
    elif current is not None:
        gone = _codes(bridge.rulebook(current)) - _codes(rulebook)
        given = set(held.season.targets.filter(indicator__in=gone).values_list("indicator", flat=True))
        if given:
            yield Problem("rulebooks.targets_of_gone", {"codes": sorted(given)})


def _codes(rulebook: Rulebook) -> set[str]:
    return {one.code for one in rulebook.indicators}
