"""Rows of a season as values."""

from collections.abc import Iterable

from thidua.apps.access.roles import Subject
from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.guards import Shown
from thidua.apps.seasons.models import Attestation, PhaseDate, Season
from thidua.core.phases import Guard, Phase


def plan(rows: Iterable[PhaseDate]) -> dict[Phase, Span]:
    """The planned dates by phase."""
    return {Phase(row.phase): Span(row.starts_on, row.due_on) for row in rows}


def shown(rows: Iterable[Attestation]) -> dict[Guard, Shown]:
    """The documents that show guards."""
    return {Guard(row.guard): Shown(row.document_number, row.document_date, row.note) for row in rows}


def subject(season: Season, standing: Standing, *, unit: str = "") -> Subject:
    """What a right in this season is asked about."""
    return Subject(
        unit=unit,
        season=season.slug,
        phase=Phase(season.phase),
        members=frozenset(standing.members),
        chair=standing.chair,
        deputy=standing.deputy,
        above=standing.above,
    )


def subject_before(standing: Standing) -> Subject:
    """What a right is asked about before a cluster has its season."""
    return Subject(
        members=frozenset(standing.members), chair=standing.chair, deputy=standing.deputy, above=standing.above
    )
