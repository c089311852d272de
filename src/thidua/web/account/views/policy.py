"""The policy table in words: whoever is signed in may know who may do what."""

from collections.abc import Collection, Sequence
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
    """Verbs that a role may do under one condition; `runs` are its phases, each run from its first to its last; none:
    in every phase.
    """

    scope: Scope
    verbs: Sequence[Verb]
    runs: Sequence[tuple[Phase, Phase]]
    not_own: bool
    in_person: bool


@login_required
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Role by role, as the table stands."""
    held = {grant.role for grant in request.actor.grants}
    roles = sorted(Role, key=lambda role: role not in held)  # one's own first
    return render(request, "account/policy.html", {"roles": [(role, role in held, lines_of(role)) for role in roles]})


def lines_of(role: Role, table: Sequence[Right] = POLICY) -> list[Line]:
    """The rows of a role; rows under one condition together."""
    together: dict[tuple[Scope, frozenset[Phase], bool, bool], list[Verb]] = {}
    for row in table:
        if row.role is role:
            condition = (row.scope, row.phases, row.not_own, row.in_person)
            together.setdefault(condition, []).extend(sorted(row.verbs))
    return [
        Line(scope, verbs, () if phases == ANY else runs_of(phases), not_own, in_person)
        for (scope, phases, not_own, in_person), verbs in together.items()
    ]


def runs_of(phases: Collection[Phase]) -> list[tuple[Phase, Phase]]:
    """Phases that follow each other, as first and last."""
    runs: list[tuple[Phase, Phase]] = []
    for phase in Phase:
        if phase in phases:
            goes_on = bool(runs) and runs[-1][1].number + 1 == phase.number
            runs[-1:] = [(runs[-1][0], phase)] if goes_on else [*runs[-1:], (phase, phase)]
    return runs
