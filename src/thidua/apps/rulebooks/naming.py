"""By which names units go in tables: `Công an tỉnh Tây Ninh`, `Công an Tây Ninh` and `Tây Ninh` are one unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from thidua.core.scoring.cells import FigureRow, SeasonUnit, TargetRow
from thidua.core.scoring.lookup import word

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
    return [_called(row, codes) for row in rows]


def _called(row: R, codes: Mapping[str, str]) -> R:
    unit = codes.get(_short_word(row.unit.text), row.unit.text)
    default = codes.get(_short_word(row.unit_default), row.unit_default)
    if (unit, default) == (row.unit.text, row.unit_default):
        return row
    return replace(row, unit=row.unit._replace(text=unit), unit_default=default)


@lru_cache(maxsize=8192)
def _short_word(text: str) -> str:
    return word(short_name(text))
