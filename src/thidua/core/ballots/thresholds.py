"""Thresholds of a vote: which share must agree, of whom, under which law, and what a meeting's counts make of it.

Owns the arithmetic between a written rule ("at least 80 % of all members") and a whole number of votes. Never knows
a law by heart: every threshold arrives as data, in its dates and with its basis, which may be unknown
(`core.timeline`). Never forms a binary fraction: shares are pairs of integers, compared by cross-multiplication.

Words: the *numerator* is what is counted for (approving votes; for a quorum, those who came), the *denominator* is
the whole it is measured against, *needed* is the smallest whole number that satisfies the rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.errors import BallotRefused, Problem


class VoteCount(StrEnum):
    """What can be counted at a vote. One member with the right to vote is one vote."""

    APPROVE = "approve"  # approving votes of one candidate
    MEMBERS = "members"  # all who have the right to vote, absent or not
    PRESENT = "present"  # those of them in the room
    ISSUED = "issued"  # ballots handed out or sent, to the absent too
    RETURNED = "returned"  # ballots found in the box
    VALID = "valid"  # ballots that count


class Comparator(StrEnum):
    """How the share is measured against the value."""

    AT_LEAST = ">="
    MORE_THAN = ">"


@dataclass(frozen=True, slots=True)
class Share:
    """An exact fraction from 0 to 1 as the rule writes it: 80 % is 80/100, two thirds is 2/3. Never reduced."""

    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator or self.denominator == 0:
            data = {"numerator": self.numerator, "denominator": self.denominator}
            raise BallotRefused(Problem("polls.share.out_of_range", data))


@dataclass(frozen=True, slots=True)
class Requirement:
    """`numerator` / `denominator` `comparator` `value`: approve / members >= 80/100; present / members >= 2/3.

    Raises BallotRefused for a pair whose first is no part of the second, and for a value that everything (≥ 0) or
    nothing (> 1) satisfies.
    """

    numerator: VoteCount
    denominator: VoteCount
    comparator: Comparator
    value: Share

    def __post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise BallotRefused(problems)

    def _problems(self) -> Iterator[Problem]:
        wholes = _WHOLES[self.numerator]
        if self.denominator not in wholes:
            data = {"numerator": self.numerator, "denominator": self.denominator}
            yield Problem("polls.threshold.not_a_part", data)
        data_of_value = {"numerator": self.value.numerator, "denominator": self.value.denominator}
        if self.comparator is Comparator.AT_LEAST and self.value.numerator == 0:
            yield Problem("polls.threshold.always_met", data_of_value)
        if self.comparator is Comparator.MORE_THAN and self.value.numerator == self.value.denominator:
            yield Problem("polls.threshold.never_met", data_of_value)


# What each count may be measured against: only wholes that contain it. Ballots of absent members are issued without
# their being present, so that "issued" and "present" contain one another in neither direction.
_WHOLES: dict[VoteCount, frozenset[VoteCount]] = {
    VoteCount.APPROVE: frozenset(VoteCount) - {VoteCount.APPROVE},
    VoteCount.MEMBERS: frozenset(),
    VoteCount.PRESENT: frozenset({VoteCount.MEMBERS}),
    VoteCount.ISSUED: frozenset({VoteCount.MEMBERS}),
    VoteCount.RETURNED: frozenset({VoteCount.MEMBERS, VoteCount.ISSUED}),
    VoteCount.VALID: frozenset({VoteCount.MEMBERS, VoteCount.ISSUED, VoteCount.RETURNED}),
}


@dataclass(frozen=True, slots=True)
class SecondRound:
    """When a vote is repeated, for whom, and how often.

    `rounds`: how many there may be in all, the first included; after the last one a tie waits for a decision.
    `after_tie`: the tied at the last place stand again, alone, for the seats still open.
    `after_shortfall`: when fewer pass than there are seats, those who did not pass stand again; `per_seat` limits
    them to so many for each open seat, most votes first and equal votes always together (None: all of them).
    `approval`: the requirement of the later rounds (None: the same as in the first).
    """

    rounds: int = 1
    after_tie: bool = False
    after_shortfall: bool = False
    per_seat: int | None = None
    approval: Requirement | None = None

    def __post_init__(self) -> None:
        if self.rounds < 1 or (self.rounds == 1) == (self.after_tie or self.after_shortfall):
            raise BallotRefused(Problem("polls.second_round.rounds", {"rounds": self.rounds}))
        if self.per_seat is not None and self.per_seat < 1:
            raise BallotRefused(Problem("polls.second_round.per_seat", {"per_seat": self.per_seat}))
        if self.approval is not None and self.approval.numerator is not VoteCount.APPROVE:
            raise BallotRefused(Problem("polls.threshold.approval_counts_votes"))


NO_SECOND_ROUND = SecondRound()


@dataclass(frozen=True, slots=True)
class Threshold:
    """One rule: the approval asked for, the quorum (None: the rule names none), the second round.

    Its dates and its legal basis stand around it: `Dated[Threshold]`, and `Timeline[Threshold]` for one subject's
    rules through the years, which refuses a day on which none holds.
    """

    approval: Requirement
    quorum: Requirement | None = None
    second_round: SecondRound = NO_SECOND_ROUND

    def __post_init__(self) -> None:
        problems = []
        if self.approval.numerator is not VoteCount.APPROVE:
            problems.append(Problem("polls.threshold.approval_counts_votes"))
        if self.quorum is not None and self.quorum.numerator is VoteCount.APPROVE:
            problems.append(Problem("polls.threshold.quorum_counts_people"))
        if problems:
            raise BallotRefused(problems)


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who could vote, who came and what became of the ballots.

    valid ≤ returned ≤ issued ≤ members, and present ≤ members; anything else is refused, every contradiction at
    once: more ballots in the box than were handed out is a finding for the minutes, not a number to count with.
    """

    members: int
    present: int
    issued: int
    returned: int
    valid: int

    def __post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise BallotRefused(problems)

    def _problems(self) -> Iterator[Problem]:
        if min(self.members, self.present, self.issued, self.returned, self.valid) < 0:
            yield Problem("polls.turnout.negative")
        if self.present > self.members:
            data = {"present": self.present, "members": self.members}
            yield Problem("polls.turnout.present_above_members", data)
        if self.issued > self.members:
            data = {"issued": self.issued, "members": self.members}
            yield Problem("polls.turnout.issued_above_members", data)
        if self.returned > self.issued:
            data = {"returned": self.returned, "issued": self.issued}
            yield Problem("polls.turnout.returned_above_issued", data)
        if self.valid > self.returned:
            data = {"valid": self.valid, "returned": self.returned}
            yield Problem("polls.turnout.valid_above_returned", data)

    @property
    def invalid(self) -> int:
        """Ballots in the box that do not count."""
        return self.returned - self.valid

    def of(self, count: VoteCount) -> int:
        """The number behind a count. Raises KeyError for approving votes, which belong to a candidate."""
        return {
            VoteCount.MEMBERS: self.members,
            VoteCount.PRESENT: self.present,
            VoteCount.ISSUED: self.issued,
            VoteCount.RETURNED: self.returned,
            VoteCount.VALID: self.valid,
        }[count]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A requirement applied to counts. Minutes print all three numbers from here, whether it passed or not."""

    requirement: Requirement
    numerator: int
    denominator: int
    needed: int

    @property
    def passed(self) -> bool:
        """Whether the requirement is met."""
        return self.numerator >= self.needed


def votes_needed(requirement: Requirement, whole: int) -> int:
    """The smallest count that satisfies the requirement on a whole of this size; never below 1.

    80 % of 7 is 6, 90 % of 7 is 7, more than 50 % of 4 is 3. On a whole of 0 the answer is 1, which nobody can reach:
    where no ballot is valid nobody passes. Raises ValueError for a negative whole.
    """
    if whole < 0:
        raise ValueError(whole)
    share = requirement.value.numerator * whole
    if requirement.comparator is Comparator.MORE_THAN:
        return share // requirement.value.denominator + 1
    return max(1, -(-share // requirement.value.denominator))


def judge_approval(requirement: Requirement, *, approve: int, turnout: Turnout) -> Judgement:
    """Apply a requirement to one candidate's approving votes.

    Raises BallotRefused when there are more approving votes than valid ballots, and when the rule counts those
    present although ballots of absent members are in the box: the two cannot be told apart in a secret count.
    """
    if not 0 <= approve <= turnout.valid:
        raise BallotRefused(Problem("polls.tally.approve_above_valid", {"approve": approve, "valid": turnout.valid}))
    if requirement.denominator is VoteCount.PRESENT and turnout.returned > turnout.present:
        data = {"returned": turnout.returned, "present": turnout.present}
        raise BallotRefused(Problem("polls.turnout.returned_above_present", data))
    whole = turnout.of(requirement.denominator)
    return Judgement(requirement, approve, whole, votes_needed(requirement, whole))


def judge_quorum(requirement: Requirement, *, turnout: Turnout) -> Judgement:
    """Apply a quorum to those who came or returned a ballot."""
    whole = turnout.of(requirement.denominator)
    return Judgement(requirement, turnout.of(requirement.numerator), whole, votes_needed(requirement, whole))
