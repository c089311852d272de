"""Every component in every state on one page, so that a look is changed in one place and seen in one place."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.core.errors import Place, Problem
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.phases import Phase
from thidua.web.common.forms import Field, Form, Kind

UNITS = (("long-an", "Công an Long An"), ("hue", "Công an tỉnh Thừa Thiên Huế"))
FIELDS = (
    Field("document", "parts.field_name", hint="parts.field_name_hint"),
    Field("dated", "parts.field_day", Kind.DAY, hint="parts.field_day_hint"),
    Field("cases", "parts.field_whole", Kind.WHOLE),
    Field("reason", "parts.field_why", Kind.PASSAGE, required=False),
    Field("level", "parts.field_level", Kind.CHOICE, choices=UNITS),
    Field("units", "parts.field_units", Kind.CHOICES, choices=UNITS),
    Field("scan", "parts.field_file", Kind.FILE, required=False),
    Field("secret", "parts.field_secret", Kind.SECRET, autocomplete="off"),
    Field("sure", "parts.field_sure", Kind.TICK),
)
TYPED = {"document": "207/BC-PX03", "dated": "31/02/2024", "cases": "12,5", "level": "hue", "units": "hue"}
PROBLEMS = (
    Problem("dates.no_such_day", {"text": "31/02/2024"}, Place(path="dated")),
    Problem("numbers.not_whole", {"text": "12,5"}, Place(path="cases")),
    Problem("forms.tick", {}, Place(path="sure")),
    Problem("refusal.unreadable"),
)
NOW = Phase.APPRAISING


@login_required
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """The parts of work pages."""
    form = Form(FIELDS, initial=TYPED)
    form.problems = PROBLEMS
    return render(request, "components/components.html", {"form": form, "phases": _phases(), **_numbers()})


@login_required
@require_safe
def booth(request: HttpRequest) -> HttpResponse:
    """The parts of the booth, drawn for a phone."""
    return render(request, "components/booth.html", {"units": _standings()})


@login_required
@require_safe
def hall(request: HttpRequest) -> HttpResponse:
    """The parts of what a projector shows."""
    return render(request, "components/hall.html", {"units": _standings()})


def _phases() -> list[tuple[Phase, str]]:
    return [(one, "past" if one.number < NOW.number else "now" if one is NOW else "") for one in Phase]


def _numbers() -> dict[str, Any]:
    return {
        "rate": Rate(Number(9557, 2)),
        "sum": Number(12345, 1),
        "day": date(2024, 11, 19),
        "entries": Number(4182),
        "standings": _standings(),
        "spread": Counts(8, 12, NumberKind.SHARE),
        "spread_rate": Rate(Number(6667, 2)),
        "target": Rate(Number(5)),
        "over": Number(12334, 3),
        "lead_over": Number(19),
        "half": Number(10),
        "full": Number(20),
        "exact": Number(164916, 4),
        "points": Number(1649, 2),
        "waiting": Number(30),
        "total": Number(1000),
        "hundreds": [Number(700), Number(200), Number(100)],
    }


def _standings() -> list[dict[str, Any]]:
    """(rank, name, points, parts of a thousand as drawn) of five units; illustrative."""
    rows = (
        ("1", "Long An", 92375, 0, (648, 183, 92)),
        ("2=", "Tây Ninh", 91110, 1265, (640, 181, 90)),
        ("2=", "Đồng Nai", 91110, 1265, (640, 180, 91)),
        ("4", "Bình Dương", 89765, 2610, (633, 177, 88)),
        ("5", "Công an tỉnh Thừa Thiên Huế", 88735, 3640, (627, 174, 86)),
    )
    return [
        {
            "rank": rank,
            "name": name,
            "points": Number(points, 2),
            "behind": Number(behind, 2),
            "bars": list(zip((0, parts[0] + 4, parts[0] + parts[1] + 8), parts, strict=True)),
        }
        for rank, name, points, behind, parts in rows
    ]
