"""The plan of rotation of a line of clusters, and what is decided on a turn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.models import Cluster, RotationTurn
from thidua.apps.organisation.selectors import nearest_rows
from thidua.apps.organisation.services import rotation as services
from thidua.apps.organisation.services.clusters import subject_of_cluster, subject_of_organiser
from thidua.apps.organisation.services.rotation import LineOfClusters
from thidua.apps.organisation.yearbook import turns_of
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.ministry.cluster_acts import demand_places
from thidua.web.ministry.looking import basis_of, unit_choices
from thidua.words.say import say

methods = require_http_methods(["GET", "HEAD", "POST"])
_DECISION = (
    Field("reason", "organisation_forms.reason", Kind.PASSAGE),
    Field("document", "organisation_forms.document", hint="organisation_forms.document_hint"),
)


@login_required
@methods
def plan_rotation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who takes the chair in which order, a year each, beginning with a year."""
    row = get_object_or_404(Cluster, pk=key)
    demand(request.actor, Verb.MANAGE_CLUSTERS, subject_of_cluster(row))
    units = unit_choices(below=row.organiser_id, level=row.level, on=clock.today())
    others = Cluster.objects.filter(organiser=row.organiser_id, level=row.level, rotation=None).order_by(
        "-year", "number"
    )
    clusters = {str(one.pk): one for one in others}
    fields = (
        Field("name", "rotation_forms.name"),
        Field("first_year", "rotation_forms.first_year", Kind.WHOLE),
        Field(
            "clusters",
            "rotation_forms.clusters",
            Kind.CHOICES,
            hint="rotation_forms.clusters_hint",
            choices=tuple((pk, f"{one.name}, {one.year}") for pk, one in clusters.items()),
        ),
        Field("document", "organisation_forms.document", required=False),
    )
    places = tuple(Field(f"place.{code}", "rotation_forms.place", Kind.WHOLE, required=False) for code, _ in units)
    initial = {"name": row.name, "first_year": str(row.year), "clusters": str(row.pk)}
    form = Form((*fields, *places), request, initial=initial)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            turns = {code: given[f"place.{code}"] for code, _ in units}
            demand_places(turns)
            line = _line(given, turns, row, clusters)
            services.plan_rotation(actor=request.actor, line=line, basis=basis_of(given["document"]))
            messages.success(request, say("rotation_forms.planned", current_language()))
            return redirect("cluster", row.pk)
    context = {
        "form": form,
        "cluster": row,
        "head": [form[field.name] for field in fields],
        "units": [(name, form[f"place.{code}"]) for code, name in units],
    }
    return render(request, "ministry/plan_rotation.html", context, status=form.status)


@login_required
@methods
def skip_turn(request: HttpRequest, key: UUID) -> HttpResponse:
    """The turn is not taken; those behind it move up a year."""
    turn = _turn(request, key)
    form = Form(_DECISION, request)
    if request.method == "POST":
        with form.showing_problems():
            services.skip_turn(actor=request.actor, turn=turn, **form.read())
            messages.success(request, say("rotation_forms.skipped", current_language()))
            return _back(turn)
    return _decision(request, turn, form, "rotation_forms.skip_")


@login_required
@methods
def give_turn_anew(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another unit was elected for the turn's year; heirs stand first, and nobody is chosen for you."""
    turn = _turn(request, key)
    today = clock.today()
    level = nearest_rows([turn.unit_id], on=today)[turn.unit_id].level
    heirs = next((one.heirs for one in turns_of(turn.rotation, today=today) if one.row.pk == turn.pk), ())
    units = dict(heirs) | dict(unit_choices(below=turn.rotation.organiser_id, level=level, on=today))
    form = Form((Field("to", "rotation_forms.to", Kind.CHOICE, choices=tuple(units.items())), *_DECISION), request)
    if request.method == "POST":
        with form.showing_problems():
            services.give_turn_anew(actor=request.actor, turn=turn, **form.read())
            messages.success(request, say("rotation_forms.given_anew", current_language()))
            return _back(turn)
    return _decision(request, turn, form, "rotation_forms.anew_")


def _turn(request: HttpRequest, key: UUID) -> RotationTurn:
    turn = get_object_or_404(RotationTurn.objects.select_related("rotation"), pk=key)
    demand(request.actor, Verb.MANAGE_CLUSTERS, subject_of_organiser(turn.rotation.organiser_id))
    return turn


def _back(turn: RotationTurn) -> HttpResponse:
    """The latest cluster of the line."""
    cluster = turn.rotation.clusters.order_by("-year").first()
    return redirect("cluster", cluster.pk) if cluster is not None else redirect("clusters")


def _decision(request: HttpRequest, turn: RotationTurn, form: Form, words: str) -> HttpResponse:
    name = nearest_rows([turn.unit_id], on=clock.today())[turn.unit_id].name
    said = {part: say(f"{words}{part}", current_language()) for part in ("title", "how", "do")}
    context = {
        "form": form,
        "cluster": turn.rotation.clusters.order_by("-year").first(),
        "title": f"{said['title']}: {name}",
        "how": said["how"],
        "do": said["do"],
    }
    return render(request, "ministry/cluster_act.html", context, status=form.status)


def _line(
    given: dict[str, Any], turns: dict[str, int | None], row: Cluster, clusters: dict[str, Cluster]
) -> LineOfClusters:
    placed = sorted((place, code) for code, place in turns.items() if place is not None)
    return LineOfClusters(
        given["name"],
        row.organiser_id,
        given["first_year"],
        tuple(code for _, code in placed),
        tuple(clusters[pk] for pk in given["clusters"]),
    )
