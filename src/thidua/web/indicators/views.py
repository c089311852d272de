"""The library as it holds today, one indicator through its versions, and a season's indicators beside it."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.policy import demand, may
from thidua.apps.access.roles import INSTALLATION_SUBJECT
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.indicators.models import LibraryIndicator
from thidua.apps.indicators.selectors import Compared, compared, library_on, versions_of
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.core.errors import RulebookRefused
from thidua.core.periods import Aggregation
from thidua.core.rulebook.schema import Direction, FigureKind, Secrecy
from thidua.web.secretary.frame import Looking, look


@dataclass(frozen=True, slots=True)
class Shown:
    """A version with its enumerations as such, and who typed it."""

    row: LibraryIndicator
    who: str = ""

    @property
    def kind(self) -> FigureKind:
        return FigureKind(self.row.kind)

    @property
    def direction(self) -> Direction:
        return Direction(self.row.direction)

    @property
    def aggregation(self) -> Aggregation | None:
        return Aggregation(self.row.aggregation) if self.row.aggregation else None


@login_required
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """What holds today, found without marks, in Vietnamese order."""
    demand(request.actor, Verb.READ_ORGANISATION, INSTALLATION_SUBJECT)
    text, all_of_them = request.GET.get("tim", ""), "ca-ngung" in request.GET
    rows = library_on(clock.today(), text=text, with_retired=all_of_them)
    context = {
        "rows": [Shown(row) for row in rows],
        "text": text,
        "with_retired": all_of_them,
        "may_manage": may(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT),
    }
    return render(request, "indicators/library.html", context)


@login_required
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Every version of one indicator, the latest first."""
    demand(request.actor, Verb.READ_ORGANISATION, INSTALLATION_SUBJECT)
    rows = versions_of(code)
    if not rows:
        raise Http404
    names = account_names({row.typed_by for row in rows})
    today = clock.today()
    now = next((row for row in rows if row.valid_from <= today), rows[0])
    context = {
        "versions": [Shown(row, names.get(row.typed_by, row.typed_by)) for row in rows],
        "now": Shown(now),
        "may_manage": not rows[0].is_retired and may(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT),
    }
    return render(request, "indicators/indicator.html", context)


@login_required
@require_safe
def of_season(request: HttpRequest, slug: str) -> HttpResponse:
    """Which of a season's indicators the library knows, and what the two say differently."""
    return beside_library(request, look(request, slug))


def beside_library(request: HttpRequest, looking: Looking, problems: tuple[str, ...] = ()) -> HttpResponse:
    """The page, with what stands against something that was just tried."""
    try:
        rulebook = rulebook_of(looking.season, on=looking.today)
    except RulebookRefused:
        return render(request, "figures/no_rulebook.html", looking.context())
    hidden = {leaf.indicator for node, leaf in rulebook.leaves if node.secrecy is Secrecy.CODE_ONLY}
    rows: list[Compared] = list(compared(rulebook.indicators, on=looking.today))
    context = looking.context(
        rows=[(one, one.indicator.code in hidden) for one in rows],
        unknown=sum(one.entry is None and one.indicator.code not in hidden for one in rows),
        differing=sum(bool(one.differences) for one in rows),
        problems=problems,
        may_fill=may(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT),
    )
    return render(request, "indicators/of_season.html", context, status=400 if problems else 200)
