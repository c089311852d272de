"""Patterns in a season's figures, for who runs the year: questions to put, with what they rest on."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.patterns import patterns_of
from thidua.apps.rulebooks.selectors import version_in_force
from thidua.core.checking.patterns import CRITICAL, LEAST
from thidua.core.numbers import round_to
from thidua.web.secretary.frame import look


@dataclass(frozen=True, slots=True)
class Digit:
    """One last digit: how often it stands, and how often it would in an even spread."""

    digit: int
    count: int
    is_preferred: bool


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Both tests with their numbers; with fewer figures than a hundred, only how many there are."""
    looking = look(request, slug, Verb.READ_PATTERNS)
    if version_in_force(looking.season, on=looking.today) is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    found = patterns_of(looking.season, on=looking.today)
    digits, (chance, of) = found.digits, found.bunching.chance
    context = looking.context(
        bunching=found.bunching,
        chance=round_to((100 * chance, of), 2),
        digits=digits,
        statistic=round_to(digits.statistic, 1),
        critical=round_to(CRITICAL, 1),
        even=round_to((digits.figures, 10), 1),
        each=[Digit(one, count, one in digits.preferred) for one, count in enumerate(digits.counts)],
        least=LEAST,
    )
    return render(request, "figures/patterns.html", context)
