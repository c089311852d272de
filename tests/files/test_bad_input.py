"""Every bad input that a season folder is known to meet: all problems at once, each at its cell, in both languages."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from files.builders import SeasonFolder, Value, write_csv, write_workbook
from thidua.core.errors import FiguresRefused, Problem, Severity
from thidua.files.season import load_season
from thidua.words.language import Language
from thidua.words.say import describe


@pytest.fixture
def folder(tmp_path: Path) -> SeasonFolder:
    return SeasonFolder(tmp_path / "season")


def problems(path: Path) -> tuple[Problem, ...]:
    """The problems of a folder; each must be sayable, and nothing may have been written."""
    before = {file: file.stat().st_mtime_ns for file in path.rglob("*")}
    with pytest.raises(FiguresRefused) as caught:
        load_season(path)
    assert {file: file.stat().st_mtime_ns for file in path.rglob("*")} == before
    for problem in caught.value.problems:
        for language in Language:
            assert describe(problem, language)
    return caught.value.problems


def found(path: Path) -> list[tuple[str, str]]:
    """Codes and places: the cell, or the path inside a document."""
    return [(one.code, one.place.cell or one.place.path) for one in problems(path)]


# What is put into one cell of the figures, and what is said of that very cell.
CELLS: dict[str, tuple[str, int, Value, str]] = {
    "text in a number": ("tin-bai", 0, "bảy", "numbers.letters"),
    "a unit of measure behind a number": ("tin-bai", 0, "7 bài", "numbers.letters"),
    "a fraction of a count": ("tin-bai", 0, 7.5, "numbers.not_whole"),
    "a negative count": ("tin-bai", 0, -1, "numbers.negative"),
    "two readings": ("II.2", 0, "1.234", "numbers.thousands_or_point"),
    "brackets": ("tin-bai", 0, "(5)", "numbers.bracketed"),
    "a month or eleven months": ("tin-bai", 0, "11-2024", "numbers.month_or_months"),
    "a share above one": ("dieu-tra", 0, "360/359", "numbers.above_one"),
    "a share of nothing": ("dieu-tra", 0, "0/0", "numbers.denominator_zero"),
    "a share as one number": ("dieu-tra", 0, 0.955, "numbers.stroke_wanted"),
    "more points than there are": ("II.2", 0, 10.5, "figures.points_out_of_range"),
    "negative points": ("II.2", 0, "-0,5", "figures.points_out_of_range"),
    "points in percent": ("II.2", 0, "85%", "figures.percent_unwanted"),
    "no verdict": ("II.1", 0, "tốt", "figures.not_a_verdict"),
    "a number as a verdict": ("II.1", 0, 1, "figures.not_a_verdict"),
    "a verdict as a number": ("tin-bai", 0, "đạt", "figures.verdict_in_number"),
    "no date": ("nop-bao-cao", 0, "tháng 11", "numbers.letters"),
    "a day that is not": ("nop-bao-cao", 0, "31/11/2024", "dates.no_such_day"),
    "digits of a calculation": ("II.2", 0, 343 / 359, "numbers.too_precise"),
    "a fraction beside percentages": ("pha-an", 0, "0,931", "figures.fraction_or_percent"),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_wrong_cell_is_named(folder: SeasonFolder, case: str) -> None:
    code, unit, value, problem = CELLS[case]
    cell = f"F{folder.row(code, unit)}"
    folder.put(cell, value)
    assert found(folder.write()) == [(problem, cell)]


def test_fractions_beside_percentages_in_one_column_name_both_cells(folder: SeasonFolder) -> None:
    for unit, value in enumerate((0.931, 95.57, 90.2)):
        folder.put(f"F{folder.row('pha-an', unit)}", value)
    (problem,) = problems(folder.write())
    assert (problem.code, problem.place.cell, problem.severity) == (
        "figures.fraction_beside_percent",
        "F2",
        Severity.QUESTION,
    )
    assert getattr(problem.data["other"], "cell", "") == "F3"


def test_a_small_percentage_with_its_sign_is_no_question(folder: SeasonFolder) -> None:
    folder.put("F2", "0,931%")
    season = load_season(folder.write())
    assert len(season.figures) == 21


def test_unknown_units_and_indicators_come_with_the_nearest(folder: SeasonFolder) -> None:
    folder.put("B2", "Tây Nin")
    folder.put("A3", "pha-ann")
    folder.put("A4", "xyz")
    folder.put("B5", "Hà Giang xa xôi")
    told = [(one.code, one.place.cell, one.data.get("near")) for one in problems(folder.write())]
    assert told == [
        ("figures.unknown_unit_near", "B2", "Công an tỉnh Tây Ninh"),
        ("figures.unknown_indicator_near", "A3", "pha-an"),
        ("figures.unknown_indicator", "A4", None),
        ("figures.unknown_unit", "B5", None),
    ]


def test_codes_of_criteria_are_not_codes_of_indicators(folder: SeasonFolder) -> None:
    folder.put("A2", "I.1")
    folder.put("A3", "I")
    folder.put("A4", None)
    assert found(folder.write()) == [
        ("figures.code_of_a_criterion", "A2"),
        ("figures.code_of_a_group", "A3"),
        ("figures.code_missing", "A4"),
    ]


def test_a_figure_given_twice_names_both_cells(folder: SeasonFolder) -> None:
    folder.figures.append(["tin-bai", "Tây Ninh", "", None, None, 8, None, None, None])
    (problem,) = problems(folder.write())
    assert (problem.code, problem.place.cell) == ("figures.twice", "F23")
    assert getattr(problem.data["first"], "cell", "") == f"F{folder.row('tin-bai')}"


def test_a_figure_of_a_unit_that_did_not_exist_that_day(folder: SeasonFolder) -> None:
    folder.season = folder.season.replace("from: 2000-01-01, to: 2025-07-01", "from: 2024-03-01, to: 2024-10-01")
    folder.figures[0].append("Tính đến ngày")
    for row in range(1, 22):
        folder.figures[row].append("30/09/2024")
    folder.figures[3][-1] = "31/10/2024"
    folder.figures[6][-1] = "29/02/2024"
    folder.figures[9][-1] = None  # the season's own time, of which the unit exists for a part
    assert found(folder.write()) == [("figures.unit_not_existing", "J4"), ("figures.unit_not_existing", "J7")]


def test_a_unit_that_ended_before_the_season_has_no_figures(folder: SeasonFolder) -> None:
    folder.season = folder.season.replace("from: 2000-01-01, to: 2025-07-01", "from: 2000-01-01, to: 2023-07-01")
    folder.figures = [folder.figures[0], *folder.figures[1:4]]
    folder.season = folder.season[: folder.season.index("wholes:")]
    assert found(folder.write()) == [("figures.unit_outside_data", "F4")]


def test_missing_targets_and_targets_of_zero(folder: SeasonFolder) -> None:
    folder.targets = [folder.targets[0], ["pha-an", "Tây Ninh", "0%", "01/01/2024", None, None, None]]
    told = [(one.code, one.place.file, one.place.cell) for one in problems(folder.write())]
    assert told == [
        ("figures.target_missing", "figures.xlsx", "F3"),
        ("figures.target_missing", "figures.xlsx", "F4"),
        ("figures.zero_target", "targets.xlsx", "C2"),
    ]


def test_a_target_that_begins_after_the_day_is_not_in_force(folder: SeasonFolder) -> None:
    folder.targets[1][3] = "01/12/2024"
    assert {code for code, _ in found(folder.write())} == {"figures.target_not_in_force"}


@pytest.mark.parametrize(
    ("line", "problem", "cell"),
    [
        (["pha-an", "cả cụm", "80%", "01/01/2024"], "figures.target_twice", "C3"),
        (["II.1", "cả cụm", "80%", None], "figures.target_unwanted", "C3"),
        (["tin-bai", "cả cụm", "mười", None], "numbers.letters", "C3"),
        (["tin-bai", "Tây Ninh", 10, "tháng 1"], "numbers.letters", "D3"),
        (["pha-an", "Tây Ninh", 0.8, None], "figures.fraction_or_percent", "C3"),
        (["pha-a", "Tây Ninh", "80%", None], "figures.unknown_indicator_near", "A3"),
        (["pha-an", "Tây Nin", "80%", None], "figures.unknown_unit_near", "B3"),
    ],
)
def test_a_wrong_line_of_targets_is_named(folder: SeasonFolder, line: list[Value], problem: str, cell: str) -> None:
    folder.targets.append([*line, None, None, None])
    assert found(folder.write()) == [(problem, cell)]


def test_parts_that_do_not_add_up_to_the_reported_whole(folder: SeasonFolder) -> None:
    folder.put(f"F{folder.row('cai-nghien')}", "1.001/500")
    (problem,) = problems(folder.write())
    assert (problem.code, problem.place.file, problem.place.path) == (
        "figures.parts_do_not_add_up",
        "season.yaml",
        "wholes[0]",
    )


def test_a_whole_without_all_its_parts(folder: SeasonFolder) -> None:
    folder.put(f"F{folder.row('cai-nghien')}", None)
    assert found(folder.write()) == [("figures.whole_without_parts", "wholes[0]")]


@pytest.mark.parametrize(
    ("old", "new", "problem", "path"),
    [
        ("closed: true", "close: true", "plain.unknown_key_near", "close"),
        ("stage: agreed", "stage: final", "plain.unknown_choice", "stage"),
        ("year: 2024", "year: hai nghìn", "numbers.letters", "year"),
        ("title: Kỳ thi đua thử\n", "", "plain.missing_key", ""),
        ("to: 2024-11-16}\nas_of", "to: 2023-11-16}\nas_of", "timeline.empty_period", "data"),
        ("calendar: vn", "calendar: fr", "plain.unknown_choice", "calendar"),
        ("calendar: vn\n", "", "scoring.no_calendar", "calendar"),
        ("post: deputy", "post: chair", "figures.post_held_twice", "units[long-an].post"),
        ("short: Long An", "short: Tây Ninh", "figures.unit_listed_twice", "units[long-an]"),
        ("[tay-ninh, long-an,", "[tay-ninh, long-ann,", "figures.unknown_unit", "order_of_speaking[1]"),
        ("[tay-ninh, long-an,", "[tay-ninh, tay-ninh,", "figures.spoken_twice", "order_of_speaking[1]"),
        ("indicators: [pha-an]", "indicators: [pha-ann]", "figures.unknown_indicator", "statements[tren-90]"),
        ("threshold: 90%", "threshold: 90", "rulebook.number_for_a_percent", "statements[tren-90]"),
        ("    threshold: 90%\n", "", "plain.missing_key", "statements[tren-90]"),
        ("[pha-an]", "[tin-bai]", "rulebook.percent_of_a_number", "statements[tren-90]"),
        (
            "threshold: 90%",
            "threshold: 90%\n    against: target",
            "figures.threshold_and_target",
            "statements[tren-90].threshold",
        ),
        ("  - code: tren-90\n", "  - nothing: here\n", "plain.unknown_key", "statements[0].nothing"),
        ("name: Công an tỉnh Long An, ", "", "plain.missing_key", "units[long-an]"),
        ("code: long-an, ", "", "plain.missing_key", "units[1]"),
        ("from: 2000-01-01, to: 2025-07-01", "to: 2025-07-01", "plain.missing_key", "units[binh-phuoc].valid"),
        ("year: 2024", "year: 24", "dates.year_out_of_range", "year"),
        ("wholes:\n", "adjustments:\n  - {unit: Long An}\nwholes:\n", "plain.missing_key", "adjustments[0]"),
        (
            "wholes:\n",
            "movements:\n  - {slogan: x}\nfacts:\n  - {text: x}\nwholes:\n",
            "plain.missing_key",
            "movements[0]",
        ),
        (", source: Báo cáo tổng kết}", "}", "plain.missing_key", "wholes[0]"),
        ("comparator: above", "comparator: over", "plain.unknown_choice", "statements[tren-90].comparator"),
        ("{list}", "{lists}", "figures.unknown_place_in_wording", "statements[tren-90].wording"),
        ("{list}", "{list", "figures.wording_brace", "statements[tren-90].wording"),
        ("indicator: cai-nghien,", "indicator: cai,", "figures.unknown_indicator", "wholes[0]"),
        ("value: 2.662/1438", "value: 2.662", "numbers.stroke_wanted", "wholes[0]"),
        ("value: 2.662/1438", "value: 185%", "figures.whole_without_counts", "wholes[0]"),
        ("figures: [figures.xlsx]", "figures: [../figures.xlsx]", "figures.file_outside", "figures[0]"),
        ("as_of: 2024-11-23", "as_of: 2023-11-23", "figures.rulebook_not_valid", "as_of"),
    ],
)
def test_a_wrong_entry_of_the_season_is_named(
    folder: SeasonFolder, old: str, new: str, problem: str, path: str
) -> None:
    assert old in folder.season
    folder.season = folder.season.replace(old, new)
    told = found(folder.write())
    assert told[0] == (problem, path)
    assert {code for code, _ in told[1:]} <= {
        "figures.target_not_in_force",
        "plain.missing_key",
        "figures.unknown_unit",
    }


def test_a_rulebook_that_cannot_be_read_hides_no_other_problem(folder: SeasonFolder) -> None:
    folder.rulebook = folder.rulebook.replace("kind: percent", "kind: percents")
    folder.put("B2", "Tây Nin")
    folder.put(f"F{folder.row('tin-bai')}", "bảy")
    told = [(one.code, one.place.file) for one in problems(folder.write())]
    assert ("plain.unknown_choice", "rulebook.yaml") in told
    assert ("figures.unknown_unit_near", "figures.xlsx") in told
    assert ("numbers.letters", "figures.xlsx") in told
    assert ("figures.unknown_indicator", "figures.xlsx") not in told  # the indicator is known, only unreadable


def broken_yaml(folder: SeasonFolder) -> None:
    (folder.path / "rulebook.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")


def no_figures(folder: SeasonFolder) -> None:
    (folder.path / "figures.xlsx").unlink()


def empty_file(folder: SeasonFolder) -> None:
    (folder.path / "figures.xlsx").write_bytes(b"")


def password(folder: SeasonFolder) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    (folder.path / "figures.xlsx").write_bytes(container)


def wrong_sheet(folder: SeasonFolder) -> None:
    lines = [["Kính gửi Cụm trưởng"], ["Đơn vị báo cáo số liệu"]]
    write_workbook(folder.path / "figures.xlsx", {"Công văn": lines})


def no_stage(folder: SeasonFolder) -> None:
    write_workbook(folder.path / "figures.xlsx", {"S": [["Mã", "Đơn vị", "Kết quả"], ["tin-bai", "Tây Ninh", 7]]})


def near_title(folder: SeasonFolder) -> None:
    titles = [*folder.figures[0]]
    titles[5] = "Thống nhấtt"
    titles[4] = "Thẩm  ĐỊNH:"
    write_workbook(folder.path / "figures.xlsx", {"S": [titles, *folder.figures[1:]]})


def title_twice(folder: SeasonFolder) -> None:
    titles = [*folder.figures[0]]
    titles[3] = "Thống nhất"
    write_workbook(folder.path / "figures.xlsx", {"S": [titles, *folder.figures[1:]]})


def old_letters(folder: SeasonFolder) -> None:
    lines: list[list[Value]] = [["M·", "§¬n vÞ", "Tù chÊm"], ["tin-bai", "T©y Ninh", 7]]
    write_workbook(folder.path / "figures.xlsx", {"S": lines})


def persons(folder: SeasonFolder) -> None:
    titles = [*folder.figures[0], "Số CCCD", "Liên hệ", "Họ và tên đối tượng"]
    lines = [[*line, None, "0912 345 678", None] for line in folder.figures[1:]]
    write_workbook(folder.path / "figures.xlsx", {"S": [titles, *lines]})


def citizens(folder: SeasonFolder) -> None:
    lines = [list(line) for line in folder.figures]
    lines[4][8] = "Hồ sơ của 072099001234"
    write_workbook(folder.path / "figures.xlsx", {"S": lines})


def merged_title(folder: SeasonFolder) -> None:
    merged(folder, "E1:F1", "E1", "Thống nhất")


def merged_units(folder: SeasonFolder) -> None:
    merged(folder, "A2:A4", "A2", "pha-an")


def merged_figures(folder: SeasonFolder) -> None:
    merged(folder, "F2:F4", "F2", "93,1%")


def merged(folder: SeasonFolder, block: str, first: str, value: str) -> None:
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    book["Số liệu"].merge_cells(block)
    book["Số liệu"][first] = value
    book.save(folder.path / "figures.xlsx")


def formula(folder: SeasonFolder) -> None:
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    book["Số liệu"]["F2"] = "=90+3.1"
    error = book["Số liệu"]["F3"]
    error.value, error.data_type = "#DIV/0!", "e"
    book["Số liệu"]["C4"] = "=1+1"  # a column for people: nobody needs it
    book.save(folder.path / "figures.xlsx")


def date_in_number(folder: SeasonFolder) -> None:
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    cell = book["Số liệu"]["F5"]
    cell.value, cell.number_format = 45417, "dd/mm"
    book.save(folder.path / "figures.xlsx")


def cut_csv(folder: SeasonFolder) -> None:
    (folder.path / "figures.xlsx").unlink()
    write_csv(
        folder.path / "figures.xlsx", [["Mã", "Đơn vị", "Thống nhất"], ["II.2", "Tây Ninh", "8,5"]], delimiter=","
    )


FILES: dict[Callable[[SeasonFolder], None], list[tuple[str, str]]] = {
    broken_yaml: [("yaml.duplicate_key", "2:1")],
    no_figures: [("files.no_such_file", "")],
    empty_file: [("tables.empty_file", "")],
    password: [("tables.password", "")],
    wrong_sheet: [("tables.no_header", "")],
    no_stage: [("tables.column_missing", "A1")],
    near_title: [("tables.title_near", "F1")],
    title_twice: [("tables.title_twice", "F1")],
    old_letters: [("tables.old_encoding", "")],
    persons: [("tables.personal_title", "J1"), ("tables.personal_number", "K2"), ("tables.personal_title", "L1")],
    citizens: [("tables.personal_number", "I5")],
    merged_title: [("tables.title_merged", "E1")],
    merged_units: [("tables.data_merged", "A2:A4")],
    merged_figures: [("tables.data_merged", "F2:F4")],
    formula: [("tables.formula_without_value", "F2"), ("tables.error_value", "F3")],
    date_in_number: [("figures.date_in_number", "F5")],
    cut_csv: [("tables.row_too_long", "D2")],
}


@pytest.mark.parametrize("spoil", FILES, ids=lambda spoil: spoil.__name__)
def test_a_spoiled_file_is_named(folder: SeasonFolder, spoil: Callable[[SeasonFolder], None]) -> None:
    path = folder.write()
    spoil(folder)
    assert found(path) == FILES[spoil]


def test_twelve_mistakes_in_one_workbook_are_all_told(folder: SeasonFolder) -> None:
    wrong: dict[str, tuple[Value, str]] = {
        "F2": ("0,931", "figures.fraction_or_percent"),
        "B3": ("Long Ann", "figures.unknown_unit_near"),
        "A4": ("pha-ann", "figures.unknown_indicator_near"),
        "F5": ("360/359", "numbers.above_one"),
        "F8": ("11-2024", "numbers.month_or_months"),
        "G9": ("giả", "figures.unknown_nature"),
        "F11": ("bảy", "numbers.letters"),
        "F12": ("1 2", "numbers.space_inside"),
        "F14": ("31/11/2024", "dates.no_such_day"),
        "F17": ("tốt", "figures.not_a_verdict"),
        "F20": (11, "figures.points_out_of_range"),
        "F21": ("1.234", "numbers.thousands_or_point"),
    }
    for cell, (value, _code) in wrong.items():
        folder.put(cell, value)
    told = {cell: code for code, cell in found(folder.write())}
    assert told == {cell: code for cell, (_value, code) in wrong.items()}
    assert len(told) == 12


def test_problems_of_all_files_come_together(folder: SeasonFolder) -> None:
    folder.season = folder.season.replace("stage: agreed", "stage: final")
    folder.rulebook = folder.rulebook.replace("points: 5, rule: pass_fail", "points: 6, rule: pass_fail")
    folder.put("F2", "chín mươi")
    folder.targets[1][1] = "cả cụmm"
    told = [(one.place.file, one.code) for one in problems(folder.write())]
    assert told == [
        ("season.yaml", "plain.unknown_choice"),
        ("rulebook.yaml", "rulebook.parts_do_not_sum"),
        ("figures.xlsx", "numbers.letters"),
        ("targets.xlsx", "figures.unknown_unit"),
        ("figures.xlsx", "figures.target_missing"),
        ("figures.xlsx", "figures.target_missing"),
    ]


def test_a_season_that_is_no_mapping(folder: SeasonFolder) -> None:
    folder.season = "- một\n- hai\n"
    assert found(folder.write()) == [("plain.not_a_mapping", "")]
