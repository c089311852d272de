"""The example rulebooks: what the checker says, their Excel twins, the schema, and the applied run in Cai Lậy."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from thidua.core.errors import Place, RulebookRefused
from thidua.core.numbers import Number
from thidua.core.plain import Cursor
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.jsonschema import rulebook_schema
from thidua.core.rulebook.parse import parse_rulebook, read_rulebook
from thidua.files.golden import run_golden
from thidua.files.rulebook_sheets import read_rulebook_workbook
from thidua.files.season import load_rulebook
from thidua.files.yaml_text import load_yaml
from thidua.words.language import Language
from thidua.words.rulebook_diff import describe_changes

FOLDER = Path("examples/rulebooks")
SOUND = ["tien-giang-2022", "tien-giang-2022-ap-dung", "thua-thien-hue-2018"]
GOLDEN = Path("tests/golden/tien_giang.yaml")
VALIDATOR = jsonschema.Draft202012Validator(json.loads(json.dumps(rulebook_schema())))
Plain = dict[str, Any]


@pytest.mark.parametrize("name", SOUND)
def test_example_has_no_mistake_and_its_workbook_says_the_same(name: str) -> None:
    rulebook = load_rulebook(FOLDER / f"{name}.yaml")
    back, problems = read_rulebook_workbook(FOLDER / f"{name}.xlsx")
    assert problems == []
    assert back is not None
    assert rulebook_digest(back) == rulebook_digest(rulebook)


def test_table_as_printed_is_refused_at_exactly_98_and_90_percent() -> None:
    with pytest.raises(RulebookRefused) as refused:
        load_rulebook(FOLDER / "tien-giang-2022-nhu-in.yaml")
    assert [(one.code, one.place, one.data["end"]) for one in refused.value.problems] == [
        ("rulebook.bands_hole", Place("tien-giang-2022-nhu-in.yaml", path=f"criteria[{code}].rule"), end)
        for code, end in (("C1", percent(98)), ("C2", percent(90)))
    ]


def percent(number: int) -> Any:
    from thidua.core.numbers import Rate

    return Rate(Number(number))


def test_printed_table_differs_from_the_mended_one_by_two_ends_alone() -> None:
    printed, _problems = read_rulebook(Cursor(load_yaml(FOLDER / "tien-giang-2022-nhu-in.yaml")))
    assert printed is not None
    assert describe_changes(printed, load_rulebook(FOLDER / "tien-giang-2022.yaml"), Language.VI) == [
        "mã bảng tiêu chí: tien-giang-2022-nhu-in → tien-giang-2022",
        "phiên bản: như in → bảng ban hành",
        "C1 Tỷ lệ thu › cách tính › bậc 2 › dưới: 98% → không ghi",
        "C1 Tỷ lệ thu › cách tính › bậc 2 › đến (kể cả): không ghi → 98%",
        "C2 Tỷ lệ thu › cách tính › bậc 2 › dưới: 90% → không ghi",
        "C2 Tỷ lệ thu › cách tính › bậc 2 › đến (kể cả): không ghi → 90%",
    ]


def test_group_points_of_tien_giang_are_those_of_the_source() -> None:
    rulebook = load_rulebook(FOLDER / "tien-giang-2022.yaml")
    points = {node.code: node.points.canonical() for _depth, node in rulebook.walk()}
    groups = {"1": "80", "a": "30", "b": "15", "C": "25", "d": "10", "2": "2", "3": "10", "4": "3", "5": "5"}
    leaves = {
        "a1": "3",
        "a4": "3.5",
        "a7": "3",
        "a9": "5",
        "C1": "5",
        "C2": "5",
        "C3.2": "3",
        "C4.2": "2",
        "d1": "3",
        "d2": "7",
        "3.3": "6",
    }
    assert {code: points[code] for code in groups | leaves} == groups | leaves


def test_applied_run_of_cai_lay_is_played_with_the_applied_table() -> None:
    case = load_yaml(GOLDEN)[0]  # type: ignore[index]
    inside = parse_rulebook(case["rulebook"])  # type: ignore[index, call-overload]
    assert rulebook_digest(inside) == rulebook_digest(load_rulebook(FOLDER / "tien-giang-2022-ap-dung.yaml"))
    report = run_golden(GOLDEN)
    assert (report.cases, report.failures) == (1, ())


@pytest.mark.parametrize(
    "path", [*sorted(FOLDER.glob("*.yaml")), Path("examples/cluster10-2024/rulebook.yaml")], ids=lambda path: path.stem
)
def test_schema_accepts_the_examples(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(load_yaml(path))] == []


def at(document: Plain, *path: str | int) -> Any:
    value: Any = document
    for step in path:
        value = value[step]
    return value


BREAKAGES: dict[str, Callable[[Plain], object]] = {
    "unknown key of the rulebook": lambda raw: raw.update(colour="đỏ"),
    "missing title": lambda raw: raw.pop("title"),
    "missing criteria": lambda raw: raw.pop("criteria"),
    "dates without a start": lambda raw: raw.update(valid={"to": "01/01/2025"}),
    "unknown way of rounding": lambda raw: raw.update(rounding="half_even"),
    "criteria that are no list": lambda raw: raw.update(criteria={"code": "I"}),
    "criterion without points": lambda raw: at(raw, "criteria", 0).pop("points"),
    "criterion with neither parts nor rule": lambda raw: at(raw, "criteria", 1).pop("rule"),
    "unknown kind of rule": lambda raw: at(raw, "criteria", 0).update(rule="guess"),
    "kind without its parameter": lambda raw: at(raw, "criteria", 0).update(rule={"kind": "bands"}),
    "parameter of another kind": lambda raw: at(raw, "criteria", 0, "rule").update(need="100%"),
    "band without points": lambda raw: at(raw, "criteria", 0, "rule", "bands", 0).pop("points"),
    "points that are no number": lambda raw: at(raw, "criteria", 0, "rule", "bands", 0).update(points="nhiều"),
    "empty list of bands": lambda raw: at(raw, "criteria", 0, "rule").update(bands=[]),
    "unknown kind of figure": lambda raw: at(raw, "indicators", 0).update(kind="number"),
    "bonus without a name": lambda raw: at(raw, "criteria", 0, "bonuses", 0).pop("name"),
    "condition without an indicator": lambda raw: at(raw, "criteria", 0, "bonuses", 0).update(when={"from": "1%"}),
    "best of nothing": lambda raw: at(raw, "criteria", 0, "bonuses").append({"name": "x", "best_of": []}),
    "stricter of nothing": lambda raw: at(raw, "criteria", 0).update(target={"stricter_of": []}),
    "class without its least points": lambda raw: raw.update(classes=[{"name": "tốt"}]),
    "quota without a number": lambda raw: raw.update(classes=[{"name": "tốt", "least": "80", "quota": {}}]),
    "tie-break by an unknown key": lambda raw: raw.update(tie_breaks=[{"key": "height"}]),
    "knock-out without a condition": lambda raw: raw.update(knock_outs=[{"code": "L", "name": "l"}]),
}  # fmt: skip
SOUND_RAW: Plain = {
    "rulebook": "r", "title": "t", "version": "1", "valid": {"from": "01/01/2024"},
    "indicators": [{"code": "s", "name": "s", "kind": "share"}],
    "criteria": [
        {
            "code": "I", "name": "một", "points": "8,5", "indicator": "s",
            "rule": {"kind": "bands", "bands": [{"from": "90%", "points": "8,5"}, {"below": "90%", "points": "0"}]},
            "bonuses": [
                {"name": "vượt", "indicator": "s",
                 "rule": {"kind": "per_step", "start": "90%", "step": "1%", "each": "1"}},
            ],
        },
        {"code": "II", "name": "hai", "points": "1", "rule": "entry"},
    ],
}  # fmt: skip


def test_rulebook_that_the_breakages_start_from_is_sound() -> None:
    parse_rulebook(SOUND_RAW)
    assert VALIDATOR.is_valid(SOUND_RAW)


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_schema_refuses_what_the_parser_refuses(breakage: str) -> None:
    raw = copy.deepcopy(SOUND_RAW)
    BREAKAGES[breakage](raw)
    with pytest.raises(RulebookRefused):
        parse_rulebook(raw)
    assert not VALIDATOR.is_valid(raw)
