"""Whether every unit has signed the pact: asked before the season is signed."""

from thidua.apps.pact.models import Pact
from thidua.apps.pact.selectors import current_opening, moved_since
from thidua.apps.seasons.guards import Finding, Situation
from thidua.apps.seasons.models import Season
from thidua.core.phases import Guard

_LINK = "pact"


def pact_signed(situation: Situation) -> Finding | None:
    """Every party has signed one text, and what it covers stands as it was signed; no answer for a season whose pact
    is not drafted here.
    """
    if not Pact.objects.filter(season=situation.slug).exists():
        return None
    season = Season.objects.select_related("cluster", "movement").get(pk=situation.slug)
    found = current_opening(season)
    if found is None:
        return _open("guard.pact_signed.drafted")
    moved = moved_since(season, found, on=situation.on)
    if moved:
        return _open("guard.pact_signed.moved")
    if not found.is_whole:
        return _open("guard.pact_signed.missing", units=[party.name for party in found.missing])
    data = {"count": found.signed, "digest": found.short_digest}
    return Finding(Guard.PACT_SIGNED, True, "guard.pact_signed.holds", data, link=_LINK)


def _open(code: str, **data: object) -> Finding:
    return Finding(Guard.PACT_SIGNED, False, code, data, link=_LINK)
