"""Versions of targets and milestones as rows: what a line writes beside what stands, and what taking back restores."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from thidua.apps import clock
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import Milestone, Target
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place
from thidua.core.ledger.entry import Author
from thidua.core.scoring.cells import TargetRow
from thidua.core.scoring.figures import Milestone as CoreMilestone
from thidua.core.scoring.figures import Target as CoreTarget
from thidua.words.vietnamese import tidy

Cells = dict[tuple[str, str], list[Target]]  # of a unit and an indicator, the earliest version first
Stones = dict[tuple[str, str, date], list[Milestone]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Who writes rows, out of which file, by which document and why; until when the unit should take note."""

    by: Author
    document: Document
    file_name: str = ""
    reason: str = ""
    batch: uuid.UUID | None = None
    acknowledge_by: date | None = None


@dataclass(slots=True)
class Standing:
    """Every version of a season's targets and milestones, by cell."""

    season: Season
    cells: Cells = field(default_factory=dict)
    stones: Stones = field(default_factory=dict)

    @classmethod
    def of(cls, season: Season, **only: object) -> "Standing":
        """Read them, those of some unit or indicator alone if asked. Two queries."""
        standing = cls(season)
        for row in Target.objects.filter(season=season, **only).order_by("version"):
            standing.cells.setdefault((row.unit, row.indicator), []).append(row)
        for stone in Milestone.objects.filter(season=season, **only).order_by("version"):
            standing.stones.setdefault((stone.unit, stone.indicator, stone.due_on), []).append(stone)
        return standing

    @property
    def digest(self) -> str:
        """Another one as soon as anything is written."""
        counts = [(*key, len(rows)) for key, rows in self.cells.items()]
        stones = [(*key, len(rows)) for key, rows in self.stones.items()]
        return sha256(repr((sorted(counts), sorted(stones))).encode()).hexdigest()[:32]

    def versions(self, unit: str, indicator: str) -> int:
        """How many versions one cell has, its milestones included."""
        stones = (rows for (of, code, _day), rows in self.stones.items() if (of, code) == (unit, indicator))
        return len(self.cells.get((unit, indicator), ())) + sum(map(len, stones))


def in_force(versions: Iterable[Target], day: date) -> Target | None:
    """Of the versions of one cell, the one that counts on a day: begun last, and of one first day the latest.

    One that was taken back stands for nothing.
    """
    begun: dict[date | None, Target] = {}
    for row in sorted(versions, key=lambda one: one.version):
        if row.valid_from is None or row.valid_from <= day:
            begun[row.valid_from] = row
    return max((row for row in begun.values() if row.typed), key=lambda one: one.valid_from or date.min, default=None)


def new_targets(
    standing: Standing,
    targets: Iterable[CoreTarget],
    rows: Sequence[TargetRow],
    origin: Origin,
    due: Mapping[Place, date],
) -> Iterator[Target]:
    """A version for each target that differs from what counts from the same day on now."""
    lines = {row.place: row for row in rows}
    make, number = _maker(standing.season, origin), tidy(origin.document.number)
    columns = [field.attname for field in Target._meta.concrete_fields]
    for target in targets:
        line = lines[target.origin.place]
        earlier = standing.cells.setdefault((target.unit, target.indicator), [])
        told = {
            **make(target, earlier),
            "id": uuid.uuid4(),
            "typed": bridge.typed(line.target, target.value),
            "valid_from": target.valid_from,
            "document_number": target.document or number,
            "document_date": None if target.document else origin.document.date,
            "source": target.origin.source,
            "due_on": due.get(line.place),
            "acknowledge_by": origin.acknowledge_by,
        }
        new = Target(*[told[name] for name in columns])  # by place: a workbook may hold a hundred thousand
        same_day = [row for row in earlier if row.valid_from == new.valid_from]
        if not same_day or _said(same_day[-1]) != _said(new):
            earlier.append(new)
            yield new


def new_milestones(
    standing: Standing, milestones: Iterable[CoreMilestone], rows: Sequence[TargetRow], origin: Origin
) -> Iterator[Milestone]:
    """A version for each milestone that differs from what counts for its day now."""
    cells = {cell.place: cell for row in rows for cell in row.milestones.values()}
    make = _maker(standing.season, origin)
    for one in milestones:
        earlier = standing.stones.setdefault((one.unit, one.indicator, one.due_on), [])
        new = Milestone(
            **make(one, earlier),
            due_on=one.due_on,
            typed=bridge.typed(cells[one.origin.place], one.value),
            document_number=tidy(origin.document.number),
            document_date=origin.document.date,
        )
        if not earlier or (earlier[-1].typed, earlier[-1].nature) != (new.typed, new.nature):
            earlier.append(new)
            yield new


def target_before(row: Target, line: Sequence[Target], by: Author) -> Target:
    """What stood before a version, as the next one; an empty text where nothing did."""
    old = next((one for one in reversed(line) if one.version < row.version and one.valid_from == row.valid_from), None)
    return Target(
        **_again(row, old, line, by),
        valid_from=row.valid_from,
        source=old.source if old else "",
        due_on=old.due_on if old else None,
        acknowledge_by=old.acknowledge_by if old else None,
    )


def milestone_before(row: Milestone, line: Sequence[Milestone], by: Author) -> Milestone:
    """The same for a milestone."""
    old = next((one for one in reversed(line) if one.version < row.version), None)
    return Milestone(**_again(row, old, line, by), due_on=row.due_on)


def _maker(season: Season, origin: Origin) -> Callable[[Any, Sequence[object]], dict[str, Any]]:
    """What every new row says of itself."""
    common = {
        "season_id": season.pk,
        "reason": origin.reason,
        "typed_by": origin.by.account,
        "typed_at": clock.now(),
        "file_name": origin.file_name,
        "batch": origin.batch,
    }

    def make(one: CoreTarget | CoreMilestone, earlier: Sequence[object]) -> dict[str, Any]:
        return {
            **common,
            "unit": one.unit,
            "indicator": one.indicator,
            "version": len(earlier) + 1,
            "nature": one.origin.nature,
        }

    return make


def _again(
    row: Target | Milestone, old: Target | Milestone | None, line: Sequence[object], by: Author
) -> dict[str, Any]:
    return {
        "season": row.season,
        "unit": row.unit,
        "indicator": row.indicator,
        "version": len(line) + 1,
        "typed": old.typed if old else "",
        "document_number": old.document_number if old else "",
        "document_date": old.document_date if old else None,
        "nature": old.nature if old else row.nature,
        "typed_by": by.account,
        "typed_at": clock.now(),
    }


def _said(row: Target) -> tuple[object, ...]:
    return row.typed, row.document_number, row.nature, row.due_on
