"""Figures that cannot be are refused, those that are doubtful are asked about, each at its cell and with its reason."""

from datetime import date

import pytest

from files.builders import RULEBOOK
from thidua.core.errors import Place, RulebookRefused, Severity
from thidua.core.numbers import Counts, Number, NumberKind, Rate, Value
from thidua.core.periods import YEAR
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Cell, Earlier, FigureRow, Scope, SeasonUnit
from thidua.core.scoring.checks import ASKING, asks_comment
from thidua.core.scoring.figures import Figure
from thidua.core.scoring.intake import take_in
from thidua.core.states import Stage
from thidua.core.timeline import Period
from thidua.files.yaml_text import read_yaml
from thidua.words.language import Language
from thidua.words.say import say

UNIT = SeasonUnit(code="long-an", name="Công an tỉnh Long An")
MORE = """\
  - {code: tin-vtv, name: Tin bài trên VTV, kind: count}
  - {code: tin-bao, name: Tin bài trên báo, kind: count}
  - {code: so-tien, name: Số tiền, kind: money}
  - {code: so-kg, name: Ma túy, kind: decimal}
"""
USED = """\
  - code: IV
    name: Thêm
    points: 4
    parts:
      - {code: IV.1, name: a, points: 1, indicator: tin-vtv, rule: {kind: per_event, each: "0,1"}}
      - {code: IV.2, name: b, points: 1, indicator: tin-bao, rule: {kind: per_event, each: "0,1"}}
      - {code: IV.3, name: c, points: 1, indicator: so-tien, rule: {kind: per_event, each: "0,1"}}
      - {code: IV.4, name: d, points: 1, indicator: so-kg, rule: {kind: per_event, each: "0,1"}}
"""


def rulebook(*checks: str) -> Rulebook:
    listed = "".join(f"  - {{{one}}}\n" for one in checks)
    text = RULEBOOK.replace("criteria:\n", f"{MORE}criteria:\n") + USED
    return parse_rulebook(read_yaml((text + (f"checks:\n{listed}" if checks else "")).encode()))


def row(code: str, text: str) -> FigureRow:
    place = Place(cell=code)
    return FigureRow(code=Cell(code, place), unit=Cell("long-an"), stages={Stage.SELF: Cell(text, place)}, place=place)


def told(
    book: Rulebook,
    typed: dict[str, str],
    *,
    before: dict[str, Value] | None = None,
    beside: dict[str, int] | None = None,
) -> list[tuple[str, str, Severity]]:
    """Code, cell and weight of each finding."""
    history = {("long-an", code, YEAR): Earlier(value, "2023") for code, value in (before or {}).items()}
    standing = tuple(
        Figure(unit="long-an", indicator=code, stage=Stage.SELF, value=Number(value))
        for code, value in (beside or {}).items()
    )
    scope = Scope(units=(UNIT,), rulebook=book, history=history, beside=standing)
    taken = take_in([row(code, text) for code, text in typed.items()], (), scope)
    assert [one.problem in taken.problems for one in taken.findings] == [True] * len(taken.findings)
    return [(one.problem.code, one.problem.place.cell, one.problem.severity) for one in taken.findings]


ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", []),
        ("500", []),
        ("501", [("checks.above_most", "tin-bai", ERROR)]),
    ],
)
def test_a_figure_beyond_its_range_is_refused(text: str, expected: list[tuple[str, str, Severity]]) -> None:
    assert told(rulebook("indicator: tin-bai, least: 0, most: 500"), {"tin-bai": text}) == expected


def test_a_usual_range_only_asks() -> None:
    book = rulebook("indicator: pha-an, least: 50%, most: 99%, severity: warning")
    assert told(book, {"pha-an": "49,99%"}) == [("checks.below_usual", "pha-an", WARNING)]
    assert told(book, {"pha-an": "99,01%"}) == [("checks.above_usual", "pha-an", WARNING)]
    assert told(book, {"pha-an": "50%"}) == []


def test_a_percentage_above_100_is_asked_about_unless_the_rulebook_sets_its_own_limit() -> None:
    assert told(rulebook(), {"pha-an": "100%"}) == []
    assert told(rulebook(), {"pha-an": "100,01%"}) == [("checks.above_whole", "pha-an", WARNING)]
    assert told(rulebook("indicator: pha-an, most: 150%"), {"pha-an": "120%"}) == []


def test_a_part_is_never_more_than_its_whole() -> None:
    book = rulebook("indicator: tin-vtv, part_of: tin-bai")
    assert told(book, {"tin-bai": "7", "tin-vtv": "7"}) == []
    assert told(book, {"tin-bai": "7", "tin-vtv": "8"}) == [("checks.part_beyond_whole", "tin-vtv", ERROR)]
    assert told(book, {"tin-vtv": "8"}) == []  # the whole was not reported: nothing to compare, and not zero


def test_a_figure_is_checked_against_those_that_stand_already_at_the_cell_that_is_typed() -> None:
    book = rulebook("indicator: tin-vtv, part_of: tin-bai")
    assert told(book, {"tin-bai": "5"}, beside={"tin-vtv": 8}) == [("checks.part_beyond_whole", "tin-bai", ERROR)]
    assert told(book, {"so-tien": "5"}, beside={"tin-vtv": 8, "tin-bai": 5}) == []  # another cell is not to blame


def test_a_sum_that_does_not_hold_is_asked_about_or_refused_where_the_rulebook_says_so() -> None:
    typed = {"tin-bai": "10", "tin-vtv": "3", "tin-bao": "6"}
    assert told(rulebook("indicator: tin-bai, sum_of: [tin-vtv, tin-bao]"), typed) == [
        ("checks.sum_differs", "tin-bai", WARNING)
    ]
    strict = rulebook("indicator: tin-bai, sum_of: [tin-vtv, tin-bao], severity: error")
    assert told(strict, typed) == [("checks.sum_does_not_hold", "tin-bai", ERROR)]
    assert told(strict, {**typed, "tin-bao": "7"}) == []


@pytest.mark.parametrize(
    ("code", "text", "before", "is_asked"),
    [
        ("tin-bai", "15", Number(10), False),  # half more is the threshold itself
        ("tin-bai", "16", Number(10), True),
        ("tin-bai", "4", Number(10), True),
        ("tin-bai", "9", Number(1), False),  # both below ten
        ("tin-bai", "12", Number(0), True),
        ("so-kg", "1,5", Number(1), False),
        ("so-kg", "1,6", Number(1), True),
        ("pha-an", "40%", Rate(Number(90)), True),
        ("pha-an", "60%", Rate(Number(90)), False),
        ("dieu-tra", "1/4", Counts(3, 4, NumberKind.SHARE), True),
        ("dieu-tra", "40%", Counts(3, 4, NumberKind.SHARE), False),
    ],
)
def test_a_change_of_more_than_half_is_asked_about(code: str, text: str, before: Value, *, is_asked: bool) -> None:
    expected = [("checks.jump", code, WARNING)] if is_asked else []
    assert told(rulebook(), {code: text}, before={code: before}) == expected


def test_the_threshold_of_a_jump_is_the_rulebook_s() -> None:
    before = {"tin-bai": Number(100)}
    assert told(rulebook("indicator: tin-bai, jump: 10%"), {"tin-bai": "111"}, before=before) == [
        ("checks.jump", "tin-bai", WARNING)
    ]
    assert told(rulebook("indicator: tin-bai, jump: 300%"), {"tin-bai": "400"}, before=before) == []


def test_points_and_reviews_are_not_compared_over_the_years() -> None:
    assert told(rulebook(), {"II.2": "9"}, before={"II.2": Number(1)}) == []


def test_every_warning_of_a_check_asks_for_a_comment_and_no_error_does() -> None:
    book = rulebook("indicator: tin-vtv, part_of: tin-bai, severity: warning", "indicator: tin-bao, most: 5")
    scope = Scope(units=(UNIT,), rulebook=book)
    rows = [row("tin-bai", "1"), row("tin-vtv", "2"), row("tin-bao", "6")]
    found = {one.problem.code: asks_comment(one.problem) for one in take_in(rows, (), scope).findings}
    assert found == {"checks.part_above_whole": True, "checks.above_most": False}
    assert {code for code, asks in found.items() if asks} <= ASKING


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ("indicator: la, most: 5", "rulebook.unknown_indicator"),
        ("indicator: tin-bai", "rulebook.check_states_nothing"),
        ("indicator: tin-bai, part_of: tin-bai", "rulebook.check_of_itself"),
        ("indicator: tin-bai, sum_of: [tin-vtv, tin-vtv]", "rulebook.check_of_itself"),
        ("indicator: tin-bai, part_of: so-tien", "rulebook.check_of_other_kind"),
        ("indicator: dieu-tra, part_of: pha-an", "rulebook.check_of_no_number"),
        ("indicator: tin-bai, most: 50%", "rulebook.percent_of_a_number"),
        ("indicator: pha-an, most: 90", "rulebook.number_for_a_percent"),
        ("indicator: tin-bai, least: 6, most: 5", "rulebook.cap_below_floor"),
        ("indicator: tin-bai, jump: 50", "rulebook.jump_is_a_percent"),
    ],
)
def test_a_check_that_cannot_be_meant_is_refused_with_the_rulebook(check: str, code: str) -> None:
    with pytest.raises(RulebookRefused) as refusal:
        rulebook(check)
    assert code in {one.code for one in refusal.value.problems}


def monthly(way: str) -> Rulebook:
    """The rulebook with a count that is reported every month."""
    old = "{code: tin-bai, name: Tin bài, kind: count, measure: bài}"
    new = f"{{code: tin-bai, name: Tin bài, kind: count, measure: bài, frequency: month, aggregation: {way}}}"
    return parse_rulebook(read_yaml(RULEBOOK.replace(old, new).encode()))


@pytest.mark.parametrize(
    ("way", "months", "asked"),
    [
        ("sum", ("20", "24", "37"), ["2024-03"]),  # more than half above both months before
        ("sum", ("20", "25", "37"), []),  # not so far above the second
        ("sum", ("20", "24", "9"), ["2024-03"]),
        ("sum", ("20", "50", "20"), []),  # one month before is no history yet, and the first was like the third
        ("cumulative", ("20", "44", "81"), []),
    ],
)
def test_a_month_beyond_all_months_before_is_asked_about(way: str, months: tuple[str, ...], asked: list[str]) -> None:
    rows = []
    for number, text in enumerate(months, start=1):
        one, period = row("tin-bai", text), Cell(f"2024-0{number}", Place(cell=f"{number}"))
        rows.append(FigureRow(code=one.code, unit=one.unit, stages=one.stages, notes={"period": period}))
    data = Period(date(2024, 1, 1), date(2025, 1, 1))
    taken = take_in(rows, (), Scope(units=(UNIT,), rulebook=monthly(way), data=data, compares=True))
    assert [(one.problem.code, one.period) for one in taken.findings] == [("checks.jump", period) for period in asked]


def test_a_doubt_names_the_earlier_month_and_the_indicators_as_people_call_them() -> None:
    rows = []
    for number, text in enumerate(("20", "24", "37"), start=1):
        one, period = row("tin-bai", text), Cell(f"2024-0{number}", Place(cell=f"{number}"))
        rows.append(FigureRow(code=one.code, unit=one.unit, stages=one.stages, notes={"period": period}))
    data = Period(date(2024, 1, 1), date(2025, 1, 1))
    taken = take_in(rows, (), Scope(units=(UNIT,), rulebook=monthly("sum"), data=data, compares=True))
    (sentence,) = (say(one.problem.code, Language.VI, **one.problem.data) for one in taken.findings)
    assert "đã báo cáo (tháng 2/2024)" in sentence
    assert "chỉ số “Tin bài”" in sentence


@pytest.mark.parametrize(("secrecy", "named"), [("open", "Tin bài trên VTV"), ("code_only", "tin-vtv")])
def test_an_indicator_whose_name_is_withheld_is_called_by_its_code(secrecy: str, named: str) -> None:
    checks = ("indicator: tin-vtv, most: 5, severity: warning", "indicator: tin-bai, sum_of: [tin-vtv, tin-bao]")
    check = "checks:\n" + "".join(f"  - {{{one}}}\n" for one in checks)
    more = USED.replace("name: a,", f"name: a, secrecy: {secrecy},")
    book = parse_rulebook(read_yaml((RULEBOOK.replace("criteria:\n", f"{MORE}criteria:\n") + more + check).encode()))
    rows = [row("tin-vtv", "7"), row("tin-bao", "1"), row("tin-bai", "9")]
    taken = take_in(rows, (), Scope(units=(UNIT,), rulebook=book))
    data = {one.problem.code: one.problem.data for one in taken.findings}
    assert data["checks.above_usual"]["indicator"] == named
    assert data["checks.sum_differs"]["parts"] == [named, "Tin bài trên báo"]
