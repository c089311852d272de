"""Reads of notices: how many wait, and what they say to somebody who may still read the matter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.models import Disclosure, EntryRow
from thidua.apps.ledger.reading import said_by
from thidua.apps.notices.models import LeftOut, Notice, NoticeKind
from thidua.apps.notices.telling import TELLINGS
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons import bridge
from thidua.apps.seasons.selectors import standings
from thidua.core.errors import Fault
from thidua.core.ledger.entry import Entry, read_entry
from thidua.words.language import Language
from thidua.words.say import all_sentences, say


@dataclass(frozen=True, slots=True)
class Told:
    """One notice as it is shown. Without a `link` there is no page of it (any more), or it is no longer theirs to see.

    `link` is a URL name and its arguments.
    """

    notice: Notice
    sentence: str
    reason: str
    link: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        return self.notice.read_at is None


def own(actor: Actor) -> QuerySet[Notice]:
    """What somebody sees today: told to them for a unit that they still act for."""
    if not actor.account:
        return Notice.objects.none()
    return Notice.objects.filter(account=actor.account, through__in=actor.units)


def unread_count(actor: Actor) -> int:
    """How many notices somebody has not read. One query, none for nobody."""
    return own(actor).filter(read_at=None).count() if actor.units else 0


def latest(actor: Actor, *, only_new: bool = False) -> QuerySet[Notice]:
    """Somebody's notices, the latest first, with all that their sentences need."""
    found = own(actor).filter(read_at=None) if only_new else own(actor)
    rows, texts = EntryRow.objects.order_by("table", "key"), Disclosure.objects.order_by("field")
    return (
        found.select_related("season__cluster", "entry")
        .prefetch_related(Prefetch("entry__rows", rows), Prefetch("entry__disclosures", texts))
        .order_by("-at", "key")
    )


def shown(notices: Iterable[Notice], actor: Actor, lang: Language) -> list[Told]:
    """Notices in words. As many queries for fifty as for one."""
    listed = list(notices)
    if not listed:
        return []
    today = clock.today()
    seasons = {one.season_id: one.season for one in listed}
    stands = standings(seasons.values(), on=today)
    names = unit_names({one.unit for one in listed if one.unit}, on=today)
    found = []
    for one in listed:
        verb = TELLINGS[one.entry.verb].verb if one.entry is not None else Verb.READ_SEASON
        subject = bridge.subject(one.season, stands[one.season_id], unit=one.unit)
        if may(actor, verb, subject):
            found.append(_told(one, names, lang))
        else:
            found.append(Told(one, say("notices.not_yours_now", lang), "", ()))
    return found


def link_of(notice: Notice) -> tuple[str, ...]:
    """The page that a notice leads to: a URL name and its arguments."""
    if notice.entry is None:
        return ("home",)
    read = read_entry(notice.entry.body.encode())
    return _link(notice, read) if read is not None else ()


def wanted_kinds(actor: Actor) -> list[NoticeKind]:
    """The kinds that somebody has not left out."""
    left_out = set(LeftOut.objects.filter(account=actor.account).values_list("kind", flat=True))
    return [kind for kind in NoticeKind if kind not in left_out]


def _told(notice: Notice, names: Mapping[str, str], lang: Language) -> Told:
    if notice.entry is None:
        data = {"title": notice.title, "due": notice.due_on, "unit": names.get(notice.unit, notice.unit)}
        return Told(notice, say("notices.due", lang, **data), "", ("home",))
    read = read_entry(notice.entry.body.encode())
    if read is None:
        return Told(notice, say("ledger.entry_unsaid", lang, verb=notice.entry.verb), "", ())
    texts = {one.field: one.text for one in notice.entry.disclosures.all()}
    return Told(notice, _sentence(read, texts, names, lang), texts.get("reason", ""), _link(notice, read))


def _sentence(entry: Entry, texts: Mapping[str, str], names: Mapping[str, str], lang: Language) -> str:
    """The sentence for who is told, where there is one of its own, or what the ledger says."""
    code = f"notice.{entry.verb}"
    try:
        return said_by(entry, texts, lang, unit_names=names, code=code if code in all_sentences() else "")
    except (Fault, ValueError):
        return say("ledger.entry_unsaid", lang, verb=entry.verb)


def _link(notice: Notice, entry: Entry) -> tuple[str, ...]:
    name, *asked = TELLINGS[entry.verb].link
    arguments = [_argument(one, notice, entry) for one in asked]
    return (name, notice.season_id, *arguments) if all(arguments) else ()


def _argument(asked: str, notice: Notice, entry: Entry) -> str:
    if asked.startswith("@"):
        marks = notice.entry.rows.all() if notice.entry is not None else ()
        return next((one.key for one in marks if one.table == asked[1:]), "")
    return str((entry.data or {}).get(asked) or "")
