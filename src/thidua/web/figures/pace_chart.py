"""The small chart of a pace: places in whole units of the drawing. The numbers stand in the table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.pace import Pace, Ratio

WIDTH, HEIGHT = 300, 96
LEFT, TOP, FLOOR = 8, 8, 88  # of the field in which lines are drawn


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines as SVG writes them, and the dots of what was reported. An empty line is not drawn."""

    expected: str
    so_far: str
    forecast: str
    dots: tuple[tuple[int, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR


def chart_of(pace: Pace) -> Chart:
    """The lines of a pace from the beginning of the year to its end."""
    count = len(pace.points)
    reported = [
        (number, one.so_far.ratio)
        for number, one in enumerate(pace.points, start=1)
        if one.so_far is not None and one.so_far.ratio[1]
    ]
    expected = [(number, one.expected) for number, one in enumerate(pace.points, start=1) if one.expected is not None]
    ahead = [] if pace.forecast is None or not reported else [reported[-1], (count, pace.forecast)]
    most = _most([ratio for _number, ratio in (*reported, *expected, *ahead)])
    start = [(0, (0, 1))] if pace.grows and expected else []

    def line(points: Sequence[tuple[int, Ratio]]) -> list[tuple[int, int]]:
        return [(_across(number, count), _up(ratio, most)) for number, ratio in points]

    dots = line(reported)
    is_open = bool(ahead) and reported[-1][0] < count
    return Chart(_path(line([*start, *expected])), _path(dots), _path(line(ahead)) if is_open else "", tuple(dots))


def _across(number: int, count: int) -> int:
    return LEFT + number * (WIDTH - 2 * LEFT) // max(count, 1)


def _up(ratio: Ratio, most: Ratio) -> int:
    """The height of a ratio, of which the largest fills the field; what is below zero lies on the floor."""
    field = FLOOR - TOP
    if most[0] <= 0:
        return FLOOR
    return FLOOR - min(max(ratio[0] * most[1] * field // (ratio[1] * most[0]), 0), field)


def _most(ratios: Sequence[Ratio]) -> Ratio:
    most: Ratio = (0, 1)
    for one in ratios:
        if one[0] * most[1] > most[0] * one[1]:
            most = one
    return most


def _path(points: Sequence[tuple[int, int]]) -> str:
    return " ".join(f"{across},{up}" for across, up in points) if len(points) > 1 else ""
