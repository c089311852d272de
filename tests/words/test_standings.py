"""The standings in the terminal: columns that line up, honest ranks, and the reason for every order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.numbers import Number
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Season
from thidua.core.standings import standings
from thidua.words.language import Language
from thidua.words.standings import write_standings
from thidua.words.tables import Heading, display_width, fold, pad, write_table
from words.builders import VALUES, make_rulebook, make_season

VI, EN = Language.VI, Language.EN
SAME = {code: (column[0],) * 5 for code, column in VALUES.items()}


def written(season: Season, lang: Language = VI) -> list[str]:
    evaluation = season.evaluate()
    (one,) = standings(evaluation)
    return write_standings(season, evaluation, one, lang).splitlines()


def table_of(lines: list[str]) -> list[str]:
    rules = [index for index, line in enumerate(lines) if line.startswith("─")]
    return lines[rules[0] : rules[1] + 1]


def notes_of(lines: list[str]) -> list[str]:
    last = max(index for index, line in enumerate(lines) if line.startswith("─"))
    return " ".join(line.strip() for line in lines[last + 1 :]).split("· ")[1:]


def test_table_lists_ranked_units_then_the_others() -> None:
    rows = [line.split("  ") for line in table_of(written(make_season()))[1:-1]]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert cells == [
        ["1", "Công an Long An", "68,00", "15,00", "10,00", "93,00"],
        ["2", "Công an Tây Ninh", "63,28", "17,90", "10,00", "91,18"],
        ["3", "Công an Bình Dương", "41,00", "15,00", "9,50", "65,50"],
        ["4", "Công an Đồng Nai", "41,10", "11,40", "9,00", "61,50"],
        ["–", "Công an Bình Phước", "40,00", "9,90", "2,00", "51,90"],
    ]


@pytest.mark.parametrize("lang", list(Language))
def test_columns_line_up_on_screen(lang: Language) -> None:
    table = table_of(written(make_season(), lang))
    assert {display_width(line) for line in table} == {display_width(table[0])}


def test_stage_doubt_and_illustration_are_said_in_words() -> None:
    assert written(make_season())[:4] == [
        "Xếp hạng – Cụm thi đua số 10, năm 2024",
        "Bảng điểm thi đua mẫu, phiên bản 3. Số liệu ở bước thống nhất.",
        "Xếp hạng tạm tính: điểm còn có thể thay đổi, chỉ chốt khi số liệu cả cụm đã thống nhất.",
        "Có số liệu minh họa: không phải kết quả thật của các đơn vị.",
    ]


def test_closed_season_of_real_figures_is_final() -> None:
    season = replace(make_season(values=SAME, closed=True, illustrative=()), stage=make_season().stage)
    figures = tuple(one for one in season.figures if one.indicator != "nop")
    days = tuple(replace(one, stage=season.stage) for one in season.figures if one.indicator == "nop")
    assert written(replace(season, figures=figures + days))[2] == "Xếp hạng chính thức: cụm đã chốt số liệu."


def test_shared_rank_is_told_step_by_step() -> None:
    lines = written(make_season(values=SAME))
    assert [line.split()[0] for line in table_of(lines)[1:-1]] == ["1="] * 5
    names = "Công an Tây Ninh, Công an Bình Dương, Công an Bình Phước, Công an Long An và Công an Đồng Nai"
    assert notes_of(lines)[:3] == [
        f"{names} bằng tổng điểm, xét điểm của mục I (cao hơn xếp trước) vẫn bằng nhau (67,00). ",
        f"{names} bằng tổng điểm, xét điểm trừ (ít hơn xếp trước) vẫn bằng nhau (1,50). ",
        f"{names} cùng 94,90 điểm, hết tiêu chí phụ vẫn bằng nhau nên đồng hạng 1=. Không rút thăm. ",
    ]


def test_tie_that_a_step_parts_names_the_step() -> None:
    late = {**SAME, "cham": (Number(0), *(Number(1),) * 4), "II.1": (Number(7), *(Number(75, 1),) * 4)}
    notes = notes_of(written(make_season(values=late)))
    assert notes[1] == (
        "Công an Tây Ninh, Công an Bình Dương, Công an Bình Phước, Công an Long An và Công an Đồng Nai bằng tổng điểm, "
        "xếp theo điểm trừ (ít hơn xếp trước): Công an Tây Ninh 0,00; Công an Bình Dương 0,50; Công an Bình Phước "
        "0,50; Công an Long An 0,50; Công an Đồng Nai 0,50. "
    )


def test_unit_without_a_rank_has_its_reason() -> None:
    values = {**VALUES, "bi-dong": (True, False, False, False, False)}
    notes = notes_of(written(make_season(values=values)))
    assert notes[:2] == [
        "Công an Tây Ninh không xếp hạng: Để xảy ra bị động, bất ngờ (KO1). ",
        "Công an Bình Phước chưa xếp hạng: còn 1 tiêu chí chưa báo cáo (I.1). ",
    ]


def test_adjustment_and_rescaling_are_told() -> None:
    book = make_rulebook(total={"authority_adjustment": "5", "rescale_to": "1000"})
    taken = AuthorityAdjustment(unit="long-an", points=Number(-2), reason="báo cáo chậm", document="QĐ 12")
    lines = written(make_season(rulebook=book, adjustments=(taken,)))
    assert notes_of(lines)[1:3] == [
        "Công an Long An bị cấp có thẩm quyền trừ 2 điểm: báo cáo chậm (QĐ 12). ",
        (
            "Xếp theo điểm quy về thang 1.000, vì có đơn vị không được giao đủ 100 điểm. Tối đa được giao: Công an "
            "Bình Phước 95, Công an Đồng Nai 95. "
        ),
    ]


def test_width_counts_what_is_seen() -> None:
    assert [display_width(text) for text in ("Nguyễn", "Nguye\u0302\u0303n", "thi đua\u200b", "警察", "")] == [
        6,
        6,
        7,
        4,
        0,
    ]


@given(st.text(alphabet="ạễ đu ", max_size=60), st.integers(1, 20))
def test_folded_lines_fit_and_lose_no_word(text: str, width: int) -> None:
    lines = fold(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(display_width(line) <= width or " " not in line for line in lines)


@given(st.lists(st.lists(st.text(alphabet="aễ警 1", max_size=8), min_size=2, max_size=2), min_size=1, max_size=4))
def test_every_row_is_as_wide_as_its_rule(rows: list[list[str]]) -> None:
    lines = write_table([Heading("Đơn vị"), Heading("Điểm", right=True)], [[*row, "|"][:2] for row in rows])
    assert all(display_width(line) <= display_width(lines[1]) for line in lines)
    assert lines[1] == lines[-1]


def test_padding_fills_up_and_never_cuts() -> None:
    assert [pad("ễ", 3), pad("ễ", 3, right=True), pad("警察", 3)] == ["ễ  ", "  ễ", "警察"]
