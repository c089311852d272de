"""What must hold before a season moves on, asked of whoever keeps the facts.

A guard whose fact the program keeps is computed by the checker that the app above it registers. Where nobody keeps it,
or a season keeps nothing of it here (its checker has no answer), the guard is attested: a document, by number and date,
shows it, and both stay in the record. No guard holds by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons.calendar import Plan, check_plan, missing_phases
from thidua.core.errors import Fault, Problem
from thidua.core.phases import Guard, Move
from thidua.core.units.clusters import OfficeKind


@dataclass(frozen=True, slots=True)
class Shown:
    """The document that shows a guard."""

    number: str
    date: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the guards of one season are asked about, on a day; read once (`selectors.situation_of`).

    `living` are the names of the members that exist on the day; `names` those of all.
    """

    slug: str
    on: date
    data_from: date
    data_to: date
    standing: Standing
    names: Mapping[str, str]
    living: frozenset[str]
    plan: Plan
    shown: Mapping[Guard, Shown]


@dataclass(frozen=True, slots=True)
class Finding:
    """A guard's answer: whether it holds, and the sentence that says why, or what is missing and who mends it.

    `link` is the URL name of the page where it is mended, with the season's slug as its argument.
    """

    guard: Guard
    holds: bool
    code: str
    data: Mapping[str, object] = field(default_factory=dict)
    is_attested: bool = False
    link: str = ""

    @property
    def problem(self) -> Problem:
        """The answer as what is wrong with a move."""
        return Problem(self.code, self.data)


Checker = Callable[[Situation], Finding | None]
_checkers: dict[Guard, Checker] = {}


def register(guard: Guard, checker: Checker) -> None:
    """Let a guard be answered by the app that keeps its fact. Raises Fault when another does already."""
    if guard in _checkers:
        raise Fault(f"{guard} is answered already")
    _checkers[guard] = checker


def is_attested(guard: Guard, situation: Situation) -> bool:
    """Whether a document has to show this guard, as the program does not keep its fact for this season."""
    return _answer(guard, situation).is_attested


def findings(move: Move, situation: Situation) -> tuple[Finding, ...]:
    """What the guards of a move answer, in the order of the table."""
    return tuple(_answer(guard, situation) for guard in move.guards)


def hindrances(move: Move, situation: Situation) -> list[Problem]:
    """What keeps a season from moving: one problem for each guard that does not hold."""
    return [finding.problem for finding in findings(move, situation) if not finding.holds]


def _answer(guard: Guard, situation: Situation) -> Finding:
    checker = _checkers.get(guard)
    found = None if checker is None else checker(situation)
    return _attested(guard, situation) if found is None else found


def _attested(guard: Guard, situation: Situation) -> Finding:
    shown = situation.shown.get(guard)
    if shown is None:
        return Finding(guard, False, f"guard.{guard}.open", is_attested=True)
    code = "guard.shown_with_note" if shown.note else "guard.shown"
    data = {"number": shown.number, "date": shown.date, "note": shown.note}
    return Finding(guard, True, code, data, is_attested=True)


def _members(situation: Situation) -> Finding:
    present = [code for code in situation.standing.members if code in situation.living]
    data = {"count": len(present), "units": [situation.names[code] for code in present], "day": situation.on}
    holds = len(present) >= 2
    return Finding(Guard.MEMBERS, holds, f"guard.members.{'holds' if holds else 'open'}", data)


def _offices(situation: Situation) -> Finding:
    standing = situation.standing
    held = {OfficeKind.CHAIR: standing.chair, OfficeKind.DEPUTY: standing.deputy}
    gone = {kind: code for kind, code in held.items() if code and code not in situation.living}
    vacant = [kind for kind, code in held.items() if not code]
    names = {kind.value: situation.names.get(code, "") for kind, code in held.items()}
    if vacant:
        return Finding(Guard.OFFICES, False, "guard.offices.vacant", {"kinds": vacant, "day": situation.on})
    if gone:
        data = {"kinds": list(gone), "units": [names[kind] for kind in gone], "day": situation.on}
        return Finding(Guard.OFFICES, False, "guard.offices.ceased", data)
    return Finding(Guard.OFFICES, True, "guard.offices.holds", names)


def _calendar(situation: Situation) -> Finding:
    missing = missing_phases(situation.plan)
    if missing:
        return Finding(Guard.CALENDAR, False, "guard.calendar.open", {"phases": missing}, link="season_calendar")
    crossed = next(iter(check_plan(situation.plan)), None)
    if crossed is not None:
        return Finding(Guard.CALENDAR, False, crossed.code, crossed.data, link="season_calendar")
    first = min(span.starts_on for span in situation.plan.values())
    last = max(span.due_on for span in situation.plan.values())
    return Finding(Guard.CALENDAR, True, "guard.calendar.holds", {"first": first, "last": last})


def _started(situation: Situation) -> Finding:
    holds = situation.on >= situation.data_from
    data = {"day": situation.data_from}
    return Finding(Guard.STARTED, holds, f"guard.started.{'holds' if holds else 'open'}", data)


def _data_closed(situation: Situation) -> Finding:
    holds = situation.on > situation.data_to
    data = {"day": situation.data_to}
    return Finding(Guard.DATA_CLOSED, holds, f"guard.data_closed.{'holds' if holds else 'open'}", data)


_checkers |= {
    Guard.MEMBERS: _members,
    Guard.OFFICES: _offices,
    Guard.CALENDAR: _calendar,
    Guard.STARTED: _started,
    Guard.DATA_CLOSED: _data_closed,
}
