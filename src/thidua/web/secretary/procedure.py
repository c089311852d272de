"""The season's regulations, and the movements of the body above: read, and set as new versions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import REPORT_DAYS, LinkKind, Movement, Passing, VoteBase
from thidua.apps.seasons.procedure import Regulation, movement_texts, regulation_of, regulation_versions
from thidua.apps.seasons.services import MovementWords, Rules, edit_movement, link_movements, set_regulation
from thidua.core.errors import NumberRefused, Place, Problem, Refused
from thidua.core.phases import Phase
from thidua.core.reading import read_date
from thidua.core.timeline import LegalBasis
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.numbers import write_date
from thidua.words.say import say, write


@login_required
@require_safe
def regulation(request: HttpRequest, slug: str) -> HttpResponse:
    """The regulations in force, and every version before."""
    looking = look(request, slug)
    found = regulation_of(looking.season, on=looking.today)
    names = unit_names(looking.standing.members, on=looking.today)
    context = looking.context(
        found=found,
        versions=regulation_versions(looking.season),
        order=[names.get(code, code) for code in (found.speaking_order if found else ())],
        may_set=looking.may(Verb.PLAN_SEASON),
    )
    return render(request, "secretary/regulation.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_rules(request: HttpRequest, slug: str) -> HttpResponse:
    """A new version of the regulations."""
    looking = look(request, slug, Verb.PLAN_SEASON)
    last = next(iter(regulation_versions(looking.season)), None)
    form = Form(_rule_fields(looking), request, initial=_rules_typed(last))
    seen = request.POST.get("seen", str(last.version if last else 0))
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            set_regulation(
                actor=request.actor,
                season=looking.season,
                rules=_rules(given, looking),
                document=Document(given["number"], given["date"]),
                seen=int(seen) if seen.isdecimal() else 0,
                reason=given["reason"],
            )
            messages.success(request, say("procedure.saved", current_language()))
            return redirect("regulation", slug)
    return render(request, "secretary/set_regulation.html", looking.context(form=form, seen=seen), status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def movement(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of a movement, edited by the body that launches movements."""
    unit = _launching(request)
    row = _movement(slug)
    texts = movement_texts(row)
    form = Form(_WORDS, request, initial=_words_typed(row))
    seen = request.POST.get("seen", str(texts[0].version if texts else 0))
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            document = Document(given.pop("number"), given.pop("date"))
            edit_movement(
                actor=request.actor,
                unit=unit,
                movement=row,
                words=MovementWords(**given),
                document=document,
                seen=int(seen) if seen.isdecimal() else 0,
            )
            messages.success(request, say("procedure.movement_saved", current_language()))
            return redirect("movement", slug)
    links = row.links.select_related("other").order_by("other__name")
    context = {
        "form": form,
        "movement": row,
        "texts": texts,
        "seen": seen,
        "links": [(LinkKind(one.kind), one.other) for one in links],
        "seasons": row.seasons.select_related("cluster").order_by("-year"),
    }
    return render(request, "secretary/movement.html", context, status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, slug: str) -> HttpResponse:
    """A link from one movement to another."""
    unit = _launching(request)
    row = _movement(slug)
    others = {one.pk: one for one in Movement.objects.exclude(pk=row.pk).order_by("name")}
    form = Form(
        (
            Field(
                "other", "procedure.other", Kind.CHOICE, choices=tuple((key, one.name) for key, one in others.items())
            ),
            Field("kind", "procedure.kind", Kind.CHOICE, choices=_choices(LinkKind)),
        ),
        request,
    )
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            link_movements(
                actor=request.actor, unit=unit, movement=row, other=others[given["other"]], kind=LinkKind(given["kind"])
            )
            messages.success(request, say("procedure.linked", current_language()))
            return redirect("movement", slug)
    return render(request, "secretary/link_movement.html", {"form": form, "movement": row}, status=form.status)


_WORDS = (
    Field("name", "season.movement_name"),
    Field("slogan", "season.movement_slogan", required=False),
    Field("theme", "season.movement_theme", Kind.PASSAGE, required=False),
    Field("launching_text", "procedure.launching_text", Kind.PASSAGE, required=False),
    Field("starts_on", "campaigns.starts_on", Kind.DAY, required=False),
    Field("ends_on", "campaigns.ends_on", Kind.DAY, required=False),
    *DOCUMENT,
)


def _movement(slug: str) -> Movement:
    row = Movement.objects.select_related("parent").filter(pk=slug).first()
    if row is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return row


def _launching(request: HttpRequest) -> str:
    """The unit for which this person launches movements. Raises AccessRefused."""
    for grant in request.actor.grants:
        if grant.role is Role.STANDING_BODY and grant.unit:
            return grant.unit
    data = {"verb": Verb.LAUNCH_MOVEMENT, "roles": [Role.STANDING_BODY]}
    raise AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", data))


def _words_typed(row: Movement) -> dict[str, str]:
    last = row.texts.order_by("-version").first()
    typed = {"name": row.name, "slogan": row.slogan, "theme": row.theme}
    if last is None:
        return typed
    days = {"starts_on": last.starts_on, "ends_on": last.ends_on}
    return {
        **typed,
        "launching_text": last.launching_text,
        **{name: write_date(day) for name, day in days.items() if day},
    }


def _rule_fields(looking: Looking) -> list[Field]:
    amending = looking.phase is not Phase.PREPARING
    return [
        Field("quorum", "procedure.quorum", hint="procedure.share_hint"),
        Field("threshold", "procedure.threshold", hint="procedure.share_hint"),
        Field("comparator", "procedure.comparator", Kind.CHOICE, choices=_choices(Passing)),
        Field("threshold_base", "procedure.base", Kind.CHOICE, choices=_choices(VoteBase)),
        Field("has_second_round", "procedure.second_round", Kind.TICK, required=False),
        Field("objection_days", "procedure.objection_days", Kind.WHOLE, hint="procedure.working_days"),
        Field("reply_days", "procedure.reply_days", Kind.WHOLE, hint="procedure.working_days"),
        Field("speaking_order", "procedure.speaking_order", Kind.PASSAGE, "procedure.order_hint", required=False),
        Field("report_days", "procedure.report_days", Kind.WHOLE, hint="procedure.report_days_hint"),
        Field("close_days", "procedure.close_days", Kind.WHOLE, hint="procedure.close_days_hint", required=False),
        Field("cut_offs", "procedure.cut_offs", hint="procedure.cut_offs_hint", required=False),
        Field("score_rules", "procedure.score_rules", Kind.PASSAGE, required=False),
        Field("basis", "procedure.basis", hint="procedure.basis_hint", required=False),
        Field("valid_from", "procedure.valid_from", Kind.DAY, hint="procedure.from_hint", required=False),
        *DOCUMENT,
        Field("reason", "season.reason", Kind.PASSAGE, required=amending),
    ]


def _rules_typed(last: Regulation | None) -> dict[str, str]:
    if last is None:
        return {"report_days": str(REPORT_DAYS)}
    return {
        "quorum": str(last.quorum),
        "threshold": str(last.threshold),
        "comparator": last.comparator,
        "threshold_base": last.threshold_base,
        "has_second_round": "1" if last.has_second_round else "",
        "objection_days": str(last.objection_days),
        "reply_days": str(last.reply_days),
        "speaking_order": "\n".join(last.speaking_order),
        "report_days": str(last.report_days),
        "close_days": "" if last.close_days is None else str(last.close_days),
        "cut_offs": ", ".join(write_date(day) for day in last.cut_offs),
        "score_rules": last.score_rules,
        "basis": last.basis.document,
    }


def _rules(given: Mapping[str, Any], looking: Looking) -> Rules:
    """What was typed. Raises Refused with each share that is none; units are named by code or by name."""
    problems: list[Problem] = []
    names = {name: code for code, name in unit_names(looking.standing.members, on=looking.today).items()}
    lines = [line.strip() for line in str(given["speaking_order"]).splitlines() if line.strip()]
    shares = {name: _share(str(given[name]), name, problems) for name in ("quorum", "threshold")}
    cut_offs = _days(str(given["cut_offs"]), problems)
    if problems:
        raise Refused(problems)
    return Rules(
        quorum=shares["quorum"],
        threshold=shares["threshold"],
        threshold_base=VoteBase(str(given["threshold_base"])),
        comparator=Passing(str(given["comparator"])),
        has_second_round=bool(given["has_second_round"]),
        objection_days=given["objection_days"],
        reply_days=given["reply_days"],
        speaking_order=tuple(names.get(line, line) for line in lines),
        report_days=given["report_days"],
        close_days=given["close_days"],
        cut_offs=cut_offs,
        score_rules=str(given["score_rules"]),
        basis=LegalBasis(str(given["basis"])),
        valid_from=given["valid_from"],
    )


def _days(text: str, problems: list[Problem]) -> tuple[date, ...]:
    """The days of a list: `31/03/2024, 30/06/2024`."""
    found: list[date] = []
    for one in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        try:
            found.append(read_date(one))
        except NumberRefused as refused:
            problems += [replace(problem, place=Place(path="cut_offs")) for problem in refused.problems]
    return tuple(found)


def _share(text: str, name: str, problems: list[Problem]) -> Fraction:
    above, _, below = text.partition("/")
    numbers = [part.strip() for part in (above, below or "1")]
    if all(one.isdecimal() and len(one) <= 4 for one in numbers) and 0 < int(numbers[0]) <= int(numbers[1]):
        return Fraction(int(numbers[0]), int(numbers[1]))
    problems.append(Problem("seasons.not_a_share", place=Place(path=name)))
    return Fraction(1)


def _choices(members: type[Passing] | type[VoteBase] | type[LinkKind]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, write(one, current_language())) for one in members)
