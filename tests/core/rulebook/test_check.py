"""What is wrong with a rulebook is found before it is signed: every mistake at once, each at its path."""

from collections.abc import Mapping
from typing import Any

import pytest

from thidua.core.errors import RulebookRefused, Severity
from thidua.core.plain import Cursor
from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.parse import read_rulebook

Raw = dict[str, Any]


def leaf(**changes: Any) -> Raw:
    """A criterion that is right."""
    return {"code": "I", "name": "I", "points": "10", "indicator": "r", "rule": "relative_to_best", **changes}


def book(*criteria: Raw, kind: str = "percent", **changes: Any) -> Raw:
    """A rulebook around criteria with one indicator `r`."""
    indicators = changes.pop("indicators", [{"code": "r", "name": "r", "kind": kind}])
    return {
        "rulebook": "b",
        "title": "t",
        "version": "1",
        "valid": {"from": "2024-01-01"},
        "indicators": indicators,
        "criteria": list(criteria) or [leaf()],
        **changes,
    }


def mistakes(raw: object) -> list[tuple[str, str]]:
    """(code, path) of every mistake; none for a rulebook that is right."""
    try:
        parse_rulebook(raw)
    except RulebookRefused as refused:
        return [(problem.code, problem.place.path) for problem in refused.problems]
    return []


def bands(*many: Raw, **changes: Any) -> Raw:
    return leaf(rule={"kind": "bands", "bands": list(many), **changes})


def test_right_rulebook_has_no_mistake() -> None:
    assert mistakes(book()) == []


RATIO_BAND = {"from": "0%", "points": "1"}


def indicators(*codes: str) -> list[Raw]:
    return [{"code": code, "name": code, "kind": "count"} for code in codes]


def group(*parts: Raw, **changes: Any) -> Raw:
    return {"code": "G", "name": "G", "points": "10", "parts": list(parts), **changes}


def emptying(criterion: str) -> list[Raw]:
    """A knock-out that empties a criterion."""
    when = {"indicator": "r", "from": "1%"}
    return [{"code": "K", "name": "k", "when": when, "effect": "zero_group", "criterion": criterion}]


def per_event(**changes: Any) -> list[Raw]:
    return [{"name": "d", "indicator": "r", "rule": {"kind": "per_event", "each": "1"}, **changes}]


DEVIATION = leaf(value="deviation", rule={"kind": "bands", "bands": [{"from": "20", "points": "1"}]})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (book(leaf(), leaf()), ("rulebook.code_twice", "criteria[I]")),
        (book(indicators=indicators("r", "r")), ("rulebook.indicator_twice", "indicators[r]")),
        (
            book(indicators=indicators("r", "x")),
            ("rulebook.indicator_unused", "indicators[x]"),
        ),
        (book(leaf(indicator="y"), leaf(code="II")), ("rulebook.unknown_indicator", "criteria[I]")),
        (book(group(leaf(), points="9")), ("rulebook.parts_do_not_sum", "criteria[G]")),
        (
            book(leaf(), group(points="0")),
            ("rulebook.group_empty", "criteria[G]"),
        ),
        (book(tie_breaks=[{"key": "points_of", "criterion": "X"}]), ("rulebook.unknown_criterion", "tie_breaks[0]")),
        (book(tie_breaks=[{"key": "points_of"}]), ("plain.missing_key", "tie_breaks[0]")),
        (book(leaf(floor="5", cap="4")), ("rulebook.cap_below_floor", "criteria[I]")),
        (book(leaf(points="-1")), ("rulebook.negative_points", "criteria[I].points")),
        (book(leaf(order=["limit", "limit", "bonuses"])), ("rulebook.order_incomplete", "criteria[I].order")),
        (book(leaf(rule="nothing"), leaf(code="II")), ("rulebook.unknown_kind", "criteria[I].rule")),
        (book(leaf(rule="all_or_nothing"), kind="verdict"), ("rulebook.wrong_kind_of_figure", "criteria[I].rule")),
        (book(leaf(rule="entry")), ("rulebook.wrong_kind_of_figure", "criteria[I].rule")),
        (book(bands({"from": "5", "points": "1"})), ("rulebook.number_for_a_percent", "criteria[I].rule.bands[0]")),
        (book(bands(RATIO_BAND), kind="count"), ("rulebook.percent_of_a_number", "criteria[I].rule.bands[0]")),
        (
            book(bands({"from": "9%", "below": "8%", "points": "1"})),
            ("rulebook.band_empty", "criteria[I].rule.bands[0]"),
        ),
        (
            book(bands({"from": "8%", "above": "8%", "points": "1"})),
            ("rulebook.two_lower_ends", "criteria[I].rule.bands[0]"),
        ),
        (
            book(bands({"up_to": "8%", "below": "8%", "points": "1"})),
            ("rulebook.two_upper_ends", "criteria[I].rule.bands[0]"),
        ),
        (
            book(leaf(rule={"kind": "per_step", "start": "90%", "step": "-1%", "each": "1"})),
            ("rulebook.step_not_positive", "criteria[I].rule.step"),
        ),
        (
            book(leaf(rule={"kind": "target_and_leader", "base_share": "50"})),
            ("rulebook.share_out_of_range", "criteria[I].rule.base_share"),
        ),
        (
            book(leaf(rule={"kind": "proportional", "cap": "120"})),
            ("rulebook.share_out_of_range", "criteria[I].rule.cap"),
        ),
        (
            book(leaf(rule={"kind": "proportional", "floor": "80"})),
            ("rulebook.share_out_of_range", "criteria[I].rule.floor"),
        ),
        (
            book(DEVIATION, kind="count"),
            ("rulebook.number_for_a_percent", "criteria[I].rule.bands[0]"),
        ),
        (
            book(leaf(deductions=per_event(cap="0"))),
            ("rulebook.cap_not_positive", "criteria[I].deductions[0]"),
        ),
        (
            book(leaf(bonuses=[{"name": "d", "indicator": "r", "rule": "proportional"}])),
            ("rulebook.adjustment_with_target", "criteria[I].bonuses[0]"),
        ),
        (
            book(group(leaf(), scale_down=True)),
            ("plain.missing_key", "criteria[G]"),
        ),
        (
            book(group(leaf(floor="-1"), cap="5", scale_down=True)),
            ("rulebook.cannot_scale_down", "criteria[G]"),
        ),
        (
            book(knock_outs=emptying("X")),
            ("rulebook.unknown_criterion", "knock_outs[K]"),
        ),
        (
            book(knock_outs=emptying("I")),
            ("rulebook.not_a_group", "knock_outs[K]"),
        ),
        (
            book(knock_outs=[{"code": "K", "name": "k", "when": {"indicator": "r", "passed": "có"}}]),
            ("rulebook.predicate_unclear", "knock_outs[K].when"),
        ),
        (book(valid={"from": "2024-02-01", "to": "2024-01-01"}), ("timeline.empty_period", "valid")),
        (book(places="9"), ("rulebook.places_out_of_range", "places")),
        (book(leaf(poinst="3")), ("plain.unknown_key_near", "criteria[I].poinst")),
    ],
    ids=lambda case: case[0] if isinstance(case, tuple) else "",
)  # fmt: skip
def test_mistake_is_found_at_its_path(raw: Raw, expected: tuple[str, str]) -> None:
    assert mistakes(raw) == [expected]


def test_hole_at_exactly_98_is_found_though_the_rest_gets_nothing() -> None:
    """Table B of Tiền Giang as printed: >98 → 5, 97 to below 98 → 4, otherwise 0."""
    printed = (
        {"above": "98%", "points": "5"},
        {"from": "97%", "below": "98%", "points": "4"},
        {"from": "96%", "below": "97%", "points": "3"},
    )
    assert mistakes(book(bands(*printed, otherwise="0"))) == [("rulebook.bands_hole", "criteria[I].rule")]
    mended = ({"from": "98%", "points": "5"}, *printed[1:])
    assert mistakes(book(bands(*mended, otherwise="0"))) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"up_to": "5%"}, {"from": "5%"}, "rulebook.bands_overlap"),
        ({"up_to": "6%"}, {"from": "5%"}, "rulebook.bands_overlap"),
        ({"below": "5%"}, {"above": "5%"}, "rulebook.bands_hole"),
        ({"up_to": "4%"}, {"from": "5%"}, "rulebook.bands_hole"),
        ({"up_to": "5%"}, {"above": "5%"}, None),
        ({"below": "5%"}, {"from": "5%"}, None),
        ({}, {"from": "5%"}, "rulebook.bands_overlap"),
    ],
)
def test_ends_of_neighbouring_bands(first: Raw, second: Raw, expected: str | None) -> None:
    found = mistakes(book(bands({**second, "points": "2"}, {**first, "points": "1"})))
    assert found == ([] if expected is None else [(expected, "criteria[I].rule")])


def test_all_mistakes_come_at_once_in_reading_order() -> None:
    raw = book(leaf(rule="nothing", points="x"), {"code": "II"}, places="9", colour="red")
    found = mistakes(raw)
    assert sorted(found) == sorted(
        [
            ("plain.unknown_key", "colour"),
            ("numbers.letters", "criteria[I].points"),
            ("rulebook.unknown_kind", "criteria[I].rule"),
            ("plain.missing_key", "criteria[II]"),
            ("plain.missing_key", "criteria[II]"),
            ("plain.missing_key", "criteria[II]"),
            ("rulebook.places_out_of_range", "places"),
        ]
    )


@pytest.mark.parametrize("raw", [None, "x", [], 7, {}, {"criteria": []}])
def test_what_is_no_rulebook_is_refused(raw: object) -> None:
    assert mistakes(raw) != []


def test_every_percentage_carries_its_sign_in_every_shape() -> None:
    shapes: Mapping[str, Raw] = {
        "all_or_nothing": {"need": "95"},
        "per_step": {"start": "92", "step": "1", "each": "1"},
    }
    for name, parameters in shapes.items():
        found = mistakes(book(leaf(rule={"kind": name, **parameters})))
        assert {code for code, _path in found} == {"rulebook.number_for_a_percent"}
        assert len(found) == len([key for key in parameters if key != "each"])


def warnings(raw: object) -> list[tuple[str, str]]:
    """(code, path) of what is worth a look in a rulebook that may be used."""
    rulebook, problems = read_rulebook(Cursor(raw))
    assert rulebook is not None
    return [(problem.code, problem.place.path) for problem in problems if problem.severity is Severity.WARNING]


def capped(cap: str) -> Raw:
    bonus = {"name": "b", "indicator": "r", "cap": cap, "rule": {"kind": "bands", "bands": [{"points": "2"}]}}
    return book(leaf(bonuses=[bonus]))


def test_a_cap_that_is_never_met_is_worth_a_look() -> None:
    assert warnings(capped("3")) == [("rulebook.cap_never_met", "criteria[I].bonuses[0].cap")]
    assert warnings(capped("2")) == warnings(capped("1,5")) == []


def test_a_target_that_no_rule_uses_is_worth_a_look() -> None:
    assert warnings(book(leaf(target="75%"))) == [("rulebook.target_unused", "criteria[I].target")]
    assert warnings(book(leaf(target="75%", rule="proportional"))) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            book(group(leaf(rule="proportionel"), points="10"), indicators=indicators("r")),
            [("rulebook.unknown_kind", "criteria[G].parts[I].rule")],
        ),
        (
            book(group(leaf(rule="nothing", points="4"), leaf(code="II", points="6"), points="10")),
            [("rulebook.unknown_kind", "criteria[G].parts[I].rule")],
        ),
        (
            book(
                group(leaf(rule="nothing"), leaf(code="II"), points="10"),
                tie_breaks=[{"key": "points_of", "criterion": "I"}],
            ),
            [("rulebook.unknown_kind", "criteria[G].parts[I].rule")],
        ),
        (
            book(leaf(bonuses=[{"name": "d", "indicator": "x", "rule": "nothing"}]), indicators=indicators("r", "x")),
            [("rulebook.unknown_kind", "criteria[I].bonuses[0].rule")],
        ),
        (
            book(leaf(indicator="x"), indicators=[{"code": "x", "name": "x", "kind": "shares"}]),
            [("plain.unknown_choice", "indicators[x].kind")],
        ),
        (
            book(
                leaf(),
                total={"bonuses": [{"name": "d", "indicator": "x", "rule": "nothing"}]},
                indicators=indicators("r", "x"),
            ),
            [("rulebook.unknown_kind", "total.bonuses[0].rule")],
        ),
        (
            book(group(leaf(rule="nothing"), points="10"), group(leaf(code="II"), code="H", points="9")),
            [("rulebook.unknown_kind", "criteria[G].parts[I].rule"), ("rulebook.parts_do_not_sum", "criteria[H]")],
        ),
    ],
)
def test_what_follows_from_an_unreadable_entry_is_not_told_again(raw: Raw, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(RulebookRefused) as refused:
        parse_rulebook(raw)
    assert [(problem.code, problem.place.path) for problem in refused.value.problems] == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("relative_to_best", [("rulebook.award_without_points", "total.bonuses[0].rule")]),
        ({"kind": "rank_points", "each": "1"}, [("rulebook.award_without_points", "total.bonuses[0].rule")]),
        ({"kind": "rank_points", "first": "5", "each": "1"}, []),
        ("balance", [("rulebook.award_without_points", "total.bonuses[0].rule")]),
        ({"kind": "balance", "start": "5"}, []),
        ({"kind": "per_event", "each": "5"}, []),
    ],
)
def test_a_bonus_on_the_total_must_name_its_points(rule: object, expected: list[tuple[str, str]]) -> None:
    award = {"name": "cờ", "indicator": "x", "rule": rule}
    raw = book(
        leaf(),
        total={"bonuses": [award]},
        indicators=[*indicators("r"), {"code": "x", "name": "x", "kind": "count", "year": "2023"}],
    )
    assert mistakes(raw) == expected
