"""Reads of how far each version of the standings has come."""

from dataclasses import dataclass
from datetime import datetime

from thidua.apps.results.models import Result, ResultStep
from thidua.apps.results.stored import results_of
from thidua.apps.seasons.models import PhaseMove, Season
from thidua.core.phases import Phase
from thidua.core.states import Release


@dataclass(frozen=True, slots=True)
class Version:
    """A frozen version (its row without its text) with the acts that followed, in order.

    `undone_at`: when the season last went back behind its agreement; what was agreed before then counts no more.
    """

    row: Result
    steps: tuple[ResultStep, ...] = ()
    undone_at: datetime | None = None

    @property
    def number(self) -> int:
        return self.row.version

    @property
    def is_agreed(self) -> bool:
        """Whether the cluster has taken this version, and the season has not gone back behind that."""
        return self.step(Release.AGREED) is not None

    @property
    def release(self) -> Release:
        """Where the version stands now."""
        last = self.steps[-1].release if self.steps else Release.FROZEN
        if last == Release.AGREED and not self.is_agreed:
            return Release.FROZEN
        return Release(last)

    def step(self, release: Release) -> ResultStep | None:
        """The last act of a kind; an agreement only while it counts."""
        found = [one for one in self.steps if one.release == release]
        if not found or (release is Release.AGREED and self._is_undone(found[-1])):
            return None
        return found[-1]

    def _is_undone(self, step: ResultStep) -> bool:
        return self.undone_at is not None and step.done_at < self.undone_at


def versions_of(season: Season) -> list[Version]:
    """Every version, the latest first. Three queries."""
    rows = results_of(season)
    if not rows:
        return []
    steps: dict[object, list[ResultStep]] = {row.pk: [] for row in rows}
    for step in ResultStep.objects.filter(season=season).order_by("position"):
        steps[step.result_id].append(step)
    undone_at = _undone_at(season)
    return [Version(row, tuple(steps[row.pk]), undone_at) for row in rows]


def published_version(season: Season) -> Version | None:
    """The latest version whose publication stands."""
    return next((one for one in versions_of(season) if one.release is Release.PUBLISHED), None)


def _undone_at(season: Season) -> datetime | None:
    """When the season last went back to the agreement or behind it."""
    back = [
        move.moved_at
        for move in PhaseMove.objects.filter(season=season)
        if move.target_phase.number < move.source_phase.number and move.target_phase.number <= Phase.AGREED.number
    ]
    return max(back, default=None)
