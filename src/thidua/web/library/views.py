"""The documents of a season: found by words and by kind, added by who runs the year."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.models import Marking
from thidua.apps.library.models import DocumentSort
from thidua.apps.library.selectors import documents_of, find_document
from thidua.apps.library.services import Described, keep_document, withdraw_document
from thidua.apps.seasons.documents import Document
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.paging import paged
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import look
from thidua.words.say import say, write

REASON = (Field("reason", "library.reason", Kind.PASSAGE),)


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every document that counts, the latest first; words and kind narrow them."""
    looking = look(request, slug)
    text, chosen = request.GET.get("tim", "").strip()[:200], request.GET.get("loai", "")
    sort = DocumentSort(chosen) if chosen in set(DocumentSort) else None
    context = looking.context(
        text=text,
        chosen=sort.value if sort else "",
        sorts=list(DocumentSort),
        page=paged(request, documents_of(looking.season, text=text, sort=sort)),
        may_keep=looking.may(Verb.KEEP_DOCUMENTS),
    )
    return render(request, "library/library.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A document with its file, or by reference."""
    looking = look(request, slug, Verb.KEEP_DOCUMENTS)
    form = Form(_fields(), request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            file = given["file"]
            keep_document(
                actor=request.actor,
                season=looking.season,
                described=Described(
                    sort=DocumentSort(given["sort"]),
                    document=Document(given["number"], given["date"]),
                    issuer=given["issuer"],
                    subject=given["subject"],
                    secrecy=Marking(given["secrecy"]),
                    holder=given["holder"],
                    upload=Upload(file.name or "", file.read()) if file else None,
                ),
            )
            messages.success(request, say("library.kept", current_language()))
            return redirect("library", slug)
    return render(request, "library/keep.html", looking.context(form=form, season_documents=()), status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Out of the library, for a reason."""
    looking = look(request, slug, Verb.KEEP_DOCUMENTS)
    row = find_document(looking.season, key)
    form = Form(REASON, request)
    if request.method == "POST":
        with form.showing_problems():
            reason = form.read()["reason"]
            withdraw_document(actor=request.actor, season=looking.season, document=row, reason=reason)
            messages.success(request, say("library.withdrawn", current_language()))
            return redirect("library", slug)
    return render(request, "library/withdraw.html", looking.context(form=form, row=row), status=form.status)


def _fields() -> list[Field]:
    lang = current_language()
    return [
        Field(
            "sort", "library.sort", Kind.CHOICE, choices=tuple((one.value, write(one, lang)) for one in DocumentSort)
        ),
        *DOCUMENT,
        Field("issuer", "library.issuer"),
        Field("subject", "library.subject"),
        Field(
            "secrecy",
            "library.secrecy",
            Kind.CHOICE,
            hint="library.secrecy_hint",
            choices=tuple((one.value, write(one, lang)) for one in Marking),
        ),
        Field("file", "library.file", Kind.FILE, hint="library.file_hint", required=False),
        Field("holder", "library.holder", hint="library.holder_hint", required=False),
    ]
