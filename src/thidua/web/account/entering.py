"""How somebody comes in, whatever proved who they are: the stages of allauth, then a session of their own."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from thidua.apps.access.models import Account

BY_IDENTITY = "entered_by_identity"  # in the session: another server vouched, so nobody holds a one-time password


def address_of(request: HttpRequest) -> str:
    """The machine that asks; behind a proxy that settings name, the machine before it."""
    return get_client_ip(request) or ""


def way_on(request: HttpRequest) -> str:
    """Where a person wanted to go, if that is a page of this installation; the first page otherwise."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return wanted if is_ours else reverse("home")


def enter(request: HttpRequest, account: Account, *, method: str, to: str) -> HttpResponse:
    """Begin the session of an account, after the second step where there is one."""
    record_authentication(request, account, method=method)
    response: HttpResponse = perform_login(request, Login(user=account, redirect_url=to))
    return response
