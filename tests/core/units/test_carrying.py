"""Figures carried over mergers, splits and renames: totals are kept, nothing is guessed."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from core.units.histories import FIRST, LAST, histories, living
from thidua.core.errors import Fault
from thidua.core.numbers import Counts, Number, NumberKind, Rate, Value, round_to
from thidua.core.timeline import Period
from thidua.core.units.carrying import (
    CannotCarry,
    Carried,
    CarryingRule,
    Outcome,
    Parts,
    _add,
    carry,
    carry_forward,
)
from thidua.core.units.succession import History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

MERGER = date(2025, 7, 1)
A, B, C, D = (UnitId(name) for name in "abcd")
MERGE = Succession(MERGER, (Link(A, C), Link(B, C)))
RENAME = Succession(MERGER, (Link(A, C),))
SPLIT = Succession(MERGER, (Link(A, C), Link(A, D)))
WEIGHED = Succession(MERGER, (Link(A, C, 2), Link(A, D, 1)))
MIXED = Succession(MERGER, (Link(A, C), Link(A, D), Link(B, D)))
COUNT = CarryingRule(NumberKind.COUNT)
SHARE = CarryingRule(NumberKind.SHARE)
RATE = Rate(Number(931, 1))


def share(numerator: int, denominator: int) -> Counts:
    return Counts(numerator, denominator, NumberKind.SHARE)


def codes(outcome: Outcome) -> list[tuple[str, object]]:
    assert isinstance(outcome, CannotCarry)
    return [(problem.code, problem.data["unit"]) for problem in outcome.problems]


def value(outcome: Outcome) -> Value:
    assert isinstance(outcome, Carried)
    return outcome.value


def test_a_share_is_recomputed_from_its_counts() -> None:
    given_ = {A: share(343, 359), B: share(210, 230)}
    carried = carry(given_, over=MERGE, rule=SHARE)[C]
    assert carried == Carried(share(553, 589), ((A, share(343, 359)), (B, share(210, 230))))
    assert round_to((553 * 100, 589), 2) == Number(9389, 2)


@pytest.mark.parametrize(
    ("kind", "one", "other", "total"),
    [
        (NumberKind.COUNT, Number(1200), Number(1462), Number(2662)),
        (NumberKind.MONEY, Number(50_000_000), Number(0), Number(50_000_000)),
        (
            NumberKind.RESULT_TARGET,
            Counts(2000, 1000, NumberKind.RESULT_TARGET),
            Counts(662, 438, NumberKind.RESULT_TARGET),
            Counts(2662, 1438, NumberKind.RESULT_TARGET),
        ),
        (
            NumberKind.OF_UNITS,
            Counts(5, 5, NumberKind.OF_UNITS),
            Counts(3, 7, NumberKind.OF_UNITS),
            Counts(8, 12, NumberKind.OF_UNITS),
        ),
        (NumberKind.SHARE, share(0, 0), share(210, 230), share(210, 230)),
    ],
)
def test_counts_add(kind: NumberKind, one: Value, other: Value, total: Value) -> None:
    assert value(carry({A: one, B: other}, over=MERGE, rule=CarryingRule(kind))[C]) == total


def test_a_quantity_adds_and_an_index_does_not() -> None:
    kilograms = {A: Number(12, 1), B: Number(345, 2)}
    quantity = CarryingRule(NumberKind.DECIMAL, decimals_add=True)
    assert value(carry(kilograms, over=MERGE, rule=quantity)[C]) == Number(465, 2)
    index = carry(kilograms, over=MERGE, rule=CarryingRule(NumberKind.DECIMAL))[C]
    assert codes(index) == [("units.decimal_does_not_add", A), ("units.decimal_does_not_add", B)]


def test_a_rate_without_counts_asks_for_counts() -> None:
    assert codes(carry({A: RATE, B: share(210, 230)}, over=MERGE, rule=SHARE)[C]) == [("units.rate_without_counts", A)]
    percent = CarryingRule(NumberKind.PERCENT)
    assert codes(carry({A: RATE, B: RATE}, over=MERGE, rule=percent)[C]) == [
        ("units.rate_without_counts", A),
        ("units.rate_without_counts", B),
    ]


def test_a_missing_figure_is_named_and_is_no_zero() -> None:
    missing = carry({A: Number(5)}, over=MERGE, rule=COUNT)[C]
    assert codes(missing) == [("units.figure_missing", B)]
    assert value(carry({A: Number(5), B: Number(0)}, over=MERGE, rule=COUNT)[C]) == Number(5)


def test_missing_figures_and_rates_are_reported_together() -> None:
    over = Succession(MERGER, (Link(A, D), Link(B, D), Link(C, D)))
    assert codes(carry({C: RATE}, over=over, rule=SHARE)[D]) == [
        ("units.figure_missing", A),
        ("units.figure_missing", B),
        ("units.rate_without_counts", C),
    ]


@pytest.mark.parametrize(
    ("rule", "figure", "code"),
    [
        (COUNT, share(1, 2), "units.single_number_wanted"),
        (SHARE, Number(5), "units.counts_wanted"),
        (SHARE, Counts(3, 2, NumberKind.RESULT_TARGET), "units.other_counts_wanted"),
    ],
)
def test_figures_of_another_kind_do_not_add(rule: CarryingRule, figure: Value, code: str) -> None:
    good = Number(1) if rule is COUNT else share(1, 1)
    assert codes(carry({A: figure, B: good}, over=MERGE, rule=rule)[C]) == [(code, A)]


@pytest.mark.parametrize("figure", [RATE, share(343, 359), Number(85, 1)])
def test_a_rename_keeps_every_figure(figure: Value) -> None:
    percent = CarryingRule(NumberKind.PERCENT)
    assert carry({A: figure}, over=RENAME, rule=percent) == {C: Carried(figure, ((A, figure),))}


def test_a_split_cannot_be_divided_without_stated_parts() -> None:
    outcomes = carry({A: share(343, 359)}, over=SPLIT, rule=SHARE)
    assert [codes(outcomes[unit]) for unit in (C, D)] == [[("units.parts_not_stated", A)]] * 2


def test_stated_parts_divide_and_must_add_to_the_whole() -> None:
    good: Parts = {A: {C: share(200, 205), D: share(143, 154)}}
    outcomes = carry({A: share(343, 359)}, over=SPLIT, rule=SHARE, parts=good)
    assert outcomes[D] == Carried(share(143, 154), ((A, share(143, 154)),))
    bad: Parts = {A: {C: share(200, 205), D: share(143, 155)}}
    wrong = carry({A: share(343, 359)}, over=SPLIT, rule=SHARE, parts=bad)[C]
    assert isinstance(wrong, CannotCarry)
    assert [dict(problem.data) for problem in wrong.problems] == [
        {"unit": A, "total": share(343, 360), "whole": share(343, 359)}
    ]


def test_parts_are_asked_for_the_successors_that_lack_them() -> None:
    half: Parts = {A: {C: Number(3)}}
    outcome = carry({A: Number(5)}, over=SPLIT, rule=COUNT, parts=half)[C]
    assert isinstance(outcome, CannotCarry)
    assert [dict(problem.data) for problem in outcome.problems] == [{"unit": A, "successors": (D,)}]


def test_a_rate_as_part_asks_for_counts_once() -> None:
    parts: Parts = {A: {C: RATE, D: RATE}}
    assert codes(carry({A: share(1, 2)}, over=SPLIT, rule=SHARE, parts=parts)[C]) == [("units.rate_without_counts", A)]


def test_weights_divide_counts_by_largest_remainder_and_say_so() -> None:
    outcomes = carry({A: Number(100)}, over=WEIGHED, rule=COUNT)
    assert outcomes == {
        C: Carried(Number(67), ((A, Number(67)),), is_estimated=True),
        D: Carried(Number(33), ((A, Number(33)),), is_estimated=True),
    }


def test_weights_do_not_divide_shares_or_indices() -> None:
    assert codes(carry({A: share(1, 2)}, over=WEIGHED, rule=SHARE)[C]) == [("units.parts_not_stated", A)]
    index = CarryingRule(NumberKind.DECIMAL)
    assert codes(carry({A: Number(5, 1)}, over=WEIGHED, rule=index)[C]) == [("units.decimal_does_not_add", A)]


def test_a_mixed_succession_divides_one_and_adds_the_other() -> None:
    parts: Parts = {A: {C: Number(4), D: Number(6)}}
    outcomes = carry({A: Number(10), B: Number(5)}, over=MIXED, rule=COUNT, parts=parts)
    assert [value(outcomes[unit]) for unit in (C, D)] == [Number(4), Number(11)]


def test_a_stated_part_of_an_estimate_stays_an_estimate() -> None:
    weighed = Succession(date(2024, 6, 1), (Link(A, B, 1), Link(A, C, 1)))
    stated = Succession(MERGER, (Link(B, D), Link(B, UnitId("e"))))
    rows = [
        Unit(A, A, Level.PROVINCE, Period(FIRST, weighed.on)),
        Unit(B, B, Level.PROVINCE, Period(weighed.on, MERGER)),
        Unit(C, C, Level.PROVINCE, Period(weighed.on)),
        *(Unit(unit, unit, Level.PROVINCE, Period(MERGER)) for unit in stated.successors),
    ]
    history = History(UnitTree(tuple(rows)), (weighed, stated))
    parts: Parts = {B: {D: Number(4), UnitId("e"): Number(1)}}
    outcomes = carry_forward({A: Number(10)}, history=history, to=LAST, rule=COUNT, parts=parts)
    assert outcomes[D] == Carried(Number(4), ((B, Number(4)),), is_estimated=True)


def cut_history() -> History:
    before, after = Period(FIRST, MERGER), Period(MERGER)
    rows = [Unit(unit, unit, Level.PROVINCE, before) for unit in (A, B)]
    rows += [Unit(unit, unit, Level.PROVINCE, after) for unit in (C,)]
    rows.append(Unit(D, D, Level.PROVINCE, Period(FIRST)))
    return History(UnitTree(tuple(rows)), (MERGE,))


def test_carrying_forward_waits_for_the_day_and_leaves_others_alone() -> None:
    given_ = {A: Number(1), B: Number(2), D: Number(4)}
    eve = carry_forward(given_, history=cut_history(), to=date(2025, 6, 30), rule=COUNT)
    assert {unit: value(outcome) for unit, outcome in eve.items()} == given_
    after = carry_forward(given_, history=cut_history(), to=MERGER, rule=COUNT)
    assert {unit: value(outcome) for unit, outcome in after.items()} == {D: Number(4), C: Number(3)}


def test_carrying_forward_invents_no_unit_without_figures() -> None:
    assert list(carry_forward({D: Number(4)}, history=cut_history(), to=MERGER, rule=COUNT)) == [D]


def test_a_figure_on_both_sides_of_a_merger_is_refused() -> None:
    given_ = {A: Number(1), B: Number(2), C: Number(9)}
    outcome = carry_forward(given_, history=cut_history(), to=MERGER, rule=COUNT)
    assert {unit: codes(found) for unit, found in outcome.items()} == {C: [("units.figure_on_both_sides", C)]}


def test_two_kinds_in_one_sum_would_be_our_own_fault() -> None:
    with pytest.raises(Fault):
        _add(Number(1), share(1, 2))


@st.composite
def counted(draw: st.DrawFn, history: History) -> dict[UnitId, Value]:
    """A share for every first unit, up to beyond 2^63."""
    figures: dict[UnitId, Value] = {}
    for unit in living(history, FIRST):
        whole = draw(st.integers(0, 20) | st.integers(0, 2**70))
        figures[unit] = share(draw(st.integers(0, whole)), whole)
    return figures


def added(figures: Mapping[UnitId, Value]) -> Counts:
    counts = [figure for figure in figures.values() if isinstance(figure, Counts)]
    return share(sum(one.numerator for one in counts), sum(one.denominator for one in counts))


@given(st.data(), histories(with_splits=False))
def test_carrying_is_associative(data: st.DataObject, history: History) -> None:
    """Step by step over every merger, and at once from the first units: the same figures from the same sources."""
    figures = data.draw(counted(history))
    event(f"mergers={len(history.successions)}")
    for unit, outcome in carry_forward(figures, history=history, to=LAST, rule=SHARE).items():
        roots = history.origins(unit, on=FIRST)
        if roots == (unit,):
            assert outcome == Carried(figures[unit], ((unit, figures[unit]),))
        else:
            once = Succession(LAST, tuple(Link(root, unit) for root in roots))
            assert outcome == carry(figures, over=once, rule=SHARE)[unit]


@given(st.data(), histories(with_splits=False))
def test_carrying_keeps_the_total_of_both_counts(data: st.DataObject, history: History) -> None:
    figures = data.draw(counted(history))
    outcomes = carry_forward(figures, history=history, to=LAST, rule=SHARE)
    assert sorted(outcomes) == living(history, LAST)
    assert added({unit: value(outcome) for unit, outcome in outcomes.items()}) == added(figures)


@given(st.data(), histories())
def test_weighted_splits_keep_the_total_of_counts(data: st.DataObject, history: History) -> None:
    figures: dict[UnitId, Value] = {
        unit: Number(data.draw(st.integers(0, 9) | st.integers(0, 2**70))) for unit in living(history, FIRST)
    }
    outcomes = carry_forward(figures, history=history, to=LAST, rule=COUNT)
    totals = [
        sum(figure.digits for figure in found if isinstance(figure, Number))
        for found in (figures.values(), [value(outcome) for outcome in outcomes.values()])
    ]
    assert sorted(outcomes) == living(history, LAST)
    assert totals[0] == totals[1]


@given(st.data(), histories(with_splits=False))
def test_one_missing_figure_leaves_exactly_its_heirs_without_one(data: st.DataObject, history: History) -> None:
    figures = data.draw(counted(history))
    gone = data.draw(st.sampled_from(sorted(figures)))
    del figures[gone]
    outcomes = carry_forward(figures, history=history, to=LAST, rule=SHARE)
    unknown = {unit for unit, outcome in outcomes.items() if isinstance(outcome, CannotCarry)}
    (heir,) = history.heirs(gone, on=LAST)
    alone = set(history.origins(heir, on=FIRST)) == {gone}
    assert unknown == (set() if alone else {heir})
    assert (heir in outcomes) == (not alone)


@given(st.data(), histories(with_splits=False))
def test_the_order_of_units_changes_nothing(data: st.DataObject, history: History) -> None:
    figures = data.draw(counted(history))
    shuffled = {unit: figures[unit] for unit in data.draw(st.permutations(sorted(figures)))}
    results = [carry_forward(given_, history=history, to=LAST, rule=SHARE) for given_ in (figures, shuffled)]
    assert results[0] == results[1]
