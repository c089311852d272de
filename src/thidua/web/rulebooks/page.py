"""The rulebook of a season: the tree of criteria, one of them in words, and what holds for the whole."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import VersionState
from thidua.core.errors import Problem
from thidua.core.rulebook.schema import Rulebook
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.tree import Opened, branches, open_criterion, shape_of
from thidua.web.rulebooks.versions import asked_for, changes_since, seen_by
from thidua.web.secretary.frame import look
from thidua.words.rulebook import describe_rulebook


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The version in force, or the one that is asked for; nothing yet, and who makes one."""
    looking = look(request, slug)
    rows = seen_by(looking)
    row = asked_for(request, rows)
    may_draft = looking.may(Verb.DRAFT_RULEBOOK)
    context = looking.context(row=row, versions=rows, may_draft=may_draft)
    if row is None:
        return render(request, "rulebooks/no_rulebook.html", context)
    rulebook, lang = bridge.rulebook(row), current_language()
    opened = _opened(request, rulebook)
    count, points = shape_of(rulebook)
    context |= {
        "rulebook": rulebook,
        "words": describe_rulebook(rulebook, lang),
        "branches": branches(rulebook, here=opened.branch.code if opened else ""),
        "opened": opened,
        "count": count,
        "points": points,
        "changes": changes_since(rows, row, lang),
        "warnings": bridge.findings(row),
        "is_draft": row.state == VersionState.DRAFT,
        "may_adopt": looking.may(Verb.ADOPT_RULEBOOK) or looking.may(Verb.AMEND_RULEBOOK),
    }
    return render(request, "rulebooks/rulebook.html", context)


def _opened(request: HttpRequest, rulebook: Rulebook) -> Opened | None:
    """The criterion of `?tieu-chi=I.1`."""
    code = request.GET.get("tieu-chi", "")
    opened = open_criterion(rulebook, code, current_language()) if code else None
    if code and opened is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return opened
