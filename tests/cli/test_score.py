"""The commands of a season on the real example: score, explain, replay, golden; help, languages, exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from thidua.cli.main import COMMANDS, main
from thidua.core.canonical import plain_digest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/cluster10-2024"
PAPERS = [
    "score-sheets/binh-duong.html",
    "score-sheets/binh-duong.pdf",
    "score-sheets/binh-phuoc.html",
    "score-sheets/binh-phuoc.pdf",
    "score-sheets/dong-nai.html",
    "score-sheets/dong-nai.pdf",
    "score-sheets/long-an.html",
    "score-sheets/long-an.pdf",
    "score-sheets/tay-ninh.html",
    "score-sheets/tay-ninh.pdf",
    "standings.json",
    "standings.xlsx",
    "statements.md",
]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def season(tmp_path: Path) -> Path:
    """A copy of the example that a test may change."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "season"))


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example scored into a folder, once."""
    out = tmp_path_factory.mktemp("scored") / "out"
    assert main(["score", str(EXAMPLE), "--out", str(out)]) == 0
    return out


def change_cell(workbook: Path, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(workbook)
    book[sheet][cell] = value
    book.save(workbook)


def test_score_leaves_every_paper(scored: Path) -> None:
    assert sorted(str(path.relative_to(scored)) for path in scored.rglob("*") if path.is_file()) == PAPERS


def test_score_as_json_is_the_stored_result(scored: Path, capsys: Captured) -> None:
    assert main(["score", str(EXAMPLE), "--json"]) == 0
    assert capsys.readouterr().out == (scored / "standings.json").read_text(encoding="utf-8")


def test_an_earlier_stage_is_provisional_and_without_the_authority(capsys: Captured) -> None:
    assert main(["score", str(EXAMPLE), "--json", "--stage", "self"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["stage"], result["closed"], result["adjustments"]) == ("self", False, [])
    assert [one["provisional"] for one in result["standings"]] == [True]


def test_replay_of_an_untouched_season_is_the_same(scored: Path, capsys: Captured) -> None:
    assert main(["replay", str(scored / "standings.json"), str(EXAMPLE), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("1,617 values computed again, all the same.")


def test_replay_names_a_changed_input_by_its_cell(scored: Path, season: Path, capsys: Captured) -> None:
    change_cell(season / "figures.xlsx", "Tây Ninh", "F70", "9/12")
    assert main(["replay", str(scored / "standings.json"), str(season)]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first == (
        "Số liệu đã đổi ở figures.xlsx › Tây Ninh › F70 (tay-ninh dien-hinh agreed): khi lưu là 8/12, nay là 9/12."
    )


def test_replay_catches_a_point_edited_together_with_its_digest(scored: Path, tmp_path: Path, capsys: Captured) -> None:
    stored = json.loads((scored / "standings.json").read_text(encoding="utf-8"))
    line = next(one for one in stored["units"][0]["criteria"] if one["criterion"] == "III.2")
    assert line["points"] == "16.49"
    line["points"] = "19.99"
    stored["digest"] = plain_digest({key: value for key, value in stored.items() if key != "digest"})
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(stored), encoding="utf-8")
    assert main(["replay", str(forged), str(EXAMPLE)]) == 1
    assert capsys.readouterr().out.startswith(
        "Chỗ đầu tiên khác: đơn vị › tay-ninh › tiêu chí › III.2 › điểm: trong tệp là 19.99, tính lại ra 16.49."
    )


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"format": "else"}', b"\xff\xfe"])
def test_replay_refuses_what_is_no_result(content: bytes, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "x.json").write_bytes(content)
    assert main(["replay", str(tmp_path / "x.json"), str(EXAMPLE)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_saving_the_workbook_again_changes_no_digest(scored: Path, season: Path, capsys: Captured) -> None:
    change_cell(season / "figures.xlsx", "Tây Ninh", "F70", "8/12")
    assert main(["replay", str(scored / "standings.json"), str(season)]) == 0
    assert capsys.readouterr().out.startswith("Tính lại 1.617 giá trị, tất cả giống hệt.")


def test_every_mistake_is_told_at_once_and_nothing_is_written(season: Path, tmp_path: Path, capsys: Captured) -> None:
    for cell, wrong in (("F70", "13/12"), ("F71", "1.234"), ("F7", "tám mươi")):
        change_cell(season / "figures.xlsx", "Tây Ninh", cell, wrong)
    out = tmp_path / "out"
    assert main(["score", str(season), "--out", str(out)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Chưa làm được, có 3 chỗ cần sửa; chưa tệp nào được ghi:"
    assert [line.split(": ")[0] for line in told[1:]] == [
        "  - figures.xlsx › Tây Ninh › F7",
        "  - figures.xlsx › Tây Ninh › F70",
        "  - figures.xlsx › Tây Ninh › F71",
    ]
    assert not out.exists()


def test_a_group_is_explained_by_its_parts(capsys: Captured) -> None:
    assert main(["explain", str(EXAMPLE), "Long An", "I.2.4"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "I.2.4 Ma túy: 52,00 / 50 điểm",
        "Điểm của nhóm là tổng các mục sau, đã làm tròn từng mục:",
        "  I.2.4.a Người sử dụng trái phép chất ma túy có hồ sơ, được quản lý: 19,81 / 20 điểm",
        "  I.2.4.b Lập hồ sơ đưa người vào cơ sở cai nghiện bắt buộc: 32,19 / 30 điểm",
    ]


@pytest.mark.parametrize(
    ("unit", "criterion", "sentence"),
    [
        ("Cà Mau", "I.1", "Không có đơn vị nào tên Cà Mau."),
        ("Công an", "I.1", "Công an có thể là nhiều đơn vị:"),
        ("tay-ninh", "IX", "Không có tiêu chí IX."),
    ],
)
def test_explain_says_what_it_does_not_know(unit: str, criterion: str, sentence: str, capsys: Captured) -> None:
    assert main(["explain", str(EXAMPLE), unit, criterion]) == 1
    assert sentence in capsys.readouterr().err


def test_golden_tells_a_wrong_case_and_goes_on(tmp_path: Path, capsys: Captured) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(
        "- case: sai\n  rule: {points: 10, figure: points, rule: entry}\n  figures: {A: '8'}\n  points: {A: '9'}\n",
        encoding="utf-8",
    )
    right = ROOT / "tests/golden/entry.yaml"
    assert main(["golden", str(wrong), str(right)]) == 1
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.endswith("wrong.yaml: 1 trong 1 ca sai")
    assert second == "  sai: points, A: chờ 9, ra 8,00"
    assert third.endswith("ca đúng")


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert main(["score", str(tmp_path / "nowhere")]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_teaches_by_example(command: str, lang: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help", "--lang", lang])
    assert left.value.code == 0
    assert f"thidua {command}" in capsys.readouterr().out.partition("\n\n")[2]


def test_wrong_usage_exits_with_2_and_speaks_vietnamese() -> None:
    command = [str(Path(sys.executable).with_name("thidua")), "score"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "thidua score: lỗi: còn thiếu: SEASON")


def test_output_is_utf8_under_a_plain_locale() -> None:
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    command = [str(Path(sys.executable).with_name("thidua")), "score", str(EXAMPLE)]
    done = subprocess.run(command, capture_output=True, env=env, check=True)
    assert "Hạng  Đơn vị" in done.stdout.decode()
