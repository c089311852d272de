"""The text of a pact as pages and paper show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.apps.pact.text import Draft, Party
from thidua.apps.pact.titles import TitleLaw, law_of


@dataclass(frozen=True, slots=True)
class Registered:
    """The titles that a unit aims at, each with the law of the day."""

    name: str
    titles: tuple[TitleLaw, ...]


@dataclass(frozen=True, slots=True)
class ShownText:
    """What is read: the words, the parties in order, and the titles unit by unit."""

    draft: Draft
    parties: tuple[Party, ...]
    registered: tuple[Registered, ...]

    @property
    def is_empty(self) -> bool:
        return self.draft == Draft()


def shown(draft: Draft, parties: Iterable[Party], *, on: date) -> ShownText:
    """A text as of the day on which it was opened, or today."""
    listed = tuple(parties)
    wanted = [(party, [one.title for one in draft.registrations if one.unit == party.unit]) for party in listed]
    registered = tuple(
        Registered(party.name, tuple(TitleLaw(title, law_of(title, on=on)) for title in titles))
        for party, titles in wanted
        if titles
    )
    return ShownText(draft, listed, registered)
