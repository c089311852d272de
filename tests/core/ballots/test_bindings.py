"""Score and vote bound together: the worked tables of the docs, inversions against every pair, and what is refused."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poll_cases import codes_refused, names, votes, worked_table
from thidua.core.ballots.bindings import (
    Bound,
    Cut,
    EdgeTie,
    IfRefused,
    Inversion,
    LeftOut,
    Placed,
    Scored,
    Shortlist,
    WeightedRule,
    compare,
    confirm,
    decide,
    questions,
    shortlist,
    weigh,
)
from thidua.core.ballots.rounds import CandidateId
from thidua.core.ballots.thresholds import Share
from thidua.core.errors import Severity
from thidua.core.numbers import Number
from thidua.words.language import Language
from thidua.words.say import describe

A, B, C, D, E = names("A, B, C, D, E")
LEAVE, NEXT = IfRefused.LEAVE_OPEN, IfRefused.NEXT_BY_SCORE
WEIGHTS = WeightedRule(Share(7, 10), Share(3, 10), Number(1000))


def standings(text: str, *, knocked_out: Sequence[CandidateId] = ()) -> list[Scored]:
    """`A 95, B 90.5`: one place each in the order written once sorted by score, as after a full tie-break chain."""
    scores = [(CandidateId(name), Number.parse(score)) for name, score in (pair.split() for pair in text.split(", "))]
    ordered = sorted(scores, key=lambda pair: -fraction(pair[1]))
    return [Scored(name, score, place, name in knocked_out) for place, (name, score) in enumerate(ordered, 1)]


def tied_places(scored: Sequence[Scored]) -> list[Scored]:
    """The same without a tie-break chain: equal scores share the better place."""
    return [replace(each, place=1 + sum(_above(other, each) for other in scored)) for each in scored]


def _above(one: Scored, other: Scored) -> bool:
    return fraction(one.score) > fraction(other.score)


def fraction(number: Number) -> Fraction:
    return Fraction(number.digits, 10**number.places)


CANDIDATES = st.sampled_from("ABCDEFGH").map(CandidateId)


@st.composite
def fields(draw: st.DrawFn) -> tuple[list[Scored], dict[CandidateId, int]]:
    """Few different scores and votes, written with different decimals, so that ties are common."""
    listed = draw(st.lists(CANDIDATES, unique=True, max_size=8))
    scores = st.builds(
        lambda half, zeros: Number(half * 5 * 10**zeros, 1 + zeros), st.integers(0, 4), st.integers(0, 2)
    )
    scored = tied_places([Scored(name, draw(scores), 1) for name in listed])
    return draw(st.permutations(scored)), {name: draw(st.integers(0, 4)) for name in listed}


def shortlist_of(row: dict[str, str]) -> Shortlist:
    kind, number = row["cut"].split()
    size = {"top": int(number)} if kind == "top" else {}
    cut = Cut(EdgeTie(row["edge"]), at_least=Number(int(number)) if kind == "from" else None, **size)
    return shortlist(standings(row["scores"], knocked_out=(E,)), cut)


@pytest.mark.parametrize("row", worked_table("shortlist"))
def test_shortlist_equals_the_worked_table(row: dict[str, str]) -> None:
    listed = shortlist_of(row)
    assert (listed.chosen, listed.undecided) == (names(row["chosen"]), names(row["undecided"]))
    assert listed.left_out[E] is LeftOut.KNOCKED_OUT


def test_shortlist_leaves_undecided_what_the_tie_break_leaves_equal() -> None:
    scored = tied_places(standings("A 95, B 90, C 90, D 90, E 80"))
    listed = shortlist(scored, Cut(EdgeTie.TIE_BREAK, top=3))
    assert (listed.chosen, listed.undecided, listed.places_open) == ((A,), (B, C, D), 2)
    assert listed.left_out == {E: LeftOut.BEYOND_TOP}


def test_shortlist_says_why_each_is_left_out() -> None:
    scored = standings("A 95, B 90, C 90, D 70, E 60", knocked_out=(A,))
    listed = shortlist(scored, Cut(EdgeTie.EXCLUDE_ALL, top=1, at_least=Number(65)))
    assert (listed.chosen, listed.left_out) == (
        (),
        {
            A: LeftOut.KNOCKED_OUT,
            B: LeftOut.EDGE_TIE,
            C: LeftOut.EDGE_TIE,
            D: LeftOut.BEYOND_TOP,
            E: LeftOut.BELOW_POINTS,
        },
    )


@given(fields(), st.integers(1, 5), st.sampled_from(EdgeTie), st.none() | st.integers(0, 3))
def test_shortlist_never_asks_for_row_order(
    field: tuple[list[Scored], dict[CandidateId, int]], top: int, edge: EdgeTie, points: int | None
) -> None:
    scored, _ = field
    cut = Cut(edge, top=top, at_least=None if points is None else Number(points))
    listed = shortlist(scored, cut)
    assert listed == shortlist(list(reversed(scored)), cut)
    assert {*listed.chosen, *listed.undecided, *listed.left_out} == {each.candidate for each in scored}
    score = {each.candidate: fraction(each.score) for each in scored}
    groups = [set(listed.chosen), set(listed.undecided), set(listed.left_out)]
    for value in score.values():  # equal scores share one fate: no chain has told them apart here
        equal = {name for name in score if score[name] == value}
        assert [bool(equal & group) for group in groups].count(True) == 1
    assert min((score[name] for name in groups[0]), default=9) > max((score[name] for name in groups[2]), default=-1)
    if edge is not EdgeTie.INCLUDE_ALL:
        assert len(listed.chosen) <= top
    assert listed.places_open == (top - len(listed.chosen) if listed.undecided else 0)


@given(fields(), st.sets(CANDIDATES))
def test_inversions_equal_a_look_at_every_pair(
    field: tuple[list[Scored], dict[CandidateId, int]], proposed: set[CandidateId]
) -> None:
    scored, cast = field
    expected = {
        Inversion(
            higher=one.candidate,
            lower=other.candidate,
            scores=(one.score, other.score),
            votes=(cast[one.candidate], cast[other.candidate]),
            decisive=other.candidate in proposed and one.candidate not in proposed,
        )
        for one in scored
        for other in scored
        if _above(one, other) and cast[one.candidate] < cast[other.candidate]
    }
    found = compare(scored, cast, proposed=proposed).inversions
    assert len(found) == len(expected)
    assert set(found) == expected


@given(fields())
def test_both_orders_share_places_among_equals(field: tuple[list[Scored], dict[CandidateId, int]]) -> None:
    scored, cast = field
    comparison = compare(scored, cast, proposed=())
    assert set(comparison.by_score) == {Placed(each.candidate, each.place) for each in scored}
    assert set(comparison.by_votes) == {
        Placed(name, 1 + sum(other > count for other in cast.values())) for name, count in cast.items()
    }
    assert comparison == compare(list(reversed(scored)), cast, proposed=())


def test_comparison_is_about_those_who_were_voted_on() -> None:
    comparison = compare(standings("A 95, B 90, C 85"), votes("B 3, C 5"), proposed=(C,))
    assert comparison.by_score == (Placed(B, 2), Placed(C, 3))
    assert comparison.by_votes == (Placed(C, 1), Placed(B, 2))
    assert [(each.higher, each.lower, each.decisive) for each in comparison.inversions] == [(B, C, True)]


def test_a_tie_broken_by_the_chain_is_no_inversion() -> None:
    assert compare(standings("A 90, B 90"), votes("A 1, B 5"), proposed=(B,)).inversions == ()


def test_questions_ask_for_a_reason_where_an_inversion_decides() -> None:
    comparison = compare(standings("A 95.5, B 90, C 85"), votes("A 2, B 3, C 5"), proposed=(C, B))
    asked = questions(comparison)
    assert [(each.severity, each.data["higher"], each.data["lower"]) for each in asked] == [
        (Severity.QUESTION, A, B),
        (Severity.QUESTION, A, C),
    ]
    assert describe(asked[1], Language.VI) == (
        "C được 5 phiếu và được đề nghị; A có 95,5 điểm, cao hơn 85 điểm, nhưng chỉ được 2 phiếu. "
        "Ghi lý do vào biên bản"
    )
    assert describe(asked[1], Language.EN).startswith("C has 5 votes and is proposed; A has 95.5 points")


def proposals(bound: Bound) -> tuple[tuple[CandidateId, ...], tuple[CandidateId, ...], int]:
    return bound.proposed, bound.refused, bound.seats_open


@pytest.mark.parametrize(
    ("confirmed", "rule", "expected"),
    [
        ("A, B, C", LEAVE, ((A, B), (), 0)),
        ("B, C", LEAVE, ((B,), (A,), 1)),
        ("B, C", NEXT, ((B, C), (A,), 0)),
        ("A, D", NEXT, ((A, D), (B, C), 0)),
        ("D", NEXT, ((D,), (A, B, C), 1)),
        ("–", NEXT, ((), (A, B, C, D), 2)),
        ("–", LEAVE, ((), (A, B), 2)),
    ],
)
def test_vote_confirms_what_the_score_decides(
    confirmed: str, rule: IfRefused, expected: tuple[tuple[CandidateId, ...], tuple[CandidateId, ...], int]
) -> None:
    scored = standings("A 95, B 90, C 85, D 80")
    bound = confirm(
        scored, votes("A 1, B 2, C 3, D 4"), names(confirmed), cut=Cut(EdgeTie.TIE_BREAK, top=2), if_refused=rule
    )
    assert proposals(bound) == expected
    assert len(bound.comparison.inversions) == 6


def test_vote_may_settle_a_tie_of_scores_by_refusing_one() -> None:
    scored = tied_places(standings("A 95, B 90, C 90, D 80"))
    cast = votes("A 5, B 5, C 1, D 0")
    cut = Cut(EdgeTie.TIE_BREAK, top=2)
    both = confirm(scored, cast, (A, B, C), cut=cut, if_refused=LEAVE)
    assert (both.proposed, both.undecided, both.seats_undecided, both.seats_open) == ((A,), (B, C), 1, 1)
    one = confirm(scored, cast, (A, B), cut=cut, if_refused=LEAVE)
    assert (one.proposed, one.undecided, one.refused, one.seats_open) == ((A, B), (), (C,), 0)


def test_seats_of_the_undecided_are_told_from_those_refused() -> None:
    scored = tied_places(standings("A 95, B 90, C 90, D 80"))
    bound = confirm(scored, votes("A 0, B 5, C 5"), (B, C), cut=Cut(EdgeTie.TIE_BREAK, top=2), if_refused=LEAVE)
    assert (bound.proposed, bound.undecided, bound.seats_undecided, bound.seats_open) == ((), (B, C), 1, 2)


def test_score_from_so_many_points_has_no_seats_to_leave_open() -> None:
    cut = Cut(EdgeTie.TIE_BREAK, at_least=Number(85))
    for rule in IfRefused:
        bound = confirm(standings("A 95, B 90, C 80"), votes("A 1, B 5"), (B,), cut=cut, if_refused=rule)
        assert proposals(bound) == ((B,), (A,), 0)


def test_excluded_ties_are_not_passed_over() -> None:
    scored = standings("A 95, B 90, C 90, D 80")
    cut = Cut(EdgeTie.EXCLUDE_ALL, top=2)
    bound = confirm(scored, votes("A 5, B 5, C 5"), (A, B, C), cut=cut, if_refused=NEXT)
    assert proposals(bound) == ((A,), (), 1)


def test_confirm_of_nobody_proposes_nobody() -> None:
    bound = confirm([], {}, (), cut=Cut(EdgeTie.TIE_BREAK, top=1), if_refused=NEXT)
    assert proposals(bound) == ((), (), 1)


def test_confirm_refuses_candidates_without_a_vote() -> None:
    scored = standings("A 95, B 90, C 85")
    cut = Cut(EdgeTie.TIE_BREAK, top=1)
    for rule, cast in ((LEAVE, votes("B 3, C 1")), (NEXT, votes("B 3, C 1"))):
        refused = codes_refused(lambda: confirm(scored, cast, (B,), cut=cut, if_refused=rule))  # noqa: B023
        assert refused == ["polls.binding.not_voted_on"]


def test_vote_decides_among_the_shortlist() -> None:
    scored = standings("A 95, B 90, C 85, D 80")
    listed = shortlist(scored, Cut(EdgeTie.INCLUDE_ALL, top=3))
    comparison = decide(scored, listed, votes("A 2, B 6, C 7"), (C, B))
    assert [(each.higher, each.lower, each.decisive) for each in comparison.inversions] == [
        (A, B, True),
        (A, C, True),
        (B, C, False),
    ]


def test_vote_takes_in_as_many_of_the_undecided_as_there_were_places() -> None:
    scored = tied_places(standings("A 95, B 90, C 90, D 80"))
    listed = shortlist(scored, Cut(EdgeTie.TIE_BREAK, top=2))
    assert decide(scored, listed, votes("A 2, C 6"), (C,)).by_votes == (Placed(C, 1), Placed(A, 2))
    for cast in ("A 2", "A 2, B 3, C 4", "A 2, D 4"):
        refused = codes_refused(lambda: decide(scored, listed, votes(cast), ()))  # noqa: B023
        assert refused == ["polls.binding.not_the_shortlist"]


def test_vote_about_others_than_the_shortlist_is_refused() -> None:
    scored = standings("A 95, B 90, C 85", knocked_out=(C,))
    listed = shortlist(scored, Cut(EdgeTie.INCLUDE_ALL, top=3))
    assert codes_refused(lambda: decide(scored, listed, votes("A 2, B 3, C 4"), (C,))) == [
        "polls.binding.not_the_shortlist"
    ]
    assert codes_refused(lambda: decide(scored, listed, votes("A 2, D 4"), ())) == [
        "polls.binding.unscored",
        "polls.binding.not_voted_on",
    ]


@pytest.mark.parametrize("row", worked_table("weighted sum"))
def test_weighted_sum_equals_the_worked_table(row: dict[str, str]) -> None:
    scored = tied_places(standings(row["scores"]))
    bound = weigh(scored, votes(row["votes"]), rule=WEIGHTS, whole=8, seats=1)
    written = ", ".join(f"{name} {Fraction(*value)}" for name, value in sorted(bound.values.items()))
    assert written == row["values"]
    assert (bound.proposed, bound.undecided) == (names(row["proposed"]), names(row["undecided"]))
    assert (bound.seats_undecided, bound.seats_open) == ((1, 1) if bound.undecided else (0, 0))


@given(fields(), st.integers(1, 9), st.integers(1, 4), st.sampled_from(["1", "2.5", "40"]))
def test_weighted_sum_equals_fractions(
    field: tuple[list[Scored], dict[CandidateId, int]], tenths: int, seats: int, maximum: str
) -> None:
    scored, cast = field
    rule = WeightedRule(Share(tenths, 10), Share(10 - tenths, 10), Number.parse(maximum))
    bound = weigh(scored, cast, rule=rule, whole=5, seats=seats)
    expected = {
        each.candidate: Fraction(tenths, 10) * fraction(each.score) / Fraction(maximum)
        + Fraction(10 - tenths, 10) * Fraction(cast[each.candidate], 5)
        for each in scored
    }
    assert {name: Fraction(*value) for name, value in bound.values.items()} == expected
    assert len({below for _, below in bound.values.values()}) <= 1
    outside = expected.keys() - {*bound.proposed, *bound.undecided}
    assert all(expected[one] > expected[other] for one in bound.proposed for other in {*bound.undecided, *outside})
    assert len({expected[name] for name in bound.undecided}) <= 1


def test_weighted_sum_leaves_out_the_knocked_out() -> None:
    scored = standings("A 950, B 900", knocked_out=(A,))
    bound = weigh(scored, votes("B 1"), rule=WEIGHTS, whole=8, seats=2)
    assert (bound.proposed, bound.undecided, bound.seats_undecided, bound.seats_open) == ((B,), (), 0, 1)


@pytest.mark.parametrize(("cast", "whole"), [("A 9", 8), ("A 0", 0)])
def test_weighted_sum_refuses_a_whole_that_is_too_small(cast: str, whole: int) -> None:
    scored = standings("A 950")
    assert codes_refused(lambda: weigh(scored, votes(cast), rule=WEIGHTS, whole=whole, seats=1)) == [
        "polls.binding.whole"
    ]


@pytest.mark.parametrize(
    ("score", "vote"), [((7, 10), (2, 10)), ((7, 10), (4, 10)), ((1, 1), (0, 1)), ((0, 1), (1, 1))]
)
def test_weights_must_be_positive_and_add_to_one(score: tuple[int, int], vote: tuple[int, int]) -> None:
    assert codes_refused(lambda: WeightedRule(Share(*score), Share(*vote), Number(100))) == ["polls.binding.weights"]


def test_weighted_sum_refuses_a_maximum_of_nothing() -> None:
    assert codes_refused(lambda: WeightedRule(Share(1, 2), Share(1, 2), Number(0))) == ["polls.binding.maximum"]


@pytest.mark.parametrize(("top", "points"), [(None, None), (0, None), (-1, Number(5))])
def test_cut_must_say_how_many_or_from_how_many_points(top: int | None, points: Number | None) -> None:
    assert codes_refused(lambda: Cut(EdgeTie.INCLUDE_ALL, top, points)) == ["polls.binding.cut"]


@pytest.mark.parametrize(
    ("scored", "codes"),
    [
        ([Scored(A, Number(90), 1), Scored(B, Number(95), 2)], ["polls.binding.places"]),
        ([Scored(A, Number(90), 1), Scored(B, Number(95), 1)], ["polls.binding.places"]),
        ([Scored(A, Number(95), 1), Scored(B, Number(90), 1)], ["polls.binding.places"]),
        ([Scored(A, Number(95), 1), Scored(A, Number(95), 1)], ["polls.binding.scored_twice"]),
    ],
)
def test_places_that_contradict_scores_are_refused(scored: list[Scored], codes: list[str]) -> None:
    cast = {each.candidate: 1 for each in scored}
    cut = Cut(EdgeTie.INCLUDE_ALL, top=1)
    for refused in (
        codes_refused(lambda: shortlist(scored, cut)),
        codes_refused(lambda: decide(scored, Shortlist((), (), 0, {}), cast, ())),
        codes_refused(lambda: weigh(scored, cast, rule=WEIGHTS, whole=8, seats=1)),
    ):
        assert refused == codes
