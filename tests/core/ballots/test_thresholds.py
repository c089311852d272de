"""Thresholds: votes needed against an oracle in fractions, the worked tables of the docs, and what is refused."""

from datetime import date
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poll_cases import DAY, MAJORITY, codes_refused, everybody, requirement, worked_table
from thidua.core.ballots.thresholds import (
    Comparator,
    Judgement,
    Requirement,
    SecondRound,
    Share,
    Threshold,
    Turnout,
    VoteCount,
    judge_approval,
    judge_quorum,
    votes_needed,
)
from thidua.core.timeline import UNKNOWN_BASIS, Dated, LegalBasis, Period, Timeline

DENOMINATORS = [count for count in VoteCount if count is not VoteCount.APPROVE]


@st.composite
def requirements(draw: st.DrawFn) -> Requirement:
    comparator = draw(st.sampled_from(Comparator))
    below = draw(st.integers(1, 12) | st.just(100))
    least, most = (1, below) if comparator is Comparator.AT_LEAST else (0, below - 1)
    value = Share(draw(st.integers(least, most)), below)
    return Requirement(VoteCount.APPROVE, draw(st.sampled_from(DENOMINATORS)), comparator, value)


@st.composite
def turnouts(draw: st.DrawFn, most: int = 12) -> Turnout:
    members = draw(st.integers(0, most))
    present = draw(st.integers(0, members))
    issued = draw(st.integers(0, present))
    returned = draw(st.integers(0, issued))
    return Turnout(members, present, issued, returned, draw(st.integers(0, returned)))


def satisfies(rule: Requirement, count: int, whole: int) -> bool:
    """The oracle: the share in fractions, and at least one vote."""
    value = Fraction(rule.value.numerator, rule.value.denominator)
    if count < 1 or whole < 1:
        return False
    share = Fraction(count, whole)
    return share >= value if rule.comparator is Comparator.AT_LEAST else share > value


@pytest.mark.parametrize("row", worked_table("votes needed"))
def test_votes_needed_equal_the_worked_table(row: dict[str, str]) -> None:
    rule = requirement(row["rule"], VoteCount.MEMBERS)
    assert votes_needed(rule, int(row["of"])) == int(row["votes needed"])


@pytest.mark.parametrize(
    ("rule", "whole", "needed"),
    [(">= 80/100", 7, 6), (">= 90/100", 7, 7), ("> 50/100", 4, 3), (">= 2/3", 5, 4), (">= 66/100", 50, 33)],
)
def test_votes_needed_of_the_brief(rule: str, whole: int, needed: int) -> None:
    assert votes_needed(requirement(rule, VoteCount.MEMBERS), whole) == needed


@given(requirements(), st.integers(1, 60))
def test_votes_needed_are_the_fewest_that_satisfy_the_rule(rule: Requirement, whole: int) -> None:
    assert votes_needed(rule, whole) == min(count for count in range(whole + 2) if satisfies(rule, count, whole))


@given(requirements())
def test_votes_needed_of_nobody_cannot_be_reached(rule: Requirement) -> None:
    assert votes_needed(rule, 0) == 1


def test_votes_needed_of_a_negative_whole_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="-1"):
        votes_needed(MAJORITY, -1)


@pytest.mark.parametrize("row", worked_table("one meeting"))
def test_judgement_equals_the_worked_meeting(row: dict[str, str]) -> None:
    meeting = Turnout(members=9, present=8, issued=8, returned=8, valid=7)
    rule = requirement(row["rule"], VoteCount(row["denominator"]))
    judged = judge_approval(rule, approve=int(row["approve"]), turnout=meeting)
    assert f"{judged.numerator}/{judged.denominator}" == row["printed"]
    assert (judged.needed, judged.passed) == (int(row["votes needed"]), row["passed"] == "yes")


@given(st.data(), requirements(), turnouts())
def test_judgement_agrees_with_the_oracle_on_its_denominator(
    data: st.DataObject, rule: Requirement, turnout: Turnout
) -> None:
    approve = data.draw(st.integers(0, turnout.valid))
    whole = cast("int", getattr(turnout, rule.denominator))
    judged = judge_approval(rule, approve=approve, turnout=turnout)
    assert judged == Judgement(rule, approve, whole, votes_needed(rule, whole))
    assert judged.passed == satisfies(rule, approve, whole)


@given(st.data(), requirements(), turnouts())
def test_one_more_approving_vote_never_fails_a_passing_candidate(
    data: st.DataObject, rule: Requirement, turnout: Turnout
) -> None:
    approve = data.draw(st.integers(0, turnout.valid))
    if judge_approval(rule, approve=approve, turnout=turnout).passed and approve < turnout.valid:
        assert judge_approval(rule, approve=approve + 1, turnout=turnout).passed


@given(st.data(), requirements(), turnouts())
def test_one_more_approving_ballot_never_fails_a_passing_candidate(
    data: st.DataObject, rule: Requirement, turnout: Turnout
) -> None:
    approve = data.draw(st.integers(0, turnout.valid))
    more = Turnout(
        turnout.members + 1, turnout.present + 1, turnout.issued + 1, turnout.returned + 1, turnout.valid + 1
    )
    if judge_approval(rule, approve=approve, turnout=turnout).passed:
        assert judge_approval(rule, approve=approve + 1, turnout=more).passed


def test_quorum_of_two_thirds_counts_those_present() -> None:
    quorum = requirement(">= 2/3", VoteCount.MEMBERS, VoteCount.PRESENT)
    six, five = Turnout(8, 6, 6, 6, 6), Turnout(8, 5, 5, 5, 5)
    assert judge_quorum(quorum, turnout=six) == Judgement(quorum, 6, 8, 6)
    assert [judge_quorum(quorum, turnout=meeting).passed for meeting in (six, five)] == [True, False]


def test_quorum_can_count_written_ballots_of_absent_members() -> None:
    quorum = requirement(">= 2/3", VoteCount.MEMBERS, VoteCount.RETURNED)
    assert judge_quorum(quorum, turnout=Turnout(9, 4, 9, 6, 6)).passed


def test_turnout_says_how_many_ballots_are_invalid() -> None:
    assert Turnout(9, 8, 8, 7, 5).invalid == 2


def test_turnout_refuses_every_contradiction_at_once() -> None:
    assert codes_refused(lambda: Turnout(members=5, present=6, issued=7, returned=8, valid=9)) == [
        "polls.turnout.present_above_members",
        "polls.turnout.issued_above_members",
        "polls.turnout.returned_above_issued",
        "polls.turnout.valid_above_returned",
    ]


def test_turnout_refuses_negative_counts() -> None:
    assert codes_refused(lambda: Turnout(5, 5, 5, 5, -1)) == ["polls.turnout.negative"]


def test_approval_refuses_more_votes_than_valid_ballots() -> None:
    for approve in (-1, 6):
        refused = codes_refused(lambda: judge_approval(MAJORITY, approve=approve, turnout=everybody(5)))  # noqa: B023
        assert refused == ["polls.tally.approve_above_valid"]


def test_approval_of_those_present_refuses_ballots_of_the_absent() -> None:
    rule = requirement("> 50/100", VoteCount.PRESENT)
    meeting = Turnout(members=7, present=5, issued=7, returned=6, valid=6)
    assert codes_refused(lambda: judge_approval(rule, approve=4, turnout=meeting)) == [
        "polls.turnout.returned_above_present"
    ]


@pytest.mark.parametrize("parts", [(-1, 5), (6, 5), (0, 0), (1, 0), (-1, -5)])
def test_share_refuses_what_is_not_between_zero_and_one(parts: tuple[int, int]) -> None:
    assert codes_refused(lambda: Share(*parts)) == ["polls.share.out_of_range"]


def test_share_takes_both_ends_and_keeps_what_the_rule_writes() -> None:
    shares = [Share(0, 1), Share(1, 1), Share(80, 100)]
    assert [(share.numerator, share.denominator) for share in shares] == [(0, 1), (1, 1), (80, 100)]


@pytest.mark.parametrize(
    ("rule", "code"), [(">= 0/1", "polls.threshold.always_met"), ("> 3/3", "polls.threshold.never_met")]
)
def test_requirement_refuses_what_everybody_or_nobody_meets(rule: str, code: str) -> None:
    assert codes_refused(lambda: requirement(rule, VoteCount.VALID)) == [code]


PARTS = {
    (VoteCount.APPROVE, VoteCount.MEMBERS),
    (VoteCount.APPROVE, VoteCount.PRESENT),
    (VoteCount.APPROVE, VoteCount.ISSUED),
    (VoteCount.APPROVE, VoteCount.RETURNED),
    (VoteCount.APPROVE, VoteCount.VALID),
    (VoteCount.PRESENT, VoteCount.MEMBERS),
    (VoteCount.ISSUED, VoteCount.MEMBERS),
    (VoteCount.RETURNED, VoteCount.MEMBERS),
    (VoteCount.RETURNED, VoteCount.ISSUED),
    (VoteCount.VALID, VoteCount.MEMBERS),
    (VoteCount.VALID, VoteCount.ISSUED),
    (VoteCount.VALID, VoteCount.RETURNED),
}


@pytest.mark.parametrize("numerator", VoteCount)
@pytest.mark.parametrize("denominator", VoteCount)
def test_requirement_takes_only_a_part_of_its_whole(numerator: VoteCount, denominator: VoteCount) -> None:
    if (numerator, denominator) in PARTS:
        assert requirement("> 1/2", denominator, numerator).numerator is numerator
    else:
        assert codes_refused(lambda: requirement("> 1/2", denominator, numerator)) == ["polls.threshold.not_a_part"]


def test_threshold_refuses_an_approval_and_a_quorum_that_are_exchanged() -> None:
    quorum = requirement(">= 2/3", VoteCount.MEMBERS, VoteCount.PRESENT)
    assert codes_refused(lambda: Threshold(quorum, MAJORITY)) == [
        "polls.threshold.approval_counts_votes",
        "polls.threshold.quorum_counts_people",
    ]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"rounds": 0}, "polls.second_round.rounds"),
        ({"rounds": 2}, "polls.second_round.rounds"),
        ({"rounds": 1, "after_tie": True}, "polls.second_round.rounds"),
        ({"rounds": 1, "after_shortfall": True}, "polls.second_round.rounds"),
        ({"rounds": 2, "after_shortfall": True, "per_seat": 0}, "polls.second_round.per_seat"),
        (
            {
                "rounds": 2,
                "after_tie": True,
                "approval": requirement(">= 2/3", VoteCount.MEMBERS, VoteCount.PRESENT),
            },
            "polls.threshold.approval_counts_votes",
        ),
    ],
)
def test_second_round_refuses_what_contradicts_itself(parts: dict[str, object], code: str) -> None:
    assert codes_refused(lambda: SecondRound(**parts)) == [code]  # type: ignore[arg-type]


def test_history_answers_inside_its_dates_only() -> None:
    early, late = Threshold(MAJORITY), Threshold(requirement(">= 80/100", VoteCount.MEMBERS))
    decree = LegalBasis("NĐ 152/2025/NĐ-CP, Đ.33 k.5", is_confirmed=False)
    history = Timeline(
        "cờ thi đua của Chính phủ",
        (
            Dated(late, Period(date(2025, 7, 1)), decree),
            Dated(early, Period(date(2024, 1, 1), date(2025, 6, 1))),
        ),
    )
    assert history.as_of(date(2025, 7, 1)) == Dated(late, Period(date(2025, 7, 1)), decree)
    assert history.as_of(DAY).value == early
    assert history.as_of(DAY).basis == UNKNOWN_BASIS
    for outside in (date(2023, 12, 31), date(2025, 6, 1), date(2025, 6, 30)):
        assert codes_refused(lambda: history.as_of(outside)) == ["timeline.outside_dates"]  # noqa: B023
