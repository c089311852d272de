"""Contests: the honours of one poll, who stands for each, how many seats, and which honour goes before which.

Owns the shape of a poll and every contradiction in it. Counts nothing (`rounds`) and settles nothing (`settlement`).

Words: *rank* orders the honours, 1 is the highest; a contest *among* another is about those who merit that other one
(the Government's Flag is chosen among those that merit the Ministry's).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from thidua.core.ballots.rounds import CandidateId, Form
from thidua.core.ballots.thresholds import Threshold
from thidua.core.errors import BallotRefused, Place, Problem
from thidua.core.timeline import Dated

ContestId = NewType("ContestId", str)


@dataclass(frozen=True, slots=True)
class Contest:
    """One honour to vote on. `seats` None proposes everybody who passes; `among` is the contest to be merited first."""

    contest: ContestId
    candidates: tuple[CandidateId, ...]
    seats: int | None
    form: Form
    threshold: Dated[Threshold]
    rank: int
    among: ContestId | None = None


class VotingOrder(StrEnum):
    """When the contests of a poll are voted on."""

    SUCCESSIVE = "successive"  # one after the other; a later list is drawn from the earlier results
    SIMULTANEOUS = "simultaneous"  # all at once, each with all its candidates


@dataclass(frozen=True, slots=True)
class Poll:
    """The contests in the order of voting. `exclusive`: a candidate is proposed for the highest honour won alone.

    Raises BallotRefused with every contradiction found.
    """

    contests: tuple[Contest, ...]
    voting: VotingOrder
    exclusive: bool
    held_on: date

    def __post_init__(self) -> None:
        problems = tuple(_poll_problems(self))
        if problems:
            raise BallotRefused(problems)

    def contest(self, contest: ContestId) -> Contest:
        """The contest of this name. Raises KeyError when there is none."""
        return {each.contest: each for each in self.contests}[contest]


def electorate_size(weights: Mapping[str, int]) -> int:
    """The number of votes of an electorate whose members weigh the same. Raises BallotRefused for unequal weights.

    An encrypted sum counts every ballot once; a weight of one's own would show in the sum whose ballot it was.
    """
    different = sorted(set(weights.values()))
    if len(different) > 1 or any(weight < 1 for weight in different):
        raise BallotRefused(Problem("polls.weights.unequal", {"lowest": different[0], "highest": different[-1]}))
    return len(weights)


def _poll_problems(poll: Poll) -> Iterator[Problem]:
    for name in _twice(contest.contest for contest in poll.contests):
        yield Problem("polls.contest.twice", {"contest": name})
    for rank in _twice(contest.rank for contest in poll.contests):
        yield Problem("polls.contest.same_rank", {"rank": rank})
    for position, contest in enumerate(poll.contests):
        place = Place(path=f"contests[{position}]")
        for problem in (*_contest_problems(contest, poll.held_on), *_order_problems(poll, position)):
            yield replace(problem, place=place)


def _contest_problems(contest: Contest, held_on: date) -> Iterator[Problem]:
    data = {"contest": contest.contest}
    if not contest.candidates:
        yield Problem("polls.contest.nobody_stands", data)
    for name in _twice(contest.candidates):
        yield Problem("polls.contest.candidate_twice", data | {"candidate": name})
    if contest.seats is not None and contest.seats < 1:
        yield Problem("polls.contest.seats", data | {"seats": contest.seats})
    if contest.form.most is not None and contest.form.most > len(contest.candidates):
        yield Problem("polls.contest.more_ticks_than_candidates", data | {"most": contest.form.most})
    if held_on not in contest.threshold.period:
        yield Problem("polls.contest.threshold_not_in_force", data | {"day": held_on})


def _order_problems(poll: Poll, position: int) -> Iterator[Problem]:
    contest = poll.contests[position]
    if contest.among is None:
        return
    data = {"contest": contest.contest, "other": contest.among}
    merit = {each.contest: each for each in poll.contests}.get(contest.among)
    if merit is None:
        yield Problem("polls.contest.among_unknown", data)
        return
    if merit.rank <= contest.rank:
        yield Problem("polls.contest.among_rank", data)
    if poll.voting is VotingOrder.SUCCESSIVE and merit in poll.contests[position:]:
        yield Problem("polls.contest.among_later", data)
    if not set(contest.candidates) <= set(merit.candidates):
        yield Problem("polls.contest.among_candidates", data)


def _twice(names: Iterable[str | int]) -> list[str | int]:
    return [name for name, times in Counter(names).items() if times > 1]
