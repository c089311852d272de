"""What has changed since a day, unit by unit: which points moved, from what to what, and through whose data."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.results.changes import Cause, Moved, Through, UnitChanges, changes_since
from thidua.apps.seasons import bridge
from thidua.core.errors import Place, Problem, Refused
from thidua.core.numbers import Number, difference
from thidua.core.reading import read_date
from thidua.core.standings import Ranked
from thidua.web.results.reading import Of, Reading, reading
from thidua.words.numbers import MINUS, write_date, write_number
from thidua.words.rulebook import naming_of
from thidua.words.say import say
from thidua.words.standings import criterion_title, stage_name, write_rank

VISITS = "lan-xem"  # the cookie: the day of the visit before this day's, and the day of the last one
KEPT = 400 * 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion that moved, as written."""

    name: str
    address: str
    before: str
    after: str
    by: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One unit with all that moved. `ranks` is empty for somebody who may not know the order."""

    unit: str
    name: str
    is_mine: bool
    before: str
    after: str
    by: str
    ranks: str
    lines: tuple[Line, ...]
    why: tuple[str, ...]


@reading(Verb.READ_SHEET, Of.UNITS)
def page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Since the day that is asked for (`?tu=22/11/2024`), else since the last visit, else since yesterday."""
    today = reading.looking.today
    visited = _visited(request, today)
    typed, problem = request.GET.get("tu", "").strip()[:20], None
    since = visited[0]
    if typed:
        since, problem = _asked(typed, today, since)
    sections = _sections(reading, since) if problem is None else []
    context = reading.context(
        since=since,
        typed=typed or write_date(since),
        problem=problem,
        is_visit=not typed and visited[0] < today - timedelta(days=1),
        has_before=sections is not None,
        changed=[one for one in sections or () if one.lines or one.why or one.by],
        same=[one.name for one in sections or () if not (one.lines or one.why or one.by)],
    )
    answer = render(request, "results/changes.html", context, status=400 if problem else 200)
    kept = " ".join(day.isoformat() for day in visited)
    where = {"path": request.path, "secure": request.is_secure(), "httponly": True, "samesite": "Lax"}
    answer.set_cookie(VISITS, kept, max_age=KEPT, **where)
    return answer


def _visited(request: HttpRequest, today: date) -> tuple[date, date]:
    """From which day the changes are told without a question, and the day of this visit; the browser keeps both."""
    yesterday = today - timedelta(days=1)
    try:
        before, last = (date.fromisoformat(one) for one in request.COOKIES.get(VISITS, "").split())
    except ValueError:
        return yesterday, today
    if not before <= last <= today:
        return yesterday, today
    return (before if last == today else last), today


def _asked(typed: str, today: date, otherwise: date) -> tuple[date, Problem | None]:
    try:
        day = read_date(typed)
    except Refused as refusal:
        return otherwise, Problem(refusal.problems[0].code, refusal.problems[0].data, Place(path="tu"))
    if day > today:
        return otherwise, Problem("changes.in_future", {"day": day}, Place(path="tu"))
    return day, None


def _sections(reading: Reading, since: date) -> list[Section] | None:
    found = changes_since(reading.looking.season, reading.scored, since=since)
    if found is None:
        return None
    shown = [one for one in found if reading.may_read_sheet(one.unit)]
    causes = [cause for one in shown for moved in one.moved for cause in moved.causes]
    causes += [cause for one in shown for cause in one.causes]
    told = _Telling(reading, account_names({cause.by for cause in causes}), _readable(reading))
    return [told.section(one) for one in shown]


def _readable(reading: Reading) -> Collection[str]:
    """The units whose figures the person may see; of the others only that they changed is told."""
    looking = reading.looking
    subjects = {unit: bridge.subject(looking.season, looking.standing, unit=unit) for unit in looking.standing.members}
    return {unit for unit, subject in subjects.items() if may(looking.actor, Verb.READ_FIGURES, subject)}


@dataclass(frozen=True, slots=True)
class _Telling:
    """Changes in words for one reader."""

    reading: Reading
    people: Mapping[str, str]
    readable: Collection[str]

    def section(self, one: UnitChanges) -> Section:
        units = {unit.code: unit for unit in self.reading.scored.season.units}
        return Section(
            unit=one.unit,
            name=units[one.unit].name,
            is_mine=one.unit in self.reading.own_units,
            before=say("changes.nothing", self.reading.lang) if one.before is None else self._points(one.before),
            after=self._points(one.after),
            by="" if one.before is None or one.before == one.after else self._signed(difference(one.after, one.before)),
            ranks=self._ranks(one.place_before, one.place_after),
            lines=tuple(self._line(one.unit, moved) for moved in one.moved),
            why=tuple(self._cause(cause) for cause in one.causes),
        )

    def _line(self, unit: str, moved: Moved) -> Line:
        node = self.reading.scored.evaluation.rulebook.find(moved.criterion)
        nothing = say("changes.nothing", self.reading.lang)
        return Line(
            name=criterion_title(node, self.reading.lang) if node else moved.criterion,
            address=reverse("explain_points", args=[self.reading.looking.season.slug, unit, moved.criterion]),
            before=nothing if moved.before is None else self._points(moved.before),
            after=nothing if moved.after is None else self._points(moved.after),
            by="" if moved.by is None else self._signed(moved.by),
            why=tuple(self._cause(cause) for cause in moved.causes),
        )

    def _cause(self, cause: Cause) -> str:
        """Whose data, what it said before and says now, who wrote it, when and why."""
        lang = self.reading.lang
        units = {unit.code: unit.brief for unit in self.reading.scored.season.units}
        data: dict[str, object] = {"unit": units.get(cause.unit, cause.unit), "indicator": self._name(cause.indicator)}
        nothing = say("changes.nothing", lang)
        data |= {"before": cause.before or nothing, "after": cause.after or nothing}
        if cause.stage is not None:
            data["stage"] = stage_name(cause.stage.value, lang)
        hidden = "_hidden" if cause.through in _CELLS and cause.unit not in self.readable else ""
        sentence = say(f"changes.{cause.through}{hidden}", lang, **data)
        if cause.at is None or hidden:
            return f"{sentence}."
        who = self.people.get(cause.by, cause.by)
        moment = f"{cause.at.astimezone(clock.zone()):%H:%M}, {write_date(cause.at.astimezone(clock.zone()).date())}"
        written = say("changes.by", lang, who=who, moment=moment)
        reason = say("changes.reason", lang, reason=cause.reason.rstrip(".")) if cause.reason else ""
        return f"{sentence}; {written}{reason}."

    def _name(self, indicator: str) -> str:
        """What an indicator is called; its code where its words are withheld."""
        rulebook = self.reading.scored.evaluation.rulebook
        known: Mapping[str, str] = {one.code: one.name for one in rulebook.indicators}
        is_hidden = indicator in naming_of(rulebook, self.reading.lang).hidden
        return indicator if is_hidden else known.get(indicator, indicator)

    def _ranks(self, before: Ranked | None, after: Ranked | None) -> str:
        if not self.reading.may_read_standings:
            return ""
        lang = self.reading.lang
        was, now = ("–" if one is None else write_rank(one, lang) for one in (before, after))
        return "" if was == now else f"{was} → {now}"

    def _points(self, points: Number) -> str:
        return write_number(points, self.reading.lang, self.reading.scored.evaluation.rulebook.places)

    def _signed(self, points: Number) -> str:
        return (MINUS if points.digits < 0 else "+") + self._points(Number(abs(points.digits), points.places))


_CELLS = frozenset({Through.FIGURE, Through.TARGET})
