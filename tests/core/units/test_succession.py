"""Successions, their contradictions, and histories that lose no unit."""

from datetime import date

import pytest
from hypothesis import event, given

from core.units.histories import FIRST, LAST, histories, living
from thidua.core.errors import UnitsRefused
from thidua.core.timeline import Period
from thidua.core.units.succession import Abolition, History, Link, Succession, SuccessionKind
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

MERGER = date(2025, 7, 1)
OTHER_DAY = date(2025, 8, 1)


def link(one: str, other: str, weight: int | None = None) -> Link:
    return Link(UnitId(one), UnitId(other), weight)


def unit(id_: str, start: date = FIRST, end: date | None = None) -> Unit:
    return Unit(UnitId(id_), id_, Level.PROVINCE, Period(start, end))


def codes(units: list[Unit], successions: list[Succession], abolitions: list[Abolition] | None = None) -> list[str]:
    with pytest.raises(UnitsRefused) as refused:
        History(UnitTree(tuple(units)), tuple(successions), tuple(abolitions or ()))
    return [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("links", "kind"),
    [
        ((link("a", "b"),), SuccessionKind.RENAME),
        ((link("a", "c"), link("b", "c")), SuccessionKind.MERGE),
        ((link("a", "b"), link("a", "c")), SuccessionKind.SPLIT),
        ((link("a", "c"), link("a", "d"), link("b", "d")), SuccessionKind.MIXED),
    ],
)
def test_the_kind_is_read_off_the_links(links: tuple[Link, ...], kind: SuccessionKind) -> None:
    assert Succession(MERGER, links).kind is kind


def test_a_succession_reports_every_contradiction() -> None:
    with pytest.raises(UnitsRefused) as refused:
        Succession(MERGER, (link("a", "b", 0), link("a", "b"), link("b", "c", -1)))
    assert [problem.code for problem in refused.value.problems] == [
        "units.link_twice",
        "units.own_successor",
        "units.weight_not_positive",
        "units.weight_not_positive",
    ]
    with pytest.raises(UnitsRefused) as refused:
        Succession(MERGER, ())
    assert [problem.code for problem in refused.value.problems] == ["units.succession_empty"]


MERGE = Succession(MERGER, (link("a", "c"), link("b", "c")))


@pytest.mark.parametrize(
    ("units", "successions", "expected"),
    [
        ([unit("a", end=MERGER), unit("c", MERGER)], [MERGE], ["units.unknown_unit"]),
        ([unit("a", end=MERGER), unit("b"), unit("c", MERGER)], [MERGE], ["units.does_not_end"]),
        ([unit("a", end=MERGER), unit("b", end=OTHER_DAY), unit("c", MERGER)], [MERGE], ["units.ends_another_day"]),
        ([unit("a", end=MERGER), unit("b", end=MERGER), unit("c", OTHER_DAY)], [MERGE], ["units.begins_another_day"]),
        ([unit("a", end=MERGER)], [], ["units.ends_unexplained"]),
        (
            [unit("a", end=MERGER), unit("b", end=MERGER), unit("c", MERGER), unit("d", MERGER)],
            [MERGE, Succession(MERGER, (link("b", "d"),))],
            ["units.succeeded_twice"],
        ),
        (
            [unit("a", end=MERGER), unit("b", end=MERGER), unit("c", MERGER)],
            [Succession(MERGER, (link("a", "c"),)), Succession(MERGER, (link("b", "c"),))],
            ["units.formed_twice"],
        ),
    ],
)
def test_history_contradictions_have_their_codes(
    units: list[Unit], successions: list[Succession], expected: list[str]
) -> None:
    assert codes(units, successions) == expected


def test_history_reports_everything_at_once() -> None:
    units = [unit("a"), unit("b", end=OTHER_DAY), unit("d", end=MERGER)]
    assert codes(units, [MERGE], [Abolition(UnitId("z"), MERGER)]) == [
        "units.unknown_unit",
        "units.unknown_unit",
        "units.does_not_end",
        "units.ends_another_day",
        "units.ends_unexplained",
    ]


def test_an_abolished_unit_has_no_heirs_and_is_no_contradiction() -> None:
    history = History(UnitTree((unit("huyện", end=MERGER),)), abolitions=(Abolition(UnitId("huyện"), MERGER),))
    assert history.heirs(UnitId("huyện"), on=MERGER) == ()


def test_a_unit_abolished_and_succeeded_has_two_fates() -> None:
    units = [unit("a", end=MERGER), unit("b", end=MERGER), unit("c", MERGER)]
    assert codes(units, [MERGE], [Abolition(UnitId("a"), MERGER)]) == ["units.succeeded_twice"]


def test_heirs_and_origins_turn_on_the_day() -> None:
    history = History(UnitTree((unit("a", end=MERGER), unit("b", end=MERGER), unit("c", MERGER))), (MERGE,))
    eve = date(2025, 6, 30)
    assert [history.heirs(UnitId("a"), on=on) for on in (date(2023, 1, 1), eve, MERGER)] == [(), ("a",), ("c",)]
    assert [history.origins(UnitId("c"), on=on) for on in (date(2023, 1, 1), eve, MERGER)] == [(), ("a", "b"), ("c",)]
    assert history.origins(UnitId("a"), on=MERGER) == ()


@given(histories())
def test_no_unit_is_lost_on_the_way(history: History) -> None:
    event(f"successions={len(history.successions)}")
    today = set(living(history, LAST))
    heirs = {unit: history.heirs(unit, on=LAST) for unit in history.tree.ids}
    assert all(heirs.values())
    assert set().union(*heirs.values()) == today
    assert set().union(*(history.heirs(unit, on=LAST) for unit in living(history, FIRST))) == today


@given(histories())
def test_heirs_and_origins_are_each_others_inverse(history: History) -> None:
    down = {(one, heir) for one in living(history, FIRST) for heir in history.heirs(one, on=LAST)}
    up = {(root, one) for one in living(history, LAST) for root in history.origins(one, on=FIRST)}
    assert down == up
