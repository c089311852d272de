"""Reads of the pact: its draft, the text that is open, who has signed it, and whether what it covers still stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.pact.models import Opening, Pact, Signature
from thidua.apps.pact.text import Covered, Draft, PactText, Party, digest_of_kept, draft_of, text_of
from thidua.apps.rulebooks.selectors import latest_milestones, latest_targets, version_in_force
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.procedure import regulation_of
from thidua.apps.seasons.roll import members_in
from thidua.apps.seasons.selectors import day_to_show, standing_in
from thidua.core.canonical import digest
from thidua.core.errors import Problem, RulebookRefused


@dataclass(frozen=True, slots=True)
class PartyState:
    """A party of a text, with its signature if it has signed."""

    party: Party
    signature: Signature | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A text that was opened, read once: what it says, and who has signed it, in the order of speaking."""

    row: Opening
    text: PactText
    parties: tuple[PartyState, ...]

    @property
    def missing(self) -> tuple[Party, ...]:
        """The parties that have not signed."""
        return tuple(one.party for one in self.parties if one.signature is None)

    @property
    def signed(self) -> int:
        return len(self.parties) - len(self.missing)

    @property
    def is_whole(self) -> bool:
        """Whether every party has signed a text that stands as it was locked."""
        return not self.missing and self.is_untouched

    @property
    def is_untouched(self) -> bool:
        """Whether the text and every signature still carry the digest that was shown."""
        digests = {self.row.digest, *(one.signature.digest for one in self.parties if one.signature)}
        return digests == {digest_of_kept(self.row.document)}

    @property
    def short_digest(self) -> str:
        """What is printed and typed: the first of its characters."""
        return short(self.row.digest)


def short(whole: str) -> str:
    """A digest as people compare it on paper: `1a2b 3c4d 5e6f 7a8b`."""
    return " ".join(whole[start : start + 4] for start in range(0, 16, 4))


def pact_of(season: Season) -> Pact | None:
    """The pact of a season, once it is drafted."""
    return Pact.objects.filter(season=season).first()


def draft_in(pact: Pact | None) -> Draft:
    """What is drafted; nothing yet is an empty draft."""
    return Draft() if pact is None else draft_of(pact.content)


def openings_of(season: Season) -> list[Opened]:
    """Every text that was opened for signature, the latest first. Two queries."""
    return opened(Opening.objects.filter(season=season).order_by("-number"))


def current_opening(season: Season) -> Opened | None:
    """The text that is open, or was signed; None while it is only drafted."""
    return next(iter(opened(Opening.objects.filter(season=season, withdrawn_at__isnull=True))), None)


def find_opening(season: Season, number: int) -> Opened:
    """One text by its number. Raises AccessRefused; one that is not there is nothing to anybody."""
    found = opened(Opening.objects.filter(season=season, number=number))
    if not found:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return found[0]


def opened(rows: Iterable[Opening]) -> list[Opened]:
    """Texts with their signatures. As many queries for many as for one."""
    listed = list(rows)
    signatures = Signature.objects.filter(opening__in=listed).select_related("scan").order_by("signed_at", "pk")
    by_unit = {(one.opening_id, one.unit): one for one in signatures} if listed else {}
    found = []
    for row in listed:
        text = text_of(row.document)
        parties = tuple(PartyState(party, by_unit.get((row.pk, party.unit))) for party in text.parties)
        found.append(Opened(row, text, parties))
    return found


def parties_of(season: Season, *, on: date) -> tuple[Party, ...]:
    """The members in the order of speaking: that of the regulations where they say one."""
    day = day_to_show(season, on=on)
    members = members_in(standing_in(season, on=day), on=day)
    regulation = regulation_of(season, on=on)
    said = regulation.speaking_order if regulation else ()
    places = {unit: place for place, unit in enumerate(said)}
    ordered = sorted(members, key=lambda one: places.get(one.code, len(places)))  # others stay as they are
    return tuple(Party(one.code, one.name, one.office.value if one.office else "") for one in ordered)


def covered_by(season: Season, *, on: date) -> Covered:
    """The rulebook and the targets that stand now. Raises RulebookRefused where no rulebook was adopted."""
    version = version_in_force(season, on=on)
    if version is None:
        raise RulebookRefused(Problem("pact.no_rulebook"))
    targets = [(row.unit, row.indicator, row.valid_from, row.typed, row.due_on) for row in latest_targets(season)]
    stones = [(row.unit, row.indicator, row.due_on, row.typed) for row in latest_milestones(season)]
    return Covered(version.number, version.digest, len(targets), digest([targets, stones]))


def text_for(season: Season, draft: Draft, *, on: date) -> PactText:
    """The whole text as it would be locked now. Raises RulebookRefused where no rulebook was adopted."""
    return PactText(
        season=season.slug,
        year=season.year,
        cluster=season.cluster.name,
        movement=season.movement.name,
        slogan=season.movement.slogan,
        parties=parties_of(season, on=on),
        covered=covered_by(season, on=on),
        draft=draft,
    )


def moved_since(season: Season, one: Opened, *, on: date) -> list[Problem]:
    """What differs now from what was locked: a text whose digest moved, another rulebook, other targets or members."""
    return list(_moved(season, one, on))


def _moved(season: Season, one: Opened, on: date) -> Iterator[Problem]:
    if not one.is_untouched:
        yield Problem("pact.text_moved", {"digest": one.short_digest})
    try:
        now = covered_by(season, on=on)
    except RulebookRefused as refused:
        yield from refused.problems
        return
    if now.rulebook != one.text.covered.rulebook:
        yield Problem("pact.rulebook_moved")
    if now.targets != one.text.covered.targets:
        yield Problem("pact.targets_moved")
    if {party.unit for party in parties_of(season, on=on)} != {party.unit for party in one.text.parties}:
        yield Problem("pact.parties_moved")
