"""Taking note of targets, for a unit that one answers for."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from thidua.apps.access.policy import AccessRefused, demand
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks.services import acknowledge_targets
from thidua.core.errors import Refused
from thidua.web.common.templatetags.words import current_language, told
from thidua.web.secretary.frame import look
from thidua.web.targets.table import shown
from thidua.words.say import say


@login_required
@require_POST
def acknowledge(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The unit has taken note of its targets as the page showed them."""
    looking = look(request, slug)
    demand(request.actor, Verb.ACKNOWLEDGE_TARGETS, replace(looking.subject, unit=unit))
    seen = request.POST.get("seen", "")
    try:
        acknowledge_targets(
            actor=request.actor, season=looking.season, unit=unit, seen=int(seen) if seen.isdecimal() else None
        )
    except AccessRefused:
        raise
    except Refused as refused:
        return shown(request, looking, tuple(told(one) for one in refused.problems))
    messages.success(request, say("targets_page.acknowledged_now", current_language()))
    return redirect("targets", slug)
