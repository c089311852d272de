"""A national run: folders of seasons and one long table give the standings of each cluster by itself."""

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest

from thidua.core.errors import FiguresRefused
from thidua.core.numbers import Number
from thidua.core.standings import standings
from thidua.files.national import score_nation
from thidua.files.national_results import Form, _Csv
from thidua.files.season import load_rulebook, load_season

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster10-2024"
RULEBOOK = """
rulebook: n
title: n
version: "1"
valid: {from: 2024-01-01}
missing: blocks
indicators:
  - {code: a, name: a, kind: count}
  - {code: b, name: b, kind: share}
  - {code: liet, name: liệt, kind: verdict}
criteria:
  - code: I
    name: nhóm
    points: 20
    parts:
      - {code: I.1, name: so với nhất cụm, points: 10, indicator: a, rule: {kind: relative_to_best}}
      - {code: I.2, name: tỷ lệ, points: 10, indicator: b, rule: {kind: proportional}}
knock_outs:
  - {code: L, name: liệt, when: {indicator: liet, passed: không}}
"""
TITLES = "Cụm;Kỳ;Đơn vị;Mã;Tự chấm;Thẩm định;Chỉ tiêu"


@pytest.fixture
def rulebook(tmp_path: Path) -> Path:
    path = tmp_path / "rulebook.yaml"
    path.write_text(RULEBOOK, encoding="utf-8")
    return path


def lines_of(cluster: str, period: str, unit: str, a: str, b: str, *, verdict: str = "đạt") -> list[str]:
    """What a unit reports: a, b against 80 %, and the verdict that it may be ranked."""
    start = f"{cluster};{period};{unit}"
    return [f"{start};a;{a};;", f"{start};b;1/100;{b};80%", f"{start};liet;{verdict};;"]


def write_table(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join([TITLES, *lines]) + "\n", encoding="utf-8")
    return path


def table(tmp_path: Path) -> Path:
    """Two clusters, one of them in two periods; units of the same name in both."""
    return write_table(
        tmp_path / "so-lieu.csv",
        [
            *lines_of("C1", "1", "Tân Hòa", "50", "40/100"),
            *lines_of("C1", "1", "Tân An", "100", "80/100"),
            *lines_of("C1", "2", "Tân Hòa", "7", "90/100"),
            *lines_of("C1", "2", "Tân An", "7", "343/359"),
            *lines_of("C2", "1", "Tân Hòa", "2", "1/2", verdict="không đạt"),
            *lines_of("C2", "1", "Bình Hòa", "", "1/2"),
            *lines_of("C2", "1", "Phú Hòa", "1", "1/2"),
        ],
    )


def read_results(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


EXPECTED = [
    "Cụm|Kỳ|Đơn vị|Tên đơn vị|Hạng|Đồng hạng|Tổng điểm|Điểm tối đa được giao|Ghi chú|I|I.1|I.2",
    "C1|1|Tân Hòa|Tân Hòa|2||10,00|20,00||10,00|5,00|5,00",
    "C1|1|Tân An|Tân An|1||20,00|20,00||20,00|10,00|10,00",
    "C1|2|Tân Hòa|Tân Hòa|1|đồng hạng|20,00|20,00||20,00|10,00|10,00",
    "C1|2|Tân An|Tân An|1|đồng hạng|20,00|20,00||20,00|10,00|10,00",
    "C2|1|Tân Hòa|Tân Hòa|||16,25|20,00|không xếp hạng (điểm liệt)|16,25|10,00|6,25",
    "C2|1|Bình Hòa|Bình Hòa|||6,25|20,00|chưa xếp hạng (thiếu số liệu)|6,25|0,00|6,25",
    "C2|1|Phú Hòa|Phú Hòa|1||11,25|20,00||11,25|5,00|6,25",
]


def test_long_table_is_scored_cluster_by_cluster_and_period_by_period(tmp_path: Path, rulebook: Path) -> None:
    run = score_nation(table(tmp_path), load_rulebook(rulebook), tmp_path / "out", workers=0)
    assert ["|".join(row) for row in read_results(tmp_path / "out" / "results.csv")] == EXPECTED
    assert (run.units, run.files, run.warnings) == (7, (tmp_path / "out" / "results.csv",), ())


def test_parts_and_worker_processes_change_nothing(
    tmp_path: Path, rulebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thidua.files.national_sources.LINES_OF_A_PART", 1)
    score_nation(table(tmp_path), load_rulebook(rulebook), tmp_path / "out", workers=2)
    assert ["|".join(row) for row in read_results(tmp_path / "out" / "results.csv")] == EXPECTED


def test_workbook_holds_the_same_lines_as_numbers(tmp_path: Path, rulebook: Path) -> None:
    score_nation(table(tmp_path), load_rulebook(rulebook), tmp_path / "out", forms=(Form.CSV, Form.EXCEL), workers=0)
    sheet = openpyxl.load_workbook(tmp_path / "out" / "results.xlsx")["results"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert "|".join(map(str, rows[0])) == EXPECTED[0]
    assert rows[7] == ["C2", "1", "Phú Hòa", "Phú Hòa", 1, None, 11.25, 20, None, 11.25, 5, 6.25]


def test_progress_reaches_the_whole(tmp_path: Path, rulebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua.files.national_sources.LINES_OF_A_PART", 1)
    told: list[tuple[int, int]] = []
    source = table(tmp_path)
    score_nation(
        source,
        load_rulebook(rulebook),
        tmp_path / "out",
        workers=0,
        progress=lambda done, whole: told.append((done, whole)),
    )
    size = source.stat().st_size
    assert told == sorted(told)
    assert (told[-1], {whole for _done, whole in told}) == ((size, size), {size})


def test_folders_of_seasons_give_the_standings_of_each(tmp_path: Path) -> None:
    for name in ("a", "b"):
        shutil.copytree(EXAMPLE, tmp_path / "cac-cum" / name)
    season = load_season(EXAMPLE)
    score_nation(tmp_path / "cac-cum", season.rulebook, tmp_path / "out", workers=0)
    _titles, *rows = read_results(tmp_path / "out" / "results.csv")
    (expected,) = standings(season.evaluate())
    ranks = {one.unit: (one.rank, one.total) for one in expected.ranked}
    for part in (rows[:5], rows[5:]):
        found = {row[2]: (number(row[4]), number(row[6])) for row in part}
        assert found == ranks


def number(text: str) -> Number:
    return Number.parse(text.replace(",", "."))


def test_a_season_with_another_rulebook_is_refused_by_name(tmp_path: Path, rulebook: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "cac-cum" / "a")
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(tmp_path / "cac-cum", load_rulebook(rulebook), tmp_path / "out", workers=0)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.place.file) == ("national.other_rulebook", "a/season.yaml")


def test_mistakes_of_all_parts_come_at_once_with_their_cells_and_nothing_is_written(
    tmp_path: Path, rulebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thidua.files.national_sources.LINES_OF_A_PART", 1)
    source = write_table(
        tmp_path / "so-lieu.csv",
        [*lines_of("C1", "1", "A", "mười", "1/2"), *lines_of("C2", "1", "A", "1", "3/2"), "C3;1;A;zz;1;;"],
    )
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(source, load_rulebook(rulebook), tmp_path / "out", forms=(Form.CSV, Form.EXCEL), workers=0)
    places = [(problem.place.file, problem.place.cell) for problem in refusal.value.problems]
    assert places == [("so-lieu.csv", "E2"), ("so-lieu.csv", "F6"), ("so-lieu.csv", "D8")]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_rule_that_cannot_judge_a_cell_refuses_the_run(tmp_path: Path, rulebook: Path) -> None:
    source = write_table(tmp_path / "so-lieu.csv", ["C1;1;A;a;1;;", "C1;1;A;b;1/2;;", "C1;1;A;liet;đạt;;"])
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(source, load_rulebook(rulebook), tmp_path / "out", workers=0)
    assert [problem.code for problem in refusal.value.problems] == ["figures.target_missing"]


@pytest.mark.parametrize(
    ("text", "code", "cell"),
    [
        ("Kỳ;Đơn vị;Mã;Tự chấm\n1;A;a;1\n", "national.titles_missing", "A1"),
        ("Cụm;Mã;Tự chấm\nC1;a;1\n", "national.titles_missing", "A1"),
        ("Cụm;Đơn vị;Mã;Tự chấm\nC1;A;a;1\nC2;A;a;1\nC1;B;a;1\n", "national.cluster_scattered", "A4"),
        ('Cụm;Đơn vị;Mã;Tự chấm\nC1;"A;a;1\n', "tables.quote_open", ""),
    ],
)
def test_a_table_that_cannot_be_followed_is_refused(
    tmp_path: Path, rulebook: Path, text: str, code: str, cell: str
) -> None:
    (tmp_path / "n.csv").write_text(text, encoding="utf-8")
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(tmp_path / "n.csv", load_rulebook(rulebook), tmp_path / "out", workers=0)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.place.cell) == (code, cell)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("Cụm;Đơn vị;Mã;Tự chấm\n".encode() + b"\xff\n", "national.not_utf8"),
        (b"PK\x03\x04\0\0", "tables.damaged"),
    ],
)
def test_a_file_that_is_no_utf8_table_is_refused(tmp_path: Path, rulebook: Path, data: bytes, code: str) -> None:
    (tmp_path / "n.csv").write_bytes(data)
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(tmp_path / "n.csv", load_rulebook(rulebook), tmp_path / "out", workers=0)
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_a_folder_without_seasons_is_refused(tmp_path: Path, rulebook: Path) -> None:
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(tmp_path, load_rulebook(rulebook), tmp_path / "out", workers=0)
    assert [problem.code for problem in refusal.value.problems] == ["national.no_seasons"]


def test_endless_problems_are_cut_and_counted(tmp_path: Path, rulebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua.files.national.MOST_PROBLEMS", 2)
    source = write_table(tmp_path / "so-lieu.csv", [f"C1;1;A;x{number};1;;" for number in range(5)])
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(source, load_rulebook(rulebook), tmp_path / "out", workers=0)
    codes = [problem.code for problem in refusal.value.problems]
    assert codes == ["figures.unknown_indicator", "figures.unknown_indicator", "national.more_problems"]
    assert refusal.value.problems[-1].data == {"count": 3}


@pytest.mark.parametrize("text", ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_of_a_csv_file_is_run_as_a_formula(tmp_path: Path, text: str) -> None:
    sink = _Csv(tmp_path / "a.csv")
    sink.write([text, "Long An", Number(-5, 1)])
    sink.close()
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        ((first, second, third),) = csv.reader(stream, delimiter=";")
    assert (first, second, third) == (f"'{text}", "Long An", "-0,5")
