"""What may be wrong with what is asked of a season, each mistake at the field that it was typed into."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.apps.organisation.models import Cluster
from thidua.apps.seasons.calendar import Plan
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place, Problem
from thidua.core.phases import Phase

LONGEST_LINE = 300


def given(field: str, text: str, *, longest: int = LONGEST_LINE) -> Iterator[Problem]:
    """A text that must be there, and fit."""
    if not text.strip():
        yield Problem("forms.fill_in", place=Place(path=field))
    if len(text) > longest:
        yield Problem("forms.too_long", {"length": len(text), "longest": longest}, Place(path=field))


def opening(cluster: Cluster, data_from: date, data_to: date, after: Season | None) -> Iterator[Problem]:
    """What stands against a new season of a cluster."""
    if Season.objects.filter(cluster=cluster).exists():
        yield Problem("seasons.cluster_has_season", {"cluster": cluster.name}, Place(path="cluster"))
    if data_to < data_from:
        yield Problem("timeline.ends_before_start", {"first": data_from, "last": data_to}, Place(path="data_to"))
    if after is not None and after.year >= cluster.year:
        yield Problem("seasons.handed_back", {"year": str(after.year)}, Place(path="after"))
    if after is not None and Season.objects.filter(opened_after=after).exists():
        yield Problem("seasons.handed_twice", {"year": str(after.year)}, Place(path="after"))


def past_dates(season: Season, changed: Plan, held: Mapping[Phase, object]) -> Iterator[Problem]:
    """Dates of phases that the season has left behind: they tell what was, and stay."""
    for phase in changed:
        if phase.number < Phase(season.phase).number and phase in held:
            yield Problem("seasons.phase_over", {"phase": phase}, Place(path=f"{phase}_due_on"))
