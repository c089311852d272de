"""What must hold of every season: rising never costs, order decides nothing, totals follow from printed parts."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import event, given
from hypothesis import strategies as st

from core.oracle import fraction, half_up, values_scored
from core.scenarios import Scenario
from core.scoring.test_against_oracle import SCENES, evaluated
from thidua.core.columns import exact
from thidua.core.numbers import Counts, Number, Rate
from thidua.core.rulebook.schema import Direction, Leaf
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Figure, FigureValue
from thidua.core.scoring.trace import explain
from thidua.core.standings import standings
from thidua.core.states import State

RISING = (
    "entry",
    "all_or_nothing",
    "proportional",
    "per_step",
    "per_event",
    "relative_to_best",
    "target_and_leader",
    "rank_points",
)


def raised(value: FigureValue, by: int, *, down: bool) -> FigureValue:
    """A better figure of the same sort."""
    by = -by if down else by
    if isinstance(value, Counts):
        return Counts(max(0, value.numerator + by), value.denominator, value.kind)
    if isinstance(value, Rate):
        return Rate(Number(value.percent.digits + by, value.percent.places))
    assert isinstance(value, Number)
    return Number(value.digits + by, value.places)


def is_told(value: FigureValue | None) -> bool:
    """Whether a figure says something; 0/0 does not."""
    return value is not None and getattr(value, "denominator", 1) != 0


def may_rise(scene: Scenario, figure: Figure) -> Leaf | None:
    """The leaf that a figure drives upwards, if it does: a rule that is monotone, over a base that is positive."""
    leaf = next((leaf for _node, leaf in scene.rulebook.leaves if leaf.indicator == figure.indicator), None)
    if leaf is None or leaf.shape.name not in RISING or figure.state is not State.REPORTED:
        return None
    if not is_told(figure.value):
        return None
    is_less = scene.rulebook.indicator(figure.indicator).direction is Direction.LESS
    if (is_less and leaf.shape.name == "per_event") or leaf.source.name not in ("figure", "growth"):
        return None
    if leaf.source.name == "growth" and leaf.source.mode.value == "relative":  # type: ignore[attr-defined]
        bases = [one for one in scene.figures if (one.unit, one.indicator) == (figure.unit, leaf.source.base)]  # type: ignore[attr-defined]
        if not bases or any(not is_told(one.value) or fraction(one.value) <= 0 for one in bases):
            return None
    return leaf


@given(SCENES, st.integers(1, 10**6), st.randoms(use_true_random=False))
def test_own_points_never_fall_when_the_own_figure_gets_better(scene: Scenario, by: int, random: Random) -> None:
    before, _refused = evaluated(scene)
    able = [one for one in scene.figures if may_rise(scene, one)]
    if before is None or not able:
        event("nothing to raise")
        return
    figure = random.choice(able)
    is_less = scene.rulebook.indicator(figure.indicator).direction is Direction.LESS
    assert figure.value is not None
    better = raised(figure.value, random.choice((1, by, 10**26)), down=is_less)
    figures = tuple(
        replace(one, value=better) if (one.unit, one.indicator) == (figure.unit, figure.indicator) else one
        for one in scene.figures
    )
    said = [one for one in scene.figures if (one.unit, one.indicator) == (figure.unit, figure.indicator)]
    if not all(may_rise(scene, one) and _better(one.value, better, is_less=is_less) for one in said):  # type: ignore[arg-type]
        event("another stage was better")
        return
    after, refused = evaluated(replace(scene, figures=figures))
    if after is None:
        assert {code for _unit, _criterion, code in refused} <= {"scoring.outside_bounds"}
        event("refused: more than may be entered")
        return
    row = before.table.row(figure.unit)
    code = next(node.code for node, leaf in scene.rulebook.leaves if leaf.indicator == figure.indicator)
    event(before.leaves[code].leaf.shape.name)
    assert exact_points(after, code, row) >= exact_points(before, code, row)
    assert fraction(after.total_points(row)) >= fraction(before.total_points(row))


def _better(old: FigureValue, new: FigureValue, *, is_less: bool) -> bool:
    a, b = fraction(old), fraction(new)
    return b <= a if is_less else b >= a


def exact_points(evaluation: Evaluation, code: str, row: int) -> Fraction:
    """Before rounding; 0 where the state gives the points."""
    if evaluation.state(code, row) is not State.REPORTED:
        return Fraction(*evaluation.leaves[code].points.at(row))
    return Fraction(*evaluation.leaves[code].exact.at(row))


@given(SCENES, st.randoms(use_true_random=False))
def test_order_of_units_and_figures_changes_nothing(scene: Scenario, random: Random) -> None:
    before, refused = evaluated(scene)
    units, figures, targets = list(scene.units), list(scene.figures), list(scene.targets)
    for many in (units, figures, targets):
        random.shuffle(many)  # type: ignore[arg-type]
    shuffled = replace(scene, units=tuple(units), figures=tuple(figures), targets=tuple(targets))
    after, refused_after = evaluated(shuffled)
    assert refused_after == refused
    if before is None or after is None:
        event("refused")
        return
    for row, unit in enumerate(scene.units):
        assert values_scored(after, units.index(unit)) == values_scored(before, row)
    assert ranks_of(after) == ranks_of(before)


def ranks_of(evaluation: Evaluation) -> dict[str, object]:
    ranked = {row.unit: (row.rank, row.shared) for one in standings(evaluation) for row in one.ranked}
    out = {row.unit: (row.knock_outs, row.missing) for one in standings(evaluation) for row in one.unranked}
    return {**ranked, **out}


@given(SCENES)
def test_totals_follow_from_printed_parts(scene: Scenario) -> None:
    """By `round: leaf` a reader adds up what is printed; by `round: total` the exact parts are added, rounded once."""
    evaluation, _refused = evaluated(scene)
    if evaluation is None:
        event("refused")
        return
    by_leaf = scene.rulebook.rounding.value == "leaf"
    event(scene.rulebook.rounding.value)
    for row in range(len(scene.units)):
        for code, group in evaluation.groups.items():
            parts = [part.code for part in group.criterion.group.parts]  # type: ignore[union-attr]
            printed = [fraction(evaluation.points(part, row)) for part in parts]
            exact_parts = [Fraction(*evaluation.leaves[part].points.at(row)) for part in parts]
            assert Fraction(*group.sum.at(row)) == sum(printed if by_leaf else exact_parts)
            assert evaluation.points(code, row) == evaluation.amount(group.points, row)
        tops = [criterion.code for criterion in scene.rulebook.criteria]
        if by_leaf and all(fraction(evaluation.points(code, row)) == exact_top(evaluation, code, row) for code in tops):
            added = sum((fraction(evaluation.points(code, row)) for code in tops), Fraction(0))
            assert Fraction(*evaluation.total.sum.at(row)) == added


def exact_top(evaluation: Evaluation, code: str, row: int) -> Fraction:
    """A group's cap may have more decimals than are printed; then its points are no printed number."""
    node = evaluation.leaves.get(code) or evaluation.groups[code]
    return Fraction(*node.points.at(row))


@given(SCENES)
def test_trace_comes_from_the_numbers_it_explains(scene: Scenario) -> None:
    """The arithmetic of the trace is the exact value, and rounding it once gives the printed points."""
    if evaluated(scene)[0] is None:
        event("refused")
        return
    evaluation = scene.evaluate(explained=True)
    for row, unit in enumerate(scene.units):
        for code in evaluation.leaves:
            trace = explain(evaluation, unit.code, code)
            if trace.state is not State.REPORTED:
                assert (trace.expression, trace.exact, trace.steps) == (None, None, ())
                continue
            assert trace.expression is not None
            assert trace.exact is not None
            assert Fraction(*exact(trace.expression)) == Fraction(*trace.exact)
            printed = trace.points if trace.scaled_from is None else trace.scaled_from
            assert half_up(Fraction(*trace.exact), scene.rulebook.places) == fraction(printed)
            assert trace.points == evaluation.points(code, row)


@given(SCENES)
def test_trace_names_the_leaders_on_whom_points_depend(scene: Scenario) -> None:
    """Nobody outside the cluster, not the unit itself, and nobody at all for local rules."""
    if evaluated(scene)[0] is None:
        event("refused")
        return
    evaluation = scene.evaluate(explained=True)
    for unit in scene.units:
        for code, leaf in evaluation.leaves.items():
            named = explain(evaluation, unit.code, code).depends_on
            event("depends on others" if named else "stands alone")
            assert unit not in named
            assert {one.cluster for one in named} <= {unit.cluster}
            assert leaf.leaf.is_relative or named == ()


@given(SCENES)
def test_every_follower_of_a_relative_rule_names_its_leaders(scene: Scenario) -> None:
    """K10: those with the best figure of the cluster, found by comparing every pair in fractions."""
    if evaluated(scene)[0] is None:
        event("refused")
        return
    evaluation = scene.evaluate(explained=True)
    for code, leaf in evaluation.leaves.items():
        if leaf.leaf.shape.name != "relative_to_best" or leaf.leaf.source.name != "figure":
            continue
        if leaf.leaf.source.percent_places is not None:  # type: ignore[attr-defined]
            continue
        sign = -1 if scene.rulebook.indicator(leaf.leaf.indicator).direction is Direction.LESS else 1
        values = {
            unit: sign * Fraction(*evaluation.table.figure(leaf.leaf.indicator).column.at(row))
            for row, unit in enumerate(scene.units)
            if evaluation.state(code, row) is State.REPORTED
        }
        for unit, value in values.items():
            best = max(other for mate, other in values.items() if mate.cluster == unit.cluster)
            leaders = [mate for mate, other in values.items() if mate.cluster == unit.cluster and other == best]
            event("leader" if value == best else "follower")
            assert explain(evaluation, unit.code, code).depends_on == tuple(one for one in leaders if one != unit)
