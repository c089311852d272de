"""What was amended since the pact was signed: rulebook and targets, each with its document and reason."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.pact.selectors import Opened
from thidua.apps.rulebooks.models import RulebookVersion, Target, VersionState
from thidua.apps.seasons.models import Season


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change by a minute. `target` names unit and indicator with what stands now; nothing is the rulebook."""

    on: date
    document_number: str
    document_date: date | None
    reason: str
    version: int
    unit: str = ""
    indicator: str = ""
    before: str = ""
    after: str = ""


def amendments_of(season: Season, signed: Opened) -> list[Amendment]:
    """Every amendment after a text was opened, the latest first. Two queries."""
    books = RulebookVersion.objects.filter(
        season=season, state=VersionState.ADOPTED, number__gt=signed.text.covered.rulebook_number
    )
    found = [
        Amendment(row.adopted_on, row.document_number, row.document_date, row.reason, row.number)
        for row in books
        if row.adopted_on is not None
    ]
    last: dict[tuple[str, str], Target] = {}
    for row in Target.objects.filter(season=season).order_by("unit", "indicator", "version"):
        if row.typed_at > signed.row.opened_at:
            found.append(_of_target(row, last.get((row.unit, row.indicator))))
        last[row.unit, row.indicator] = row
    return sorted(found, key=lambda one: one.on, reverse=True)


def _of_target(row: Target, before: Target | None) -> Amendment:
    return Amendment(
        on=row.typed_at.date(),
        document_number=row.document_number,
        document_date=row.document_date,
        reason=row.reason,
        version=row.version,
        unit=row.unit,
        indicator=row.indicator,
        before=before.typed if before else "",
        after=row.typed,
    )
