"""The clusters of a year, and one cluster as of a day."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.organisation.services.clusters import subject_of_cluster
from thidua.apps.organisation.yearbook import (
    day_in,
    find_clusters,
    holders_of,
    levels_of,
    listed_clusters,
    members_of,
    turns_of,
    years,
)
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.web.common.paging import paged
from thidua.web.ministry.looking import day_of, demand_reading, standing_for


@login_required
@require_safe
def clusters(request: HttpRequest) -> HttpResponse:
    """The clusters of a year: of this one, or the latest that has any."""
    demand_reading(request)
    today = clock.today()
    known = years()
    year = _year(request.GET.get("nam", ""), known, today.year)
    text, level = request.GET.get("tim", ""), request.GET.get("cap", "")
    level = level if level in set(Level) else ""
    on = day_in(year, today=today)
    page = paged(request, find_clusters(year=year, level=level, text=text))
    levels = levels_of(year)
    context = {
        "years": known,
        "year": year,
        "on": on,
        "text": text,
        "level": level,
        "levels": [(one.value, one, count) for one, count in levels.items()],
        "total": sum(levels.values()),
        "page": page,
        "rows": listed_clusters(page.rows, on=on),
        "may_form": bool(standing_for(request.actor)),
    }
    return render(request, "ministry/clusters.html", context)


@login_required
@require_safe
def cluster(request: HttpRequest, key: UUID) -> HttpResponse:
    """One cluster: who belongs to it on a day, who holds which office, whose turn the chair is."""
    demand_reading(request)
    row = get_object_or_404(Cluster.objects.select_related("rotation"), pk=key)
    today = clock.today()
    day = day_of(request, default=day_in(row.year, today=today))
    members = members_of(row, on=day.value)
    holders = holders_of(row, on=day.value)
    turns = turns_of(row.rotation, today=today) if row.rotation else []
    subject = subject_of_cluster(row)
    context = {
        "cluster": row,
        "level": Level(row.level),
        "organiser": unit_names([row.organiser_id], on=day.value)[row.organiser_id],
        "day": day,
        "present": [one for one in members if one.is_present],
        "others": [one for one in members if not one.is_present],
        "holders": holders,
        "has_chair": any(one.is_held and one.kind is OfficeKind.CHAIR for one in holders),
        "turns": turns,
        "are_gone": any(one.is_gone for one in turns),
        "may_manage": may(request.actor, Verb.MANAGE_CLUSTERS, subject),
        "may_hand_over": may(request.actor, Verb.HAND_OVER_CHAIR, subject),
    }
    return render(request, "ministry/cluster.html", context, status=400 if day.unread else 200)


def _year(typed: str, known: list[int], this_year: int) -> int:
    if typed.isdecimal() and int(typed) in known:
        return int(typed)
    return this_year if this_year in known or not known else known[0]
