"""A person's own second steps and sessions. What opens the account more or less asks for the password first."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from thidua.apps.access.services import reauthenticate
from thidua.apps.access.services.second_step import (
    LONGEST_NAME,
    add_app,
    add_passkey,
    make_recovery_codes,
    new_secret,
    remove_step,
)
from thidua.core.errors import Refused
from thidua.web.account import passkeys
from thidua.web.account.devices import Device, device_of
from thidua.web.account.views.signing_in import PAGE, sent_credential, told
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

SECRET = "second_step_secret"  # in the session, until a first code confirms it  # noqa: S105
CONFIRM = (Field("password", "account.current_password", Kind.SECRET, autocomplete="current-password"),)
APP = (Field("code", "account.code", hint="account.first_code_hint", autocomplete="one-time-code"), *CONFIRM)
PASSKEY = (Field("name", "account.passkey_name", hint="account.passkey_name_hint"), *CONFIRM)
Type = Authenticator.Type


@login_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """What guards the account: password, second steps, and where somebody is signed in with it."""
    steps = list(Authenticator.objects.filter(user=request.user).order_by("pk"))
    page = {
        "app": next((one for one in steps if one.type == Type.TOTP), None),
        "keys": [(one.pk, one.wrap().name, one.created_at) for one in steps if one.type == Type.WEBAUTHN],
        "codes_left": sum(len(one.wrap().get_unused_codes()) for one in steps if one.type == Type.RECOVERY_CODES),
        "passkeys": passkeys.are_possible(request),
        "sessions": list(_sessions(request)),
    }
    return render(request, "account/security.html", page)


# ── an app ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@login_required
@require_POST
def begin_app(request: HttpRequest) -> HttpResponse:
    """A fresh secret, kept in this session until a code confirms it."""
    request.session[SECRET] = new_secret()
    return redirect("add_app")


@login_required
@PAGE
@never_cache
def add_app_step(request: HttpRequest) -> HttpResponse:
    """The secret as a picture and as letters, and the first code of the app."""
    secret = request.session.get(SECRET)
    if not secret:
        return redirect("security")
    form = Form(APP, request)
    if request.method == "POST":
        with form.showing_problems():
            codes = add_app(actor=request.actor, secret=secret, **form.read())
            del request.session[SECRET]
            return _added(request, codes)
    page = {"form": form, "picture": _picture(request, secret), "secret": _grouped(secret)}
    return render(request, "account/add_app.html", page, status=form.status)


# ── passkeys ────────────────────────────────────────────────────────────────────────────────────────────────────────


@login_required
@PAGE
@never_cache
def add_key(request: HttpRequest) -> HttpResponse:
    """A name for the key and the password; the browser does the rest."""
    if not passkeys.are_possible(request):
        return redirect("security")
    form = Form(PASSKEY)
    if request.method == "POST":
        with form.showing_problems():
            credential = passkeys.finish_adding(sent_credential(request))
            name = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
            return _added(request, add_passkey(actor=request.actor, name=name, credential=credential))
    return render(request, "account/add_key.html", {"form": form}, status=form.status)


@login_required
@require_POST
def key_challenge(request: HttpRequest) -> HttpResponse:
    """What the new key is to sign, once the password is right."""
    try:
        reauthenticate(actor=request.actor, password=Form(PASSKEY, request).read()["password"])
    except Refused as refusal:
        return told(refusal)
    return JsonResponse({"options": passkeys.begin_adding(request.user)})


# ── away with a step, and codes for the day when it is lost ─────────────────────────────────────────────────────────


@login_required
@PAGE
@never_cache
def remove(request: HttpRequest, key: int) -> HttpResponse:
    """One app or key, after the password."""
    step = Authenticator.objects.filter(user=request.user, pk=key, type__in=[Type.TOTP, Type.WEBAUTHN]).first()
    if step is None:
        raise Http404
    form = Form(CONFIRM, request)
    if request.method == "POST":
        with form.showing_problems():
            remove_step(actor=request.actor, key=key, **form.read())
            messages.success(request, say("account.step_removed", current_language()))
            return redirect("security")
    name = step.wrap().name if step.type == Type.WEBAUTHN else ""
    return render(request, "account/remove_step.html", {"form": form, "name": name}, status=form.status)


@login_required
@PAGE
@never_cache
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Fresh codes, after the password; shown once."""
    form = Form(CONFIRM, request)
    if request.method == "POST":
        with form.showing_problems():
            return _codes(request, make_recovery_codes(actor=request.actor, **form.read()))
    return render(request, "account/make_codes.html", {"form": form}, status=form.status)


# ── sessions ────────────────────────────────────────────────────────────────────────────────────────────────────────


@login_required
@require_POST
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    """Sign out there."""
    one = _other_sessions(request).filter(pk=session).first()
    if one is None:
        raise Http404
    one.end()
    messages.success(request, say("account.session_ended", current_language()))
    return redirect("security")


@login_required
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    for one in _other_sessions(request):
        one.end()
    messages.success(request, say("account.sessions_ended", current_language()))
    return redirect("security")


def _other_sessions(request: HttpRequest) -> QuerySet[UserSession]:
    return UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)


def _sessions(request: HttpRequest) -> list[tuple[UserSession, Device, bool]]:
    """Those that still live, this one first. Two queries; ends none, for reading a page writes nothing."""
    rows = list(UserSession.objects.filter(user=request.user).order_by("-created_at", "pk"))
    living = set(Session.objects.filter(pk__in=[row.session_key for row in rows]).values_list("pk", flat=True))
    here = request.session.session_key
    shown = [(row, device_of(row.user_agent), row.session_key == here) for row in rows if row.session_key in living]
    return sorted(shown, key=lambda one: not one[2])


def _added(request: HttpRequest, codes: list[str]) -> HttpResponse:
    if codes:
        return _codes(request, codes)
    messages.success(request, say("account.step_added", current_language()))
    return redirect("security")


def _codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    return render(request, "account/codes.html", {"codes": codes})


def _picture(request: HttpRequest, secret: str) -> SafeString:
    adapter = get_adapter()
    picture = str(adapter.build_totp_svg(adapter.build_totp_url(request.user, secret)))
    return mark_safe(picture[picture.index("<svg") :])  # noqa: S308 - squares drawn by a library, no text of anybody


def _grouped(secret: str) -> str:
    """Letters in fours, as they are typed from the screen."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
