"""The order of fractions: leaders and places never hang on a rounded quotient."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from thidua.core.columns import Column, Integers, best_of_groups, compare, places_in_groups

CLOSE_PAIRS = [
    (343, 359), (34300001, 35900001), (686, 718), (2**60, 2**60 + 1), (2**60 - 1, 2**60), (2**80, 2**80 + 1),
    (10**400, 4 * 10**399), (10**400, 10**399 * 3), (1, 10**400), (-1, 10**400), (0, 10**400), (10**350, 1),
    (-(10**350), 1),
    (10**350 + 1, 1),
]  # fmt: skip
PAIRS = st.sampled_from(CLOSE_PAIRS) | st.tuples(st.integers(-9, 9), st.integers(1, 9))
ROWS = st.lists(st.tuples(PAIRS, st.integers(0, 2), st.booleans()), min_size=1, max_size=12)


def column(pairs: list[tuple[int, int]]) -> Column:
    return Column(Integers.of([pair[0] for pair in pairs]), Integers.of([pair[1] for pair in pairs]))


@given(ROWS)
def test_best_of_groups_is_the_first_of_the_largest(rows: list[tuple[tuple[int, int], int, bool]]) -> None:
    pairs, groups, among = zip(*rows, strict=True)
    best = best_of_groups(column(list(pairs)), np.asarray(groups), np.asarray(among))
    for row, group in enumerate(groups):
        rivals = [index for index in range(len(rows)) if groups[index] == group and among[index]]
        event("nobody" if not rivals else "somebody")
        expected = max(rivals, key=lambda index: (Fraction(*pairs[index]), -index), default=-1)
        assert best[row] == expected


@given(ROWS)
def test_places_equal_counting_who_is_better(rows: list[tuple[tuple[int, int], int, bool]]) -> None:
    pairs, groups, among = zip(*rows, strict=True)
    places = places_in_groups(column(list(pairs)), np.asarray(groups), np.asarray(among))
    for row, group in enumerate(groups):
        rivals = [Fraction(*pairs[i]) for i in range(len(rows)) if groups[i] == group and among[i]]
        own = Fraction(*pairs[row])
        found = tuple(int(one[row]) for one in (places.first, places.dense, places.tied, places.of))
        if not among[row]:
            assert found == (0, 0, 0, 0)
            continue
        better = [one for one in rivals if one > own]
        assert found == (len(better) + 1, len(set(better)) + 1, rivals.count(own), len(rivals))


@pytest.mark.parametrize(
    ("pairs", "best"),
    [
        ([(343, 359), (34300001, 35900001), (686, 718)], 1),
        ([(686, 718), (343, 359)], 0),
        ([(2**60 - 1, 2**60), (2**60, 2**60 + 1)], 1),
        ([(25 * 10**400, 10**401), (3, 1)], 1),
        (
            [(2179914455119436513, 2315555449688322763), (2179914455119436376, 2315555449688322393)],
            1,
        ),  # float64 has them in the wrong order
    ],
)
def test_leader_among_fractions_that_float64_cannot_tell_apart(pairs: list[tuple[int, int]], best: int) -> None:
    groups = np.zeros(len(pairs), dtype=np.intp)
    found = best_of_groups(column(pairs), groups, np.ones(len(pairs), dtype=np.bool_))
    assert found.tolist() == [best] * len(pairs)


# The smaller one first; float64 has both pairs the other way round.
MISLEADING = [
    ((2179914455119436513, 2315555449688322763), (2179914455119436376, 2315555449688322393)),
    ((3072212707039009141, 3900104771359173689), (3072212707039009426, 3900104771359174018)),
]


@pytest.mark.parametrize(("smaller", "larger"), MISLEADING)
def test_places_of_fractions_that_float64_puts_the_wrong_way_round(
    smaller: tuple[int, int], larger: tuple[int, int]
) -> None:
    assert Fraction(*smaller) < Fraction(*larger)
    assert float(smaller[0]) / float(smaller[1]) > float(larger[0]) / float(larger[1])
    many = 2000  # a large group is sorted; a small one may be compared pair by pair
    pairs = [smaller, larger, smaller, *((1, 3 + number) for number in range(many))]
    groups, among = np.zeros(len(pairs), dtype=np.intp), np.ones(len(pairs), dtype=np.bool_)
    places = places_in_groups(column(pairs), groups, among)
    assert places.first.tolist() == [2, 1, 2, *range(4, many + 4)]
    assert set(best_of_groups(column(pairs), groups, among).tolist()) == {1}


@given(PAIRS, PAIRS)
def test_compare_is_the_order_of_fractions(left: tuple[int, int], right: tuple[int, int]) -> None:
    a, b = Fraction(*left), Fraction(*right)
    assert compare(left, right) == (a > b) - (a < b)
