"""Bindings between score and vote: score decides and vote confirms, score shortlists and vote decides, weighted sum.

Owns how the two orders are joined, and shows both with every inversion whatever the binding. Scores and their places
come from the standings and votes from the rounds: neither is recomputed here. Never cuts a tie at the edge by the
order of rows: the rule says what becomes of it, and what the rule leaves open comes back as undecided.

Words: an *inversion* is a pair in which the one with the lower score has more votes; it is *decisive* when that one is
proposed and the other is not.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from thidua.core.ballots.rounds import CandidateId, places, take_seats
from thidua.core.ballots.thresholds import Share
from thidua.core.errors import BallotRefused, Problem, Severity
from thidua.core.numbers import Number


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate as the standings have it: printed total, place after the tie-break chain, knocked out or not."""

    candidate: CandidateId
    score: Number
    place: int
    knocked_out: bool = False


class EdgeTie(StrEnum):
    """What becomes of equal scores across the edge of a cut."""

    INCLUDE_ALL = "include_all"
    EXCLUDE_ALL = "exclude_all"
    TIE_BREAK = "tie_break"  # by the standings' places; equal places too remain undecided


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut by score: the first `top`, or all with at least `at_least` points, or both. One of them must be given."""

    edge: EdgeTie
    top: int | None = None
    at_least: Number | None = None

    def __post_init__(self) -> None:
        if (self.top is None and self.at_least is None) or (self.top is not None and self.top < 1):
            raise BallotRefused(Problem("polls.binding.cut"))


class LeftOut(StrEnum):
    """Why a candidate is not on a shortlist."""

    KNOCKED_OUT = "knocked_out"
    BELOW_POINTS = "below_points"
    BEYOND_TOP = "beyond_top"
    EDGE_TIE = "edge_tie"  # equal at the edge, and the rule excludes them all


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Who passes a cut, in score order; who waits for a tie to be decided, for how many places; who is out and why."""

    chosen: tuple[CandidateId, ...]
    undecided: tuple[CandidateId, ...]
    places_open: int
    left_out: Mapping[CandidateId, LeftOut]


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate's place in one order, 1 the best; equal ones share it."""

    candidate: CandidateId
    place: int


@dataclass(frozen=True, slots=True)
class Inversion:
    """`higher` has the higher score and fewer votes than `lower`."""

    higher: CandidateId
    lower: CandidateId
    scores: tuple[Number, Number]  # of higher, of lower
    votes: tuple[int, int]
    decisive: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both orders over the candidates voted on, and every inversion between them."""

    by_score: tuple[Placed, ...]
    by_votes: tuple[Placed, ...]
    inversions: tuple[Inversion, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """What score and vote propose together, in the order that decides."""

    proposed: tuple[CandidateId, ...]
    undecided: tuple[CandidateId, ...]
    seats_undecided: int  # how many seats the undecided share
    seats_open: int  # how many seats nobody has taken yet, those included
    refused: tuple[CandidateId, ...]  # by score they would be proposed; the vote did not confirm them
    comparison: Comparison
    values: Mapping[CandidateId, tuple[int, int]]  # of a weighted sum; empty for the other bindings


class IfRefused(StrEnum):
    """What becomes of a seat whose first candidate by score is not confirmed by the vote."""

    LEAVE_OPEN = "leave_open"
    NEXT_BY_SCORE = "next_by_score"


@dataclass(frozen=True, slots=True)
class WeightedRule:
    """score_weight · score / score_maximum + vote_weight · votes / whole; the weights are positive and add to 1."""

    score_weight: Share
    vote_weight: Share
    score_maximum: Number

    def __post_init__(self) -> None:
        score, vote = self.score_weight, self.vote_weight
        whole = score.denominator * vote.denominator
        added = score.numerator * vote.denominator + vote.numerator * score.denominator
        if added != whole or not score.numerator or not vote.numerator:
            raise BallotRefused(Problem("polls.binding.weights"))
        if self.score_maximum.digits <= 0:
            raise BallotRefused(Problem("polls.binding.maximum"))


def shortlist(scored: Sequence[Scored], cut: Cut) -> Shortlist:
    """The candidates whom the score puts to the vote. Raises BallotRefused when places contradict scores."""
    _check_scored(scored)
    left_out: dict[CandidateId, LeftOut] = {}
    running: list[Scored] = []
    for each in _by_place(scored):
        if each.knocked_out:
            left_out[each.candidate] = LeftOut.KNOCKED_OUT
        elif cut.at_least is not None and _compare(each.score, cut.at_least) < 0:
            left_out[each.candidate] = LeftOut.BELOW_POINTS
        else:
            running.append(each)
    if cut.top is None or len(running) <= cut.top:
        return Shortlist(tuple(each.candidate for each in running), (), 0, left_out)
    return _cut_at_top(running, cut.top, cut.edge, left_out)


def decide(
    scored: Sequence[Scored], listed: Shortlist, votes: Mapping[CandidateId, int], elected: Sequence[CandidateId]
) -> Comparison:
    """Score shortlists, vote decides: both orders and the inversions beside what the vote elected.

    Raises BallotRefused when others were voted on than the shortlist says: all chosen, and as many of the undecided
    as there were places for.
    """
    _check_scored(scored)
    _check_votes(scored, votes, needed=(*listed.chosen, *elected))
    let_in = votes.keys() - set(listed.chosen)
    if not let_in <= set(listed.undecided) or len(let_in) != listed.places_open:
        raise BallotRefused(Problem("polls.binding.not_the_shortlist", {"places": listed.places_open}))
    return compare(scored, votes, proposed=elected)


def confirm(
    scored: Sequence[Scored],
    votes: Mapping[CandidateId, int],
    confirmed: Collection[CandidateId],
    *,
    cut: Cut,
    if_refused: IfRefused,
) -> Bound:
    """Score decides, vote confirms: the first by score are proposed if they are among the `confirmed`.

    A refused one leaves a seat open, or it passes to the next by score among the confirmed: the rule says which.
    Raises BallotRefused for a candidate whom the score proposes and nobody voted on.
    """
    asked = shortlist(scored, cut)
    if if_refused is IfRefused.NEXT_BY_SCORE:
        asked = shortlist([each for each in scored if each.candidate in confirmed], cut)
    proposed = tuple(each for each in asked.chosen if each in confirmed)
    undecided = tuple(each for each in asked.undecided if each in confirmed)
    if len(undecided) <= asked.places_open:
        proposed, undecided = proposed + undecided, ()
    seats_open = 0 if cut.top is None else max(0, cut.top - len(proposed))
    refused = tuple(each for each in (*asked.chosen, *asked.undecided) if each not in confirmed)
    if if_refused is IfRefused.NEXT_BY_SCORE:
        refused = _passed_over(scored, cut, confirmed, asked)
    _check_votes(scored, votes, needed=(*proposed, *undecided, *refused))
    return Bound(
        proposed=proposed,
        undecided=undecided,
        seats_undecided=asked.places_open if undecided else 0,
        seats_open=seats_open,
        refused=refused,
        comparison=compare(scored, votes, proposed=proposed),
        values={},
    )


def weigh(
    scored: Sequence[Scored], votes: Mapping[CandidateId, int], *, rule: WeightedRule, whole: int, seats: int
) -> Bound:
    """Weighted sum, exact: the highest values take the seats, equal ones at the last seat stay undecided.

    `whole` is the denominator of the votes. All values share one denominator and are not reduced.
    """
    _check_scored(scored)
    running = [each for each in scored if not each.knocked_out]
    _check_votes(scored, votes, needed=[each.candidate for each in running])
    if whole < 1 or max(votes.values(), default=0) > whole:
        raise BallotRefused(Problem("polls.binding.whole", {"whole": whole}))
    values = _weighted_values(running, votes, rule, whole)
    proposed, undecided = take_seats({candidate: value for candidate, (value, _) in values.items()}, seats)
    comparison = compare(scored, votes, proposed=proposed)
    seats_open = max(0, seats - len(proposed))
    return Bound(
        proposed=proposed,
        undecided=undecided,
        seats_undecided=seats_open if undecided else 0,
        seats_open=seats_open,
        refused=(),
        comparison=comparison,
        values=values,
    )


def compare(
    scored: Sequence[Scored], votes: Mapping[CandidateId, int], *, proposed: Collection[CandidateId]
) -> Comparison:
    """Both orders over the candidates voted on, and every inversion; the higher score first, then names."""
    voted = [each for each in _by_place(scored) if each.candidate in votes]
    names = sorted((each.candidate for each in voted), key=lambda name: (-votes[name], name))
    vote_places = places([votes[name] for name in names])
    by_votes = tuple(Placed(name, place) for name, place in zip(names, vote_places, strict=True))
    by_score = tuple(Placed(each.candidate, each.place) for each in voted)
    return Comparison(by_score, by_votes, tuple(_inversions(voted, votes, proposed)))


def questions(comparison: Comparison) -> tuple[Problem, ...]:
    """The inversions that decide who is proposed: each asks for a recorded reason."""
    return tuple(
        Problem(
            "polls.binding.inversion",
            {
                "higher": inversion.higher,
                "lower": inversion.lower,
                "higher_score": inversion.scores[0],
                "lower_score": inversion.scores[1],
                "higher_votes": inversion.votes[0],
                "lower_votes": inversion.votes[1],
            },
            severity=Severity.QUESTION,
        )
        for inversion in comparison.inversions
        if inversion.decisive
    )


def _passed_over(
    scored: Sequence[Scored], cut: Cut, confirmed: Collection[CandidateId], asked: Shortlist
) -> tuple[CandidateId, ...]:
    """Those not confirmed to whom a seat would have come before the last one taken, or before seats ran empty."""
    able = shortlist(scored, Cut(edge=cut.edge, at_least=cut.at_least, top=len(scored) + 1))
    at_edge = (each for each, why in asked.left_out.items() if why is LeftOut.EDGE_TIE)
    seated = {*asked.chosen, *asked.undecided, *at_edge}
    last = max((each.place for each in scored if each.candidate in seated), default=0)
    is_full = cut.top is not None and len(seated) >= cut.top
    reached = {each.candidate for each in scored if not is_full or each.place <= last}
    return tuple(each for each in able.chosen if each in reached and each not in confirmed)


def _cut_at_top(
    running: Sequence[Scored], top: int, edge: EdgeTie, left_out: Mapping[CandidateId, LeftOut]
) -> Shortlist:
    """Cut more than `top` candidates, already in order, without ever asking which row comes first."""
    last, first_out = running[top - 1], running[top]
    if edge is EdgeTie.TIE_BREAK:
        above = [each for each in running if each.place < first_out.place]
        equal = [each for each in running if each.place == first_out.place]
    else:
        above = [each for each in running if _compare(each.score, first_out.score) > 0]
        equal = [each for each in running if _compare(each.score, first_out.score) == 0]
    out = {each.candidate: LeftOut.BEYOND_TOP for each in running[len(above) :]}
    if last in above:
        return Shortlist(tuple(each.candidate for each in above), (), 0, {**left_out, **out})
    tied = tuple(each.candidate for each in equal)
    for candidate in tied:
        del out[candidate]
    chosen = tuple(each.candidate for each in above)
    undecided: tuple[CandidateId, ...] = ()
    if edge is EdgeTie.INCLUDE_ALL:
        chosen += tied
    elif edge is EdgeTie.EXCLUDE_ALL:
        out |= dict.fromkeys(tied, LeftOut.EDGE_TIE)
    else:
        undecided = tied
    return Shortlist(chosen, undecided, top - len(chosen) if undecided else 0, {**left_out, **out})


def _weighted_values(
    running: Sequence[Scored], votes: Mapping[CandidateId, int], rule: WeightedRule, whole: int
) -> dict[CandidateId, tuple[int, int]]:
    """Each value as (numerator, denominator), the denominator common to all."""
    finest = max((each.score.places for each in running), default=0)
    maximum = rule.score_maximum.digits * 10**finest
    of_votes = rule.vote_weight.numerator * rule.score_weight.denominator * maximum
    of_score = rule.score_weight.numerator * rule.vote_weight.denominator * whole * 10**rule.score_maximum.places
    denominator = rule.score_weight.denominator * rule.vote_weight.denominator * maximum * whole
    return {
        each.candidate: (
            of_score * each.score.digits * 10 ** (finest - each.score.places) + of_votes * votes[each.candidate],
            denominator,
        )
        for each in running
    }


def _inversions(
    voted: Sequence[Scored], votes: Mapping[CandidateId, int], proposed: Collection[CandidateId]
) -> Iterator[Inversion]:
    """Every inversion among candidates in score order: one sorted insertion each, then only the pairs that exist."""
    above: list[tuple[int, int]] = []  # (votes, position) of all with a strictly higher score
    waiting: list[tuple[int, int]] = []  # those equal in score to the one at hand
    found: list[tuple[int, int]] = []
    for position, each in enumerate(voted):
        if position and _compare(each.score, voted[position - 1].score):
            for entry in waiting:
                insort(above, entry)
            waiting = []
        fewer = above[: bisect_left(above, (votes[each.candidate], -1))]
        found += [(higher, position) for _, higher in fewer]
        waiting.append((votes[each.candidate], position))
    for first, second in sorted(found):
        higher, lower = voted[first], voted[second]
        yield Inversion(
            higher=higher.candidate,
            lower=lower.candidate,
            scores=(higher.score, lower.score),
            votes=(votes[higher.candidate], votes[lower.candidate]),
            decisive=lower.candidate in proposed and higher.candidate not in proposed,
        )


def _by_place(scored: Sequence[Scored]) -> list[Scored]:
    return sorted(scored, key=lambda each: (each.place, each.candidate))


def _compare(one: Number, other: Number) -> int:
    """Negative, zero or positive as `one` is lower than, equal to or higher than `other`."""
    difference: int = one.digits * 10**other.places - other.digits * 10**one.places
    return difference


def _check_scored(scored: Sequence[Scored]) -> None:
    problems = []
    ordered = _by_place(scored)
    for better, worse in pairwise(ordered):
        difference = _compare(better.score, worse.score)
        if difference < 0 or (difference != 0 and better.place == worse.place):
            data = {"better": better.candidate, "worse": worse.candidate}
            problems.append(Problem("polls.binding.places", data))
    for name, times in sorted(Counter(each.candidate for each in scored).items()):
        if times > 1:
            problems.append(Problem("polls.binding.scored_twice", {"candidate": name}))
    if problems:
        raise BallotRefused(problems)


def _check_votes(
    scored: Sequence[Scored], votes: Mapping[CandidateId, int], *, needed: Collection[CandidateId]
) -> None:
    unscored = sorted(votes.keys() - {each.candidate for each in scored})
    problems = [Problem("polls.binding.unscored", {"candidate": each}) for each in unscored]
    missing = sorted(set(needed) - votes.keys())
    problems += [Problem("polls.binding.not_voted_on", {"candidate": each}) for each in missing]
    if problems:
        raise BallotRefused(problems)
