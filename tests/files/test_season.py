"""A whole season folder: what comes out of a sound one, in every format, and what never changes its digest."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from files.builders import SEASON, SeasonFolder, write_csv, write_workbook
from thidua.core.errors import FiguresRefused, RulebookRefused, Severity
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.results.result import inputs_digest
from thidua.core.rulebook import rulebook_digest
from thidua.core.scoring.figures import Nature
from thidua.core.season import Post, Season
from thidua.core.states import Stage, State
from thidua.core.timeline import Period
from thidua.files.season import load_rulebook, load_season, read_season
from thidua.files.season_document import (
    ADJUSTMENT_KEYS,
    FACT_KEYS,
    KEYS,
    STATEMENT_KEYS,
    UNIT_KEYS,
    WHOLE_KEYS,
    WORDING_FIELDS,
)
from thidua.files.titles import TITLES


@pytest.fixture
def folder(tmp_path: Path) -> SeasonFolder:
    return SeasonFolder(tmp_path / "season")


def said(season: Season) -> list[tuple[str, str, Stage, object, State]]:
    return sorted((one.unit, one.indicator, one.stage, str(one.value), one.state) for one in season.figures)


def digest(season: Season) -> str:
    return inputs_digest(season.evaluate())


def test_a_sound_season_is_read_whole(folder: SeasonFolder) -> None:
    loaded = read_season(folder.write())
    season = loaded.season
    assert loaded.warnings == ()
    assert (season.name.code, season.name.year, season.stage, season.closed) == ("cum-thu", 2024, Stage.AGREED, True)
    assert [(unit.code, unit.name) for unit in season.units] == [
        ("tay-ninh", "Công an tỉnh Tây Ninh"),
        ("long-an", "Công an tỉnh Long An"),
        ("binh-phuoc", "Công an tỉnh Bình Phước"),
    ]
    assert season.posts == {Post.CHAIR: "tay-ninh", Post.DEPUTY: "long-an"}
    assert season.order_of_speaking == ("tay-ninh", "long-an", "binh-phuoc")
    assert (season.as_of, season.data) == (date(2024, 11, 23), Period(date(2023, 11, 16), date(2024, 11, 16)))
    assert len(season.figures) == 21
    assert [target.value for target in season.targets] == [Rate(Number(75))] * 3
    assert [whole.value for whole in season.wholes] == [Counts(2662, 1438, NumberKind.RESULT_TARGET)]
    assert season.has_illustrative_figures


def test_every_figure_knows_where_it_stands(folder: SeasonFolder) -> None:
    season = load_season(folder.write())
    figure = season.table().chosen("long-an", "pha-an")
    assert figure is not None
    place, origin = figure.origin.place, figure.origin
    assert (place.file, place.sheet, place.cell) == ("figures.xlsx", "Số liệu", "F3")
    assert (figure.value, figure.state, figure.stage) == (Rate(Number(9557, 2)), State.REPORTED, Stage.AGREED)
    assert (origin.nature, origin.source, origin.evidence) == (Nature.ILLUSTRATIVE, "Nguồn thử", "Báo cáo số 5")


def test_values_are_read_by_the_kind_of_their_indicator(folder: SeasonFolder) -> None:
    folder.put(f"F{folder.row('II.2')}", "8,50")
    season = load_season(folder.write())
    values = {one.indicator: one.value for one in season.figures if one.unit == "tay-ninh"}
    assert values == {
        "pha-an": Rate(Number(931, 1)),
        "dieu-tra": Counts(343, 359, NumberKind.SHARE),
        "cai-nghien": Counts(1000, 500, NumberKind.RESULT_TARGET),
        "tin-bai": Number(7),
        "nop-bao-cao": date(2024, 11, 11),
        "II.1": True,
        "II.2": Number(85, 1),
    }


@pytest.mark.parametrize("name", ["season.yaml", ""])
def test_a_season_is_named_by_its_folder_or_its_file(folder: SeasonFolder, name: str) -> None:
    assert load_season(folder.write() / name).name.code == "cum-thu"


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("không giao", State.NOT_ASSIGNED),
        ("Không  giao", State.NOT_ASSIGNED),
        ("KAD", State.NOT_APPLICABLE),
        ("không áp dụng", State.NOT_APPLICABLE),
    ],
)
def test_words_for_states_are_read(folder: SeasonFolder, written: str, state: State) -> None:
    folder.put(f"F{folder.row('tin-bai')}", written)
    figure = load_season(folder.write()).table().chosen("tay-ninh", "tin-bai")
    assert figure is not None
    assert (figure.state, figure.value) == (state, None)


def test_an_empty_cell_is_not_reported_and_zero_is_zero(folder: SeasonFolder) -> None:
    folder.put(f"F{folder.row('tin-bai', 0)}", None)
    folder.put(f"F{folder.row('tin-bai', 1)}", 0)
    table = load_season(folder.write()).table()
    zero = table.chosen("long-an", "tin-bai")
    assert table.chosen("tay-ninh", "tin-bai") is None
    assert zero is not None
    assert zero.value == Number(0)


def test_every_stage_of_a_line_is_kept(folder: SeasonFolder) -> None:
    row = folder.row("II.2")
    for cell, value in ((f"D{row}", 10), (f"E{row}", "8,75")):
        folder.put(cell, value)
    folder.figures[0] += ["Người thẩm định", "Ngày thẩm định", "Lý do"]
    folder.figures[row - 1] += ["Tổ giúp việc", "18/11/2024", "Thiếu minh chứng"]
    season = load_season(folder.write())
    stages = {one.stage: one for one in season.figures if (one.unit, one.indicator) == ("tay-ninh", "II.2")}
    assert [(stage.value, stages[stage].value, stages[stage].origin.place.cell) for stage in sorted(stages)] == [
        ("agreed", Number(85, 1), f"F{row}"),
        ("appraised", Number(875, 2), f"E{row}"),
        ("self", Number(10), f"D{row}"),
    ]
    assert stages[Stage.APPRAISED].origin.appraiser == "Tổ giúp việc"
    assert stages[Stage.APPRAISED].origin.decided_on == date(2024, 11, 18)
    assert (stages[Stage.SELF].origin.appraiser, stages[Stage.SELF].origin.reason) == ("", "")


def test_a_target_for_all_yields_to_a_units_own(folder: SeasonFolder) -> None:
    folder.targets.append(["pha-an", "Long An", "không giao chỉ tiêu", "01/01/2024", None, None, None])
    folder.targets.append(["pha-an", "Bình Phước", 80, "01/06/2024", "Công văn số 2", None, "minh họa"])
    table = load_season(folder.write()).table()
    in_force = {code: table.in_force(code, "pha-an") for code in ("tay-ninh", "long-an", "binh-phuoc")}
    assert {code: target and target.value for code, target in in_force.items()} == {
        "tay-ninh": Rate(Number(75)),
        "long-an": None,
        "binh-phuoc": Rate(Number(80)),
    }


def test_a_sheet_named_after_a_unit_needs_no_column_of_units(folder: SeasonFolder) -> None:
    sheets = {}
    for unit, name in enumerate(("Tây Ninh", "long-an", "Công an tỉnh Bình Phước")):
        lines = [folder.figures[0], *folder.figures[1 + unit :: 3]]
        sheets[name] = [[line[0], *line[2:]] for line in lines]
    expected = said(load_season(folder.write()))
    write_workbook(folder.path / "figures.xlsx", sheets)
    assert said(load_season(folder.path)) == expected


def as_csv(folder: SeasonFolder, delimiter: str, encoding: str) -> str:
    quoted = [[f'"{value}"' if "," in str(value) else value for value in line] for line in folder.figures]
    write_csv(folder.path / "figures.csv", quoted, delimiter=delimiter, encoding=encoding)
    return "figures.csv"


def as_yaml(folder: SeasonFolder) -> str:
    lines = []
    for line in folder.figures[1:]:
        given = [(title, value) for title, value in zip(folder.figures[0], line, strict=True) if value is not None]
        lines += [f"{'-' if not index else ' '} {title}: '{value}'" for index, (title, value) in enumerate(given)]
    (folder.path / "figures.yaml").write_text("\n".join(lines), encoding="utf-8")
    return "figures.yaml"


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16")])
def test_csv_says_what_the_workbook_says(folder: SeasonFolder, delimiter: str, encoding: str) -> None:
    expected = load_season(folder.write())
    folder.season = folder.season.replace("figures.xlsx", as_csv(folder, delimiter, encoding))
    season = load_season(folder.write())
    assert (said(season), digest(season)) == (said(expected), digest(expected))
    assert {one.origin.place.cell for one in season.figures} == {one.origin.place.cell for one in expected.figures}


def test_yaml_says_what_the_workbook_says(folder: SeasonFolder) -> None:
    expected = load_season(folder.write())
    folder.season = folder.season.replace("figures.xlsx", as_yaml(folder))
    season = load_season(folder.write())
    assert digest(season) == digest(expected)
    assert season.figures[0].origin.place.path == "[0].Thống nhất"


def test_saving_a_workbook_again_changes_no_digest(folder: SeasonFolder) -> None:
    before = load_season(folder.write())
    for name in ("figures.xlsx", "targets.xlsx"):
        book = openpyxl.load_workbook(folder.path / name)
        book.save(folder.path / name)
    after = load_season(folder.path)
    assert digest(after) == digest(before)
    assert said(after) == said(before)


def test_moved_and_hidden_lines_change_no_digest(folder: SeasonFolder) -> None:
    before = digest(load_season(folder.write()))
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    sheet = book["Số liệu"]
    sheet.insert_rows(1, 4)
    sheet["A1"] = "BẢNG SỐ LIỆU NĂM 2024"
    sheet.merge_cells("A1:I1")
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["F"].hidden = True
    book.save(folder.path / "figures.xlsx")
    season = load_season(folder.path)
    assert digest(season) == before
    assert season.figures[0].origin.place.cell == "F6"


def test_a_percent_cell_is_read_as_it_is_shown(folder: SeasonFolder) -> None:
    before = digest(load_season(folder.write()))
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    for row, value in ((2, 0.931), (3, 0.9557), (4, 0.902)):
        cell = book["Số liệu"][f"F{row}"]
        cell.value, cell.number_format = value, "0.00%"
    book.save(folder.path / "figures.xlsx")
    assert digest(load_season(folder.path)) == before


def test_another_figure_changes_the_digest(folder: SeasonFolder) -> None:
    before = digest(load_season(folder.write()))
    folder.put("F2", "93,2%")
    assert digest(load_season(folder.write())) != before


def test_headings_totals_without_figures_and_repeated_titles_are_passed_over(folder: SeasonFolder) -> None:
    before = said(load_season(folder.write()))
    folder.figures.insert(1, ["I", None, "CÔNG TÁC CHUYÊN MÔN", None, None, None, None, None, None])
    folder.figures.insert(9, list(folder.figures[0]))
    folder.figures.append([None, None, "Tổng cộng", None, None, None, None, None, None])
    assert said(load_season(folder.write())) == before


def test_titles_in_two_lines_are_understood(folder: SeasonFolder) -> None:
    before = said(load_season(folder.write()))
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    sheet = book["Số liệu"]
    sheet.insert_rows(1)
    for column in "ABCGHI":
        sheet[f"{column}1"] = sheet[f"{column}2"].value
        sheet[f"{column}2"] = None
        sheet.merge_cells(f"{column}1:{column}2")
    sheet["D1"] = "KẾT QUẢ"
    sheet.merge_cells("D1:F1")
    book.save(folder.path / "figures.xlsx")
    assert said(load_season(folder.path)) == before


def test_merged_headings_and_remarks_are_harmless(folder: SeasonFolder) -> None:
    folder.figures.insert(1, ["I. CÔNG TÁC CHUYÊN MÔN", None, None, None, None, None, None, None, None])
    before = said(load_season(folder.write()))
    book = openpyxl.load_workbook(folder.path / "figures.xlsx")
    sheet = book["Số liệu"]
    sheet.merge_cells("A2:I2")
    sheet.merge_cells("C3:C5")
    book.save(folder.path / "figures.xlsx")
    assert said(load_season(folder.path)) == before


def test_one_workbook_may_hold_figures_targets_and_notes(folder: SeasonFolder) -> None:
    before = load_season(folder.write())
    sheets = {"Số liệu": folder.figures, "Chỉ tiêu": folder.targets, "Ghi chú": [["Người lập: Tổ giúp việc"]]}
    write_workbook(folder.path / "one.xlsx", sheets)
    season_yaml = SEASON.replace("[figures.xlsx]", "[one.xlsx]").replace("[targets.xlsx]", "one.xlsx")
    (folder.path / "season.yaml").write_text(season_yaml, encoding="utf-8")
    assert digest(load_season(folder.path)) == digest(before)


def test_missing_evidence_warns_and_lets_pass(folder: SeasonFolder) -> None:
    row = folder.row("cai-nghien")
    folder.put(f"I{row}", None)
    loaded = read_season(folder.write())
    warned = [(one.code, one.place.cell, one.severity) for one in loaded.warnings]
    assert warned == [("figures.evidence_missing", f"F{row}", Severity.WARNING)]


def test_a_rulebook_file_is_loaded_alone(folder: SeasonFolder) -> None:
    path = folder.write() / "rulebook.yaml"
    assert rulebook_digest(load_rulebook(path)) == rulebook_digest(load_season(folder.path).rulebook)
    path.write_text("rulebook: a\nrulebook: b\n", encoding="utf-8")
    with pytest.raises(RulebookRefused) as caught:
        load_rulebook(path)
    assert [(one.code, one.place.cell) for one in caught.value.problems] == [("yaml.duplicate_key", "2:1")]


def test_a_folder_without_a_season_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FiguresRefused) as caught:
        load_season(tmp_path)
    assert [(one.code, one.place.file) for one in caught.value.problems] == [("files.no_such_file", "season.yaml")]


REST = """\
movements:
  - {name: Vì an ninh Tổ quốc, slogan: Khẩu hiệu, theme: Chủ đề, linked_to: Thi đua yêu nước, nature: real, source: BC}
adjustments:
  - {unit: Tây Ninh, points: "-0,5", reason: Phúc tra, document: Công văn số 9, decided_on: 20/11/2024}
facts:
  - {subject: Địa điểm, text: Công an tỉnh Tây Ninh, nature: illustrative, source: Báo cáo}
"""
AGAINST_TARGETS = """\
  - code: vuot-chi-tieu
    indicators: [pha-an]
    comparator: above
    against: target
    wording: "{passed}/{units} đơn vị vượt chỉ tiêu"
wholes:
"""


def test_the_rest_of_the_document_is_read(folder: SeasonFolder) -> None:
    folder.season = folder.season.replace("wholes:\n", AGAINST_TARGETS) + REST
    folder.rulebook += 'total: {authority_adjustment: "5"}\n'
    season = load_season(folder.write())
    (movement,), (adjustment,), (fact,) = season.movements, season.adjustments, season.facts
    assert (movement.slogan, movement.theme, movement.linked_to) == ("Khẩu hiệu", "Chủ đề", "Thi đua yêu nước")
    assert (adjustment.unit, adjustment.points, adjustment.decided_on) == (
        "tay-ninh",
        Number(-5, 1),
        date(2024, 11, 20),
    )
    assert (fact.subject, fact.nature) == ("Địa điểm", Nature.ILLUSTRATIVE)
    assert [statement.count for statement in season.state(season.table())] == [(3, 3), (3, 3)]


PAGES = [Path(__file__).parents[2] / "docs" / name for name in ("season-folder.md", "season-folder.vi.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_names_every_entry_and_every_column(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    entries = {*KEYS, *UNIT_KEYS, *STATEMENT_KEYS, *WORDING_FIELDS, *ADJUSTMENT_KEYS, *WHOLE_KEYS, *FACT_KEYS}
    unnamed = {entry for entry in entries if entry not in text}
    unnamed |= {titles[0] for titles in TITLES.values() if titles[0] not in text}
    assert unnamed == set()
