"""In by password, by passkey or through another server; past the second step; and out."""

import json

from allauth.account.internal.decorators import login_stage_required
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.services.second_step import check_code
from thidua.apps.access.services.signing_in import check_credentials
from thidua.core.errors import Problem, Refused
from thidua.web.account import identity, passkeys
from thidua.web.account.entering import address_of, enter, way_on
from thidua.web.account.stages import SecondStep
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

PAGE = require_http_methods(["GET", "HEAD", "POST"])
SIGN_IN = (
    Field("username", "account.username", autocomplete="username"),
    Field("password", "account.password", Kind.SECRET, autocomplete="current-password"),
)
SECOND_STEP = (Field("code", "account.code", autocomplete="one-time-code", hint="account.code_hint"),)


@PAGE
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """User name and password."""
    if request.user.is_authenticated:
        return redirect(way_on(request))
    form = Form(SIGN_IN, request)
    if request.method == "POST":
        with form.showing_problems():
            account = check_credentials(**form.read(), address=address_of(request))
            return enter(request, account, method="password", to=way_on(request))
    return _gate(request, form)


@require_POST
def passkey_challenge(request: HttpRequest) -> HttpResponse:
    """What a key is to sign, for the person who signs in or who stands before the second step."""
    stage = LoginStageController.enter(request, SecondStep.key)
    return JsonResponse({"options": passkeys.begin_using(stage.login.user if stage else None)})


@require_POST
def passkey_sign_in(request: HttpRequest) -> HttpResponse:
    """In by a key alone, which has asked its owner for a finger or a PIN."""
    if request.user.is_authenticated:
        return redirect(way_on(request))
    form = Form(SIGN_IN)
    with form.showing_problems():
        key = passkeys.finish_using(None, sent_credential(request))
        if not key.user.is_active:
            raise Refused(Problem("sign_in.closed"))
        login = Login(user=key.user, redirect_url=way_on(request))
        return perform_passwordless_login(request, key, login)
    return _gate(request, form)


@PAGE
@never_cache
@login_stage_required(stage=SecondStep.key, redirect_urlname="sign_in")
def second_step(request: HttpRequest) -> HttpResponse:
    """A code of the app, a recovery code, or a key."""
    stage = request._login_stage  # noqa: SLF001 - where allauth keeps it
    form = Form(SECOND_STEP, request)
    if request.method == "POST":
        with form.showing_problems():
            post_authentication(request, _proof(request, form))
            return stage.exit()
    has_key = Authenticator.objects.filter(user=stage.login.user, type=Authenticator.Type.WEBAUTHN).exists()
    page = {"form": form, "has_key": has_key, "passkeys": passkeys.are_possible(request)}
    return render(request, "account/second_step.html", page, status=form.status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends here and in the list of sessions."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)
    return redirect("sign_in")


def told(refusal: Refused) -> JsonResponse:
    """The problems in words, for a script to show."""
    sentences = [f"{say(one.code, current_language(), **one.data)}." for one in refusal.problems]
    return JsonResponse({"problems": sentences}, status=400)


def sent_credential(request: HttpRequest) -> object:
    """The answer of the browser's key store. Raises Refused."""
    try:
        return json.loads(request.POST.get("credential", ""))
    except ValueError:
        raise Refused(Problem("passkey.failed")) from None


def _gate(request: HttpRequest, form: Form) -> HttpResponse:
    page = {
        "form": form,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "passkeys": passkeys.are_possible(request),
        "identity": identity.server(),
    }
    response = render(request, "account/sign_in.html", page, status=form.status)
    identity.let_forms_reach(response)
    return response


def _proof(request: HttpRequest, form: Form) -> Authenticator:
    account = request._login_stage.login.user  # noqa: SLF001 - where allauth keeps it
    if "credential" in request.POST:
        return passkeys.finish_using(account, sent_credential(request))
    return check_code(account=account, code=form.read()["code"])
