"""Scoring tables as offices write them become drafts: tree, words and points kept, all else told as a warning."""

import io
from typing import Any

import pytest
from openpyxl import Workbook

from thidua.core.errors import Severity
from thidua.core.rulebook.parse import parse_rulebook
from thidua.files.containers import check_table_file
from thidua.files.rulebook_yaml import document_yaml
from thidua.files.tables import tables_of
from thidua.files.wild_tables import Draft, read_wild_table
from thidua.files.yaml_text import read_yaml

HEAD = ["TT", "Nội dung", "Điểm"]


def draft_of(
    rows: list[list[Any]], *, title: str = "BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2024", merged: tuple[str, ...] = ()
) -> Draft:
    workbook = Workbook()
    sheet = workbook.active
    for row in ([title], *rows):
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    saved = io.BytesIO()
    workbook.save(saved)
    draft = read_wild_table(tables_of(check_table_file("bang.xlsx", saved.getvalue()))[0])
    assert draft is not None
    return draft


def tree(draft: Draft) -> list[tuple[str, str, str]]:
    """(code, name, points) of every criterion in reading order."""

    def walk(parts: Any) -> Any:
        for part in parts:
            yield part["code"], part["name"], part["points"]
            yield from walk(part.get("parts", []))

    return list(walk(draft.document["criteria"]))


def warned(draft: Draft) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.cell) for problem in draft.warnings if problem.code != "wild.draft"]


def test_roman_number_and_letter_numbering_makes_the_tree() -> None:
    draft = draft_of(
        [
            HEAD,
            ["I", "Công tác chuyên môn", 8],
            [1, "Đất đai", 5],
            ["a", "Việc trễ hạn trừ 0,5", "3,5"],
            ["b)", "Báo cáo", "1,5 điểm"],
            [2, "Môi trường", 3],
            ["II", "Xây dựng lực lượng", 2],
            [None, "Tổng cộng", 10],
        ]
    )
    assert tree(draft) == [
        ("I", "Công tác chuyên môn", "8"),
        ("I.1", "Đất đai", "5"),
        ("I.1.a", "Việc trễ hạn trừ 0,5", "3,5"),
        ("I.1.b", "Báo cáo", "1,5"),
        ("I.2", "Môi trường", "3"),
        ("II", "Xây dựng lực lượng", "2"),
    ]
    assert warned(draft) == []


def test_draft_is_a_rulebook_that_the_parser_reads() -> None:
    draft = draft_of([HEAD, ["I", "Nhóm", 5], ["1", "mục", 5]])
    rulebook = parse_rulebook(read_yaml(document_yaml(draft.document).encode()))
    assert (rulebook.title, rulebook.valid.start.year) == ("BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2024", 2024)
    assert [(leaf.shape.name, node.name) for node, leaf in rulebook.leaves] == [("entry", "mục")]
    assert {problem.severity for problem in draft.warnings} == {Severity.WARNING}


def test_table_without_a_year_has_no_dates_of_its_own() -> None:
    assert "valid" not in draft_of([HEAD, ["1", "mục", 5]], title="Bảng điểm").document


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        (["A", "B", "C", "D"], ["A", "B", "C", "D"]),  # C and D are letters here, not a hundred
        (["I", "II", "III", "IV", "V"], ["I", "II", "III", "IV", "V"]),
        (["A", "I", "1", "2", "II", "B", "I"], ["A", "A.I", "A.I.1", "A.I.2", "A.II", "B", "B.I"]),
        (["1", "1.1", "1.2", "1.2.1", "2", "2.1"], ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]),
        (["1", "a", "b", "2", "a"], ["1", "1.a", "1.b", "2", "2.a"]),
        (["c", "d", "đ", "e"], ["c", "d", "đ", "e"]),
        (["I", "1", "II", "1"], ["I", "I.1", "II", "II.1"]),
    ],
)
def test_numbers_are_read_as_the_row_above_suggests(numbers: list[str], codes: list[str]) -> None:
    draft = draft_of([HEAD, *([number, f"mục {index}", 1] for index, number in enumerate(numbers))])
    assert [code for code, _name, _points in tree(draft)] == codes


def test_number_and_points_inside_the_words_are_found() -> None:
    rows = [HEAD, ["I. CÔNG TÁC CHUYÊN MÔN (80 điểm)"], ["1", "mục một", 80]]
    assert tree(draft_of(rows, merged=("A3:C3",)))[0] == ("I", "CÔNG TÁC CHUYÊN MÔN", "80")


def test_titles_on_two_lines_and_the_line_of_column_numbers_are_understood() -> None:
    draft = draft_of(
        [
            ["Số TT", "Tiêu chí", "Điểm", None, None],
            [None, None, "Chuẩn", "Thưởng", "Trừ"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ["a1", None, None, None, None],
            ["1", "Đúng hạn", 3, 1, "-1,5"],
        ],
        merged=("C2:E2",),
    )
    leaf = draft.document["criteria"][0]  # type: ignore[index]
    assert leaf == {
        "code": "1", "name": "Đúng hạn", "points": "3", "rule": "entry",
        "deductions": [
            {"name": "điểm trừ", "indicator": "1-tru", "rule": {"kind": "range", "least": "0", "most": "1,5"}}
        ],
        "bonuses": [
            {"name": "điểm thưởng", "indicator": "1-thuong", "rule": {"kind": "range", "least": "0", "most": "1"}}
        ],
        "order": ["deductions", "limit", "bonuses"],
    }  # fmt: skip
    assert parse_rulebook(draft.document).find("1") is not None
    assert warned(draft) == [("wild.row_before_first", "A5")]


def test_rows_without_a_number_add_words_or_become_criteria() -> None:
    draft = draft_of(
        [
            HEAD,
            ["1", "Báo cáo", None],
            [None, "- đủ, đúng hạn", None],
            [None, "- báo cáo tháng", 2],
            [None, "+ báo cáo quý", 3],
        ]
    )
    assert tree(draft) == [
        ("1", "Báo cáo; đủ, đúng hạn", "5"),
        ("1.1", "báo cáo tháng", "2"),
        ("1.2", "báo cáo quý", "3"),
    ]
    assert warned(draft) == [("wild.numbered_here", "B5"), ("wild.numbered_here", "B6")]


def test_whatever_does_not_fit_is_told_at_its_cell() -> None:
    draft = draft_of(
        [
            HEAD,
            ["1", "mục", "từ 3 đến 5"],
            ["3", "nhóm", 10],
            ["a", "con", 4],
            ["3", "trùng số", 1],
            ["Tổng", None, 99],
        ]
    )
    assert sorted(warned(draft)) == [
        ("wild.code_twice", "B6"),
        ("wild.no_number", "C3"),
        ("wild.no_points", "B3"),
        ("wild.number_out_of_order", "B4"),
        ("wild.number_out_of_order", "B6"),
        ("wild.parts_differ", "B4"),
        ("wild.total_differs", "A7"),
    ]


def test_sheet_without_titles_is_no_scoring_table() -> None:
    workbook = Workbook()
    workbook.active.append(["Họ tên", "Điểm"])
    saved = io.BytesIO()
    workbook.save(saved)
    assert read_wild_table(tables_of(check_table_file("khac.xlsx", saved.getvalue()))[0]) is None
