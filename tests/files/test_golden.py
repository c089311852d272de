"""The golden cases of the product, and the runner itself on cases broken on purpose."""

from pathlib import Path

import pytest

from thidua.core.errors import Refused
from thidua.core.numbers import Number
from thidua.files.golden import GoldenReport, evaluate_golden, run_golden

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.yaml"))
RIGHT = """
- case: K4
  rule: {points: 10, figure: count, target: 75, rule: proportional}
  figures:
    Tây Ninh: 60
    Long An: 90
    Đồng Nai: không giao
  points:
    Tây Ninh: 8,00
    Long An: 10
  maximum:
    Tây Ninh: 10
    Đồng Nai: 0
  ranks:
    Tây Ninh: 2
    Long An: 1
  states:
    Tây Ninh: đã báo cáo
    Đồng Nai: không giao
"""
RULE = "  rule: {points: 1, figure: count, rule: balance}\n"


def run(folder: Path, text: str) -> GoldenReport:
    path = folder / "ca.yaml"
    path.write_text(text, encoding="utf-8")
    return run_golden(path)


def broken(folder: Path, before: str, after: str) -> list[tuple[str, str, str]]:
    """What the runner says once a part of the right case is turned wrong: (what, expected, actual)."""
    assert before in RIGHT
    return [(one.what, one.expected, one.actual) for one in run(folder, RIGHT.replace(before, after, 1)).failures]


def codes(folder: Path, text: str) -> list[tuple[str, str]]:
    """The problems of a file that cannot be played: (code, path)."""
    with pytest.raises(Refused) as refusal:
        run(folder, text)
    return [(problem.code, problem.place.path) for problem in refusal.value.problems]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_cases_come_out_as_written(path: Path) -> None:
    report = run_golden(path)
    assert report.failures == ()
    assert report.cases > 0


def test_right_case_passes(tmp_path: Path) -> None:
    assert run(tmp_path, RIGHT) == GoldenReport("ca.yaml", 1, ())


@pytest.mark.parametrize(
    ("before", "after", "failure"),
    [
        ("Tây Ninh: 8,00", "Tây Ninh: 8,01", ("points, Tây Ninh", "8,01", "8,00")),
        ("Tây Ninh: 8,00", "Tây Ninh: tám", ("points, Tây Ninh", "tám", "8,00")),
        ("Tây Ninh: 8,00", "Tây Ninh:", ("points, Tây Ninh", "", "8,00")),
        ("Tây Ninh: 8,00", "Bình Dương: 8,00", ("points, Bình Dương", "8,00", "–")),
        ("Tây Ninh: 60", "Tây Ninh: 61", ("points, Tây Ninh", "8,00", "8,13")),
        ("target: 75", "target: 80", ("points, Tây Ninh", "8,00", "7,50")),
        ("Đồng Nai: 0", "Đồng Nai: 10", ("maximum, Đồng Nai", "10", "0,00")),
        ("Tây Ninh: 2", "Tây Ninh: 2=", ("ranks, Tây Ninh", "2=", "2")),
        ("Long An: 1\n  states", "Long An: không xếp hạng\n  states", ("ranks, Long An", "không xếp hạng", "1")),
        ("Đồng Nai: không giao\n", "Đồng Nai:\n", ("maximum, Đồng Nai", "0", "10,00")),
        ("Tây Ninh: đã báo cáo", "Tây Ninh: chưa báo cáo", ("states, Tây Ninh", "chưa báo cáo", "đã báo cáo")),
        ("figure: count", "figure: verdict", ("refused", "–", "rulebook.wrong_kind_of_figure")),
        ("Tây Ninh: 60", "Tây Ninh: sáu mươi", ("refused", "–", "numbers.letters")),
    ],
)
def test_case_broken_on_purpose_fails(tmp_path: Path, before: str, after: str, failure: tuple[str, str, str]) -> None:
    assert broken(tmp_path, before, after)[0] == failure


CLASSED = """
- case: K35
  rulebook:
    criteria: [{code: I, name: điểm, points: 100, rule: entry}]
    classes: [{name: xuất sắc, least: 90, quota: {most: 1}}, {name: tốt, least: 80}]
  figures: {Tây Ninh: "97", Long An: "95", Đồng Nai: "79", Bình Dương: không giao, Bình Phước: chưa báo cáo}
  classes: {Tây Ninh: xuất sắc, Long An: Tốt, Đồng Nai: không xếp loại, Bình Phước: không xếp loại}
"""


def test_expected_classes_are_compared(tmp_path: Path) -> None:
    assert run(tmp_path, CLASSED) == GoldenReport("ca.yaml", 1, ())
    wrong = CLASSED.replace("Long An: Tốt, Đồng Nai: không xếp loại", "Long An: xuất sắc, Đồng Nai: tốt, Vũng Tàu: tốt")
    assert [(one.what, one.expected, one.actual) for one in run(tmp_path, wrong).failures] == [
        ("classes, Long An", "xuất sắc", "tốt"),
        ("classes, Đồng Nai", "tốt", "không xếp loại"),
        ("classes, Vũng Tàu", "tốt", "–"),
    ]


def test_case_that_is_refused_is_no_worked_example(tmp_path: Path) -> None:
    path = tmp_path / "ca.yaml"
    path.write_text(RIGHT + RIGHT.replace("K4", "zero").replace("target: 75", "target: 0"), encoding="utf-8")
    assert [one.total_points(0) for one in evaluate_golden(path)] == [Number(800, 2)]


def test_expected_refusal_that_does_not_come_fails(tmp_path: Path) -> None:
    text = RIGHT[: RIGHT.index("  points:\n")] + "  refused: [scoring.zero_target]\n"
    assert [(one.what, one.expected, one.actual) for one in run(tmp_path, text).failures] == [
        ("refused", "scoring.zero_target", "–")
    ]
    zero = text.replace("target: 75", "target: 0")
    assert run(tmp_path, zero).failures == ()
    other = zero.replace("scoring.zero_target", "scoring.no_target")
    assert [one.actual for one in run(tmp_path, other).failures] == ["scoring.zero_target"]


def test_wrong_counts_cases_not_differences(tmp_path: Path) -> None:
    wrong = RIGHT.replace("8,00", "1").replace("Tây Ninh: 2", "Tây Ninh: 3")
    report = run(tmp_path, RIGHT.replace("K4", "right") + wrong)
    assert (report.cases, report.wrong, len(report.failures)) == (2, 1, 2)
    assert {one.case for one in report.failures} == {"K4"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- case: a\n  figures: {A: 1}\n  points: {A: 1}\n", ("golden.one_rulebook", "[0]")),
        (
            f"- case: a\n{RULE}  rulebook: {{}}\n  figures: {{A: 1}}\n  points: {{A: 1}}\n",
            ("golden.one_rulebook", "[0]"),
        ),
        ("- case: a\n  rule: x\n  figures: {A: 1}\n  points: {A: 1}\n", ("plain.not_a_mapping", "[0].rule")),
        (
            "- case: a\n  rule: {points: 1, figure: count, rule: balance}\n  figures: {A: 1}\n",
            ("golden.nothing_expected", "[0]"),
        ),
        (
            "- case: a\n  rule: {points: 1, figure: count, rule: balance}\n  figures: {A: 1}\n  points: 1\n",
            ("golden.not_by_unit", "[0].points"),
        ),
        (
            "- case: a\n  rule: {points: 1, figure: count, rule: balance}\n  figurs: {A: 1}\n  points: {A: 1}\n",
            ("plain.unknown_key_near", "[0].figurs"),
        ),
        ("case: a\n", ("plain.not_a_list", "")),
        ("- x\n", ("plain.not_a_mapping", "[0]")),
        (RIGHT + RIGHT, ("golden.case_twice", "")),
        ("- [\n", ("yaml.syntax", "")),
    ],
)
def test_file_that_is_no_list_of_cases_is_refused(tmp_path: Path, text: str, problem: tuple[str, str]) -> None:
    assert codes(tmp_path, text)[0] == problem


def test_every_problem_of_a_file_comes_at_once(tmp_path: Path) -> None:
    text = "- case: a\n  figures: {A: 1}\n  points: {A: 1}\n- case: b\n  colour: red\n"
    assert [path for _code, path in codes(tmp_path, text)] == ["[0]", "[1].colour", "[1]", "[1]", "[1]"]


def test_unknown_indicator_is_named(tmp_path: Path) -> None:
    text = f"- case: a\n{RULE}  figures: {{A: {{figure: 1, khac: 2}}}}\n  points: {{A: 1}}\n"
    assert [one.actual for one in run(tmp_path, text).failures] == ["golden.unknown_indicator"]
