"""Polls that contradict themselves, and electorates whose votes cannot be added."""

from datetime import date

import pytest

from poll_cases import (
    APPROVE_EACH,
    DAY,
    A,
    B,
    C,
    D,
    G,
    M,
    codes_refused,
    contest,
    dated,
    one_poll,
)
from thidua.core.ballots.contests import Contest, ContestId, Poll, VotingOrder, electorate_size
from thidua.core.ballots.rounds import (
    BlankBallot,
    Form,
    FormKind,
)


def test_poll_refuses_every_contradiction_with_its_place() -> None:
    ticks = Form(FormKind.TICK_UP_TO, BlankBallot.VALID, most=3)
    old = dated()
    broken = Contest(G, (A, A), 0, ticks, old, 2, among=ContestId("X"))
    empty = Contest(G, (), 1, APPROVE_EACH, old, 2)
    assert codes_refused(
        lambda: Poll((broken, empty), VotingOrder.SUCCESSIVE, exclusive=True, held_on=date(2025, 1, 1))
    ) == [
        "polls.contest.twice",
        "polls.contest.same_rank",
        "polls.contest.candidate_twice",
        "polls.contest.seats",
        "polls.contest.more_ticks_than_candidates",
        "polls.contest.threshold_not_in_force",
        "polls.contest.among_unknown",
        "polls.contest.nobody_stands",
        "polls.contest.threshold_not_in_force",
    ]


def test_poll_refuses_an_honour_among_one_that_is_not_below_and_before_it() -> None:
    government = contest("G", (A, B, D), seats=1, rank=2, among=M)
    ministry = contest("M", (A, B, C), seats=1, rank=1)
    order = [
        "polls.contest.among_rank",
        "polls.contest.among_later",
        "polls.contest.among_candidates",
    ]
    assert (
        codes_refused(lambda: Poll((government, ministry), VotingOrder.SUCCESSIVE, exclusive=True, held_on=DAY))
        == order
    )
    assert codes_refused(
        lambda: Poll((government, ministry), VotingOrder.SIMULTANEOUS, exclusive=True, held_on=DAY)
    ) == [order[0], order[2]]


def test_poll_refuses_a_contest_among_itself() -> None:
    itself = contest("M", (A, B), seats=1, among=M)
    assert codes_refused(lambda: one_poll(itself)) == ["polls.contest.among_rank", "polls.contest.among_later"]


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2024, 12, 31)])
def test_poll_takes_the_first_and_the_last_day_of_its_threshold(day: date) -> None:
    assert Poll((contest("M", (A,), seats=1),), VotingOrder.SUCCESSIVE, exclusive=True, held_on=day).held_on == day


@pytest.mark.parametrize("weights", [{"a": 1, "b": 2}, {"a": 0, "b": 0}, {"a": -1}, {"a": 1, "b": 0}])
def test_unequal_weights_are_refused(weights: dict[str, int]) -> None:
    assert codes_refused(lambda: electorate_size(weights)) == ["polls.weights.unequal"]


def test_equal_weights_are_one_vote_each() -> None:
    assert [electorate_size(weights) for weights in ({"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 2}, {})] == [3, 2, 0]
