"""Bars as the server draws them: places on a scale of a thousand. The number is always printed beside the bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.numbers import Number

SCALE = 1000


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece: where it begins, and how long it is, in thousandths of the scale."""

    start: int
    length: int


def share_bar(parts: Sequence[Number], full: Number) -> tuple[Bar, ...]:
    """The parts one after the other. What is below zero has no length."""
    bars: list[Bar] = []
    at = 0
    for part in parts:
        length = _length(part, full)
        bars.append(Bar(at, length))
        at += length
    return tuple(bars)


def _length(part: Number, full: Number) -> int:
    """Rounded down: a bar is never longer than its number."""
    if full.digits <= 0:
        return 0
    return max(part.digits * SCALE * 10**full.places // (full.digits * 10**part.places), 0)
