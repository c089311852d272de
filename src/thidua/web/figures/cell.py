"""One cell of the figures: what each stage says, and every version with who typed it, when, from what source.

What is reported within the year has a cell for each period too (`?ky=2024-03`); the year shows all that was written.
"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.selectors import account_names
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import cells_of
from thidua.apps.reporting.selectors import versions_of_cell
from thidua.core.errors import Problem
from thidua.core.periods import YEAR
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.figures import Nature
from thidua.core.states import Stage, State
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.looking import seen_by, unit_of
from thidua.web.figures.matrix import name_of, written_value
from thidua.web.figures.talk import Talk
from thidua.web.secretary.frame import look
from thidua.words.say import write_period


@dataclass(frozen=True, slots=True)
class Said:
    """What one stage says now; nothing where it has not spoken."""

    stage: Stage
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one stage, and who typed it."""

    row: Figure
    stage: Stage
    who: str

    @property
    def is_illustrative(self) -> bool:
        return self.row.nature == Nature.ILLUSTRATIVE

    @property
    def time(self) -> str:
        return write_period(self.row.period, current_language())


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, unit: str, indicator: str) -> HttpResponse:
    """The stages side by side, the history below, and what is said of the cell: doubts, comments, questions."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    member = unit_of(seen, looking, unit)
    rulebook = seen.inputs.rulebook
    if indicator not in {one.code for one in rulebook.indicators}:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    asked = rulebook.indicator(indicator)
    cells = cells_of(looking.season, unit, on=looking.today)[indicator] if asked.has_periods else None
    times = [YEAR, *(one.code for one in cells.periods)] if cells is not None else [YEAR]
    period = next((one for one in times if one == request.GET.get("ky", "")), YEAR)
    talk = Talk.at(looking, unit, indicator, request, period=period)
    if request.method == "POST":
        with talk.form.showing_problems():
            talk.act(request)
            return redirect(request.get_full_path())
    said = {one.stage: one for one in seen.inputs.figures if (one.unit, one.indicator) == (unit, indicator)}
    rows = versions_of_cell(looking.season, unit=unit, indicator=indicator, period="" if period == YEAR else period)
    names = account_names(row.typed_by for row in rows)
    context = looking.context(
        unit=member,
        indicator=asked,
        name=name_of(indicator, rulebook),
        times=[(one, write_period(one, current_language())) for one in times],
        period=period,
        time="" if period == YEAR else write_period(period, current_language()),
        stages=(
            [_said(stage, said.get(stage)) for stage in Stage]
            if cells is None or period == YEAR
            else [_typed(cells.latest.get(period))]
        ),
        versions=[Version(row, Stage(row.stage), names.get(row.typed_by, row.typed_by)) for row in rows],
        targets=[one for one in seen.inputs.targets if (one.unit, one.indicator) == (unit, indicator)],
        **talk.context(),
    )
    return render(request, "figures/cell.html", context, status=talk.form.status)


def _typed(row: Figure | None) -> Said:
    """What the unit says of a period: reviews speak of the year, so that no other stage does."""
    text = row.typed if row is not None else ""
    return Said(Stage.SELF, text, "" if text else "blank")


def _said(stage: Stage, figure: CoreFigure | None) -> Said:
    if figure is None:
        return Said(stage, "", "blank")
    if figure.value is None:
        return Said(stage, "", "unassigned" if figure.state is State.NOT_ASSIGNED else "na")
    return Said(stage, written_value(figure.value), "")
