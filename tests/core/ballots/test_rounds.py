"""One round: seats and ties against the worked table of the docs, the form of a ballot, sums that cannot be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poll_cases import (
    APPROVE_EACH,
    A,
    B,
    C,
    D,
    codes_refused,
    contest,
    dated,
    everybody,
    names,
    requirement,
    settled,
    sums,
    votes,
    worked_table,
)
from thidua.core.ballots.rounds import (
    BlankBallot,
    CandidateId,
    Form,
    FormKind,
    Sums,
    places,
    take_seats,
)
from thidua.core.ballots.settlement import ContestStatus, questions
from thidua.core.ballots.thresholds import Turnout, VoteCount


@pytest.mark.parametrize("row", worked_table("seats"))
def test_seats_equal_the_worked_table(row: dict[str, str]) -> None:
    approve = votes(row["votes"])
    outcome = settled(contest("M", tuple(approve), seats=int(row["seats"])), Sums(approve, everybody(8)))
    assert outcome.elected == names(row["proposed"])
    assert outcome.called == names(row["tied"])
    assert outcome.seats_open == int(row["seats open"])


@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 4), min_size=1), st.integers(1, 8))
def test_a_tie_at_the_last_seat_is_never_cut(strength: dict[CandidateId, int], seats: int) -> None:
    elected, tied = take_seats(strength, seats)
    outside = strength.keys() - {*elected, *tied}
    assert all(strength[inside] > strength[out] for inside in elected for out in {*tied, *outside})
    assert all(strength[one] == strength[other] for one in tied for other in tied)
    assert not {strength[one] for one in tied} & {strength[out] for out in outside}
    assert len(tied) > seats - len(elected) if tied else len(elected) == min(seats, len(strength))


@given(st.lists(st.integers(0, 5)))
def test_places_count_those_who_are_strictly_better(values: list[int]) -> None:
    assert places(values) == tuple(1 + sum(other > value for other in values) for value in values)


def test_lines_show_everybody_with_numerator_denominator_and_place() -> None:
    outcome = settled(contest("M", (D, C, B, A), seats=1), sums("A 7, B 6, C 6, D 2"))
    lines = outcome.rounds[0].lines
    assert [(line.candidate, line.place, line.approve) for line in lines] == [
        (A, 1, 7),
        (B, 2, 6),
        (C, 2, 6),
        (D, 4, 2),
    ]
    assert [(line.judgement.denominator, line.judgement.needed, line.judgement.passed) for line in lines] == [
        (8, 5, True),
        (8, 5, True),
        (8, 5, True),
        (8, 5, False),
    ]


def test_no_limit_of_seats_proposes_everybody_who_passes() -> None:
    outcome = settled(contest("M", (A, B, C, D), seats=None), sums("A 5, B 5, C 5, D 4"))
    assert (outcome.status, outcome.elected, outcome.seats_open) == (ContestStatus.DECIDED, (A, B, C), None)
    assert questions(outcome) == ()


def test_without_a_quorum_nobody_is_judged() -> None:
    quorum = requirement(">= 2/3", VoteCount.MEMBERS, VoteCount.PRESENT)
    asked = contest("M", (A, B), seats=1, threshold=dated(quorum=quorum, rounds=2, after_tie=True))
    outcome = settled(asked, Sums({A: 5, B: 5}, Turnout(9, 5, 5, 5, 5)))
    assert (outcome.status, outcome.elected, outcome.called) == (ContestStatus.NO_QUORUM, (), ())
    assert outcome.rounds[0].quorum is not None
    assert (outcome.rounds[0].quorum.numerator, outcome.rounds[0].quorum.denominator) == (5, 9)
    assert settled(asked, Sums({A: 5, B: 4}, Turnout(9, 6, 6, 6, 6))).elected == (A,)


def test_limits_of_a_ballot_follow_its_form() -> None:
    ticks = Form(FormKind.TICK_UP_TO, BlankBallot.NOT_OFFERED, most=2)
    assert APPROVE_EACH.limits(5) == (0, 5, False)
    assert ticks.limits(5) == (1, 2, False)
    assert ticks.limits(1) == (1, 1, False)  # a second round lists fewer
    assert replace(ticks, blank=BlankBallot.VALID).limits(5) == (1, 2, True)


@pytest.mark.parametrize(
    ("kind", "most"), [(FormKind.TICK_UP_TO, None), (FormKind.TICK_UP_TO, 0), (FormKind.APPROVE_EACH, 2)]
)
def test_form_refuses_a_number_of_ticks_that_does_not_fit(kind: FormKind, most: int | None) -> None:
    assert codes_refused(lambda: Form(kind, BlankBallot.VALID, most)) == ["polls.form.most"]


TICK_TWO = Form(FormKind.TICK_UP_TO, BlankBallot.VALID, most=2)


MEETING = Turnout(members=9, present=9, issued=9, returned=8, valid=6)


@pytest.mark.parametrize(
    ("form", "text", "blank", "codes"),
    [
        (TICK_TWO, "A 6, B 6, C 0", 0, []),
        (TICK_TWO, "A 6, B 6, C 1", 0, ["polls.tally.marks"]),
        (TICK_TWO, "A 2, B 2, C 1", 0, ["polls.tally.marks"]),
        (TICK_TWO, "A 2, B 2, C 2", 0, []),
        (TICK_TWO, "A 2, B 2, C 1", 1, []),
        (TICK_TWO, "A 0, B 0, C 0", 6, []),
        (TICK_TWO, "A 6, B 2, C 1", 1, ["polls.tally.approve_out_of_range"]),
        (TICK_TWO, "A 0, B 0, C 0", 7, ["polls.tally.blank"]),
        (TICK_TWO, "A 3, B 3, C 3", -1, ["polls.tally.blank"]),
        (replace(TICK_TWO, blank=BlankBallot.INVALID), "A 6, B 0, C 0", 2, []),
        (replace(TICK_TWO, blank=BlankBallot.INVALID), "A 6, B 0, C 0", 3, ["polls.tally.blank"]),
        (APPROVE_EACH, "A 6, B 6, C 6", 0, []),
        (APPROVE_EACH, "A 0, B 0, C 0", 0, []),
        (APPROVE_EACH, "A 0, B 0, C 0", 1, ["polls.tally.blank"]),
        (APPROVE_EACH, "A 7, B 0, C -1", 0, ["polls.tally.approve_out_of_range"] * 2),
        (APPROVE_EACH, "A 7, B 7, C 7", 0, [*["polls.tally.approve_out_of_range"] * 3, "polls.tally.marks"]),
    ],
)
def test_sums_that_the_form_cannot_give_are_refused(form: Form, text: str, blank: int, codes: list[str]) -> None:
    asked = contest("M", (A, B, C), seats=1, form=form)
    given_sums = Sums(votes(text), MEETING, blank)
    if codes:
        assert codes_refused(lambda: settled(asked, given_sums)) == codes
    else:
        assert settled(asked, given_sums).rounds[0].turnout == MEETING


def test_a_valid_blank_ballot_counts_in_the_denominator() -> None:
    asked = contest("M", (A, B), seats=1, form=replace(TICK_TWO, most=1))
    judged = settled(asked, Sums({A: 3, B: 1}, MEETING, blank=2)).rounds[0].lines[0].judgement
    assert (judged.numerator, judged.denominator, judged.passed) == (3, 6, False)
