"""Every write about remarks: ask at a cell, answer, close. A comment on one's own figure comes with the figure."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Actor, Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.selectors import Standing
from thidua.apps.remarks import events
from thidua.apps.remarks.models import YEAR, Act, Remark, Side
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.words.vietnamese import tidy

LONGEST = 2000
OF_THE_UNIT = (Role.REPORTER, Role.LEADER)


@dataclass(frozen=True, slots=True)
class At:
    """The cell that is spoken of, and the text that stands in it."""

    unit: str
    indicator: str
    period: str = YEAR
    figure: str = ""


def ask(*, actor: Actor, season: Season, at: At, text: str, is_illustrative: bool = False) -> Remark:
    """Ask about a cell. The other side has to answer."""
    with changing(season) as held:
        by = demand_remark(actor, held, at.unit)
        refuse([*_no_cell(held, at), *checks.given("text", text, longest=LONGEST)])
        row = remark(held.season, at, Act.ASKED, by, tidy(text))
        row.is_illustrative = is_illustrative
        return _record(held, events.REMARK_ASKED, row, by)


def answer(*, actor: Actor, season: Season, thread: uuid.UUID, text: str) -> Remark:
    """Answer in a thread that is open; then the other side reads it, goes on, or closes."""
    with changing(season) as held:
        question = _question(held, thread)
        by = demand_remark(actor, held, question.unit)
        refuse([*_closed(question), *checks.given("text", text, longest=LONGEST)])
        row = remark(held.season, _at(question), Act.ANSWERED, by, tidy(text), opens=question)
        row.is_illustrative = question.is_illustrative
        return _record(held, events.REMARK_ANSWERED, row, by)


def close(*, actor: Actor, season: Season, thread: uuid.UUID) -> Remark:
    """End a thread. The side that asked does it, once it has what it wanted to know."""
    with changing(season) as held:
        question = _question(held, thread)
        by = demand_remark(actor, held, question.unit)
        refuse([*_closed(question), *_not_to_close(question, by)])
        row = remark(held.season, _at(question), Act.CLOSED, by, "", opens=question)
        return _record(held, events.REMARK_CLOSED, row, by)


def remark(season: Season, at: At, act: Act, by: Author, text: str, *, opens: Remark | None = None) -> Remark:
    """A row that is not saved yet."""
    return Remark(
        season=season,
        unit=at.unit,
        indicator=at.indicator,
        period=at.period,
        figure=at.figure,
        act=act,
        side=side_of(by, at.unit),
        opens=opens,
        number=opens.replies.count() + 1 if opens is not None else 0,
        text=text,
        by_account=by.account,
        at=clock.now(),
    )


def side_of(by: Author, unit: str) -> Side:
    """For whom somebody speaks about a unit's figure."""
    return Side.UNIT if by.unit == unit and by.role in OF_THE_UNIT else Side.REVIEW


def demand_remark(actor: Actor, held: Held, unit: str) -> Author:
    """Who may speak about this unit's figures. Raises AccessRefused."""
    return demand_to_speak(actor, held.subject(unit), held.standing)


def demand_to_speak(actor: Actor, subject: Subject, standing: Standing) -> Author:
    """The unit itself, and who looks at it: the chair's side, and for the chair's own unit the deputy's alone.

    Raises AccessRefused.
    """
    by = demand(actor, Verb.REMARK, subject)
    if by.role == Role.SECRETARY and standing.chair not in (by.unit, subject.unit):
        raise AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", {"verb": Verb.REMARK, "roles": [by.role]}))
    return by


def may_speak(actor: Actor, subject: Subject, standing: Standing) -> bool:
    """Whether `demand_to_speak` would pass."""
    try:
        demand_to_speak(actor, subject, standing)
    except AccessRefused:
        return False
    return True


def _record(held: Held, event: EventType, row: Remark, by: Author) -> Remark:
    texts = {"text": row.text} if row.text else {}
    data = {"unit": row.unit, "indicator": row.indicator}
    with recording(event, by=by, chain=held.season.ledger_chain(), texts=texts, **data) as record:
        return record.save(row)


def _question(held: Held, thread: uuid.UUID) -> Remark:
    row = Remark.objects.filter(season=held.season, pk=thread, act=Act.ASKED).first()
    if row is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return row


def _at(question: Remark) -> At:
    return At(question.unit, question.indicator, question.period, question.figure)


def _no_cell(held: Held, at: At) -> Iterator[Problem]:
    """A cell is a member's, of an indicator of the rulebook in force. Raises RulebookRefused where there is none."""
    if at.unit not in held.standing.members:
        yield Problem("reporting.not_a_member", {"unit": at.unit}, Place(path="unit"))
    if at.indicator not in {one.code for one in rulebook_of(held.season, on=held.today).indicators}:
        yield Problem("figures.unknown_indicator", {"found": at.indicator}, Place(path="indicator"))


def _closed(question: Remark) -> Iterator[Problem]:
    if question.replies.filter(act=Act.CLOSED).exists():
        yield Problem("remarks.closed_already")


def _not_to_close(question: Remark, by: Author) -> Iterator[Problem]:
    if side_of(by, question.unit) is not question.who:
        yield Problem("remarks.only_who_asked_closes")
