"""When a period is open to a unit: from its first day, due some days after its end, closed some days after that.

The days are those of the season's regulations. What comes after the due day is late and says so; what comes after the
closing day is refused, unless who runs the year has opened the period again for that unit until a day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thidua.apps.reporting.models import PeriodOpening
from thidua.apps.reporting.periods import At
from thidua.apps.seasons.models import REPORT_DAYS, PhaseDate, Season
from thidua.apps.seasons.procedure import Regulation, regulation_of
from thidua.core.errors import Place, Problem
from thidua.core.periods import YEAR, Frequency, PeriodName, ReportingPeriod, periods_of
from thidua.core.phases import Phase
from thidua.core.rulebook.schema import Rulebook
from thidua.core.timeline import Period


class WindowState(StrEnum):
    """How a period stands to a unit on a day."""

    AHEAD = "ahead"  # has not begun
    OPEN = "open"
    LATE = "late"  # open, and what comes now is late
    REOPENED = "reopened"  # closed, and opened again for this unit
    CLOSED = "closed"

    @property
    def takes_figures(self) -> bool:
        """Whether the unit may type."""
        return self in (WindowState.OPEN, WindowState.LATE, WindowState.REOPENED)


@dataclass(frozen=True, slots=True)
class Window:
    """A period with its days, both included, and the last opening of it for a unit. `closes_on` None: never."""

    period: ReportingPeriod
    due_on: date
    closes_on: date | None
    opening: PeriodOpening | None = None

    @property
    def opens_on(self) -> date:
        """The first day on which figures are taken."""
        return self.period.days.start

    def state(self, on: date) -> WindowState:
        """How it stands on a day."""
        if on < self.opens_on:
            return WindowState.AHEAD
        if on <= self.due_on:
            return WindowState.OPEN
        if self.closes_on is None or on <= self.closes_on:
            return WindowState.LATE
        is_open = self.opening is not None and on <= self.opening.until
        return WindowState.REOPENED if is_open else WindowState.CLOSED

    def days_late(self, on: date) -> int:
        """Days after the due day; 0 in time."""
        return max((on - self.due_on).days, 0)


def windows_of(season: Season, rulebook: Rulebook, unit: str, *, on: date) -> dict[str, Window]:
    """By period, the windows of a unit. Three queries."""
    return windows_for(season, rulebook, [unit], on=on)[unit]


def windows_for(season: Season, rulebook: Rulebook, units: Iterable[str], *, on: date) -> dict[str, dict[str, Window]]:
    """By unit and period, the windows of all that the rulebook has reported within the year. Three queries."""
    rules = regulation_of(season, on=on)
    openings = {(row.unit, row.period): row for row in PeriodOpening.objects.filter(season=season).order_by("at")}
    begins = running_from(season)
    plain = [_window(period, rules, begins) for period in reporting_periods(season, rulebook, rules)]
    return {
        unit: {
            one.period.code: Window(one.period, one.due_on, one.closes_on, openings.get((unit, one.period.code)))
            for one in plain
        }
        for unit in units
    }


def reporting_periods(season: Season, rulebook: Rulebook, rules: Regulation | None) -> list[ReportingPeriod]:
    """Every period in which something is reported, by frequency, then in order of time."""
    data = Period(season.data_from, season.data_to + timedelta(days=1))
    asked = {one.frequency for one in rulebook.indicators if one.has_periods}
    cuts = rules.cut_offs if rules is not None else ()
    return [period for frequency in Frequency if frequency in asked for period in periods_of(data, frequency, cuts)]


def closed_cells(cells: Iterable[tuple[At, Place]], windows: Mapping[str, Window], *, on: date) -> Iterator[Problem]:
    """Why cells cannot be written now, each at its place, and who can lift it."""
    for at, place in cells:
        window = windows.get(at.period)
        if at.period == YEAR or window is None:
            continue
        state = window.state(on)
        if state is WindowState.AHEAD:
            yield Problem("reporting.period_ahead", {"period": PeriodName(at.period), "day": window.opens_on}, place)
        elif state is WindowState.CLOSED:
            yield Problem("reporting.period_closed", {"period": PeriodName(at.period), "day": window.closes_on}, place)


def running_from(season: Season) -> date | None:
    """The day from which the season takes figures, as planned. One query."""
    return PhaseDate.objects.filter(season=season, phase=Phase.RUNNING).values_list("starts_on", flat=True).first()


def _window(period: ReportingPeriod, rules: Regulation | None, begins: date | None) -> Window:
    """What ended before figures were taken is due as if it had ended on the first day on which they were."""
    ends = max(period.last_day, begins) if begins is not None else period.last_day
    due = ends + timedelta(days=REPORT_DAYS if rules is None else rules.report_days)
    closes = None if rules is None or rules.close_days is None else due + timedelta(days=rules.close_days)
    return Window(period, due, closes)
