"""The standings as a staircase: the first at the zero of the axis, every other rank as far to its left as it is behind.

On a line the thick piece is the gap to the rank above, the thin one what lay between those above; each gap is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.numbers import Number
from thidua.web.common.charts import LETTER, Chart, Dot, Path, Text, share_of, shortened

TRACK, NUMBER = 600, 110  # the scale, and the column of points beside it
ROW, TOP = 34, 52
STATE, AXIS = 14, TOP - 8  # baselines above the rows: how sure it is, the numbers of the axis
MOST_MARKS = 5
CROSS = 4


@dataclass(frozen=True, slots=True)
class Stair:
    """One rank and who holds it. `behind`: the first; `step`: the gap to the rank above as written, none for the
    first.
    """

    label: str
    number: str
    behind: Number
    step: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Outside:
    """Somebody without a rank, its points, and why it has none: a cross, off the scale."""

    label: str
    number: str
    why: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A number of the axis at its place."""

    behind: Number
    words: str


def even_marks(largest: int) -> tuple[int, ...]:
    """From zero on in even steps of 1, 2 or 5 times a power of ten: the fewest that hold the largest."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            count = max(-(-largest // step), 1)
            if count < MOST_MARKS:
                return tuple(range(0, count * step + 1, step))
        power *= 10


def stairs(
    key: str,
    ranked: Sequence[Stair],
    outside: Sequence[Outside],
    marks: Sequence[Mark],
    *,
    title: str,
    state: str,
    is_sure: bool,
) -> Chart:
    """The drawing. Dots are full where the order is sure and rings where it is not; `state` says so above them."""
    labels = [*(one.label for one in ranked), *(one.label for one in outside)]
    left = 24 + LETTER * max((len(shortened(label)) for label in labels), default=0)
    right, bottom, dot = left + TRACK, TOP + ROW * len(ranked), "dot" if is_sure else "dot is-other"
    places = [(right - _long(one.behind, marks), TOP + ROW * row + ROW // 2) for row, one in enumerate(ranked)]
    paths, texts = _scale(marks, right, bottom)
    for row, (one, place) in enumerate(zip(ranked, places, strict=True)):
        texts += _named(one, left, right, place[1])
        if row:
            paths += _rise(places[row - 1], place, right)
            texts.append(_step(one.step, places[row - 1][0], left, place[1] - 6))
    for row, other in enumerate(outside):
        y = bottom + ROW * row + ROW // 2 + 6
        texts += [*_named(other, left, right, y), Text(left + 22, y + 4, other.why)]
        paths.append(Path(f"M{left + 8 - CROSS} {y - CROSS}l8 8m0-8l-8 8", "is-cross"))
    if outside:
        paths.append(Path(f"M0 {bottom + 6}H{right + NUMBER}", "rule soft"))
    return Chart(
        key,
        title,
        _told(ranked, outside, state),
        right + NUMBER,
        bottom + ROW * len(outside) + (12 if outside else 6),
        paths=tuple(paths),
        dots=(Dot(8, STATE - 4, dot), *(Dot(x, y, dot) for x, y in places)),
        texts=(Text(18, STATE, state, "start", "val"), *texts),
    )


def _scale(marks: Sequence[Mark], right: int, bottom: int) -> tuple[list[Path], list[Text]]:
    places = [right - _long(mark.behind, marks) for mark in marks]
    grid = " ".join(f"M{x} {TOP}V{bottom}" for x in places[1:])
    numbers = [Text(x, AXIS, mark.words, "middle") for x, mark in zip(places, marks, strict=True)]
    return [Path(grid, "rule soft"), Path(f"M{right} {TOP}V{bottom}", "axis")], numbers


def _rise(above: tuple[int, int], here: tuple[int, int], right: int) -> list[Path]:
    """From the rank above down to this line, along it to this rank, and back to the first."""
    (above_x, above_y), (x, y) = above, here
    return [
        Path(f"M{x} {y}H{right}", "is-stem"),
        Path(f"M{above_x} {above_y}V{y}", "guide"),
        Path(f"M{x} {y}H{above_x}", "is-tread"),
    ]


def _named(one: Stair | Outside, left: int, right: int, y: int) -> list[Text]:
    look = "val" if one.is_strong else ""
    return [
        Text(left - 12, y + 4, shortened(one.label), "end", look),
        Text(right + 14, y + 4, one.number, "start", "val" if isinstance(one, Stair) else ""),
    ]


def _step(words: str, above: int, left: int, y: int) -> Text:
    """Beside the riser, on the side where there is room."""
    if above - left < LETTER * len(words) + 8:
        return Text(above + 6, y, words, "start", "is-lit")
    return Text(above - 6, y, words, "end", "is-lit")


def _long(behind: Number, marks: Sequence[Mark]) -> int:
    return TRACK * share_of(behind, marks[-1].behind) // 1000


def _told(ranked: Sequence[Stair], outside: Sequence[Outside], state: str) -> str:
    order = [f"{one.label}: {one.number}" + (f", {one.step}" if one.step else "") for one in ranked]
    return "; ".join([state, *order, *(f"{one.label}: {one.number}, {one.why}" for one in outside)])
