"""Members that ceased to exist while the season ran: what is asked, what each answer means, and the act."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.mergers import Question, questions_of
from thidua.apps.seasons.models import MergerChoice
from thidua.apps.seasons.services import answer_merger
from thidua.core.errors import Problem
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import look
from thidua.words.say import say, write


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every member that ceases within the season as far as the book of units knows, with its answer or what is open;
    it is answered from its day on.
    """
    looking = look(request, slug)
    asked = questions_of(looking.season, on=looking.season.data_to)
    may_answer = looking.may(Verb.ANSWER_MERGER)
    context = looking.context(questions=asked, may_answer=may_answer, today=looking.today, meanings=_meanings())
    return render(request, "secretary/mergers.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The answer about one of them."""
    looking = look(request, slug, Verb.ANSWER_MERGER)
    asked = next((one for one in questions_of(looking.season, on=looking.today) if one.unit == unit), None)
    if asked is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    form = Form(_fields(asked), request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            answer_merger(
                actor=request.actor,
                season=looking.season,
                unit=unit,
                choice=MergerChoice(given["choice"]),
                heir=given.get("heir") or "",
                document=Document(given["number"], given["date"]),
                reason=given["reason"],
            )
            messages.success(request, say("mergers.answered_now", current_language()))
            return redirect("mergers", slug)
    context = looking.context(form=form, asked=asked, meanings=_meanings())
    return render(request, "secretary/merger.html", context, status=form.status)


def _fields(asked: Question) -> list[Field]:
    lang = current_language()
    choices = tuple((one.value, write(one, lang).capitalize()) for one in MergerChoice)
    heir = Field("heir", "mergers.heir", Kind.CHOICE, hint="mergers.heir_hint", required=False, choices=asked.heirs)
    return [
        Field("choice", "mergers.choice", Kind.CHOICE, choices=choices),
        *([heir] if asked.heirs else []),
        Field("reason", "mergers.reason", Kind.PASSAGE),
        *DOCUMENT,
    ]


def _meanings() -> list[tuple[MergerChoice, str]]:
    lang = current_language()
    return [(one, say(f"mergers.means.{one.value}", lang)) for one in MergerChoice]
