"""The self-score report: submitted as one piece, approved by the unit's leader, recalled, or returned."""

from collections.abc import Iterator
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import recording
from thidua.apps.reporting import events
from thidua.apps.reporting.doubts import uncommented
from thidua.apps.reporting.models import ReportStep, SelfReport, Step
from thidua.apps.reporting.reports import ReportState, Standing, standing_of_report
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.reporting.services.figures import own_cells
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import PhaseDate, Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.canonical import digest
from thidua.core.errors import Problem
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy


def submit_report(*, actor: Actor, season: Season, unit: str) -> SelfReport:
    """Submit a unit's figures as its report. From now on they stand, until the report is recalled or returned.

    Refused while something that the rulebook asks for is not reported, or a doubtful figure has no comment: each of
    it is named.
    """
    with changing(season) as held:
        by = demand(actor, Verb.SUBMIT_REPORT, held.subject(unit))
        standing = standing_of_report(held.season, unit)
        refuse([*_submitted_already(standing), *_missing(held, unit), *_uncommented(held, unit)])
        row = SelfReport(
            season=held.season,
            unit=unit,
            version=standing.report.version + 1 if standing.report else 1,
            submitted_by=by.account,
            submitted_at=clock.now(),
            due_on=_due(held.season),
            **_content(held.season, unit),
        )
        with recording(
            events.REPORT_SUBMITTED,
            by=by,
            chain=held.season.ledger_chain(),
            unit=unit,
            version=row.version,
            count=row.figures,
            digest=row.digest,
        ) as record:
            return record.save(row)


def approve_report(*, actor: Actor, season: Season, unit: str, version: int) -> ReportStep:
    """The unit's leader approves what was submitted, as they saw it; nobody approves what they submitted themselves."""
    with changing(season) as held:
        by = demand(actor, Verb.APPROVE_REPORT, held.subject(unit))
        standing = standing_of_report(held.season, unit)
        refuse(_not_to_approve(standing, by, version))
        return _step(held, standing, Step.APPROVED, by, events.REPORT_APPROVED)


def recall_report(*, actor: Actor, season: Season, unit: str) -> ReportStep:
    """The unit takes its report back to go on writing, as long as nobody has approved or opened it."""
    with changing(season) as held:
        by = demand(actor, Verb.SUBMIT_REPORT, held.subject(unit))
        standing = standing_of_report(held.season, unit)
        if standing.state is not ReportState.SUBMITTED:
            raise SeasonRefused(Problem("reporting.nothing_to_recall"))
        if standing.opened is not None:
            raise SeasonRefused(Problem("reporting.opened_already", {"day": _day(standing.opened)}))
        return _step(held, standing, Step.RECALLED, by, events.REPORT_RECALLED)


def open_report(*, actor: Actor, season: Season, unit: str) -> ReportStep:
    """Who runs the year begins to read a report: from now on it is returned, and no more recalled."""
    with changing(season) as held:
        by = demand(actor, Verb.RETURN_REPORT, held.subject(unit))
        demand_side(Verb.RETURN_REPORT, by, held, unit)
        standing = standing_of_report(held.season, unit)
        if not standing.state.locks or standing.opened is not None:
            raise SeasonRefused(Problem("reporting.nothing_to_open"))
        return _step(held, standing, Step.OPENED, by, events.REPORT_OPENED)


def return_report(*, actor: Actor, season: Season, unit: str, reason: str) -> ReportStep:
    """Who runs the year sends a report back with the reason; the chair's own the deputy's secretary does."""
    with changing(season) as held:
        by = demand(actor, Verb.RETURN_REPORT, held.subject(unit))
        demand_side(Verb.RETURN_REPORT, by, held, unit)
        standing = standing_of_report(held.season, unit)
        nothing = [] if standing.state.locks else [Problem("reporting.nothing_to_return")]
        refuse([*nothing, *checks.given("reason", reason, longest=2000)])
        return _step(held, standing, Step.RETURNED, by, events.REPORT_RETURNED, reason=tidy(reason))


def demand_side(verb: Verb, by: Author, held: Held, unit: str) -> None:
    """A secretary of the deputy's side acts for the chair's own unit alone. Raises AccessRefused."""
    if by.role == Role.SECRETARY and held.standing.chair not in (by.unit, unit):
        data = {"verb": verb, "roles": [Role.SECRETARY]}
        raise AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", data))


def _day(step: ReportStep) -> date:
    return step.at.astimezone(clock.zone()).date()


def _step(held: Held, standing: Standing, step: Step, by: Author, event: EventType, *, reason: str = "") -> ReportStep:
    report = standing.report
    row = ReportStep(season=held.season, report=report, step=step, reason=reason, by_account=by.account, at=clock.now())
    unit, version = (report.unit, report.version) if report else ("", 0)
    with recording(event, by=by, chain=held.season.ledger_chain(), reason=reason, unit=unit, version=version) as record:
        return record.save(row)


def _content(season: Season, unit: str) -> dict[str, object]:
    """How many figures of the unit stand, and the digest over them."""
    own = {at: row for at, row in own_cells(season, unit).items() if row.typed}
    said = sorted([at.path, row.version, row.typed, row.evidence] for at, row in own.items())
    return {"figures": len(said), "digest": digest(said)}


def _due(season: Season) -> object:
    row = PhaseDate.objects.filter(season=season, phase=Phase.REPORTING).first()
    return row.due_on if row else None


def _submitted_already(standing: Standing) -> Iterator[Problem]:
    if standing.state.locks and standing.report is not None:
        yield Problem("reporting.submitted_already", {"version": standing.report.version})


def _missing(held: Held, unit: str) -> Iterator[Problem]:
    """What the criteria ask of a unit and it has not reported."""
    missing = missing_of(held.season, unit, on=held.today)
    if missing:
        yield Problem("reporting.report_incomplete", {"count": len(missing), "indicators": missing[:20]})


def _uncommented(held: Held, unit: str) -> Iterator[Problem]:
    """Figures that ask for a comment and have none."""
    found = uncommented(held.season, unit, on=held.today)
    if found:
        yield Problem("reporting.uncommented", {"count": len(found), "indicators": found[:20]})


def missing_of(season: Season, unit: str, *, on: date) -> list[str]:
    """The indicators of criteria for which a unit has said nothing, in reading order."""
    inputs = inputs_of(season, on=on)
    said = {one.indicator for one in inputs.figures if one.unit == unit and one.stage is Stage.SELF}
    asked = dict.fromkeys(leaf.indicator for _node, leaf in inputs.rulebook.leaves)
    return [code for code in asked if code not in said]


def _not_to_approve(standing: Standing, by: Author, version: int) -> Iterator[Problem]:
    report = standing.report
    if standing.state is not ReportState.SUBMITTED or report is None or report.version != version:
        yield Problem("reporting.nothing_to_approve")
    elif report.submitted_by == by.account:
        yield Problem("reporting.approving_oneself")
