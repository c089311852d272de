"""The months of the demonstration: what the folder says of the year, split over the months, all of it illustrative.

The split is made here and not reported by anybody. It adds up to the folder's figure exactly, so that the season of the
demonstration gives the result of the folder.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from thidua.apps import clock
from thidua.apps.access.roles import Actor, Role
from thidua.apps.demo.script import BusyMonth, MonthsScript
from thidua.apps.reporting.services import explain_figure, import_figures
from thidua.apps.seasons.models import Season
from thidua.core.errors import Fault, Place
from thidua.core.numbers import Counts, Number, share_out
from thidua.core.periods import Aggregation, Frequency, ReportingPeriod, periods_of
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Cell, FigureRow
from thidua.core.scoring.figures import Figure
from thidua.core.states import Stage
from thidua.core.timeline import Period

REPORTED_AT = time(10, 0)
AFTER = 3  # days after the end of the month


def by_months(rulebook: Rulebook, indicators: Sequence[str]) -> Rulebook:
    """The rulebook with some indicators reported every month, adding up to the year."""
    changed = [
        replace(one, frequency=Frequency.MONTH, aggregation=Aggregation.SUM) if one.code in indicators else one
        for one in rulebook.indicators
    ]
    return replace(rulebook, indicators=tuple(changed))


@dataclass(frozen=True, slots=True)
class Months:
    """The reports of the months of one season, each by its unit's reporter some days after the month."""

    script: MonthsScript
    season: Season
    figures: Sequence[Figure]  # of the folder
    first_at: datetime  # nothing is typed earlier
    in_role: Callable[[Role, str], Actor]

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """One report a unit and month, with its time."""
        data = Period(self.season.data_from, self.season.data_to + timedelta(days=1))
        periods = periods_of(data, Frequency.MONTH)
        units = dict.fromkeys(one.unit for one in self.figures)
        for place, unit in enumerate(units):
            own = [one for one in self.figures if (one.unit, one.stage) == (unit, Stage.SELF)]
            asked = [one for one in own if one.indicator in self.script.indicators]
            split = {one.indicator: _split(one, periods, self._busy(unit, one.indicator)) for one in asked}
            sources = {one.indicator: one for one in own}
            for number, period in enumerate(periods):
                rows = [_row(unit, period.code, parts[number], sources[code]) for code, parts in split.items()]
                yield self._at(unit, period, place), self._report(unit, period.code, rows)

    def _at(self, unit: str, period: ReportingPeriod, place: int) -> datetime:
        days = self.script.late.get((unit, period.code), AFTER)
        day = period.last_day + timedelta(days=days)
        moment = datetime.combine(day, REPORTED_AT, tzinfo=clock.zone()) + timedelta(minutes=place)
        return max(moment, self.first_at + timedelta(minutes=place))

    def _report(self, unit: str, period: str, rows: Sequence[FigureRow]) -> Callable[[], object]:
        def report() -> None:
            actor, name = self.in_role(Role.REPORTER, unit), f"thang-{period}.xlsx"
            import_figures(actor=actor, season=self.season, unit=unit, rows=rows, file_name=name)
            for one in self.script.busy:
                if (one.unit, one.period) == (unit, period):
                    self._explain(actor, one)

        return report

    def _explain(self, actor: Actor, one: BusyMonth) -> None:
        explain_figure(
            actor=actor,
            season=self.season,
            unit=one.unit,
            indicator=one.indicator,
            period=one.period,
            text=one.comment,
            is_illustrative=True,
        )

    def _busy(self, unit: str, indicator: str) -> dict[str, int]:
        found = (one for one in self.script.busy if (one.unit, one.indicator) == (unit, indicator))
        return {one.period: one.times for one in found}


def _row(unit: str, period: str, text: str, figure: Figure) -> FigureRow:
    place = Place(path=f"{figure.indicator}@{period}")
    said = {"source": figure.origin.source, "evidence": figure.origin.evidence, "nature": "minh họa", "period": period}
    return FigureRow(
        code=Cell(figure.indicator, place),
        unit=Cell(unit),
        stages={Stage.SELF: Cell(text, place)},
        notes={key: Cell(one, place) for key, one in said.items() if one},
        place=place,
    )


def without(rows: Sequence[FigureRow], indicators: Sequence[str]) -> list[FigureRow]:
    """Lines of a file without what was reported month by month."""
    return [row for row in rows if row.code.text not in indicators]


def _split(figure: Figure, periods: Sequence[ReportingPeriod], busy: Mapping[str, int]) -> list[str]:
    """The texts of the months, which add up to the figure: busier and calmer months, the same for all, by largest
    remainder. A share is split into what was solved and what was not, so that no month solves more than it had.
    """
    weights = [_weight(one.days.start, one.number) * busy.get(one.code, 1) for one in periods]
    value = figure.value
    if isinstance(value, Number) and not value.places:
        return [str(part) for part in share_out(value.digits, weights)]
    if isinstance(value, Counts):
        solved = share_out(value.numerator, weights)
        rest = share_out(value.denominator - value.numerator, weights[::-1])
        return [f"{part}/{part + more}" for part, more in zip(solved, rest, strict=True)]
    raise Fault(f"{figure.indicator} has no counts that months could add up to")


def _weight(start: date, number: int) -> int:
    return 90 + (start.month * 7 + number * 5) % 25
