"""Every write about seasons: launch a movement, open a season, plan it, do its duties, and move it on or back.

Each verb waits for the other writers of its season, gathers all that is wrong before it writes anything, and leaves one
entry on the season's chain. No verb moves a season but along the table of moves (`thidua.core.phases`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import hold, recording
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.selectors import standing_of
from thidua.apps.seasons import bridge, checks, events, guards
from thidua.apps.seasons.calendar import Span, check_plan
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import (
    Attestation,
    Duty,
    DutyDone,
    Holder,
    Illustration,
    Movement,
    PhaseDate,
    PhaseMove,
    ReportedFact,
    Season,
    season_chain,
)
from thidua.apps.seasons.selectors import owing, situation_of, slug_for, slug_of, standing_in, subject_of
from thidua.core.errors import Place, Problem, Refused
from thidua.core.phases import Guard, Phase, guards_undone, move_back, move_between, next_move
from thidua.words.vietnamese import tidy


class SeasonRefused(Refused):
    """Something about a season that cannot be written as asked."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence that was reported, with its source."""

    subject: str
    text: str
    source: str
    is_illustrative: bool = False


def launch_movement(
    *, actor: Actor, unit: str, name: str, slogan: str = "", theme: str = "", parent: Movement | None = None
) -> Movement:
    """A movement that clusters below a unit can carry."""
    by = demand(actor, Verb.LAUNCH_MOVEMENT, Subject(unit=unit, above=frozenset({unit})))
    slug = slug_of(name)
    taken = [Problem("seasons.movement_taken", {"name": tidy(name)}, Place(path="name"))]
    _refuse([*checks.given("name", name), *(taken if Movement.objects.filter(slug=slug).exists() else [])])
    movement = Movement(slug=slug, name=tidy(name), slogan=tidy(slogan), theme=tidy(theme), parent=parent)
    with recording(events.MOVEMENT_LAUNCHED, by=by, texts={"name": movement.name}, movement=slug) as record:
        return record.save(movement)


def open_season(
    *,
    actor: Actor,
    cluster: Cluster,
    movement: Movement,
    data_from: date,
    data_to: date,
    document: Document,
    after: Season | None = None,
    illustration: Illustration = Illustration.NONE,
) -> Season:
    """Open a cluster's season: by its chair from the day of the handover on, or by the body above it."""
    today = clock.today()
    by = demand(actor, Verb.OPEN_SEASON, bridge.subject_before(standing_of(cluster, on=today)))
    slug = slug_for(cluster)
    _refuse([*checks.opening(cluster, data_from, data_to, after), *check_document(document, today=today)])
    season = Season(
        slug=slug,
        cluster=cluster,
        movement=movement,
        year=cluster.year,
        data_from=data_from,
        data_to=data_to,
        opened_on=today,
        opened_after=after,
        illustration=illustration,
        document_number=document.number,
        document_date=document.date,
    )
    with recording(
        events.SEASON_OPENED,
        by=by,
        chain=season_chain(slug),
        cluster=cluster.name,
        year=str(cluster.year),
        number=document.number,
        date=document.date,
    ) as record:
        return record.save(season)


def plan_phases(*, actor: Actor, season: Season, plan: Mapping[Phase, Span]) -> None:
    """Set the dates of phases; those that are not named stay. Dates of phases that are over cannot change."""
    with _changing(season) as fresh:
        by = demand(actor, Verb.PLAN_SEASON, subject_of(fresh, on=clock.today()))
        rows = {Phase(row.phase): row for row in fresh.phasedates.all()}
        whole = bridge.plan(rows.values())
        changed = {phase: span for phase, span in plan.items() if whole.get(phase) != span}
        _refuse([*checks.past_dates(fresh, changed, whole), *check_plan(whole | changed)])
        if not changed:
            return
        with recording(events.PHASES_PLANNED, by=by, chain=fresh.ledger_chain(), phases=list(changed)) as record:
            for phase, span in changed.items():
                row = rows.get(phase) or PhaseDate(season=fresh, phase=phase)
                row.starts_on, row.due_on = span.starts_on, span.due_on
                record.save(row)


def set_duty(
    *, actor: Actor, season: Season, title: str, holder: Holder, role: Role, phase: Phase, due_on: date, unit: str = ""
) -> Duty:
    """Put something to be done into the season's calendar."""
    with _changing(season) as fresh:
        standing = standing_in(fresh, on=clock.today())
        by = demand(actor, Verb.PLAN_SEASON, bridge.subject(fresh, standing))
        strange = unit != "" and (holder is not Holder.MEMBER or unit not in standing.members)
        told = Problem("seasons.duty_of_stranger", {"unit": unit}, Place(path="unit"))
        _refuse([*checks.given("title", title), *([told] if strange else [])])
        duty = Duty(season=fresh, title=tidy(title), holder=holder, role=role, phase=phase, due_on=due_on, unit=unit)
        texts = {"title": duty.title}
        with recording(events.DUTY_SET, by=by, chain=fresh.ledger_chain(), texts=texts, due=due_on) as record:
            return record.save(duty)


def drop_duty(*, actor: Actor, duty: Duty, reason: str) -> None:
    """Take a duty that nobody has done yet out of the calendar."""
    with _changing(duty.season) as fresh:
        by = demand(actor, Verb.PLAN_SEASON, subject_of(fresh, on=clock.today()))
        done = duty.done.exists()
        told = Problem("seasons.duty_done", {"title": duty.title})
        _refuse([*checks.given("reason", reason), *([told] if done else [])])
        texts = {"title": duty.title}
        with recording(
            events.DUTY_DROPPED, by=by, chain=fresh.ledger_chain(), reason=tidy(reason), texts=texts
        ) as record:
            record.delete(duty)


def finish_duty(*, actor: Actor, duty: Duty, unit: str, document: Document | None = None) -> DutyDone:
    """Say that a unit has done its duty; the document that shows it may be named."""
    with _changing(duty.season) as fresh:
        today = clock.today()
        standing = standing_in(fresh, on=today)
        by = demand(actor, Verb.FINISH_DUTY, bridge.subject(fresh, standing, unit=unit))
        problems = [] if document is None else list(check_document(document, today=today))
        _refuse([*_not_owed(duty, fresh, unit, owing(duty, standing)), *problems])
        done = DutyDone(season=fresh, duty=duty, unit=unit, done_on=today)
        if document is not None:
            done.document_number, done.document_date = document.number, document.date
        texts = {"title": duty.title}
        with recording(events.DUTY_DONE, by=by, chain=fresh.ledger_chain(), texts=texts, unit=unit) as record:
            return record.save(done)


def report_facts(*, actor: Actor, season: Season, facts: Sequence[Fact]) -> None:
    """Store what was reported of a season, in the order of the report, after what is stored already."""
    with _changing(season) as fresh:
        by = demand(actor, Verb.PLAN_SEASON, subject_of(fresh, on=clock.today()))
        _refuse(
            problem
            for fact in facts
            for problem in (*checks.given("text", fact.text, longest=2000), *checks.given("source", fact.source))
        )
        first = fresh.reportedfacts.count() + 1
        rows = [
            ReportedFact(
                season=fresh,
                position=position,
                subject=tidy(fact.subject),
                text=tidy(fact.text),
                source=tidy(fact.source),
                is_illustrative=fact.is_illustrative,
            )
            for position, fact in enumerate(facts, start=first)
        ]
        with recording(events.FACTS_REPORTED, by=by, chain=fresh.ledger_chain(), count=len(rows)) as record:
            record.save_many(rows)


def attest_guard(*, actor: Actor, season: Season, guard: Guard, document: Document, note: str = "") -> Attestation:
    """Record the document that shows a guard of the next move whose fact the program does not keep."""
    with _changing(season) as fresh:
        today = clock.today()
        by = demand(actor, Verb.ATTEST_GUARD, subject_of(fresh, on=today))
        _refuse([*_not_to_attest(fresh, guard), *check_document(document, today=today)])
        row = Attestation(
            season=fresh,
            guard=guard,
            document_number=tidy(document.number),
            document_date=document.date,
            note=tidy(note),
        )
        with recording(
            events.GUARD_ATTESTED,
            by=by,
            chain=fresh.ledger_chain(),
            texts={"note": row.note},
            guard=guard,
            number=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def move_season(*, actor: Actor, season: Season, to: Phase) -> Season:
    """Move a season on to its next phase. Raises Refused: each guard that does not hold, with who mends it."""
    with _changing(season) as fresh:
        by = demand(actor, Verb.MOVE_SEASON, subject_of(fresh, on=clock.today()))
        source = Phase(fresh.phase)
        move = move_between(source, to)
        if move is None or move.is_back:
            raise SeasonRefused(_no_such_move(source, to))
        _refuse(guards.hindrances(move, situation_of(fresh, on=clock.today())))
        with recording(events.SEASON_MOVED, by=by, chain=fresh.ledger_chain(), source=source, target=to) as record:
            record.save(_next_move_of(fresh, to))
            fresh.phase = to
            if to is Phase.CLOSED:
                fresh.closed_on = clock.today()
            return record.save(fresh)


def reopen_season(*, actor: Actor, season: Season, to: Phase, reason: str, document: Document) -> Season:
    """Take a season one phase back, for a reason and by a document. What was shown for moves ahead counts no more."""
    with _changing(season) as fresh:
        today = clock.today()
        by = demand(actor, Verb.REOPEN_SEASON, subject_of(fresh, on=today))
        source = Phase(fresh.phase)
        move = move_between(source, to)
        if move is None or not move.is_back:
            raise SeasonRefused(_no_such_move(source, to, back=True))
        _refuse([*checks.given("reason", reason, longest=2000), *check_document(document, today=today)])
        made = _next_move_of(fresh, to)
        made.reason, made.document_number, made.document_date = tidy(reason), document.number, document.date
        with recording(
            events.SEASON_REOPENED,
            by=by,
            chain=fresh.ledger_chain(),
            reason=made.reason,
            source=source,
            target=to,
            number=document.number,
            date=document.date,
        ) as record:
            record.save(made)
            for row in fresh.attestations.filter(withdrawn_by__isnull=True, guard__in=guards_undone(move)):
                row.withdrawn_by = made
                record.save(row)
            fresh.phase = to
            return record.save(fresh)


@contextmanager
def _changing(season: Season) -> Iterator[Season]:
    """The season as it stands now; until the end of the verb nobody else changes it."""
    with transaction.atomic():
        hold(season.ledger_chain())
        yield Season.objects.select_related("cluster", "movement").get(pk=season.pk)


def _next_move_of(season: Season, to: Phase) -> PhaseMove:
    position = season.phasemoves.count() + 1
    return PhaseMove(season=season, position=position, source=season.phase, target=to, moved_at=clock.now())


def _no_such_move(source: Phase, to: Phase, *, back: bool = False) -> Problem:
    way = move_back(source) if back else next_move(source)
    if way is None:
        return Problem("seasons.no_way_back" if back else "seasons.no_way_on", {"phase": source})
    return Problem(
        "seasons.no_such_move_back" if back else "seasons.no_such_move",
        {"source": source, "to": to, "next": way.target},
    )


def _not_owed(duty: Duty, season: Season, unit: str, units: Collection[str]) -> Iterator[Problem]:
    data = {"title": duty.title, "unit": unit}
    if unit not in units:
        yield Problem("seasons.not_owed", data)
    elif duty.done.filter(unit=unit).exists():
        yield Problem("seasons.done_already", data)
    if Phase(season.phase).number < Phase(duty.phase).number:
        yield Problem("seasons.duty_ahead", {**data, "phase": Phase(duty.phase)})


def _not_to_attest(season: Season, guard: Guard) -> Iterator[Problem]:
    phase = Phase(season.phase)
    move = next_move(phase)
    if move is None or guard not in move.guards:
        yield Problem("seasons.guard_elsewhere", {"guard": guard, "phase": phase})
    elif not guards.is_attested(guard):
        yield Problem("seasons.guard_computed", {"guard": guard})
    elif season.attestations.filter(guard=guard, withdrawn_by__isnull=True).exists():
        yield Problem("seasons.guard_shown", {"guard": guard})


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise SeasonRefused(found)
