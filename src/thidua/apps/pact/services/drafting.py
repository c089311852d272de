"""Drafting the pact, locking its text for signature, and taking a text back before the last signature."""

from collections.abc import Iterator

from django.db.models import Max

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.pact import events
from thidua.apps.pact.models import Opening, Pact
from thidua.apps.pact.selectors import current_opening, draft_in, moved_since, pact_of, text_for
from thidua.apps.pact.text import Draft, Registration, digest_of, plain_of
from thidua.apps.pact.titles import law_of
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem, RulebookRefused
from thidua.core.timeline import TimelineRefused
from thidua.words.vietnamese import tidy

LONGEST = 5000
LONGEST_ORIGIN = 300
MOST = 60  # commitments, and directives


def draft_pact(*, actor: Actor, season: Season, draft: Draft, seen: int, is_illustrative: bool = False) -> Pact:
    """Write the draft anew. `seen`: the version that the writer started from; another one since is told, not lost."""
    with changing(season) as held:
        by = demand(actor, Verb.PREPARE_PACT, held.subject())
        row = pact_of(held.season) or Pact(season=held.season, version=0)
        refuse([*_not_to_draft(held, row, seen), *_wrong_draft(held, draft)])
        row.version, row.content, row.is_illustrative = row.version + 1, plain_of(draft), is_illustrative
        chain = held.season.ledger_chain()
        with recording(events.PACT_DRAFTED, by=by, chain=chain, version=row.version) as record:
            return record.save(row)


def open_pact(*, actor: Actor, season: Season, seen: int) -> Opening:
    """Lock the text and everything that it covers, and let the leaders sign its digest."""
    with changing(season) as held:
        by = demand(actor, Verb.PREPARE_PACT, held.subject())
        row = pact_of(held.season)
        if row is None:
            raise SeasonRefused(Problem("pact.not_drafted"))
        draft = draft_in(row)
        refuse([*_not_to_draft(held, row, seen), *_not_to_open(held, draft)])
        text = text_for(held.season, draft, on=held.today)
        last = row.openings.aggregate(last=Max("number"))["last"] or 0
        opening = Opening(
            season=held.season,
            pact=row,
            number=last + 1,
            document=plain_of(text),
            digest=digest_of(text),
            opened_at=clock.now(),
        )
        data = {"number": opening.number, "digest": opening.digest}
        with recording(events.PACT_OPENED, by=by, chain=held.season.ledger_chain(), **data) as record:
            return record.save(opening)


def withdraw_pact(*, actor: Actor, season: Season, reason: str) -> Opening:
    """Take the text back into drafting, for a reason; every signature under it is void. Not once all have signed,
    unless what they signed has been moved since.
    """
    with changing(season) as held:
        by = demand(actor, Verb.PREPARE_PACT, held.subject())
        found = current_opening(held.season)
        if found is None:
            raise SeasonRefused(Problem("pact.not_open"))
        whole = found.is_whole and not moved_since(held.season, found, on=held.today)
        refuse(
            [
                *([Problem("pact.all_signed")] if whole else []),
                *checks.given("reason", reason, longest=2000),
            ]
        )
        row = found.row
        row.withdrawn_at, row.reason = clock.now(), tidy(reason)
        data = {"number": row.number, "digest": row.digest, "signatures": found.signed}
        with recording(
            events.PACT_WITHDRAWN, by=by, chain=held.season.ledger_chain(), reason=row.reason, **data
        ) as record:
            return record.save(row)


def _not_to_draft(held: Held, row: Pact, seen: int) -> Iterator[Problem]:
    if current_opening(held.season) is not None:
        yield Problem("pact.open_now")
    if row.version != seen:
        yield Problem("pact.changed_meanwhile")


def _wrong_draft(held: Held, draft: Draft) -> Iterator[Problem]:
    for name, text in (("purpose", draft.purpose), ("effect", draft.effect)):
        yield from _too_long(name, text, LONGEST)
    for number, one in enumerate(draft.commitments, start=1):
        yield from checks.given(f"commitment_{number}", one.text, longest=LONGEST)
    for number, directive in enumerate(draft.directives, start=1):
        yield from checks.given(f"directive_{number}", directive.text, longest=LONGEST)
        yield from checks.given(f"origin_{number}", directive.origin, longest=LONGEST_ORIGIN)
    for length in (len(draft.commitments), len(draft.directives)):
        if length > MOST:
            yield Problem("pact.too_many", {"count": length, "most": MOST})
    yield from _unknown_codes(held, draft)
    yield from _wrong_titles(held, draft)


def _unknown_codes(held: Held, draft: Draft) -> Iterator[Problem]:
    """Codes that the rulebook in force does not have; before one is adopted nobody can say."""
    try:
        rulebook = rulebook_of(held.season, on=held.today)
    except RulebookRefused:
        return
    known = {one.code for one in rulebook.indicators} | {node.code for _depth, node in rulebook.walk()}
    for number, one in enumerate(draft.commitments, start=1):
        unknown = [code for code in one.codes if code not in known]
        if unknown:
            yield Problem("pact.unknown_codes", {"codes": unknown}, Place(path=f"codes_{number}"))


def _wrong_titles(held: Held, draft: Draft) -> Iterator[Problem]:
    told: set[Registration] = set()
    for one in draft.registrations:
        place = Place(path=f"titles_{one.unit}")
        if one.unit not in held.standing.members:
            yield Problem("pact.not_a_party", {"unit": one.unit}, place)
        if one in told:
            yield Problem("pact.registered_twice", {"title": one.title}, place)
        told.add(one)
        try:
            law_of(one.title, on=held.today)
        except TimelineRefused as refused:
            yield from (Problem(found.code, found.data, place) for found in refused.problems)


def _not_to_open(held: Held, draft: Draft) -> Iterator[Problem]:
    if not draft.commitments:
        yield Problem("pact.no_commitments")
    if len(held.standing.members) < 2:
        yield Problem("pact.too_few_parties", {"count": len(held.standing.members)})
    try:
        rulebook_of(held.season, on=held.today)
    except RulebookRefused:
        yield Problem("pact.no_rulebook")
    yield from _wrong_draft(held, draft)


def _too_long(field: str, text: str, longest: int) -> Iterator[Problem]:
    if len(text) > longest:
        yield Problem("forms.too_long", {"length": len(text), "longest": longest}, Place(path=field))
