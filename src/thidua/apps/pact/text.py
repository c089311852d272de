"""What a pact says, as values; one spelling as plain data, and the digest that each leader signs.

The digest covers the parties, every commitment, what is carried over, the titles, and by their own digests the adopted
rulebook and the targets: who signs it has signed exactly these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua.apps.pact.titles import Title
from thidua.core.canonical import Plain, digest, plain_digest, to_plain
from thidua.core.units.clusters import OfficeKind


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment; `codes` are the indicators and criteria that it names."""

    text: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedDirective:
    """A directive of last season's conference, and where it was given."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Registration:
    """That a unit aims at a title."""

    unit: str
    title: Title


@dataclass(frozen=True, slots=True)
class Draft:
    """What is drafted."""

    purpose: str = ""
    commitments: tuple[Commitment, ...] = ()
    directives: tuple[CarriedDirective, ...] = ()
    registrations: tuple[Registration, ...] = ()
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A member unit; parties stand in the order of speaking. `office` is the post that it holds, or nothing."""

    unit: str
    name: str
    office: str = ""

    @property
    def office_kind(self) -> OfficeKind | None:
        return OfficeKind(self.office) if self.office else None


@dataclass(frozen=True, slots=True)
class Covered:
    """What is signed beside the words: the rulebook in force and the targets, by digest."""

    rulebook_number: int
    rulebook: str
    targets_count: int
    targets: str


@dataclass(frozen=True, slots=True)
class PactText:
    """The whole text that is locked and signed."""

    season: str
    year: int
    cluster: str
    movement: str
    slogan: str
    parties: tuple[Party, ...]
    covered: Covered
    draft: Draft = field(default_factory=Draft)


def plain_of(value: Draft | PactText) -> Plain:
    """The value as plain data in its one spelling, as it is kept."""
    return to_plain(value)


def digest_of(text: PactText) -> str:
    """What is shown, printed and signed: SHA-256 of the canonical bytes."""
    return digest(text)


def digest_of_kept(document: Plain) -> str:
    """The same, of a text as it is kept."""
    return plain_digest(document)


def draft_of(plain: Mapping[str, Any]) -> Draft:
    """A draft as it was kept."""
    return Draft(
        purpose=str(plain.get("purpose", "")),
        commitments=tuple(
            Commitment(str(one["text"]), tuple(map(str, one.get("codes", ())))) for one in _list(plain, "commitments")
        ),
        directives=tuple(CarriedDirective(str(one["text"]), str(one["origin"])) for one in _list(plain, "directives")),
        registrations=tuple(
            Registration(str(one["unit"]), Title(one["title"])) for one in _list(plain, "registrations")
        ),
        effect=str(plain.get("effect", "")),
    )


def text_of(plain: Mapping[str, Any]) -> PactText:
    """A locked text as it was kept."""
    covered = plain["covered"]
    return PactText(
        season=str(plain["season"]),
        year=int(plain["year"]),
        cluster=str(plain["cluster"]),
        movement=str(plain["movement"]),
        slogan=str(plain["slogan"]),
        parties=tuple(
            Party(str(one["unit"]), str(one["name"]), str(one.get("office", ""))) for one in plain["parties"]
        ),
        covered=Covered(
            int(covered["rulebook_number"]),
            str(covered["rulebook"]),
            int(covered["targets_count"]),
            str(covered["targets"]),
        ),
        draft=draft_of(plain.get("draft", {})),
    )


def _list(plain: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found = plain.get(name, [])
    return found if isinstance(found, list) else []
