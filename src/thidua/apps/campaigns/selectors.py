"""Reads of campaigns: what stands where, who has acknowledged, and what is late by how many days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.campaigns.models import Acknowledgement, Campaign, CampaignResult, CampaignReview
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem


@dataclass(frozen=True, slots=True)
class UnitState:
    """How one unit stands to a campaign. `days_late`: of its acknowledgement, or so far where there is none."""

    unit: str
    name: str
    acknowledged_on: date | None
    days_late: int
    result: CampaignResult | None

    @property
    def is_late(self) -> bool:
        return self.days_late > 0


@dataclass(frozen=True, slots=True)
class Board:
    """A campaign with all that is known of it on a day."""

    campaign: Campaign
    review: CampaignReview | None
    units: tuple[UnitState, ...]

    @property
    def acknowledged(self) -> int:
        return sum(one.acknowledged_on is not None for one in self.units)

    @property
    def missing(self) -> list[str]:
        """The names of the units that have not acknowledged."""
        return [one.name for one in self.units if one.acknowledged_on is None]

    @property
    def late(self) -> int:
        return sum(one.is_late for one in self.units)


def find_campaign(season: Season, key: UUID) -> Campaign:
    """A campaign of a season. Raises AccessRefused; one that is not there is nothing to anybody."""
    found = Campaign.objects.select_related("season").filter(season=season, pk=key).first()
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return found


def boards_of(season: Season, members: Sequence[str], *, on: date) -> list[Board]:
    """Every campaign of a season by its first day. As many queries for a hundred as for one."""
    return boards(Campaign.objects.filter(season=season).order_by("starts_on", "name", "pk"), members, on=on)


def boards(campaigns: Iterable[Campaign], members: Sequence[str], *, on: date) -> list[Board]:
    """Campaigns of one season with how each member stands to them."""
    listed = list(campaigns)
    acknowledged = {
        (row.campaign_id, row.unit): row.acknowledged_on for row in Acknowledgement.objects.filter(campaign__in=listed)
    }
    reviews = latest_reviews(listed)
    results = {
        (row.review_id, row.unit): row for row in CampaignResult.objects.filter(review__in=list(reviews.values()))
    }
    codes = {*members, *(unit for _, unit in acknowledged), *(unit for _, unit in results)}
    names = unit_names(codes, on=on) if codes else {}
    found = []
    for campaign in listed:
        review = reviews.get(campaign.pk)
        own = [unit for key, unit in acknowledged if key == campaign.pk]
        order = [*members, *(unit for unit in own if unit not in members)]
        units = tuple(
            UnitState(
                unit,
                names.get(unit, unit),
                acknowledged.get((campaign.pk, unit)),
                _days_late(campaign, acknowledged.get((campaign.pk, unit)) or on),
                results.get((review.pk, unit)) if review else None,
            )
            for unit in order
        )
        found.append(Board(campaign, review, units))
    return found


def latest_reviews(campaigns: Iterable[Campaign]) -> dict[UUID, CampaignReview]:
    """By campaign, the review that counts."""
    rows = CampaignReview.objects.filter(campaign__in=list(campaigns)).order_by("version")
    return {row.campaign_id: row for row in rows}


def _days_late(campaign: Campaign, day: date) -> int:
    return 0 if campaign.is_proposal else max(0, (day - campaign.acknowledge_by).days)
