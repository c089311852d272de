"""One's own address for the daily mail: given, proved by a code, changed, dropped."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.notices.mailing import has_server
from thidua.apps.notices.models import MailAddress
from thidua.apps.notices.services.addresses import confirm_address, drop_address, give_address
from thidua.web.common.forms import Field, Form
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

ADDRESS = (Field("address", "notices.address", hint="notices.address_hint", autocomplete="email"),)
CODE = (Field("code", "notices.code", autocomplete="one-time-code"),)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Where the mail goes, and the form that sends a code to another address."""
    form = Form(ADDRESS, request)
    if request.method == "POST":
        with form.showing_problems():
            give_address(actor=request.actor, lang=current_language(), **form.read())
            return redirect("mail_address")
    return _page(request, form, Form(CODE), form.status)


@login_required
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """The code from the mail."""
    form = Form(CODE, request)
    with form.showing_problems():
        confirm_address(actor=request.actor, **form.read())
        messages.success(request, say("notices.address_confirmed", current_language()))
        return redirect("mail_address")
    return _page(request, Form(ADDRESS), form, form.status)


@login_required
@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """No mail any more."""
    drop_address(actor=request.actor)
    messages.success(request, say("notices.address_dropped", current_language()))
    return redirect("mail_address")


def _page(request: HttpRequest, address: Form, code: Form, status: int) -> HttpResponse:
    held = MailAddress.objects.filter(account=request.actor.account).first()
    context = {
        "held": held,
        "waits": held is not None and held.confirmed_at is None,
        "form": address,
        "code_form": code,
        "has_server": has_server(),
    }
    return render(request, "notices/mail_page.html", context, status=status)
