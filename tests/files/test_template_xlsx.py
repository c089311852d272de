"""The workbook that a unit fills in: what is known comes back unchanged, what is typed is read, the rest is locked."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from thidua.core.errors import Place, Problem
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.results.result import SeasonName
from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.schema import FigureKind
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.scoring.figures import Figure, FigureValue, Level, Member, Nature, Origin
from thidua.core.scoring.intake import Taken, take_in
from thidua.core.season import Season
from thidua.core.states import Stage, State
from thidua.files.figure_tables import read_figure_rows
from thidua.files.season import load_season
from thidua.files.tables import read_tables
from thidua.files.template_rules import MESSAGE_LIMIT, validation
from thidua.files.template_xlsx import template_workbook
from thidua.words.language import Language
from thidua.words.template import TemplateLine, template_rows

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster10-2024"
DATED = date(2024, 11, 23)
UNIT = Member("tay-ninh", "Công an tỉnh Tây Ninh", "Cụm thử", "Tây Ninh")
KINDS = {
    "dem": "count", "so": "decimal", "tien": "money", "ty-le": "percent", "phan": "share", "ket-qua": "result_target",
    "don-vi": "of_units", "ngay": "day", "muc": "level",
}  # fmt: skip
LEVELS = ("khiển trách", "cảnh cáo, nặng", "cách chức")


@cache
def example() -> Season:
    return load_season(EXAMPLE)


@cache
def every_kind() -> Season:
    """A season whose rulebook asks for every kind of figure, and where nothing was reported yet."""
    indicators = [{"code": code, "name": f"Chỉ số {code}", "kind": kind} for code, kind in KINDS.items()]
    indicators[-1]["levels"] = list(LEVELS)  # type: ignore[assignment]
    numbers = [code for code, kind in KINDS.items() if kind not in ("day", "level")]
    parts: list[dict[str, object]] = [
        {"code": f"I.{n}", "name": f"Tiêu chí {code}", "points": "10", "indicator": code, "rule": "balance"}
        for n, code in enumerate(numbers, start=1)
    ]
    parts += [
        {"code": "I.8", "name": "Nộp", "points": "10", "indicator": "ngay", "rule": {"kind": "per_event", "each": "1"},
         "value": {"kind": "working_days_early", "due": "15/11/2024"}, "evidence": "required"},
        {"code": "I.9", "name": "Kỷ luật", "points": "10", "indicator": "muc",
         "rule": {"kind": "by_level", "points_of_levels": ["3", "2", "1"]}},
        {"code": "I.10", "name": "Chấm", "points": "10", "rule": "entry"},
        {"code": "I.11", "name": "Đạt", "points": "10", "rule": "pass_fail"},
    ]  # fmt: skip
    group = {"code": "I", "name": "Cả nhóm", "points": "110", "parts": parts}
    raw = {"rulebook": "r", "title": "Bảng thử", "version": "1", "valid": {"from": "2024-01-01"}}
    return Season(
        name=SeasonName(code="ky-thu", title="Kỳ thử", cluster="Cụm thử", year=2024),
        units=(UNIT, Member("long-an", "Công an tỉnh Long An", "Cụm thử", "Long An")),
        rulebook=parse_rulebook({**raw, "indicators": indicators, "criteria": [group]}),
        figures=(),
    )


def write(season: Season, path: Path, unit: Member = UNIT, lang: Language = Language.VI) -> Path:
    path.write_bytes(template_workbook(season, unit, lang, dated=DATED))
    return path


def read(season: Season, path: Path) -> Taken:
    """What the reader of figure tables makes of a workbook."""
    units = tuple(SeasonUnit(code=unit.code, name=unit.name, short=unit.short) for unit in season.units)
    rows = [row for table in read_tables(path) for row in read_figure_rows(table)]
    return take_in(rows, (), Scope(units=units, rulebook=season.rulebook))


def said(figures: tuple[Figure, ...], unit: str = UNIT.code) -> dict[tuple[str, Stage], tuple[object, ...]]:
    """What each stage says of each indicator, and the notes beside it, without the cell in which it stands."""
    return {
        (one.indicator, one.stage): (str(one.value), one.value, one.state, replace(one.origin, place=Place()))
        for one in figures
        if one.unit == unit
    }


def refused(taken: Taken) -> list[Problem]:
    """What the reader says of the cells themselves; that targets and evidence are missing is another matter."""
    return [one for one in taken.problems if one.code not in ("figures.target_missing", "figures.evidence_missing")]


def sheet_of(path: Path) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(path, rich_text=True)
    return book, book.worksheets[0]


def title_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value in ("Mã", "Code"))


def column(sheet: Worksheet, title: str) -> int:
    return next(cell.column for cell in sheet[title_row(sheet)] if cell.value == title)


def line(sheet: Worksheet, code: str) -> int:
    start = title_row(sheet) + 1
    return next(row for row in range(start, sheet.max_row + 1) if sheet.cell(row, 1).value == code)


def test_example_comes_back_unchanged_for_every_unit(tmp_path: Path) -> None:
    season = example()
    for unit in season.units:
        taken = read(season, write(season, tmp_path / f"{unit.code}.xlsx", unit))
        assert said(taken.figures, unit.code) == said(season.figures, unit.code)
        assert refused(taken) == []


@pytest.mark.parametrize("lang", Language)
def test_both_languages_are_read_back(tmp_path: Path, lang: Language) -> None:
    season = example()
    taken = read(season, write(season, tmp_path / "t.xlsx", season.units[0], lang))
    assert said(taken.figures) == said(season.figures)


WHOLE = st.integers(0, 10**14) | st.sampled_from([0, 1, 999, 1000, 1234567, 10**15, 10**16 + 1])
DECIMALS = st.builds(Number, st.integers(-(10**9), 10**9) | st.sampled_from([0, 850, 1234, 12345]), st.integers(0, 6))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def counts(kind: NumberKind) -> st.SearchStrategy[Counts]:
    low = st.integers(0, 10**6)
    pairs = st.tuples(low, st.integers(1, 10**6))
    bound = kind is not NumberKind.RESULT_TARGET
    return pairs.map(lambda two: Counts(min(two) if bound else two[0], max(two) if bound else two[1], kind))


RATES = st.builds(lambda digits, places: Rate(Number(digits, places)), st.integers(0, 10**4), st.integers(2, 4))
VALUES: dict[str, st.SearchStrategy[FigureValue]] = {
    "dem": WHOLE.map(Number),
    "so": DECIMALS,
    "tien": st.integers(-(10**14), 10**14).map(Number),
    "ty-le": st.builds(Rate, DECIMALS),
    "phan": counts(NumberKind.SHARE) | RATES,
    "ket-qua": counts(NumberKind.RESULT_TARGET) | RATES,
    "don-vi": counts(NumberKind.OF_UNITS),
    "ngay": DAYS,
    "muc": st.sampled_from([Level(index, word) for index, word in enumerate(LEVELS)]),
    "I.10": st.integers(0, 1000).map(lambda digits: Number(digits, 2)),
    "I.11": st.booleans(),
}
STATES = st.sampled_from([State.NOT_ASSIGNED, State.NOT_APPLICABLE])
NOTE = st.sampled_from(["", "Báo cáo số 15/BC-CAT, trang 3", "=1+1", "đạt", "343/359", "Mã"])


@st.composite
def figures(draw: st.DrawFn) -> tuple[Figure, ...]:
    """What stages said, each with notes of its own or shared ones; often the same, so that they share a line."""
    found = []
    for code in draw(st.sets(st.sampled_from(sorted(VALUES)), max_size=4)):
        source, evidence = draw(NOTE), draw(NOTE)
        for stage in draw(st.sets(st.sampled_from(list(Stage)), min_size=1)):
            state = draw(STATES) if draw(st.integers(0, 4)) == 0 else State.REPORTED
            value = draw(VALUES[code]) if state is State.REPORTED else None
            own = draw(st.booleans())
            later: dict[str, object] = {}
            if stage is not Stage.SELF:
                later = {"appraiser": draw(NOTE), "reason": draw(NOTE), "decided_on": draw(st.none() | DAYS)}
            origin = Origin(
                source=draw(NOTE) if own else source,
                evidence=draw(NOTE) if own else evidence,
                nature=draw(st.sampled_from(Nature)),
                **later,  # type: ignore[arg-type]
            )
            figure = Figure(unit=UNIT.code, indicator=code, stage=stage, value=value, state=state, origin=origin)
            found.append(figure)
    return tuple(found)


@given(figures())
@settings(max_examples=40)
def test_every_value_and_note_comes_back(
    tmp_path_factory: pytest.TempPathFactory, given_figures: tuple[Figure, ...]
) -> None:
    season = replace(every_kind(), figures=given_figures)
    taken = read(season, write(season, tmp_path_factory.mktemp("t") / "t.xlsx"))
    assert said(taken.figures) == said(given_figures)
    assert [one.code for one in refused(taken)] == ["checks.above_whole" for one in given_figures if above_whole(one)]


def above_whole(figure: Figure) -> bool:
    """Whether a percentage is above 100, about which is asked."""
    value, kind = figure.value, every_kind().rulebook.indicator(figure.indicator).kind
    return kind is FigureKind.PERCENT and isinstance(value, Rate) and value.ratio[0] > value.ratio[1]


def test_an_empty_template_says_nothing(tmp_path: Path) -> None:
    assert read(every_kind(), write(every_kind(), tmp_path / "t.xlsx")).figures == ()


TYPED: dict[str, tuple[object, FigureValue]] = {
    "dem": ("1.234", Number(1234)),  # a number as text
    "so": ("8,5", Number(85, 1)),
    "tien": (1250000, Number(1250000)),  # a number cell, pasted from elsewhere
    "ty-le": ("93,1%", Rate(Number(931, 1))),
    "phan": ("343/359", Counts(343, 359, NumberKind.SHARE)),
    "ngay": ("05/12/2024", date(2024, 12, 5)),  # day first, as typed
    "I.10": (8.25, Number(825, 2)),
    "I.11": ("Đạt", True),
}


def test_what_is_typed_is_read_and_the_rest_stays(tmp_path: Path) -> None:
    known = Figure(
        unit=UNIT.code, indicator="ket-qua", stage=Stage.SELF, value=Counts(662, 338, NumberKind.RESULT_TARGET)
    )
    season = replace(every_kind(), figures=(known,))
    path = write(season, tmp_path / "t.xlsx")
    book, sheet = sheet_of(path)
    own, evidence = column(sheet, "Tự chấm"), column(sheet, "Minh chứng")
    for code, (typed, _value) in TYPED.items():
        sheet.cell(line(sheet, code), own).value = typed  # type: ignore[assignment]
    sheet.cell(line(sheet, "ngay"), evidence).value = "Công văn 12"
    sheet.cell(line(sheet, "muc"), own).value = "KAD"
    book.save(path)
    taken = read(season, path)
    found = {one.indicator: one for one in taken.figures}
    assert {code: found[code].value for code in TYPED} == {code: value for code, (_typed, value) in TYPED.items()}
    assert (found["muc"].value, found["muc"].state) == (None, State.NOT_APPLICABLE)
    assert found["ngay"].origin.evidence == "Công văn 12"
    assert said((found["ket-qua"],)) == said((known,))
    assert (len(found), refused(taken)) == (10, [])


def test_a_date_cell_is_read_as_its_day(tmp_path: Path) -> None:
    path = write(every_kind(), tmp_path / "t.xlsx")
    book, sheet = sheet_of(path)
    sheet.cell(line(sheet, "ngay"), column(sheet, "Tự chấm")).value = datetime(2024, 12, 5)  # noqa: DTZ001 - as Excel has it
    book.save(path)
    assert [one.value for one in read(every_kind(), path).figures] == [date(2024, 12, 5)]


def test_only_the_units_own_cells_are_open(tmp_path: Path) -> None:
    _book, sheet = sheet_of(write(example(), tmp_path / "t.xlsx", example().units[0]))
    header = title_row(sheet)
    titles = [str(cell.value) for cell in sheet[header]]
    rows = template_rows(example(), "tay-ninh", Language.VI)
    assert sheet.protection.sheet
    for number, row in enumerate(rows, start=header + 1):
        is_own = isinstance(row, TemplateLine) and row.is_own
        unlocked = {title for title, cell in zip(titles, sheet[number], strict=True) if not cell.protection.locked}
        assert unlocked == ({"Tự chấm", "Minh chứng", "Nguồn", "Tính chất"} if is_own else set())


def test_lines_stand_in_the_rulebooks_order_and_each_indicator_once() -> None:
    season = example()
    rows = template_rows(season, "tay-ninh", Language.VI)
    own = [row.indicator.code for row in rows if isinstance(row, TemplateLine) and row.is_own]
    asked = [code for _node, leaf in season.rulebook.leaves for code in leaf.indicators]
    asked += [item.when.indicator for item in season.rulebook.knock_outs]
    assert own == list(dict.fromkeys(asked))
    assert sorted(own) == sorted(one.code for one in season.rulebook.indicators)


def test_titles_are_those_of_the_reader_and_pages_repeat_them(tmp_path: Path) -> None:
    _book, sheet = sheet_of(write(example(), tmp_path / "t.xlsx", example().units[0]))
    header = title_row(sheet)
    assert [cell.value for cell in sheet[header]] == [
        "Mã", "Nội dung", "Đơn vị tính", "Chỉ tiêu", "Tự chấm", "Thẩm định", "Thống nhất", "Minh chứng", "Nguồn",
        "Tính chất", "Người thẩm định", "Ngày thẩm định", "Lý do", "Đơn vị",
    ]  # fmt: skip
    assert sheet.print_title_rows == f"${header}:${header}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.freeze_panes == f"C{header + 1}"


@pytest.mark.parametrize("season", [example, every_kind])
def test_the_paper_holds_what_the_unit_signs_in_a_size_that_is_read(
    tmp_path: Path, season: Callable[[], Season]
) -> None:
    """A4 landscape bears about 125 digits of 11 points; what stands beside the paper is said to."""
    _book, sheet = sheet_of(write(season(), tmp_path / "t.xlsx", season().units[0]))
    header = title_row(sheet)
    first, last = range_boundaries(sheet.print_area.rpartition("!")[2].replace("$", ""))[::2]
    titles = [str(cell.value) for cell in sheet[header]]
    beside = ["Người thẩm định", "Ngày thẩm định", "Lý do", "Đơn vị"]
    assert (first, titles[last:]) == (1, [title for title in beside if title in titles])
    widths = [sheet.column_dimensions[get_column_letter(at)].width for at in range(first, last + 1)]
    assert 11 * min(1, 125 / sum(widths)) >= 8.4
    assert sheet.cell(header - 1, last + 1).value == "Từ cột này trở đi không in ra giấy."
    assert sheet.row_dimensions[header].height >= 2 * 15  # “Đơn vị tính” breaks into two lines


def test_rules_stand_beside_their_lines_and_states_are_told(tmp_path: Path) -> None:
    book, sheet = sheet_of(write(example(), tmp_path / "t.xlsx", example().units[0]))
    comment = sheet.cell(line(sheet, "kham-pha-rnt"), 2).comment
    assert comment is not None
    assert comment.text.startswith("Xét “Tỷ lệ điều tra, khám phá án rất nghiêm trọng")
    told = str(sheet["A5"].value)
    assert told.startswith("Ghi “không giao” nếu đơn vị không được giao nhiệm vụ ấy, “KAD” nếu")
    assert book.sheetnames == [
        "Công an tỉnh Tây Ninh"[:31] if not example().units[0].short else "Tây Ninh",
        "Hướng dẫn",
    ]


def test_cells_still_empty_are_counted(tmp_path: Path) -> None:
    _book, sheet = sheet_of(write(every_kind(), tmp_path / "t.xlsx"))
    lines = template_rows(every_kind(), UNIT.code, Language.VI)
    header = title_row(sheet)
    assert sheet.cell(header - 1, 3).value == f"=COUNTBLANK(D{header + 1}:D{header + len(lines)})-1"


def test_a_secret_criterion_shows_its_code_only() -> None:
    season = every_kind()
    group = season.rulebook.criteria[0]
    assert group.group is not None
    parts = [replace(part, secrecy=type(part.secrecy)("code_only")) for part in group.group.parts]
    secret = replace(group, body=replace(group.group, parts=tuple(parts)))
    rows = template_rows(replace(season, rulebook=replace(season.rulebook, criteria=(secret,))), UNIT.code, Language.VI)
    shown = " ".join(
        f"{row.title} {row.name} {row.measure} {row.rule}" for row in rows if isinstance(row, TemplateLine)
    )
    assert [word for word in ("Tiêu chí dem", "Chỉ số", "Kỷ luật", "Chấm") if word in shown] == []


def test_same_season_and_day_give_the_same_file(tmp_path: Path) -> None:
    first = template_workbook(example(), example().units[0], Language.VI, dated=DATED)
    assert first == template_workbook(example(), example().units[0], Language.VI, dated=DATED)
    assert openpyxl.load_workbook(BytesIO(first)).properties.created == datetime(2024, 11, 23)  # noqa: DTZ001


def test_every_message_fits_into_excel() -> None:
    for season in (example(), every_kind()):
        for lang in Language:
            for row in template_rows(season, season.units[0].code, lang):
                if isinstance(row, TemplateLine):
                    options = validation(row, "E7", lang)
                    assert max(len(str(options[key])) for key in ("input_message", "error_message")) <= MESSAGE_LIMIT
                    assert max(len(str(options[key])) for key in ("input_title", "error_title")) <= 32
                    assert len(str(options.get("value", ""))) <= MESSAGE_LIMIT


PASSES = {
    "dem": ["0", "1.234", "12", "không giao", "KAD", "kad", 7],
    "so": ["8,5", "-0,5", "12", "8.5", 8.5],
    "tien": ["1.250.000", "0", 5],
    "ty-le": ["93,1%", "93,1", 0.931],
    "phan": ["343/359", "93,1%", "không giao"],
    "ket-qua": ["2.662/1438", "185%"],
    "don-vi": ["05/05"],
    "ngay": ["05/12/2024", "5/1/2024", 45000],
    "muc": ["cảnh cáo, nặng", "khiển trách", "KAD"],
    "I.10": ["0", "10", "8,25", "10,0", 8.5, "không giao"],
}
FAILS = {
    "dem": ["-1", "8,5", "mười", -1, 2.5],
    "so": ["tám"],
    "tien": ["1,5"],
    "ty-le": ["nhiều"],
    "phan": ["343", 343],
    "ket-qua": ["2662"],
    "don-vi": ["5"],
    "ngay": ["mai", "12/2024"],
    "muc": ["nặng"],
    "I.10": ["10,5", "-1", "85", "11", 10.01, "nhiều"],
}


@pytest.mark.system("libreoffice-calc")
def test_formulas_judge_what_is_typed(tmp_path: Path) -> None:
    lines = {
        row.indicator.code: row
        for row in template_rows(every_kind(), UNIT.code, Language.VI)
        if isinstance(row, TemplateLine)
    }
    cases = [(code, typed, True) for code, many in PASSES.items() for typed in many]
    cases += [(code, typed, False) for code, many in FAILS.items() for typed in many]
    options = {"strings_to_numbers": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(tmp_path / "rules.xlsx", options) as book:
        sheet = book.add_worksheet()
        for row, (code, typed, _passes) in enumerate(cases):
            sheet.write(row, 0, typed)
            formula = str(validation(lines[code], f"A{row + 1}", Language.VI)["value"])
            sheet.write_formula(row, 1, f'=IF(ISERROR({formula[1:]}),"no",IF({formula[1:]},"yes","no"))')
    convert(tmp_path / "rules.xlsx", CSV_IN_UTF8, tmp_path)
    with (tmp_path / "rules.csv").open(encoding="utf-8", newline="") as file:
        answers = [row[1] == "yes" for row in csv.reader(file)]
    judged = [(code, typed, answer) for (code, typed, _passes), answer in zip(cases, answers, strict=True)]
    assert judged == cases


def test_every_kind_of_figure_is_tried_with_something() -> None:
    kinds = {*KINDS.values(), "points", "verdict"}
    assert kinds == {kind.value for kind in FigureKind}
    assert set(PASSES) == set(FAILS) == {*KINDS, "I.10"}


@pytest.mark.system("libreoffice-calc")
def test_libreoffice_keeps_what_is_known(tmp_path: Path) -> None:
    season = example()
    path = write(season, tmp_path / "t.xlsx", season.units[0])
    for ending in ("ods", "xlsx"):
        (tmp_path / ending).mkdir()
        convert(path, ending, tmp_path / ending)
        taken = read(season, tmp_path / ending / f"t.{ending}")
        assert said(taken.figures) == said(season.figures)
        assert refused(taken) == []


RECALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
CSV_IN_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"


def convert(path: Path, ending: str, out: Path) -> None:
    """LibreOffice with a profile of its own, in which it computes every formula afresh."""
    profile = f"-env:UserInstallation=file://{out}/profile"
    (out / "profile" / "user").mkdir(parents=True)
    (out / "profile" / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    command = ["localc", profile, "--headless", "--convert-to", ending, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
