"""The rows of a desk: duties of the calendar and what other parts wait for, in words, with who can unlock what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from thidua.apps.access.policy import holders
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons import bridge
from thidua.apps.seasons.calendar import working_days_left
from thidua.apps.seasons.desk import Asked, DeskItem, Work
from thidua.apps.seasons.duties import DutyState, OwnDue
from thidua.apps.seasons.guards import Situation
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.web.common.templatetags.words import current_language
from thidua.words.language import Language
from thidua.words.say import describe, say, write

Lifter = tuple[Role, str]  # a role and its unit


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on a desk. `why` is empty where it can be done; `lifters` say who can unlock it."""

    title: str
    season: Season
    unit_name: str
    state: DutyState
    on: date
    due_on: date | None
    address: str
    act: str
    why: str = ""
    lifters: str = ""
    opens_on: date | None = None

    @property
    def is_done(self) -> bool:
        return False

    @property
    def days_left(self) -> int:
        return (self.due_on - self.on).days if self.due_on else 0

    @property
    def days_late(self) -> int:
        return -self.days_left

    @property
    def working_days_left(self) -> int | None:
        return working_days_left(self.on, self.due_on) if self.due_on else None


def rows_of(work: Work, asked: Asked, plans: Mapping[str, Situation]) -> list[Row]:
    """Everything on somebody's desk, the most urgent first: one query more, for names."""
    listed: list[OwnDue | DeskItem] = [*work.own, *work.items]
    lifted = {id(one): _lifters(one, asked) for one in listed}
    codes = {one.unit for one in work.items} | {unit for found in lifted.values() for _, unit in found}
    names = unit_names(codes - {""}, on=asked.on) if codes - {""} else {}
    rows = [
        *(_duty(one, asked, plans, _told(lifted[id(one)], names)) for one in work.own),
        *(_item(one, asked, names, _told(lifted[id(one)], names)) for one in work.items),
    ]
    return sorted(rows, key=lambda row: (row.due_on or date.max, row.season.slug, row.title, row.unit_name))


def _lifters(one: OwnDue | DeskItem, asked: Asked) -> tuple[Lifter, ...]:
    """Who can unlock it, by the table of rights; nobody for what is not locked."""
    if isinstance(one, OwnDue):
        verb = Verb.MOVE_SEASON if one.state is DutyState.AHEAD else None
        season = one.due.season
    else:
        verb, season = (one.lifted_by if one.locked else None), one.season
    if verb is None:
        return ()
    return holders(verb, bridge.subject(season, asked.standings[season.slug], unit=one.unit))


def _told(found: tuple[Lifter, ...], names: Mapping[str, str]) -> str:
    lang = current_language()
    return "; ".join(_one(role, names.get(unit, unit), lang) for role, unit in found)


def _one(role: Role, unit: str, lang: Language) -> str:
    return say("desk.lifter", lang, role=role, unit=unit) if unit else write(role, lang)


def _duty(one: OwnDue, asked: Asked, plans: Mapping[str, Situation], lifters: str) -> Row:
    season, lang = one.due.season, current_language()
    is_ahead = one.state is DutyState.AHEAD
    span = plans[season.slug].plan.get(one.due.phase) if season.slug in plans else None
    address = reverse("season", args=[season.slug])
    if not is_ahead:
        address = reverse("finish_duty", args=[season.slug, one.due.duty.pk, one.unit])
    return Row(
        title=one.due.duty.title,
        season=season,
        unit_name=one.unit_name,
        state=one.state,
        on=asked.on,
        due_on=one.due.duty.due_on,
        address=address,
        act=say("desk.look" if is_ahead else "season.report_done", lang),
        why=describe(Problem("desk.opens_with", {"phase": one.due.phase}), lang) if is_ahead else "",
        lifters=lifters,
        opens_on=span.starts_on if span and is_ahead else None,
    )


def _item(one: DeskItem, asked: Asked, names: Mapping[str, str], lifters: str) -> Row:
    lang = current_language()
    name, *arguments = one.link
    unit = names.get(one.unit, one.unit)
    return Row(
        title=say(one.code, lang, **{"unit": unit, **one.data}),
        season=one.season,
        unit_name=unit,
        state=one.state(asked.on),
        on=asked.on,
        due_on=one.due_on,
        address=reverse(name, args=arguments),
        act=say("desk.see" if one.locked else one.act, lang),
        why=describe(one.locked, lang) if one.locked else "",
        lifters=lifters,
        opens_on=one.opens_on,
    )


def by_urgency(rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The groups of the page, by the name that the template gives them."""
    groups = {
        "now": (DutyState.OVERDUE, DutyState.TODAY),
        "week": (DutyState.SOON,),
        "later": (DutyState.LATER,),
        "locked": (DutyState.AHEAD,),
    }
    for name, states in groups.items():
        yield name, [row for row in rows if row.state in states]
