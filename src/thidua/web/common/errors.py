"""Pages for what cannot be done: each says what is refused, why, who can lift it, and the way back."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.core.errors import Problem, Refused
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import describe, say

STATUS = {
    Denial.STRANGER: 404,
    Denial.NO_RIGHT: 403,
    Denial.OWN_MATTER: 403,
    Denial.WRONG_PHASE: 409,
}


class ShownInstead(Exception):
    """A whole page that answers in place of the one that was asked for."""

    def __init__(self, page: HttpResponse) -> None:
        super().__init__()
        self.page = page


def refused_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The answer to a refusal that no page of its own shows."""
    if not isinstance(refusal, AccessRefused):
        return _page(request, 400, "refusal.bad_request", refusal.problems)
    if not request.user.is_authenticated:
        return redirect(f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}")
    return _page(request, STATUS[refusal.denial], f"refusal.{refusal.denial}", refusal.problems)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it by name
    """404: no such page."""
    return _page(request, 404, "refusal.stranger", [Problem("access.nothing_here")])


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it by name
    """403 of the framework itself."""
    return _page(request, 403, "refusal.no_right", [Problem("refusal.not_for_you")])


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it by name
    """400 of the framework itself: a request that no page of ours sends."""
    return _page(request, 400, "refusal.bad_request", [Problem("refusal.unreadable")])


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes its reason
    """The page from which a form came is too old, or of another site."""
    return _page(request, 403, "refusal.form_expired", [Problem("refusal.form_expired_how")])


def broken(request: HttpRequest) -> HttpResponse:
    """500: ours to mend. Reads no row, since the database may be what is broken."""
    data = {"reference": _reference(request), "clock_now": clock.now()}
    return HttpResponse(render_to_string("common/broken.html", data), status=500)


def _page(request: HttpRequest, status: int, headline: str, problems: Any) -> HttpResponse:
    lang = current_language()
    data = {
        "frame": "common/base.html" if _is_known(request) else "common/blank.html",
        "status": str(status),
        "headline": say(headline, lang),
        "problems": [describe(problem, lang) for problem in problems],
        "reference": _reference(request),
    }
    return render(request, "common/refused.html", data, status=status)


def _is_known(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)  # a request may fail before anybody asked who it is
    return user is not None and user.is_authenticated


def _reference(request: HttpRequest) -> str:
    """Under what the log of the server keeps this request."""
    return getattr(request, "request_id", "")
