"""All papers of a season in one folder: complete, named plainly, all or none; the result and the statements."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from files.output_cases import season
from thidua.core.canonical import digest
from thidua.core.errors import FiguresRefused
from thidua.core.results.replay import replay
from thidua.core.scoring.figures import Member
from thidua.core.standings import standings
from thidua.core.states import Stage
from thidua.files.outputs import file_name, write_outputs
from thidua.files.standings_json import make_result, standings_json
from thidua.files.statements_md import statements_md
from thidua.words.language import Language
from words.builders import CODES, STATEMENTS, make_season

VI = Language.VI
NAMES = [
    "standings.xlsx",
    *(f"score-sheets/{code}.{kind}" for code in CODES for kind in ("pdf", "html")),
    "standings.json",
    "statements.md",
]


def test_folder_holds_every_paper(tmp_path: Path) -> None:
    written = write_outputs(season(), tmp_path / "sâu" / "kết quả", VI)
    assert [path.relative_to(tmp_path / "sâu" / "kết quả").as_posix() for path in written] == NAMES
    assert all(path.stat().st_size > 300 for path in written)
    assert [path.name for path in (tmp_path / "sâu").iterdir()] == ["kết quả"]


def test_folder_that_exists_keeps_what_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "score-sheets").mkdir()
    (tmp_path / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "standings.json").write_text("cũ", encoding="utf-8")
    write_outputs(season(), tmp_path, VI)
    assert (tmp_path / "ghi chú.txt").read_text(encoding="utf-8") == "của tôi"
    assert json.loads((tmp_path / "standings.json").read_text(encoding="utf-8"))["format"] == "thidua-result-1"


def test_refused_season_writes_nothing(tmp_path: Path) -> None:
    broken = replace(season(), statements=(replace(STATEMENTS[0], wording="{nobody}"),))
    with pytest.raises(FiguresRefused):
        write_outputs(broken, tmp_path / "ra", VI)
    assert list(tmp_path.iterdir()) == []


def test_same_season_gives_the_same_files(tmp_path: Path) -> None:
    first, second = (write_outputs(season(), tmp_path / name, VI) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_earlier_stage_is_written_as_asked(tmp_path: Path) -> None:
    write_outputs(make_season(stage=Stage.RECHECKED), tmp_path / "ra", VI, stage=Stage.AGREED)
    assert json.loads((tmp_path / "ra" / "standings.json").read_text(encoding="utf-8"))["stage"] == "agreed"


@pytest.mark.parametrize(
    ("text", "name"),
    [("tay-ninh", "tay-ninh"), ("Công an Đồng Nai", "cong-an-dong-nai"), ("../a/b", "a-b"), ("…", "khong-ten")],
)
def test_file_names_are_plain(text: str, name: str) -> None:
    assert file_name(text) == name


def test_units_with_codes_alike_get_files_of_their_own(tmp_path: Path) -> None:
    base = make_season()
    codes = {"tay-ninh": "Đơn vị 1", "binh-duong": "don-vi-1"}
    units = tuple(Member(codes.get(unit.code, unit.code), unit.name) for unit in base.units)
    figures = tuple(replace(one, unit=codes.get(one.unit, one.unit)) for one in base.figures)
    targets = tuple(replace(one, unit=codes.get(one.unit, one.unit)) for one in base.targets)
    renamed = replace(base, units=units, figures=figures, targets=targets)
    names = [path.name for path in write_outputs(renamed, tmp_path / "ra", VI) if path.suffix == ".pdf"]
    assert names == ["don-vi-1.pdf", "don-vi-1-2.pdf", "binh-phuoc.pdf", "long-an.pdf", "dong-nai.pdf"]


def test_result_text_is_stable_and_replays() -> None:
    evaluation = season().evaluate()
    result = make_result(season(), evaluation, standings(evaluation))
    text = standings_json(result)
    assert text.endswith("}\n")
    assert list(json.loads(text))[:3] == ["format", "engine", "season"]
    assert replay(json.loads(text), result).is_same
    assert json.loads(text)["digest"] == digest({key: value for key, value in result.items() if key != "digest"})


def test_statements_are_written_with_their_sources_and_marks() -> None:
    base = make_season(illustrative=("kham-pha",))
    rules = (replace(STATEMENTS[1], source="báo cáo [hội nghị] *23/11*"), STATEMENTS[2])
    text = statements_md(replace(base, statements=rules), base.table(), VI)
    assert text == (
        "# Nhận định chung của cụm, năm 2024\n\nCụm thi đua số 10, năm 2024\n\n"
        "- Án rất nghiêm trọng, đặc biệt nghiêm trọng: 03/05 đơn vị đạt trên 90%, gồm Công an Tây Ninh 93,1%, Công an "
        "Long An 95,57%, Công an Bình Phước 90,2%. \\*\n"
        "  <br>*nguồn: báo cáo \\[hội nghị\\] \\*23/11\\**\n"
        "- Toàn cụm lập 2.662/1.438 hồ sơ cai nghiện bắt buộc, bằng 185,12% chỉ tiêu.\n"
        "\n\\* Có số liệu minh họa trong các nhận định đánh dấu \\*.\n"
    )


def test_season_without_statements_says_so() -> None:
    base = replace(make_season(), statements=())
    assert statements_md(base, base.table(), VI).splitlines()[-1] == "Kỳ thi đua này không khai báo nhận định nào."
