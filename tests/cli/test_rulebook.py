"""`thidua rulebook`: its tasks, their exit codes, and what they print."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from thidua.cli.main import main
from thidua.core.rulebook import rulebook_digest
from thidua.files.season import load_rulebook

EXAMPLE = Path("examples/cluster10-2024/rulebook.yaml")
TABLES = Path("examples/rulebooks")


def run(*words: object) -> int:
    return main(["rulebook", *(str(word) for word in words)])


def test_check_names_errors_and_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", TABLES / "tien-giang-2022-nhu-in.yaml") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "tien-giang-2022-nhu-in.yaml: 2 chỗ phải sửa:"
    assert [line.split(":")[0] for line in lines[1:]] == [
        "  - tien-giang-2022-nhu-in.yaml › criteria[C1].rule",
        "  - tien-giang-2022-nhu-in.yaml › criteria[C2].rule",
    ]


@pytest.mark.parametrize("name", ["tien-giang-2022.yaml", "tien-giang-2022.xlsx"])
def test_check_of_a_sound_rulebook_tells_its_size_and_digest(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", TABLES / name) == 0
    digest = rulebook_digest(load_rulebook(TABLES / "tien-giang-2022.yaml"))
    head = " ".join(digest[start : start + 4] for start in range(0, 16, 4))
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{name}: không có chỗ phải sửa.",
        f"21 tiêu chí chấm điểm, 100 điểm, 38 số liệu. Mã kiểm {head}.",
    ]


def test_describe_prints_the_table_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", TABLES / "thua-thien-hue-2018.yaml", "--lang", "en") == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "Khung chấm điểm thi đua của các khối thi đua tỉnh Thừa Thiên Huế",
        "Code thua-thien-hue-2018, version 2018.",
        "In force from 01/01/2018, no end is fixed.",
        "Legal basis: HD 804/HD-SNV năm 2018.",
    ]


def test_describe_refuses_a_rulebook_with_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("describe", TABLES / "tien-giang-2022-nhu-in.yaml") == 1
    assert capsys.readouterr().err.startswith("Chưa làm được, có 2 chỗ cần sửa")


def test_diff_exits_1_when_something_changed_and_0_when_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    sides = TABLES / "tien-giang-2022.yaml", TABLES / "tien-giang-2022-ap-dung.yaml"
    assert run("diff", *sides) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("4 thay đổi, từ tien-giang-2022 (phiên bản bảng ban hành)")
    assert len(lines) == 5
    assert run("diff", sides[0], TABLES / "tien-giang-2022.xlsx") == 0
    assert capsys.readouterr().out == "Hai bảng tiêu chí giống hệt nhau về nội dung.\n"


def test_to_excel_and_from_excel_lose_nothing(tmp_path: Path) -> None:
    workbook, yaml = tmp_path / "bang.xlsx", tmp_path / "bang.yaml"
    assert run("to-excel", EXAMPLE, "--out", workbook) == 0
    assert run("from-excel", workbook, "--out", yaml) == 0
    assert rulebook_digest(load_rulebook(yaml)) == rulebook_digest(load_rulebook(EXAMPLE))


def test_from_excel_makes_a_draft_of_an_ordinary_scoring_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook, out = Workbook(), tmp_path / "du-thao.yaml"
    for row in (["Bảng điểm năm 2024"], ["TT", "Nội dung", "Điểm"], ["1", "Báo cáo đúng hạn", 5]):
        workbook.active.append(row)
    workbook.save(tmp_path / "cu.xlsx")
    assert run("from-excel", tmp_path / "cu.xlsx", "--out", out) == 0
    assert capsys.readouterr().out.startswith(f"{out} là bản dự thảo")
    assert [node.name for node in load_rulebook(out).criteria] == ["Báo cáo đúng hạn"]


def test_from_excel_refuses_what_is_no_table_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thu.csv").write_text("Kính gửi;các đồng chí\n", encoding="utf-8")
    assert run("from-excel", tmp_path / "thu.csv", "--out", tmp_path / "ra.yaml") == 1
    assert "Không tìm thấy bảng chấm điểm" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thu.csv"]


def test_missing_file_is_told_with_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "khong-co.yaml") == 1
    assert "khong-co.yaml" in capsys.readouterr().out


def test_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
