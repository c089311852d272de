"""A person's own account: what they hold, what they pass on, their password and their sessions."""

from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from thidua.apps import clock
from thidua.apps.access.bridge import end_after
from thidua.apps.access.models import Assignment, Delegation
from thidua.apps.access.selectors import delegations_by, delegations_to, holding_of, holdings_of, is_delegable
from thidua.apps.access.services import change_password, delegate, demand_delegable, end_delegation
from thidua.web.account.views.signing_in import PAGE
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

PASSWORD = (
    Field("current", "account.current_password", Kind.SECRET, autocomplete="current-password"),
    Field("new", "account.new_password", Kind.SECRET, hint="account.password_rules", autocomplete="new-password"),
    Field("again", "account.new_password_again", Kind.SECRET, autocomplete="new-password"),
)
DELEGATION = (
    Field("username", "account.receiver", hint="account.receiver_hint"),
    Field("starts_on", "account.first_day", Kind.DAY, hint="account.day_hint"),
    Field("last_day", "account.last_day", Kind.DAY),
    Field("reason", "account.reason", hint="account.reason_hint", required=False),
)


@login_required
@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I hold until when, and what I passed on."""
    account, today = request.user, clock.today()
    page = {
        "account": account,
        "holdings": [(one, is_delegable(one)) for one in holdings_of([account], on=today)[str(account.pk)]],
        "received": delegations_to(account, on=today),
        "given": delegations_by(account, on=today),
    }
    return render(request, "account/own.html", page)


@login_required
@PAGE
@never_cache
def change_own_password(request: HttpRequest) -> HttpResponse:
    """The first thing after a one-time password, and whenever its owner likes."""
    form = Form(PASSWORD, request)
    was_given = request.user.must_change_password
    if request.method == "POST":
        with form.showing_problems():
            _stay_signed_in(request, change_password(actor=request.actor, **form.read()))
            messages.success(request, say("account.password_changed", current_language()))
            return redirect("home" if was_given else "security")
    return render(request, "account/password.html", {"form": form, "was_given": was_given}, status=form.status)


@login_required
@PAGE
def pass_on(request: HttpRequest, assignment: UUID) -> HttpResponse:
    """An own role, to somebody else, for some days."""
    held = get_object_or_404(Assignment, pk=assignment, account=request.user)
    demand_delegable(request.actor, held)
    form = Form(DELEGATION, request)
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            ends_on = end_after(typed.pop("last_day"))
            made = delegate(actor=request.actor, assignment=held, ends_on=ends_on, **typed)
            messages.success(request, say("account.passed_on", current_language(), name=made.account.get_full_name()))
            return redirect("own_account")
    page = {"form": form, "holding": holding_of(held, on=clock.today())}
    return render(request, "account/pass_on.html", page, status=form.status)


@login_required
@require_POST
def take_back(request: HttpRequest, delegation: UUID) -> HttpResponse:
    """What was passed on ends today."""
    made = Delegation.objects.filter(pk=delegation, assignment__account=request.user).select_related("account").first()
    if made is None:
        raise Http404
    end_delegation(actor=request.actor, delegation=made)
    messages.success(request, say("account.taken_back", current_language(), name=made.account.get_full_name()))
    return redirect("own_account")


def _stay_signed_in(request: HttpRequest, account: object) -> None:
    """This session goes on under the new password; every other one has just ended."""
    old = request.session.session_key
    update_session_auth_hash(request, account)
    request.session.save()
    UserSession.objects.filter(user=request.user).exclude(session_key=old).delete()
    UserSession.objects.filter(session_key=old).update(session_key=request.session.session_key)
