"""How far the units of the standings stand from one another: as numbers for the table, and as the drawing of the same.

Reads what is ranked from whoever has it, the order of now or a stored version.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua.core.numbers import Number, difference
from thidua.web.common.charts import Chart
from thidua.web.common.stairs import Mark, Outside, Stair, even_marks, stairs
from thidua.words.distances import NO_RANK, gaps, write_gap
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Stood:
    """A unit in the order, or after it with a dash for its rank and the reason `why`. `lacking`: the word that stands
    instead of its points, where nothing is known of them.
    """

    rank: str
    name: str
    points: Number
    is_mine: bool = False
    why: str = ""
    lacking: str = ""

    @property
    def is_ranked(self) -> bool:
        return self.rank != NO_RANK


@dataclass(frozen=True, slots=True)
class Distance:
    """From the first and from the rank above, as written; a dash where there is none."""

    behind: str
    step: str


def why_unranked(knock_outs: Sequence[str], missing: int, lang: Language) -> str:
    """In few words; the whole reason stands below the table."""
    if knock_outs:
        return say("distance.knocked_out", lang, criteria=tuple(knock_outs))
    return say("distance.incomplete", lang, count=missing)


def distances(order: Sequence[Stood], lang: Language) -> list[Distance]:
    """One for each unit, in the order given."""
    found = gaps([(one.rank, one.points) for one in order])
    return [Distance(write_gap(one.behind, lang), write_gap(one.step, lang)) for one in found]


def distance_chart(order: Sequence[Stood], *, title: str, state: str, is_sure: bool, lang: Language) -> Chart | None:
    """The drawing. None where nobody has a rank."""
    placed = [one for one in order if one.is_ranked]
    levels = [list(level) for _rank, level in groupby(placed, key=lambda one: one.rank)]
    if not levels:
        return None
    first, above = levels[0][0].points, None
    ranked: list[Stair] = []
    for level in levels:
        points = level[0].points
        ranked.append(
            Stair(
                label=say("distance.place", lang, rank=level[0].rank, units=[one.name for one in level]),
                number=_points(points, lang),
                behind=difference(first, points),
                step="" if above is None else _step(difference(above, points), lang),
                is_strong=any(one.is_mine for one in level),
            )
        )
        above = points
    outside = [
        Outside(one.name, one.lacking or _points(one.points, lang), one.why, one.is_mine)
        for one in order
        if not one.is_ranked
    ]
    largest = ranked[-1].behind
    marks = [
        Mark(Number(one), write_gap(Number(one), lang)) for one in even_marks(-(-largest.digits // 10**largest.places))
    ]
    return stairs("khoang-cach", ranked, outside, marks, title=title, state=state, is_sure=is_sure)


def _step(gap: Number, lang: Language) -> str:
    if not gap.digits:
        return say("distance.level", lang)
    return say("distance.step", lang, gap=_points(gap, lang))


def _points(points: Number, lang: Language) -> str:
    return write_number(points, lang, points.places)
