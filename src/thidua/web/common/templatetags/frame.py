"""The frame of a page as tags: the side menu, who is signed in, an icon."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.apps import clock
from thidua.apps.notices.selectors import unread_count
from thidua.apps.organisation.selectors import unit_names
from thidua.core.phases import Phase
from thidua.web.common.menu import Viewing, sections_for, steps_of
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import write

register = template.Library()


@register.inclusion_tag("common/side_nav.html", takes_context=True)
def side_nav(context: template.RequestContext) -> dict[str, Any]:
    """Where the season stands, and what this person does. A view may pass the `season`, its `subject`, the day on which
    its phase is due to be done (`phase_due`), and how much waits for the person by URL name (`counts`).
    """
    request, season = context["request"], context.get("season")
    phase = Phase(season.phase) if season else None
    viewing = Viewing(
        request.actor,
        here=request.path,
        lang=current_language(),
        season=season,
        subject=context.get("subject"),
        counts=context.get("counts") or {},
    )
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "theme": context.get("theme"),
        "phase": phase,
        "phase_due": context.get("phase_due"),
        "steps": steps_of(phase) if phase else (),
        "sections": sections_for(viewing),
    }


@register.inclusion_tag("common/who.html", takes_context=True)
def who(context: template.RequestContext) -> dict[str, str]:
    """The person's name, the roles held today and the unit held for (the first, where there are several)."""
    actor = context["request"].actor
    roles = list(dict.fromkeys(grant.role for grant in actor.grants))
    units = unit_names(actor.units, on=clock.today()) if actor.units else {}
    parts = [write(roles, current_language()).capitalize(), *units.values()]
    return {"name": actor.name, "roles": ", ".join(part for part in parts[:2] if part)}


@register.inclusion_tag("common/bell.html", takes_context=True)
def bell(context: template.RequestContext) -> dict[str, object]:
    """The way to what one was told, with how much of it is new. One query."""
    actor = context["request"].actor
    return {"is_there": bool(actor.account), "count": unread_count(actor)}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign of the sprite; it stands beside a word, so readers aloud pass over it."""
    return format_html(
        '<svg class="ico" aria-hidden="true"><use href="{}#{}"/></svg>', static("common/icons.svg"), name
    )
