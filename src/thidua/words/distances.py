"""How far units of a ranking stand from the first and from the rank above, as numbers and as they are written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua.core.numbers import Number, difference
from thidua.words.language import Language
from thidua.words.numbers import MINUS, write_number

NO_RANK = "–"


@dataclass(frozen=True, slots=True)
class Gap:
    """Points behind the first and behind the rank above; None without a rank, and for the first without one above."""

    behind: Number | None
    step: Number | None


def gaps(order: Sequence[tuple[str, Number]]) -> Iterator[Gap]:
    """One for each rank and its points, in the order given. Units of one rank are equally far from the rank above."""
    first, above = order[0][1] if order else Number(0), None
    for rank, level in groupby(order, key=lambda one: one[0]):
        units = list(level)
        if rank == NO_RANK:
            yield from (Gap(None, None) for _ in units)
            continue
        points = units[0][1]
        gap = Gap(difference(first, points), None if above is None else difference(above, points))
        yield from (gap for _ in units)
        above = points


def write_gap(gap: Number | None, lang: Language) -> str:
    """`−35,60`, `0,00`, a dash for none."""
    if gap is None:
        return "–"
    return (MINUS if gap.digits else "") + write_number(gap, lang, gap.places)
