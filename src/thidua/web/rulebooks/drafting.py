"""Handing a rulebook in, adopting or amending it, and throwing a draft away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.reading import check_rulebook_file
from thidua.apps.rulebooks.selectors import draft_of
from thidua.apps.rulebooks.services import adopt_rulebook, amend_rulebook, drop_draft, import_rulebook
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Place, Problem, Refused
from thidua.core.phases import Frozen, is_frozen
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.versions import changes_since, seen_by
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say

MOST_BYTES = 4_000_000
MOST_SHOWN = 200  # problems on one page
FILE = (Field("file", "rulebook_page.file", Kind.FILE, hint="rulebook_page.file_hint"),)
AMENDMENT = (*DOCUMENT, Field("reason", "season.reason", Kind.PASSAGE))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand in a file: with a mistake every one is shown and nothing is kept, without one it is the draft."""
    looking = look(request, slug, Verb.DRAFT_RULEBOOK)
    form = Form(FILE, request)
    found: tuple[Problem, ...] = ()
    if request.method == "POST":
        with form.showing_problems():
            file = form.read()["file"]
            checked = check_rulebook_file(file.name, _content(file))
            found = checked.problems if checked.rulebook is None else ()
            if checked.rulebook is not None:
                import_rulebook(
                    actor=request.actor, season=looking.season, rulebook=checked.rulebook, file_name=file.name
                )
                messages.success(request, say("rulebook_page.drafted", current_language()))
                return redirect("adopt_rulebook", slug)
    context = looking.context(form=form, found=found[:MOST_SHOWN], more=max(len(found) - MOST_SHOWN, 0))
    return render(request, "rulebooks/upload.html", context, status=400 if found else form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, slug: str) -> HttpResponse:
    """What the draft changes and what the checker points out; adopt it by a document, or amend by a minute."""
    looking = look(request, slug)
    is_amendment = is_frozen(Frozen.RULEBOOK, phase=looking.phase)
    looking = look(request, slug, Verb.AMEND_RULEBOOK if is_amendment else Verb.ADOPT_RULEBOOK)
    draft = draft_of(looking.season)
    if draft is None:
        return redirect("draft_rulebook", slug)
    form = Form(AMENDMENT if is_amendment else DOCUMENT, request)
    if request.method == "POST":
        with form.showing_problems():
            _adopt(request, looking, form, is_amendment=is_amendment)
            messages.success(request, say("rulebook_page.adopted", current_language()))
            return redirect("rulebook", slug)
    context = looking.context(
        form=form,
        draft=draft,
        rulebook=bridge.rulebook(draft),
        is_amendment=is_amendment,
        changes=changes_since(seen_by(looking), draft, current_language()),
        warnings=bridge.findings(draft),
    )
    return render(request, "rulebooks/adopt.html", context, status=form.status)


@login_required
@require_POST
def drop(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw the draft away."""
    looking = look(request, slug, Verb.DRAFT_RULEBOOK)
    drop_draft(actor=request.actor, season=looking.season)
    messages.success(request, say("rulebook_page.dropped", current_language()))
    return redirect("rulebook", slug)


def _adopt(request: HttpRequest, looking: Looking, form: Form, *, is_amendment: bool) -> None:
    given = form.read()
    document = Document(given["number"], given["date"])
    if is_amendment:
        amend_rulebook(actor=request.actor, season=looking.season, document=document, reason=given["reason"])
    else:
        adopt_rulebook(actor=request.actor, season=looking.season, document=document)


def _content(file: UploadedFile) -> bytes:
    if file.size is None or file.size > MOST_BYTES:
        raise Refused(Problem("rulebook_page.too_large", {"most": MOST_BYTES // 1_000_000}, Place(path="file")))
    return file.read()
