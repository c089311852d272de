"""The policy table in words: whoever is signed in may know who may do what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.rights import ANY, POLICY, Right
from thidua.apps.access.roles import Role, Scope
from thidua.apps.access.verbs import Verb
from thidua.core.phases import Phase


@dataclass(frozen=True, slots=True)
class Line:
    """Verbs that a role may do under one condition; no phases: in every one."""

    scope: Scope
    verbs: Sequence[Verb]
    phases: Sequence[Phase]
    not_own: bool


@login_required
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Role by role, as the table stands."""
    held = {grant.role for grant in request.actor.grants}
    return render(request, "account/policy.html", {"roles": [(role, role in held, lines_of(role)) for role in Role]})


def lines_of(role: Role, table: Sequence[Right] = POLICY) -> list[Line]:
    """The rows of a role; rows under one condition together."""
    together: dict[tuple[Scope, frozenset[Phase], bool], list[Verb]] = {}
    for row in table:
        if row.role is role:
            together.setdefault((row.scope, row.phases, row.not_own), []).extend(sorted(row.verbs))
    return [
        Line(scope, verbs, () if phases == ANY else [one for one in Phase if one in phases], not_own)
        for (scope, phases, not_own), verbs in together.items()
    ]
