"""One unit beside its cluster: points by group against the middle and the best, where it is strong and where not, and
its rank in every criterion; and the heat table, all units beside all criteria.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.apps.access.verbs import Verb
from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Criterion, Secrecy
from thidua.core.scoring.figures import Member
from thidua.core.standings.profile import Placed, lacks, places_in, profile, strengths
from thidua.web.common.charts import Chart, Row, bars, share_of
from thidua.web.results.reading import Reading, nothing_here, reading
from thidua.words.numbers import MINUS, write_number
from thidua.words.say import say
from thidua.words.sheets import SheetCell, cell_of
from thidua.words.standings import criterion_title, standings_marks, write_rank

SHARED = 3  # names of units that share the best; of more, the number
MOST = 5  # strengths and lacks that are told
SHOWN = 1  # depth down to which groups stand in the chart
WARMER = (500, 700, 850, 950)  # thousandths from which a cell is a step warmer


@dataclass(frozen=True, slots=True)
class Beside:
    """One criterion of the unit as written. `rank`: a dash without points."""

    name: str
    address: str
    level: str
    is_group: bool
    cell: SheetCell
    maximum: str
    rank: str
    middle: str
    best: str
    best_of: str
    ahead: str
    behind: str


@dataclass(frozen=True, slots=True)
class Warmth:
    """One cell of the heat table: the points, their share of the most in thousandths and as one of five steps (0: no
    points), the rank.
    """

    unit: str
    cell: SheetCell
    share: int
    step: int
    rank: str


@dataclass(frozen=True, slots=True)
class Warm:
    """One criterion of the heat table."""

    code: str
    name: str
    is_group: bool
    maximum: str
    cells: tuple[Warmth, ...]


@reading(Verb.READ_STANDINGS)
def page(request: HttpRequest, reading: Reading, unit: str) -> HttpResponse:
    """The profile of a unit."""
    scored = reading.scored
    if not scored.has(unit):
        raise nothing_here()
    evaluation = scored.evaluation
    member = evaluation.table.units[evaluation.table.row(unit)]
    placed = profile(evaluation, unit)
    groups = [one for one in placed if one.depth <= SHOWN]
    context = reading.context(
        member=member,
        others=[one for one in scored.season.units if one.code != unit],
        place=next((one for one in scored.standings.ranked if one.unit == unit), None),
        rank=_overall(reading, unit),
        chart=_chart(reading, member, groups),
        strong=_written(reading, unit, strengths(placed, MOST)),
        weak=_written(reading, unit, lacks(placed, MOST)),
        lines=_written(reading, unit, placed),
        marks=list(standings_marks(scored.season, evaluation, scored.standings, reading.lang)),
        is_final=reading.is_final,
    )
    return render(request, "results/profile.html", context)


@reading(Verb.READ_STANDINGS)
def heat(request: HttpRequest, reading: Reading) -> HttpResponse:
    """All criteria beside all units, each cell as warm as its share of the points, with its rank."""
    scored = reading.scored
    groups = [
        (criterion_title(top, reading.lang), [_warm(reading, node) for _depth, node in top.walk()])
        for top in scored.evaluation.rulebook.criteria
    ]
    marks = list(standings_marks(scored.season, scored.evaluation, scored.standings, reading.lang))
    context = reading.context(
        groups=groups, units=scored.season.units, steps=list(_steps(reading)), marks=marks, is_final=reading.is_final
    )
    return render(request, "results/heat.html", context)


def _steps(reading: Reading) -> Iterator[tuple[int, str]]:
    """Each step of warmth, and from which share to which it goes."""
    limits = [limit // 10 for limit in WARMER]
    yield 1, say("heat.below", reading.lang, high=limits[0])
    for step, (low, high) in enumerate(pairwise(limits), start=2):
        yield step, say("heat.step", reading.lang, low=low, high=high)
    yield len(limits) + 1, say("heat.from", reading.lang, low=limits[-1])


def _overall(reading: Reading, unit: str) -> str:
    found = next((one for one in reading.scored.standings.ranked if one.unit == unit), None)
    return "–" if found is None else write_rank(found, reading.lang)


def _chart(reading: Reading, member: Member, groups: Sequence[Placed]) -> Chart:
    """Each group as a share of its own most, with the middle of the cluster and the best."""
    nodes = {one.criterion: _node(reading, one.criterion) for one in groups}
    rows = [
        Row(
            label=criterion_title(nodes[one.criterion], reading.lang),
            number=_numbers(reading, member.code, one),
            share=share_of(one.points, one.maximum),
            tick=share_of(one.middle, one.maximum),
            ring=share_of(one.best, one.maximum),
            look="fill-1" if one.depth == 0 else "fill-2",
        )
        for one in groups
        if one.maximum.digits
    ]
    told = "; ".join(f"{row.label}: {row.number}" for row in rows)
    title = say("profile.chart", reading.lang, unit=member.name)
    return bars("ho-so", rows, title=title, told=told, marks=[f"{share}%" for share in (0, 25, 50, 75, 100)])


def _numbers(reading: Reading, unit: str, one: Placed) -> str:
    """Points of the most, or why there are none, beside the middle and the best."""
    evaluation = reading.scored.evaluation
    shown = cell_of(evaluation, _node(reading, one.criterion), evaluation.table.row(unit), reading.lang)
    most = write_number(one.maximum.normalised(), reading.lang)
    points = f"{shown.text}/{most}" if shown.is_number else shown.text
    return say("profile.numbers", reading.lang, points=points, middle=one.middle, best=one.best)


def _written(reading: Reading, unit: str, lines: Sequence[Placed]) -> list[Beside]:
    return [_beside(reading, unit, one) for one in lines]


def _beside(reading: Reading, unit: str, one: Placed) -> Beside:
    evaluation, lang = reading.scored.evaluation, reading.lang
    node, row = _node(reading, one.criterion), evaluation.table.row(unit)
    briefs = [evaluation.table.units[evaluation.table.row(code)].brief for code in one.best_of]
    is_ranked = one.place is not None
    return Beside(
        name=criterion_title(node, lang),
        address=reverse("explain_points", args=[reading.looking.season.slug, unit, one.criterion]),
        level=f"is-level-{min(one.depth, 3)}",
        is_group=one.is_group,
        cell=cell_of(evaluation, node, row, lang),
        maximum=write_number(one.maximum.normalised(), lang) if is_ranked else "–",
        rank=_rank_of(reading, one),
        middle=_points(reading, one.middle) if is_ranked else "–",
        best=_points(reading, one.best) if is_ranked else "–",
        best_of=_named(briefs, reading, len(evaluation.table.units)) if is_ranked else "",
        ahead=_signed(reading, one.ahead) if is_ranked else "–",
        behind=_signed(reading, Number(-one.behind.digits, one.behind.places)) if is_ranked else "–",
    )


def _named(briefs: Sequence[str], reading: Reading, count: int) -> str:
    """Who is best; not the whole list where everybody is."""
    if len(briefs) == count:
        return say("profile.all", reading.lang)
    if len(briefs) > SHARED:
        return say("profile.several", reading.lang, count=len(briefs))
    return ", ".join(briefs)


def _rank_of(reading: Reading, one: Placed) -> str:
    if one.place is None:
        return "–"
    return f"{write_rank(one.place, reading.lang)}/{one.of}"


def _warm(reading: Reading, node: Criterion) -> Warm:
    lang = reading.lang
    is_secret = node.secrecy is Secrecy.CODE_ONLY
    return Warm(
        code=node.code,
        name=say("trace.code_only", lang) if is_secret else node.name,
        is_group=node.group is not None,
        maximum=write_number(node.points.normalised(), lang),
        cells=tuple(_warmths(reading, node)),
    )


def _warmths(reading: Reading, node: Criterion) -> Iterator[Warmth]:
    evaluation, lang = reading.scored.evaluation, reading.lang
    places = places_in(evaluation, node.code)
    for row, unit in enumerate(evaluation.table.units):
        share, step = 0, 0
        if unit.code in places:  # a sum that still lacks a part is as cold as none
            share = share_of(evaluation.points(node.code, row), evaluation.maximum(node.code, row))
            step = 1 + sum(share >= limit for limit in WARMER)
        rank = write_rank(places[unit.code], lang) if unit.code in places else ""
        yield Warmth(unit.code, cell_of(evaluation, node, row, lang), share, step, rank)


def _node(reading: Reading, code: str) -> Criterion:
    return next(node for _depth, node in reading.scored.evaluation.rulebook.walk() if node.code == code)


def _points(reading: Reading, points: Number) -> str:
    return write_number(points, reading.lang, reading.scored.evaluation.rulebook.places)


def _signed(reading: Reading, points: Number) -> str:
    """With its sign; zero has none."""
    sign = "" if not points.digits else MINUS if points.digits < 0 else "+"
    return sign + _points(reading, Number(abs(points.digits), points.places))
