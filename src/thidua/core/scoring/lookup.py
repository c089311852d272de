"""What the lines of every table name, and how their cells are read: indicator, unit, number, day, real or not.

Figures and targets ask the same questions in the same words; what only one of the two knows is `intake` and
`target_intake`. Never guesses: two readings are a question at the cell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import ParamSpec, TypeVar

from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.kinds.base import Source
from thidua.core.kinds.sources import Difference, Growth
from thidua.core.numbers import Number, NumberKind, Rate, Value
from thidua.core.reading import read_date, read_number
from thidua.core.rulebook.schema import Evidence, Indicator, Leaf, Rulebook
from thidua.core.scoring.cells import Cell, Scope, SeasonUnit
from thidua.core.scoring.crosscheck import Unsigned, judged_by_target
from thidua.core.scoring.figures import Nature

T = TypeVar("T")
P = ParamSpec("P")

NATURES = {
    **dict.fromkeys(("thực", "thực tế", "thuc", "real"), Nature.REAL),
    **dict.fromkeys(("minh họa", "minh hoạ", "minh hoa", "illustrative"), Nature.ILLUSTRATIVE),
}


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is looked up in a rulebook for every line."""

    rulebook: Rulebook | None
    indicators: Mapping[str, Indicator]
    bounds: Mapping[str, list[tuple[str, Number, Number]]]
    grown: frozenset[str]
    evidence: frozenset[str]
    judged: tuple[Leaf, ...]


_known: dict[int, Asked] = {}  # by the identity of the rulebook, which is held and so stays its own
KEPT = 32


def asked_of(rulebook: Rulebook) -> Asked:
    """Made once for a rulebook: one cell of the grid is read against a whole table."""
    found = _known.get(id(rulebook))
    if found is None:
        if len(_known) >= KEPT:
            _known.clear()
        found = _known[id(rulebook)] = Asked(
            rulebook,
            {one.code: one for one in rulebook.indicators},
            point_bounds(rulebook),
            frozenset(leaf.indicator for _node, leaf in rulebook.leaves if is_relative_growth(leaf.source)),
            frozenset(leaf.indicator for _node, leaf in rulebook.leaves if leaf.evidence is Evidence.REQUIRED),
            judged_by_target(rulebook),
        )
    return found


@dataclass(slots=True)
class Lookup:
    """One pass over lines of one sort; every problem is kept, in the order of the lines."""

    scope: Scope
    problems: list[Problem] = field(default_factory=list)
    unsigned: list[Unsigned] = field(default_factory=list)
    asked: Asked = field(init=False)
    _names: Mapping[str, SeasonUnit] = field(init=False)

    def __post_init__(self) -> None:
        rulebook = self.scope.rulebook
        self.asked = asked_of(rulebook) if rulebook else Asked(None, {}, {}, frozenset(), frozenset(), ())
        self._names = {
            word(one): unit for unit in self.scope.units for one in (unit.short, unit.name, unit.code) if one
        }

    def refuse(self, code: str, place: Place, severity: Severity = Severity.ERROR, **data: object) -> None:
        """Record a problem."""
        self.problems.append(Problem(code, data, place, severity))

    def indicator(self, cell: Cell, row: Place) -> Indicator | None:
        """The indicator of a line. None, with a problem, for a code that is none."""
        if cell.problem is not None or not cell.text:
            self.problems.append(
                cell.problem or Problem("figures.code_missing", {}, cell.place if cell.place.cell else row)
            )
            return None
        found = self.asked.indicators.get(cell.text)
        if found is None and self.scope.rulebook is not None and cell.text not in self.scope.unreadable:
            self.problems.append(replace(self._unknown_code(cell.text, self.scope.rulebook), place=cell.place))
        return found

    def _unknown_code(self, code: str, rulebook: Rulebook) -> Problem:
        node = rulebook.find(code)
        if node is not None and node.leaf is not None:
            return Problem("figures.code_of_a_criterion", {"found": code, "indicator": node.leaf.indicator})
        if node is not None:
            return Problem("figures.code_of_a_group", {"found": code, "name": node.name})
        near = get_close_matches(code, list(self.asked.indicators), n=1)
        if near:
            return Problem("figures.unknown_indicator_near", {"found": code, "near": near[0]})
        return Problem("figures.unknown_indicator", {"found": code})

    def unit(self, cell: Cell, default: str, row: Place) -> SeasonUnit | None:
        """The unit of a line, by code, name or short name, or the one that the sheet is named after."""
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        found = self._names.get(word(cell.text or default))
        if found is None and (cell.text or default) in self.scope.unreadable:
            return None
        if found is None and cell.text:
            self.refuse_unit(cell.text, cell.place)
        elif found is None:
            self.refuse(
                "figures.unit_missing", cell.place if cell.place.cell or cell.place.path else row, sheet=default
            )
        return found

    def refuse_unit(self, text: str, place: Place) -> None:
        """Record a unit that is not in the season, with the nearest that is."""
        known = ", ".join(unit.code for unit in self.scope.units)
        near = get_close_matches(word(text), list(self._names), n=1)
        if near:
            self.refuse("figures.unknown_unit_near", place, found=text, near=self._names[near[0]].name, known=known)
        else:
            self.refuse("figures.unknown_unit", place, found=text, known=known)

    def nature(self, cell: Cell) -> Nature:
        """Real, unless the cell says illustrative."""
        nature = NATURES.get(word(cell.text))
        if nature is None and not cell.is_empty:
            self.refuse("figures.unknown_nature", cell.place, found=cell.text)
        return nature or Nature.REAL

    def number(self, cell: Cell, indicator: Indicator, kind: NumberKind | None) -> Value | None:
        """The number of a cell. Points and decimals are never percentages, and 0,931 may not be 93,1 %."""
        value = (
            self.reading(read_number, cell.place, cell.text, kind)
            if cell.number is None
            else self.reading(cell.number, cell.place, kind)
        )
        if isinstance(value, Rate) and kind is NumberKind.DECIMAL:
            self.refuse("figures.percent_unwanted", cell.place, found=cell.text, indicator=indicator.code)
            return None
        if isinstance(value, Rate) and not cell.text.endswith(("%", "％")):
            self.unsigned.append(Unsigned(indicator.code, value, cell.place))
        return value

    def day(self, cell: Cell) -> date | None:
        """A date cell, or a day as typed."""
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        if cell.day is not None:
            return cell.day
        return self.reading(read_date, cell.place, cell.text)

    def reading(self, read: Callable[P, T], at: Place, *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a reader gives; its questions and refusals are asked at the cell."""
        try:
            return read(*args, **kwargs)
        except NumberRefused as refused:
            self.problems += [replace(problem, place=at) for problem in refused.problems]
            return None


@lru_cache(maxsize=4096)
def word(text: str) -> str:
    """A text as names and words are compared: NFC, small letters, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def is_relative_growth(source: Source) -> bool:
    """Whether a source judges a relative change, whose target is a percentage whatever is counted (K29: −5%)."""
    return isinstance(source, Growth) and source.mode is Difference.RELATIVE


def below(left: Number, right: Number) -> bool:
    """Whether left < right, exactly."""
    return bool(left.digits * 10**right.places < right.digits * 10**left.places)


def point_bounds(rulebook: Rulebook) -> dict[str, list[tuple[str, Number, Number]]]:
    """For each indicator whose figures are points: the criteria that take them, with the least and the most."""
    found: dict[str, list[tuple[str, Number, Number]]] = {}
    for node, leaf in rulebook.leaves:
        for code, shape in ((leaf.indicator, leaf.shape), *((one.indicator, one.shape) for one in leaf.adjustments)):
            bounds = shape.bounds(node.points)
            if bounds is not None:
                found.setdefault(code, []).append((node.code, *bounds))
    return found
