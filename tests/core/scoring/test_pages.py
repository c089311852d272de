"""Every worked table of docs/algorithms/scoring.md, the cases of docs/golden-cases.md; and no kind is forgotten."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from thidua.core.kinds import SHAPES, SOURCES
from thidua.core.numbers import Number, NumberKind, Rate
from thidua.core.reading import read_number
from thidua.core.rulebook import parse_rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Member
from thidua.core.states import Stage, State
from thidua.files.golden import CASE_KEYS, run_golden
from thidua.files.yaml_text import load_yaml
from thidua.words.language import Language
from thidua.words.numbers import write_number

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "algorithms" / "scoring.md").read_text(encoding="utf-8")
CASES = ROOT / "docs" / "golden-cases.md"
KINDS = sorted({*SHAPES, *SOURCES})
Raw = dict[str, object]


def table(heading: str, number: int = 1) -> list[list[str]]:
    """The rows of the so-manieth table below a heading, without head and rule."""
    text = PAGE[PAGE.index(f"# {heading}\n") :]
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in tables[number - 1].splitlines()[2:]]


def number(text: str) -> Number | Rate:
    value = read_number(text, NumberKind.PERCENT if text.endswith("%") else NumberKind.DECIMAL)
    assert isinstance(value, (Number, Rate))
    return value


def scored(criteria: list[Raw], figures: dict[str, dict[str, FigureValue | None]], **changes: object) -> Evaluation:
    """A rulebook of criteria over indicators `x` (any number) and others, with figures by unit and indicator."""
    raw = {
        "rulebook": "r",
        "title": "t",
        "version": "1",
        "valid": {"from": "2024-01-01"},
        "criteria": criteria,
        **changes,
    }
    said = [
        Figure(unit=unit, indicator=code, stage=Stage.SELF, value=value,
               state=State.NOT_ASSIGNED if value is None else State.REPORTED)
        for unit, many in figures.items() for code, value in many.items()
    ]  # fmt: skip
    units = tuple(Member(unit, unit) for unit in figures)
    return evaluate(parse_rulebook(raw), FigureTable(units, tuple(said), (), Stage.SELF))


def one_rule(rule: Raw, values: list[str], *, kind: str = "decimal", direction: str = "more") -> list[str]:
    """The printed points of one criterion for units with these figures."""
    indicator = {"code": "x", "name": "x", "kind": kind, "direction": direction}
    figures: dict[str, dict[str, FigureValue | None]] = {f"U{i}": {"x": number(text)} for i, text in enumerate(values)}
    found = scored([{"code": "I", "name": "I", "indicator": "x", **rule}], figures, indicators=[indicator])
    return [printed(found.points("I", row)) for row in range(len(values))]


def printed(points: Number) -> str:
    return write_number(points, Language.VI, 2).replace(".", "")


@pytest.mark.parametrize("row", table("In proportion"), ids=" ".join)
def test_worked_row_in_proportion(row: list[str]) -> None:
    full, result, target, better, points = row
    rule: Raw = {"points": full, "target": target, "rule": "proportional"}
    assert one_rule(rule, [result], direction=better) == [points]


def test_worked_table_of_target_and_leader() -> None:
    rows = table("Target and leader (K9)", 2)
    rule: Raw = {"points": "20", "target": "5", "rule": "target_and_leader"}
    assert one_rule(rule, [row[0] for row in rows]) == [row[1] for row in rows]


def test_worked_table_of_steps() -> None:
    rows = table("Steps beyond a start (K17)")
    shape = {"kind": "per_step", "start": "92%", "first": "0,1", "step": "1%", "each": "0,1"}
    assert one_rule({"points": "0,5", "rule": shape}, [row[0] for row in rows], kind="percent") == [
        row[1] for row in rows
    ]


@pytest.mark.parametrize(("order", "points"), table("The order of application"))
def test_worked_order_of_application(order: str, points: str) -> None:
    def per_event(name: str, each: str) -> Raw:
        return {"name": name, "indicator": name, "rule": {"kind": "per_event", "each": each}}

    leaf: Raw = {
        "code": "I", "name": "I", "points": "10", "rule": "entry", "order": order.split(", "),
        "deductions": [per_event("late", "1")], "bonuses": [per_event("initiatives", "2")],
    }  # fmt: skip
    counted = [{"code": code, "name": code, "kind": "count"} for code in ("late", "initiatives")]
    figures: dict[str, dict[str, FigureValue | None]] = {
        "A": {"I": Number(9), "late": Number(2), "initiatives": Number(2)}
    }
    assert printed(scored([leaf], figures, indicators=counted).points("I", 0)) == points


@pytest.mark.parametrize("row", table("Groups and the total"), ids=lambda row: row[2])
def test_worked_group(row: list[str]) -> None:
    parts, cap, way, printed_parts, group_points = row
    names = [f"G.{index}" for index in range(3)]
    leaves: list[Raw] = [
        {"code": name, "name": name, "points": part.strip(), "rule": "entry"}
        for name, part in zip(names, parts.split("·"), strict=True)
    ]
    group: Raw = {
        "code": "G",
        "name": "G",
        "points": "48",
        "cap": cap,
        "scale_down": way == "scale_down",
        "parts": leaves,
    }
    figures: dict[str, dict[str, FigureValue | None]] = {
        "A": {name: number(part.strip()) for name, part in zip(names, parts.split("·"), strict=True)}
    }
    found = scored([group], figures)
    assert " · ".join(printed(found.points(name, 0)) for name in names) == printed_parts
    assert printed(found.points("G", 0)) == group_points


@pytest.mark.parametrize("row", table("Groups and the total", 2), ids=lambda row: row[0])
def test_worked_mode_of_what_was_not_assigned(row: list[str]) -> None:
    mode, points, maximum, rescaled = row
    leaves: list[Raw] = [
        {"code": code, "name": code, "points": full, "rule": "entry"} for code, full in (("A", "684"), ("B", "316"))
    ]
    figures: dict[str, dict[str, FigureValue | None]] = {"U": {"A": Number(600), "B": None}}
    found = scored(leaves, figures, not_assigned=mode, total={"rescale_to": "100"})
    assert [printed(found.amount(one, 0)) for one in (found.total.adjusted, found.total.maximum)] == [points, maximum]
    assert printed(found.total_points(0)) == rescaled


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_described_on_the_page(kind: str) -> None:
    described = [row[0] for heading in ("Sources: the value that is judged", "Shapes: from value to points")
                 for row in table(heading)]  # fmt: skip
    numbers = (SHAPES.get(kind) or SOURCES[kind]).kinds
    expected = f"`{kind}` ({', '.join(numbers)})" if numbers else f"`{kind}`"
    assert described.count(expected) == 1


def used_kinds(raw: object) -> set[str]:
    """Every kind that a document names, in full or by its bare name."""
    if isinstance(raw, list):
        return {name for one in raw for name in used_kinds(one)}
    if not isinstance(raw, dict):
        return set()
    named = {str(raw[key]) for key in ("rule", "value", "kind") if isinstance(raw.get(key), str)}
    return named.union(*(used_kinds(one) for one in raw.values()))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "figure"])
def test_every_kind_has_a_golden_case(kind: str) -> None:
    files = sorted((ROOT / "tests" / "golden").glob("*.yaml"))
    used = {name for path in files for name in used_kinds(load_yaml(path))}
    assert kind in used


@pytest.mark.parametrize("number", range(1, 51))
def test_every_number_of_the_catalogue_that_has_a_kind_has_a_golden_case(number: int) -> None:
    claimed = {name for one in (*SHAPES.values(), *SOURCES.values()) for name in one.kinds}
    if f"K{number}" not in claimed:
        return
    names = [
        line
        for path in sorted((ROOT / "tests" / "golden").glob("*.yaml"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("- case:")
    ]
    assert any(re.search(rf"\bK{number}\b", line) for line in names)


def test_cases_of_the_page_about_golden_cases_run(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", CASES.read_text("utf-8"), re.DOTALL)
    for index, block in enumerate(blocks):
        path = tmp_path / f"{index}.yaml"
        path.write_text(block, encoding="utf-8")
        report = run_golden(path)
        assert (report.cases, report.failures) == (1, ())
    assert len(blocks) == 2


def test_page_about_golden_cases_names_every_key() -> None:
    rows = re.findall(r"^\| (`.*?) \|", CASES.read_text("utf-8"), re.MULTILINE)
    assert sorted(key for row in rows for key in re.findall(r"`([a-z]+)`", row)) == sorted(CASE_KEYS)


def test_half_of_the_points_is_what_the_page_says() -> None:
    assert one_rule({"points": "20", "target": "5", "rule": "target_and_leader"}, ["5"]) == ["10,00"]
    assert Fraction(*number("93,1%").ratio) == Fraction(931, 1000)
