"""How the self-score report of a unit stands, what it locks, and whether every unit has handed its own in.

A season in which no unit has submitted a report here shows by a document that the self-scores are there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.apps import clock
from thidua.apps.database.prepared import Asked, Prepared, columns_of, made_of
from thidua.apps.reporting.models import ReportStep, SelfReport, Step
from thidua.apps.seasons.guards import Finding, Situation
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import SeasonRefused
from thidua.core.errors import Problem
from thidua.core.phases import Guard

_OF_UNIT = Prepared(
    lambda: (
        SelfReport.objects.filter(season=Asked(SelfReport, "season"), unit=Asked(SelfReport, "unit"))
        .order_by("version")
        .values_list(*columns_of(SelfReport))
    )
)


class ReportState(StrEnum):
    """How a report stands."""

    DRAFT = "draft"  # nothing was submitted
    SUBMITTED = "submitted"  # waits for the unit's leader
    APPROVED = "approved"
    RECALLED = "recalled"
    RETURNED = "returned"

    @property
    def locks(self) -> bool:
        """Whether the figures of the unit stand as they were submitted."""
        return self in (ReportState.SUBMITTED, ReportState.APPROVED)


@dataclass(frozen=True, slots=True)
class Standing:
    """The last report of a unit with its steps."""

    report: SelfReport | None = None
    steps: tuple[ReportStep, ...] = ()

    @property
    def state(self) -> ReportState:
        """As its last step left it."""
        if self.report is None:
            return ReportState.DRAFT
        told = [step.step for step in self.steps if step.step != Step.OPENED]
        return ReportState(told[-1]) if told else ReportState.SUBMITTED

    @property
    def opened(self) -> ReportStep | None:
        """When and by whom it was opened to be read; what was opened is returned, and no more recalled."""
        return next((step for step in self.steps if step.step == Step.OPENED), None)

    @property
    def short_digest(self) -> str:
        """The beginning of the report's digest, as it is printed."""
        return self.report.digest[:12] if self.report else ""

    @property
    def days_late(self) -> int:
        """Days after the day on which it was due; 0 when it came in time, the due day included."""
        if self.report is None or self.report.due_on is None:
            return 0
        return max((_day(self.report) - self.report.due_on).days, 0)


def standings_of_reports(season: Season, units: Iterable[str]) -> dict[str, Standing]:
    """The last report of each unit. Two queries at most."""
    units = list(units)
    return _standings(units, SelfReport.objects.filter(season=season, unit__in=units).order_by("version"))


def standing_of_report(season: Season, unit: str) -> Standing:
    """The last report of one unit."""
    return _standings([unit], made_of(SelfReport, _OF_UNIT.ask(season=season.pk, unit=unit)))[unit]


def _standings(units: Collection[str], reports: Iterable[SelfReport]) -> dict[str, Standing]:
    last = {row.unit: row for row in reports}
    steps: dict[object, list[ReportStep]] = defaultdict(list)
    for row in ReportStep.objects.filter(report__in=last.values()).order_by("at") if last else ():
        steps[row.report_id].append(row)
    return {unit: Standing(last.get(unit), tuple(steps[last[unit].pk]) if unit in last else ()) for unit in units}


def reports_of(season: Season, unit: str) -> list[Standing]:
    """Every report that a unit submitted, the latest first."""
    rows = SelfReport.objects.filter(season=season, unit=unit).order_by("-version").prefetch_related("steps")
    return [Standing(row, tuple(row.steps.all())) for row in rows]


def why_locked(season: Season, unit: str) -> Problem | None:
    """Why a unit's figures cannot change now, and who can lift it; None where they can."""
    match standing_of_report(season, unit).state:
        case ReportState.SUBMITTED:
            return Problem("reporting.locked_submitted")
        case ReportState.APPROVED:
            return Problem("reporting.locked_approved")
    return None


def refuse_locked(season: Season, unit: str) -> None:
    """Raises SeasonRefused where the unit's figures are locked."""
    why = why_locked(season, unit)
    if why is not None:
        raise SeasonRefused(why)


def self_scores(situation: Situation) -> Finding | None:
    """Every living member has an approved report; no answer where none stands here, as where all go on paper."""
    if not SelfReport.objects.filter(season=situation.slug).exists():
        return None
    season = Season.objects.get(pk=situation.slug)
    members = [code for code in situation.standing.members if code in situation.living]
    found = standings_of_reports(season, members)
    if not any(one.state.locks for one in found.values()):
        return None
    waiting = [code for code in members if found[code].state is not ReportState.APPROVED]
    if not waiting:
        return Finding(Guard.SELF_SCORES, True, "guard.self_scores.holds", {"count": len(members)})
    names = [situation.names.get(code, code) for code in waiting]
    return Finding(Guard.SELF_SCORES, False, "guard.self_scores.waits", {"units": names}, link="report_board")


def _day(report: SelfReport) -> date:
    return report.submitted_at.astimezone(clock.zone()).date()
