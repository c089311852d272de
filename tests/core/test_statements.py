"""Statements about the cluster: strictly above or at least, in the order of speaking, and sums of counts only."""

from dataclasses import replace

import pytest

from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Member, Target
from thidua.core.statements import Against, Comparator, Statement, StatementRule, state
from thidua.core.states import Stage, State

NAMES = ("Tây Ninh", "Bình Dương", "Bình Phước", "Long An", "Đồng Nai")
UNITS = tuple(Member(name, f"Công an {name}") for name in NAMES)
SPOKEN = ("Tây Ninh", "Long An", "Bình Phước")
SERIOUS = StatementRule(
    code="rnt",
    indicators=("rnt",),
    comparator=Comparator.ABOVE,
    threshold=Rate(Number(90)),
    wording="{count} đơn vị đạt trên {threshold}: {list}",
)
RATES = {"Tây Ninh": "931", "Bình Dương": "880", "Bình Phước": "902", "Long An": "9557", "Đồng Nai": "765"}


def rate(digits: str) -> Rate:
    return Rate(Number(int(digits), 2 if len(digits) == 4 else 1))


def table(values: dict[str, FigureValue], *, indicator: str = "rnt", units: tuple[Member, ...] = UNITS) -> FigureTable:
    said = tuple(
        Figure(unit=unit, indicator=indicator, stage=Stage.AGREED, value=value) for unit, value in values.items()
    )
    targets = tuple(Target(unit=unit.code, indicator=indicator, value=Rate(Number(75))) for unit in units)
    return FigureTable(units, said, targets, Stage.AGREED)


def rates(**changes: str) -> dict[str, FigureValue]:
    return {unit: rate(digits) for unit, digits in (RATES | changes).items()}


def named(statement: Statement) -> list[str]:
    return [one.unit.code for one in statement.passing]


def test_three_of_five_are_above_90_in_the_order_of_speaking() -> None:
    """Row 8 of the conference: Tây Ninh 93,1%, Long An 95,57%, Bình Phước 90,2%."""
    said = state(SERIOUS, table(rates()), SPOKEN)
    assert said.count == (3, 5)
    assert [(one.unit.code, one.figures) for one in said.passing] == [
        ("Tây Ninh", (Rate(Number(931, 1)),)),
        ("Long An", (Rate(Number(9557, 2)),)),
        ("Bình Phước", (Rate(Number(902, 1)),)),
    ]
    assert said.sum is None


def test_exactly_90_is_not_above_90_but_at_least_90() -> None:
    values = table(rates(**{"Bình Phước": "900"}))
    assert named(state(SERIOUS, values, SPOKEN)) == ["Tây Ninh", "Long An"]
    assert state(SERIOUS, values, SPOKEN).count == (2, 5)
    at_least = replace(SERIOUS, comparator=Comparator.AT_LEAST)
    assert named(state(at_least, values, SPOKEN)) == ["Tây Ninh", "Long An", "Bình Phước"]


@pytest.mark.parametrize(
    ("comparator", "passing"),
    [
        (Comparator.ABOVE, ["Long An"]),
        (Comparator.AT_LEAST, ["Tây Ninh", "Long An"]),
        (Comparator.BELOW, ["Bình Phước", "Bình Dương", "Đồng Nai"]),
        (Comparator.AT_MOST, ["Tây Ninh", "Bình Phước", "Bình Dương", "Đồng Nai"]),
    ],
)
def test_four_comparators_at_their_very_edge(comparator: Comparator, passing: list[str]) -> None:
    rule = replace(SERIOUS, comparator=comparator, threshold=Rate(Number(931, 1)))
    assert named(state(rule, table(rates()), SPOKEN)) == passing


def test_order_of_speaking_is_stored_not_sorted_by_result() -> None:
    assert named(state(SERIOUS, table(rates()), ("Bình Phước", "Tây Ninh", "Long An"))) == [
        "Bình Phước",
        "Tây Ninh",
        "Long An",
    ]


def test_units_outside_the_order_follow_in_the_clusters_order() -> None:
    assert named(state(SERIOUS, table(rates(**{"Bình Dương": "990"})), ("Long An", "nobody"))) == [
        "Long An",
        "Tây Ninh",
        "Bình Dương",
        "Bình Phước",
    ]


def test_unit_named_twice_in_the_order_speaks_once() -> None:
    said = state(SERIOUS, table(rates()), ("Tây Ninh", "Long An", "Tây Ninh"))
    assert (named(said), said.count) == (["Tây Ninh", "Long An", "Bình Phước"], (3, 5))


def test_sixth_unit_is_counted() -> None:
    units = (*UNITS, Member("Tiền Giang", "Công an Tiền Giang"))
    said = state(SERIOUS, table({**rates(), "Tiền Giang": rate("991")}, units=units), SPOKEN)
    assert (said.count, named(said)[-1]) == ((4, 6), "Tiền Giang")


def test_all_five_are_above_their_targets() -> None:
    """Row 7: 05/05 above 75%, the ministry's target."""
    rule = replace(SERIOUS, against=Against.TARGET, threshold=None)
    assert state(rule, table(rates()), SPOKEN).count == (5, 5)
    assert state(rule, table(rates(**{"Đồng Nai": "750"})), SPOKEN).count == (4, 5)


def test_unit_without_a_figure_passes_nothing_and_is_named() -> None:
    values = rates()
    del values["Long An"]
    said = state(SERIOUS, table(values), SPOKEN)
    assert (said.count, [unit.code for unit in said.unreported]) == ((2, 5), ["Long An"])


def test_counts_add_up_and_a_bare_rate_has_no_sum() -> None:
    counts: dict[str, FigureValue] = {
        name: Counts(numerator, denominator, NumberKind.RESULT_TARGET)
        for name, (numerator, denominator) in zip(
            NAMES, ((612, 310), (540, 300), (500, 268), (520, 280), (490, 280)), strict=True
        )
    }
    assert state(SERIOUS, table(counts), SPOKEN).sum == Counts(2662, 1438, NumberKind.RESULT_TARGET)
    assert state(SERIOUS, table({**counts, "Long An": rate("931")}), SPOKEN).sum is None


def test_several_fields_are_met_only_together_and_unassigned_ones_say_nothing() -> None:
    rule = replace(SERIOUS, indicators=("kinh-te", "moi-truong"), threshold=Number(10))
    said = [("Tây Ninh", 11, 11), ("Long An", 11, 10), ("Đồng Nai", 12, None)]
    figures: list[Figure] = []
    for unit, economy, environment in said:
        figures.append(Figure(unit=unit, indicator="kinh-te", stage=Stage.SELF, value=Number(economy)))
        value = None if environment is None else Number(environment)
        given = State.NOT_ASSIGNED if environment is None else State.REPORTED
        figures.append(Figure(unit=unit, indicator="moi-truong", stage=Stage.SELF, value=value, state=given))
    units = tuple(Member(unit, unit) for unit, *_rest in said)
    found = state(rule, FigureTable(units, tuple(figures), (), Stage.SELF), ())
    assert named(found) == ["Tây Ninh", "Đồng Nai"]
    assert found.sum is None
