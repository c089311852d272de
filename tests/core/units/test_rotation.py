"""Turns of the chair: years, turns passed over, and units that no longer exist."""

from datetime import date

import pytest

from thidua.core.errors import UnitsRefused
from thidua.core.timeline import Period
from thidua.core.units.rotation import Due, RotationPlan, Turn, TurnState, Vanished
from thidua.core.units.succession import Abolition, History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

MERGER = date(2025, 7, 1)
TAY_NINH, LONG_AN, BINH_DUONG, DONG_NAI = map(UnitId, ("tay-ninh", "long-an", "binh-duong", "dong-nai"))
NEW_TAY_NINH, GONE = UnitId("tay-ninh-2025"), UnitId("gone")


def unit(id_: UnitId, start: date = date(2020, 1, 1), end: date | None = None) -> Unit:
    return Unit(id_, id_, Level.PROVINCE, Period(start, end))


HISTORY = History(
    UnitTree(
        (
            unit(TAY_NINH, end=MERGER),
            unit(LONG_AN, end=MERGER),
            unit(NEW_TAY_NINH, MERGER),
            unit(DONG_NAI),
            unit(GONE, end=MERGER),
        )
    ),
    (Succession(MERGER, (Link(TAY_NINH, NEW_TAY_NINH), Link(LONG_AN, NEW_TAY_NINH))),),
    (Abolition(GONE, MERGER),),
)


def test_each_turn_is_a_year_and_a_skipped_one_moves_the_others_up() -> None:
    skipped = Turn(LONG_AN, TurnState.SKIPPED, "xin hoãn")
    plan = RotationPlan(2024, (Turn(TAY_NINH), skipped, Turn(DONG_NAI)))
    assert plan.due() == (Due(Turn(TAY_NINH), 2024), Due(skipped, None), Due(Turn(DONG_NAI), 2025))
    assert [plan.in_year(year) for year in (2023, 2024, 2025, 2026)] == [None, Turn(TAY_NINH), Turn(DONG_NAI), None]


def test_a_replaced_turn_gives_its_year_to_the_unit_elected() -> None:
    plan = RotationPlan(2025, (Turn(LONG_AN, TurnState.REPLACED, "hợp nhất"), Turn(NEW_TAY_NINH), Turn(DONG_NAI)))
    assert plan.in_year(2025) == Turn(NEW_TAY_NINH)
    assert plan.in_year(2026) == Turn(DONG_NAI)


def test_units_that_vanished_are_told_with_their_heirs_and_nobody_takes_their_place() -> None:
    plan = RotationPlan(2024, (Turn(TAY_NINH), Turn(LONG_AN), Turn(GONE), Turn(DONG_NAI)))
    assert plan.vanished(HISTORY, on=date(2025, 6, 30)) == ()
    assert plan.vanished(HISTORY, on=MERGER) == (Vanished(LONG_AN, 2025, (NEW_TAY_NINH,)), Vanished(GONE, 2026, ()))
    assert plan.in_year(2025) == Turn(LONG_AN)


def test_a_plan_without_turns_and_a_turn_without_reason_are_refused() -> None:
    with pytest.raises(UnitsRefused) as empty:
        RotationPlan(2024, ())
    assert [problem.code for problem in empty.value.problems] == ["units.rotation_empty"]
    with pytest.raises(UnitsRefused) as silent:
        RotationPlan(2024, (Turn(TAY_NINH, TurnState.SKIPPED), Turn(LONG_AN, TurnState.REPLACED)))
    assert [problem.code for problem in silent.value.problems] == ["units.turn_without_reason"] * 2
