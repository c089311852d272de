"""One dataset gives one result, whether it comes as CSV, as Parquet, as a workbook or as a folder of them."""

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.core.errors import FiguresRefused, Problem
from thidua.core.rulebook.schema import Rulebook
from thidua.files.national import score_nation
from thidua.files.national_results import Form
from thidua.files.season import load_rulebook

RULEBOOK = """
rulebook: n
title: n
version: "1"
valid: {from: 2024-01-01}
missing: zero
indicators:
  - {code: a, name: a, kind: count}
  - {code: b, name: b, kind: share}
  - {code: c, name: c, kind: points}
criteria:
  - {code: I, name: so với nhất cụm, points: 10, indicator: a, rule: {kind: relative_to_best}}
  - {code: II, name: tỷ lệ, points: 10, indicator: b, rule: {kind: proportional}}
  - {code: III, name: chỉ số, points: 10, indicator: c, rule: {kind: entry}}
"""
TITLES = ("Cụm", "Kỳ", "Đơn vị", "Mã", "Tự chấm", "Thẩm định", "Chỉ tiêu")

Line = Sequence[str]


def rulebook_in(folder: Path) -> Rulebook:
    path = folder / "rulebook.yaml"
    path.write_text(RULEBOOK, encoding="utf-8")
    return load_rulebook(path)


def write_csv(path: Path, lines: Sequence[Line], titles: Line = TITLES) -> Path:
    path.write_text("\n".join(";".join(line) for line in [titles, *lines]) + "\n", encoding="utf-8")
    return path


def write_workbook(path: Path, lines: Sequence[Line], titles: Line = TITLES) -> Path:
    book = openpyxl.Workbook()
    for at, line in enumerate([("Số liệu toàn quốc",), (), titles, *lines], start=1):
        for column, text in enumerate(line, start=1):
            book.active.cell(at, column).value = text or None
            book.active.cell(at, column).number_format = "@"
    book.save(path)
    return path


def write_parquet(path: Path, columns: dict[str, pa.Array], *, group: int = 3) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=group)
    return path


def texts_as_parquet(path: Path, lines: Sequence[Line], titles: Line = TITLES, *, group: int = 3) -> Path:
    columns = [[text or None for text in column] for column in zip(*lines, strict=True)]
    return write_parquet(
        path, {title: pa.array(column, pa.string()) for title, column in zip(titles, columns, strict=True)}, group=group
    )


def result(source: Path, rulebook: Rulebook, out: Path) -> bytes:
    """The CSV that the run leaves, or the problems that it refuses with, without their places."""
    try:
        score_nation(source, rulebook, out, workers=0)
    except FiguresRefused as refused:
        return "\n".join(f"{one.code} {dict(one.data)}" for one in refused.problems).encode()
    return (out / "results.csv").read_bytes()


def problems(source: Path, rulebook: Rulebook, out: Path) -> list[Problem]:
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(source, rulebook, out, workers=0)
    assert [path for path in out.iterdir() if path.name.startswith("results")] == []
    return list(refusal.value.problems)


A_FIGURE = {
    "a": st.integers(0, 10**6).map(str) | st.sampled_from(["2.662", "", "n/a", "1,5", "+ 3"]),
    "b": st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda two: f"{two[0]}/{two[1]}")
    | st.sampled_from(["93,1%", "0,931", "", "343/359"]),
    "c": st.decimals(0, 10, places=2).map(lambda value: str(value).replace(".", ",")) | st.sampled_from(["8.5", ""]),
}


@st.composite
def datasets(draw: st.DrawFn) -> list[Line]:
    """Lines of up to three clusters: sound figures mostly, and now and then a doubtful one."""
    lines: list[Line] = []
    for cluster in draw(st.lists(st.sampled_from(["Cụm 1", "Cụm 2", "Cụm 10"]), min_size=1, max_size=3, unique=True)):
        for unit in draw(
            st.lists(st.sampled_from(["Tân An", "Bà Rịa", "Ân Thi"]), min_size=1, max_size=3, unique=True)
        ):
            for code, figures in A_FIGURE.items():
                target = draw(st.sampled_from(["80%", "75%"])) if code == "b" else ""
                appraised = draw(st.just("") | figures)
                lines.append((cluster, draw(st.just("Quý I")), unit, code, draw(figures), appraised, target))
    return lines


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
@given(lines=datasets())
def test_every_form_of_one_dataset_gives_the_same_bytes(tmp_path: Path, lines: list[Line]) -> None:
    rulebook = rulebook_in(tmp_path)
    expected = result(write_csv(tmp_path / "n.csv", lines), rulebook, tmp_path / "out")
    assert result(texts_as_parquet(tmp_path / "n.parquet", lines), rulebook, tmp_path / "out") == expected
    assert result(write_workbook(tmp_path / "n.xlsx", lines), rulebook, tmp_path / "out") == expected


def sound_lines(clusters: int = 4) -> list[Line]:
    drawn = random.Random(7)
    return [
        (f"C{cluster}", "", f"Xã {unit}", code, value, "", target)
        for cluster in range(clusters)
        for unit in range(3)
        for code, value, target in (
            ("a", str(drawn.randrange(1, 5000)), ""),
            ("b", f"{drawn.randrange(50)}/50", "80%"),
            ("c", f"{drawn.randrange(10)},{drawn.randrange(10)}", ""),
        )
    ]


def test_a_folder_of_mixed_tables_gives_what_one_table_gives(tmp_path: Path) -> None:
    rulebook, lines = rulebook_in(tmp_path), sound_lines()
    expected = result(write_csv(tmp_path / "all.csv", lines), rulebook, tmp_path / "out")
    assert b"10,00" in expected
    folder = tmp_path / "cac-bang"
    folder.mkdir()
    write_workbook(folder / "1.xlsx", lines[:9])
    texts_as_parquet(folder / "2.parquet", lines[9:18])
    write_csv(folder / "3.csv", lines[18:27])
    write_workbook(folder / "4.xlsx", lines[27:])
    (folder / "~$4.xlsx").write_bytes(b"left behind by an open workbook")
    (folder / "rulebook.yaml").write_text(RULEBOOK, encoding="utf-8")
    assert result(folder, rulebook, tmp_path / "out") == expected
    score_nation(folder, rulebook, tmp_path / "out", workers=2)
    assert (tmp_path / "out" / "results.csv").read_bytes() == expected


def test_typed_columns_read_like_the_texts_that_a_person_types(tmp_path: Path) -> None:
    """A double column, a decimal column and a whole column give what 8,5 and 2662 give in a CSV file."""
    rulebook = rulebook_in(tmp_path)
    lines = [("C1", "", unit, "c", value, "", "") for unit, value in (("A", "8,5"), ("B", "9,1"), ("C", "10"))]
    expected = result(write_csv(tmp_path / "n.csv", lines), rulebook, tmp_path / "out")
    exact = [Decimal("8.50"), Decimal("9.10"), Decimal("10.00")]
    for column in (
        pa.array([8.5, 9.1, 10.0], pa.float64()),
        pa.array(exact, pa.decimal128(10, 2)),
        pa.array(exact, pa.decimal256(60, 20)),
        pa.array(["8,5", "9,1", "10"]).dictionary_encode(),
        pa.array(["8,5", "9,1", "10"], pa.large_string()),
    ):
        columns = {"Cụm": ["C1"] * 3, "Đơn vị": ["A", "B", "C"], "Mã": ["c"] * 3, "Tự chấm": column}
        source = write_parquet(tmp_path / "n.parquet", columns)
        assert result(source, rulebook, tmp_path / "out") == expected, column.type


def one_column(path: Path, code: str, column: pa.Array) -> Path:
    count = len(column)
    units = [f"Xã {at}" for at in range(count)]
    columns = {"Cụm": ["C1"] * count, "Đơn vị": units, "Mã": [code] * count, "Tự chấm": column}
    return write_parquet(path, columns, group=count)


@pytest.mark.parametrize(
    ("code", "column", "expected"),
    [
        (
            "c",
            pa.array([0.1 + 0.2, 8.5, float("nan"), float("inf")]),
            {0: "numbers.too_precise", 2: "numbers.not_finite", 3: "numbers.not_finite"},
        ),
        ("a", pa.array([1.0, 2.5, -1.0]), {1: "numbers.not_whole", 2: "numbers.negative"}),
        ("b", pa.array([0.5, 0.75]), {0: "numbers.stroke_wanted", 1: "numbers.stroke_wanted"}),
        ("a", pa.array([True, False]), {0: "figures.verdict_in_number", 1: "figures.verdict_in_number"}),
        ("c", pa.array([date(2024, 11, 23)]), {0: "figures.date_in_number"}),
        ("c", pa.array([Decimal("1e30")], pa.decimal128(38, 2)), {0: "numbers.too_long"}),
    ],
)
def test_every_cell_that_is_no_figure_is_told_with_its_line(
    tmp_path: Path, code: str, column: pa.Array, expected: dict[int, str]
) -> None:
    found = problems(one_column(tmp_path / "n.parquet", code, column), rulebook_in(tmp_path), tmp_path / "out")
    assert {one.place.path: one.code for one in found} == {
        f"[{line}].Tự chấm": problem for line, problem in expected.items()
    }


def test_null_and_empty_and_blank_are_not_reported(tmp_path: Path) -> None:
    rulebook = rulebook_in(tmp_path)
    expected = result(
        write_csv(tmp_path / "n.csv", [("C1", "", f"Xã {at}", "c", "", "", "") for at in range(4)]),
        rulebook,
        tmp_path / "out",
    )
    for column in (pa.array([None, "", "  ", "\u00a0"]), pa.array([None] * 4, pa.float64()), pa.nulls(4)):
        source = one_column(tmp_path / "n.parquet", "c", column)
        assert result(source, rulebook, tmp_path / "out") == expected


def test_days_are_days_with_or_without_a_clock(tmp_path: Path) -> None:
    rulebook = rulebook_in(tmp_path)
    days = pa.array([date(2024, 11, 23)])
    for column in (days, days.cast(pa.date64()), days.cast(pa.timestamp("ns")), days.cast(pa.timestamp("s"))):
        (problem,) = problems(one_column(tmp_path / "n.parquet", "c", column), rulebook, tmp_path / "out")
        assert (problem.code, problem.data["day"]) == ("figures.date_in_number", date(2024, 11, 23))


def test_columns_of_other_types_are_refused_all_at_once(tmp_path: Path) -> None:
    columns = {
        "Cụm": ["C1"],
        "Đơn vị": ["A"],
        "Mã": ["a"],
        "Tự chấm": pa.array([1.5], pa.float32()),
        "Thẩm định": pa.array([[1]]),
        "Thống nhất": pa.array([b"1"]),
        "Phúc tra": pa.array([{"x": 1}]),
        "Ghi chú": pa.array([0], pa.timestamp("s", tz="UTC")),
    }
    found = problems(write_parquet(tmp_path / "n.parquet", columns), rulebook_in(tmp_path), tmp_path / "out")
    assert [(one.code, one.place.path, one.data["type"]) for one in found] == [
        ("parquet.type", "Tự chấm", "float"),
        ("parquet.type", "Thẩm định", "list<element: int64>"),
        ("parquet.type", "Thống nhất", "binary"),
        ("parquet.type", "Phúc tra", "struct<x: int64>"),
        ("parquet.type", "Ghi chú", "timestamp[ms, tz=UTC]"),
    ]


def test_missing_columns_are_named(tmp_path: Path) -> None:
    rulebook = rulebook_in(tmp_path)
    source = write_parquet(tmp_path / "n.parquet", {"Cụm": ["C1"], "Mã": ["a"], "Tự chấm": ["1"]})
    assert [one.code for one in problems(source, rulebook, tmp_path / "out")] == ["national.titles_missing"]
    source = write_parquet(tmp_path / "n.parquet", {"Cụm": ["C1"], "Đơn vị": ["A"], "Tự chấm": ["1"]})
    assert [one.code for one in problems(source, rulebook, tmp_path / "out")] == ["tables.column_missing"]


def test_columns_about_persons_are_refused_in_every_form(tmp_path: Path) -> None:
    rulebook = rulebook_in(tmp_path)
    titles, lines = ("Cụm", "Đơn vị", "Mã", "Tự chấm", "Số CCCD"), [("C1", "A", "a", "1", "072090001234")]
    for source in (
        write_csv(tmp_path / "n.csv", lines, titles),
        texts_as_parquet(tmp_path / "n.parquet", lines, titles),
        write_workbook(tmp_path / "n.xlsx", lines, titles),
    ):
        assert [one.code for one in problems(source, rulebook, tmp_path / "out")] == ["tables.personal_title"]


def test_mistakes_of_all_files_come_at_once_with_a_broken_one_among_them(tmp_path: Path) -> None:
    folder = tmp_path / "cac-bang"
    folder.mkdir()
    write_workbook(folder / "1.xlsx", [("C1", "", "A", "a", "mười", "", "")])
    (folder / "2.parquet").write_bytes(b"PAR1 and nothing else")
    texts_as_parquet(folder / "3.parquet", [("C3", "", "A", "zz", "1", "", "")])
    write_csv(folder / "4.csv", [("C1", "", "B", "a", "1", "", ""), ("", "", "B", "a", "1", "", "")])
    (folder / "5.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old")
    found = problems(folder, rulebook_in(tmp_path), tmp_path / "out")
    assert [(one.place.file, one.place.cell or one.place.path, one.code) for one in found] == [
        ("1.xlsx", "E4", "numbers.letters"),
        ("2.parquet", "", "tables.damaged"),
        ("3.parquet", "[0].Mã", "figures.unknown_indicator"),
        ("4.csv", "A3", "national.cluster_missing"),
        ("4.csv", "A2", "national.cluster_in_two_files"),
        ("5.xls", "", "tables.old_workbook"),
    ]


def test_seasons_and_loose_tables_are_not_mixed(tmp_path: Path) -> None:
    (tmp_path / "all" / "a").mkdir(parents=True)
    (tmp_path / "all" / "a" / "season.yaml").write_text("", encoding="utf-8")
    write_csv(tmp_path / "all" / "n.csv", sound_lines())
    found = problems(tmp_path / "all", rulebook_in(tmp_path), tmp_path / "out")
    assert [one.code for one in found] == ["national.two_forms"]


def test_a_line_wider_than_the_titles_is_told(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("Cụm,Đơn vị,Mã,Tự chấm\nC1,A,c,8,5\nC1,B,c,9\n", encoding="utf-8")
    (found,) = problems(tmp_path / "n.csv", rulebook_in(tmp_path), tmp_path / "out")
    assert (found.code, found.place.cell) == ("tables.row_too_long", "E2")


def test_titles_repeated_and_headings_between_clusters_are_passed_over(tmp_path: Path) -> None:
    rulebook, lines = rulebook_in(tmp_path), sound_lines(2)
    expected = result(write_csv(tmp_path / "n.csv", lines), rulebook, tmp_path / "out")
    blank = ("",) * len(TITLES)
    broken = [("CỤM SỐ 0", *blank[1:]), *lines[:9], blank, TITLES, ("CỤM SỐ 0", *blank[1:]), *lines[9:]]
    assert result(write_workbook(tmp_path / "n.xlsx", broken), rulebook, tmp_path / "out") == expected


def test_no_changed_byte_gets_past_the_reader_as_anything_but_a_result_or_a_refusal(tmp_path: Path) -> None:
    rulebook = rulebook_in(tmp_path)
    whole = texts_as_parquet(tmp_path / "n.parquet", sound_lines()).read_bytes()
    drawn = random.Random(11)
    outcomes = set()
    for _trial in range(150):
        broken = bytearray(whole)
        broken[drawn.randrange(len(whole))] ^= 1 << drawn.randrange(8)
        if drawn.random() < 0.2:
            del broken[drawn.randrange(len(whole)) :]
        (tmp_path / "b.parquet").write_bytes(broken)
        outcomes.add(result(tmp_path / "b.parquet", rulebook, tmp_path / "out")[:14])
    assert b"tables.damaged" in outcomes
    assert len(outcomes) > 1


def test_a_text_too_long_for_a_cell_is_refused_before_it_is_written_out(tmp_path: Path) -> None:
    """One text of 8 MB that 4.000 lines share takes 8 MB in the file and would take 32 GB in memory."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 4_000), pa.array(["x" * 8_000_000]))
    source = one_column(tmp_path / "n.parquet", "a", column)
    (found,) = problems(source, rulebook_in(tmp_path), tmp_path / "out")
    assert (found.code, found.data["most"]) == ("parquet.text_too_long", 32_767)


def test_bounds_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rulebook, source = rulebook_in(tmp_path), texts_as_parquet(tmp_path / "n.parquet", sound_lines())
    monkeypatch.setattr("thidua.files.parquet.MOST_OF_A_ROW_GROUP", 10)
    assert [one.code for one in problems(source, rulebook, tmp_path / "out")] == ["parquet.row_group_too_large"]
    monkeypatch.setattr("thidua.files.parquet.MOST_LINES", 10)
    assert [one.code for one in problems(source, rulebook, tmp_path / "out")] == ["parquet.too_large"]


def test_parquet_results_hold_the_exact_numbers_of_the_csv(tmp_path: Path) -> None:
    rulebook, out = rulebook_in(tmp_path), tmp_path / "out"
    forms = (Form.CSV, Form.EXCEL, Form.PARQUET)
    run = score_nation(write_csv(tmp_path / "n.csv", sound_lines()), rulebook, out, forms=forms, workers=0)
    assert [path.name for path in run.files] == ["results.csv", "results.xlsx", "results.parquet"]
    table = pq.read_table(out / "results.parquet")
    lines = [line.split(";") for line in (out / "results.csv").read_text(encoding="utf-8-sig").splitlines()]
    assert table.schema.names == lines[0]
    assert [str(kind) for kind in table.schema.types] == [
        *["string"] * 4,
        "decimal128(38, 1)",
        "string",
        *["decimal128(38, 2)"] * 2,
        "string",
        *["decimal128(38, 2)"] * 3,
    ]
    written = [["" if cell is None else cell for cell in row.values()] for row in table.to_pylist()]
    assert [[typed(cell) for cell in row] for row in written] == lines[1:]


def typed(cell: str | Decimal) -> str:
    if isinstance(cell, str):
        return cell
    is_rank = cell.as_tuple().exponent == -1
    return (f"{cell.normalize():f}" if is_rank else f"{cell}").replace(".", ",")


def test_parquet_results_come_in_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua.files.parquet.LINES_OF_A_ROW_GROUP", 5)
    source = write_csv(tmp_path / "n.csv", sound_lines())
    score_nation(source, rulebook_in(tmp_path), tmp_path / "out", forms=[Form.PARQUET], workers=0)
    about = pq.read_metadata(tmp_path / "out" / "results.parquet")
    assert [about.row_group(at).num_rows for at in range(about.num_row_groups)] == [5, 5, 2]


def test_without_the_library_only_parquet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rulebook, lines = rulebook_in(tmp_path), sound_lines()
    source, table = texts_as_parquet(tmp_path / "n.parquet", lines), write_csv(tmp_path / "n.csv", lines)
    for name in ("pyarrow", "pyarrow.compute", "pyarrow.parquet"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    assert [one.code for one in problems(source, rulebook, tmp_path / "out")] == ["parquet.missing"]
    with pytest.raises(FiguresRefused) as refusal:
        score_nation(table, rulebook, tmp_path / "out", forms=[Form.PARQUET], workers=0)
    assert [one.code for one in refusal.value.problems] == ["parquet.missing"]
    assert b"10,00" in result(table, rulebook, tmp_path / "out")
