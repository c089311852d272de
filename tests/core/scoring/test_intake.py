"""Intake without any file: the same rows of cells that grid, workbook and CSV hand over."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.reading import read_number, read_spreadsheet_number
from thidua.core.rulebook import Rulebook, parse_rulebook
from thidua.core.scoring.cells import EMPTY, Cell, FigureRow, Scope, SeasonUnit, TargetRow
from thidua.core.scoring.figures import Nature
from thidua.core.scoring.intake import Taken, take_in
from thidua.core.scoring.lookup import point_bounds
from thidua.core.states import Stage, State
from thidua.core.timeline import Period

TAY_NINH = SeasonUnit(code="tay-ninh", name="Công an tỉnh Tây Ninh", short="Tây Ninh")
LONG_AN = SeasonUnit(code="long-an", name="Công an tỉnh Long An", short="Long An")
MERGED = SeasonUnit(code="cu", name="Đơn vị cũ", valid=Period(date(2020, 1, 1), date(2024, 7, 1)))
YEAR = Period(date(2024, 1, 1), date(2025, 1, 1))

RULEBOOK = {
    "rulebook": "thu",
    "title": "Bảng điểm thử",
    "version": "1",
    "valid": {"from": "2024-01-01"},
    "indicators": [
        {"code": "ty-le", "name": "Tỷ lệ", "kind": "percent"},
        {"code": "vu", "name": "Vụ", "kind": "share"},
        {"code": "bai", "name": "Bài", "kind": "count"},
        {"code": "tang", "name": "Tăng", "kind": "decimal"},
    ],
    "criteria": [
        {"code": "A", "name": "A", "points": "10", "indicator": "ty-le", "rule": "target_and_leader"},
        {"code": "B", "name": "B", "points": "10", "indicator": "vu", "rule": {"kind": "proportional", "of": "whole"}},
        {"code": "C", "name": "C", "points": "10", "indicator": "bai", "rule": "proportional"},
        {"code": "D", "name": "D", "points": "5", "rule": "entry"},
        {"code": "E", "name": "E", "points": "5", "rule": {"kind": "range", "least": "3", "most": "5"}},
        {"code": "F", "name": "F", "points": "5", "rule": "pass_fail", "evidence": "required"},
        {
            "code": "G",
            "name": "G",
            "points": "5",
            "indicator": "tang",
            "value": {"kind": "deviation"},
            "rule": {"kind": "per_step", "start": "0%", "step": "1%", "each": "0,1"},
        },
    ],
}


def rulebook() -> Rulebook:
    return parse_rulebook(RULEBOOK)


def scope(**changes: object) -> Scope:
    given: dict[str, object] = {"units": (TAY_NINH, LONG_AN, MERGED), "rulebook": rulebook(), "data": YEAR}
    return Scope(**(given | changes))  # type: ignore[arg-type]


def cell(value: str | float | bool | date, name: str = "") -> Cell:
    """A cell as a workbook would hand it over."""
    place = Place("a.xlsx", "S", name)
    if isinstance(value, bool):
        return Cell(str(value), place, verdict=value)
    if isinstance(value, date):
        return Cell(f"{value:%d/%m/%Y}", place, day=value)
    if isinstance(value, str):
        return Cell(value, place)
    return Cell(str(value), place, number=partial(read_spreadsheet_number, value))


def line(code: str, unit: str, value: str | float | bool | date, at: str = "C2", **notes: str | date) -> FigureRow:
    return FigureRow(
        code=cell(code, "A2"),
        unit=cell(unit, "B2") if unit else EMPTY,
        stages={Stage.AGREED: cell(value, at)},
        notes={key: cell(note, key) for key, note in notes.items()},
        place=Place("a.xlsx", "S", at),
    )


def target(code: str, unit: str, value: str | float, at: str = "C2", **notes: str | date) -> TargetRow:
    return TargetRow(
        code=cell(code, "A2"),
        unit=cell(unit, "B2"),
        target=cell(value, at),
        notes={key: cell(note, key) for key, note in notes.items()},
        place=Place("t.xlsx", "T", at),
    )


def told(taken: Taken) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.cell) for problem in taken.problems]


@pytest.mark.parametrize(
    ("code", "written", "value"),
    [
        ("ty-le", "93,1%", Rate(Number(931, 1))),
        ("ty-le", "93,1", Rate(Number(931, 1))),
        ("ty-le", 93.1, Rate(Number(931, 1))),
        ("vu", "343/359", Counts(343, 359, NumberKind.SHARE)),
        ("vu", "95,54%", Rate(Number(9554, 2))),
        ("bai", "2.662", Number(2662)),
        ("bai", 2662.0, Number(2662)),
        ("tang", "-0,5", Number(-5, 1)),
        ("D", 4.5, Number(45, 1)),
        ("D", "0", Number(0)),
        ("D", 5, Number(5)),
        ("E", "3", Number(3)),
        ("F", "Đạt", True),
        ("F", "không đạt", False),
        ("F", True, True),
    ],
)
def test_a_cell_is_read_by_the_kind_of_its_indicator(code: str, written: str | float | bool, value: object) -> None:
    row = line(code, "Tây Ninh", written, evidence="Báo cáo số 5")
    targets = [target(code, "all", "75%" if code == "ty-le" else "10")] if code in ("ty-le", "bai", "tang") else []
    taken = take_in([row], targets, scope())
    assert told(taken) == []
    assert [(one.unit, one.indicator, one.value) for one in taken.figures] == [("tay-ninh", code, value)]


@pytest.mark.parametrize("unit", ["tay-ninh", "Tây Ninh", "TÂY NINH", "công an  tỉnh tây ninh", "Ta\u0302y Ninh"])
def test_a_unit_is_found_by_any_of_its_names(unit: str) -> None:
    taken = take_in([line("D", unit, 4)], [], scope())
    assert (told(taken), [one.unit for one in taken.figures]) == ([], ["tay-ninh"])


def test_a_line_without_unit_belongs_to_the_sheets() -> None:
    named = FigureRow(code=cell("D"), unit=EMPTY, stages={Stage.SELF: cell(4)}, unit_default="Long An")
    nameless = FigureRow(
        code=cell("D"), unit=EMPTY, stages={Stage.SELF: cell(4)}, unit_default="Sheet1", place=Place(cell="C9")
    )
    taken = take_in([named, nameless], [], scope())
    assert ([one.unit for one in taken.figures], told(taken)) == (["long-an"], [("figures.unit_missing", "C9")])


@pytest.mark.parametrize(
    ("code", "written", "problem"),
    [
        ("D", 5.01, "figures.points_out_of_range"),
        ("D", "-0,01", "figures.points_out_of_range"),
        ("E", "2,99", "figures.points_out_of_range"),
        ("D", "90%", "figures.percent_unwanted"),
        ("tang", "90%", "figures.percent_unwanted"),
        ("bai", date(2024, 5, 5), "figures.date_in_number"),
        ("bai", True, "figures.verdict_in_number"),
        ("F", "được", "figures.not_a_verdict"),
        ("vu", "2/1", "numbers.above_one"),
    ],
)
def test_what_cannot_be_is_refused_at_the_cell(code: str, written: str | float | bool | date, problem: str) -> None:
    taken = take_in([line(code, "Tây Ninh", written, at="C7", evidence="có")], [], scope())
    assert told(taken)[0] == (problem, "C7")
    assert taken.figures == ()


def test_a_cell_that_cannot_be_read_says_its_own_problem() -> None:
    problem = Problem("tables.error_value", {"found": "#N/A"}, Place(cell="C3"))
    row = FigureRow(code=cell("D"), unit=cell("Tây Ninh"), stages={Stage.SELF: Cell(problem=problem)})
    broken_code = FigureRow(code=Cell(problem=problem), unit=cell("Tây Ninh"), stages={Stage.SELF: cell(1)})
    broken_unit = FigureRow(code=cell("D"), unit=Cell(problem=problem), stages={Stage.SELF: cell(1)})
    taken = take_in([row, broken_code, broken_unit], [], scope())
    assert taken.problems == (problem, problem, problem)


def test_without_a_rulebook_units_are_still_checked() -> None:
    taken = take_in([line("gì", "Tây Nin", 4), line("gì", "Tây Ninh", 4)], [], scope(rulebook=None))
    assert told(taken) == [("figures.unknown_unit_near", "B2")]


def test_an_indicator_that_the_rulebook_could_not_read_is_told_there_alone() -> None:
    taken = take_in([line("hỏng", "Tây Ninh", 4)], [], scope(unreadable=frozenset({"hỏng"})))
    assert (taken.problems, taken.figures) == ((), ())


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        ("30/06/2024", []),
        (date(2024, 1, 1), []),
        ("01/07/2024", [("figures.unit_not_existing", "as_of")]),
        ("31/12/2023", [("figures.day_outside_data", "as_of")]),
        ("tháng sáu", [("numbers.letters", "as_of")]),
    ],
)
def test_a_unit_has_figures_only_while_it_exists(day: str | date, problems: list[tuple[str, str]]) -> None:
    assert told(take_in([line("D", "cu", 4, as_of=day)], [], scope())) == problems


def test_a_figure_without_a_day_is_about_the_seasons_time() -> None:
    later = scope(data=Period(date(2024, 7, 1), date(2025, 1, 1)))
    assert told(take_in([line("D", "cu", 4)], [], scope())) == []
    assert told(take_in([line("D", "cu", 4)], [], later)) == [("figures.unit_outside_data", "C2")]


def test_required_evidence_that_is_missing_warns() -> None:
    taken = take_in([line("F", "Tây Ninh", "đạt"), line("F", "Long An", "đạt", evidence="BC 5")], [], scope())
    assert [(one.code, one.severity, one.data["unit"]) for one in taken.problems] == [
        ("figures.evidence_missing", Severity.WARNING, TAY_NINH.name)
    ]
    assert len(taken.figures) == 2


def test_a_second_figure_for_the_same_stage_names_the_first() -> None:
    taken = take_in([line("D", "Tây Ninh", 4, at="C2"), line("D", "tay-ninh", 5, at="C9")], [], scope())
    assert [(one.place.cell, one.data["first"]) for one in taken.problems] == [("C9", Place("a.xlsx", "S", "C2"))]
    assert [one.value for one in taken.figures] == [Number(4)]


def test_nature_is_real_unless_said_otherwise() -> None:
    rows = [
        line("D", "Tây Ninh", 4),
        line("E", "Tây Ninh", 4, nature="Minh hoạ"),
        line("D", "Long An", 4, nature="đoán"),
    ]
    taken = take_in(rows, [], scope())
    assert [one.origin.nature for one in taken.figures] == [Nature.REAL, Nature.ILLUSTRATIVE, Nature.REAL]
    assert told(taken) == [("figures.unknown_nature", "nature")]


FRACTIONS: Mapping[str, tuple[tuple[str | float, ...], list[tuple[str, str]]]] = {
    "one fraction among percentages": (
        (0.931, 95.57),
        [("figures.fraction_beside_percent", "C0")],
    ),
    "all fractions": (
        (0.931, "0,9557"),
        [("figures.fraction_or_percent", "C0"), ("figures.fraction_or_percent", "C1")],
    ),
    "one per cent or all of it": ((1, "93,1%"), [("figures.fraction_or_percent", "C0")]),
    "a sign settles it": (("0,931%", 95.57), []),
    "zero is zero": ((0, 95.57), []),
    "no fraction": ((1.01, 95.57), []),
}


@pytest.mark.parametrize("case", FRACTIONS)
def test_fractions_and_percentages_in_one_column_are_asked_about(case: str) -> None:
    values, problems = FRACTIONS[case]
    rows = [
        line("ty-le", unit, value, at=f"C{n}")
        for n, (unit, value) in enumerate(zip(("cu", "long-an"), values, strict=True))
    ]
    taken = take_in(rows, [target("ty-le", "cả cụm", "75%")], scope())
    assert told(taken) == problems
    assert {one.severity for one in taken.problems} <= {Severity.QUESTION}
    for problem in taken.problems:
        small, large = problem.data["readings"]  # type: ignore[misc]
        assert large.percent == Number(small.percent.digits * 100, small.percent.places)


def test_a_target_for_all_is_spread_over_the_units_without_their_own() -> None:
    rows = [target("bai", "cả cụm", 10), target("bai", "Long An", "12"), target("ty-le", "all", "không giao chỉ tiêu")]
    taken = take_in([], rows, scope())
    assert told(taken) == []
    assert {(one.unit, one.indicator): one.value for one in taken.targets} == {
        ("tay-ninh", "bai"): Number(10),
        ("long-an", "bai"): Number(12),
        ("cu", "bai"): Number(10),
        ("tay-ninh", "ty-le"): None,
        ("long-an", "ty-le"): None,
        ("cu", "ty-le"): None,
    }


def test_targets_of_ratios_are_percentages() -> None:
    taken = take_in([], [target("vu", "Long An", 75), target("ty-le", "Long An", "80,5%")], scope())
    assert [one.value for one in taken.targets] == [Rate(Number(75)), Rate(Number(805, 1))]


def test_a_missing_target_is_told_at_the_figure_once() -> None:
    row = FigureRow(
        code=cell("bai"),
        unit=cell("Long An"),
        stages={Stage.SELF: cell(7, "C2"), Stage.AGREED: cell(6, "D2")},
    )
    absent = line("bai", "Tây Ninh", "không giao", at="C3")
    taken = take_in([row, absent], [], scope())
    assert told(taken) == [("figures.target_missing", "C2")]
    assert [one.state for one in taken.figures] == [State.REPORTED, State.REPORTED, State.NOT_ASSIGNED]


def test_a_statement_against_targets_needs_them_too() -> None:
    row = line("vu", "Long An", "1/2")
    assert told(take_in([row], [], scope())) == []
    assert told(take_in([row], [], scope(compared=frozenset({"vu"})))) == [("figures.target_missing", "C2")]


def test_a_target_that_was_refused_is_not_also_missing() -> None:
    taken = take_in([line("bai", "Long An", 7)], [target("bai", "Long An", "mười", at="C5")], scope())
    assert told(taken) == [("numbers.letters", "C5")]


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("không giao chỉ tiêu", [("figures.target_expressly_none", "C2")]),
        ("0", [("figures.zero_target", "C8")]),
        ("10", []),
    ],
)
def test_a_proportion_needs_a_target_above_zero(written: str, problems: list[tuple[str, str]]) -> None:
    assert told(take_in([line("bai", "Long An", 7)], [target("bai", "all", written, at="C8")], scope())) == problems


def test_zero_is_refused_where_a_deviation_is_relative() -> None:
    assert told(take_in([], [target("tang", "all", "0", at="C8")], scope())) == [("figures.zero_target", "C8")]


def test_a_leader_rule_does_without_a_target_that_was_expressly_not_given() -> None:
    rows = [target("ty-le", "Long An", "không giao chỉ tiêu")]
    assert told(take_in([line("ty-le", "Long An", "93,1%")], rows, scope())) == []


def test_a_target_is_asked_for_on_the_seasons_day() -> None:
    rows = [target("bai", "Long An", "10", valid_from="01/06/2024")]
    on_time, too_early = scope(as_of=date(2024, 6, 1)), scope(as_of=date(2024, 5, 31))
    assert told(take_in([line("bai", "Long An", 7)], rows, on_time)) == []
    assert told(take_in([line("bai", "Long An", 7)], rows, too_early)) == [("figures.target_not_in_force", "C2")]


def test_bounds_of_points_are_those_of_the_criteria() -> None:
    assert point_bounds(rulebook()) == {"D": [("D", Number(0), Number(5))], "E": [("E", Number(3), Number(5))]}


@given(st.integers(-200, 800), st.integers(0, 2))
def test_points_are_accepted_exactly_within_their_bounds(digits: int, places: int) -> None:
    points = Number(digits, places)
    written = points.canonical().replace(".", ",")
    taken = take_in([line("D", "Tây Ninh", written)], [], scope())
    is_within = 0 <= digits <= 5 * 10**places
    assert [one.value for one in taken.figures] == ([points] if is_within else [])
    assert told(taken) == ([] if is_within else [("figures.points_out_of_range", "C2")])


@given(st.text(max_size=12))
def test_any_text_in_a_cell_is_a_value_a_state_or_a_problem(written: str) -> None:
    taken = take_in([line("bai", "Long An", written)], [target("bai", "all", 1)], scope())
    assert len(taken.figures) + len(taken.problems) == 1


@given(st.text(alphabet="0123456789.,%/ -()", max_size=9))
def test_intake_reads_a_number_as_the_reader_does(written: str) -> None:
    try:
        expected: object = read_number(written, NumberKind.COUNT)
    except NumberRefused as refused:
        expected = refused.problems[0].code
    taken = take_in([line("bai", "Long An", written)], [target("bai", "all", 1)], scope())
    assert [*(one.value for one in taken.figures), *(one.code for one in taken.problems)] == [expected]
