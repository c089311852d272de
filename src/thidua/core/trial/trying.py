"""A season's figures tried under a rulebook for which they were not reported.

Owns what must be settled before such a trial means anything: parts that cannot be tried and why, entered points that
are carried over to a new scale, due days that lie in another year. What cannot be tried is left out of the tried
rulebook whole and is named; a figure that nobody reported is never taken for zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thidua.core.errors import Problem, Refused
from thidua.core.kinds.base import Source
from thidua.core.kinds.sources import WorkingDaysEarly
from thidua.core.numbers import Number, round_to
from thidua.core.rulebook.above import Effect, Total
from thidua.core.rulebook.adjustments import Adjustment, BestOf
from thidua.core.rulebook.schema import Criterion, FigureKind, Group, Indicator, Leaf, Rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable
from thidua.core.scoring.leaf import score_award
from thidua.core.scoring.lookup import point_bounds
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Season

Bounds = tuple[Number, Number]


class Part(StrEnum):
    """What of a rulebook cannot be tried."""

    CRITERION = "criterion"
    BONUS = "bonus"  # added to the total
    KNOCK_OUT = "knock_out"
    TIE_BREAK = "tie_break"
    ADJUSTMENT = "adjustment"  # last year's adjustment by the authority, which the new rulebook does not foresee


class Obstacle(StrEnum):
    """Why it cannot be tried."""

    NOT_REPORTED = "not_reported"  # no unit said anything under an indicator that is needed
    OTHER_KIND = "other_kind"  # it was reported as another kind of figure: a count where a share is needed
    REFUSED = "refused"  # the rule cannot judge the figures of some unit
    DEPENDS = "depends"  # it speaks of a criterion that cannot be tried
    NOT_FORESEEN = "not_foreseen"


InTheWay = tuple[Obstacle, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Untried:
    """A part that the figures cannot try. indicators: those that stand in the way · problems: what the rule says."""

    part: Part
    code: str
    name: str
    obstacle: Obstacle
    points: Number = Number(0)
    indicators: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedPoints:
    """Entered points of an indicator, carried in proportion from the old bounds (least, most) to the new ones."""

    indicator: str
    old: Bounds
    new: Bounds


@dataclass(frozen=True, slots=True)
class MovedDay:
    """A due day of the new rulebook, and the same day in the season's own time."""

    given: date
    moved: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A season under another rulebook. `tried` is `rulebook` without what cannot be tried; `figures` are as carried."""

    season: Season
    rulebook: Rulebook
    tried: Rulebook
    figures: tuple[Figure, ...]
    adjustments: tuple[AuthorityAdjustment, ...]
    untried: tuple[Untried, ...]
    carried: tuple[CarriedPoints, ...]
    moved: tuple[MovedDay, ...]

    def table(self, *, explained: bool = False) -> FigureTable:
        """The figures as the tried rules see them."""
        return replace(self.season, figures=self.figures).table(explained=explained)

    def evaluate(self) -> Evaluation:
        """The season scored under the tried rulebook."""
        return evaluate(self.tried, self.table(), adjustments=self.adjustments, closed=self.season.closed)


def try_rulebook(season: Season, rulebook: Rulebook) -> Trial:
    """What of a rulebook can be tried on a season's figures, and all that stands in the way of the rest."""
    moved = tuple(_moved_days(season.rulebook, rulebook))
    shifted = _with_due_days(rulebook, {one.given: one.moved for one in moved})
    carried = tuple(_carried_points(season.rulebook, rulebook))
    figures = tuple(
        _carry(figure, {one.indicator: one for one in carried}, rulebook.places) for figure in season.figures
    )
    trying = _Trying(season, shifted, replace(season, figures=figures).table())
    untried = tuple(trying.untried())
    adjustments = tuple(one for one in season.adjustments if _is_foreseen(one, rulebook.total))
    return Trial(
        season=season,
        rulebook=rulebook,
        tried=_without(shifted, untried),
        figures=figures,
        adjustments=adjustments,
        untried=untried,
        carried=carried,
        moved=moved,
    )


@dataclass(frozen=True, slots=True)
class _Trying:
    """A rulebook held against the figures, part by part."""

    season: Season
    rulebook: Rulebook
    table: FigureTable

    def untried(self) -> Iterator[Untried]:
        criteria = [one for node, leaf in self.rulebook.leaves for one in self.criterion(node, leaf)]
        yield from criteria
        for bonus in self.rulebook.total.bonuses:
            yield from self.bonus(bonus)
        for item in self.rulebook.knock_outs:
            found = self.in_the_way((item.when.indicator,))
            if found is not None:
                yield Untried(
                    part=Part.KNOCK_OUT, code=item.code, name=item.name, obstacle=found[0], indicators=found[1]
                )
        yield from self.depending({one.code for one in criteria})
        for adjustment in self.season.adjustments:
            if not _is_foreseen(adjustment, self.rulebook.total):
                unit = next((one.brief for one in self.season.units if one.code == adjustment.unit), adjustment.unit)
                yield Untried(
                    part=Part.ADJUSTMENT,
                    code=adjustment.unit,
                    name=unit,
                    obstacle=Obstacle.NOT_FORESEEN,
                    points=adjustment.points,
                )

    def criterion(self, node: Criterion, leaf: Leaf) -> Iterator[Untried]:
        found = self.in_the_way(leaf.indicators)
        problems: tuple[Problem, ...] = ()
        if found is None:
            problems = self.refusals(node)
            found = (Obstacle.REFUSED, (leaf.indicator,)) if problems else None
        if found is not None:
            yield Untried(
                part=Part.CRITERION,
                code=node.code,
                name=node.name,
                obstacle=found[0],
                points=node.points,
                indicators=found[1],
                problems=problems,
            )

    def bonus(self, bonus: Adjustment) -> Iterator[Untried]:
        found = self.in_the_way(bonus.indicators)
        if found is None and score_award(self.rulebook, bonus, self.table, explained=False).refusals:
            found = (Obstacle.REFUSED, (bonus.indicator,))
        if found is not None:
            yield Untried(part=Part.BONUS, code=bonus.name, name=bonus.name, obstacle=found[0], indicators=found[1])

    def in_the_way(self, indicators: tuple[str, ...]) -> InTheWay | None:
        """Indicators that were reported as another kind; else those that were not reported at all."""
        other = tuple(code for code in indicators if self.is_of_other_kind(code))
        if other:
            return Obstacle.OTHER_KIND, other
        lacking = tuple(code for code in indicators if not self.is_reported(code))
        return (Obstacle.NOT_REPORTED, lacking) if lacking else None

    def is_reported(self, indicator: str) -> bool:
        """Whether any unit said something under the indicator, be it only that it was not assigned."""
        return any(self.table.chosen(unit.code, indicator) is not None for unit in self.table.units)

    def is_of_other_kind(self, code: str) -> bool:
        known = next((one for one in self.season.rulebook.indicators if one.code == code), None)
        return known is not None and _family(known) != _family(self.rulebook.indicator(code))

    def refusals(self, node: Criterion) -> tuple[Problem, ...]:
        """What the rule of one criterion cannot judge, unit by unit."""
        alone = replace(self.rulebook, criteria=(node,), knock_outs=(), tie_breaks=(), total=Total(), classes=())
        try:
            evaluate(alone, self.table)
        except Refused as refused:
            return refused.problems
        return ()

    def depending(self, missing: set[str]) -> Iterator[Untried]:
        """Steps of the chain and emptying knock-outs that speak of a criterion of which nothing is left."""
        gone = _gone(self.rulebook, missing)
        for step in self.rulebook.tie_breaks:
            if step.criterion in gone:
                yield Untried(part=Part.TIE_BREAK, code=step.criterion, name=step.key.value, obstacle=Obstacle.DEPENDS)
        for item in self.rulebook.knock_outs:
            if item.effect is Effect.ZERO_GROUP and item.criterion in gone:
                yield Untried(part=Part.KNOCK_OUT, code=item.code, name=item.name, obstacle=Obstacle.DEPENDS)


def _family(indicator: Indicator) -> object:
    """Kinds whose figures can stand for one another: parts of a whole, plain numbers, levels of the same words."""
    if indicator.kind.is_ratio:
        return "ratio"
    if indicator.kind in (FigureKind.COUNT, FigureKind.DECIMAL, FigureKind.MONEY):
        return "number"
    return (indicator.kind, indicator.levels)


def _gone(rulebook: Rulebook, missing: set[str]) -> set[str]:
    """The codes of the criteria left out, and of the groups of which every part is."""
    leaves = {node.code for node, _leaf in rulebook.leaves}
    return {
        node.code
        for _depth, node in rulebook.walk()
        if all(part.code in missing for _below, part in node.walk() if part.code in leaves)
    }


def _without(rulebook: Rulebook, untried: tuple[Untried, ...]) -> Rulebook:
    """The rulebook without the parts that cannot be tried."""
    codes = {part: {one.code for one in untried if one.part is part} for part in Part}
    gone = _gone(rulebook, codes[Part.CRITERION])
    criteria = (_pruned(one, gone) for one in rulebook.criteria)
    bonuses = tuple(one for one in rulebook.total.bonuses if one.name not in codes[Part.BONUS])
    return replace(
        rulebook,
        criteria=tuple(one for one in criteria if one is not None),
        knock_outs=tuple(one for one in rulebook.knock_outs if one.code not in codes[Part.KNOCK_OUT]),
        tie_breaks=tuple(one for one in rulebook.tie_breaks if one.criterion not in gone),
        total=replace(rulebook.total, bonuses=bonuses),
    )


def _pruned(node: Criterion, gone: set[str]) -> Criterion | None:
    if node.code in gone:
        return None
    if node.group is None:
        return node
    parts = (_pruned(part, gone) for part in node.group.parts)
    return replace(node, body=replace(node.group, parts=tuple(part for part in parts if part is not None)))


def _is_foreseen(adjustment: AuthorityAdjustment, total: Total) -> bool:
    most = total.authority_adjustment
    if most is None:
        return False
    points = adjustment.points
    return bool(abs(points.digits) * 10**most.places <= most.digits * 10**points.places)


def _carried_points(old: Rulebook, new: Rulebook) -> Iterator[CarriedPoints]:
    """Indicators of entered points whose bounds are not what they were: 9 of 10 is not 9 of 20."""
    before, after = _only_bounds(old), _only_bounds(new)
    for code, bounds in after.items():
        known = before.get(code)
        if known is not None and known != bounds and known[0] != known[1]:
            yield CarriedPoints(code, known, bounds)


def _only_bounds(rulebook: Rulebook) -> dict[str, Bounds]:
    """For each indicator of entered points its bounds, where all criteria that take it agree."""
    found = {code: {(least, most) for _node, least, most in many} for code, many in point_bounds(rulebook).items()}
    return {code: next(iter(bounds)) for code, bounds in found.items() if len(bounds) == 1}


def _carry(figure: Figure, carried: Mapping[str, CarriedPoints], places: int) -> Figure:
    one = carried.get(figure.indicator)
    if one is None or not isinstance(figure.value, Number):
        return figure
    return replace(figure, value=_in_proportion(figure.value, one, places))


def _in_proportion(points: Number, carried: CarriedPoints, places: int) -> Number:
    """new least + (points − old least) × (new range) / (old range), rounded once to the rulebook's places."""
    bounds = (points, *carried.old, *carried.new)
    scale = max(number.places for number in bounds)
    value, old_least, old_most, new_least, new_most = (one.digits * 10 ** (scale - one.places) for one in bounds)
    width = old_most - old_least
    numerator = new_least * width + (value - old_least) * (new_most - new_least)
    return round_to((numerator, width * 10**scale), places)


def _moved_days(old: Rulebook, new: Rulebook) -> Iterator[MovedDay]:
    """Due days of a rulebook for a later year, moved back by as many years; those that the old one has too stay."""
    years = new.valid.start.year - old.valid.start.year
    stay = set(_due_days(old))
    if years:
        for day in dict.fromkeys(_due_days(new)):
            if day not in stay:
                yield MovedDay(day, _earlier(day, years))


def _earlier(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - years, day.month, 28 if is_leap_day else day.day)


def _due_days(rulebook: Rulebook) -> Iterator[date]:
    sources = [source for _node, leaf in rulebook.leaves for source in _sources(leaf)]
    sources += [bonus.source for bonus in rulebook.total.bonuses]
    return (source.due for source in sources if isinstance(source, WorkingDaysEarly))


def _sources(leaf: Leaf) -> list[Source]:
    return [leaf.source, *(one.source for one in leaf.adjustments)]


def _with_due_days(rulebook: Rulebook, days: Mapping[date, date]) -> Rulebook:
    """The rulebook with other due days."""
    if not days:
        return rulebook

    def moved(source: Source) -> Source:
        if isinstance(source, WorkingDaysEarly) and source.due in days:
            return replace(source, due=days[source.due])
        return source

    criteria = tuple(_with_sources(one, moved) for one in rulebook.criteria)
    bonuses = tuple(replace(one, source=moved(one.source)) for one in rulebook.total.bonuses)
    return replace(rulebook, criteria=criteria, total=replace(rulebook.total, bonuses=bonuses))


def _with_sources(node: Criterion, change: Callable[[Source], Source]) -> Criterion:
    def adjusted(one: Adjustment | BestOf) -> Adjustment | BestOf:
        if isinstance(one, Adjustment):
            return replace(one, source=change(one.source))
        return replace(one, alternatives=tuple(replace(each, source=change(each.source)) for each in one.alternatives))

    body = node.body
    if isinstance(body, Group):
        return replace(node, body=replace(body, parts=tuple(_with_sources(part, change) for part in body.parts)))
    leaf = replace(
        body,
        source=change(body.source),
        bonuses=tuple(adjusted(one) for one in body.bonuses),
        deductions=tuple(adjusted(one) for one in body.deductions),
    )
    return replace(node, body=leaf)
