"""The technician's pages: accounts and what they hold. No figure stands here, and no figure opens from here."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.bridge import end_after
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Role
from thidua.apps.access.selectors import find_accounts, holding_of, holdings_of
from thidua.apps.access.services import (
    assign,
    close_account,
    end_assignment,
    open_account,
    reopen_account,
    reset_password,
)
from thidua.apps.access.services.second_step import has_second_step, reset_second_step
from thidua.apps.access.verbs import Verb
from thidua.web.account.views.signing_in import PAGE
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say, write

ON_A_PAGE = 50
REASON = (Field("reason", "account.reason", hint="account.reason_hint", required=False),)
NEW = (
    Field("full_name", "account.full_name"),
    Field("username", "account.username", hint="account.username_hint"),
    Field("rank", "account.rank", required=False),
    Field("post", "account.post", required=False),
)


@login_required
@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody, with what they hold; searched with marks or without."""
    demand(request.actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    text, with_closed = request.GET.get("tim", ""), "dong" in request.GET
    page = Paginator(find_accounts(text, open_only=not with_closed), ON_A_PAGE).get_page(request.GET.get("trang"))
    held = holdings_of(list(page.object_list), on=clock.today())
    rows = [(account, held[str(account.pk)]) for account in page.object_list]
    shown = {"rows": rows, "page": page, "text": text, "with_closed": with_closed}
    return render(request, "account/accounts.html", shown)


@login_required
@PAGE
@never_cache
def new_account(request: HttpRequest) -> HttpResponse:
    """A person who had none; the one-time password is shown once."""
    demand(request.actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    form = Form(NEW, request)
    if request.method == "POST":
        with form.showing_problems():
            account, password = open_account(actor=request.actor, **form.read())
            return _slip(request, account, password)
    return render(request, "account/new_account.html", {"form": form}, status=form.status)


@login_required
@require_safe
def account(request: HttpRequest, key: UUID) -> HttpResponse:
    """One person: what they hold, and what can be done for them."""
    person = _person(request, key)
    page = {
        "person": person,
        "is_own": person == request.user,
        "holdings": holdings_of([person], on=clock.today())[str(person.pk)],
        "has_second_step": has_second_step(person),
    }
    return render(request, "account/account.html", page)


@login_required
@PAGE
@never_cache
def new_password(request: HttpRequest, key: UUID) -> HttpResponse:
    """For whoever forgot it, or whose account is opened again."""
    person = _person(request, key)
    form = Form(REASON, request)
    if request.method == "POST":
        with form.showing_problems():
            give = reset_password if person.is_active else reopen_account
            return _slip(request, person, give(actor=request.actor, account=person, **form.read()))
    return render(request, "account/new_password.html", {"form": form, "person": person}, status=form.status)


@login_required
@PAGE
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Nobody signs in with it any more."""
    person = _person(request, key)
    form = Form(REASON, request)
    if request.method == "POST":
        with form.showing_problems():
            close_account(actor=request.actor, account=person, **form.read())
            messages.success(request, say("account.closed", current_language(), name=person.get_full_name()))
            return redirect("accounts")
    return render(request, "account/close.html", {"form": form, "person": person}, status=form.status)


@login_required
@PAGE
def reset_steps(request: HttpRequest, key: UUID) -> HttpResponse:
    """For whoever lost the phone or the key."""
    person = _person(request, key)
    form = Form(REASON, request)
    if request.method == "POST":
        with form.showing_problems():
            reset_second_step(actor=request.actor, account=person, **form.read())
            messages.success(request, say("account.steps_reset", current_language(), name=person.get_full_name()))
            return redirect("account", key)
    return render(request, "account/reset_steps.html", {"form": form, "person": person}, status=form.status)


@login_required
@PAGE
def assign_role(request: HttpRequest, key: UUID) -> HttpResponse:
    """A role, for a place, from a day on."""
    person = _person(request, key)
    form = Form(_assignment_fields(), request)
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            role, last = Role(typed.pop("role")), typed.pop("last_day")
            ends_on = end_after(last) if last else None
            assign(actor=request.actor, account=person, role=role, ends_on=ends_on, **typed)
            messages.success(request, say("account.assigned", current_language(), role=role))
            return redirect("account", key)
    return render(request, "account/assign.html", {"form": form, "person": person}, status=form.status)


@login_required
@PAGE
def end_role(request: HttpRequest, key: UUID, assignment: UUID) -> HttpResponse:
    """The last day of a role."""
    person = _person(request, key)
    held = get_object_or_404(Assignment, pk=assignment, account=person)
    form = Form((Field("ends_on", "account.last_day", Kind.DAY, hint="account.day_hint"), *REASON), request)
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            typed["ends_on"] = end_after(typed["ends_on"])
            end_assignment(actor=request.actor, assignment=held, **typed)
            messages.success(request, say("account.role_ended", current_language(), role=Role(held.role)))
            return redirect("account", key)
    page = {"form": form, "person": person, "holding": holding_of(held, on=clock.today())}
    return render(request, "account/end_role.html", page, status=form.status)


def _person(request: HttpRequest, key: UUID) -> Account:
    """Whom the page is about; asked for by somebody who manages accounts, or nobody is there."""
    demand(request.actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    found: Account = get_object_or_404(Account, pk=key)
    return found


def _slip(request: HttpRequest, account: Account, password: str) -> HttpResponse:
    """The page that is printed, cut out and handed over; it is not shown again."""
    return render(request, "account/slip.html", {"account": account, "password": password})


def _assignment_fields() -> tuple[Field, ...]:
    roles = tuple((role.value, write(role, current_language())) for role in Role)
    return (
        Field("role", "account.role", Kind.CHOICE, choices=roles),
        Field("where", "account.where", hint="account.where_hint", required=False),
        Field("starts_on", "account.first_day", Kind.DAY, hint="account.day_hint"),
        Field("last_day", "account.last_day", Kind.DAY, hint="account.last_day_hint", required=False),
        *REASON,
    )
