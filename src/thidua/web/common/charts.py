"""Charts as the server draws them: shapes at whole places, for one template. Every axis starts at zero; the numbers
stand beside the marks and in a table beside the chart. Knows no points and no sentence: it is given shares and texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.numbers import Number

SCALE = 1000  # a share is a whole number of thousandths
LABEL, TRACK, NUMBER = 330, 380, 330  # the three columns of rows of bars
ROW, BAR, TOP = 26, 12, 24
LONGEST, LETTER = 48, 7  # letters of a label, and the width of one
STEP_X, STEP_Y = 110, 30  # between years, between ranks
HUES = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `look` is its class."""

    x: int
    y: int
    width: int
    height: int
    look: str


@dataclass(frozen=True, slots=True)
class Path:
    """A line through places, as SVG writes it."""

    d: str
    look: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc, or a ring (`is-other`)."""

    x: int
    y: int
    look: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place; `anchor` is the end that stands there."""

    x: int
    y: int
    words: str
    anchor: str = "start"
    look: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole drawing. `title` and `told` are read aloud in its place; `key` tells it from others on the page."""

    key: str
    title: str
    told: str
    width: int
    height: int
    boxes: tuple[Box, ...] = ()
    paths: tuple[Path, ...] = ()
    dots: tuple[Dot, ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A bar with its label and number. `tick` and `ring` are marks on the same scale, None for none."""

    label: str
    number: str
    share: int
    tick: int | None = None
    ring: int | None = None
    look: str = "fill-1"


@dataclass(frozen=True, slots=True)
class Line:
    """One line over the years: its rank in each, None where it has none; `hue` is its place in the cluster's order.

    `begun`: the name under which it began, where that was another.
    """

    label: str
    ranks: tuple[int | None, ...]
    hue: int
    is_strong: bool = False
    begun: str = ""


def share_of(part: Number, whole: Number) -> int:
    """Thousandths, rounded down; never below none or above all."""
    if whole.digits <= 0:
        return 0
    share = part.digits * SCALE * 10**whole.places // (whole.digits * 10**part.places)
    return min(max(share, 0), SCALE)


def bars(key: str, rows: Sequence[Row], *, title: str, told: str, marks: Sequence[str]) -> Chart:
    """Bars below one another on one scale. `marks`: its numbers from zero to the end, evenly apart."""
    bottom, left = TOP + ROW * len(rows), _room(rows)
    places = [left + TRACK * step // (len(marks) - 1) for step in range(len(marks))]
    grid = " ".join(f"M{x} {TOP - 6}V{bottom}" for x in places[1:])
    texts = [Text(x, TOP - 10, words, "middle") for x, words in zip(places, marks, strict=True)]
    boxes: list[Box] = []
    ticks: list[Path] = []
    rings: list[Dot] = []
    for place, row in enumerate(rows):
        y = TOP + ROW * place + ROW // 2
        boxes.append(Box(left, y - BAR // 2, TRACK, BAR, "fill-none"))
        boxes.append(Box(left, y - BAR // 2, _long(row.share), BAR, row.look))
        if row.tick is not None:
            ticks.append(Path(f"M{left + _long(row.tick)} {y - BAR}V{y + BAR}", "is-mark"))
        if row.ring is not None:
            rings.append(Dot(left + _long(row.ring), y, "dot is-other"))
        texts.append(Text(left - 10, y + 4, shortened(row.label), "end"))
        texts.append(Text(left + TRACK + 12, y + 4, row.number, "start", "val"))
    paths = (Path(grid, "rule soft"), Path(f"M{left} {TOP - 6}V{bottom}", "axis"), *ticks)
    return Chart(key, title, told, left + TRACK + NUMBER, bottom + 6, tuple(boxes), paths, tuple(rings), tuple(texts))


def ranks(key: str, years: Sequence[str], lines: Sequence[Line], *, title: str, told: str) -> Chart:
    """One line a unit through its ranks, the first on top; written at its last place."""
    lowest = max((place for line in lines for place in line.ranks if place), default=1)
    bottom = TOP + STEP_Y * lowest
    across = 40 + STEP_X * (len(years) - 1)
    grid = " ".join(f"M40 {_y(place)}H{across}" for place in range(1, lowest + 1))
    texts = [Text(_year(place), TOP - 10, year, "middle") for place, year in enumerate(years)]
    texts += [Text(20, _y(place) + 4, str(place), "end") for place in range(1, lowest + 1)]
    paths, dots = [Path(grid, "rule soft")], []
    level: dict[tuple[int, int], int] = {}
    for line in sorted(lines, key=lambda one: one.is_strong):
        points = [(_year(at), _y(rank)) for at, rank in enumerate(line.ranks) if rank]
        hue = f"is-hue-{line.hue % HUES + 1}"
        if len(points) > 1:
            paths.append(Path("M" + "L".join(f"{x} {y}" for x, y in points), f"is-trail {hue}"))
        dots += [Dot(x, y, f"dot {hue}") for x, y in points]
        if points and line.begun:
            x, y = points[0]
            texts.append(Text(x + 10, y - 7, shortened(line.begun), "start", "is-lit"))
        if points and line.label:
            x, y = points[-1]
            beside = level[points[-1]] = level.get(points[-1], -1) + 1
            look = "val" if line.is_strong else ""
            texts.append(Text(x + 12, y + 4 + 13 * beside, shortened(line.label), "start", look))
    return Chart(key, title, told, across + 190, bottom, (), tuple(paths), tuple(dots), tuple(texts))


def shortened(label: str) -> str:
    """A label that fits; the whole name stands in the table."""
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def _room(rows: Sequence[Row]) -> int:
    """How wide the column of labels is."""
    return min(LABEL, 24 + LETTER * max((len(row.label) for row in rows), default=0))


def _long(share: int) -> int:
    return TRACK * share // SCALE


def _y(rank: int) -> int:
    return TOP + STEP_Y * rank - STEP_Y // 2


def _year(place: int) -> int:
    return 40 + STEP_X * place
