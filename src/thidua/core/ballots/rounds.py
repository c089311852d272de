"""One round of one contest: the form of its ballot, its sums, who passes and who takes a seat.

Owns the judging of sums (never of a single ballot). Never breaks a tie at the last seat: the tied come back together.
The order in which candidates are written changes nothing.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from thidua.core.ballots.thresholds import Judgement, Requirement, Turnout, judge_approval, judge_quorum
from thidua.core.errors import BallotRefused, Problem

CandidateId = NewType("CandidateId", str)


class FormKind(StrEnum):
    """What a voter marks."""

    APPROVE_EACH = "approve_each"  # "agree" or "do not agree" beside every candidate
    TICK_UP_TO = "tick_up_to"  # from one to so many ticks


class BlankBallot(StrEnum):
    """What becomes of a ballot that says "blank"."""

    NOT_OFFERED = "not_offered"
    VALID = "valid"  # counts among the valid ballots and approves of nobody
    INVALID = "invalid"  # counts among the returned ones only


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a ballot. `most` is the number of ticks allowed, for TICK_UP_TO alone."""

    kind: FormKind
    blank: BlankBallot
    most: int | None = None

    def __post_init__(self) -> None:
        if (self.kind is FormKind.TICK_UP_TO) != (self.most is not None) or (self.most is not None and self.most < 1):
            raise BallotRefused(Problem("polls.form.most"))

    def limits(self, candidates: int) -> tuple[int, int, bool]:
        """(fewest marks, most marks, blank offered) on a ballot of so many candidates.

        A ballot that agrees with nobody is a vote where each candidate is asked about; where candidates are ticked
        it says nothing, and only an offered blank may be empty. A second round may list fewer than `most`.
        """
        offered = self.blank is not BlankBallot.NOT_OFFERED
        return (0, candidates, offered) if self.most is None else (1, min(self.most, candidates), offered)


@dataclass(frozen=True, slots=True)
class Sums:
    """What a round is counted from: approving votes of each candidate on the list, blank ballots, the turnout."""

    approve: Mapping[CandidateId, int]
    turnout: Turnout
    blank: int = 0


class Eligibility(StrEnum):
    """Whether a candidate on the list can take a seat of this contest."""

    STANDS = "stands"
    NOT_MERITED = "not_merited"  # did not pass the contest that must be merited first
    PROPOSED_HIGHER = "proposed_higher"  # is proposed for a higher honour


@dataclass(frozen=True, slots=True)
class Line:
    """One candidate of one round. `place` is by approving votes over the whole list, equal votes share it (1, 1, 3)."""

    candidate: CandidateId
    place: int
    judgement: Judgement
    eligibility: Eligibility

    @property
    def approve(self) -> int:
        """Approving votes."""
        return self.judgement.numerator


@dataclass(frozen=True, slots=True)
class CountedRound:
    """A round judged: all lines by votes, who takes a seat, who is tied for the last ones.

    `among_tied`: the round was held among candidates who had passed already; most votes take the seats, and the
    threshold printed in each line's judgement is not asked again. Without a quorum nobody is elected or tied.
    """

    lines: tuple[Line, ...]
    turnout: Turnout
    quorum: Judgement | None
    among_tied: bool
    elected: tuple[CandidateId, ...]
    tied: tuple[CandidateId, ...]

    @property
    def has_quorum(self) -> bool:
        """Whether enough came, or the rule asks for no quorum."""
        return self.quorum is None or self.quorum.passed

    @property
    def not_passed(self) -> tuple[Line, ...]:
        """The lines of those who stand and did not pass the threshold."""
        return tuple(
            line for line in self.lines if line.eligibility is Eligibility.STANDS and not line.judgement.passed
        )


def places(values: Sequence[int]) -> tuple[int, ...]:
    """The place of each value, the highest first; equal values share the better place (1, 1, 3)."""
    place: dict[int, int] = {}
    for position, value in enumerate(sorted(values, reverse=True), 1):
        place.setdefault(value, position)
    return tuple(place[value] for value in values)


def take_seats(
    strength: Mapping[CandidateId, int], seats: int | None
) -> tuple[tuple[CandidateId, ...], tuple[CandidateId, ...]]:
    """(elected, tied): the strongest take the seats; those equal at the last seat are tied, all of them, and none sits.

    `seats` None seats everybody. Both answers are in the order of strength, then of name.
    """
    ordered = sorted(strength, key=lambda candidate: (-strength[candidate], candidate))
    if seats is None or len(ordered) <= seats:
        return tuple(ordered), ()
    edge = strength[ordered[seats]]
    if seats == 0 or strength[ordered[seats - 1]] != edge:
        return tuple(ordered[:seats]), ()
    above = tuple(candidate for candidate in ordered if strength[candidate] > edge)
    return above, tuple(candidate for candidate in ordered if strength[candidate] == edge)


def sums_problems(form: Form, sums: Sums) -> Iterator[Problem]:
    """Every way in which the sums contradict the form of the ballot."""
    valid, blank = sums.turnout.valid, sums.blank
    room = valid if form.blank is BlankBallot.VALID else sums.turnout.invalid
    if not 0 <= blank <= (0 if form.blank is BlankBallot.NOT_OFFERED else room):
        yield Problem("polls.tally.blank", {"blank": blank})
        return  # what the other ballots may say hangs on this number
    marked = valid - blank if form.blank is BlankBallot.VALID else valid
    for candidate, approve in sorted(sums.approve.items()):
        if not 0 <= approve <= marked:
            data = {"candidate": candidate, "approve": approve, "valid": marked}
            yield Problem("polls.tally.approve_out_of_range", data)
    fewest, most, _ = form.limits(len(sums.approve))
    total = sum(sums.approve.values())
    if not fewest * marked <= total <= most * marked:
        data = {"total": total, "fewest": fewest * marked, "most": most * marked}
        yield Problem("polls.tally.marks", data)


def count_round(
    sums: Sums,
    *,
    approval: Requirement,
    quorum: Requirement | None,
    seats: int | None,
    barred: Mapping[CandidateId, Eligibility],
    among_tied: bool,
) -> CountedRound:
    """Judge one round. `barred` names those who are on the list and can take no seat, each with the reason."""
    candidates = sorted(sums.approve, key=lambda candidate: (-sums.approve[candidate], candidate))
    place = places([sums.approve[candidate] for candidate in candidates])
    lines = tuple(
        Line(
            candidate=candidate,
            place=place[position],
            judgement=judge_approval(approval, approve=sums.approve[candidate], turnout=sums.turnout),
            eligibility=barred.get(candidate, Eligibility.STANDS),
        )
        for position, candidate in enumerate(candidates)
    )
    judged = None if quorum is None else judge_quorum(quorum, turnout=sums.turnout)
    sits = judged is None or judged.passed
    running = {line.candidate: line.approve for line in lines if sits and _may_sit(line, among_tied=among_tied)}
    elected, tied = take_seats(running, seats)
    return CountedRound(lines, sums.turnout, judged, among_tied, elected, tied)


def strongest(lines: Collection[Line], at_most: int | None) -> tuple[CandidateId, ...]:
    """The candidates with most votes, so many of them and everybody equal to the last; None: all of them."""
    ordered = sorted(lines, key=lambda line: (-line.approve, line.candidate))
    if at_most is None or len(ordered) <= at_most:
        return tuple(line.candidate for line in ordered)
    edge = ordered[at_most - 1].approve
    return tuple(line.candidate for line in ordered if line.approve >= edge)


def _may_sit(line: Line, *, among_tied: bool) -> bool:
    return line.eligibility is Eligibility.STANDS and (among_tied or line.judgement.passed)
