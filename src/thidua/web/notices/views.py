"""The pages of notices. Reading the list changes nothing: a notice is read when its owner opens it, or says so."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps.notices.models import NoticeKind
from thidua.apps.notices.selectors import latest, link_of, shown, wanted_kinds
from thidua.apps.notices.services.reading import choose_kinds, read_all, read_notice
from thidua.web.common.paging import paged
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

NEW = "moi"


@login_required
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What somebody was told, the latest first; `?xem=moi` shows what they have not read."""
    only_new = request.GET.get("xem") == NEW
    page = paged(request, latest(request.actor, only_new=only_new))
    page.rows[:] = shown(page.rows, request.actor, current_language())
    return render(request, "notices/list.html", {"page": page, "only_new": only_new})


@login_required
@require_POST
def open_one(request: HttpRequest, key: UUID) -> HttpResponse:
    """Mark as read and go where it leads; `stay` in the form comes back to the list."""
    found = read_notice(actor=request.actor, key=key)
    stays = request.POST.get("stay") == "1"
    return redirect(reverse("notices") if stays else _address(link_of(found)))


@login_required
@require_POST
def read_everything(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    count = read_all(actor=request.actor)
    messages.success(request, say("notices.all_read", current_language(), count=count))
    return redirect("notices")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def kinds(request: HttpRequest) -> HttpResponse:
    """Which kinds of notices somebody wants."""
    if request.method == "POST":
        chosen = set(request.POST.getlist("kinds"))
        choose_kinds(actor=request.actor, wanted=[kind for kind in NoticeKind if kind.value in chosen])
        messages.success(request, say("notices.kinds_kept", current_language()))
        return redirect("notices")
    wanted = wanted_kinds(request.actor)
    return render(request, "notices/kinds.html", {"kinds": [(kind, kind in wanted) for kind in NoticeKind]})


def _address(link: tuple[str, ...]) -> str:
    """Where a notice leads; the list itself where its page is there no more."""
    try:
        return reverse(link[0], args=link[1:]) if link else reverse("notices")
    except NoReverseMatch:
        return reverse("notices")
