"""The unit tree on any day, and every contradiction at once, against a check day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from thidua.core.errors import UnitsRefused
from thidua.core.timeline import Period
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

DAY0 = date(2025, 1, 1)
MERGER = date(2025, 7, 1)
HORIZON = 12


def day(offset: int) -> date:
    return DAY0 + timedelta(days=offset)


def row(id_: str, start: int = 0, end: int | None = None, parent: str | None = None) -> Unit:
    validity = Period(day(start), None if end is None else day(end))
    return Unit(UnitId(id_), id_.upper(), Level.PROVINCE, validity, None if parent is None else UnitId(parent))


def codes(*rows: Unit) -> list[str]:
    with pytest.raises(UnitsRefused) as refused:
        UnitTree(rows)
    return [problem.code for problem in refused.value.problems]


def two_tay_ninh() -> UnitTree:
    before, after = Period(date(2008, 8, 1), MERGER), Period(MERGER)
    return UnitTree(
        (
            Unit(UnitId("bo"), "Bộ Công an", Level.MINISTRY, Period(date(2000, 1, 1))),
            Unit(UnitId("tay-ninh"), "Tây Ninh", Level.PROVINCE, before, UnitId("bo")),
            Unit(UnitId("tay-ninh-2025"), "Tây Ninh", Level.PROVINCE, after, UnitId("bo")),
        )
    )


def test_one_name_is_two_bodies_before_and_after() -> None:
    tree = two_tay_ninh()
    found = [[unit.id for unit in tree.named("Tây Ninh", on=on)] for on in (date(2025, 6, 30), MERGER)]
    assert found == [["tay-ninh"], ["tay-ninh-2025"]]


def test_a_unit_is_refused_outside_its_validity_and_when_unknown() -> None:
    tree = two_tay_ninh()
    with pytest.raises(UnitsRefused) as refused:
        tree.unit(UnitId("tay-ninh"), on=MERGER)
    assert [(problem.code, problem.data["name"]) for problem in refused.value.problems] == [
        ("units.not_existing", "Tây Ninh")
    ]
    with pytest.raises(UnitsRefused) as refused:
        tree.unit(UnitId("long-an"), on=MERGER)
    assert [problem.code for problem in refused.value.problems] == ["units.unknown_unit"]


def test_children_and_ancestors_are_those_of_the_day() -> None:
    tree = UnitTree((row("a"), row("b"), row("c", 0, 5, "a"), row("c", 5, None, "b"), row("d", 0, None, "c")))
    assert [[unit.id for unit in tree.children(UnitId("a"), on=day(on))] for on in (4, 5)] == [["c"], []]
    assert [[unit.id for unit in tree.ancestors(UnitId("d"), on=day(on))] for on in (4, 5)] == [["c", "a"], ["c", "b"]]


def test_parents_may_change_places_over_time() -> None:
    tree = UnitTree((row("a", 0, 5), row("a", 5, None, "b"), row("b", 0, 5, "a"), row("b", 5)))
    assert [tree.living(UnitId("a"), on=day(on)) for on in (4, 5)] == [tree.units[0], tree.units[1]]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((row("a", 0, 6), row("a", 5)), ["units.overlap"]),
        ((row("a", 0, 4), row("a", 5)), ["units.gap"]),
        ((row("a", 0, None, "z"),), ["units.unknown_parent"]),
        ((row("a", 1, 9, "b"), row("b", 0, 9)), None),
        ((row("a", 1, 9, "b"), row("b", 0, 8)), ["units.parent_outside"]),
        ((row("a", 1, 9, "b"), row("b", 2, 8)), ["units.parent_outside", "units.parent_outside"]),
        ((row("a", 0, None, "a"),), ["units.circle"]),
        ((row("a", 0, None, "b"), row("b", 0, None, "c"), row("c", 0, None, "a")), ["units.circle"]),
    ],
)
def test_contradictions_have_their_codes(rows: tuple[Unit, ...], expected: list[str] | None) -> None:
    if expected is None:
        assert UnitTree(rows).units == rows
    else:
        assert codes(*rows) == expected


def test_all_contradictions_come_at_once() -> None:
    rows = (row("a", 0, 6), row("a", 5), row("b", 0, None, "z"), row("c", 0, None, "d"), row("d", 0, None, "c"))
    assert codes(*rows) == ["units.overlap", "units.unknown_parent", "units.circle"]


def test_a_circle_names_its_members_and_its_first_day() -> None:
    with pytest.raises(UnitsRefused) as refused:
        UnitTree((row("b", 0, 5), row("b", 5, None, "a"), row("a", 3, None, "b"), row("e", 0, None, "a")))
    circle = [problem for problem in refused.value.problems if problem.code == "units.circle"]
    assert [(problem.data["units"], problem.data["day"]) for problem in circle] == [("a → b → a", day(5))]


@st.composite
def rows(draw: st.DrawFn) -> Unit:
    start = draw(st.integers(0, HORIZON - 1))
    end = draw(st.none() | st.integers(start + 1, HORIZON))
    return row(draw(st.sampled_from("abc")), start, end, draw(st.none() | st.sampled_from("abcz")))


def contradicts(units: list[Unit]) -> bool:
    """Day by day: two rows, a hole between rows, a parent not there, a way up that never ends."""
    seen_end: set[UnitId] = set()
    known: set[UnitId] = set()
    for on in map(day, range(HORIZON + 2)):
        living = [unit for unit in units if on in unit.validity]
        parents = {unit.id: unit.parent for unit in living}
        if len(parents) < len(living) or any(unit in seen_end for unit in parents):
            return True
        known |= set(parents)
        seen_end |= known - set(parents)
        if any(parent is not None and parent not in parents for parent in parents.values()):
            return True
        for step in parents:
            up: UnitId | None = step
            for _ in range(len(parents) + 1):
                up = None if up is None else parents[up]
            if up is not None:
                return True
    return False


@st.composite
def near_trees(draw: st.DrawFn) -> list[Unit]:
    """Trees of all days in which a unit may move to another parent on a day; circles and holes come in by chance."""
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6))
    units: list[Unit] = []
    for index, id_ in enumerate(ids):
        parents = st.none() | st.sampled_from(ids) if draw(st.integers(0, 9)) == 0 else st.none()
        above = parents if index == 0 else parents | st.sampled_from(ids[:index])
        moves = draw(st.integers(0, HORIZON - 1))
        units += [row(id_, 0, moves, draw(above)), row(id_, moves, None, draw(above))] if moves else [row(id_)]
    return units


@given(st.lists(rows(), max_size=5) | near_trees())
def test_a_tree_is_refused_exactly_when_some_day_contradicts(units: list[Unit]) -> None:
    try:
        UnitTree(tuple(units))
        refused = False
    except UnitsRefused:
        refused = True
    event(f"refused={refused}, units={len(units)}")
    assert refused == contradicts(units)
