"""Who has reported which period, whole or in part, in time or how many days late: counts of cells, no figures."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.apps import clock
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.windows import Window, WindowState, windows_for
from thidua.apps.seasons.models import Season
from thidua.core.periods import YEAR
from thidua.core.scoring.aggregate import periods_owed
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.states import Stage


class Filled(StrEnum):
    """How much of a period a unit has reported."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"  # nothing, and it was due
    WAITING = "waiting"  # nothing, and it is not due yet
    AHEAD = "ahead"  # has not begun
    NOT_OWED = "not_owed"  # the unit did not exist at its end


@dataclass(frozen=True, slots=True)
class Reported:
    """One period of one unit on a day. done_on: the day on which the last cell that is owed was first filled."""

    window: Window
    on: date
    owed: int
    typed: int
    done_on: date | None

    @property
    def filled(self) -> Filled:
        """How much is there."""
        if not self.owed:
            return Filled.NOT_OWED
        if self.typed == self.owed:
            return Filled.COMPLETE
        if self.typed:
            return Filled.PARTIAL
        if self.state is WindowState.AHEAD:
            return Filled.AHEAD
        return Filled.MISSING if self.on > self.window.due_on else Filled.WAITING

    @property
    def state(self) -> WindowState:
        """Whether the unit may still report it."""
        return self.window.state(self.on)

    @property
    def days_late(self) -> int:
        """Days by which the whole period came, or still is, after its due day; 0 in time and where nothing is owed."""
        if not self.owed:
            return 0
        return self.window.days_late(self.done_on or self.on)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A unit with its periods in the order of the board, and how many cells are filled of those that have begun."""

    unit: SeasonUnit
    periods: tuple[Reported, ...]

    @property
    def typed(self) -> int:
        """Cells filled."""
        return sum(one.typed for one in self.periods)

    @property
    def owed(self) -> int:
        """Cells of periods that have begun."""
        return sum(one.owed for one in self.periods if one.state is not WindowState.AHEAD)

    @property
    def late(self) -> int:
        """Periods that came or are late."""
        return sum(one.days_late > 0 for one in self.periods)


def board_of(season: Season, scope: Scope, *, on: date) -> tuple[BoardRow, ...]:
    """Every unit and period. Four queries, however many there are; nothing where all is reported for the year."""
    rulebook = scope.rulebook
    if rulebook is None or not any(one.has_periods for one in rulebook.indicators):
        return ()
    windows = windows_for(season, rulebook, [unit.code for unit in scope.units], on=on)
    filled = _first_filled(season)
    return tuple(_row(unit, scope, windows[unit.code], filled, on) for unit in scope.units)


def _row(
    unit: SeasonUnit,
    scope: Scope,
    windows: dict[str, Window],
    filled: dict[tuple[str, str], dict[str, date]],
    on: date,
) -> BoardRow:
    owed: dict[str, list[str]] = defaultdict(list)
    for indicator in scope.rulebook.indicators if scope.rulebook else ():
        for period in periods_owed(unit, indicator, scope) if indicator.has_periods else ():
            owed[period.code].append(indicator.code)
    reported = []
    for code, window in windows.items():
        days = filled.get((unit.code, code), {})
        known = [days[one] for one in owed[code] if one in days]
        is_whole = bool(known) and len(known) == len(owed[code])
        reported.append(Reported(window, on, len(owed[code]), len(known), max(known) if is_whole else None))
    return BoardRow(unit, tuple(reported))


def _first_filled(season: Season) -> dict[tuple[str, str], dict[str, date]]:
    """By unit and period, the day on which each indicator that has a figure now was first filled. One query."""
    rows = Figure.objects.filter(season=season, stage=Stage.SELF).exclude(period=YEAR).order_by("version")
    first: dict[tuple[str, str], dict[str, date]] = defaultdict(dict)
    for unit, indicator, period, typed, at in rows.values_list("unit", "indicator", "period", "typed", "typed_at"):
        days = first[unit, period]
        if not typed:
            days.pop(indicator, None)
        elif indicator not in days:
            days[indicator] = at.astimezone(clock.zone()).date()
    return first


def share_typed(rows: Sequence[BoardRow]) -> tuple[int, int]:
    """Cells filled, of those of periods that have begun."""
    return sum(row.typed for row in rows), sum(row.owed for row in rows)
