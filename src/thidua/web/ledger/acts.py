"""What is done with the ledger: checked again, taken out for outsiders, and, for law's sake, a text erased."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.custody.services import erase_text
from thidua.apps.custody.telling import is_whole
from thidua.apps.ledger.browsing import find_chain, find_entry, units_in
from thidua.apps.ledger.export import export_lines
from thidua.apps.ledger.reading import text_name
from thidua.apps.ledger.verification import verify_chain
from thidua.core.errors import Problem
from thidua.core.phases import Phase
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.ledger.opened import opened
from thidua.web.ledger.views import show_list
from thidua.words.say import say

ERASURE = (
    Field("document", "ledger_page.document", hint="ledger_page.document_hint"),
    Field("reason", "ledger_page.reason", Kind.PASSAGE, hint="ledger_page.reason_hint"),
)


@login_required
@require_POST
def verify(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The chain recomputed now, with every problem in words above the list."""
    found = opened(request, slug)
    chain = find_chain(found.book.chain)
    if chain is None:
        return redirect(found.address("ledger"))
    return show_list(request, found, verified=verify_chain(chain))


@login_required
@require_safe
def export(request: HttpRequest, slug: str = "") -> HttpResponseBase:
    """The file that an outsider checks, entry by entry as it is read; whole bytes, so only for who is told them all."""
    found = opened(request, slug)
    chain = found.book.chain
    if not is_whole(chain, units_in(chain), actor=found.actor, subject=found.book.subject):
        raise AccessRefused(Denial.WRONG_PHASE, Problem("ledger_page.export_untold", {"phase": Phase.AGREED}))
    name = f"so-nhat-ky-{found.slug or 'chung'}-{clock.today():%Y%m%d}.jsonl"
    lines = export_lines([found.book.chain])
    return StreamingHttpResponse(
        lines,
        content_type="application/jsonl; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_required
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, height: int, field: str, slug: str = "") -> HttpResponse:
    """Erase one name or text for good, on a document and with a reason."""
    found = opened(request, slug, Verb.ERASE_TEXT)
    one = find_entry(found.book.chain, height)
    if one is None or field not in one.texts:
        raise Http404
    form = Form(ERASURE, request)
    back = found.address("ledger_entry", height)
    if request.method == "POST":
        with form.showing_problems():
            erase_text(actor=request.actor, slug=slug, height=height, field=field, **form.read())
            messages.success(request, say("ledger_page.was_erased", current_language()))
            return redirect(back)
    name = text_name(field, current_language())
    context = found.context(form=form, height=height, name=name, text=one.texts[field], back=back)
    return render(request, "ledger/erase.html", context, status=form.status)
