"""Rules drawn to scale: every stretch of values as wide as it is and as high as its points, holes and overlaps marked;
knots where they stand, with the line through them.

Exact fractions until the last step, whole tenths of the drawing's units after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.kinds.bands import Band, Bands, gaps_and_overlaps, is_empty
from thidua.core.kinds.base import Shape
from thidua.core.kinds.classes import TwoKeyBands
from thidua.core.kinds.piecewise import Knot, Piecewise
from thidua.core.numbers import Number
from thidua.core.plain import Amount
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.say import say

LEFT, RIGHT, TOP, BASE = 40, 600, 30, 148
BEYOND = Fraction(3, 20)  # of the whole width, for what has no end
APART = 44  # between two labels of the axis
ABOVE = 8  # a knot, its points
THIN = 3  # a hole of a single value is drawn so wide


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing, in its units, and what stands on it."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A knot, and above it its points."""

    x: str
    y: str
    above: str
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A value on the axis."""

    x: str
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """One drawing, and what it shows in words."""

    zones: tuple[Box, ...]
    holes: tuple[Box, ...]
    overlaps: tuple[Box, ...]
    labels: tuple[Label, ...]
    words: str
    line: str = ""  # through the knots, flat beyond the first and the last
    dots: tuple[Dot, ...] = ()


def scales_of(shape: Shape, lang: Language) -> tuple[Scale, ...]:
    """The drawings of a rule: of bands or knots, of each class of bands by two numbers, none of other kinds."""
    if isinstance(shape, Piecewise):
        return (_line(shape.knots, lang),) if shape.knots else ()
    if isinstance(shape, Bands):
        drawn = [shape.bands]
    elif isinstance(shape, TwoKeyBands):
        drawn = [one.bands for one in shape.classes]
    else:
        return ()
    return tuple(_scale([band for band in bands if not is_empty(band)], lang) for bands in drawn)


def _scale(bands: Sequence[Band], lang: Language) -> Scale:
    axis = _Axis.over(_ratio(end) for band in bands for end in (band.lower[0], band.upper[0]) if end is not None)
    highest = max((_fraction(band.points) for band in bands), default=Fraction(0))
    zones, holes, overlaps = [], [], []
    ends: dict[Fraction, Amount] = {}
    for band in bands:
        low, high = axis.ends(band)
        height = (BASE - TOP) * _fraction(band.points) / highest if highest > 0 else Fraction(0)
        zones.append(_box(low, high, max(height, Fraction(4)), write_number(band.points, lang)))
        ends |= {_ratio(end): end for end in (band.lower[0], band.upper[0]) if end is not None}
    for what, lower, upper in gaps_and_overlaps(bands):
        left, right = axis.ends(lower)[1], axis.ends(upper)[0]
        if what == "overlap":
            overlaps.append(_box(right, min(left, axis.ends(upper)[1]), Fraction(BASE - TOP)))
        else:
            holes.append(_box(left, right, Fraction(BASE - TOP)))
    words = say("editor.scale", lang, bands=len(zones), holes=len(holes), overlaps=len(overlaps))
    return Scale(tuple(zones), tuple(holes), tuple(overlaps), tuple(_labels(axis, ends, lang)), words)


def _line(knots: Sequence[Knot], lang: Language) -> Scale:
    """In the order in which they are written: knots that do not rise show as a line that turns back."""
    axis = _Axis.over(_ratio(knot.at) for knot in knots)
    points = [_fraction(knot.points) for knot in knots]
    least, most = min(Fraction(0), *points), max(Fraction(0), *points)
    heights = [BASE - (BASE - TOP) * (one - least) / ((most - least) or Fraction(1)) for one in points]
    places = [axis.at(_ratio(knot.at)) for knot in knots]
    way = zip((Fraction(LEFT), *places, Fraction(RIGHT)), (heights[0], *heights, heights[-1]), strict=True)
    dots = tuple(
        Dot(_tenths(x), _tenths(y), _tenths(y - ABOVE), write_number(knot.points, lang))
        for x, y, knot in zip(places, heights, knots, strict=True)
    )
    ends = {_ratio(knot.at): knot.at for knot in knots}
    line = " ".join(f"{_tenths(x)},{_tenths(y)}" for x, y in way)
    words = say("editor.line", lang, knots=len(dots))
    return Scale((), (), (), tuple(_labels(axis, ends, lang)), words, line, dots)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The values that the drawing spans, with room for what has no end."""

    least: Fraction
    most: Fraction
    opens: Fraction  # how far what has no end reaches beyond

    @classmethod
    def over(cls, shown: Iterable[Fraction]) -> _Axis:
        values = list(shown)
        least, most = min(values, default=Fraction(0)), max(values, default=Fraction(1))
        return cls(least, most, (most - least) * BEYOND or Fraction(1))

    def ends(self, band: Band) -> tuple[Fraction, Fraction]:
        """Where a band begins and ends in the drawing."""
        low, high = band.lower[0], band.upper[0]
        start = self.least - self.opens if low is None else _ratio(low)
        end = self.most + self.opens if high is None else _ratio(high)
        return self.at(start), self.at(end)

    def at(self, value: Fraction) -> Fraction:
        width = self.most - self.least + 2 * self.opens
        return LEFT + (value - self.least + self.opens) * (RIGHT - LEFT) / width


def _labels(axis: _Axis, ends: dict[Fraction, Amount], lang: Language) -> Iterator[Label]:
    """The values of the ends, as many as have room."""
    last = Fraction(-APART)
    for value in sorted(ends):
        place = axis.at(value)
        if place - last >= APART:
            last = place
            yield Label(_tenths(place), write_number(ends[value], lang))


def _box(low: Fraction, high: Fraction, height: Fraction, text: str = "") -> Box:
    if high - low < THIN:
        middle = (low + high) / 2
        low, high = middle - Fraction(THIN, 2), middle + Fraction(THIN, 2)
    return Box(
        _tenths(low), _tenths(BASE - height), _tenths(high - low), _tenths(height), _tenths((low + high) / 2), text
    )


def _ratio(amount: Amount) -> Fraction:
    return Fraction(*amount.ratio)


def _fraction(number: Number) -> Fraction:
    return Fraction(number.digits, 10**number.places)


def _tenths(value: Fraction) -> str:
    tenths = round(value * 10)
    sign, tenths = ("-" if tenths < 0 else ""), abs(tenths)
    return f"{sign}{tenths // 10}.{tenths % 10}"
