"""Giving targets before the pact is signed, taking an import back, and amending one afterwards."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks import bridge, events
from thidua.apps.rulebooks.models import Target
from thidua.apps.rulebooks.naming import called_by_code
from thidua.apps.rulebooks.selectors import scope_of
from thidua.apps.rulebooks.services.taking import Imported, hindering, too_long, warnings_in
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import LONGEST, Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.scoring.cells import Cell, TargetRow
from thidua.core.scoring.figures import Target as CoreTarget
from thidua.core.scoring.intake import Taken, take_in
from thidua.words.vietnamese import tidy

Versions = dict[tuple[str, str], list[Target]]  # of a unit and an indicator, the earliest first


@dataclass(frozen=True, slots=True)
class _Origin:
    """Who writes rows, out of which file, by which document and why."""

    by: Author
    document: Document
    file_name: str = ""
    reason: str = ""
    batch: uuid.UUID | None = None


def import_targets(
    *, actor: Actor, season: Season, rows: Sequence[TargetRow], document: Document, file_name: str = ""
) -> Imported:
    """Give targets by the lines of a table, all or none; a line that names its own document keeps it."""
    with changing(season) as held:
        by = demand(actor, Verb.SET_TARGETS, held.subject())
        taken = _taken(rows, held)
        notes = [row.note("source") for row in rows]
        refuse(
            [
                *hindering(taken.problems),
                *too_long(notes),
                *too_long((row.note("document") for row in rows), longest=LONGEST),
                *check_document(document, today=held.today),
            ]
        )
        origin = _Origin(by, document, file_name[:300], batch=uuid.uuid4())
        new = list(_new_rows(held.season, taken.targets, rows, origin))
        warnings = warnings_in(taken.problems, [row.place for row in rows])
        if not new:
            return Imported(0, None, warnings)
        with recording(
            events.TARGETS_GIVEN,
            by=by,
            chain=held.season.ledger_chain(),
            count=len(new),
            document=document.number,
            date=document.date,
        ) as record:
            record.save_many(new)
        return Imported(len(new), origin.batch, warnings)


def undo_targets(*, actor: Actor, season: Season, batch: uuid.UUID) -> int:
    """Take an import back: what stood before it counts again, by new versions. Refused where something came after."""
    with changing(season) as held:
        by = demand(actor, Verb.SET_TARGETS, held.subject())
        versions = _versions(held.season)
        rows = [row for line in versions.values() for row in line if row.batch == batch]
        later = [row for row in rows if versions[row.unit, row.indicator][-1].batch != batch]
        if not rows or later:
            raise SeasonRefused(Problem("rulebooks.nothing_to_undo" if not rows else "rulebooks.changed_since"))
        restored = []
        for row in rows:
            line = versions[row.unit, row.indicator]
            line.append(_before(row, line, by))
            restored.append(line[-1])
        with recording(
            events.TARGETS_TAKEN_BACK, by=by, chain=held.season.ledger_chain(), count=len(restored)
        ) as record:
            record.save_many(restored)
        return len(restored)


def amend_target(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    indicator: str,
    typed: str,
    valid_from: date | None,
    document: Document,
    reason: str,
) -> Target:
    """Change one target after the pact is signed: from a day on, by a document, with its reason."""
    row = TargetRow(
        code=Cell(indicator, Place(path="indicator")),
        unit=Cell(unit, Place(path="unit")),
        target=Cell(typed.strip(), Place(path="typed")),
        notes={"valid_from": bridge.day_cell(valid_from), "source": Cell(document.number)},
        place=Place(path="typed"),
    )
    with changing(season) as held:
        by = demand(actor, Verb.AMEND_TARGETS, held.subject(unit))
        taken = _taken([row], held) if row.target.text else Taken((), (), (Problem("forms.fill_in", place=row.place),))
        refuse(
            [
                *hindering(taken.problems),
                *checks.given("reason", reason, longest=2000),
                *check_document(document, today=held.today),
            ]
        )
        origin = _Origin(by, document, reason=tidy(reason))
        new = list(_new_rows(held.season, taken.targets, [row], origin))
        if not new:
            raise SeasonRefused(Problem("rulebooks.target_unchanged", place=row.place))
        before = _in_force(held.season, unit, indicator)
        with recording(
            events.TARGET_AMENDED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=origin.reason,
            unit=unit,
            indicator=indicator,
            before=before,
            after=new[0].typed,
            document=document.number,
            date=document.date,
        ) as record:
            return record.save(new[0])


def _taken(rows: Sequence[TargetRow], held: Held) -> Taken:
    scope = scope_of(held.season, on=held.today)
    return take_in((), called_by_code(rows, scope.units), scope)


def _new_rows(
    season: Season, targets: Iterable[CoreTarget], rows: Sequence[TargetRow], origin: _Origin
) -> Iterator[Target]:
    """A version for each target that differs from what counts now."""
    lines, versions = {row.place: row for row in rows}, _versions(season)
    now = clock.now()
    for target in targets:
        line = lines[target.origin.place]
        earlier = versions.setdefault((target.unit, target.indicator), [])
        new = Target(
            season=season,
            unit=target.unit,
            indicator=target.indicator,
            version=len(earlier) + 1,
            typed=bridge.typed(line.target, target.value),
            valid_from=target.valid_from,
            document_number=target.document or tidy(origin.document.number),
            document_date=None if target.document else origin.document.date,
            reason=origin.reason,
            nature=target.origin.nature,
            source=target.origin.source,
            typed_by=origin.by.account,
            typed_at=now,
            file_name=origin.file_name,
            batch=origin.batch,
        )
        same_day = [row for row in earlier if row.valid_from == new.valid_from]
        if not same_day or _said(same_day[-1]) != _said(new):
            earlier.append(new)
            yield new


def _said(row: Target) -> tuple[str, str, str]:
    return row.typed, row.document_number, row.nature


def _versions(season: Season) -> Versions:
    found: dict[tuple[str, str], list[Target]] = {}
    for row in Target.objects.filter(season=season).order_by("version"):
        found.setdefault((row.unit, row.indicator), []).append(row)
    return found


def _in_force(season: Season, unit: str, indicator: str) -> str:
    row = Target.objects.filter(season=season, unit=unit, indicator=indicator).order_by("-version").first()
    return row.typed if row is not None else ""


def _before(row: Target, line: Sequence[Target], by: Author) -> Target:
    """What stood before a version, as the next one; an empty text where nothing did."""
    earlier = [one for one in line if one.version < row.version and one.valid_from == row.valid_from]
    old = earlier[-1] if earlier else None
    return Target(
        season=row.season,
        unit=row.unit,
        indicator=row.indicator,
        version=line[-1].version + 1,
        typed=old.typed if old else "",
        valid_from=row.valid_from,
        document_number=old.document_number if old else "",
        document_date=old.document_date if old else None,
        nature=old.nature if old else row.nature,
        source=old.source if old else "",
        typed_by=by.account,
        typed_at=clock.now(),
    )
