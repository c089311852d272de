"""Which unit of a season a person means: by its code, or by a part of its name with or without marks."""

from __future__ import annotations

from thidua.core.errors import FiguresRefused, Problem
from thidua.core.scoring.figures import Member
from thidua.core.season import Season
from thidua.words.vietnamese import folded


def unit_of(season: Season, asked: str) -> Member:
    """The unit. Raises FiguresRefused with the units that are known, or with those that may be meant."""
    exact = [unit for unit in season.units if asked in (unit.code, unit.name, unit.short)]
    found = exact or [unit for unit in season.units if folded(asked) in folded(f"{unit.name} {unit.code}")]
    if len(found) == 1:
        return found[0]
    known = [unit.name for unit in (found or season.units)]
    code = "cli.ambiguous_unit" if found else "cli.unknown_unit"
    raise FiguresRefused(Problem(code, {"found": asked, "known": known}))
