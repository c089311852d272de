"""The calendar of a season: the dates of its steps, its duties, and what was reported of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.seasons import bridge, checks, events
from thidua.apps.seasons.calendar import Span, check_plan
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Duty, DutyDone, Holder, PhaseDate, ReportedFact, Season
from thidua.apps.seasons.selectors import owing
from thidua.apps.seasons.services.changing import changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.phases import Phase
from thidua.words.vietnamese import tidy


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence that was reported, with its source."""

    subject: str
    text: str
    source: str
    is_illustrative: bool = False


def plan_phases(*, actor: Actor, season: Season, plan: Mapping[Phase, Span]) -> None:
    """Set the dates of phases; those that are not named stay. Dates of phases that are over cannot change."""
    with changing(season) as held:
        by = demand(actor, Verb.PLAN_SEASON, held.subject())
        rows = {Phase(row.phase): row for row in held.season.phasedates.all()}
        whole = bridge.plan(rows.values())
        changed = {phase: span for phase, span in plan.items() if whole.get(phase) != span}
        refuse([*checks.past_dates(held.season, changed, whole), *check_plan(whole | changed)])
        if not changed:
            return
        with recording(events.PHASES_PLANNED, by=by, chain=held.season.ledger_chain(), phases=list(changed)) as record:
            for phase, span in changed.items():
                row = rows.get(phase) or PhaseDate(season=held.season, phase=phase)
                row.starts_on, row.due_on = span.starts_on, span.due_on
                record.save(row)


def set_duty(
    *, actor: Actor, season: Season, title: str, holder: Holder, role: Role, phase: Phase, due_on: date, unit: str = ""
) -> Duty:
    """Put something to be done into the season's calendar."""
    with changing(season) as held:
        by = demand(actor, Verb.PLAN_SEASON, held.subject())
        strange = unit != "" and (holder is not Holder.MEMBER or unit not in held.standing.members)
        told = Problem("seasons.duty_of_stranger", {"unit": unit}, Place(path="unit"))
        refuse([*checks.given("title", title), *([told] if strange else [])])
        duty = Duty(
            season=held.season, title=tidy(title), holder=holder, role=role, phase=phase, due_on=due_on, unit=unit
        )
        texts = {"title": duty.title}
        with recording(events.DUTY_SET, by=by, chain=held.season.ledger_chain(), texts=texts, due=due_on) as record:
            return record.save(duty)


def drop_duty(*, actor: Actor, duty: Duty, reason: str) -> None:
    """Take a duty that nobody has done yet out of the calendar."""
    with changing(duty.season) as held:
        by = demand(actor, Verb.PLAN_SEASON, held.subject())
        done = duty.done.exists()
        told = Problem("seasons.duty_done", {"title": duty.title})
        refuse([*checks.given("reason", reason), *([told] if done else [])])
        texts = {"title": duty.title}
        with recording(
            events.DUTY_DROPPED, by=by, chain=held.season.ledger_chain(), reason=tidy(reason), texts=texts
        ) as record:
            record.delete(duty)


def finish_duty(*, actor: Actor, duty: Duty, unit: str, document: Document | None = None) -> DutyDone:
    """Say that a unit has done its duty; the document that shows it may be named."""
    with changing(duty.season) as held:
        by = demand(actor, Verb.FINISH_DUTY, held.subject(unit))
        problems = [] if document is None else list(check_document(document, today=held.today))
        refuse([*_not_owed(duty, held.season, unit, owing(duty, held.standing)), *problems])
        done = DutyDone(season=held.season, duty=duty, unit=unit, done_on=held.today)
        if document is not None:
            done.document_number, done.document_date = document.number, document.date
        texts = {"title": duty.title}
        with recording(events.DUTY_DONE, by=by, chain=held.season.ledger_chain(), texts=texts, unit=unit) as record:
            return record.save(done)


def report_facts(*, actor: Actor, season: Season, facts: Sequence[Fact]) -> None:
    """Store what was reported of a season, in the order of the report, after what is stored already."""
    with changing(season) as held:
        by = demand(actor, Verb.PLAN_SEASON, held.subject())
        refuse(
            problem
            for fact in facts
            for problem in (*checks.given("text", fact.text, longest=2000), *checks.given("source", fact.source))
        )
        first = held.season.reportedfacts.count() + 1
        rows = [
            ReportedFact(
                season=held.season,
                position=position,
                subject=tidy(fact.subject),
                text=tidy(fact.text),
                source=tidy(fact.source),
                is_illustrative=fact.is_illustrative,
            )
            for position, fact in enumerate(facts, start=first)
        ]
        with recording(events.FACTS_REPORTED, by=by, chain=held.season.ledger_chain(), count=len(rows)) as record:
            record.save_many(rows)


def _not_owed(duty: Duty, season: Season, unit: str, units: Collection[str]) -> Iterator[Problem]:
    data = {"title": duty.title, "unit": unit}
    if unit not in units:
        yield Problem("seasons.not_owed", data)
    elif duty.done.filter(unit=unit).exists():
        yield Problem("seasons.done_already", data)
    if Phase(season.phase).number < Phase(duty.phase).number:
        yield Problem("seasons.duty_ahead", {**data, "phase": Phase(duty.phase)})
