"""By which names units go in tables: `Công an tỉnh Tây Ninh`, `Công an Tây Ninh` and `Tây Ninh` are one unit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from thidua.core.scoring.cells import FigureRow, SeasonUnit, TargetRow
from thidua.core.scoring.intake import word

_PREFIXES = ("Công an tỉnh ", "Công an thành phố ", "Công an ")
R = TypeVar("R", FigureRow, TargetRow)


def short_name(name: str) -> str:
    """The name for narrow columns and sheets: `Công an tỉnh Tây Ninh` is `Tây Ninh`."""
    prefix = next((prefix for prefix in _PREFIXES if word(name).startswith(word(prefix))), "")
    return name[len(prefix) :].strip() if prefix else name


def called_by_code(rows: Iterable[R], units: Sequence[SeasonUnit]) -> list[R]:
    """Lines with units by code where the name says which one is meant; the intake tells what is wrong with others."""
    codes = {word(short_name(one)): unit.code for unit in units for one in (unit.short, unit.name)}
    codes = {name: code for name, code in codes.items() if name}
    return [
        replace(
            row,
            unit=row.unit._replace(text=codes.get(word(short_name(row.unit.text)), row.unit.text)),
            unit_default=codes.get(word(short_name(row.unit_default)), row.unit_default),
        )
        for row in rows
    ]
