"""The draft beside the version in force, and beside what was adopted for last season."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.core.rulebook.schema import Rulebook
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.editor.acts import IN_FORCE, LAST, origins_of
from thidua.web.rulebooks.editor.looking import desk_of
from thidua.words.rulebook_diff import describe_changes
from thidua.words.say import say


@login_required
@require_safe
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change in words, against each of the two."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    lang = current_language()
    origins = origins_of(desk.looking)
    sides = []
    for key, title in ((IN_FORCE, "editor.against_in_force"), (LAST, "editor.against_last")):
        found = origins.get(key)
        against: Rulebook | None = found[1] if found else None
        changes = describe_changes(against, desk.rulebook, lang) if against else []
        name = say("editor.titled", lang, title=against.title, version=against.version) if against else ""
        sides.append((say(title, lang), name, changes))
    return render(request, "rulebooks/editor/compare.html", desk.context(sides=sides))
