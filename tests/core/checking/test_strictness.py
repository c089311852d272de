"""How strict appraisers were, and the samples for the spot."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.checking.sample import Cause, Claim, SamplePlan, draw_sample
from thidua.core.checking.strictness import LEAST, Ruled, Strictness, strictness_of
from thidua.core.errors import RosterRefused
from thidua.core.numbers import Number


def ruled(appraiser: str, criterion: str, claimed: str, decided: str, most: str = "10") -> Ruled:
    return Ruled(
        appraiser=appraiser,
        criterion=criterion,
        claimed=Number.parse(claimed),
        decided=Number.parse(decided),
        most=Number.parse(most),
    )


def test_cut_is_held_against_what_others_cut_in_the_same_criteria() -> None:
    strict = [ruled("an", "I", "10", "8") for _ in range(LEAST)]
    mild = [ruled("bình", "I", "10", "9.5") for _ in range(LEAST)]

    first, second = strictness_of([*strict, *mild])

    assert (first.appraiser, first.lowered, first.share) == ("an", LEAST, Number(20))
    assert (first.own, first.others, first.difference) == (Number(20), Number(5), Number(15))
    assert (second.own, second.others, second.difference) == (Number(5), Number(20), Number(-15))


def test_an_appraiser_alone_in_a_criterion_is_compared_with_nobody() -> None:
    (one,) = strictness_of([ruled("an", "I", "10", "2") for _ in range(9)])
    assert (one.share, one.compared, one.difference) == (Number(80), 0, None)


def test_few_items_say_nothing_of_a_person() -> None:
    few = [ruled("an", "I", "10", "0") for _ in range(LEAST - 1)]
    first, _other = strictness_of([*few, ruled("bình", "I", "10", "10")])
    assert (first.items, first.compared, first.difference) == (LEAST - 1, LEAST - 1, None)


NUMBERS = st.builds(Number, st.integers(0, 40), st.integers(0, 2))
DECISIONS = st.builds(
    Ruled,
    appraiser=st.sampled_from(["an", "bình", "chi"]),
    criterion=st.sampled_from(["I", "II"]),
    claimed=NUMBERS,
    decided=NUMBERS,
    most=st.builds(Number, st.integers(1, 40), st.integers(0, 1)),
)


def fraction(number: Number) -> Fraction:
    return Fraction(*number.ratio)


def oracle(name: str, decisions: list[Ruled]) -> Fraction | None:
    """The same difference, one fraction at a time."""
    own = [one for one in decisions if one.appraiser == name]
    others = [one for one in decisions if one.appraiser != name]
    compared = [one for one in own if any(other.criterion == one.criterion for other in others)]
    if len(compared) < LEAST:
        return None
    expected, cut, most = Fraction(0), Fraction(0), Fraction(0)
    for one in compared:
        beside = [other for other in others if other.criterion == one.criterion]
        share = sum((fraction(x.claimed) - fraction(x.decided) for x in beside), Fraction(0)) / sum(
            (fraction(x.most) for x in beside), Fraction(0)
        )
        expected += fraction(one.most) * share
        cut += fraction(one.claimed) - fraction(one.decided)
        most += fraction(one.most)
    return 100 * (cut - expected) / most


@given(st.lists(DECISIONS, max_size=30))
def test_difference_is_that_of_exact_fractions(decisions: list[Ruled]) -> None:
    for one in strictness_of(decisions):
        wanted = oracle(one.appraiser, decisions)
        assert (one.difference is None) == (wanted is None)
        if wanted is not None and one.difference is not None:
            assert abs(fraction(one.difference) - wanted) <= Fraction(1, 200)


def test_nothing_ruled_says_nothing() -> None:
    empty: tuple[Strictness, ...] = ()
    assert strictness_of([]) == empty


CLAIMS = [Claim(unit, f"I.{number}", Number(number)) for unit in ("long-an", "dong-nai") for number in range(1, 21)]


def test_sample_takes_the_large_always_and_the_others_by_lot() -> None:
    plan = SamplePlan(of_each=5, always_from=Number(19), word="hoa sen")
    found = draw_sample(CLAIMS, plan)

    assert [one.claim.unit for one in found] == ["long-an"] * 5 + ["dong-nai"] * 5
    assert {one.claim.criterion for one in found if one.cause is Cause.LARGE} == {"I.19", "I.20"}
    assert found == draw_sample(CLAIMS, plan)
    assert found != draw_sample(CLAIMS, SamplePlan(of_each=5, always_from=Number(19), word="hoa mai"))


def test_more_large_claims_than_the_plan_asks_are_all_taken() -> None:
    found = draw_sample(CLAIMS, SamplePlan(of_each=2, always_from=Number(11), word=""))
    assert len(found) == 20
    assert {one.cause for one in found} == {Cause.LARGE}


def test_sample_of_nothing_is_refused() -> None:
    with pytest.raises(RosterRefused):
        draw_sample(CLAIMS, SamplePlan(of_each=0, always_from=None, word=""))
