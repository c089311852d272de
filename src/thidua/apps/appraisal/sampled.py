"""Reads of what is looked at on the spot: the sample that stands, what was found, and what there is to draw from."""

from collections.abc import Sequence

from thidua.apps.appraisal.items import criterion_of, items_of
from thidua.apps.appraisal.models import FieldCheck, Sample
from thidua.apps.seasons.models import Season
from thidua.core.checking.sample import Claim
from thidua.core.rulebook.schema import Rulebook


def sample_of(season: Season) -> Sample | None:
    """The sample that was drawn last."""
    return Sample.objects.filter(season=season).order_by("-version").first()


def field_checks_of(season: Season) -> list[FieldCheck]:
    """All that was found on the spot, the latest first."""
    return list(FieldCheck.objects.filter(season=season).order_by("-at"))


def claims_of(season: Season, rulebook: Rulebook, units: Sequence[str]) -> list[Claim]:
    """What each unit claims: the criteria on which it has spoken, with the points at stake, in reading order."""
    criteria = criterion_of(rulebook)
    found: dict[tuple[str, str], Claim] = {}
    for (unit, indicator), item in items_of(season, rulebook, units).items():
        code = criteria.get(indicator)
        node = rulebook.find(code) if code else None
        if item.claim is not None and node is not None:
            found.setdefault((unit, node.code), Claim(unit, node.code, node.points))
    return list(found.values())
