"""Every kind, leaf, group and total: vectorised = one unit at a time = the oracle in fractions, no difference."""

from collections import Counter
from random import Random

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from core.oracle import Oracle, fraction, values_of, values_scored
from core.scenarios import Scenario, scenario
from thidua.core.errors import FiguresRefused
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.states import State

SCENES = st.randoms(use_true_random=False).map(scenario)
LOCAL_SCENES = st.randoms(use_true_random=False).map(lambda random: scenario(random, local_only=True))
SEEDS = 500

# What the sweep must have met, beside one leaf of every kind: every way through a rule that the oracle counts.
WAYS = {
    "adjustment.applies", "adjustment.not", "all_or_nothing.edge", "all_or_nothing.missed", "all_or_nothing.reached",
    "bands.edge", "bands.inside", "bands.no_value", "bands.otherwise", "group.cap", "group.emptied", "group.floor",
    "group.scaled_down", "limit.adjustment_cap", "limit.cap", "limit.common_cap", "limit.floor",
    "not_applicable.average", "not_applicable.exclude", "not_applicable.full", "not_applicable.zero",
    "not_assigned.average", "not_assigned.exclude", "not_assigned.full", "not_assigned.zero", "pass_fail.failed",
    "pass_fail.passed", "per_step.edge", "per_step.not_passed", "per_step.passed", "proportional.below_floor",
    "proportional.between", "proportional.beyond_zero", "proportional.capped", "proportional.direct",
    "proportional.edge", "proportional.inverse", "proportional.zero_target", "relative_to_best.alone",
    "relative_to_best.among", "relative_to_best.follower", "relative_to_best.leader",
    "relative_to_best.tied_leaders", "source.deviation.pp", "source.deviation.relative", "source.figure.",
    "source.growth.pp", "source.growth.relative", "source.working_days_early.", "state.missing",
    "state.not_applicable", "state.not_assigned", "state.reported", "target_and_leader.below",
    "target_and_leader.by_result", "target_and_leader.follower", "target_and_leader.leader", "target_and_leader.met",
    "target_and_leader.no_target_alone", "target_and_leader.no_target_group", "target_and_leader.tied_leaders",
    "target_and_leader.zero_met", "target_and_leader.zero_missed", "total.cap", "total.floor", "total.rescaled",
    "piecewise.between", "piecewise.flat", "rank_points.alone", "rank_points.tied", "best_of.first", "best_of.other",
    "by_level.level", "coefficient", "mean.nothing_weighed", "mean.plain", "mean.too_few", "mean.trimmed",
    "mean.weighed", "months", "piecewise.edge", "source.against_mean.", "source.mean.", "source.per_capita.",
    "source.weighted_index.", "stricter.one", "stricter.several", "two_key_bands.held", "two_key_bands.no_class",
    "two_key_bands.outside",
}  # fmt: skip
REFUSALS = {
    "scoring.beyond_months", "scoring.figure_not_given", "scoring.growth_from_zero", "scoring.no_band",
    "scoring.no_base", "scoring.no_target", "scoring.rate_has_no_counts", "scoring.too_many_months",
    "scoring.zero_population", "scoring.zero_target",
}  # fmt: skip


def by_oracle(scene: Scenario) -> Oracle:
    """The scenario scored by the oracle."""
    oracle = Oracle(scene.rulebook, scene.table(), {one.unit: fraction(one.points) for one in scene.adjustments})
    oracle.score()
    return oracle


def evaluated(scene: Scenario) -> tuple[Evaluation | None, set[tuple[str, str, str]]]:
    """The scenario scored by the product, or what it refused as (unit, criterion, code)."""
    try:
        return scene.evaluate(), set()
    except FiguresRefused as refused:
        return None, {(str(one.data["unit"]), str(one.data["criterion"]), one.code) for one in refused.problems}


def assert_same(scene: Scenario, oracle: Oracle) -> bool:
    """No difference; whether there were points to compare."""
    evaluation, refused = evaluated(scene)
    assert refused == oracle.refused
    for row, unit in enumerate(scene.units if evaluation is not None else ()):
        assert values_scored(evaluation, row) == values_of(oracle.sheets[unit.code])  # type: ignore[arg-type]
    return evaluation is not None


@given(SCENES)
def test_points_equal_the_oracle_in_fractions(scene: Scenario) -> None:
    oracle = by_oracle(scene)
    for way in sorted(oracle.branches):
        event(way)
    event("scored" if assert_same(scene, oracle) else "refused")


def test_oracle_and_product_agree_on_a_sweep_that_reaches_every_way() -> None:
    """The same seeds on every run, so that an edge that is met today is met tomorrow."""
    ways: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    storage: Counter[str] = Counter()
    scored = 0
    for seed in range(SEEDS):
        scene = scenario(Random(seed))
        oracle = by_oracle(scene)
        scored += assert_same(scene, oracle)
        ways.update(oracle.branches)
        refusals.update(code for _unit, _criterion, code in oracle.refused)
        for _node, leaf in scene.rulebook.leaves:
            column = scene.table().figure(leaf.indicator).column
            storage["beyond 2**63"] += column.num.high >= 2**63
            storage["beyond 2**53"] += 2**53 <= column.num.high < 2**63
    assert scored > SEEDS // 2
    assert {way for way in WAYS if not ways[way]} == set()
    assert set(refusals) == REFUSALS
    assert storage["beyond 2**53"] > 0 < storage["beyond 2**63"]


@given(LOCAL_SCENES)
def test_local_rules_give_each_unit_alone_what_they_give_it_among_others(scene: Scenario) -> None:
    evaluation, refused = evaluated(scene)
    averaged = any(
        scene.rulebook.mode_of(leaf, state).value == "average"
        for _n, leaf in scene.rulebook.leaves
        for state in (State.NOT_ASSIGNED, State.NOT_APPLICABLE)
    )
    if evaluation is None or averaged:
        event("refused" if refused else "averaged")
        return
    event("scored")
    for row, unit in enumerate(scene.units):
        alone = scene.evaluate((unit,))
        assert values_scored(alone, 0) == values_scored(evaluation, row)


@given(SCENES)
def test_explaining_changes_no_number(scene: Scenario) -> None:
    bulk, _refused = evaluated(scene)
    if bulk is None:
        event("refused")
        return
    explained = scene.evaluate(explained=True)
    for row in range(len(scene.units)):
        assert values_scored(explained, row) == values_scored(bulk, row)


@pytest.mark.parametrize("seed", range(30))
def test_clusters_know_nothing_of_each_other(seed: int) -> None:
    scene = scenario(Random(f"clusters {seed}"))
    evaluation, _refused = evaluated(scene)
    if evaluation is None:
        return
    for cluster in {unit.cluster for unit in scene.units}:
        mates = tuple(unit for unit in scene.units if unit.cluster == cluster)
        alone = scene.evaluate(mates)
        for row, unit in enumerate(mates):
            assert values_scored(alone, row) == values_scored(evaluation, scene.units.index(unit))
