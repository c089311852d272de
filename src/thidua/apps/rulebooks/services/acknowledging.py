"""A unit takes note of its targets as they stand."""

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks import events
from thidua.apps.rulebooks.models import TargetAcknowledgement
from thidua.apps.rulebooks.taken_note import notes_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import SeasonRefused, changing
from thidua.core.errors import Problem


def acknowledge_targets(*, actor: Actor, season: Season, unit: str, seen: int | None = None) -> TargetAcknowledgement:
    """Record that a unit has taken note of all its targets and milestones, on time or late.

    seen: how many versions the page showed; where one came since, it is looked at first.
    """
    with changing(season) as held:
        by = demand(actor, Verb.ACKNOWLEDGE_TARGETS, held.subject(unit))
        note = notes_of([held.season], [unit]).get((held.season.slug, unit))
        if note is None or not note.is_pending:
            raise SeasonRefused(Problem("targets_page.nothing_to_acknowledge"))
        if seen is not None and seen != note.versions:
            raise SeasonRefused(Problem("targets_page.changed_before_note"))
        row = TargetAcknowledgement(
            season=held.season,
            unit=unit,
            versions=note.versions,
            account=by.account,
            acknowledged_on=held.today,
            is_late=bool(note.days_late(held.today)),
        )
        with recording(
            events.TARGETS_ACKNOWLEDGED, by=by, chain=held.season.ledger_chain(), unit=unit, count=note.open
        ) as record:
            return record.save(row)
