"""Warnings on last year's figures: each trap is found where it is, and not where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua.core.errors import Problem, Severity
from thidua.core.kinds.bands import Band, Bands
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.scoring.figures import FigureValue, Member
from thidua.core.season import Season
from thidua.core.states import State
from thidua.core.trial.cliffs import Near
from thidua.core.trial.fairness import Thresholds, fairness_warnings, find_unfairness
from thidua.core.trial.trying import try_rulebook
from thidua.words.language import Language
from thidua.words.say import describe
from trial_cases import UNITS, Raw, book, days, numbers, rates, season, shares, worked_rulebook, worked_season

BANDS = {"kind": "bands", "bands": [
    {"from": "92%", "points": "20"}, {"from": "90%", "below": "92%", "points": "18"}, {"below": "90%", "points": "14"},
]}  # fmt: skip


def one(
    rule: object,
    values: list[FigureValue | State],
    *,
    kind: str = "share",
    points: str = "20",
    targets: list[Number | Rate | None] | None = None,
    direction: str = "more",
    units: tuple[Member, ...] = UNITS,
    **more: object,
) -> Season:
    """A season of one criterion over one indicator."""
    indicator: Raw = {"code": "x", "name": "Chỉ số X", "kind": kind, "direction": direction}
    criterion: Raw = {"code": "I", "name": "Tiêu chí", "points": points, "indicator": "x", "rule": rule, **more}
    return season(book([criterion], [indicator]), {"x": values}, {"x": targets} if targets else {}, units=units)


def warnings(given: Season, code: str, thresholds: Thresholds | None = None) -> list[Problem]:
    trial = try_rulebook(given, given.rulebook)
    found = find_unfairness(trial, thresholds=thresholds or Thresholds())
    return [problem for problem in found if problem.code.startswith(f"fairness.{code}")]


def told(problem: Problem, *keys: str) -> tuple[object, ...]:
    return tuple(problem.data[key] for key in keys)


# cliffs


def test_a_unit_at_the_edge_of_a_band_is_named_with_what_one_case_changes() -> None:
    (cliff,) = warnings(one(BANDS, [*shares("477/520", "45/50", "300/320")]), "cliff")
    assert told(cliff, "units", "value", "points", "other", "others", "full") == (
        ("Long An",), Counts(45, 50, NumberKind.SHARE), Number(18),
        Counts(44, 50, NumberKind.SHARE), Number(14), Number(20),
    )  # fmt: skip
    assert (cliff.severity, cliff.place.path) == (Severity.WARNING, "criteria[I].rule")


def test_the_larger_of_two_jumps_is_told() -> None:
    bands = {"kind": "bands", "bands": [
        {"from": "52%", "points": "20"},
        {"from": "50%", "below": "52%", "points": "17"},
        {"below": "50%", "points": "10"},
    ]}  # fmt: skip
    (cliff,) = warnings(one(bands, [*shares("26/51", "10/100", "90/100")]), "cliff")
    assert told(cliff, "points", "others") == (Number(17), Number(10))


@pytest.mark.parametrize(("share", "count"), [("15", 1), ("20", 1), ("20.01", 0)])
def test_a_jump_of_exactly_the_stated_share_counts(share: str, count: int) -> None:
    thresholds = Thresholds(cliff=Near(share=Rate(Number.parse(share))))
    assert len(warnings(one(BANDS, [*shares("45/50", "20/50", "300/320")]), "cliff", thresholds)) == count


@pytest.mark.parametrize(("cases", "count"), [(1, 0), (2, 0), (3, 1)])
def test_how_near_is_near_is_a_parameter(cases: int, count: int) -> None:
    thresholds = Thresholds(cliff=Near(cases=cases))  # 87/100 is three cases below 90 %
    assert len(warnings(one(BANDS, [*shares("87/100", "50/100", "60/100")]), "cliff", thresholds)) == count


def test_units_with_the_same_figure_at_the_same_edge_are_named_together() -> None:
    (cliff,) = warnings(one("all_or_nothing", [*shares("20/20", "20/20", "10/20")]), "cliff")
    assert told(cliff, "units", "points", "others") == (("Tây Ninh", "Long An"), Number(20), Number(0))


def test_a_rate_without_counts_steps_by_a_tenth_of_a_point() -> None:
    (cliff,) = warnings(one(BANDS, [*rates("90", "89.8", "95")], kind="percent"), "cliff")
    assert told(cliff, "units", "value", "other") == (("Tây Ninh",), Rate(Number(90)), Rate(Number(899, 1)))
    found = warnings(one(BANDS, [*rates("89.95", "89.8", "95")], kind="percent"), "cliff")
    assert [told(cliff, "units", "other") for cliff in found] == [(("Tây Ninh",), Rate(Number(9005, 2)))]


def test_a_day_steps_by_a_day() -> None:
    bands = {"kind": "bands", "bands": [{"from": "0", "points": "10"}, {"below": "0", "points": "2"}]}
    early = {"kind": "working_days_early", "due": "15/11/2024"}
    given = one(bands, [*days("2024-11-15", "2024-11-11", "2024-11-25")], kind="day", points="10", value=early)
    (cliff,) = warnings(given, "cliff")
    assert told(cliff, "units", "points", "others") == (("Tây Ninh",), Number(10), Number(2))


def test_a_share_never_steps_beyond_the_whole_nor_below_nothing() -> None:
    bands = {"kind": "bands", "bands": [
        {"above": "100%", "points": "20"},
        {"above": "0%", "up_to": "100%", "points": "10"},
        {"up_to": "0%", "points": "0"},
    ]}  # fmt: skip
    (cliff,) = warnings(one(bands, [*shares("20/20", "0/20", "10/20")]), "cliff")
    assert told(cliff, "units", "points", "others") == (("Long An",), Number(0), Number(10))


def test_only_the_target_is_an_edge_of_target_and_leader() -> None:
    rule = {"kind": "target_and_leader"}
    targets: list[Number | Rate | None] = [Number(10)] * 3
    met = one(rule, [*numbers("10", "3", "11")], kind="count", targets=targets)
    assert [told(cliff, "units", "points", "others") for cliff in warnings(met, "cliff")] == [
        (("Tây Ninh",), Number(10), Number(20)),  # 11 would be level with the leader
        (("Bình Phước",), Number(20), Number(10)),
    ]
    below = one(rule, [*numbers("1", "3", "20")], kind="count", points="100", targets=[Number(4)] * 3)
    assert warnings(below, "cliff") == []  # 1 of 4 is an eighth of the points, 3 to 4 another eighth: no edge


def test_a_relative_rule_is_asked_for_one_unit_at_a_time() -> None:
    rule, targets = {"kind": "target_and_leader"}, [Number(10)] * 3
    given = one(rule, [*numbers("10", "10", "10")], kind="count", targets=[*targets])
    # Each unit alone would become the leader; together they would only move the scale.
    (cliff,) = warnings(given, "cliff")
    assert told(cliff, "units", "points", "others") == (("Tây Ninh", "Long An", "Bình Phước"), Number(10), Number(20))


def test_so_much_per_event_is_no_cliff() -> None:
    given = one({"kind": "per_event", "each": "5"}, [*numbers("1", "2", "3")], kind="count")
    assert warnings(given, "cliff") == []


def test_the_edge_of_a_class_is_an_edge() -> None:
    classes = [
        {"below": "1000", "bands": [{"from": "5%", "points": "10"}, {"below": "5%", "points": "0"}]},
        {"from": "1000", "bands": [{"from": "5%", "points": "20"}, {"below": "5%", "points": "0"}]},
    ]
    indicators: list[Raw] = [
        {"code": "x", "name": "Sớm", "kind": "percent"},
        {"code": "n", "name": "Hồ sơ", "kind": "count"},
    ]
    rule = {"kind": "two_key_bands", "by": "n", "classes": classes}
    criterion: Raw = {"code": "I", "name": "Tiêu chí", "points": "20", "indicator": "x", "rule": rule}
    given = season(book([criterion], indicators), {"x": rates("8", "9", "10"), "n": numbers("999", "200", "2000")})
    (cliff,) = warnings(given, "cliff")
    assert told(cliff, "units", "indicator", "value", "other") == (("Tây Ninh",), "Hồ sơ", Number(999), Number(1000))


def test_a_hole_in_the_bands_is_left_to_the_checker() -> None:
    given = one(BANDS, [*shares("51/100", "20/100", "90/100")])
    leaf, half = given.rulebook.criteria[0].leaf, Rate(Number(50))
    assert leaf is not None
    holed = replace(leaf, shape=Bands(bands=(Band(above=half, points=Number(20)), Band(below=half, points=Number(0)))))
    book_with_hole = replace(given.rulebook, criteria=(replace(given.rulebook.criteria[0], body=holed),))
    assert warnings(replace(given, rulebook=book_with_hole), "cliff") == []


# groups of one


def test_a_unit_alone_without_a_target_is_named() -> None:
    given = one(
        {"kind": "target_and_leader"}, [*numbers("9", "12", "1")], kind="count", targets=[Number(10), Number(10), None]
    )
    (alone,) = warnings(given, "group_of_one")
    assert (alone.code, *told(alone, "unit", "points")) == (
        "fairness.group_of_one_without_target", "Bình Phước", Number(20),
    )  # fmt: skip


def test_two_without_a_target_compare_with_each_other() -> None:
    given = one(
        {"kind": "target_and_leader"}, [*numbers("9", "12", "1")], kind="count", targets=[Number(10), None, None]
    )
    assert warnings(given, "group_of_one") == []


@pytest.mark.parametrize("rule", ["relative_to_best", {"kind": "rank_points", "each": "1"}])
def test_a_rule_that_compares_finds_only_one(rule: object) -> None:
    values: list[FigureValue | State] = [Number(9), State.NOT_ASSIGNED, State.NOT_ASSIGNED]
    (alone,) = warnings(one(rule, values, kind="count"), "group_of_one")
    assert (alone.code, *told(alone, "unit", "points")) == ("fairness.group_of_one", "Tây Ninh", Number(20))
    assert warnings(one(rule, [Number(9), Number(8), State.NOT_ASSIGNED], kind="count"), "group_of_one") == []


def test_a_cluster_of_its_own_is_a_group_of_one() -> None:
    units = (UNITS[0], UNITS[1], replace(UNITS[2], cluster="Cụm khác"))
    (alone,) = warnings(one("relative_to_best", [*numbers("9", "8", "7")], kind="count", units=units), "group_of_one")
    assert told(alone, "unit") == ("Bình Phước",)


def test_a_rule_for_each_unit_alone_has_no_groups() -> None:
    given = one({"kind": "per_event", "each": "1"}, [Number(9), State.NOT_ASSIGNED, State.NOT_ASSIGNED], kind="count")
    assert warnings(given, "group_of_one") == []


# leaders that swallow the scale


@pytest.mark.parametrize(("leader", "count"), [("110", 1), ("109", 0)])
def test_a_leader_that_leaves_others_a_tenth_of_the_scale(leader: str, count: int) -> None:
    values = [*numbers(leader, "20", "15")]  # targets 10: x = 10, and 1 is exactly a tenth of it
    given = one({"kind": "target_and_leader"}, values, kind="count", targets=[Number(10)] * 3)
    found = warnings(given, "leader_swallows")
    assert [told(each, "units", "others", "second", "points") for each in found] == [
        (("Tây Ninh",), 2, "Long An", Number(11))
    ] * count


def test_a_leader_over_units_below_their_target_swallows_nothing() -> None:
    given = one({"kind": "target_and_leader"}, [*numbers("110", "9", "9")], kind="count", targets=[Number(10)] * 3)
    assert warnings(given, "leader_swallows") == []


def test_leaders_by_result_and_relative_to_best_swallow_too() -> None:
    by_result = {"kind": "target_and_leader", "leader_by": "A"}
    given = one(by_result, [*numbers("200", "20", "15")], kind="count", targets=[Number(10)] * 3)
    assert [told(each, "second", "points") for each in warnings(given, "leader_swallows")] == [("Long An", Number(11))]
    given = one("relative_to_best", [*numbers("200", "20", "15")], kind="count")
    assert [told(each, "second", "points") for each in warnings(given, "leader_swallows")] == [("Long An", Number(2))]
    assert warnings(one("relative_to_best", [*numbers("200", "21", "15")], kind="count"), "leader_swallows") == []


def test_each_cluster_has_its_own_leader() -> None:
    units = (UNITS[0], UNITS[1], replace(UNITS[2], cluster="Cụm khác"))
    given = one("relative_to_best", [*numbers("200", "20", "15")], kind="count", units=units)
    assert [told(each, "others") for each in warnings(given, "leader_swallows")] == [(1,)]


# dead criteria


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (("20", "20", "20"), "fairness.dead_at_full"),
        (("0", "0", "0"), "fairness.dead_at_zero"),
        (("7.5", "7.50", "7.5"), "fairness.dead"),
    ],
)
def test_a_criterion_that_tells_nobody_apart(values: tuple[str, ...], code: str) -> None:
    given = season(book([{"code": "I", "name": "Chấm", "points": "20", "rule": "entry"}]), {"I": numbers(*values)})
    (dead,) = warnings(given, "dead")
    assert (dead.code, dead.place.path, *told(dead, "units", "name")) == (code, "criteria[I]", 3, "Chấm")


def test_points_are_compared_as_printed_and_one_unit_is_not_enough() -> None:
    rule = {"kind": "proportional", "of": "whole"}
    assert len(warnings(one(rule, [*shares("1/3", "333333/1000000", "3333/10000")], points="1"), "dead")) == 1
    assert warnings(one(rule, [*shares("1/3", "333333/1000000", "34/100")], points="1"), "dead") == []
    lonely: list[FigureValue | State] = [*shares("1/3"), State.NOT_ASSIGNED, State.NOT_ASSIGNED]
    assert warnings(one(rule, lonely, points="1"), "dead") == []


# easy targets


@pytest.mark.parametrize(("least", "count"), [("12", 1), ("11", 0)])
def test_a_target_that_all_exceed_by_far(least: str, count: int) -> None:
    given = one("proportional", [*numbers("30", least, "15")], kind="count", targets=[Number(10)] * 3)
    found = warnings(given, "easy_target")
    assert [told(each, "unit", "degree", "units") for each in found] == [("Long An", Rate(Number(120)), 3)] * count
    assert [each.place.path for each in found] == ["criteria[I].target"] * count


def test_an_easy_target_where_less_is_better() -> None:
    given = one("proportional", [*numbers("5", "8", "0")], kind="count", direction="less", targets=[Number(10)] * 3)
    assert [told(each, "unit", "degree") for each in warnings(given, "easy_target")] == [("Long An", Rate(Number(125)))]


def test_units_without_a_target_do_not_make_it_hard_or_easy() -> None:
    rule = {"kind": "target_and_leader"}
    given = one(rule, [*numbers("12", "13", "1")], kind="count", targets=[Number(10), Number(10), None])
    assert [told(each, "units") for each in warnings(given, "easy_target")] == [(2,)]
    given = one(rule, [*numbers("12", "13", "1")], kind="count", targets=[Number(10), None, None])
    assert warnings(given, "easy_target") == []


def test_a_target_of_the_rulebook_and_a_deviation_are_looked_at_too() -> None:
    fixed = one("target_and_leader", [*rates("95", "96", "97")], kind="percent", target="75%")
    assert [told(each, "unit", "degree") for each in warnings(fixed, "easy_target")] == [
        ("Tây Ninh", Rate(Number(1267, 1)))
    ]
    bands = {"kind": "bands", "bands": [{"from": "20%", "points": "20"}, {"below": "20%", "points": "5"}]}
    given = one(bands, [*numbers("24", "25", "30")], kind="count", value="deviation", targets=[Number(20)] * 3)
    assert [told(each, "unit", "degree") for each in warnings(given, "easy_target")] == [
        ("Tây Ninh", Rate(Number(120)))
    ]


# the whole


def test_what_cannot_be_tried_is_warned_of_after_the_rest() -> None:
    found = fairness_warnings(worked_season(), worked_rulebook())
    assert [(one.code, one.place.path, one.severity) for one in found] == [
        ("fairness.untried_not_reported", "criteria[I.4]", Severity.WARNING)
    ]


def test_warnings_stand_in_reading_order_and_are_told_in_both_languages() -> None:
    entered = [{"code": f"I.{n}", "name": f"Việc {n}", "points": "10", "rule": "entry"} for n in (2, 1, 3)]
    given = season(book(entered), {f"I.{n}": numbers("5", "5", "5") for n in (1, 2, 3)})
    found = fairness_warnings(given, given.rulebook)
    assert [one.place.path for one in found] == ["criteria[I.2]", "criteria[I.1]", "criteria[I.3]"]
    assert describe(found[0], Language.VI) == (
        "criteria[I.2]: Tiêu chí I.2 (Việc 2): cả 3 đơn vị cùng được 5,00 trên 10 điểm, tiêu chí không phân biệt được "
        "ai. Nên xem lại mức điểm hoặc cách tính."
    )
    assert describe(found[0], Language.EN).startswith(
        "criteria[I.2]: Criterion I.2 (Việc 2): all 3 units have 5.00 of 10"
    )


def test_a_secret_criterion_is_warned_of_by_code() -> None:
    secret: Raw = {"code": "I", "name": "Bí mật", "points": "10", "rule": "entry", "secrecy": "code_only"}
    given = season(book([secret]), {"I": numbers("5", "5", "5")})
    (dead,) = fairness_warnings(given, given.rulebook)
    assert told(dead, "name") == ("I",)
