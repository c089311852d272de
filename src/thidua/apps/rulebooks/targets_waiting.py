"""What targets put on desks: those that a unit has still to take note of."""

from collections.abc import Iterator

from thidua.apps.access.roles import Role
from thidua.apps.rulebooks.taken_note import notes_of
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.core.phases import Phase


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """One item for each unit that somebody answers for; three queries, however many seasons there are."""
    seasons = {one.slug: one for one in asked.seasons if one.step is not Phase.CLOSED}
    units = asked.units_as(Role.SECRETARY, Role.LEADER)
    if not seasons or not units:
        return
    for (slug, unit), note in sorted(notes_of(seasons.values(), sorted(units)).items()):
        if note.is_pending and unit in asked.standings[slug].members:
            link = ("targets", slug)
            data = {"count": note.open}
            yield DeskItem(
                seasons[slug], unit, "targets_page.to_acknowledge", link, data, "targets_page.see", note.due_on
            )
