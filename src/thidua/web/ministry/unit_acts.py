"""Recording a unit, and what may become of one: a new superior, a new name, a merger, a split, an end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.directory import find_units
from thidua.apps.organisation.models import Membership, UnitRow
from thidua.apps.organisation.naming import proposed_code
from thidua.apps.organisation.selectors import nearest_rows, units_above
from thidua.apps.organisation.services import units as services
from thidua.apps.organisation.services.units import NewUnit
from thidua.core.errors import Problem
from thidua.core.units.tree import Level
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.ministry.looking import (
    basis_of,
    level_choices,
    standing_for,
    superior_choices,
    unit_choices,
)
from thidua.words.say import say

PARTS = 4  # into which a unit may be split on one form
_NAME = Field("name", "unit_forms.new_name")
_CODE = Field("code", "unit_forms.code", hint="unit_forms.code_hint", required=False)
_ON = Field("on", "unit_forms.on", Kind.DAY, hint="unit_forms.on_hint")
_DOCUMENT = Field("document", "organisation_forms.document", hint="organisation_forms.document_hint", required=False)
_CUTTING = Field("cutting", "unit_forms.cutting", Kind.TICK, hint="unit_forms.cutting_hint", required=False)
methods = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Act:
    """A form about one unit: its words, its fields, and what is done with what was typed."""

    words: str  # the beginning of the codes of its title, its explanation and its button
    fields: tuple[Field, ...]
    do: Callable[[dict[str, Any]], object]
    is_grave: bool = False
    initial: dict[str, str] = field(default_factory=dict)


@login_required
@methods
def record_unit(request: HttpRequest) -> HttpResponse:
    """A unit that exists from a day on."""
    superiors = superior_choices(request.actor, on=clock.today())
    if not standing_for(request.actor):
        raise _not_standing()
    fields = (
        Field("name", "unit_forms.name"),
        _CODE,
        Field("level", "unit_forms.level", Kind.CHOICE, choices=level_choices()),
        Field("parent", "unit_forms.parent", Kind.CHOICE, required=bool(superiors), choices=superiors),
        Field("starts_on", "unit_forms.starts_on", Kind.DAY),
        _DOCUMENT,
    )

    def do(given: dict[str, Any]) -> object:
        new = NewUnit(_code(given), given["name"], Level(given["level"]), given["parent"])
        basis = basis_of(given["document"])
        return services.record_unit(actor=request.actor, new=new, starts_on=given["starts_on"], basis=basis)

    return _act(request, Act("unit_forms.record_", fields, do, initial={"parent": request.GET.get("thuoc", "")}), "")


@login_required
@methods
def move_unit(request: HttpRequest, code: str) -> HttpResponse:
    """The same body under another unit, or at another level."""
    row = _kept(request, code)
    superiors = tuple(one for one in superior_choices(request.actor, on=clock.today()) if one[0] != code)
    fields = (
        Field("parent", "unit_forms.new_parent", Kind.CHOICE, choices=superiors, required=False),
        Field("level", "unit_forms.new_level", Kind.CHOICE, choices=level_choices()),
        _ON,
        _DOCUMENT,
    )

    def do(given: dict[str, Any]) -> None:
        moved: dict[str, Any] = {"parent": given["parent"] or None, "level": Level(given["level"]), "on": given["on"]}
        services.move_unit(actor=request.actor, code=code, basis=basis_of(given["document"]), **moved)

    initial = {"parent": row.parent_id or "", "level": row.level}
    return _act(request, Act("unit_forms.move_", fields, do, initial=initial), code)


@login_required
@methods
def rename_unit(request: HttpRequest, code: str) -> HttpResponse:
    """A new name: one body ends, another begins."""
    row = _kept(request, code)

    def do(given: dict[str, Any]) -> object:
        return services.rename_unit(actor=request.actor, code=code, new=_successor(given, row), **_common(given))

    return _act(request, Act("unit_forms.rename_", (_NAME, _CODE, _ON, _DOCUMENT, *_cutting(code)), do), code)


@login_required
@methods
def merge_units(request: HttpRequest, code: str) -> HttpResponse:
    """Several bodies end, one begins, perhaps under the name of one of them."""
    row = _kept(request, code)
    siblings = unit_choices(below=row.parent_id or "", level=row.level, on=clock.today(), leaving_out=code)
    others = Field("others", "unit_forms.others", Kind.CHOICES, hint="unit_forms.others_hint", choices=siblings)

    def do(given: dict[str, Any]) -> object:
        codes = [code, *given["others"]]
        return services.merge_units(actor=request.actor, codes=codes, new=_successor(given, row), **_common(given))

    everyone = [code, *(one for one, _ in siblings)]
    fields = (_NAME, _CODE, _ON, _DOCUMENT, *_cutting(*everyone), others)
    return _act(request, Act("unit_forms.merge_", fields, do, initial={"name": row.name}), code)


@login_required
@methods
def split_unit(request: HttpRequest, code: str) -> HttpResponse:
    """One body ends, several begin; units below it go where the form says."""
    row = _kept(request, code)
    children = list(find_units(on=clock.today(), below=code))
    numbers = tuple(
        (str(part), say("unit_forms.part", current_language(), number=part)) for part in range(1, PARTS + 1)
    )
    fields = tuple(one for part in range(1, PARTS + 1) for one in _part_fields(part))
    below = tuple(Field(f"child.{one.unit_id}", "unit_forms.child", Kind.CHOICE, choices=numbers) for one in children)

    def do(given: dict[str, Any]) -> object:
        parts = [(part, new, weight) for part, new, weight in _parts(given, row)]
        codes = {str(part): new.code for part, new, _ in parts}
        return services.split_unit(
            actor=request.actor,
            code=code,
            parts=[(new, weight) for _, new, weight in parts],
            children={one.unit_id: codes.get(given[f"child.{one.unit_id}"], "") for one in children},
            **_common(given),
        )

    def tables(form: Form) -> dict[str, object]:
        columns = ("name", "code", "weight")
        return {
            "parts": [(text, [form[f"part{part}.{column}"] for column in columns]) for part, text in numbers],
            "children": [(one.name, form[f"child.{one.unit_id}"]) for one in children],
            "head": [form[one.name] for one in (_ON, _DOCUMENT, *_cutting(code))],
        }

    act = Act("unit_forms.split_", (_ON, _DOCUMENT, *fields, *below, *_cutting(code)), do)
    return _act(request, act, code, template="ministry/split_unit.html", tables=tables)


@login_required
@methods
def abolish_unit(request: HttpRequest, code: str) -> HttpResponse:
    """A body that ends with nobody to carry it on."""
    _kept(request, code)
    reason = Field("reason", "organisation_forms.reason", required=False)

    def do(given: dict[str, Any]) -> object:
        reason = given.pop("reason")
        return services.abolish_unit(actor=request.actor, code=code, reason=reason, **_common(given))

    return _act(request, Act("unit_forms.abolish_", (_ON, _DOCUMENT, reason, *_cutting(code)), do, is_grave=True), code)


def _act(
    request: HttpRequest,
    act: Act,
    code: str,
    *,
    template: str = "ministry/unit_act.html",
    tables: Callable[[Form], dict[str, object]] = lambda _: {},
) -> HttpResponse:
    """The form of an act; when it succeeds, the page of the unit, or the list."""
    form = Form(act.fields, request, initial=act.initial)
    if request.method == "POST":
        with form.showing_problems():
            act.do(form.read())
            messages.success(request, say(f"{act.words}done", current_language()))
            return redirect("unit", code) if code else redirect("units")
    row = nearest_rows([code], on=clock.today()).get(code) if code else None
    words = {part: say(f"{act.words}{part}", current_language()) for part in ("title", "how", "do")}
    context = {
        "form": form,
        "unit": row,
        "title": words["title"],
        "how": words["how"],
        "do": words["do"],
        "is_grave": act.is_grave,
        **tables(form),
    }
    return render(request, template, context, status=form.status)


def _kept(request: HttpRequest, code: str) -> UnitRow:
    """The unit as it is today, for the standing body above it. Raises AccessRefused."""
    row = nearest_rows([code], on=clock.today()).get(code)
    if row is None:
        raise Http404
    above = units_above([row.parent_id or code], on=clock.today())
    demand(request.actor, Verb.MANAGE_UNITS, Subject(above=above))
    return row


def _not_standing() -> AccessRefused:
    said = {"verb": Verb.MANAGE_UNITS, "roles": [Role.STANDING_BODY]}
    return AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", said))


def _cutting(*codes: str) -> tuple[Field, ...]:
    """The question whether memberships end with the unit, where it has any."""
    today = clock.today()
    open_ones = Membership.objects.filter(unit__in=codes).exclude(ends_on__lte=today)
    return (_CUTTING,) if open_ones.exists() else ()


def _common(given: dict[str, Any]) -> dict[str, Any]:
    return {"on": given["on"], "basis": basis_of(given["document"]), "cutting": given.get("cutting", False)}


def _code(given: dict[str, Any], *, on: date | None = None) -> str:
    """The code that was typed, or one made of the name; a body that follows another carries its year."""
    made = proposed_code(given["name"])
    return given["code"] or (made if on is None else f"{made}-{on.year}")


def _successor(given: dict[str, Any], row: UnitRow) -> NewUnit:
    return NewUnit(_code(given, on=given["on"]), given["name"], Level(row.level), row.parent_id or "")


def _part_fields(part: int) -> tuple[Field, ...]:
    is_needed = part <= 2
    return (
        Field(f"part{part}.name", "unit_forms.part_name", required=is_needed),
        Field(f"part{part}.code", "unit_forms.part_code", required=False),
        Field(f"part{part}.weight", "unit_forms.part_weight", Kind.WHOLE, required=False),
    )


def _parts(given: dict[str, Any], row: UnitRow) -> list[tuple[int, NewUnit, int | None]]:
    """The parts that have a name, each with its number."""
    parts = []
    for part in range(1, PARTS + 1):
        name, code, weight = (given[f"part{part}.{column}"] for column in ("name", "code", "weight"))
        if name:
            code = code or f"{proposed_code(name)}-{given['on'].year}"
            new = NewUnit(code, name, Level(row.level), row.parent_id or "", at=f"part{part}.")
            parts.append((part, new, weight))
    return parts
