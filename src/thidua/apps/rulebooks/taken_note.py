"""Which units have taken note of their targets as they stand, and until when they should."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.rulebooks.models import Milestone, Target, TargetAcknowledgement
from thidua.apps.seasons.models import Season


@dataclass(frozen=True, slots=True)
class Note:
    """How one unit stands to its targets: when it took note last, and of how many versions it has not yet.

    `due_on`: until when it should, where a day was set. `versions`: all that there are by now.
    """

    unit: str
    has_targets: bool
    versions: int
    open: int
    acknowledged_on: date | None
    was_late: bool
    due_on: date | None

    @property
    def is_pending(self) -> bool:
        """Whether the unit has still to take note."""
        return self.has_targets and self.open > 0

    def days_late(self, on: date) -> int:
        """By how many days a note that is pending is late on a day; nothing before that."""
        return max((on - self.due_on).days, 0) if self.is_pending and self.due_on else 0


def notes_of(seasons: Iterable[Season], units: Iterable[str]) -> dict[tuple[str, str], Note]:
    """By season and unit, how these units stand. Three queries, however many there are."""
    slugs, codes = [one.slug for one in seasons], list(units)
    versions: dict[tuple[str, str], list[Target | Milestone]] = defaultdict(list)
    for model in (Target, Milestone):
        rows = model.objects.filter(season__in=slugs, unit__in=codes)
        for row in rows.only("season", "unit", "indicator", "version", "typed", "typed_at", *_days(model)):
            versions[row.season_id, row.unit].append(row)
    last: dict[tuple[str, str], TargetAcknowledgement] = {}
    for one in TargetAcknowledgement.objects.filter(season__in=slugs, unit__in=codes).order_by("versions"):
        last[one.season_id, one.unit] = one
    return {key: _note(key[1], rows, last.get(key)) for key, rows in versions.items()}


def _days(model: type[Target] | type[Milestone]) -> tuple[str, ...]:
    return ("valid_from", "acknowledge_by") if model is Target else ("due_on",)


def _note(unit: str, rows: Sequence[Target | Milestone], last: TargetAcknowledgement | None) -> Note:
    seen = last.versions if last is not None else 0
    fresh = sorted(rows, key=lambda row: row.typed_at)[seen:]
    days = [row.acknowledge_by for row in fresh if isinstance(row, Target) and row.acknowledge_by]
    return Note(
        unit=unit,
        has_targets=_stands(rows),
        versions=len(rows),
        open=len(rows) - seen,
        acknowledged_on=last.acknowledged_on if last else None,
        was_late=last.is_late if last else False,
        due_on=min(days, default=None),
    )


def _stands(rows: Sequence[Target | Milestone]) -> bool:
    latest: dict[tuple[str, date | None], Target] = {}
    for row in sorted((row for row in rows if isinstance(row, Target)), key=lambda row: row.version):
        latest[row.indicator, row.valid_from] = row
    return any(row.typed for row in latest.values())
