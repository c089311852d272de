"""Reads for pages: a chain page by page, one entry, one object through time. No row costs a query of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.apps import clock
from thidua.apps.ledger.bridge import stored, with_parts, with_texts
from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow
from thidua.core.ledger.entry import ChainKey, read_entry
from thidua.core.ledger.entry import Entry as Link
from thidua.core.ledger.verify import Stored
from thidua.words.vietnamese import marked

PAGE = 50  # entries


@dataclass(frozen=True, slots=True)
class Untold:
    """Entries of these apps about these units: what they say is not told to whoever reads."""

    units: frozenset[str] = frozenset()
    apps: frozenset[str] = frozenset()

    @property
    def query(self) -> Q:
        """Those entries, none without a unit."""
        verbs = [Q(verb__startswith=f"{app}.") for app in sorted(self.apps)]
        return reduce(or_, verbs, Q(pk__in=[])) & Q(about_unit__in=self.units)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; nothing: everything. `text` is looked for in names and texts that are not erased, never in
    those of entries that are not told.
    """

    verb: str = ""
    unit: str = ""
    account: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None
    untold: Untold = Untold()


@dataclass(frozen=True, slots=True)
class Recounted:
    """An entry with all that lies beside it; `link` is nothing where its bytes cannot be read."""

    stored: Stored
    chain: ChainKey
    at: datetime
    link: Link | None

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts that are still there, by name."""
        return {text.field: text.text for text in self.stored.texts}


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of a chain, the latest first, and the heights at which the neighbouring parts begin."""

    entries: tuple[Recounted, ...]
    older: int | None
    newer: int | None


def part_of(chain: ChainKey, wanted: Wanted, *, below: int | None = None, above: int | None = None) -> Part:
    """The entries below a height, or those next above it, or the latest. Their rows are left
    out. Two queries, and two to look both ways."""
    every = _matching(chain, wanted)
    if above is not None:
        found = list(with_texts(every.filter(height__gt=above).order_by("height"))[:PAGE])[::-1]
    else:
        lower = every if below is None else every.filter(height__lt=below)
        found = list(with_texts(lower.order_by("-height"))[:PAGE])
    if not found:
        return Part((), None, None)
    newest, oldest = found[0].height, found[-1].height
    return Part(
        tuple(map(_recounted, found)),
        oldest if every.filter(height__lt=oldest).exists() else None,
        newest if every.filter(height__gt=newest).exists() else None,
    )


def latest_of(chain: ChainKey, count: int) -> tuple[Recounted, ...]:
    """The last entries of a chain, the latest first, without their rows. Two queries."""
    return tuple(map(_recounted, with_texts(Entry.objects.filter(chain=chain).order_by("-height"))[:count]))


def find_entry(chain: ChainKey, height: int) -> Recounted | None:
    """One entry of a chain. Three queries."""
    found = with_parts(Entry.objects.filter(chain=chain, height=height)).first()
    return None if found is None else _recounted(found)


def entries_about(chain: ChainKey, table: str, key: str) -> tuple[Recounted, ...]:
    """Every entry of a chain that wrote one object, from its first to its last."""
    heights = EntryRow.objects.filter(table=table, key=key, entry__chain=chain).values("entry")
    return tuple(map(_recounted, with_parts(Entry.objects.filter(pk__in=heights).order_by("height"))))


def find_chain(chain: ChainKey) -> Chain | None:
    """A chain's own row; none before its first entry."""
    return Chain.objects.filter(pk=chain, height__gt=0).first()


def verbs_in(chain: ChainKey) -> set[str]:
    """The verbs that occur in a chain."""
    return set(Entry.objects.filter(chain=chain).order_by().values_list("verb", flat=True).distinct())


def units_in(chain: ChainKey) -> set[str]:
    """The codes of the units that acted in a chain, or whose matter it told of."""
    pairs = Entry.objects.filter(chain=chain).order_by().values_list("unit", "about_unit").distinct()
    return {code for pair in pairs for code in pair if code}


def has_any(chain: ChainKey, untold: Untold) -> bool:
    """Whether a chain holds an entry that is not told."""
    return Entry.objects.filter(untold.query, chain=chain).exists()


def _matching(chain: ChainKey, wanted: Wanted) -> QuerySet[Entry]:
    entries = Entry.objects.filter(chain=chain)
    if wanted.verb:
        entries = entries.filter(verb=wanted.verb)
    if wanted.unit:
        entries = entries.filter(unit=wanted.unit) | entries.filter(about_unit=wanted.unit)
    if wanted.account:
        entries = entries.filter(account=wanted.account)
    if wanted.first:
        entries = entries.filter(at__gte=_midnight(wanted.first))
    if wanted.last:
        entries = entries.filter(at__lte=datetime.combine(wanted.last, time.max, clock.zone()))
    if wanted.text.strip():
        holding = Disclosure.objects.filter(entry=OuterRef("pk"), search_key__contains=marked(wanted.text))
        entries = entries.filter(Exists(holding)).exclude(wanted.untold.query)
    return entries


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.zone())


def _recounted(entry: Entry) -> Recounted:
    return Recounted(stored(entry), ChainKey(entry.chain_id), entry.at, read_entry(entry.body.encode()))
