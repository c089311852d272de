"""All criteria beside all units: one table a group, as it is read at the meeting and printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.access.verbs import Verb
from thidua.core.rulebook.schema import Criterion, Secrecy
from thidua.web.results.reading import Reading, reading
from thidua.words.numbers import write_number
from thidua.words.say import say
from thidua.words.sheets import SheetCell, cell_of
from thidua.words.standings import criterion_title, standings_marks


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion; its cells stand in the cluster's order, each with its unit."""

    code: str
    name: str
    depth: int
    is_group: bool
    maximum: str
    cells: tuple[tuple[str, SheetCell], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A top criterion with everything under it."""

    code: str
    title: str
    rows: tuple[Row, ...]


@reading(Verb.READ_SHEET)
def page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Every group in turn."""
    scored, lang = reading.scored, reading.lang
    marks = list(standings_marks(scored.season, scored.evaluation, scored.standings, lang))
    context = reading.context(groups=list(_groups(reading)), units=scored.season.units, marks=marks)
    return render(request, "results/matrix.html", context)


def _groups(reading: Reading) -> Iterator[Group]:
    for top in reading.scored.evaluation.rulebook.criteria:
        rows = tuple(_row(node, depth, reading) for depth, node in top.walk())
        yield Group(top.code, criterion_title(top, reading.lang), rows)


def _row(node: Criterion, depth: int, reading: Reading) -> Row:
    evaluation, lang = reading.scored.evaluation, reading.lang
    cells = [(unit.code, cell_of(evaluation, node, row, lang)) for row, unit in enumerate(evaluation.table.units)]
    is_secret = node.secrecy is Secrecy.CODE_ONLY
    return Row(
        code=node.code,
        name=say("trace.code_only", lang) if is_secret else node.name,
        depth=depth,
        is_group=node.group is not None,
        maximum=write_number(node.points.normalised(), lang),
        cells=tuple(cells),
    )
