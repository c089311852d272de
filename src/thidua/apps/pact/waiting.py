"""What the pact puts on desks: each unit's leader signs the text that is open."""

from collections.abc import Iterator

from thidua.apps.access.roles import Role
from thidua.apps.pact.models import Opening
from thidua.apps.pact.selectors import opened
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.core.phases import Phase


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """Whoever leads a unit that has not signed, never by delegation; two queries, however many are open."""
    leading = {one.unit for one in asked.actor.grants if one.role is Role.LEADER and not one.is_delegated}
    seasons = {one.slug: one for one in asked.seasons if one.step is Phase.PREPARING}
    if not leading or not seasons:
        return
    rows = Opening.objects.filter(season__in=seasons, withdrawn_at__isnull=True).order_by("opened_at", "pk")
    for one in opened(rows):
        season = seasons[one.row.season_id]
        for party in one.missing:
            if party.unit in leading:
                link = ("sign_pact", season.slug, party.unit)
                yield DeskItem(season, party.unit, "pact.to_sign", link, act="pact.sign")
