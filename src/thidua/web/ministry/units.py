"""The list of units as of a day, one unit's whole life, and the provinces before and after 01/07/2025."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.directory import count_levels, find_units, life_of, listed
from thidua.apps.organisation.selectors import nearest_rows
from thidua.core.units.tree import Level
from thidua.web.common.paging import paged
from thidua.web.ministry.looking import day_of, demand_reading, may_keep, standing_for

MERGER = date(2025, 7, 1)


@login_required
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The units that exist on a day."""
    demand_reading(request)
    day = day_of(request)
    text, below = request.GET.get("tim", ""), request.GET.get("thuoc", "")
    level = request.GET.get("cap", "")
    level = level if level in set(Level) else ""
    page = paged(request, find_units(on=day.value, text=text, level=level, below=below))
    counts = count_levels(on=day.value, text=text, below=below)
    context = {
        "day": day,
        "text": text,
        "level": level,
        "levels": [(one.value, one, count) for one, count in counts.items()],
        "total": sum(counts.values()),
        "below": nearest_rows([below], on=day.value).get(below) if below else None,
        "page": page,
        "rows": listed(page.rows, on=day.value),
        "merger": MERGER,
        "may_record": bool(standing_for(request.actor)),
    }
    return render(request, "ministry/units.html", context, status=400 if day.unread else 200)


@login_required
@require_safe
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit: its rows, whom it carries on and who carries it on, its clusters and offices."""
    demand_reading(request)
    life = life_of(code)
    if life is None:
        raise Http404
    today = clock.today()
    row = nearest_rows([code], on=today)[code]
    context = {
        "life": life,
        "row": row,
        "is_living": row.starts_on <= today and (row.ends_on is None or today < row.ends_on),
        "above": _superiors(row.parent_id, on=row.starts_on if row.ends_on else today),
        "below": listed([row], on=today)[0].below,
        "may_keep": row.ends_on is None and may_keep(request.actor, Verb.MANAGE_UNITS, row.parent_id or code),
    }
    return render(request, "ministry/unit.html", context)


def _superiors(code: str | None, *, on: date) -> list[tuple[str, str]]:
    """(code, name) of the units above, the highest first."""
    above: list[tuple[str, str]] = []
    while code is not None and all(code != known for known, _ in above):
        row = nearest_rows([code], on=on)[code]
        above.append((code, row.name))
        code = row.parent_id
    return above[::-1]
