"""The editor of a criterion, and of what holds for the whole: fields beside words, drawing and findings.

Nothing is kept by looking or by the live check; a button saves, on the state that was seen. A text that cannot be read
is refused and stays as it was typed; a contradiction is kept, for a draft may be wrong for a while, and is told at its
node.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.selectors import draft_of
from thidua.apps.rulebooks.services import EditConflict, edit_criterion, edit_general
from thidua.apps.seasons.selectors import access_season
from thidua.core.errors import Place, Problem, Refused
from thidua.core.kinds.entry import Entry
from thidua.core.numbers import Number
from thidua.core.rulebook import editing
from thidua.core.rulebook.diff import standings_of
from thidua.core.rulebook.schema import Criterion, Group, Leaf, Rulebook
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.editor import nodes
from thidua.web.rulebooks.editor.fields import Filling, Input, entries_in_words, sent_texts
from thidua.web.rulebooks.editor.looking import Desk, desk_of
from thidua.web.rulebooks.editor.scale import scales_of
from thidua.web.rulebooks.editor.typed import OF_GENERAL, OF_LEAF
from thidua.words.rulebook import criterion_words, describe_rulebook, naming_of
from thidua.words.say import say

FIRST = ("code", "points", "secrecy", "name", "legal_basis")
LATER = tuple(name for name in OF_LEAF if name not in (*FIRST, "indicator"))


@dataclass(slots=True)
class Sheet:
    """One node on the page: what its fields hold, what was refused, and by which mark it was seen."""

    node: Criterion | None  # None: the general rules
    texts: Mapping[str, str]
    seen: str
    problems: tuple[Problem, ...] = ()
    conflict: Problem | None = None
    beside: list[nodes.Beside] | None = None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft with one node opened; sent fields are saved, or read again for another kind of rule."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    node = _asked(request, desk)
    sheet = _as_it_stands(desk, node)
    if request.method == "POST":
        sheet.texts, sheet.seen = sent_texts(request.POST.dict()), request.POST.get("seen", "")
        if request.POST.get("act") != "kind":
            answer = _save(request, desk, sheet)
            if answer is not None:
                return answer
            if sheet.conflict is not None:
                return _show(request, _collided(request, slug, sheet), sheet, status=409)
    return _show(request, desk, sheet, status=400 if sheet.problems else 200)


@login_required
@require_POST
def live(request: HttpRequest, slug: str) -> HttpResponse:
    """What the checker says of the fields as they are typed; nothing is kept."""
    season = access_season(slug, actor=request.actor, verb=Verb.DRAFT_RULEBOOK, on=clock.today())
    row = draft_of(season)
    if row is None:
        return HttpResponse(status=409)
    saved = bridge.rulebook(row)
    sheet = Sheet(saved.find(request.GET.get("tieu-chi", "")), sent_texts(request.POST.dict()), seen="")
    rulebook, node, sheet.problems = _as_typed(saved, sheet)
    findings = bridge.findings(row) if rulebook is saved else nodes.checked(rulebook)
    told = _told(sheet, rulebook, node, findings) | {"season": season}
    return render(request, "rulebooks/editor/findings.html", told)


def address_of(slug: str, code: str) -> str:
    """The page of one node of the draft."""
    return reverse("edit_draft", args=[slug]) + (f"?{urlencode({'tieu-chi': code})}" if code else "")


def _asked(request: HttpRequest, desk: Desk) -> Criterion | None:
    code = request.GET.get("tieu-chi", "")
    node = desk.rulebook.find(code) if code else None
    if code and node is None and request.method != "POST":
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return node


def _as_it_stands(desk: Desk, node: Criterion | None) -> Sheet:
    lang = current_language()
    if node is None:
        general = editing.general_of(desk.rulebook)
        return Sheet(None, nodes.general_texts(desk.rulebook, lang), editing.mark_of(general))
    return Sheet(node, nodes.criterion_texts(node, desk.rulebook, lang), editing.mark_of(editing.own(node)))


def _save(request: HttpRequest, desk: Desk, sheet: Sheet) -> HttpResponse | None:
    """Where to go once it is kept; None where something keeps it from that, which the sheet says."""
    season, code = desk.looking.season, request.GET.get("tieu-chi", "")
    read = nodes.read_general(sheet.texts) if not code else nodes.read_node(sheet.texts, _like(sheet))
    sheet.problems = read.problems
    if read.value is None:
        return None
    try:
        if isinstance(read.value, Rulebook):
            edit_general(actor=request.actor, season=season, seen=sheet.seen, general=read.value)
        elif isinstance(read.value, Criterion):
            edit_criterion(actor=request.actor, season=season, code=code, seen=sheet.seen, node=read.value)
            code = read.value.code
    except AccessRefused:
        raise
    except EditConflict as refused:
        sheet.conflict, sheet.problems = refused.problems[0], ()
        return None
    except Refused as refused:
        sheet.problems = refused.problems
        return None
    messages.success(request, say("editor.saved", current_language()))
    return redirect(address_of(season.slug, code))


def _like(sheet: Sheet) -> Criterion:
    """A node of the sort that was typed, where the one that was opened is gone."""
    if sheet.node is not None:
        return sheet.node
    body = Leaf(indicator="", shape=Entry()) if "rule" in sheet.texts else Group(parts=())
    return Criterion(code="", name="", points=Number(0), body=body)


def _collided(request: HttpRequest, slug: str, sheet: Sheet) -> Desk:
    """The draft as the other person left it: both texts, and the mark to save on now that both are seen."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    stands = _as_it_stands(desk, _asked(request, desk))
    is_gone = stands.node is None and "tieu-chi" in request.GET and request.GET["tieu-chi"] != ""
    sheet.beside = nodes.sides(sheet.texts, {} if is_gone else stands.texts, current_language())
    if is_gone:
        sheet.texts = stands.texts
    sheet.node, sheet.seen = stands.node, stands.seen
    return desk


def _as_typed(saved: Rulebook, sheet: Sheet) -> tuple[Rulebook, Criterion | None, tuple[Problem, ...]]:
    """The draft as it would be with what is typed; as it stands where that cannot be read."""
    if sheet.node is None:
        general = nodes.read_general(sheet.texts)
        if isinstance(general.value, Rulebook):
            return editing.with_general(saved, general.value), None, general.problems
        return saved, None, general.problems
    read = nodes.read_node(sheet.texts, sheet.node)
    if not isinstance(read.value, Criterion):
        return saved, sheet.node, read.problems
    taken = read.value.code != sheet.node.code and saved.find(read.value.code) is not None
    if taken:
        problem = Problem("rulebooks.code_taken", {"code": read.value.code}, Place(path="code"))
        return saved, sheet.node, (*read.problems, problem)
    rulebook = editing.with_own(saved, sheet.node.code, read.value)
    return rulebook, rulebook.find(read.value.code), read.problems


def _told(sheet: Sheet, rulebook: Rulebook, node: Criterion | None, findings: Sequence[Problem]) -> dict[str, object]:
    """What is said of a node as it is typed: words, drawing, findings here and elsewhere."""
    lang = current_language()
    code = node.code if node is not None else ""
    leaf = node.leaf if node is not None else None
    words = criterion_words(node, naming_of(rulebook, lang)) if node is not None else ()
    return {
        "told_node": node,
        "unread": sheet.problems,
        "labels": {one.place.path: nodes.label_of(one.place.path, lang) for one in sheet.problems},
        "here_findings": nodes.at_node(findings, code),
        "elsewhere": [(nodes.node_of(one), one) for one in findings if nodes.node_of(one) != code],
        "sentences": words,
        "scales": scales_of(leaf.shape, lang) if leaf is not None else (),
        "general_words": describe_rulebook(rulebook, lang).general.sentences if node is None else (),
    }


def _show(request: HttpRequest, desk: Desk, sheet: Sheet, *, status: int) -> HttpResponse:
    lang = current_language()
    rulebook, node, problems = _as_typed(desk.rulebook, sheet)
    findings = desk.findings if rulebook is desk.rulebook else nodes.checked(rulebook)
    fields = nodes.filling(sheet.texts, desk.rulebook, lang, sheet.problems or (problems if status != 200 else ()))
    here = sheet.node.code if sheet.node else ""
    context = desk.context(
        here=here,
        node=sheet.node,
        seen=sheet.seen,
        is_group=sheet.node is not None and sheet.node.group is not None,
        fields=fields,
        conflict=sheet.conflict,
        beside=sheet.beside,
        conflict_by=account_names({str(sheet.conflict.data["by"])}) if sheet.conflict else {},
        plain=_plain(fields, sheet, FIRST),
        limits=_plain(fields, sheet, LATER),
        open_limits=any(sheet.texts.get(name) or _is_wrong(name, sheet) for name in LATER),
        leaf_indicator=fields.inputs(("indicator",)),
        entries=entries_in_words(lang),
        groups=list(nodes.groups_in_words(desk.rulebook, sheet.node)),
        standing=standings_of(desk.rulebook).get(here),
        subtree=editing.mark_of(sheet.node) if sheet.node else "",
        spot=nodes.place_mark(desk.rulebook, here) if here else "",
        **_told(sheet, rulebook, node, findings),
    )
    return render(request, "rulebooks/editor/page.html", context, status=status)


def _plain(fields: Filling, sheet: Sheet, among: tuple[str, ...]) -> tuple[Input, ...]:
    """The plain fields of a leaf that stand first, or below; of a group and of the whole all of them stand first."""
    if sheet.node is None or sheet.node.group is not None:
        names = OF_GENERAL if sheet.node is None else nodes.fields_of(sheet.node)
        return fields.inputs(names) if among is FIRST else ()
    return fields.inputs(among)


def _is_wrong(name: str, sheet: Sheet) -> bool:
    return any(one.place.path == name for one in sheet.problems)
