"""The tables of docs/algorithms/mergers.md, read from the page and computed again."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from thidua.core.numbers import Counts, NumberKind, Value, round_to
from thidua.core.reading import read_number
from thidua.core.units.carrying import CannotCarry, CarryingRule, Outcome, carry
from thidua.core.units.succession import Link, Succession
from thidua.core.units.tree import UnitId
from thidua.files.provinces import province_history, province_id
from thidua.words.language import Language
from thidua.words.numbers import write_number

PAGE = Path(__file__).parents[3] / "docs/algorithms/mergers.md"
FIRST, SECOND, WHOLE, SUM = (UnitId(name) for name in ("first", "second", "whole", "sum"))
DAY = date(2025, 7, 1)
MERGE = Succession(DAY, (Link(FIRST, SUM), Link(SECOND, SUM)))


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, without its head."""
    section = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def read(text: str, kind: NumberKind) -> Value:
    """A cell as its indicator reads it; a cell of another kind (a bare rate, one number for two) as what it is."""
    if text.endswith("%"):
        return read_number(text, NumberKind.PERCENT)
    if ("/" in text) != (kind in {NumberKind.SHARE, NumberKind.RESULT_TARGET, NumberKind.OF_UNITS}):
        return read_number(text, NumberKind.SHARE if "/" in text else NumberKind.COUNT)
    return read_number(text, kind)


def reported(cells: Iterable[tuple[UnitId, str]], kind: NumberKind) -> dict[UnitId, Value]:
    return {unit: read(text, kind) for unit, text in cells if text}


def shown(outcome: Outcome) -> str:
    """The figure as printed, or the code of what is asked."""
    if isinstance(outcome, CannotCarry):
        return ", ".join(dict.fromkeys(problem.code for problem in outcome.problems))
    return write_number(outcome.value, Language.VI)


def percent(value: Fraction) -> str:
    return write_number(round_to((value.numerator * 100, value.denominator), 2), Language.VI, 2) + "%"


def test_every_table_of_the_page_is_read() -> None:
    headings = ("Units and their days", "Counts add, shares are recomputed", "What each kind answers", "Splits")
    assert [len(table(heading)) for heading in headings] == [5, 4, 11, 7]
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    assert len(rows) == 5 + 4 + 11 + 7 + 2 * 4


@pytest.mark.parametrize(("name", "after"), table("Units and their days"))
def test_units_before_have_their_heirs_after(name: str, after: str) -> None:
    history = province_history(known_from=date(2024, 1, 1))
    assert history.heirs(province_id(name), on=DAY) == (after,)
    assert history.tree.unit(province_id(name), on=date(2025, 6, 30)).name == name


@pytest.mark.parametrize(("first", "second", "total", "rate", "mean"), table("Counts add, shares are recomputed"))
def test_shares_are_recomputed_from_counts(first: str, second: str, total: str, rate: str, mean: str) -> None:
    figures = reported([(FIRST, first), (SECOND, second)], NumberKind.SHARE)
    outcome = carry(figures, over=MERGE, rule=CarryingRule(NumberKind.SHARE))[SUM]
    assert shown(outcome) == total
    carried = read(total, NumberKind.SHARE)
    rates = [Fraction(*figure.ratio) for figure in (*figures.values(), carried) if isinstance(figure, Counts)]
    assert [percent(rates[2]), percent((rates[0] + rates[1]) / 2)] == [rate, mean]


@pytest.mark.parametrize(("kind", "first", "second", "answer"), table("What each kind answers"))
def test_each_kind_answers_as_the_page_says(kind: str, first: str, second: str, answer: str) -> None:
    figures = reported([(FIRST, first), (SECOND, second)], NumberKind(kind))
    assert shown(carry(figures, over=MERGE, rule=CarryingRule(NumberKind(kind)))[SUM]) == answer


@pytest.mark.parametrize(("kind", "whole", "to_first", "to_second", "weights", "one", "other"), table("Splits"))
def test_splits_divide_as_the_page_says(  # noqa: PLR0917  the columns of the table
    kind: str, whole: str, to_first: str, to_second: str, weights: str, one: str, other: str
) -> None:
    weight = [int(part) for part in weights.split(":")] if weights else [None, None]
    split = Succession(DAY, (Link(WHOLE, FIRST, weight[0]), Link(WHOLE, SECOND, weight[1])))
    stated = reported([(FIRST, to_first), (SECOND, to_second)], NumberKind(kind))
    outcomes = carry(
        reported([(WHOLE, whole)], NumberKind(kind)),
        over=split,
        rule=CarryingRule(NumberKind(kind)),
        parts={WHOLE: stated} if stated else {},
    )
    assert [shown(outcomes[unit]) for unit in (FIRST, SECOND)] == [one, other]
