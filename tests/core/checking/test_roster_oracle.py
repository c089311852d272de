"""The drawn roster against every roster that there is: in small clusters all of them are listed, by the rules as people
state them, and the drawn one must be the best of them, or there must be none.
"""

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

from hypothesis import event, given
from hypothesis import strategies as st

from thidua.core.checking.roster import Pair, Posts, draw_roster, problems_of
from thidua.core.errors import RosterRefused

Drawn = frozenset[Pair]


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[str, ...], int, set[Pair], set[Pair]]:
    """Units with the chair first and the deputy second, how many check each, conflicts, and pairs of last year."""
    units = tuple("abcde"[: draw(st.integers(3, 5))])
    pairs = [Pair(one, other) for one, other in product(units, units) if one != other]
    each = draw(st.integers(1, (len(units) - 1) // 2))
    return units, each, draw(st.sets(st.sampled_from(pairs), max_size=6)), draw(st.sets(st.sampled_from(pairs)))


def every_roster(units: tuple[str, ...], each: int, conflicts: set[Pair]) -> Iterator[Drawn]:
    """All that are fair: nobody checks itself, no two each other, nobody whom a conflict forbids, all as much as all
    others, and the deputy checks the chair wherever no conflict stands between them.
    """
    chair, deputy = units[:2]
    ways = [
        [some for some in combinations([one for one in units if one != unit], each) if _may(some, unit, conflicts)]
        for unit in units
    ]
    for choice in product(*ways):
        drawn = frozenset(Pair(one, unit) for unit, some in zip(units, choice, strict=True) for one in some)
        mutual = any(Pair(pair.subject, pair.checker) in drawn for pair in drawn)
        loads = {sum(pair.checker == unit for pair in drawn) for unit in units}
        by_deputy = Pair(deputy, chair) in drawn or Pair(deputy, chair) in conflicts
        if not mutual and len(loads) == 1 and by_deputy:
            yield drawn


def _may(some: tuple[str, ...], unit: str, conflicts: set[Pair]) -> bool:
    return all(Pair(one, unit) not in conflicts for one in some)


@given(cases(), st.text(max_size=4))
def test_the_drawn_roster_is_the_best_that_there_is_and_is_refused_only_where_there_is_none(
    case: tuple[tuple[str, ...], int, set[Pair], set[Pair]], word: str
) -> None:
    units, each, conflicts, earlier = case
    posts = Posts(chair=units[0], deputy=units[1])
    deputy_cannot_alone = each == 1 and Pair(units[1], units[0]) in conflicts  # then somebody must say who does
    fair = [] if deputy_cannot_alone else list(every_roster(units, each, conflicts))
    try:
        found = draw_roster(units, posts=posts, each=each, word=word, conflicts=conflicts, earlier=earlier)
    except RosterRefused as refused:
        event("none")
        assert refused.problems
        assert fair == []
        return
    event(f"one of {len(fair)}")
    assert frozenset(found.pairs) in fair
    assert len(found.repeated) == min(len(drawn & earlier) for drawn in fair)
    assert list(problems_of(found.pairs, units, posts=posts, conflicts=conflicts)) == []


@given(st.integers(6, 14), st.data())
def test_a_wide_cluster_with_conflicts_is_as_fair(count: int, data: st.DataObject) -> None:
    """Two checkers each, the deputy not for the chair: a pair of others checks the chair's unit."""
    units = tuple(f"u{number}" for number in range(count))
    pairs = [Pair(one, other) for one, other in product(units, units) if one != other]
    conflicts = {Pair("u1", "u0"), *data.draw(st.sets(st.sampled_from(pairs), max_size=count))}
    try:
        found = draw_roster(units, posts=Posts(chair="u0", deputy="u1"), each=2, word="a", conflicts=conflicts)
    except RosterRefused as refused:
        told = {problem.code for problem in refused.problems}
        assert told & {"roster.nobody_for", "roster.nothing_for", "roster.impossible"}
        return
    drawn = set(found.pairs)
    assert drawn.isdisjoint(conflicts)
    assert {len(found.checkers_of(unit)) for unit in units} == {len(found.subjects_of(unit)) for unit in units} == {2}
    assert not any(pair.checker == pair.subject or pair.turned in drawn for pair in drawn)
    assert "u1" not in found.checkers_of("u0")


def test_many_pairs_of_earlier_years_are_no_reason_to_refuse() -> None:
    """To look for the fewest repeats takes long where there are many; what is not the best is still a roster."""
    lot = Random("hoa sen")
    units = tuple(f"u{number}" for number in range(13))
    pairs = [Pair(one, other) for one, other in product(units, units) if one != other]
    for word in map(str, range(20)):
        conflicts, earlier = set(lot.sample(pairs, 20)) - {Pair("u1", "u0")}, set(lot.sample(pairs, 39))
        posts = Posts(chair="u0", deputy="u1")
        found = draw_roster(units, posts=posts, each=3, word=word, conflicts=conflicts, earlier=earlier)
        assert list(problems_of(found.pairs, units, posts=posts, conflicts=conflicts)) == []
