"""Which version of a rulebook somebody looks at: the one in force, one they ask for, or the draft that they work on."""

from django.http import HttpRequest

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.rulebooks.selectors import versions_of
from thidua.core.errors import Problem
from thidua.web.secretary.frame import Looking
from thidua.words.language import Language
from thidua.words.rulebook_diff import describe_changes


def seen_by(looking: Looking) -> list[RulebookVersion]:
    """The versions that somebody may see, the latest first: a draft only by those who draft."""
    rows = versions_of(looking.season)
    if looking.may(Verb.DRAFT_RULEBOOK):
        return rows
    return [row for row in rows if row.state == VersionState.ADOPTED]


def asked_for(request: HttpRequest, rows: list[RulebookVersion]) -> RulebookVersion | None:
    """The version of `?ban=2`, or the one in force, or the draft where nothing is in force yet."""
    asked = request.GET.get("ban", "")
    if asked:
        return numbered(rows, int(asked) if asked.isdecimal() and len(asked) < 6 else 0)
    adopted = [row for row in rows if row.state == VersionState.ADOPTED]
    return next(iter(adopted or rows), None)


def numbered(rows: list[RulebookVersion], number: int) -> RulebookVersion:
    """The version with a number. Raises AccessRefused where there is none that this person may see."""
    found = next((row for row in rows if row.number == number), None)
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return found


def changes_since(rows: list[RulebookVersion], row: RulebookVersion, lang: Language) -> list[str]:
    """What differs from the version that was adopted last before one; nothing where it is the first."""
    earlier = next((one for one in rows if one.number < row.number and one.state == VersionState.ADOPTED), None)
    return [] if earlier is None else describe_changes(bridge.rulebook(earlier), bridge.rulebook(row), lang)
