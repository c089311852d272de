"""Opening a season, and launching the movement that it carries."""

from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Movement
from thidua.apps.seasons.selectors import clusters_to_open, visible_seasons
from thidua.apps.seasons.services import launch_movement, open_season
from thidua.core.errors import Problem
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.words.say import say


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_new(request: HttpRequest) -> HttpResponse:
    """A new season of a cluster that has none: after a handover, or by the body above."""
    today = clock.today()
    clusters = {str(one.pk): one for one in clusters_to_open(request.actor, on=today)}
    movements = {one.pk: one for one in Movement.objects.order_by("-slug")}
    earlier = {one.slug: one for one in visible_seasons(request.actor, on=today)}
    form = Form(
        (
            Field("cluster", "season.open_cluster", Kind.CHOICE, choices=_named(clusters)),
            Field("movement", "season.open_movement", Kind.CHOICE, choices=_named(movements)),
            Field("data_from", "season.open_from", Kind.DAY, hint="season.day_hint"),
            Field("data_to", "season.open_to", Kind.DAY),
            Field(
                "after",
                "season.open_after",
                Kind.CHOICE,
                hint="season.open_after_hint",
                required=False,
                choices=tuple((slug, f"{one.cluster.name}, {one.year}") for slug, one in earlier.items()),
            ),
            *DOCUMENT,
        ),
        request,
    )
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            season = open_season(
                actor=request.actor,
                cluster=clusters[given["cluster"]],
                movement=movements[given["movement"]],
                data_from=given["data_from"],
                data_to=given["data_to"],
                document=Document(given["number"], given["date"]),
                after=earlier.get(given["after"]),
            )
            messages.success(request, say("season.opened", current_language()))
            return redirect("season", season.slug)
    context = {"form": form, "has_clusters": bool(clusters), "may_launch": bool(_launching_units(request))}
    return render(request, "secretary/open_season.html", context, status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def launch(request: HttpRequest) -> HttpResponse:
    """A new movement of a standing body."""
    units = _launching_units(request)
    if not units:
        raise AccessRefused(
            Denial.NO_RIGHT,
            Problem("access.no_right", {"verb": Verb.LAUNCH_MOVEMENT, "roles": [Role.STANDING_BODY]}),
        )
    movements = {one.pk: one for one in Movement.objects.order_by("-slug")}
    form = Form(
        (
            Field("unit", "season.movement_unit", Kind.CHOICE, choices=tuple(units.items())),
            Field("name", "season.movement_name"),
            Field("slogan", "season.movement_slogan", required=False),
            Field("theme", "season.movement_theme", Kind.PASSAGE, required=False),
            Field("parent", "season.movement_parent", Kind.CHOICE, required=False, choices=_named(movements)),
        ),
        request,
    )
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            parent = movements.get(given.pop("parent"))
            launch_movement(actor=request.actor, parent=parent, **given)
            messages.success(request, say("season.movement_launched", current_language()))
            return redirect("open_season")
    return render(request, "secretary/launch_movement.html", {"form": form}, status=form.status)


def _named(rows: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((key, str(row)) for key, row in rows.items())


def _launching_units(request: HttpRequest) -> dict[str, str]:
    """The units for which this person may launch a movement, with their names."""
    codes = {grant.unit for grant in request.actor.grants if grant.role is Role.STANDING_BODY and grant.unit}
    return unit_names(codes, on=clock.today()) if codes else {}
