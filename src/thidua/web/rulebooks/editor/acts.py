"""What is done to the tree by one button: add, move, remove, take back; and beginning a draft."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.selectors import draft_of, rulebook_of, version_in_force
from thidua.apps.rulebooks.services import (
    add_criterion,
    move_criterion,
    remove_criterion,
    start_draft,
    undo_edit,
)
from thidua.core.errors import Problem, Refused
from thidua.core.plain import Cursor
from thidua.core.rulebook.diff import Standing, standings_of
from thidua.core.rulebook.editing import siblings_of
from thidua.core.rulebook.parse import read_criterion
from thidua.core.rulebook.schema import Criterion, Rulebook
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.editor.looking import Desk, desk_of
from thidua.web.rulebooks.editor.nodes import groups_in_words
from thidua.web.rulebooks.editor.page import address_of
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import describe, say

IN_FORCE, LAST = "in_force", "last"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a draft comes from: the version in force, last season's, or a file."""
    looking = look(request, slug, Verb.DRAFT_RULEBOOK)
    if draft_of(looking.season) is not None:
        return redirect("edit_draft", slug)
    origins = origins_of(looking)
    problem: Problem | None = None
    if request.method == "POST":
        chosen = origins.get(request.POST.get("origin", ""))
        if chosen is None:
            problem = Problem("forms.choose")
        else:
            start_draft(actor=request.actor, season=looking.season, rulebook=chosen[1], origin=chosen[0])
            messages.success(request, say("editor.started", current_language()))
            return redirect("edit_draft", slug)
    context = looking.context(origins=origins, problem=problem)
    return render(request, "rulebooks/editor/start.html", context, status=400 if problem else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A new criterion or group below a group, or at the top."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    parent = request.GET.get("vao", "")
    form = Form(_new_fields(desk), request, initial={"parent": parent, "sort": "leaf"})
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            node = _new_node(given)
            elder = siblings_of(desk.rulebook, given["parent"])[-1:]
            to = Standing(given["parent"], elder[0] if elder else "")
            add_criterion(actor=request.actor, season=desk.looking.season, node=node, at=to)
            return redirect(address_of(slug, node.code))
    context = desk.context(here=parent, form=form)
    return render(request, "rulebooks/editor/add.html", context, status=form.status)


@login_required
@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """One place up or down among its siblings, or to the end of another group."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    code, seen = request.POST.get("code", ""), request.POST.get("seen", "")
    where = request.POST.get("to", "")
    to = (
        _other_group(desk.rulebook, code, request.POST.get("parent", ""))
        if where == "group"
        else _beside(desk, code, where)
    )
    return _done(
        request,
        desk,
        code,
        lambda: move_criterion(actor=request.actor, season=desk.looking.season, code=code, seen=seen, to=to),
        "editor.moved",
    )


@login_required
@require_POST
def remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a criterion out with all its parts; it can be taken back."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    code, seen = request.POST.get("code", ""), request.POST.get("seen", "")
    stood = standings_of(desk.rulebook).get(code)
    return _done(
        request,
        desk,
        stood.parent if stood else "",
        lambda: remove_criterion(actor=request.actor, season=desk.looking.season, code=code, seen=seen),
        "editor.removed",
    )


@login_required
@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the last of one's own edits."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    here = request.POST.get("code", "")
    return _done(
        request, desk, here, lambda: undo_edit(actor=request.actor, season=desk.looking.season), "editor.undone"
    )


def _done(request: HttpRequest, desk: Desk, code: str, act: Callable[[], object], said: str) -> HttpResponse:
    """Do it and go on at a node; what is refused is told there, and nothing has changed."""
    slug = desk.looking.season.slug
    try:
        act()
        messages.success(request, say(said, current_language()))
    except AccessRefused:
        raise
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, describe(problem, current_language()))
    row = draft_of(desk.looking.season)
    there = row is not None and bridge.rulebook(row).find(code) is not None
    return redirect(address_of(slug, code if there else ""))


def _beside(desk: Desk, code: str, where: str) -> Standing:
    """The place one up or one down; the same one at either end."""
    stands = standings_of(desk.rulebook).get(code, Standing("", ""))
    order = siblings_of(desk.rulebook, stands.parent)
    if code not in order:
        return stands
    index = order.index(code)
    rest = [one for one in order if one != code]
    place = max(index - 1, 0) if where == "up" else min(index + 1, len(rest))
    return Standing(stands.parent, rest[place - 1] if place else "")


def _other_group(rulebook: Rulebook, code: str, parent: str) -> Standing:
    last = [one for one in siblings_of(rulebook, parent) if one != code][-1:]
    return Standing(parent, last[0] if last else "")


def origins_of(looking: Looking) -> dict[str, tuple[str, Rulebook]]:
    """By choice: a name for it, and the rulebook."""
    found: dict[str, tuple[str, Rulebook]] = {}
    row = version_in_force(looking.season, on=looking.today)
    if row is not None:
        found[IN_FORCE] = (row.file_name, bridge.rulebook(row))
    before = looking.season.opened_after
    if before is not None:
        with suppress(Refused):  # it never adopted one
            found[LAST] = (before.slug, rulebook_of(before, on=before.data_to))
    return found


def _new_fields(desk: Desk) -> tuple[Field, ...]:
    lang = current_language()
    groups = (("", say("editor.top", lang)), *groups_in_words(desk.rulebook))
    sorts = (("leaf", say("editor.leaf", lang)), ("group", say("editor.group", lang)))
    return (
        Field("sort", "editor.sort", Kind.CHOICE, choices=sorts),
        Field("parent", "editor.parent", Kind.CHOICE, required=False, choices=groups[1:]),
        Field("code", "editor.code", hint="editor.code_hint"),
        Field("name", "editor.name", Kind.PASSAGE),
        Field("points", "editor.points", hint="editor.points_hint"),
    )


def _new_node(given: dict[str, str]) -> Criterion:
    body: dict[str, object] = {"rule": "entry"} if given["sort"] == "leaf" else {"parts": []}
    cursor = Cursor({"code": given["code"], "name": given["name"], "points": given["points"], **body})
    node = read_criterion(cursor)
    if node is None or cursor.problems:
        raise Refused(cursor.problems)
    return node
