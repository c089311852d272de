"""Forming a cluster, changing its members, giving an office, handing the chair over."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.organisation.services import clusters as services
from thidua.apps.organisation.services.clusters import plan_of, subject_of_cluster, subject_of_organiser
from thidua.apps.organisation.yearbook import day_in, members_of
from thidua.core.errors import Place, Problem, Refused
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.web.common.forms import Field, Form, Kind, ShownField
from thidua.web.common.templatetags.words import current_language
from thidua.web.ministry.looking import (
    basis_of,
    day_after,
    level_choices,
    placing,
    standing_for,
    superior_choices,
    unit_choices,
)
from thidua.words.numbers import write_date
from thidua.words.say import say, write

methods = require_http_methods(["GET", "HEAD", "POST"])
NEW_LINES = 3  # empty lines of the form of members
_DOCUMENT = Field("document", "organisation_forms.document", hint="organisation_forms.document_hint")
_REASON = Field("reason", "organisation_forms.reason", required=False)


@login_required
@methods
def form_cluster(request: HttpRequest) -> HttpResponse:
    """First whose cluster, of which level and year; then its members in the order of speaking."""
    today = clock.today()
    superiors = superior_choices(request.actor, on=today)
    if not standing_for(request.actor):
        said = {"verb": Verb.MANAGE_CLUSTERS, "roles": [Role.STANDING_BODY]}
        raise AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", said))
    organiser, level, year = (request.GET.get(name, "") for name in ("to-chuc", "cap", "nam"))
    if organiser not in dict(superiors) or level not in set(Level) or not (year.isdecimal() and len(year) == 4):
        context = {"superiors": superiors, "levels": level_choices(), "organiser": organiser, "level": level}
        return render(request, "ministry/choose_cluster.html", context | {"year": year or str(today.year)})
    return _form_cluster(request, organiser, Level(level), int(year))


def _form_cluster(request: HttpRequest, organiser: str, level: Level, year: int) -> HttpResponse:
    on = day_in(year, today=clock.today())
    demand(request.actor, Verb.MANAGE_CLUSTERS, subject_of_organiser(organiser))
    units = unit_choices(below=organiser, level=level, on=on)
    places = tuple(Field(f"place.{code}", "cluster_forms.place", Kind.WHOLE, required=False) for code, _ in units)
    fields = (
        Field("number", "cluster_forms.number"),
        Field("name", "cluster_forms.name"),
        Field("starts_on", "cluster_forms.starts_on", Kind.DAY),
        Field("until", "cluster_forms.until", Kind.DAY, hint="cluster_forms.until_hint", required=False),
        Field("chair", "cluster_forms.chair", Kind.CHOICE, "cluster_forms.chair_hint", required=False, choices=units),
        Field("deputy", "cluster_forms.deputy", Kind.CHOICE, required=False, choices=units),
        Field("document", "organisation_forms.document", required=False),
    )
    form = Form((*fields, *places), request, initial={"starts_on": write_date(date(year, 1, 1))})
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            demand_places({code: given[f"place.{code}"] for code, _ in units})
            plan = _plan(given, organiser, level, year)
            with placing(_fields_of(plan)):
                row = services.form_cluster(actor=request.actor, plan=plan)
            messages.success(request, say("cluster_forms.formed", current_language()))
            return redirect("cluster", row.pk)
    context = {
        "form": form,
        "head": [form[field.name] for field in fields],
        "units": [(name, form[f"place.{code}"]) for code, name in units],
        "organiser": dict(superior_choices(request.actor, on=on)).get(organiser, organiser),
        "level": level,
        "year": year,
    }
    return render(request, "ministry/form_cluster.html", context, status=form.status)


@login_required
@methods
def change_members(request: HttpRequest, key: UUID) -> HttpResponse:
    """All memberships of a cluster: who belongs from when until when, in which order."""
    row = _managed(request, key)
    on = day_in(row.year, today=clock.today())
    members = members_of(row, on=on)
    units = unit_choices(below=row.organiser_id, level=row.level, on=on)
    lines = [str(index) for index in range(len(members) + NEW_LINES)]
    fields = tuple(field for line in lines for field in _line_fields(line, units, is_new=int(line) >= len(members)))
    form = Form((*fields, _REASON), request, initial=_typed(members))
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            demand_places({line: given[f"place.{line}"] for line in lines})
            _demand_whole_lines(given, lines)
            ordered = _ordered(given, lines, {str(index): one.row.unit_id for index, one in enumerate(members)})
            where: dict[str, str] = {}
            for index, (line, _) in enumerate(ordered):
                where |= {f"members.{index}.unit": f"place.{line}", f"members.{index}.starts_on": f"from.{line}"}
                where |= {f"members.{index}.ends_on": f"until.{line}"}
            with placing(where):
                plans = [plan for _, plan in ordered]
                services.change_members(actor=request.actor, cluster=row, members=plans, reason=given["reason"])
            messages.success(request, say("cluster_forms.members_changed", current_language()))
            return redirect("cluster", row.pk)
    names = {str(index): one.name for index, one in enumerate(members)}
    context = {
        "form": form,
        "cluster": row,
        "lines": [_shown_line(form, line, names.get(line, "")) for line in lines],
        "reason": form["reason"],
    }
    return render(request, "ministry/change_members.html", context, status=form.status)


@login_required
@methods
def appoint_office(request: HttpRequest, key: UUID) -> HttpResponse:
    """A post that is vacant, given for a time."""
    row = _managed(request, key)
    kinds = tuple((kind.value, write(kind, current_language()).capitalize()) for kind in OfficeKind)
    fields = (
        Field("kind", "cluster_page.office", Kind.CHOICE, choices=kinds),
        Field("unit", "units_page.unit", Kind.CHOICE, choices=_members(row)),
        Field("starts_on", "cluster_forms.starts_on", Kind.DAY),
        Field("until", "cluster_forms.until", Kind.DAY, hint="cluster_forms.until_hint", required=False),
        _DOCUMENT,
        _REASON,
    )
    form = Form(fields, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            office = OfficePlan(
                OfficeKind(given["kind"]),
                given["unit"],
                given["starts_on"],
                day_after(given["until"]),
                basis_of(given["document"]),
            )
            with placing(dict.fromkeys(_office_paths(row), "unit")):
                services.appoint_office(actor=request.actor, cluster=row, office=office, reason=given["reason"])
            messages.success(request, say("cluster_forms.appointed", current_language()))
            return redirect("cluster", row.pk)
    return _cluster_act(request, row, form, "cluster_forms.appoint_")


@login_required
@methods
def hand_over_chair(request: HttpRequest, key: UUID) -> HttpResponse:
    """From a day on another unit chairs: inside the year, or into the next cluster of the line."""
    row = get_object_or_404(Cluster, pk=key)
    demand(request.actor, Verb.HAND_OVER_CHAIR, subject_of_cluster(row))
    later = Cluster.objects.filter(organiser=row.organiser_id, level=row.level, year=row.year + 1).order_by("number")
    nexts = {str(one.pk): one for one in later}
    into = tuple((pk, f"{one.name}, {one.year}") for pk, one in nexts.items())
    units = dict(_members(row)) | {code: name for one in nexts.values() for code, name in _members(one)}
    fields = (
        Field("to", "cluster_forms.to", Kind.CHOICE, choices=tuple(units.items())),
        Field("deputy", "cluster_forms.to_deputy", Kind.CHOICE, choices=tuple(units.items()), required=False),
        Field("on", "cluster_forms.on", Kind.DAY),
        Field("into", "cluster_forms.into", Kind.CHOICE, "cluster_forms.into_hint", required=False, choices=into),
        _DOCUMENT,
    )
    form = Form(fields, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            given["into"] = nexts.get(given["into"])
            target = given["into"] or row
            held = len(plan_of(target).offices)
            with placing({f"offices.{held}.unit": "to", f"offices.{held + 1}.unit": "deputy"}):
                services.hand_over_chair(actor=request.actor, cluster=row, **given)
            messages.success(request, say("cluster_forms.handed_over", current_language()))
            return redirect("cluster", target.pk)
    return _cluster_act(request, row, form, "cluster_forms.hand_over_")


def _managed(request: HttpRequest, key: UUID) -> Cluster:
    row = get_object_or_404(Cluster, pk=key)
    demand(request.actor, Verb.MANAGE_CLUSTERS, subject_of_cluster(row))
    return row


def _cluster_act(request: HttpRequest, row: Cluster, form: Form, words: str) -> HttpResponse:
    said = {part: say(f"{words}{part}", current_language()) for part in ("title", "how", "do")}
    context = {"form": form, "cluster": row, "title": said["title"], "how": said["how"], "do": said["do"]}
    return render(request, "ministry/cluster_act.html", context, status=form.status)


def _members(row: Cluster) -> tuple[tuple[str, str], ...]:
    """(code, name) of every unit that belongs to a cluster at some time, in the order of speaking."""
    codes = list(dict.fromkeys(row.memberships.order_by("position").values_list("unit_id", flat=True)))
    names = unit_names(codes, on=day_in(row.year, today=clock.today()))
    return tuple((code, names[code]) for code in codes)


def _office_paths(row: Cluster) -> list[str]:
    return [f"offices.{index}.unit" for index in range(row.offices.count() + 1)]


def _plan(given: dict[str, Any], organiser: str, level: Level, year: int) -> ClusterPlan:
    chosen = sorted(
        (place, code.removeprefix("place."))
        for code, place in given.items()
        if code.startswith("place.") and place is not None
    )
    ends_on = day_after(given["until"])
    basis = basis_of(given["document"])
    offices = [
        OfficePlan(kind, given[kind.value], given["starts_on"], ends_on, basis)
        for kind in OfficeKind
        if given[kind.value]
    ]
    members = tuple(MemberPlan(code, given["starts_on"], ends_on) for _, code in chosen)
    return ClusterPlan(given["number"], given["name"], year, level, organiser, members, tuple(offices))


def demand_places(places: Mapping[str, int | None]) -> None:
    """Raises Refused where two share a place in an order."""
    taken: set[int] = set()
    problems = []
    for name, place in places.items():
        if place is not None and place in taken:
            problems.append(Problem("cluster_forms.place_twice", {"place": place}, Place(path=f"place.{name}")))
        taken |= set() if place is None else {place}
    if problems:
        raise Refused(problems)


def _demand_whole_lines(given: Mapping[str, Any], lines: Sequence[str]) -> None:
    """A line with a place has a unit and a first day; a new line with a unit has a place. Raises Refused."""
    missing = []
    for line in lines:
        place, unit = given[f"place.{line}"], given.get(f"unit.{line}")
        missing += [f"from.{line}"] if place is not None and given[f"from.{line}"] is None else []
        missing += [f"unit.{line}"] if place is not None and unit == "" else []
        missing += [f"place.{line}"] if place is None and unit else []
    if missing:
        raise Refused(Problem("forms.fill_in", {}, Place(path=name)) for name in missing)


def _fields_of(plan: ClusterPlan) -> dict[str, str]:
    """By the place of a problem, the field of the form of a new cluster."""
    where = {f"offices.{index}.unit": one.kind.value for index, one in enumerate(plan.offices)}
    where |= {f"offices.{index}.ends_on": "until" for index in range(len(plan.offices))}
    for index, one in enumerate(plan.members):
        where |= {f"members.{index}.unit": f"place.{one.unit}", f"members.{index}.starts_on": "starts_on"}
        where[f"members.{index}.ends_on"] = "until"
    return where


def _line_fields(line: str, units: tuple[tuple[str, str], ...], *, is_new: bool) -> tuple[Field, ...]:
    unit = (Field(f"unit.{line}", "units_page.unit", Kind.CHOICE, choices=units, required=False),) if is_new else ()
    return (
        Field(f"place.{line}", "cluster_forms.place", Kind.WHOLE, required=False),
        *unit,
        Field(f"from.{line}", "cluster_forms.starts_on", Kind.DAY, required=False),
        Field(f"until.{line}", "cluster_forms.until", Kind.DAY, required=False),
    )


def _typed(members: list[Any]) -> dict[str, str]:
    """What stands in the form before anybody types."""
    typed: dict[str, str] = {}
    for index, one in enumerate(members):
        typed[f"place.{index}"] = str(index + 1)
        typed[f"from.{index}"] = write_date(one.row.starts_on)
        typed[f"until.{index}"] = "" if one.row.ends_on is None else write_date(one.last_day)
    return typed


def _ordered(given: dict[str, Any], lines: list[str], known: dict[str, str]) -> list[tuple[str, MemberPlan]]:
    """The lines with a place, in its order; a line without place is left out."""
    chosen = []
    for line in lines:
        place, unit = given[f"place.{line}"], known.get(line) or given.get(f"unit.{line}", "")
        starts_on, until = given[f"from.{line}"], given[f"until.{line}"]
        if place is not None and unit and starts_on is not None:
            chosen.append((place, line, MemberPlan(unit, starts_on, day_after(until))))
    chosen.sort(key=lambda one: (one[0], int(one[1])))
    return [(line, plan) for _, line, plan in chosen]


def _shown_line(form: Form, line: str, name: str) -> tuple[str, ShownField | None, ShownField, ShownField, ShownField]:
    unit = None if name else form[f"unit.{line}"]
    return name, unit, form[f"place.{line}"], form[f"from.{line}"], form[f"until.{line}"]
