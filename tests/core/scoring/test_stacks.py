"""Criteria laid one below the other get the points that each gets by itself."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenarios import Scenario, scenario
from thidua.core.columns import Itself
from thidua.core.numbers import Number
from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring import stacks
from thidua.core.scoring.figures import Figure, FigureTable, Member
from thidua.core.scoring.leaf import LeafScore, score_leaf
from thidua.core.scoring.stacks import score_stacked
from thidua.core.states import Stage

SCENES = st.randoms(use_true_random=False).map(scenario)


def told(leaf: LeafScore, rows: int) -> object:
    """Everything that a score says, row by row."""
    columns = (leaf.points, leaf.exact, leaf.maximum, leaf.deducted, leaf.added)
    refusals = sorted((one.criterion.code, one.indicator, one.code, one.mask.tolist()) for one in leaf.refusals)
    values = [[Fraction(*column.at(row)) for row in range(rows)] for column in columns]
    return leaf.criterion.code, leaf.indicators, values, leaf.states.tolist(), refusals


def assert_same(rulebook: Rulebook, table: FigureTable) -> None:
    single = {
        node.code: told(score_leaf(rulebook, node, leaf, table, explained=False), table.rows)
        for node, leaf in rulebook.leaves
    }
    stacked = {code: told(leaf, table.rows) for code, leaf in score_stacked(rulebook, table, keep_exact=True).items()}
    assert stacked == single
    assert list(stacked) == list(single)


@given(SCENES)
def test_stacked_criteria_get_their_own_points(scene: Scenario) -> None:
    assert_same(scene.rulebook, scene.table())


def alike(count: int) -> Rulebook:
    """Criteria of one rule with different points, and one that stands apart."""
    leaves = [
        {
            "code": f"T{number}",
            "name": "t",
            "points": str(number),
            "indicator": f"a{number}",
            "rule": {"kind": "bands", "bands": [{"from": "10", "points": "1"}]},
            "bonuses": [{"name": "thưởng", "indicator": f"b{number}", "rule": {"kind": "per_event", "each": "0,5"}}],
        }
        for number in range(1, count + 1)
    ]
    apart = {"code": "X", "name": "x", "points": "5", "indicator": "x", "rule": {"kind": "relative_to_best"}}
    indicators = [
        {"code": f"{letter}{n}", "name": "i", "kind": "count"} for n in range(1, count + 1) for letter in "ab"
    ]
    return parse_rulebook(
        {
            "rulebook": "r",
            "title": "r",
            "version": "1",
            "valid": {"from": "2024-01-01"},
            "indicators": [*indicators, {"code": "x", "name": "x", "kind": "count"}],
            "criteria": [*leaves[:2], apart, *leaves[2:]],
        }
    )


def figures_of(rulebook: Rulebook) -> FigureTable:
    units = tuple(Member(f"U{row}", f"U{row}", f"C{row // 2}") for row in range(4))
    figures = [
        Figure(unit=unit.code, indicator=one.code, stage=Stage.SELF, value=Number((7 * row + 5 * place) % 16))
        for row, unit in enumerate(units)
        for place, one in enumerate(rulebook.indicators)
        if (row + place) % 9
    ]
    return FigureTable(units, tuple(figures), (), Stage.SELF)


@pytest.mark.parametrize("tall", [1, 8, 12, 1000])
def test_stacks_of_every_height_give_the_same(tall: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stacks, "TALL", tall)
    rulebook = alike(5)
    assert_same(rulebook, figures_of(rulebook))


def test_values_in_no_band_are_refused_under_their_own_criterion_and_indicator() -> None:
    rulebook = alike(3)
    scored = score_stacked(rulebook, figures_of(rulebook), keep_exact=False)
    refused = {(one.criterion.code, one.indicator) for leaf in scored.values() for one in leaf.refusals}
    assert refused == {(f"T{number}", f"a{number}") for number in range(1, 4)}


def test_criteria_stack_when_they_differ_in_points_and_indicators_only() -> None:
    rulebook = alike(4)
    together = [[node.code for node, _leaf in one.nodes] for one in stacks._all_alike(Itself(rulebook))]
    assert together == [["T1", "T2", "T3", "T4"], ["X"]]


def test_clusters_of_stacked_criteria_are_compared_within_themselves() -> None:
    """Three clusters under three rules that look alike: nobody is held against another criterion's leader."""
    codes = ("a", "b", "c")
    leaf = {"name": "t", "points": "10", "rule": {"kind": "relative_to_best"}}
    rulebook = parse_rulebook(
        {
            "rulebook": "r",
            "title": "r",
            "version": "1",
            "valid": {"from": "2024-01-01"},
            "indicators": [{"code": code, "name": "i", "kind": "count"} for code in codes],
            "criteria": [{"code": code.upper(), "indicator": code, **leaf} for code in codes],
        }
    )
    units = tuple(Member(f"U{row}", f"U{row}", f"C{row // 2}") for row in range(6))
    figures = tuple(
        Figure(unit=unit.code, indicator=code, stage=Stage.SELF, value=Number((row + 1) * 7**place))
        for row, unit in enumerate(units)
        for place, code in enumerate(codes)
    )
    table = FigureTable(units=units, figures=figures, targets=(), stage=Stage.SELF)
    assert_same(rulebook, table)
    points = score_stacked(rulebook, table, keep_exact=True)["A"].points
    assert [Fraction(*points.at(row)) for row in range(6)] == [5, 10, Fraction(15, 2), 10, Fraction(833, 100), 10]
