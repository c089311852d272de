"""What is said at a cell: what is doubted and the unit's comment, and the questions with their answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.remarks.models import YEAR, Remark, Side
from thidua.apps.remarks.selectors import Thread, explains, explanations_of, threads_of
from thidua.apps.remarks.services import At, answer, ask, close, demand_to_speak, may_speak, side_of
from thidua.apps.reporting.doubts import doubts_of, own_lines
from thidua.apps.reporting.reports import why_locked
from thidua.apps.reporting.services import explain_figure
from thidua.core.errors import Place, Problem, Refused
from thidua.web.common.forms import Field, Form, Kind, ShownField
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.people import names_of
from thidua.web.secretary.frame import Looking
from thidua.words.say import say, write_period

ACTS = ("ask", "answer", "close", "explain")
LABELS = {"ask": "remarks.ask_label", "answer": "remarks.answer_label", "explain": "remarks.comment_label"}


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """A remark and the name of who made it."""

    row: Remark
    who: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The doubts about the figure of one time, the unit's comment, and the field for one."""

    period: str
    time: str  # in words; nothing for the year
    problems: tuple[Problem, ...]
    comment: ShownRemark | None
    is_current: bool
    field: ShownField | None


@dataclass(frozen=True, slots=True)
class ShownThread:
    """A thread with the field for an answer, and what this person may do in it."""

    thread: Thread
    remarks: tuple[ShownRemark, ...]
    field: ShownField | None = None
    may_close: bool = False

    @property
    def look(self) -> str:
        return "is-half" if self.thread.is_open else "is-done"

    @property
    def time(self) -> str:
        return _time(self.thread.question.period)


@dataclass(slots=True)
class Talk:
    """One cell's talk: reads what was sent, does it, and shows all of it again when it was refused."""

    looking: Looking
    unit: str
    indicator: str
    form: Form
    sent: str  # the name of the field that was sent
    period: str = YEAR  # the year speaks of every period, a period of itself

    @classmethod
    def at(cls, looking: Looking, unit: str, indicator: str, request: HttpRequest, *, period: str = YEAR) -> "Talk":
        """Fields have the name of their act, and an answer that of its thread, so that a page holds many."""
        act, thread = request.POST.get("act", ""), request.POST.get("thread", "")
        named = {"answer": f"answer-{thread}", "explain": f"explain-{request.POST.get('period', YEAR)}"}
        sent = named.get(act, act)
        fields = (Field(sent, LABELS[act], Kind.PASSAGE),) if act in LABELS else ()
        return cls(looking, unit, indicator, Form(fields, request), sent, period)

    def act(self, request: HttpRequest) -> None:
        """Do what was asked. Raises Refused, at the field."""
        try:
            self._act(request, request.POST.get("act", ""))
        except AccessRefused:
            raise
        except Refused as refused:
            found = [replace(one, place=Place(path=self.sent)) for one in refused.problems]
            raise Refused(found) from None

    def _act(self, request: HttpRequest, act: str) -> None:
        if act not in ACTS:
            raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
        about = {"actor": request.actor, "season": self.looking.season}
        if act == "explain":
            cell = {"unit": self.unit, "indicator": self.indicator, "period": request.POST.get("period", YEAR)}
            explain_figure(**about, **cell, text=self._text())
        elif act == "ask":
            line = own_lines(self.looking.season, self.unit).get((self.indicator, self.period))
            at = At(self.unit, self.indicator, self.period, line.typed if line else "")
            demand_to_speak(request.actor, self._subject(), self.looking.standing)
            ask(**about, at=at, text=self._text())
        elif act == "answer":
            answer(**about, thread=self._thread(request), text=self._text())
        else:
            close(**about, thread=self._thread(request))
        messages.success(request, say(f"remarks.done_{act}", current_language()))

    def context(self) -> dict[str, object]:
        """What the page and the paper show."""
        season = self.looking.season
        threads = threads_of(season, self.unit, self.indicator, period="" if self.period == YEAR else self.period)
        comments = {at: one for at, one in explanations_of(season, self.unit).items() if at[0] == self.indicator}
        said = [*(one for thread in threads for one in thread.remarks), *comments.values()]
        people = names_of(one.by_account for one in said)
        speaks = may_speak(self.looking.actor, self._subject(), self.looking.standing)
        return {
            "explained": list(self._explained(comments, people)),
            "threads": [self._shown(one, people, speaks=speaks) for one in threads],
            "ask_field": self._field("ask") if speaks else None,
        }

    def _explained(self, comments: Mapping[tuple[str, str], Remark], people: Mapping[str, str]) -> Iterator[Explained]:
        """The year and every period about which something is doubted or was said; of a period, itself alone."""
        season = self.looking.season
        enters = self.looking.may(Verb.ENTER_FIGURES, unit=self.unit) and why_locked(season, self.unit) is None
        lines = {at[1]: line for at, line in own_lines(season, self.unit).items() if at[0] == self.indicator}
        doubts: dict[str, list[Problem]] = defaultdict(list)
        for one in doubts_of(season, self.unit, on=self.looking.today):
            if one.indicator == self.indicator:
                doubts[one.period].append(one.problem)
        every = [YEAR, *sorted({*doubts, *(at[1] for at in comments)})]
        for period in dict.fromkeys(every if self.period == YEAR else [self.period]):
            remark, line = comments.get((self.indicator, period)), lines.get(period)
            field = self._field(f"explain-{period}") if enters and line is not None else None
            if remark is None and field is None and period not in doubts:
                continue
            yield Explained(
                period,
                _time(period),
                tuple(doubts[period]),
                ShownRemark(remark, people.get(remark.by_account, "")) if remark else None,
                explains(remark, line.typed if line else ""),
                field,
            )

    def _shown(self, thread: Thread, people: Mapping[str, str], *, speaks: bool) -> ShownThread:
        may_write = speaks and thread.is_open
        side = self._side() if may_write else None
        remarks = tuple(ShownRemark(one, people.get(one.by_account, one.by_account)) for one in thread.remarks)
        return ShownThread(
            thread,
            remarks,
            self._field(f"answer-{thread.question.pk}") if may_write else None,
            may_close=side is thread.question.who and bool(thread.replies),
        )

    def _side(self) -> Side:
        return side_of(demand_to_speak(self.looking.actor, self._subject(), self.looking.standing), self.unit)

    def _field(self, name: str) -> ShownField:
        """The field as it was sent and refused, or an empty one."""
        if name == self.sent:
            return self.form[name]
        return Form((Field(name, LABELS[name.partition("-")[0]], Kind.PASSAGE),))[name]

    def _text(self) -> str:
        return str(self.form.read()[self.sent])

    def _thread(self, request: HttpRequest) -> UUID:
        try:
            return UUID(request.POST.get("thread", ""))
        except ValueError:
            raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here")) from None

    def _subject(self) -> Subject:
        return self.looking.about(self.unit)


def _time(period: str) -> str:
    """A period in words; nothing for the year."""
    return "" if period == YEAR else write_period(period, current_language())
