"""The provinces before and after 01/07/2025, and taking them into the book of units."""

from collections import defaultdict
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.directory import superiors_for
from thidua.apps.organisation.models import Unit
from thidua.apps.organisation.services.bulk import load_province_map as load
from thidua.core.units.tree import Level
from thidua.files.provinces import MERGE_BASIS, Relation, load_province_moves, province_id
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.ministry.looking import demand_reading, standing_for
from thidua.words.say import say
from thidua.words.vietnamese import sort_key


@login_required
@require_safe
def province_map(request: HttpRequest) -> HttpResponse:
    """The 34 provinces of 01/07/2025, each with those of the 63 that it carries on."""
    demand_reading(request)
    known = set(Unit.objects.values_list("code", flat=True))
    rows = []
    for name, old, on in _merged():
        since = on if len(old) > 1 else None
        code = province_id(name, since=since)
        before = [(one, province_id(one), province_id(one) in known) for one in old]
        rows.append((name, code, code in known, before, since))
    context = {
        "rows": rows,
        "basis": MERGE_BASIS,
        "is_loaded": any(is_known for _, _, is_known, _, _ in rows),
        "may_load": bool(standing_for(request.actor)),
    }
    return render(request, "ministry/province_map.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def load_map(request: HttpRequest) -> HttpResponse:
    """Take the provinces and their mergers into the book of units, in one entry."""
    demand(request.actor, Verb.MANAGE_UNITS, Subject(above=standing_for(request.actor)))
    ministries = superiors_for(standing_for(request.actor), on=clock.today())
    choices = tuple((row.unit_id, row.name) for row in ministries if row.level == Level.MINISTRY)
    form = Form(
        (
            Field("ministry", "province_page.ministry", Kind.CHOICE, choices=choices),
            Field("known_from", "province_page.known_from", Kind.DAY, hint="province_page.known_from_hint"),
            Field("reason", "organisation_forms.reason", required=False),
        ),
        request,
    )
    if request.method == "POST":
        with form.showing_problems():
            load(actor=request.actor, **form.read())
            messages.success(request, say("province_page.loaded", current_language()))
            return redirect("province_map")
    return render(request, "ministry/load_map.html", {"form": form}, status=form.status)


def _merged() -> list[tuple[str, list[str], date]]:
    """(new province, old ones with the one that gave its name first, from when), in Vietnamese order."""
    found: dict[tuple[str, date], list[str]] = defaultdict(list)
    for move in load_province_moves():
        place = 0 if move.relation is not Relation.ABSORBED else len(found[move.new, move.effective_on])
        found[move.new, move.effective_on].insert(place, move.old)
    return sorted(((name, old, on) for (name, on), old in found.items()), key=lambda one: sort_key(one[0]))
