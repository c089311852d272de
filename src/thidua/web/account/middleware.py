"""A one-time password opens one page: the one where its owner chooses another."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from thidua.web.account.entering import BY_IDENTITY

Handler = Callable[[HttpRequest], HttpResponse]
OPEN = ("change_password", "sign_out", "preferences")


def password_first(get_response: Handler) -> Handler:
    """Nothing else is reached until the password is the owner's own."""

    def handle(request: HttpRequest) -> HttpResponse:
        if _must_change(request) and request.path not in {reverse(name) for name in OPEN}:
            return redirect("change_password")
        return get_response(request)

    return handle


def _must_change(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and user.must_change_password and not request.session.get(BY_IDENTITY)
