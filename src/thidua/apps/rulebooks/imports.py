"""The imports of targets of a season, and which of them can still be taken back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from thidua.apps.rulebooks.models import Milestone, Target
from thidua.apps.seasons.models import Season


@dataclass(frozen=True, slots=True)
class TargetImport:
    """One act of giving: out of a file or in the table, by whom, how many versions it wrote."""

    batch: UUID
    at: datetime
    by: str
    file_name: str
    document: str
    count: int
    may_undo: bool


def target_imports_of(season: Season) -> list[TargetImport]:
    """Every act, the latest first. Two queries."""
    acts: dict[UUID, list[Target | Milestone]] = {}
    last: dict[tuple[object, ...], int] = {}
    for model in (Target, Milestone):
        for row in model.objects.filter(season=season).order_by("version"):
            last[_cell(row)] = row.version
            if row.batch is not None:
                acts.setdefault(row.batch, []).append(row)
    found = []
    for batch, rows in acts.items():
        # a batch may write one cell for several first days; its last version there must be the last of all
        newest = {_cell(row): row.version for row in rows}
        may_undo = all(last[cell] == version for cell, version in newest.items())
        first = rows[0]
        found.append(
            TargetImport(
                batch, first.typed_at, first.typed_by, first.file_name, first.document_number, len(rows), may_undo
            )
        )
    return sorted(found, key=lambda one: one.at, reverse=True)


def _cell(row: Target | Milestone) -> tuple[object, ...]:
    return (row.unit, row.indicator, row.due_on if isinstance(row, Milestone) else None, type(row).__name__)
