"""Every indicator of a season by every unit, at one stage; five emptinesses never look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.remarks.selectors import Cell as CellOfUnit
from thidua.apps.remarks.selectors import open_by_cell
from thidua.apps.rulebooks.bridge import spelled
from thidua.core.numbers import Value
from thidua.core.rulebook.schema import Criterion, Rulebook, Secrecy
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue
from thidua.core.states import Stage, State
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.looking import Seen, seen_by
from thidua.web.secretary.frame import look
from thidua.words.numbers import write_number
from thidua.words.rulebook import naming_of
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what is printed, how it looks (`is-missing`, `is-wait` …), the same in words for readers aloud, and how
    many questions about it are open.
    """

    unit: str
    text: str
    look: str
    aloud: str
    questions: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator with its cells in the order of the units."""

    code: str
    name: str
    measure: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators that a top criterion asks for first."""

    code: str
    name: str
    lines: tuple[Line, ...]


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The figures at the stage that is asked for (`?buoc=self`), the last one that was reached without."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    stage = _stage(request, seen)
    groups = tuple(groups_of(seen, stage, open_by_cell(looking.season, [unit.code for unit in seen.units])))
    context = looking.context(
        groups=groups,
        units=seen.units,
        stage=stage,
        stages=list(Stage),
        is_whole=seen.is_whole,
        missing=sum(cell.look == "is-missing" for group in groups for line in group.lines for cell in line.cells),
        problems=seen.inputs.problems[:20],
        more=max(len(seen.inputs.problems) - 20, 0),
    )
    return render(request, "figures/matrix.html", context)


def groups_of(seen: Seen, stage: Stage, opened: Mapping[CellOfUnit, int] | None = None) -> Iterator[Group]:
    """The lines of the matrix by top criterion, each indicator once, where it is asked for first.

    opened: how many questions are open, by unit, indicator and period.
    """
    questions: Counter[tuple[str, str]] = Counter()
    for (unit, code, _period), count in (opened or {}).items():
        questions[unit, code] += count
    table, told, hidden = seen.table(stage), set[str](), _withheld(seen.inputs.rulebook)
    for node in seen.inputs.rulebook.criteria:
        codes = [code for code in _indicators(node) if code not in told]
        told |= set(codes)
        lines = tuple(_line(code, seen, table, hidden, questions) for code in codes)
        if lines:
            yield Group(node.code, "" if node.secrecy is Secrecy.CODE_ONLY else node.name, lines)
    rest = [one.code for one in seen.inputs.rulebook.indicators if one.code not in told]
    others = tuple(_line(code, seen, table, hidden, questions) for code in rest)
    if others:  # what knocks out, and awards on the total
        yield Group("", say("figures_page.others", current_language()), others)


def name_of(code: str, rulebook: Rulebook) -> str:
    """The name of an indicator; its code where its words are withheld."""
    return code if code in _withheld(rulebook) else rulebook.indicator(code).name


def written_value(value: FigureValue) -> str:
    """A value as people read it."""
    if isinstance(value, Value):
        return write_number(value, current_language())
    if isinstance(value, bool):
        return say("figures_page.passed" if value else "figures_page.failed", current_language())
    return spelled(value)


def _withheld(rulebook: Rulebook) -> Collection[str]:
    """The indicators whose words are withheld; asked once for a table, since it reads the whole rulebook."""
    return naming_of(rulebook, current_language()).hidden


def _line(
    code: str, seen: Seen, table: FigureTable, withheld: Collection[str], questions: Mapping[tuple[str, str], int]
) -> Line:
    rulebook = seen.inputs.rulebook
    drawn = [_cell(unit, table.chosen(unit.code, code), table) for unit in seen.units]
    cells = tuple(replace(cell, questions=questions.get((cell.unit, code), 0)) for cell in drawn)
    indicator = rulebook.indicator(code)
    return Line(code, code if code in withheld else indicator.name, indicator.measure, cells)


def _cell(unit: SeasonUnit, figure: Figure | None, table: FigureTable) -> Cell:
    """What a cell shows; a figure of an earlier stage than the table's waits for its review."""
    lang = current_language()
    if figure is None:
        return Cell(unit.code, say("figures_page.missing", lang), "is-missing", say("figures_page.not_reported", lang))
    if figure.state is State.NOT_ASSIGNED:
        return Cell(unit.code, "–", "is-unassigned", say("figures_page.not_assigned", lang))
    if figure.state is State.NOT_APPLICABLE or figure.value is None:
        return Cell(unit.code, say("figures_page.na", lang), "is-na", say("figures_page.not_applicable", lang))
    is_waiting = figure.stage.rank < table.stage.rank
    aloud = say("figures_page.waits", lang) if is_waiting else ""
    return Cell(unit.code, written_value(figure.value), "is-wait" if is_waiting else "", aloud)


def _indicators(node: Criterion) -> list[str]:
    """Every indicator below a criterion in reading order, each once."""
    found = [code for _depth, one in node.walk() if one.leaf is not None for code in one.leaf.indicators]
    return list(dict.fromkeys(found))


def _stage(request: HttpRequest, seen: Seen) -> Stage:
    asked = request.GET.get("buoc", "")
    if asked in set(Stage):
        return Stage(asked)
    reached = [figure.stage for figure in seen.inputs.figures]
    return max(reached, key=lambda stage: stage.rank, default=Stage.SELF)
