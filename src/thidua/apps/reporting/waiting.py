"""What figures and reports put on desks: reports to approve or hand in again, entries to confirm, what is locked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.models import EntryFor, ReportStep, SelfReport
from thidua.apps.reporting.reports import ReportState, Standing
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.apps.seasons.models import PhaseDate, Season
from thidua.core.errors import Problem
from thidua.core.phases import Phase

ENTERING = (Phase.RUNNING, Phase.REPORTING)
LIFTS = {ReportState.SUBMITTED: Verb.SUBMIT_REPORT, ReportState.APPROVED: Verb.RETURN_REPORT}
WHY = {ReportState.SUBMITTED: "reporting.locked_submitted", ReportState.APPROVED: "reporting.locked_approved"}


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """Every item of somebody; four queries, however many reports there are."""
    reporting, leading = asked.units_as(Role.REPORTER), asked.units_as(Role.LEADER)
    seasons = {one.slug: one for one in asked.seasons if one.step in (*ENTERING, Phase.APPRAISING)}
    if not seasons or not reporting | leading:
        return
    due = dict(PhaseDate.objects.filter(season__in=seasons, phase=Phase.REPORTING).values_list("season", "due_on"))
    reports = _last_reports(seasons, reporting | leading)
    for season in seasons.values():
        for unit in asked.standings[season.slug].members:
            if unit in reporting | leading:
                standing = reports.get((season.slug, unit), Standing())
                yield from _of_unit(season, unit, standing, due.get(season.slug), asked)
    for row in EntryFor.objects.filter(season__in=seasons, unit__in=reporting | leading, is_confirmed=None):
        season = seasons[row.season_id]
        if season.step in ENTERING:
            link = ("enter_for_unit", season.slug, row.unit)
            data = {"number": row.document_number, "day": row.document_date}
            yield DeskItem(season, row.unit, "reporting.to_confirm_entry", link, data, due_on=due.get(season.slug))


def _of_unit(season: Season, unit: str, standing: Standing, due: date | None, asked: Asked) -> Iterator[DeskItem]:
    reports = unit in asked.units_as(Role.REPORTER)
    link, state = ("self_report", season.slug, unit), standing.state
    if season.step is Phase.APPRAISING:
        if reports:
            why = Problem("reporting.locked_by_phase", {"phase": season.step})
            yield DeskItem(
                season, unit, "reporting.to_enter", ("figures", season.slug), locked=why, lifted_by=Verb.REOPEN_SEASON
            )
        return
    if state is ReportState.SUBMITTED and unit in asked.units_as(Role.LEADER):
        yield DeskItem(season, unit, "reporting.to_approve", link, act="reporting.read_report", due_on=due)
    if state is ReportState.RETURNED and reports:
        yield DeskItem(season, unit, "reporting.to_submit_again", link, act="reporting.read_report", due_on=due)
    if state.locks and reports:
        why = Problem(WHY[state])
        yield DeskItem(season, unit, "reporting.to_enter", link, locked=why, lifted_by=LIFTS[state])


def _last_reports(seasons: Mapping[str, Season], units: frozenset[str]) -> dict[tuple[str, str], Standing]:
    """The last report of each unit in each season. Two queries."""
    rows = SelfReport.objects.filter(season__in=seasons, unit__in=units).order_by("version")
    last = {(row.season_id, row.unit): row for row in rows}
    steps: dict[object, list[ReportStep]] = defaultdict(list)
    for step in ReportStep.objects.filter(report__in=list(last.values())).order_by("at"):
        steps[step.report_id].append(step)
    return {key: Standing(row, tuple(steps[row.pk])) for key, row in last.items()}
