"""Why one point is what it is: the rule, every input with its source, the arithmetic, and whose figures it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.apps.access.verbs import Verb
from thidua.core.rulebook.schema import Criterion, Rulebook
from thidua.core.states import State
from thidua.web.results.reading import Of, Reading, nothing_here, reading
from thidua.words.rulebook import criterion_words, naming_of
from thidua.words.sheets import SheetCell, cell_of, made_from, sheet_line
from thidua.words.standings import criterion_title


@dataclass(frozen=True, slots=True)
class Link:
    """Another page of the sheet."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The same criterion of a unit of the cluster; without an address where its sheet may not be read."""

    name: str
    cell: SheetCell
    address: str
    is_this: bool


@reading(Verb.READ_SHEET, Of.UNIT)
def page(request: HttpRequest, reading: Reading, unit: str, criterion: str) -> HttpResponse:
    """One criterion of one unit; of a group, its parts and how they add up."""
    evaluation, lang = reading.scored.explained, reading.lang
    node = evaluation.rulebook.find(criterion)
    if node is None:
        raise nothing_here()
    row = evaluation.table.row(unit)
    line = sheet_line(evaluation, node, row, lang)
    parts = node.group.parts if node.group is not None else ()
    context = reading.context(
        member=evaluation.table.units[row],
        line=line,
        why=line.explanation,
        is_final=evaluation.closed and not line.provisional and line.state != State.MISSING.word,
        parts=[(sheet_line(evaluation, part, row, lang), _address(reading, unit, part.code)) for part in parts],
        above=[_link(reading, unit, one) for one in _above(evaluation.rulebook, node)],
        beside=list(_beside(reading, unit, node)),
        previous=_neighbour(reading, unit, node, -1),
        next=_neighbour(reading, unit, node, 1),
        rule=criterion_words(node, naming_of(evaluation.rulebook, lang)),
        made_from=list(made_from(evaluation, lang, reading.scored.digest)),
    )
    return render(request, "results/explanation.html", context)


def _above(rulebook: Rulebook, node: Criterion) -> Iterator[Criterion]:
    """The groups that a criterion lies in, the widest first."""
    for _depth, one in rulebook.walk():
        if one is not node and any(inner is node for _deep, inner in one.walk()):
            yield one


def _beside(reading: Reading, unit: str, node: Criterion) -> Iterator[Beside]:
    """How the others stand in the same criterion: nothing for somebody who reads this sheet alone."""
    evaluation = reading.scored.explained
    if not all(reading.may_read_sheet(one.code) for one in evaluation.table.units):
        return
    for row, one in enumerate(evaluation.table.units):
        cell = cell_of(evaluation, node, row, reading.lang)
        yield Beside(one.brief, cell, _address(reading, one.code, node.code), one.code == unit)


def _neighbour(reading: Reading, unit: str, node: Criterion, step: int) -> Link | None:
    """The criterion before or after in reading order."""
    nodes = [one for _depth, one in reading.scored.explained.rulebook.walk()]
    at = next(place for place, one in enumerate(nodes) if one is node) + step
    return _link(reading, unit, nodes[at]) if 0 <= at < len(nodes) else None


def _link(reading: Reading, unit: str, node: Criterion) -> Link:
    return Link(criterion_title(node, reading.lang), _address(reading, unit, node.code))


def _address(reading: Reading, unit: str, code: str) -> str:
    return reverse("explain_points", args=[reading.looking.season.slug, unit, code])
