"""From cells to figures and targets: who is meant, what is meant, and whether it can be.

The one truth for everything that is typed: grid, workbook, CSV and YAML hand over the same rows of cells and get the
same questions and refusals. Finds *all* problems; what can be read is read. What only shows when the figures stand
beside each other (targets, columns that mix fractions with percentages) is `crosscheck`; whether they can be is
`checks`.

Never guesses: two readings are a question at the cell, and an empty cell is not zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from thidua.core.errors import Place, Problem, Severity
from thidua.core.numbers import Number, Rate
from thidua.core.periods import YEAR, Aggregation, Frequency, ReportingPeriod, is_year, period_called, periods_of
from thidua.core.rulebook.schema import FigureKind, Indicator
from thidua.core.scoring.cells import EMPTY, Cell, FigureRow, Scope, SeasonUnit, TargetRow
from thidua.core.scoring.checks import Finding, check_figures
from thidua.core.scoring.crosscheck import fractions, target_problems
from thidua.core.scoring.figures import Figure, FigureValue, Level, Milestone, Origin, Target
from thidua.core.scoring.lookup import Lookup, below, word
from thidua.core.scoring.target_intake import TargetIntake
from thidua.core.states import Stage, State

# What may stand in a figure's cell instead of a value. Small letters, NFC.
STATES = {
    **dict.fromkeys(("không giao", "khong giao", "not assigned"), State.NOT_ASSIGNED),
    **dict.fromkeys(("kad", "không áp dụng", "khong ap dung", "not applicable", "n/a"), State.NOT_APPLICABLE),
}
VERDICTS = {
    **dict.fromkeys(("đạt", "dat", "pass", "passed"), True),
    **dict.fromkeys(("không đạt", "khong dat", "fail", "failed"), False),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read: figures in reading order, targets by unit, and the problems, warnings included.

    findings: those of the problems that checks of the figures gave, each with its cell.
    """

    figures: tuple[Figure, ...]
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    milestones: tuple[Milestone, ...] = ()
    findings: tuple[Finding, ...] = ()


def take_in(figure_rows: Iterable[FigureRow], target_rows: Iterable[TargetRow], scope: Scope) -> Taken:
    """Read all rows. Never raises for what people typed: every mistake is among the problems."""
    of_figures, of_targets = FigureIntake(scope), TargetIntake(scope)
    for row in figure_rows:
        of_figures.figure_row(row)
    for target_row in target_rows:
        of_targets.target_row(target_row)
    targets = of_targets.all_targets()
    problems = [*of_figures.problems, *of_targets.problems, *fractions([*of_figures.unsigned, *of_targets.unsigned])]
    judged, tried = of_figures.asked.judged, of_targets.tried_targets()
    problems += target_problems(scope, of_figures.figures, targets, judged=judged, tried=tried)
    findings = tuple(check_figures(scope, of_figures.figures))
    problems += [one.problem for one in findings]
    return Taken(tuple(of_figures.figures), targets, tuple(problems), tuple(of_targets.milestones.values()), findings)


class About(NamedTuple):
    """What a figure speaks of."""

    unit: SeasonUnit
    indicator: Indicator
    stage: Stage
    period: str


@dataclass(slots=True)
class FigureIntake(Lookup):
    """One pass over the lines of figures of a season."""

    figures: list[Figure] = field(default_factory=list)
    _said: dict[tuple[str, str, Stage, str], Place] = field(init=False, default_factory=dict)
    _periods: dict[Frequency, tuple[ReportingPeriod, ...]] = field(init=False, default_factory=dict)

    def figure_row(self, row: FigureRow) -> None:
        """Read one line of a figure table."""
        indicator, unit = self.indicator(row.code, row.place), self.unit(row.unit, row.unit_default, row.place)
        origin = self.origin(row)
        self.check_day(row, unit)
        if indicator is None or unit is None:
            return
        for stage, cell in row.stages.items():
            noted = row.note("period")
            at = cell.place if noted is EMPTY or noted.place == Place() else noted.place
            period = self.period(noted._replace(place=at), unit, indicator, stage)
            if period is not None:
                self.figure(About(unit, indicator, stage, period), cell, origin)
        if indicator.code in self.asked.evidence and not origin.evidence:
            self.refuse(
                "figures.evidence_missing", row.place, Severity.WARNING, unit=unit.name, indicator=indicator.code
            )

    def period(self, cell: Cell, unit: SeasonUnit, indicator: Indicator, stage: Stage) -> str | None:
        """The code of the time that a figure speaks of. None, with a problem, where the rulebook has it otherwise.

        A unit reports as often as the rulebook says; a review speaks of the year.
        """
        data: dict[str, Any] = {"indicator": indicator.code, "frequency": indicator.frequency, "found": cell.text}
        if is_year(cell.text):
            if stage is Stage.SELF and indicator.has_periods:
                self.refuse("figures.period_missing", cell.place, **data)
                return None
            return YEAR
        if stage is not Stage.SELF or not indicator.has_periods:
            self.refuse("figures.period_unwanted", cell.place, **data, stage=stage)
            return None
        known = self.periods(indicator.frequency)
        found = period_called(cell.text, known)
        if found is None:
            self.refuse("figures.unknown_period", cell.place, **data, known=", ".join(one.code for one in known))
        elif unit.valid is not None and unit.valid.last <= found.last_day:
            self.refuse("figures.unit_outside_period", cell.place, unit=unit.name, day=found.last_day)
        else:
            return found.code
        return None

    def periods(self, frequency: Frequency) -> tuple[ReportingPeriod, ...]:
        """The periods of the season's time; none where it is not known."""
        if frequency not in self._periods:
            data, cuts = self.scope.data, self.scope.cut_offs
            self._periods[frequency] = () if data is None else periods_of(data, frequency, cuts)
        return self._periods[frequency]

    def figure(self, about: About, cell: Cell, origin: Origin) -> None:
        """Read what one stage says."""
        unit, indicator, stage, period = about
        key = (unit.code, indicator.code, stage, period)
        if key in self._said:
            first = self._said[key]
            self.refuse("figures.twice", cell.place, unit=unit.name, indicator=indicator.code, first=first)
            return
        self._said[key] = cell.place
        state = State.REPORTED if cell.number is not None else STATES.get(word(cell.text), State.REPORTED)
        value = self.value(cell, indicator) if state is State.REPORTED else None
        if state is State.REPORTED and value is None:
            return
        if isinstance(value, Number) and not self.may_be_points(value, indicator, cell):
            return
        if isinstance(value, Rate) and indicator.aggregation is Aggregation.SUM and stage is Stage.SELF:
            self.refuse("figures.rate_in_sum", cell.place, found=cell.text, indicator=indicator.code)
            return
        self.figures.append(
            Figure(
                unit=unit.code,
                indicator=indicator.code,
                stage=stage,
                value=value,
                state=state,
                origin=_at_stage(origin, stage, cell.place),
                period=period,
            )
        )

    def value(self, cell: Cell, indicator: Indicator) -> FigureValue | None:
        """The value of a cell, of the indicator's kind; None when it was refused."""
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        if indicator.kind is FigureKind.VERDICT:
            return self.verdict(cell)
        if indicator.kind is FigureKind.LEVEL:
            return self.level(cell, indicator)
        if indicator.kind is FigureKind.DAY:
            return self.day(cell)
        if cell.number is None and cell.day is not None:
            self.refuse("figures.date_in_number", cell.place, day=cell.day, indicator=indicator.code)
            return None
        if cell.number is None and (cell.verdict is not None or word(cell.text) in VERDICTS):
            self.refuse("figures.verdict_in_number", cell.place, found=cell.text, indicator=indicator.code)
            return None
        return self.number(cell, indicator, indicator.kind.number_kind)

    def verdict(self, cell: Cell) -> bool | None:
        """Đạt or không đạt."""
        verdict = VERDICTS.get(word(cell.text)) if cell.verdict is None else cell.verdict
        if verdict is None:
            self.refuse("figures.not_a_verdict", cell.place, found=cell.text)
        return verdict

    def level(self, cell: Cell, indicator: Indicator) -> Level | None:
        """One of the indicator's levels, by its word."""
        words = [word(level) for level in indicator.levels]
        if word(cell.text) not in words:
            levels = ", ".join(indicator.levels)
            self.refuse("figures.unknown_level", cell.place, found=cell.text, indicator=indicator.code, levels=levels)
            return None
        index = words.index(word(cell.text))
        return Level(index, indicator.levels[index])

    def may_be_points(self, points: Number, indicator: Indicator, cell: Cell) -> bool:
        """Entered points stay within what each criterion that takes them gives: more is refused, never cut."""
        before = len(self.problems)
        for criterion, least, most in self.asked.bounds.get(indicator.code, []):
            if below(points, least) or below(most, points):
                data = {"points": points, "least": least, "most": most, "criterion": criterion}
                self.problems.append(Problem("figures.points_out_of_range", data, cell.place))
        return len(self.problems) == before

    def check_day(self, row: FigureRow, unit: SeasonUnit | None) -> None:
        """A figure is about a day, or the season's time, on which its unit exists."""
        cell, data = row.note("as_of"), self.scope.data
        day = None if cell.is_empty else self.day(cell)
        if day is not None and data is not None and day not in data:
            self.refuse("figures.day_outside_data", cell.place, Severity.WARNING, day=day, start=data.start)
        if unit is None or unit.valid is None:
            return
        if day is not None and day not in unit.valid:
            self.refuse("figures.unit_not_existing", cell.place, unit=unit.name, day=day)
        elif cell.is_empty and data is not None and not data.overlaps(unit.valid):
            self.refuse("figures.unit_outside_data", row.place, unit=unit.name, start=data.start)

    def origin(self, row: FigureRow) -> Origin:
        """What is noted beside the figures of a line."""
        decided = row.note("decided_on")
        return Origin(
            source=row.note("source").text,
            nature=self.nature(row.note("nature")),
            evidence=row.note("evidence").text,
            appraiser=row.note("appraiser").text,
            decided_on=None if decided.is_empty else self.day(decided),
            reason=row.note("reason").text,
        )


def _at_stage(origin: Origin, stage: Stage, place: Place) -> Origin:
    """The origin of one cell of a line. Who appraised it, when and why is not said of the unit's own claim."""
    is_claim = stage is Stage.SELF
    return Origin(
        place=place,
        source=origin.source,
        nature=origin.nature,
        evidence=origin.evidence,
        appraiser="" if is_claim else origin.appraiser,
        decided_on=None if is_claim else origin.decided_on,
        reason="" if is_claim else origin.reason,
    )
