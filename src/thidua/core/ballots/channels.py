"""Channels: when sums of separately counted ballots may be added, and which sums may be published at all.

Owns the refusal of counts that tell single votes. The ordinary way for paper is to be entered as encrypted ballots, so
that only the grand total is ever opened; a separate paper count is the exception that has to pass here. Never holds a
ballot's content beside its name: a published figure is known by the set of ballots it is about, not by what they say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from thidua.core.ballots.rounds import CandidateId
from thidua.core.errors import BallotRefused, Problem


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """How few ballots a separately counted channel may have. Below 2 the count would be a vote."""

    min_channel: int = 5

    def __post_init__(self) -> None:
        if self.min_channel < 2:
            raise BallotRefused(Problem("polls.channel.rule", {"minimum": self.min_channel}))


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """The sums of one channel (electronic, paper, by post): its valid ballots and each candidate's approving votes."""

    channel: str
    ballots: int
    approve: Mapping[CandidateId, int]


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A count that is or will be published: its name and the names of the ballots it is about (trackers, serials)."""

    name: str
    ballots: frozenset[str]


def add_channels(channels: Sequence[ChannelCount], *, rule: ChannelRule, total: str) -> ChannelCount:
    """The sum of separately counted channels, under the name `total`.

    Raises BallotRefused with every reason: a channel below the rule's minimum; a channel unanimous about a candidate
    (all approve or none does: either tells how each of its voters voted); the same channel twice; other candidates
    than the first channel's; sums that its ballots cannot give.
    """
    problems = tuple(_channel_problems(channels, rule))
    if problems:
        raise BallotRefused(problems)
    approve = {
        candidate: sum(channel.approve[candidate] for channel in channels) for candidate in sorted(channels[0].approve)
    }
    return ChannelCount(total, sum(channel.ballots for channel in channels), approve)


def check_published(figures: Sequence[PublishedFigure], *, min_voters: int) -> None:
    """Refuse figures that are about fewer than `min_voters` ballots, alone or by the difference of two.

    Two figures differ about the ballots that are in one of them only; figures about the same ballots (the candidates
    of one contest) differ about nobody and may stand together. Give all figures, those already published included.
    Raises BallotRefused with every figure and every pair that would tell too much.
    """
    problems = [
        Problem("polls.published.too_few", {"figure": each.name, "voters": len(each.ballots), "minimum": min_voters})
        for each in figures
        if len(each.ballots) < min_voters
    ]
    for one, other in combinations(figures, 2):
        apart = len(one.ballots ^ other.ballots)
        if 0 < apart < min_voters:
            data = {"figure": one.name, "other": other.name, "voters": apart, "minimum": min_voters}
            problems.append(Problem("polls.published.difference", data))
    if problems:
        raise BallotRefused(problems)


def _channel_problems(channels: Sequence[ChannelCount], rule: ChannelRule) -> Iterator[Problem]:
    if len(channels) < 2:
        yield Problem("polls.channel.single")
    seen: set[str] = set()
    for channel in channels:
        data = {"channel": channel.channel, "ballots": channel.ballots, "minimum": rule.min_channel}
        if channel.channel in seen:
            yield Problem("polls.channel.twice", data)
        seen.add(channel.channel)
        if channel.approve.keys() != channels[0].approve.keys():
            yield Problem("polls.channel.candidates", data)
        if channel.ballots < rule.min_channel:
            yield Problem("polls.channel.too_few", data)
        yield from _sum_problems(channel)


def _sum_problems(channel: ChannelCount) -> Iterator[Problem]:
    for candidate, approve in sorted(channel.approve.items()):
        data = {"channel": channel.channel, "candidate": candidate, "approve": approve, "ballots": channel.ballots}
        if not 0 <= approve <= channel.ballots:
            yield Problem("polls.channel.approve_out_of_range", data)
        elif approve in {0, channel.ballots}:
            # The sum itself must not stand in the refusal: whoever reads it would learn what is being kept back.
            yield Problem("polls.channel.unanimous", {"channel": channel.channel, "candidate": candidate})
