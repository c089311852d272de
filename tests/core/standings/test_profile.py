"""A unit beside its cluster: ranks in one criterion, the best, the middle; silence takes part in nothing."""

from fractions import Fraction
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from core.scenarios import Scenario
from core.scoring.test_against_oracle import SCENES, evaluated
from core.standings.test_standings import book, evaluation, figures
from thidua.core.numbers import Number, round_to
from thidua.core.standings.profile import has_number, lacks, middle, places_in, profile, strengths
from thidua.core.states import State


def test_equal_points_share_the_rank_in_a_criterion() -> None:
    places = places_in(evaluation(book(), figures(A=8, B=9, C=8)), "I")
    assert [(code, one.rank, one.shared) for code, one in places.items()] == [
        ("B", Number(1), False),
        ("A", Number(2), True),
        ("C", Number(2), True),
    ]


def test_who_has_not_reported_has_no_rank_and_moves_no_middle() -> None:
    scored = evaluation(book(), figures(A=0, B=9, C=None))
    (line,) = profile(scored, "A")
    assert (line.place and line.place.rank, line.of, line.best, line.best_of) == (Number(2), 2, Number(9), ("B",))
    assert line.middle == Number(45, 1)  # of 0 and 9: a zero is a number, silence is none
    (silent,) = profile(scored, "C")
    assert (silent.place, silent.of) == (None, 2)
    assert strengths([silent], 5) == lacks([silent], 5) == []


def test_strengths_lie_above_the_middle_and_lacks_behind_the_best() -> None:
    raw = [{"code": code, "name": code, "points": "10", "rule": "entry"} for code in ("I", "II", "III")]
    rulebook = book(criteria=raw, knock_outs=[], indicators=[])
    said = [
        one
        for code, points in (("I", (9, 5, 4)), ("II", (2, 8, 9)), ("III", (7, 7, 7)))
        for one in _entered(code, points)
    ]
    lines = profile(evaluation(rulebook, said), "A")
    assert [one.criterion for one in strengths(lines, 5)] == ["I"]
    assert [(one.criterion, one.behind) for one in lacks(lines, 5)] == [("II", Number(7))]


def _entered(code: str, points: tuple[int, ...]) -> list[object]:
    from dataclasses import replace

    said = figures(**dict(zip("ABC", points, strict=True)))
    return [replace(one, indicator=code) for one in said if one.indicator == "I"]


@given(st.lists(st.integers(-999, 9999), min_size=1, max_size=9))
def test_the_middle_is_the_median_rounded_once(digits: list[int]) -> None:
    exact = Fraction(median(Fraction(one, 100) for one in digits))
    assert middle([Number(one, 2) for one in digits], 2) == round_to((exact.numerator, exact.denominator), 2)


@given(SCENES)
def test_places_count_how_many_have_more(scene: Scenario) -> None:
    scored, _refused = evaluated(scene)
    if scored is None:
        return
    for code, leaf in scored.leaves.items():
        told = {
            unit.code: Fraction(*scored.points(code, row).ratio)
            for row, unit in enumerate(scored.table.units)
            if has_number(scored, code, row)
        }
        places = places_in(scored, code)
        assert {unit: int(Fraction(*one.rank.ratio)) for unit, one in places.items()} == {
            unit: 1 + sum(other > points for other in told.values()) for unit, points in told.items()
        }
        silent = [row for row, state in enumerate(leaf.states) if state != State.REPORTED]
        assert all(scored.table.units[row].code in places or not has_number(scored, code, row) for row in silent)
