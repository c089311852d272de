"""A chain opened by somebody: what the frame of its pages needs, its addresses, and its entries as lines of a table."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.custody.books import Book, open_book
from thidua.apps.custody.telling import is_told, untold
from thidua.apps.ledger.browsing import Recounted, Untold
from thidua.apps.ledger.reading import sentence_of
from thidua.apps.organisation.selectors import unit_names
from thidua.core.ledger.heads import short_head
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say, write

OFFICE = "Thi đua"  # the installation itself, where nobody acted


@dataclass(frozen=True, slots=True)
class Opened:
    """A book and the person who reads it."""

    actor: Actor
    book: Book

    @property
    def slug(self) -> str:
        """The season's, or nothing for the installation's chain."""
        return self.book.season.slug if self.book.season else ""

    def address(self, name: str, *args: object) -> str:
        """The address of a page of this chain."""
        return reverse(f"season_{name}", args=[self.slug, *args]) if self.slug else reverse(name, args=args)

    def may(self, verb: Verb) -> bool:
        """Whether the person may do this with it."""
        return may(self.actor, verb, self.book.subject)

    def tells(self, one: Recounted) -> bool:
        """Whether the person is told what the entry says."""
        return one.link is None or is_told(one.link, actor=self.actor, subject=self.book.subject)

    def untold(self, units: Collection[str]) -> Untold:
        """What the person is not told of these units."""
        return untold(units, actor=self.actor, subject=self.book.subject)

    def context(self, **more: object) -> dict[str, object]:
        """What every page of the ledger hands to its template."""
        return {
            "season": self.book.season,
            "subject": self.book.subject,
            "to_list": self.address("ledger"),
            "to_verify": self.address("verify_ledger"),
            "to_export": self.address("export_ledger"),
            **more,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a line of a table."""

    entry: Recounted
    address: str
    at: str
    actor: str
    role: str
    unit: str
    sentence: str
    digest: str

    @property
    def height(self) -> int:
        return self.entry.stored.height


def opened(request: HttpRequest, slug: str, verb: Verb = Verb.READ_LEDGER) -> Opened:
    """The chain for somebody who may do this with it. Raises AccessRefused."""
    return Opened(request.actor, open_book(slug, actor=request.actor, verb=verb, on=clock.today()))


def lines_of(opened: Opened, entries: Iterable[Recounted], names: Mapping[str, str]) -> list[Line]:
    """Entries as lines; `names` are those of the units."""
    return [_line(opened, one, names) for one in entries]


def names_for(entries: Iterable[Recounted], more: Iterable[str] = ()) -> dict[str, str]:
    """The names of every unit that entries tell of. One query."""
    codes = {code for one in entries if one.link for code in (one.link.unit, one.link.about_unit)}
    return unit_names({code for code in (*codes, *more) if code}, on=clock.today())


def written_moment(moment: datetime) -> str:
    """`20/11/2024 16:40:12`: in the ledger seconds count."""
    return f"{moment.astimezone(clock.zone()):%d/%m/%Y %H:%M:%S}"


def short_digest(digest: str) -> str:
    """The first eight digits of a digest, for the eye."""
    return f"{digest[:4]} {digest[4:8]}"


def long_digest(digest: str) -> str:
    """A whole digest in groups of four."""
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def head_of(entry: Recounted) -> str:
    """The entry as a head, as papers carry it."""
    return short_head(entry.stored.height, entry.stored.digest)


def _line(opened: Opened, one: Recounted, names: Mapping[str, str]) -> Line:
    lang, link = current_language(), one.link
    texts = one.texts
    return Line(
        entry=one,
        address=opened.address("ledger_entry", one.stored.height),
        at=written_moment(one.at),
        actor=_actor(one, texts),
        role=write(Role(link.role), lang) if link and link.role in set(Role) else "",
        unit=names.get(link.unit, link.unit) if link else "",
        sentence=sentence_of(link, texts, lang, unit_names=names, is_told=opened.tells(one))
        if link
        else say("ledger.unreadable_line", lang),
        digest=short_digest(one.stored.digest),
    )


def _actor(one: Recounted, texts: Mapping[str, str]) -> str:
    """The name of who acted, that it was erased, or the installation where nobody did."""
    promised = one.link.commitments if one.link else None
    return texts.get("actor") or (say("ledger.text_gone", current_language()) if promised else OFFICE)
