"""Clusters from a workbook: the template, what a file would set up, doing it, and taking it back."""

import base64
import binascii
import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation.prefilling import known_members
from thidua.apps.organisation.selectors import units_above
from thidua.apps.organisation.services.bulk import UNDOABLE, review_clusters, set_up_clusters, undo
from thidua.apps.organisation.yearbook import set_ups
from thidua.core.errors import Place, Problem, Refused
from thidua.core.ledger.entry import INSTALLATION
from thidua.core.units.tree import Level
from thidua.files.cluster_book import ClusterBook, read_cluster_book
from thidua.files.cluster_template import write_cluster_template
from thidua.files.containers import check_table_file
from thidua.files.tables import tables_of
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.ministry.looking import level_choices, standing_for, superior_choices
from thidua.words.say import say

MOST_BYTES = 1_500_000  # some five times what 3.321 communes take; the file travels once more inside the form
MOST_SHOWN = 200  # problems on one page
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE = Field("file", "set_up_page.file", Kind.FILE, hint="set_up_page.file_hint")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Choose a file; see what it would set up, or all that is wrong with it; set it up."""
    units = standing_for(request.actor)
    demand(request.actor, Verb.MANAGE_CLUSTERS, Subject(above=units))
    form = Form((_FILE,), request)
    if request.method == "POST" and "content" in request.POST:
        return _carry_out(request)
    if request.method == "POST":
        with form.showing_problems():
            file = form.read()["file"]
            return _review(request, file.name, _content(file))
    context = {
        "form": form,
        "superiors": superior_choices(request.actor, on=clock.today()),
        "levels": level_choices(),
        "year": clock.today().year,
        "entries": set_ups(),
    }
    return render(request, "ministry/set_up.html", context, status=form.status)


@login_required
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """The workbook for the units below a superior, filled in as far as last year tells."""
    demand(request.actor, Verb.MANAGE_CLUSTERS, Subject(above=standing_for(request.actor)))
    level, year = request.GET.get("cap", ""), request.GET.get("nam", "")
    below = request.GET.get("to-chuc", "")
    wanted = Level(level) if level in set(Level) else Level.COMMUNE
    when = int(year) if year.isdecimal() and len(year) == 4 else clock.today().year
    members = known_members(below=below, level=wanted, year=when, today=clock.today())
    response = HttpResponse(write_cluster_template(members, current_language()), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="cum-thi-dua-{when}.xlsx"'
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def undo_set_up(request: HttpRequest, height: int) -> HttpResponse:
    """Take a bulk entry back as one act, with a reason."""
    entry = get_object_or_404(Entry, chain=INSTALLATION, height=height, verb__in=UNDOABLE)
    above = units_above([entry.unit], on=clock.today())
    demand(request.actor, UNDOABLE[entry.verb], Subject(above=above))
    form = Form((Field("reason", "organisation_forms.reason", Kind.PASSAGE),), request)
    if request.method == "POST":
        with form.showing_problems():
            undo(actor=request.actor, entry=entry, reason=form.read()["reason"])
            messages.success(request, say("set_up_page.undone", current_language()))
            return redirect("set_up_clusters")
    context = {"form": form, "entry": entry}
    return render(request, "ministry/undo_set_up.html", context, status=form.status)


def _review(request: HttpRequest, name: str, data: bytes) -> HttpResponse:
    """What the file would set up, with the file itself in the form that does it; or everything wrong with it."""
    found = review_clusters(actor=request.actor, book=_book(name, data))
    context = {
        "found": found,
        "problems": found.problems[:MOST_SHOWN],
        "more": max(len(found.problems) - MOST_SHOWN, 0),
        "name": name,
        "digest": hashlib.sha256(data).hexdigest()[:16],
        "content": base64.b64encode(data).decode(),
    }
    return render(request, "ministry/review_set_up.html", context, status=400 if found.problems else 200)


def _carry_out(request: HttpRequest) -> HttpResponse:
    """Read the same file again and set its clusters up; what has changed meanwhile is told like any mistake."""
    name = request.POST.get("name", "")
    try:
        data = base64.b64decode(request.POST["content"], validate=True)
    except binascii.Error:
        raise Refused(Problem("refusal.unreadable")) from None
    try:
        done = set_up_clusters(actor=request.actor, book=_book(name, data), reason=request.POST.get("reason", ""))
    except Refused as refusal:
        if getattr(refusal, "denial", None) is not None:
            raise
        return _review(request, name, data)
    said = {"clusters": len(done.clusters), "members": done.members}
    messages.success(request, say("set_up_page.done", current_language(), **said))
    return redirect("clusters")


def _content(file: UploadedFile) -> bytes:
    if file.size is None or file.size > MOST_BYTES:
        raise Refused(Problem("set_up_page.too_large", {"most": MOST_BYTES // 1000}, Place(path="file")))
    return file.read()


def _book(name: str, data: bytes) -> ClusterBook:
    """The lines of a file. Raises Refused, at the field, for one that is no table."""
    try:
        return read_cluster_book(tables_of(check_table_file(name, data)))
    except Refused as refusal:
        raise Refused([Problem(one.code, one.data, Place(path="file")) for one in refusal.problems]) from None
