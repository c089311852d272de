"""Whether the cluster has agreed on its standings: asked before they are deliberated on."""

from thidua.apps.reporting.models import Figure
from thidua.apps.results.models import Result
from thidua.apps.results.releases import Version, versions_of
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.stored import says_the_same
from thidua.apps.seasons.guards import Finding, Situation
from thidua.apps.seasons.models import Season
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.phases import Guard
from thidua.core.states import Release

_LINK = "standings"


def standings_agreed(situation: Situation) -> Finding | None:
    """The version that was frozen last is agreed on, and the figures still say what it says; no answer for a season of
    which no figure is kept here.
    """
    season = Season.objects.select_related("cluster").get(pk=situation.slug)
    last = next(iter(versions_of(season)), None)
    if last is None and not Figure.objects.filter(season=season).exists():
        return None
    if last is None:
        return _open("guard.standings_agreed.open")
    step = last.step(Release.AGREED)
    if step is None:
        return _open("guard.standings_agreed.frozen", version=last.number)
    if not _still_holds(season, last, situation):
        return _open("guard.standings_agreed.changed", version=last.number)
    said = {"version": last.number, "number": step.document_number, "date": step.document_date}
    return Finding(Guard.STANDINGS_AGREED, True, "guard.standings_agreed.holds", said, link=_LINK)


def _open(code: str, **data: object) -> Finding:
    return Finding(Guard.STANDINGS_AGREED, False, code, data, link=_LINK)


def _still_holds(season: Season, last: Version, situation: Situation) -> bool:
    try:
        return says_the_same(Result.objects.get(pk=last.row.pk), evaluation_of(season, on=situation.on))
    except (RulebookRefused, FiguresRefused):
        return False
