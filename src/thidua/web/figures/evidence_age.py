"""From which day to which evidence must be dated: what holds, what held before, and a new limit by a document."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.verbs import Verb
from thidua.apps.evidence.selectors import age_limit_of, age_limits, count_out_of_time
from thidua.apps.evidence.services import limit_age
from thidua.apps.seasons.documents import Document
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import look
from thidua.words.numbers import write_date
from thidua.words.say import say

FIELDS = (
    Field("first", "evidence_age.first", Kind.DAY),
    Field("last", "evidence_age.last", Kind.DAY),
    *DOCUMENT,
    Field("reason", "season.reason", Kind.PASSAGE),
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody of the season reads the limit; who plans the season changes it."""
    looking = look(request, slug, Verb.PLAN_SEASON if request.method == "POST" else Verb.READ_SEASON)
    limit, versions = age_limit_of(looking.season), age_limits(looking.season)
    form = Form(FIELDS, request, initial={"first": write_date(limit.first), "last": write_date(limit.last)})
    seen = request.POST.get("seen", str(len(versions)))
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            limit_age(
                actor=request.actor,
                season=looking.season,
                first=given["first"],
                last=given["last"],
                document=Document(given["number"], given["date"]),
                reason=given["reason"],
                seen=int(seen) if seen.isdecimal() else 0,
            )
            messages.success(request, say("evidence_age.saved", current_language()))
            return redirect("evidence_age", slug)
    context = looking.context(
        form=form,
        seen=seen,
        limit=limit,
        versions=versions,
        outside=count_out_of_time(looking.season, limit),
        may_set=looking.may(Verb.PLAN_SEASON),
    )
    return render(request, "figures/evidence_age.html", context, status=form.status)
