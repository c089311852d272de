"""From rounds to proposals: the worked flags of the docs, axioms over random polls, second rounds, decisions."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poll_cases import (
    DAY,
    A,
    B,
    C,
    D,
    G,
    M,
    by_contest,
    codes_refused,
    contest,
    dated,
    everybody,
    flags,
    names,
    requirement,
    settled,
    sums,
    worked_table,
)
from thidua.core.ballots.contests import ContestId, Poll, VotingOrder
from thidua.core.ballots.rounds import (
    CandidateId,
    Eligibility,
    Sums,
)
from thidua.core.ballots.settlement import ContestStatus, Decision, Record, ballot_list, questions, settle
from thidua.core.ballots.thresholds import Turnout, VoteCount
from thidua.core.timeline import UNKNOWN_BASIS
from thidua.words.language import Language
from thidua.words.say import describe

ROUNDS = st.dictionaries(st.sampled_from("ABCDEF").map(CandidateId), st.integers(0, 6), min_size=1)


@given(ROUNDS, st.integers(1, 4), st.data())
def test_one_more_approving_vote_never_costs_a_seat(
    approve: dict[CandidateId, int], seats: int, data: st.DataObject
) -> None:
    asked = contest("M", tuple(approve), seats=seats)
    for winner in settled(asked, Sums(approve, everybody(7))).elected:
        better = settled(asked, Sums({**approve, winner: approve[winner] + 1}, everybody(7)))
        assert winner in better.elected
    loser = data.draw(st.sampled_from(sorted(approve)))
    before = settled(asked, Sums(approve, everybody(7)))
    after = settled(asked, Sums({**approve, loser: approve[loser] + 1}, everybody(7)))
    if loser in before.called:
        assert loser in after.elected  # one vote more breaks the tie in its favour


@given(ROUNDS, st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_order_of_candidates_changes_nothing(approve: dict[CandidateId, int], seats: int, random: object) -> None:
    shuffled = list(approve)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = settled(contest("M", tuple(approve), seats=seats), Sums(approve, everybody(7)))
    second = settled(
        contest("M", tuple(shuffled), seats=seats), Sums({name: approve[name] for name in shuffled}, everybody(7))
    )
    assert first == second


@given(ROUNDS, st.integers(1, 4))
def test_a_tie_is_symmetric(approve: dict[CandidateId, int], seats: int) -> None:
    outcome = settled(contest("M", tuple(approve), seats=seats), Sums(approve, everybody(7)))
    for one, other in permutations(sorted(approve), 2):
        exchange = {one: other, other: one}
        mirrored = {exchange.get(name, name): count for name, count in approve.items()}
        again = settled(contest("M", tuple(mirrored), seats=seats), Sums(mirrored, everybody(7)))
        assert {exchange.get(name, name) for name in outcome.elected} == set(again.elected)
        assert {exchange.get(name, name) for name in outcome.called} == set(again.called)


TIE_RULE = dated(rounds=3, after_tie=True)


def test_a_tie_calls_a_second_round_among_the_tied_alone() -> None:
    asked = contest("M", (A, B, C, D), seats=2, threshold=TIE_RULE)
    outcome = settled(asked, sums("A 8, B 6, C 6, D 5"))
    assert (outcome.status, outcome.elected, outcome.called) == (ContestStatus.SECOND_ROUND, (A,), (B, C))
    broken = settled(asked, sums("A 8, B 6, C 6, D 5"), sums("B 3, C 4"))
    assert (broken.status, broken.elected, broken.seats_open) == (ContestStatus.DECIDED, (A, C), 0)


def test_a_round_among_the_tied_asks_the_threshold_no_more() -> None:
    asked = contest("M", (A, B), seats=1, threshold=TIE_RULE)
    outcome = settled(asked, sums("A 6, B 6"), sums("A 1, B 0"))
    assert outcome.elected == (A,)
    assert [line.judgement.passed for line in outcome.rounds[1].lines] == [False, False]


def test_a_tie_that_outlasts_the_rounds_waits_for_a_decision() -> None:
    asked = contest("M", (A, B), seats=1, threshold=TIE_RULE)
    statuses = [settled(asked, *[sums("A 6, B 6")] * rounds).status for rounds in (1, 2, 3)]
    assert statuses == [ContestStatus.SECOND_ROUND, ContestStatus.SECOND_ROUND, ContestStatus.DECISION]


def test_a_decision_closes_a_tie_and_is_kept() -> None:
    decision = Decision((C,), "chưa được tặng cờ trong ba năm", UNKNOWN_BASIS)
    asked = contest("M", (A, B, C), seats=2)
    outcome = settled(asked, sums("A 8, B 6, C 6"), decision=decision)
    assert (outcome.status, outcome.elected, outcome.seats_open) == (ContestStatus.DECIDED, (A, C), 0)
    assert (outcome.decision, outcome.called) == (decision, ())


@pytest.mark.parametrize("chosen", ["–", "A", "D", "B, C", "B, B"])
def test_a_decision_must_fill_the_open_seats_from_the_tied(chosen: str) -> None:
    decision = Decision(names(chosen), "lý do", UNKNOWN_BASIS)
    asked = contest("M", (A, B, C, D), seats=2)
    assert codes_refused(lambda: settled(asked, sums("A 8, B 6, C 6, D 5"), decision=decision)) == [
        "polls.decision.chosen"
    ]


def test_a_decision_cannot_name_one_candidate_for_two_seats() -> None:
    decision = Decision((B, B), "lý do", UNKNOWN_BASIS)
    asked = contest("M", (A, B, C), seats=2)
    assert codes_refused(lambda: settled(asked, sums("A 6, B 6, C 6"), decision=decision)) == ["polls.decision.chosen"]
    assert settled(asked, sums("A 6, B 6, C 6"), decision=replace(decision, chosen=(C, A))).elected == (C, A)


def test_a_decision_needs_a_reason() -> None:
    decision = Decision((B,), " ", UNKNOWN_BASIS)
    assert codes_refused(
        lambda: settled(contest("M", (A, B, C), seats=2), sums("A 8, B 6, C 6"), decision=decision)
    ) == ["polls.decision.reason"]


def test_a_decision_without_a_tie_is_refused() -> None:
    decision = Decision((B,), "lý do", UNKNOWN_BASIS)
    asked = contest("M", (A, B), seats=1)
    called_again = replace(asked, threshold=TIE_RULE)
    for refused in (
        codes_refused(lambda: settled(asked, sums("A 8, B 6"), decision=decision)),
        codes_refused(lambda: settled(asked, decision=decision)),
        codes_refused(lambda: settled(called_again, sums("A 6, B 6"), decision=decision)),
    ):
        assert refused == ["polls.decision.not_asked"]


def test_too_few_passed_leaves_seats_open_without_a_second_round() -> None:
    outcome = settled(contest("M", (A, B, C), seats=2), sums("A 5, B 4, C 1"))
    assert (outcome.status, outcome.elected, outcome.seats_open) == (ContestStatus.DECIDED, (A,), 1)


def test_too_few_passed_calls_the_next_and_all_equal_at_the_edge() -> None:
    rule = dated(rounds=2, after_shortfall=True, per_seat=2)
    asked = contest("M", names("A, B, C, D, E, F"), seats=2, threshold=rule)
    outcome = settled(asked, sums("A 5, B 4, C 3, D 3, E 2, F 0"))
    assert (outcome.status, outcome.called) == (ContestStatus.SECOND_ROUND, (B, C, D))
    again = settled(asked, sums("A 5, B 4, C 3, D 3, E 2, F 0"), sums("B 4, C 6, D 1"))
    assert (again.status, again.elected, again.seats_open) == (ContestStatus.DECIDED, (A, C), 0)
    short = settled(asked, sums("A 5, B 4, C 3, D 3, E 2, F 0"), sums("B 4, C 4, D 1"))
    assert (short.status, short.elected, short.seats_open) == (ContestStatus.DECIDED, (A,), 1)


def test_a_later_round_may_have_its_own_threshold() -> None:
    rule = dated(
        requirement(">= 80/100", VoteCount.MEMBERS),
        rounds=2,
        after_shortfall=True,
        approval=requirement("> 50/100", VoteCount.VALID),
    )
    asked = contest("M", (A, B), seats=1, threshold=rule)
    outcome = settled(asked, sums("A 6, B 4"), sums("A 5, B 3"))
    assert (outcome.elected, outcome.rounds[1].lines[0].judgement.needed) == ((A,), 5)


def test_a_shortfall_then_a_tie_goes_on_to_the_last_round() -> None:
    asked = contest("M", (A, B, C), seats=2, threshold=dated(rounds=3, after_tie=True, after_shortfall=True))
    outcome = settled(asked, sums("A 8, B 4, C 3"), sums("B 5, C 5"), sums("B 2, C 3"))
    assert (outcome.status, outcome.elected) == (ContestStatus.DECIDED, (A, C))


def test_a_later_round_without_a_quorum_keeps_what_was_decided() -> None:
    quorum = requirement("> 1/2", VoteCount.MEMBERS, VoteCount.PRESENT)
    asked = contest("M", (A, B, C), seats=2, threshold=dated(quorum=quorum, rounds=2, after_tie=True))
    outcome = settled(asked, sums("A 8, B 6, C 6"), Sums({B: 2, C: 1}, Turnout(8, 4, 4, 4, 4)))
    assert (outcome.status, outcome.elected, outcome.called) == (ContestStatus.NO_QUORUM, (A,), (B, C))


def test_a_round_that_nobody_called_is_refused() -> None:
    asked = contest("M", (A, B), seats=1)
    assert codes_refused(lambda: settled(asked, sums("A 8, B 6"), sums("A 8, B 6"))) == ["polls.round.not_called"]


@pytest.mark.parametrize("second", ["B 4", "A 1, B 4, C 3", "A 4, B 3", "B 4, C 3, D 1"])
def test_a_round_about_others_than_those_called_is_refused(second: str) -> None:
    asked = contest("M", (A, B, C, D), seats=2, threshold=TIE_RULE)
    assert codes_refused(lambda: settled(asked, sums("A 8, B 6, C 6, D 5"), sums(second))) == ["polls.round.candidates"]


@pytest.mark.parametrize("row", worked_table("Government's Flag"))
def test_flags_equal_the_worked_table(row: dict[str, str]) -> None:
    poll = flags(VotingOrder.SIMULTANEOUS, seats=int(row["seats M"]))
    outcome = by_contest(poll, {G: [sums(row["votes G"])], M: [sums(row["votes M"])]})
    assert outcome[G].elected == names(row["proposed G"])
    assert outcome[M].elected == names(row["proposed M"])
    waiting = tuple(CandidateId(name) for name, each in outcome.items() if each.status is ContestStatus.WAITING)
    assert waiting == names(row["waits"])


def test_simultaneous_lines_say_why_somebody_takes_no_seat() -> None:
    outcome = by_contest(flags(VotingOrder.SIMULTANEOUS), {G: [sums("A 7, B 8, C 6")], M: [sums("A 8, B 4, C 5")]})
    assert {line.candidate: line.eligibility for line in outcome[G].rounds[0].lines} == {
        A: Eligibility.STANDS,
        B: Eligibility.NOT_MERITED,
        C: Eligibility.STANDS,
    }
    assert {line.candidate: line.eligibility for line in outcome[M].rounds[0].lines} == {
        A: Eligibility.PROPOSED_HIGHER,
        B: Eligibility.STANDS,
        C: Eligibility.STANDS,
    }
    assert (outcome[G].elected, outcome[M].elected) == ((A,), (C,))


def test_successive_list_holds_those_who_merit_the_earlier_contest() -> None:
    poll = flags(VotingOrder.SUCCESSIVE)
    after_ministry = Record({M: [sums("A 8, B 4, C 6")]})
    assert ballot_list(poll, M, Record()) == (A, B, C)
    assert ballot_list(poll, G, after_ministry) == (A, C)
    ministry, government = settle(poll, after_ministry)
    assert (ministry.status, ministry.waits_for, ministry.elected) == (ContestStatus.WAITING, G, ())
    assert government.status is ContestStatus.NOT_HELD
    outcome = by_contest(poll, {M: [sums("A 8, B 4, C 6")], G: [sums("A 5, C 3")]})
    assert (outcome[G].elected, outcome[M].elected) == ((A,), (C,))


def test_successive_count_about_somebody_without_merit_is_refused() -> None:
    poll = flags(VotingOrder.SUCCESSIVE)
    rounds = {M: [sums("A 8, B 4, C 6")], G: [sums("A 5, B 2, C 3")]}
    assert codes_refused(lambda: settle(poll, Record(rounds))) == ["polls.round.candidates"]


def test_successive_contest_cannot_open_before_the_one_to_be_merited() -> None:
    poll = flags(VotingOrder.SUCCESSIVE)
    assert codes_refused(lambda: ballot_list(poll, G, Record())) == ["polls.contest.not_open"]
    assert codes_refused(lambda: settle(poll, Record({G: [sums("A 5, B 2, C 3")]}))) == ["polls.contest.not_open"]


def test_simultaneous_contest_waits_for_the_count_of_the_one_to_be_merited() -> None:
    outcome = by_contest(flags(VotingOrder.SIMULTANEOUS), {G: [sums("A 5, B 2, C 3")]})
    assert (outcome[G].status, outcome[G].waits_for) == (ContestStatus.WAITING, M)


def test_merit_without_a_quorum_is_none() -> None:
    quorum = requirement(">= 2/3", VoteCount.MEMBERS, VoteCount.PRESENT)
    ministry = contest("M", (A, B, C), seats=1, rank=2, threshold=dated(quorum=quorum))
    government = contest("G", (A, B, C), seats=1, rank=1, among=M)
    poll = Poll((ministry, government), VotingOrder.SIMULTANEOUS, exclusive=True, held_on=DAY)
    few = Sums({A: 4, B: 3, C: 3}, Turnout(9, 5, 5, 5, 5))
    outcome = by_contest(poll, {M: [few], G: [sums("A 5, B 2, C 3")]})
    assert (outcome[G].status, outcome[G].waits_for) == (ContestStatus.WAITING, M)


def test_nobody_with_merit_leaves_the_seat_open_and_lets_the_other_contest_go_on() -> None:
    outcome = by_contest(flags(VotingOrder.SUCCESSIVE), {M: [sums("A 4, B 4, C 0")]})
    assert (outcome[G].status, outcome[G].elected, outcome[G].seats_open) == (ContestStatus.DECIDED, (), 1)
    assert (outcome[M].status, outcome[M].elected) == (ContestStatus.DECIDED, ())


def test_highest_honour_voted_first_takes_its_winner_off_the_next_list() -> None:
    government = contest("G", (A, B, C), seats=1, rank=1)
    ministry = contest("M", (A, B, C), seats=1, rank=2)
    poll = Poll((government, ministry), VotingOrder.SUCCESSIVE, exclusive=True, held_on=DAY)
    assert ballot_list(poll, M, Record({G: [sums("A 7, B 6, C 5")]})) == (B, C)
    assert codes_refused(lambda: ballot_list(poll, M, Record({G: [sums("A 7, B 7, C 5")]}))) == [
        "polls.contest.not_open"
    ]
    open_to_all = replace(poll, exclusive=False)
    assert ballot_list(open_to_all, M, Record()) == (A, B, C)


def test_a_poll_that_is_not_exclusive_proposes_for_both() -> None:
    poll = flags(VotingOrder.SIMULTANEOUS, exclusive=False)
    outcome = by_contest(poll, {G: [sums("A 7, B 5, C 1")], M: [sums("A 8, B 7, C 6")]})
    assert (outcome[G].elected, outcome[M].elected) == ((A,), (A,))


def test_a_second_round_waits_with_its_contest() -> None:
    rounds = {G: [sums("A 6, B 6, C 1")], M: [sums("A 8, B 6, C 6"), sums("B 5, C 3")]}
    assert codes_refused(lambda: settle(flags(VotingOrder.SIMULTANEOUS), Record(rounds))) == ["polls.round.not_called"]


THREE = st.fixed_dictionaries({A: st.integers(0, 6), B: st.integers(0, 6), C: st.integers(0, 6)})


@given(THREE, THREE, st.sampled_from([1, 2, 3, None]), st.booleans())
def test_nobody_is_proposed_twice_and_merit_is_kept(
    government: dict[CandidateId, int], ministry: dict[CandidateId, int], seats: int | None, among: bool
) -> None:
    poll = flags(VotingOrder.SIMULTANEOUS, seats=seats, among=among)
    outcome = by_contest(poll, {G: [Sums(government, everybody(6))], M: [Sums(ministry, everybody(6))]})
    assert not set(outcome[G].elected) & {*outcome[M].elected, *outcome[M].called}
    merited = {each for each, approve in ministry.items() if approve > 3}
    assert {*outcome[M].elected, *outcome[M].called} <= merited
    assert {*outcome[G].elected, *outcome[G].called} <= (merited if among else {A, B, C})
    if outcome[M].status is ContestStatus.DECIDED and seats is None:
        assert set(outcome[M].elected) == merited - set(outcome[G].elected)


@given(THREE, THREE, st.sampled_from([1, 2, None]))
def test_one_more_vote_keeps_a_proposed_candidate_proposed_or_tied_for_the_higher(
    government: dict[CandidateId, int], ministry: dict[CandidateId, int], seats: int | None
) -> None:
    poll = flags(VotingOrder.SIMULTANEOUS, seats=seats)
    before = by_contest(poll, {G: [Sums(government, everybody(7))], M: [Sums(ministry, everybody(7))]})
    for name in {*before[G].elected, *before[M].elected}:
        more = [
            ({**government, name: government[name] + 1}, ministry),
            (government, {**ministry, name: ministry[name] + 1}),
        ]
        for higher, lower in more:
            after = by_contest(poll, {G: [Sums(higher, everybody(7))], M: [Sums(lower, everybody(7))]})
            assert name in {*after[G].elected, *after[G].called, *after[M].elected}


@given(THREE, THREE, st.sampled_from([1, 2, None]))
def test_successive_and_simultaneous_agree_when_votes_do(
    government: dict[CandidateId, int], ministry: dict[CandidateId, int], seats: int | None
) -> None:
    together = by_contest(
        flags(VotingOrder.SIMULTANEOUS, seats=seats),
        {G: [Sums(government, everybody(6))], M: [Sums(ministry, everybody(6))]},
    )
    poll = flags(VotingOrder.SUCCESSIVE, seats=seats)
    listed = ballot_list(poll, G, Record({M: [Sums(ministry, everybody(6))]}))
    rounds = {M: [Sums(ministry, everybody(6))]}
    if listed:
        rounds[G] = [Sums({name: government[name] for name in listed}, everybody(6))]
    apart = by_contest(poll, rounds)
    for name in (G, M):
        assert (apart[name].status, apart[name].elected, apart[name].called) == (
            together[name].status,
            together[name].elected,
            together[name].called,
        )


def test_counts_and_decisions_about_an_unknown_contest_are_refused() -> None:
    decision = Decision((A,), "lý do", UNKNOWN_BASIS)
    record = Record({ContestId("X"): [sums("A 8")]}, {ContestId("Y"): decision})
    assert codes_refused(lambda: settle(flags(VotingOrder.SIMULTANEOUS), record)) == ["polls.contest.unknown"] * 2


def test_questions_name_what_is_open_in_both_languages() -> None:
    quorum = requirement("> 1/2", VoteCount.MEMBERS, VoteCount.PRESENT)
    tie = sums("A 6, B 6, C 1")
    asked = contest("M", (A, B, C), seats=1)
    outcomes = [
        settled(asked, tie),
        settled(replace(asked, threshold=TIE_RULE), tie),
        settled(replace(asked, threshold=dated(quorum=quorum)), Sums({A: 2, B: 1, C: 1}, Turnout(9, 2, 2, 2, 2))),
        settled(asked, sums("A 1, B 1, C 1")),
        by_contest(flags(VotingOrder.SIMULTANEOUS), {M: [tie]})[M],
        settled(asked, sums("A 8, B 6, C 6")),
        settled(asked),
    ]
    asked_for = [[problem.code for problem in questions(outcome)] for outcome in outcomes]
    assert asked_for == [
        ["polls.outcome.decision"],
        ["polls.outcome.second_round"],
        ["polls.outcome.no_quorum"],
        ["polls.outcome.seats_open"],
        ["polls.outcome.waiting"],
        [],
        [],
    ]
    problems = [problem for outcome in outcomes for problem in questions(outcome)]
    assert [describe(problem, Language.VI) != describe(problem, Language.EN) for problem in problems] == [True] * 5
    assert describe(problems[0], Language.VI) == (
        "M: A và B bằng phiếu ở vị trí cuối, còn 1 suất. Người có thẩm quyền quyết định, ghi lý do"
    )
