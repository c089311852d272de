"""What campaigns put on desks: to acknowledge, to review once they are over, and results to confirm."""

from collections.abc import Iterator

from thidua.apps.access.roles import Role
from thidua.apps.campaigns.models import Acknowledgement, Campaign, CampaignResult
from thidua.apps.campaigns.selectors import latest_reviews
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.core.errors import Problem
from thidua.core.phases import Phase

ENTERING = (Phase.RUNNING, Phase.REPORTING)


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """Every item of somebody; four queries, however many campaigns there are."""
    seasons = {one.slug: one for one in asked.seasons}
    rows = list(Campaign.objects.filter(season__in=seasons, launched_on__isnull=False).order_by("acknowledge_by", "pk"))
    if not rows:
        return
    done = set(Acknowledgement.objects.filter(campaign__in=rows).values_list("campaign_id", "unit"))
    reviews = latest_reviews(rows)
    leading, reporting = asked.units_as(Role.SECRETARY, Role.LEADER), asked.units_as(Role.REPORTER)
    running = asked.units_as(Role.SECRETARY)
    for row in rows:
        season, standing = seasons[row.season_id], asked.standings[row.season_id]
        link = ("campaign", season.slug, str(row.pk))
        data = {"name": row.name, "last": row.ends_on}
        for unit in standing.members:
            if unit in leading and (row.pk, unit) not in done:
                due = row.acknowledge_by
                yield DeskItem(season, unit, "campaigns.to_acknowledge", link, data, "campaigns.acknowledge", due)
        if standing.chair in running and row.pk not in reviews and row.ends_on <= asked.on:
            link = ("review_campaign", season.slug, str(row.pk))
            yield DeskItem(season, standing.chair, "campaigns.to_review", link, data, "campaigns.review")
    open_results = (
        CampaignResult.objects.filter(review__in=list(reviews.values()), unit__in=reporting, confirmed_on__isnull=True)
        .exclude(typed="")  # words alone become no figure
        .exclude(review__campaign__indicator="")
        .select_related("review__campaign")
    )
    for result in open_results.order_by("pk") if reporting else ():
        campaign, season = result.review.campaign, seasons[result.season_id]
        locked = None if season.step in ENTERING else Problem("campaigns.confirm_locked", {"phase": season.step})
        link = ("campaign", season.slug, str(campaign.pk))
        data = {"name": campaign.name}
        yield DeskItem(season, result.unit, "campaigns.to_confirm", link, data, "campaigns.confirm", locked=locked)
