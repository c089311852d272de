"""Settlement: from the sums of every round to the candidates proposed, contest by contest.

Owns which contest waits for which, who may take a seat, when a second round is called, and how a decision closes a
tie. Never breaks a tie itself: the tied at the last place come back as a result. Never proposes one candidate twice in
an exclusive poll. The order in which candidates are written changes nothing.

Words: a candidate *merits* a contest when its first round passes them at the threshold, seat or no seat; *called* are
those who stand again or wait for a decision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from thidua.core.ballots.contests import Contest, ContestId, Poll, VotingOrder
from thidua.core.ballots.rounds import (
    CandidateId,
    CountedRound,
    Eligibility,
    Sums,
    count_round,
    strongest,
    sums_problems,
)
from thidua.core.errors import BallotRefused, Problem, Severity
from thidua.core.timeline import LegalBasis


@dataclass(frozen=True, slots=True)
class Decision:
    """A tie settled by those who have the right to: who takes the open seats, why, and on which basis."""

    chosen: tuple[CandidateId, ...]
    reason: str
    basis: LegalBasis


@dataclass(frozen=True, slots=True)
class Record:
    """Everything counted and decided so far, by contest: rounds in their order, decisions about ties."""

    rounds: Mapping[ContestId, Sequence[Sums]] = field(default_factory=dict)
    decisions: Mapping[ContestId, Decision] = field(default_factory=dict)


class ContestStatus(StrEnum):
    """How far a contest has come."""

    NOT_HELD = "not_held"
    WAITING = "waiting"  # another contest must be decided first
    NO_QUORUM = "no_quorum"  # the vote has to be called again
    SECOND_ROUND = "second_round"
    DECISION = "decision"  # a tie that the rule's rounds have not broken
    DECIDED = "decided"  # possibly with seats left open, when too few passed


@dataclass(frozen=True, slots=True)
class Outcome:
    """A contest's result: who is proposed, who is called for the seats still open, and what it waits for."""

    contest: ContestId
    status: ContestStatus
    seats_open: int | None
    rounds: tuple[CountedRound, ...] = ()
    elected: tuple[CandidateId, ...] = ()
    called: tuple[CandidateId, ...] = ()
    waits_for: ContestId | None = None
    decision: Decision | None = None


def ballot_list(poll: Poll, contest: ContestId, record: Record) -> tuple[CandidateId, ...]:
    """The candidates on the ballot of a contest's first round, in the order in which the contest lists them.

    Raises BallotRefused while a contest that decides about the list is still open, and what `settle` raises.
    """
    asked = poll.contest(contest)
    so_far = _SoFar(poll, record, {outcome.contest: outcome for outcome in settle(poll, record)})
    waits_for = _list_waits_for(so_far, asked)
    if waits_for is not None:
        raise _not_open(asked, waits_for)
    return _first_list(so_far, asked)


def settle(poll: Poll, record: Record) -> tuple[Outcome, ...]:
    """The outcome of every contest, in the poll's order. The highest honour is settled first.

    A round without its quorum ends a contest; when the vote has been called again, its sums stand in that place.
    Raises BallotRefused for sums that contradict the ballot's form, a round about other candidates than those called,
    a round or a decision that the rule does not call for, a decision without a reason.
    """
    known = {each.contest for each in poll.contests}
    unknown = sorted((record.rounds.keys() | record.decisions.keys()) - known)
    if unknown:
        raise BallotRefused(Problem("polls.contest.unknown", {"contest": name}) for name in unknown)
    settled: dict[ContestId, Outcome] = {}
    for contest in sorted(poll.contests, key=lambda each: each.rank):
        settled[contest.contest] = _settle_contest(_SoFar(poll, record, settled), contest)
    return tuple(settled[contest.contest] for contest in poll.contests)


def questions(outcome: Outcome) -> tuple[Problem, ...]:
    """What the outcome asks of people: a new vote, a second round, a decision, seats left open; empty when nothing."""
    data = {"contest": outcome.contest, "seats": outcome.seats_open, "candidates": outcome.called}
    match outcome.status:
        case ContestStatus.SECOND_ROUND:
            asked = Problem("polls.outcome.second_round", data, severity=Severity.QUESTION)
        case ContestStatus.DECISION:
            asked = Problem("polls.outcome.decision", data, severity=Severity.QUESTION)
        case ContestStatus.NO_QUORUM:
            asked = Problem("polls.outcome.no_quorum", data, severity=Severity.QUESTION)
        case ContestStatus.WAITING:
            waits = data | {"other": outcome.waits_for}
            asked = Problem("polls.outcome.waiting", waits, severity=Severity.QUESTION)
        case ContestStatus.DECIDED if outcome.seats_open:
            asked = Problem("polls.outcome.seats_open", data, severity=Severity.WARNING)
        case _:
            return ()
    return (asked,)


@dataclass(frozen=True, slots=True)
class _SoFar:
    """A poll, what is on record, and the outcomes of the higher honours."""

    poll: Poll
    record: Record
    settled: Mapping[ContestId, Outcome]


def _settle_contest(so_far: _SoFar, contest: Contest) -> Outcome:
    """One contest, after every higher honour."""
    rounds = tuple(so_far.record.rounds.get(contest.contest, ()))
    outcome = _first_outcome(so_far, contest, rounds[0]) if rounds else _without_rounds(so_far, contest)
    for sums in rounds[1:]:
        outcome = _count_again(contest, outcome, sums)
    decision = so_far.record.decisions.get(contest.contest)
    return outcome if decision is None else _decide(outcome, decision)


def _without_rounds(so_far: _SoFar, contest: Contest) -> Outcome:
    """Not held yet; or decided, because nobody is left to stand and no vote can be held."""
    nobody_stands = _list_waits_for(so_far, contest) is None and not _first_list(so_far, contest)
    return Outcome(contest.contest, ContestStatus.DECIDED if nobody_stands else ContestStatus.NOT_HELD, contest.seats)


def _first_outcome(so_far: _SoFar, contest: Contest, sums: Sums) -> Outcome:
    not_open = _list_waits_for(so_far, contest)
    if not_open is not None:
        raise _not_open(contest, not_open)
    _check_sums(contest, sums, _first_list(so_far, contest))
    waits_for = _waits_for(so_far, contest, _higher(so_far.poll, contest))
    if waits_for is not None:
        return Outcome(contest.contest, ContestStatus.WAITING, contest.seats, waits_for=waits_for)
    barred = _barred(so_far, contest, _higher(so_far.poll, contest))
    counted = _count(contest, sums, seats=contest.seats, barred=barred)
    return _after(contest, Outcome(contest.contest, ContestStatus.NOT_HELD, contest.seats), counted)


def _higher(poll: Poll, contest: Contest) -> list[Contest]:
    """The contests whose winners can take no seat here."""
    return [each for each in poll.contests if poll.exclusive and each.rank < contest.rank]


def _higher_before(poll: Poll, contest: Contest) -> list[Contest]:
    """Those of them that are voted on earlier, so that their winners are not even on the list."""
    before = poll.contests[: poll.contests.index(contest)]
    return [each for each in _higher(poll, contest) if each in before]


def _list_waits_for(so_far: _SoFar, contest: Contest) -> ContestId | None:
    if so_far.poll.voting is VotingOrder.SIMULTANEOUS:
        return None
    return _waits_for(so_far, contest, _higher_before(so_far.poll, contest))


def _first_list(so_far: _SoFar, contest: Contest) -> tuple[CandidateId, ...]:
    if so_far.poll.voting is VotingOrder.SIMULTANEOUS:
        return contest.candidates
    barred = _barred(so_far, contest, _higher_before(so_far.poll, contest))
    return tuple(candidate for candidate in contest.candidates if candidate not in barred)


def _waits_for(so_far: _SoFar, contest: Contest, higher: Sequence[Contest]) -> ContestId | None:
    """The contest that must be counted or decided before this one: the one to be merited, then the highest honour."""
    if contest.among is not None and _merited(so_far, contest.among) is None:
        return contest.among
    for each in sorted(higher, key=lambda one: one.rank):
        if so_far.settled[each.contest].status is not ContestStatus.DECIDED:
            return each.contest
    return None


def _barred(so_far: _SoFar, contest: Contest, higher: Sequence[Contest]) -> dict[CandidateId, Eligibility]:
    """Who can take no seat, and why. Asked when nothing is left to wait for."""
    barred: dict[CandidateId, Eligibility] = {}
    if contest.among is not None:
        merited = _merited(so_far, contest.among) or frozenset()
        barred = {each: Eligibility.NOT_MERITED for each in contest.candidates if each not in merited}
    for each in higher:
        barred |= dict.fromkeys(so_far.settled[each.contest].elected, Eligibility.PROPOSED_HIGHER)
    return barred


def _merited(so_far: _SoFar, contest: ContestId) -> frozenset[CandidateId] | None:
    """Those who pass the contest's first round, seat or no seat; None while it is not held or lacks its quorum."""
    rounds = so_far.record.rounds.get(contest, ())
    if not rounds:
        return None
    counted = _count(so_far.poll.contest(contest), rounds[0], seats=None, barred={})
    return frozenset(counted.elected) if counted.has_quorum else None


def _not_open(contest: Contest, waits_for: ContestId) -> BallotRefused:
    return BallotRefused(Problem("polls.contest.not_open", {"contest": contest.contest, "other": waits_for}))


def _count(
    contest: Contest, sums: Sums, *, seats: int | None, barred: Mapping[CandidateId, Eligibility]
) -> CountedRound:
    threshold = contest.threshold.value
    return count_round(
        sums, approval=threshold.approval, quorum=threshold.quorum, seats=seats, barred=barred, among_tied=False
    )


def _count_again(contest: Contest, outcome: Outcome, sums: Sums) -> Outcome:
    """Count one round more. Raises BallotRefused when the outcome calls for none, or for other candidates."""
    if outcome.status is not ContestStatus.SECOND_ROUND:
        data = {"contest": contest.contest, "round": len(outcome.rounds) + 1}
        raise BallotRefused(Problem("polls.round.not_called", data))
    _check_sums(contest, sums, outcome.called)
    threshold, tied = contest.threshold.value, bool(outcome.rounds[-1].tied)
    counted = count_round(
        sums,
        approval=threshold.second_round.approval or threshold.approval,
        quorum=threshold.quorum,
        seats=outcome.seats_open,
        barred={},
        among_tied=tied,
    )
    return _after(contest, outcome, counted)


def _after(contest: Contest, before: Outcome, counted: CountedRound) -> Outcome:
    """The outcome after one round more: seats filled, and what the second-round rule says about the others."""
    rounds = (*before.rounds, counted)
    if not counted.has_quorum:
        return replace(before, status=ContestStatus.NO_QUORUM, rounds=rounds)
    seats_open = None if before.seats_open is None else before.seats_open - len(counted.elected)
    rule = contest.threshold.value.second_round
    status, called = ContestStatus.DECIDED, counted.tied
    if counted.tied:
        status = ContestStatus.SECOND_ROUND if rule.after_tie and len(rounds) < rule.rounds else ContestStatus.DECISION
    elif seats_open and rule.after_shortfall and len(rounds) < rule.rounds and counted.not_passed:
        at_most = None if rule.per_seat is None else rule.per_seat * seats_open
        status, called = ContestStatus.SECOND_ROUND, strongest(counted.not_passed, at_most)
    elected = before.elected + counted.elected
    return replace(before, status=status, seats_open=seats_open, rounds=rounds, elected=elected, called=called)


def _decide(outcome: Outcome, decision: Decision) -> Outcome:
    """Close a tie by decision. Raises BallotRefused when none is asked for, or when it does not fill the open seats."""
    data: dict[str, object] = {"contest": outcome.contest, "seats": outcome.seats_open}
    if outcome.status is not ContestStatus.DECISION:
        raise BallotRefused(Problem("polls.decision.not_asked", data))
    problems = []
    chosen = set(decision.chosen)
    if not chosen <= set(outcome.called) or not len(chosen) == len(decision.chosen) == outcome.seats_open:
        problems.append(Problem("polls.decision.chosen", data | {"candidates": outcome.called}))
    if not decision.reason.strip():
        problems.append(Problem("polls.decision.reason", data))
    if problems:
        raise BallotRefused(problems)
    return replace(
        outcome,
        status=ContestStatus.DECIDED,
        seats_open=0,
        elected=outcome.elected + decision.chosen,
        called=(),
        decision=decision,
    )


def _check_sums(contest: Contest, sums: Sums, listed: Sequence[CandidateId]) -> None:
    problems = []
    if sums.approve.keys() != set(listed):
        data = {"contest": contest.contest, "listed": tuple(sorted(listed))}
        problems.append(Problem("polls.round.candidates", data))
    problems += sums_problems(contest.form, sums)
    if problems:
        raise BallotRefused(problems)
