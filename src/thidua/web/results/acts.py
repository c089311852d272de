"""The conscious acts on standings: freeze, agree, publish, withdraw, each by a document and a typed word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thidua.apps.access.verbs import Verb
from thidua.apps.results.releases import Version
from thidua.apps.results.services import agree_standings, freeze_standings, publish_standings, withdraw_standings
from thidua.apps.results.stored import find_result
from thidua.apps.seasons.documents import Document
from thidua.core.states import Release
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.results.reading import nothing_here
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, by whom it may be done, and by which verb of the services."""

    release: Release
    verb: Verb
    do: Callable[..., object]
    more: tuple[Field, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The document, why, and the word."""
        return (*self.more, *DOCUMENT, Field("word", f"results.type_word.{self.release}"))


FREEZE = Act(Release.FROZEN, Verb.FREEZE_STANDINGS, freeze_standings)
ACTS: Mapping[str, Act] = {
    "agree": Act(Release.AGREED, Verb.AGREE_STANDINGS, agree_standings),
    "publish": Act(Release.PUBLISHED, Verb.PUBLISH_STANDINGS, publish_standings),
    "withdraw": Act(
        Release.WITHDRAWN, Verb.PUBLISH_STANDINGS, withdraw_standings, (Field("reason", "season.reason", Kind.PASSAGE),)
    ),
}


@dataclass(frozen=True, slots=True)
class Button:
    """An act that somebody may do to a version now."""

    label: str
    address: str
    is_grave: bool


def acts_on(looking: Looking, version: Version) -> list[Button]:
    """What comes next for a version, for this person; of publication also the way back."""
    wanted = {Release.PUBLISHED: ("withdraw",), Release.WITHDRAWN: ("publish",)}.get(
        version.release, ("publish",) if version.is_agreed else ("agree",)
    )
    slug, lang = looking.season.slug, current_language()
    return [
        Button(
            say(f"results.act.{ACTS[name].release}", lang),
            reverse(f"{name}_standings", args=[slug, version.number]),
            name == "withdraw",
        )
        for name in wanted
        if looking.may(ACTS[name].verb)
    ]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """What is shown becomes a version of its own."""
    return _page(request, slug, FREEZE)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, slug: str, version: int, act: str) -> HttpResponse:
    """A version is agreed on, published, or its publication withdrawn."""
    return _page(request, slug, ACTS[act], version)


def _page(request: HttpRequest, slug: str, act: Act, version: int | None = None) -> HttpResponse:
    looking = look(request, slug, act.verb)
    if version is not None and find_result(looking.season, version) is None:
        raise nothing_here()
    form = Form(act.fields, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            document = Document(given.pop("number"), given.pop("date"))
            on_version = {} if version is None else {"version": version}
            act.do(actor=request.actor, season=looking.season, document=document, **given, **on_version)
            messages.success(request, say(f"results.done.{act.release}", current_language(), **on_version))
            return redirect("standings", slug)
    lang = current_language()
    told = {"act": say(f"results.act.{act.release}", lang), "how": say(f"results.act_how.{act.release}", lang)}
    return render(request, "results/act.html", looking.context(form=form, version=version, **told), status=form.status)
