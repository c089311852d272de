"""Reads of rulebooks and targets: what is in force on a day, and what rows of figures are read against."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import starmap
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.apps import clock
from thidua.apps.database.prepared import Asked, Prepared
from thidua.apps.ledger.remembering import remembered
from thidua.apps.organisation.models import UnitRow
from thidua.apps.organisation.selectors import nearest_rows
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.bridge import TargetLine
from thidua.apps.rulebooks.models import DraftEdit, DraftPart, Milestone, RulebookVersion, Target, VersionState
from thidua.apps.rulebooks.naming import short_name
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.procedure import regulation_of
from thidua.apps.seasons.selectors import day_of, day_to_show, standing_in
from thidua.core.errors import Problem, RulebookRefused
from thidua.core.periods import Frequency
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Scope, SeasonUnit, TargetRow
from thidua.core.scoring.figures import Milestone as CoreMilestone
from thidua.core.scoring.figures import Target as CoreTarget
from thidua.core.scoring.intake import take_in
from thidua.core.timeline import Period

Of = TypeVar("Of", Target, TargetLine)


def _adopted_by(season: str | Asked, day: date | Asked) -> QuerySet[RulebookVersion]:
    adopted = RulebookVersion.objects.filter(season=season, state=VersionState.ADOPTED, adopted_on__lte=day)
    return adopted.order_by("-number")


_IN_FORCE = Prepared(
    lambda: _adopted_by(Asked(RulebookVersion, "season"), Asked(RulebookVersion, "adopted_on")).values_list(
        "pk", "digest"
    )[:1]
)


def versions_of(season: Season) -> list[RulebookVersion]:
    """Every version of a season's rulebook, the latest first."""
    return list(RulebookVersion.objects.filter(season=season).order_by("-number"))


def draft_of(season: Season) -> RulebookVersion | None:
    """The version that is being drafted."""
    return RulebookVersion.objects.filter(season=season, state=VersionState.DRAFT).first()


def version_in_force(season: Season, *, on: date) -> RulebookVersion | None:
    """The version that was adopted last, up to a day."""
    return _adopted_by(season.pk, on).first()


def rulebook_of(season: Season, *, on: date) -> Rulebook:
    """The rulebook in force on a day. Raises RulebookRefused where none was adopted by then."""
    found = _IN_FORCE.ask(season=season.pk, adopted_on=on)
    if not found:
        raise RulebookRefused(Problem("rulebooks.none_adopted", {"day": on}))
    return _adopted(*found[0])


@lru_cache(maxsize=64)
def _adopted(key: UUID, digest: str) -> Rulebook:  # noqa: ARG001 - another digest is another document
    """An adopted version, read once a process: it is never written again, and its digest says what it means."""
    return bridge.rulebook(RulebookVersion.objects.get(pk=key))


def units_of(season: Season, *, on: date) -> tuple[SeasonUnit, ...]:
    """The members in the order of speaking, with the names that they go by in tables."""
    day = day_to_show(season, on=on)
    return _named(standing_in(season, on=day).members, day)


def _named(codes: Collection[str], day: date) -> tuple[SeasonUnit, ...]:
    known = remembered("season units")
    unread = [code for code in codes if (code, day) not in known]
    if unread:
        known |= {(code, day): season_unit(row) for code, row in nearest_rows(unread, on=day).items()}
    return tuple(known[code, day] for code in codes)


def season_unit(row: UnitRow) -> SeasonUnit:
    """A unit with the names that it goes by in tables, while one of its rows holds."""
    return SeasonUnit(
        code=row.unit_id, name=row.name, short=short_name(row.name), valid=Period(row.starts_on, row.ends_on)
    )


def scope_of(season: Season, *, on: date, rulebook: Rulebook | None = None) -> Scope:
    """What rows of a season are read against on a day, its rulebook in force unless another is given.

    Raises RulebookRefused where none was adopted.
    """
    return _scope(season, units_of(season, on=on), rulebook or rulebook_of(season, on=on), on)


def scope_among(season: Season, codes: Collection[str], *, on: date) -> Scope:
    """The same for some members only, where it is known who they are. Raises RulebookRefused where none was adopted."""
    return _scope(season, _named(codes, day_of(season, on=on)), rulebook_of(season, on=on), on)


def _scope(season: Season, units: tuple[SeasonUnit, ...], rulebook: Rulebook, on: date) -> Scope:
    has_cut_offs = any(one.frequency is Frequency.CUT_OFF for one in rulebook.indicators)
    return Scope(
        units=units,
        rulebook=rulebook,
        data=Period(season.data_from, season.data_to + timedelta(days=1)),
        as_of=on,
        cut_offs=cut_offs_of(season, on=on) if has_cut_offs else (),
    )


def cut_offs_of(season: Season, *, on: date) -> tuple[date, ...]:
    """The last days of the season's own periods, as its regulations set them. One query."""
    rules = regulation_of(season, on=on)
    return () if rules is None else rules.cut_offs


def latest_targets(season: Season, *, before: datetime | None = None) -> list[Target]:
    """For each unit, indicator and first day, the version that counts; those that were taken back are left out.
    `before`: as they stood before a moment.
    """
    return _in_force(_target_versions(season, before))


def _target_versions(season: Season, before: datetime | None) -> QuerySet[Target]:
    rows = Target.objects.filter(season=season).order_by("unit", "indicator", "version")
    return rows if before is None else rows.filter(typed_at__lt=before)


def _in_force(versions: Iterable[Of]) -> list[Of]:
    latest = {(row.unit, row.indicator, row.valid_from): row for row in versions}
    return [row for row in latest.values() if row.typed]


def target_rows_of(season: Season, units: Sequence[SeasonUnit], *, before: datetime | None = None) -> list[TargetRow]:
    """The targets that count, as lines for the intake; of members only."""
    names = {unit.code: unit.name for unit in units}
    lines = starmap(TargetLine, _target_versions(season, before).values_list(*TargetLine._fields))
    return [bridge.target_row(line, names[line.unit]) for line in _in_force(lines) if line.unit in names]


def targets_of(season: Season, *, on: date | None = None) -> tuple[CoreTarget, ...]:
    """The targets that were given, each with its first day. Raises RulebookRefused where no rulebook was adopted."""
    scope = scope_of(season, on=on or clock.today())
    return take_in((), target_rows_of(season, scope.units), scope).targets


def milestones_of(season: Season, *, on: date | None = None) -> tuple[CoreMilestone, ...]:
    """What each unit should reach by which day on the way to its targets, by unit, indicator and day; the latest
    versions, those that were taken back left out. Raises RulebookRefused where no rulebook was adopted.
    """
    scope = scope_of(season, on=on or clock.today())
    names = {unit.code: unit.name for unit in scope.units}
    rows = [bridge.milestone_row(row, names[row.unit]) for row in latest_milestones(season) if row.unit in names]
    return take_in((), rows, scope).milestones


def latest_milestones(season: Season) -> list[Milestone]:
    """For each unit, indicator and day, the version that counts; those that were taken back are left out."""
    latest: dict[tuple[str, str, date], Milestone] = {}
    for row in Milestone.objects.filter(season=season).order_by("unit", "indicator", "due_on", "version"):
        latest[row.unit, row.indicator, row.due_on] = row
    return [row for row in latest.values() if row.typed]


def edits_of(draft: RulebookVersion) -> QuerySet[DraftEdit]:
    """The edits of a draft since it was begun, the latest first."""
    return DraftEdit.objects.filter(draft=draft.pk, typed_at__gte=draft.typed_at).order_by("-number")


def edit_to_undo(draft: RulebookVersion, account: str) -> DraftEdit | None:
    """The last edit of somebody's own that stands."""
    edits = list(edits_of(draft).filter(typed_by=account).defer("before", "after"))
    undone = {edit.undoes for edit in edits}
    return next((edit for edit in edits if edit.undoes is None and edit.number not in undone), None)


def last_edit_of(draft: RulebookVersion, part: DraftPart, code: str) -> DraftEdit | None:
    """The latest edit of one node."""
    return edits_of(draft).filter(Q(code=code) | Q(before__code=code), part=part).first()
