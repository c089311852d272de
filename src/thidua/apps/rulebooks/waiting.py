"""What the rulebook and the targets put on desks: that they are signed, and who may amend them."""

from collections.abc import Iterator

from thidua.apps.access.rights import AMENDABLE
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.core.errors import Problem


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """For who runs the year, one line a season whose rulebook is signed. No query."""
    running = asked.units_as(Role.SECRETARY)
    for season in asked.seasons:
        chair = asked.standings[season.slug].chair
        if chair in running and season.step in AMENDABLE:
            why, link = Problem("rulebooks.locked_signed"), ("rulebook", season.slug)
            yield DeskItem(season, chair, "rulebooks.to_change", link, locked=why, lifted_by=Verb.AMEND_RULEBOOK)
