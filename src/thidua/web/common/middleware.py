"""What happens around every request: the language, the content policy, and who acts."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from thidua.apps import clock
from thidua.apps.access.roles import Actor
from thidua.apps.access.selectors import actor_of
from thidua.apps.database.once import reading_once
from thidua.core.errors import Refused
from thidua.web.common.errors import ShownInstead, refused_page

Handler = Callable[[HttpRequest], HttpResponse]
POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


def content_policy(get_response: Handler) -> Handler:
    """Nothing from elsewhere, nothing inline."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return handle


def language(get_response: Handler) -> Handler:
    """Vietnamese, unless this person chose English; a browser's own language is no choice."""
    known = {code for code, _ in settings.LANGUAGES}

    def handle(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            return get_response(request)

    return handle


def actor(get_response: Handler) -> Handler:
    """`request.actor`: the account with all that it holds today; read when asked for."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return get_response(request)

    return handle


def reading(get_response: Handler) -> Handler:
    """A page that only reads asks for the same thing once."""

    def handle(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with reading_once():
            return get_response(request)

    return handle


class Refusals:
    """A refusal that no view caught becomes its page: what, why, and who can lift it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Nothing, so that Django goes on, unless it is a refusal or carries the page to show."""
        if isinstance(exception, ShownInstead):
            return exception.page
        return refused_page(request, exception) if isinstance(exception, Refused) else None


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return Actor("", "")
    return actor_of(request.user, on=clock.today())
