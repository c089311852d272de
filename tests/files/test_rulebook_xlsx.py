"""A rulebook goes to Excel and comes back whole; what officers get wrong there is told at its cell."""

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from openpyxl import Workbook, load_workbook

from rulebook_cases import AS_DRAWN, rulebooks, texts
from thidua.core.errors import Place, Problem, RulebookRefused, Severity
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.files.containers import check_table_file
from thidua.files.rulebook_sheets import is_rulebook_workbook, read_rulebook_tables
from thidua.files.rulebook_xlsx import rulebook_workbook
from thidua.files.season import load_rulebook
from thidua.files.tables import tables_of
from thidua.words.language import Language

EXAMPLE = Path("examples/cluster10-2024/rulebook.yaml")


def read(data: bytes) -> tuple[Rulebook | None, list[Problem]]:
    return read_rulebook_tables(tables_of(check_table_file("bang.xlsx", data)))


def edited(
    change: Callable[[Workbook], None], rulebook: Rulebook | None = None
) -> tuple[Rulebook | None, list[Problem]]:
    """The example's workbook after somebody worked on it."""
    workbook = load_workbook(io.BytesIO(rulebook_workbook(rulebook or load_rulebook(EXAMPLE))))
    change(workbook)
    saved = io.BytesIO()
    workbook.save(saved)
    return read(saved.getvalue())


def cell_of(workbook: Workbook, sheet: str, code: str, column: str, entry: str = "") -> str:
    """The name of the cell in the row of a criterion (and of an entry, on the sheet of rules)."""
    for row in workbook[sheet].iter_rows():
        values = [cell.value for cell in row]
        if values[0] == code and (not entry or values[1] == entry):
            return f"{column}{row[0].row}"
    raise KeyError(code, entry)


def told(problems: list[Problem]) -> list[tuple[str, Place]]:
    return [(problem.code, problem.place) for problem in problems if problem.severity is not Severity.WARNING]


@given(rulebooks())
@settings(max_examples=30, deadline=None, phases=AS_DRAWN)
def test_rulebook_comes_back_with_the_same_digest(rulebook: Rulebook) -> None:
    back, problems = read(rulebook_workbook(rulebook))
    assert back is not None, list(problems)
    assert rulebook_digest(back) == rulebook_digest(rulebook)


@pytest.mark.parametrize("lang", list(Language))
def test_example_comes_back_in_both_languages_without_a_problem(lang: Language) -> None:
    rulebook = load_rulebook(EXAMPLE)
    back, problems = read(rulebook_workbook(rulebook, lang))
    assert problems == []
    assert back is not None
    assert rulebook_digest(back) == rulebook_digest(rulebook)


@given(texts())
@example("a\tb")
@example("một\r\nhai")
@example("\x0b_x000D_")
@settings(max_examples=60, deadline=None)
def test_text_survives_in_a_cell_whatever_it_looks_like(text: str) -> None:
    leaf = {"code": "I", "name": text, "points": "1", "rule": "entry"}
    raw = {"rulebook": "r", "title": text, "version": "1", "valid": {"from": "01/01/2024"}, "criteria": [leaf]}
    rulebook = parse_rulebook(raw)
    back, _problems = read(rulebook_workbook(rulebook))
    assert back is not None
    assert (back.title, back.criteria[0].name) == (rulebook.title, rulebook.criteria[0].name)


def test_same_rulebook_gives_the_same_bytes() -> None:
    rulebook = load_rulebook(EXAMPLE)
    assert rulebook_workbook(rulebook) == rulebook_workbook(rulebook)


def test_workbook_is_known_by_its_sheets() -> None:
    workbook = Workbook()
    saved = io.BytesIO()
    workbook.active.append(["TT", "Nội dung"])
    workbook.save(saved)
    other = tables_of(check_table_file("khac.xlsx", saved.getvalue()))
    own = tables_of(check_table_file("bang.xlsx", rulebook_workbook(load_rulebook(EXAMPLE))))
    assert (is_rulebook_workbook(own), is_rulebook_workbook(other)) == (True, False)


def test_parameter_changed_in_its_cell_changes_the_rule() -> None:
    def change(workbook: Workbook) -> None:
        workbook["Cách tính"][cell_of(workbook, "Cách tính", "I.2.1.b", "I", "cách tính › bậc 2")] = 17

    back, problems = edited(change)
    assert back is not None
    band = back.find("I.2.1.b").leaf.shape.bands[1]  # type: ignore[union-attr]
    assert band.points.canonical() == "17"
    assert {(one.code, one.severity) for one in problems} == {("rulebook_xlsx.words_differ", Severity.WARNING)}


def test_every_mistake_is_told_at_its_cell_at_once() -> None:
    cells: dict[str, str] = {}

    def change(workbook: Workbook) -> None:
        table, rules, general = workbook["Bảng điểm"], workbook["Cách tính"], workbook["Chung"]
        cells["points"] = cell_of(workbook, "Bảng điểm", "I.1.2", "C")
        table[cells["points"]] = "bốn mươi"
        cells["level"] = cell_of(workbook, "Bảng điểm", "I.2.1.a", "F")
        table[cells["level"]] = "7"
        cells["band"] = cell_of(workbook, "Cách tính", "I.2.1.b", "D", "cách tính › bậc 2")
        rules[cells["band"]] = "chín mươi"
        cells["kind"] = cell_of(workbook, "Cách tính", "I.4.2", "C", "cách tính")
        rules[cells["kind"]] = "relativ"
        cells["entry"] = cell_of(workbook, "Cách tính", "I.1.4", "B", "khoản trừ 1 › mức trần")
        rules[cells["entry"]] = "khoản trừ 1 › trần"
        cells["code"] = cell_of(workbook, "Cách tính", "I.3.2.a", "A", "cách tính")
        rules[cells["code"]] = "I.3.9"
        cells["rank"] = cell_of(workbook, "Chung", "cách ghi đồng hạng", "B")
        general[cells["rank"]] = "third"

    _back, problems = edited(change)
    assert {(code, place.sheet, place.cell) for code, place in told(problems)} >= {
        ("numbers.letters", "Bảng điểm", cells["points"]),
        ("rulebook_xlsx.bad_level", "Bảng điểm", cells["level"]),
        ("numbers.letters", "Cách tính", cells["band"]),
        ("rulebook.unknown_kind", "Cách tính", cells["kind"]),
        ("rulebook_xlsx.unknown_entry", "Cách tính", cells["entry"]),
        ("rulebook_xlsx.rule_without_criterion", "Cách tính", cells["code"]),
        ("plain.unknown_choice", "Chung", cells["rank"]),
    }


def test_twenty_mistakes_of_one_workbook_are_all_told_at_their_cells() -> None:
    wrong: set[str] = set()

    def change(workbook: Workbook) -> None:
        table = workbook["Bảng điểm"]
        codes = [row[0] for row in table.iter_rows() if re.fullmatch(r"[IVX]+(\.\w+){2,3}", str(row[0].value))]
        for number, code in enumerate(codes[:20]):
            cell = f"{'C' if number % 2 else 'F'}{code.row}"
            table[cell] = f"điểm {number}" if number % 2 else "9"
            wrong.add(cell)

    _back, problems = edited(change)
    assert len(wrong) == 20
    assert {place.cell for _code, place in told(problems) if place.sheet == "Bảng điểm"} >= wrong


def test_contradiction_found_by_the_checker_is_told_at_its_cell() -> None:
    def change(workbook: Workbook) -> None:
        workbook["Bảng điểm"][cell_of(workbook, "Bảng điểm", "I.1", "C")] = 210
        workbook["Cách tính"][cell_of(workbook, "Cách tính", "I.2.1.b", "E", "cách tính › bậc 2")] = "91%"

    _back, problems = edited(change)
    places = [(code, place.sheet) for code, place in told(problems)]
    assert sorted(places) == [
        ("rulebook.bands_hole", "Cách tính"),
        ("rulebook.parts_do_not_sum", "Bảng điểm"),
        ("rulebook.parts_do_not_sum", "Bảng điểm"),
    ]


def test_words_changed_beside_the_rule_are_pointed_out() -> None:
    cells: list[str] = []

    def change(workbook: Workbook) -> None:
        cells.append(cell_of(workbook, "Bảng điểm", "I.1.4", "E"))
        workbook["Bảng điểm"][cells[0]] = "Mỗi vụ trừ 20 điểm."

    back, problems = edited(change)
    assert back is not None
    assert rulebook_digest(back) == rulebook_digest(load_rulebook(EXAMPLE))
    assert [(one.code, one.place.cell, one.severity) for one in problems] == [
        ("rulebook_xlsx.words_differ", cells[0], Severity.WARNING)
    ]


def test_entry_written_twice_is_refused_where_it_stands_again() -> None:
    def change(workbook: Workbook) -> None:
        workbook["Chung"].append(["tổng điểm › mức trần", "900"])

    _back, problems = edited(change)
    assert [code for code, _place in told(problems)] == ["rulebook_xlsx.twice"]


def test_number_cells_and_percent_cells_are_read_as_typed() -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["Cách tính"]
        cell = cell_of(workbook, "Cách tính", "I.2.1.b", "F", "cách tính › bậc 2")
        sheet[cell], sheet[cell].number_format = 0.92, "0%"
        sheet[cell_of(workbook, "Cách tính", "I.2.4.b", "C", "khoản cộng 1 › cách tính › điểm mỗi lần")] = 0.5

    back, problems = edited(change)
    assert problems == []
    assert back is not None
    assert rulebook_digest(back) == rulebook_digest(load_rulebook(EXAMPLE))


def test_missing_sheet_is_named() -> None:
    _back, problems = edited(lambda workbook: workbook.remove(workbook["Chung"]))
    assert ("rulebook_xlsx.no_sheet", Place("bang.xlsx")) in told(problems)


def test_text_beyond_a_cell_is_refused_before_anything_is_written() -> None:
    leaf = {"code": "I", "name": "x" * 32_768, "points": "1", "rule": "entry"}
    raw = {"rulebook": "r", "title": "t", "version": "1", "valid": {"from": "01/01/2024"}, "criteria": [leaf]}
    with pytest.raises(RulebookRefused) as refused:
        rulebook_workbook(parse_rulebook(raw))
    assert [(one.code, one.place.path) for one in refused.value.problems] == [
        ("rulebook_xlsx.text_too_long", "criteria[0].name")
    ]


def test_rulebook_that_the_parser_half_reads_is_told_at_its_cell() -> None:
    cells: list[str] = []

    def change(workbook: Workbook) -> None:
        cells.append(cell_of(workbook, "Cách tính", "I.2.4.b", "C", "thứ tự áp dụng 3"))
        workbook["Cách tính"][cells[0]] = "limit"

    _back, problems = edited(change)
    first = cells[0].replace("C", "")
    assert told(problems) == [
        ("rulebook.order_incomplete", Place("bang.xlsx", "Cách tính", f"C{int(first) - 2}")),
    ]


@pytest.mark.system("libreoffice-calc")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbook_saved_again_by_another_program_still_says_the_same(ending: str, tmp_path: Path) -> None:
    rulebook = load_rulebook(Path("examples/rulebooks/tien-giang-2022.yaml"))
    (tmp_path / "bang.xlsx").write_bytes(rulebook_workbook(rulebook))
    profile, out = f"-env:UserInstallation=file://{tmp_path}/profile", tmp_path / "out"
    command = [
        "localc",
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(out),
        str(tmp_path / "bang.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back, problems = read((out / f"bang.{ending}").read_bytes())
    assert problems == []
    assert back is not None
    assert rulebook_digest(back) == rulebook_digest(rulebook)
