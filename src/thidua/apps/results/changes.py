"""What has changed since a day: which points of which unit, from what to what, and through whose data.

The season is scored twice, from the versions that stood when the day began and from those of now. Nothing is kept for
it: versions are never overwritten, so any day of the past can be asked about.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from thidua.apps import clock
from thidua.apps.reporting.models import Adjustment, Figure
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.results.bridge import core_season
from thidua.apps.results.scoring import Scored
from thidua.apps.rulebooks.models import Target
from thidua.apps.seasons.models import PhaseMove, Season
from thidua.apps.seasons.selectors import day_of
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.numbers import Number, difference
from thidua.core.phases import Phase
from thidua.core.rulebook import rulebook_digest
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.trace import explain
from thidua.core.season import Season as CoreSeason
from thidua.core.standings import ClusterStandings, Ranked, standings
from thidua.core.standings.profile import has_number, says_anything
from thidua.core.states import Stage


class Through(StrEnum):
    """Through what points have moved."""

    FIGURE = "figure"
    TARGET = "target"
    ADJUSTMENT = "adjustment"
    RULEBOOK = "rulebook"
    STAGE = "stage"  # whose word counts
    DAY = "day"  # what is in force from a later day on


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that moved points: of which unit, who wrote it and when. Texts are as typed, empty for nothing."""

    through: Through
    unit: str = ""
    indicator: str = ""
    stage: Stage | None = None
    before: str = ""
    after: str = ""
    by: str = ""  # the account
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The points of one criterion of one unit; None where no number stood, or stands."""

    criterion: str
    before: Number | None
    after: Number | None
    causes: tuple[Cause, ...]

    @property
    def by(self) -> Number | None:
        """How many points more; negative for fewer. None where one side is no number."""
        return None if self.before is None or self.after is None else difference(self.after, self.before)


@dataclass(frozen=True, slots=True)
class UnitChanges:
    """All that moved for one unit: its criteria, and its total and place on both days."""

    unit: str
    moved: tuple[Moved, ...]
    before: Number | None  # None where the unit had said nothing yet
    after: Number
    place_before: Ranked | None
    place_after: Ranked | None
    causes: tuple[Cause, ...]  # of the total alone: what the standing body added or took

    @property
    def is_any(self) -> bool:
        return bool(self.moved or self.causes) or self.before != self.after


@dataclass(frozen=True, slots=True)
class _Side:
    """The season as it stood at one moment."""

    season: CoreSeason
    evaluation: Evaluation
    standings: ClusterStandings
    explained: Evaluation


def changes_since(season: Season, scored: Scored, *, since: date) -> tuple[UnitChanges, ...] | None:
    """What moved from the beginning of a day until now, unit by unit; None where nothing could be scored before."""
    moment = datetime.combine(since, time(), clock.zone())
    before = None if season.opened_on >= since else _as_of(season, moment, since - timedelta(days=1))
    if before is None:
        return None
    after = _Side(scored.season, scored.evaluation, scored.standings, scored.explained)
    seeking = _Seeking(before, after, tuple(_causes(season, moment, before, after)))
    return tuple(seeking.unit(unit.code) for unit in scored.season.units)


def _as_of(season: Season, moment: datetime, day: date) -> _Side | None:
    on = day_of(season, on=day)
    try:
        inputs = inputs_of(season, on=on, before=moment)
        then = core_season(season, inputs, on=on, phase=_phase_at(season, moment))
        evaluation = then.evaluate()
    except (RulebookRefused, FiguresRefused):
        return None
    return _Side(then, evaluation, standings(evaluation)[0], then.evaluate(explained=True))


def _phase_at(season: Season, moment: datetime) -> Phase:
    """The step at which a season stood at a moment."""
    later = PhaseMove.objects.filter(season=season, moved_at__gte=moment).order_by("position").first()
    return season.step if later is None else later.source_phase


def _causes(season: Season, moment: datetime, before: _Side, after: _Side) -> Iterator[Cause]:
    yield from _figures(season, moment)
    yield from _targets(season, moment)
    for row in Adjustment.objects.filter(season=season, typed_at__gte=moment).order_by("typed_at"):
        written = {"by": row.typed_by, "at": row.typed_at, "reason": row.reason}
        yield Cause(Through.ADJUSTMENT, row.unit, after=row.points, **written)
    if rulebook_digest(before.season.rulebook) != rulebook_digest(after.season.rulebook):
        yield Cause(Through.RULEBOOK, after=after.season.rulebook.version)
    if before.season.stage is not after.season.stage:
        yield Cause(Through.STAGE, stage=after.season.stage)


def _figures(season: Season, moment: datetime) -> Iterator[Cause]:
    """Each cell that says something else now, with the version that counts."""
    first: dict[tuple[str, str, str, str], str] = {}
    last: dict[tuple[str, str, str, str], Figure] = {}
    for row in Figure.objects.filter(season=season).order_by("version"):
        key = row.unit, row.indicator, row.stage, row.period
        if row.typed_at < moment:
            first[key] = row.typed
        else:
            last[key] = row
    for key, row in last.items():
        earlier = first.get(key, "")
        if earlier != row.typed:
            written = {"by": row.typed_by, "at": row.typed_at, "reason": row.reason}
            yield Cause(Through.FIGURE, row.unit, row.indicator, Stage(row.stage), earlier, row.typed, **written)


def _targets(season: Season, moment: datetime) -> Iterator[Cause]:
    first: dict[tuple[str, str], str] = {}
    for row in Target.objects.filter(season=season).order_by("version"):
        key = row.unit, row.indicator
        if row.typed_at < moment:
            first[key] = row.typed
        elif first.get(key, "") != row.typed:
            written = {"by": row.typed_by, "at": row.typed_at, "reason": row.reason}
            yield Cause(Through.TARGET, row.unit, row.indicator, None, first.get(key, ""), row.typed, **written)


@dataclass(frozen=True, slots=True)
class _Seeking:
    """Points on both sides, and everything that was written between them."""

    before: _Side
    after: _Side
    causes: tuple[Cause, ...]

    def unit(self, unit: str) -> UnitChanges:
        row = self.after.evaluation.table.row(unit)
        was = self._row(self.before, unit)
        total = self.after.evaluation.total_points(row)
        before = total if was is None else self.before.evaluation.total_points(was)
        is_silent = was is not None and not says_anything(self.before.evaluation, was)
        return UnitChanges(
            unit=unit,
            moved=tuple(self._moved(unit)),
            before=None if is_silent else before,
            after=total,
            place_before=_place(self.before, unit),
            place_after=_place(self.after, unit),
            causes=tuple(one for one in self.causes if one.through is Through.ADJUSTMENT and one.unit == unit),
        )

    def _moved(self, unit: str) -> Iterator[Moved]:
        for code in self.after.evaluation.leaves:
            before, after = self._points(self.before, unit, code), self._points(self.after, unit, code)
            if before != after:
                yield Moved(code, before, after, tuple(self._through(unit, code)))

    def _points(self, side: _Side, unit: str, code: str) -> Number | None:
        row = self._row(side, unit)
        if row is None or code not in side.evaluation.leaves or not has_number(side.evaluation, code, row):
            return None
        return side.evaluation.points(code, row)

    def _row(self, side: _Side, unit: str) -> int | None:
        units = [one.code for one in side.evaluation.table.units]
        return units.index(unit) if unit in units else None

    def _through(self, unit: str, code: str) -> list[Cause]:
        """What moved these points: the unit's own data, that of those whom they hang on, or what concerns everybody."""
        leaf = self.after.evaluation.leaves[code].leaf
        concerned = [one for one in self.causes if one.indicator in leaf.indicators]
        own = [one for one in concerned if one.unit == unit]
        if leaf.is_relative:
            named = self._named(unit, code)
            others = [one for one in concerned if one.unit != unit]
            own += [one for one in others if one.unit in named] or others
        own += [one for one in self.causes if one.through in (Through.RULEBOOK, Through.STAGE)]
        return own or [Cause(Through.DAY)]

    def _named(self, unit: str, code: str) -> Collection[str]:
        """Whom the points hang on, then and now."""
        named: set[str] = set()
        for side in (self.before, self.after):
            if code in side.explained.leaves and self._row(side, unit) is not None:
                named |= {one.code for one in explain(side.explained, unit, code).depends_on}
        return named


def _place(side: _Side, unit: str) -> Ranked | None:
    return next((one for one in side.standings.ranked if one.unit == unit), None)
