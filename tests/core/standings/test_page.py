"""Every table of docs/algorithms/ranks-and-ties.md, computed."""

import re
from pathlib import Path

import pytest

from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_number
from thidua.core.rulebook.above import TieKey
from thidua.core.standings import Entrant, Key, Method, Ranked, rank
from thidua.words.language import Language
from thidua.words.numbers import write_number

PAGE = (Path(__file__).parents[3] / "docs" / "algorithms" / "ranks-and-ties.md").read_text(encoding="utf-8")
TABLES = [
    [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
]


def number(text: str) -> Number:
    value = read_number(text, NumberKind.DECIMAL)
    assert isinstance(value, Number)
    return value


def written(row: Ranked) -> str:
    return write_number(row.rank, Language.VI) + ("=" if row.shared else "")


@pytest.mark.parametrize("row", TABLES[0], ids=lambda row: row[0])
def test_worked_method(row: list[str]) -> None:
    entrants = [Entrant(str(index), Number(total)) for index, total in enumerate((45, 40, 40, 30))]
    ranking = rank(entrants, method=Method(row[0].strip("`")))
    assert " · ".join(written(one) for one in ranking.rows) == row[1]


def test_worked_chain() -> None:
    keys = (Key("points_of", "I"), Key("deductions", more_is_better=False))
    rows = TABLES[1]
    entrants = [Entrant(row[0], number(row[1]), (number(row[2]), number(row[3]))) for row in reversed(rows)]
    ranking = rank(entrants, keys)
    assert {one.unit: written(one) for one in ranking.rows} == {row[0]: row[4] for row in rows}
    assert [(step.key.code, len(step.units), step.parted) for step in ranking.steps] == [
        ("points_of", 4, True),
        ("deductions", 3, True),
    ]


def test_page_names_every_method_and_key() -> None:
    assert [row[0].strip("`") for row in TABLES[0]] == [method.value for method in Method]
    assert [key.value for key in TieKey if f"`{key.value}`" not in PAGE] == []
