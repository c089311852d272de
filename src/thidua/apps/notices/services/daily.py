"""The work of each day: what falls due is told, and one mail sums up for each person what waits for them.

A mail names no person and no figure: how many things are overdue, due today and in a week, how many notices of each
kind are new. Whoever owes nothing and has read everything gets none. That a mail is being sent is written before the
server is asked, so that no second run sends it again; what the server refuses is forgotten, so that the next run does.
"""

import smtplib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.roles import SYSTEM, Actor
from thidua.apps.access.selectors import actors_of
from thidua.apps.ledger.services import recording
from thidua.apps.notices import events
from thidua.apps.notices.mailing import MailRefused, has_server, line, send
from thidua.apps.notices.models import LeftOut, MailAddress, MailSent, Notice, NoticeKind
from thidua.apps.notices.selectors import own
from thidua.apps.notices.services.telling import tell_all_news
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.desk import Work, asked_by, work_of
from thidua.apps.seasons.duties import DutyState
from thidua.core.errors import Problem
from thidua.words.language import Language
from thidua.words.say import say

AHEAD = timedelta(days=3)  # so long before its day something is told
IN_A_ROW = 3  # refusals
OWED = (DutyState.OVERDUE, DutyState.TODAY, DutyState.SOON)


@dataclass(frozen=True, slots=True)
class Day:
    """What one run did: notices of what falls due, mails sent, and why some were not (each once)."""

    told: int
    has_server: bool
    sent: int = 0
    failed: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that a mail may say of somebody."""

    states: Counter[DutyState]
    nearest: date | None
    unread: Counter[str]

    @property
    def is_nothing(self) -> bool:
        return not any(self.states[one] for one in OWED) and not self.unread


def run_day() -> Day:
    """Tell what falls due, then send the mails of the day. Again on the same day nothing is told or sent twice."""
    today = clock.today()
    tell_all_news()
    works = {key: work_of(asked_by(actor, on=today)[0]) for key, actor in _people(today).items()}
    told = remind(works, on=today)
    if not has_server():
        return Day(told, has_server=False)
    run = _Run(today, works)
    try:
        with line() as backend:
            run.through(backend)
    except MailRefused as refused:
        run.problems += refused.problems
    if run.sent or run.failed:
        with recording(events.DIGEST_SENT, by=SYSTEM.author(), day=today, count=run.sent, failed=run.failed):
            pass  # how many, no more: which mails went is a row of each person
    different = [one for place, one in enumerate(run.problems) if one not in run.problems[:place]]
    return Day(told, True, run.sent, run.failed, tuple(different))


@dataclass(slots=True)
class _Run:
    """The mails of one run. A server that refuses three in a row is left alone until the next run."""

    today: date
    works: Mapping[str, Work]
    sent: int = 0
    failed: int = 0
    problems: list[Problem] = field(default_factory=list)

    def through(self, backend: smtplib.SMTP) -> None:
        in_a_row = 0
        for address in _addresses(self.today):
            done = _mail(backend, address, self.works.get(str(address.account_id), Work((), ())), self.today)
            self.sent += done is True
            if isinstance(done, Problem):
                self.failed, in_a_row = self.failed + 1, in_a_row + 1
                self.problems.append(done)
            elif done:
                in_a_row = 0
            if in_a_row == IN_A_ROW:
                return


def remind(works: Mapping[str, Work], *, on: date) -> int:
    """A notice of each thing that falls due within three days, once. Returns how many are new."""
    left_out = set(LeftOut.objects.filter(kind=NoticeKind.DUE).values_list("account", flat=True))
    wanted = works.keys() - {str(key) for key in left_out}
    names = unit_names({one.unit for work in works.values() for one in work.items if one.unit}, on=on)
    rows = [row for key in sorted(wanted) for row in _due(key, works[key], names, on)]
    known = {(str(key), name) for key, name in Notice.objects.filter(due_on__gte=on).values_list("account", "key")}
    new = [row for row in rows if (str(row.account_id), row.key) not in known]
    Notice.objects.bulk_create(new, batch_size=500, ignore_conflicts=True)
    return len(new)


def waiting_for(actor: Actor, work: Work, *, on: date) -> Waiting:
    """What waits for somebody, counted."""
    days = [one.due.duty.due_on for one in work.own if one.state in OWED]
    days += [one.due_on for one in work.items if one.due_on and one.state(on) in OWED]
    unread = Counter(own(actor).filter(read_at=None).values_list("kind", flat=True))
    return Waiting(Counter(work.states(on)), min(days, default=None), unread)


def lines_of(waiting: Waiting, lang: Language) -> list[str]:
    """The mail, line by line."""
    lines = [say("notices.mail_hello", lang)]
    if any(waiting.states[one] for one in OWED):
        counts = {one.value: waiting.states[one] for one in OWED}
        lines.append(say("notices.mail_owed", lang, day=waiting.nearest, **counts))
    if waiting.unread:
        kinds = [
            say("notices.mail_kind", lang, kind=kind, count=waiting.unread[kind])
            for kind in NoticeKind
            if waiting.unread[kind]
        ]
        lines.append(say("notices.mail_unread", lang, count=sum(waiting.unread.values()), kinds="; ".join(kinds)))
    return [*lines, say("notices.mail_end", lang)]


def _mail(backend: smtplib.SMTP, address: MailAddress, work: Work, today: date) -> bool | Problem:
    """Whether a mail was sent; a problem where the server refused it."""
    actor = actors_of([str(address.account_id)], on=today).get(str(address.account_id))
    if actor is None:
        return False
    waiting = waiting_for(actor, work, on=today)
    if waiting.is_nothing:
        return False
    with transaction.atomic():
        row, is_new = MailSent.objects.get_or_create(account_id=actor.account, day=today)
    if not is_new:
        return False
    lang = Language(address.language)
    try:
        send(backend, address.address, lang, say("notices.mail_subject", lang), lines_of(waiting, lang))
    except MailRefused as refused:
        row.delete()
        return refused.problems[0]
    row.sent_at = clock.now()
    row.save()
    return True


def _people(on: date) -> dict[str, Actor]:
    """Everybody who acts for some unit today."""
    keys = [str(key) for key in Account.objects.filter(is_active=True).values_list("pk", flat=True)]
    return {key: actor for key, actor in actors_of(keys, on=on).items() if actor.units}


def _addresses(on: date) -> Iterator[MailAddress]:
    """Those that were proved, of open accounts, without a mail today."""
    sent = MailSent.objects.filter(day=on).values("account")
    found = MailAddress.objects.filter(confirmed_at__isnull=False, account__is_active=True)
    yield from found.exclude(account__in=sent).order_by("pk")


def _due(account: str, work: Work, names: Mapping[str, str], on: date) -> Iterator[Notice]:
    for own_due in work.own:
        duty = own_due.due.duty
        if own_due.state is not DutyState.AHEAD and on <= duty.due_on <= on + AHEAD:
            key = f"duty:{duty.pk}:{own_due.unit}:{duty.due_on}"
            told = {"season_id": duty.season_id, "unit": own_due.unit, "title": duty.title, "due_on": duty.due_on}
            yield _notice(account, key, told)
    for item in work.items:
        if item.locked is None and item.due_on and on <= item.due_on <= on + AHEAD:
            title = say(item.code, Language.VI, **{"unit": names.get(item.unit, item.unit), **item.data})
            key = f"{item.code}:{item.season.slug}:{item.unit}:{item.due_on}:{':'.join(item.link[2:])}"
            told = {"season_id": item.season.slug, "unit": item.unit, "title": title[:500], "due_on": item.due_on}
            yield _notice(account, key, told)


def _notice(account: str, key: str, told: Mapping[str, object]) -> Notice:
    return Notice(account_id=account, kind=NoticeKind.DUE, key=key[:300], at=clock.now(), through=told["unit"], **told)
