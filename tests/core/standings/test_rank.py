"""Ranks by name and the tie-break chain, against counting who is better."""

from fractions import Fraction

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from core.oracle import fraction, ranks
from thidua.core.numbers import Number
from thidua.core.standings import Entrant, Key, Method, Ranking, rank

KEYS = (Key("points_of", "I"), Key("deductions", more_is_better=False))
FEW = st.integers(0, 3).map(lambda digits: Number(digits * 5, 1))
ENTRANTS = st.lists(st.tuples(FEW, FEW, FEW), min_size=0, max_size=9)


def entrants(rows: list[tuple[Number, Number, Number]]) -> list[Entrant]:
    return [Entrant(f"U{index}", row[0], row[1:]) for index, row in enumerate(rows)]


def in_order(rows: list[tuple[Number, Number, Number]]) -> list[tuple[Fraction, ...]]:
    """What is compared, larger first: total, points of group I, fewer deductions."""
    return [(fraction(total), fraction(points), -fraction(deducted)) for total, points, deducted in rows]


def by_unit(ranking: Ranking) -> dict[str, Fraction]:
    return {row.unit: fraction(row.rank) for row in ranking.rows}


@pytest.mark.parametrize("method", list(Method))
@given(rows=ENTRANTS)
def test_ranks_equal_counting_who_is_better(method: Method, rows: list[tuple[Number, Number, Number]]) -> None:
    ranking = rank(entrants(rows), KEYS, method)
    expected = ranks(in_order(rows), method.value)
    assert by_unit(ranking) == {f"U{index}": place for index, place in enumerate(expected)}
    for row in ranking.rows:
        event("shared" if row.shared else "alone")
        assert row.shared == (list(expected).count(fraction(row.rank)) > 1)


@given(ENTRANTS)
def test_competition_ranks_are_a_permutation_with_gaps_only_after_ties(
    rows: list[tuple[Number, Number, Number]],
) -> None:
    places = [int(fraction(row.rank)) for row in rank(entrants(rows), KEYS, Method.COMPETITION).rows]
    assert places == sorted(places)
    for position, place in enumerate(places, start=1):
        assert place == places.index(place) + 1  # the first of equals holds its own position
        assert place == position or places.count(place) > 1


@given(ENTRANTS)
def test_dense_ranks_have_no_gap_and_mean_ranks_keep_the_sum(rows: list[tuple[Number, Number, Number]]) -> None:
    dense = {int(fraction(row.rank)) for row in rank(entrants(rows), KEYS, Method.DENSE).rows}
    assert dense == set(range(1, len(dense) + 1))
    mean = [fraction(row.rank) for row in rank(entrants(rows), KEYS, Method.MEAN).rows]
    assert sum(mean) == Fraction(len(rows) * (len(rows) + 1), 2)


@given(ENTRANTS, st.randoms(use_true_random=False))
def test_order_of_entrants_decides_no_rank(rows: list[tuple[Number, Number, Number]], random: object) -> None:
    before = entrants(rows)
    after = list(before)
    random.shuffle(after)  # type: ignore[attr-defined]
    assert by_unit(rank(after, KEYS)) == by_unit(rank(before, KEYS))


def test_each_step_of_a_tie_is_recorded() -> None:
    """904,0 three times: group I parts one, deductions leave two level, and they share the rank."""
    rows = [
        Entrant("Tây Ninh", Number(9040, 1), (Number(648), Number(2))),
        Entrant("Long An", Number(90400, 2), (Number(6555, 1), Number(5))),
        Entrant("Đồng Nai", Number(904), (Number(648), Number(2))),
        Entrant("Bình Dương", Number(800), (Number(700), Number(0))),
    ]
    ranking = rank(rows, KEYS)
    assert [(row.unit, fraction(row.rank), row.shared) for row in ranking.rows] == [
        ("Long An", 1, False),
        ("Tây Ninh", 2, True),
        ("Đồng Nai", 2, True),
        ("Bình Dương", 4, False),
    ]
    assert [(step.key.code, step.units, step.parted) for step in ranking.steps] == [
        ("points_of", ("Long An", "Tây Ninh", "Đồng Nai"), True),
        ("deductions", ("Tây Ninh", "Đồng Nai"), False),
    ]
    assert ranking.steps[0].values == (Number(6555, 1), Number(648), Number(648))


def test_chain_that_parts_early_asks_no_further() -> None:
    rows = [Entrant("A", Number(5), (Number(2), Number(1))), Entrant("B", Number(5), (Number(1), Number(0)))]
    assert [step.key.code for step in rank(rows, KEYS).steps] == ["points_of"]


def test_without_a_chain_equal_totals_share() -> None:
    rows = [Entrant("A", Number(50, 1)), Entrant("B", Number(5)), Entrant("C", Number(4))]
    assert [(row.unit, fraction(row.rank), row.shared) for row in rank(rows, method=Method.MEAN).rows] == [
        ("A", Fraction(3, 2), True),
        ("B", Fraction(3, 2), True),
        ("C", 3, False),
    ]


def test_nobody_and_one_unit() -> None:
    assert rank([]).rows == ()
    only = rank([Entrant("A", Number(-5))]).rows[0]
    assert (only.rank, only.shared) == (Number(1), False)
