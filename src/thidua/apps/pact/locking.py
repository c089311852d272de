"""The lock that a text open for signature puts on the rulebook and the targets that it covers."""

from thidua.apps.pact.models import Opening
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.core.phases import Phase


def why_locked(season: Season) -> Problem | None:
    """Until the season is signed only withdrawing the text unlocks; afterwards the phase allows amendments alone."""
    if season.step is not Phase.PREPARING or not Opening.objects.filter(season=season, withdrawn_at=None).exists():
        return None
    return Problem("pact.locks")
