"""What a person chooses for this browser: the language, a light or a dark ground. Two cookies, no row."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

THEME_COOKIE = "theme"
THEMES = frozenset({"light", "dark"})
YEAR = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """`light`, `dark`, or nothing: as the system says."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen, and go back to the page that asked."""
    response = HttpResponseRedirect(_way_back(request))
    choices = {
        settings.LANGUAGE_COOKIE_NAME: (request.POST.get("language"), {code for code, _ in settings.LANGUAGES}),
        THEME_COOKIE: (request.POST.get("theme"), THEMES),
    }
    for cookie, (chosen, known) in choices.items():
        if chosen in known:
            response.set_cookie(cookie, chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    return response


def _way_back(request: HttpRequest) -> str:
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None, require_https=request.is_secure())
    return back if is_ours else "/"
