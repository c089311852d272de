"""The roster of cross-checks: balanced, never one's own unit, never each other, the chair by the deputy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.checking.roster import Pair, Posts, Roster, draw_roster, problems_of
from thidua.core.errors import RosterRefused

FIVE = ("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai")
POSTS = Posts(chair="tay-ninh", deputy="long-an")


def drawn(units: tuple[str, ...] = FIVE, *, each: int = 1, word: str = "hoa sen", **more: object) -> Roster:
    return draw_roster(units, posts=POSTS, each=each, word=word, **more)  # type: ignore[arg-type]


def codes(refused: RosterRefused) -> list[str]:
    return [problem.code for problem in refused.problems]


@st.composite
def clusters(draw: st.DrawFn) -> tuple[tuple[str, ...], int]:
    """Units and how many check each, as many as can be."""
    count = draw(st.integers(3, 12))
    return tuple(f"u{number}" for number in range(count)), draw(st.integers(1, min(3, (count - 1) // 2)))


@given(clusters(), st.text(max_size=8))
def test_roster_is_balanced_and_nobody_checks_itself_or_each_other(of: tuple[tuple[str, ...], int], word: str) -> None:
    units, each = of
    posts = Posts(chair=units[0], deputy=units[-1])

    found = draw_roster(units, posts=posts, each=each, word=word)

    assert {len(found.checkers_of(unit)) for unit in units} == {each}
    assert {len(found.subjects_of(unit)) for unit in units} == {each}
    assert all(pair.checker != pair.subject and pair.turned not in found.pairs for pair in found.pairs)
    assert posts.deputy in found.checkers_of(posts.chair)
    assert list(problems_of(found.pairs, units, posts=posts)) == []


def test_same_word_draws_the_same_roster_and_another_word_another() -> None:
    assert drawn(word="hoa sen") == drawn(word="hoa sen")
    assert len({drawn(word=f"lá thăm {number}").pairs for number in range(12)}) > 1


@given(st.sets(st.builds(Pair, st.sampled_from(FIVE), st.sampled_from(FIVE)), max_size=6))
def test_declared_conflict_is_never_in_the_roster(conflicts: set[Pair]) -> None:
    try:
        found = drawn(conflicts=conflicts)
    except RosterRefused as refused:
        assert refused.problems
        return
    assert conflicts.isdisjoint(found.pairs)


def test_pairs_of_earlier_seasons_come_again_only_when_there_is_no_other_way() -> None:
    earlier = {pair for pair in drawn().pairs if pair != Pair("long-an", "tay-ninh")}
    assert drawn(earlier=earlier).repeated == ()

    three = ("tay-ninh", "long-an", "dong-nai")
    first = drawn(three)
    assert drawn(three, earlier=first.pairs).repeated == first.pairs  # of three units there is one roster


def test_a_cluster_of_two_has_no_roster_without_checking_each_other() -> None:
    with pytest.raises(RosterRefused) as refused:
        drawn(("tay-ninh", "long-an"))
    assert codes(refused.value) == ["roster.too_few"]


def test_every_reason_why_there_is_no_roster_is_told_at_once() -> None:
    nobody = {Pair(one, "dong-nai") for one in FIVE}
    idle = {Pair("binh-duong", one) for one in FIVE}
    with pytest.raises(RosterRefused) as refused:
        drawn(conflicts=nobody | idle | {Pair("long-an", "tay-ninh")})
    assert set(codes(refused.value)) == {"roster.nobody_for", "roster.nothing_for", "roster.deputy_in_conflict"}


def test_conflicts_that_leave_no_way_are_refused() -> None:
    three = ("tay-ninh", "long-an", "dong-nai")
    with pytest.raises(RosterRefused) as refused:
        drawn(three, conflicts={Pair("tay-ninh", "dong-nai")})
    assert codes(refused.value) == ["roster.impossible"]


def test_thirty_units_are_drawn() -> None:
    units = tuple(f"u{number}" for number in range(30))
    posts = Posts(chair="u0", deputy="u1")
    first = draw_roster(units, posts=posts, each=2, word="a")
    second = draw_roster(units, posts=posts, each=2, word="b", earlier=first.pairs)
    assert second.repeated == (Pair("u1", "u0"),)  # the deputy always checks the chair


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ({Pair("dong-nai", "dong-nai")}, "roster.own_unit"),
        ({Pair("dong-nai", "long-an"), Pair("long-an", "dong-nai")}, "roster.each_other"),
        ({Pair("dong-nai", "tay-ninh")}, "roster.chair_without_deputy"),
        ({Pair("dong-nai", "long-an")}, "roster.unchecked"),
        ({Pair("dong-nai", unit) for unit in FIVE[:3]}, "roster.unbalanced"),
    ],
)
def test_roster_changed_by_hand_is_told_what_is_wrong(pairs: set[Pair], code: str) -> None:
    assert code in [problem.code for problem in problems_of(pairs, FIVE, posts=POSTS)]


def test_conflict_of_a_roster_by_hand_is_told() -> None:
    kept = set(drawn().pairs)
    found = problems_of(kept, FIVE, posts=POSTS, conflicts=kept)
    assert {problem.code for problem in found} == {"roster.conflict"}
