"""Moving a season on and back. No verb moves one but along the table of moves (`thidua.core.phases`)."""

from collections.abc import Iterator

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.seasons import checks, events, guards
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Attestation, PhaseMove, Season
from thidua.apps.seasons.selectors import situation_of
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Problem
from thidua.core.phases import Guard, Phase, guards_undone, move_back, move_between, next_move
from thidua.words.vietnamese import tidy


def attest_guard(*, actor: Actor, season: Season, guard: Guard, document: Document, note: str = "") -> Attestation:
    """Record the document that shows a guard of the next move whose fact the program does not keep."""
    with changing(season) as held:
        by = demand(actor, Verb.ATTEST_GUARD, held.subject())
        refuse([*_not_to_attest(held, guard), *check_document(document, today=held.today)])
        row = Attestation(
            season=held.season,
            guard=guard,
            document_number=tidy(document.number),
            document_date=document.date,
            note=tidy(note),
        )
        with recording(
            events.GUARD_ATTESTED,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"note": row.note},
            guard=guard,
            number=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def move_season(*, actor: Actor, season: Season, to: Phase) -> Season:
    """Move a season on to its next phase. Raises Refused: each guard that does not hold, with who mends it."""
    with changing(season) as held:
        by = demand(actor, Verb.MOVE_SEASON, held.subject())
        source = Phase(held.season.phase)
        move = move_between(source, to)
        if move is None or move.is_back:
            raise SeasonRefused(_no_such_move(source, to))
        refuse(guards.hindrances(move, situation_of(held.season, on=held.today)))
        with recording(
            events.SEASON_MOVED, by=by, chain=held.season.ledger_chain(), source=source, target=to
        ) as record:
            record.save(_next_move_of(held.season, to))
            held.season.phase = to
            if to is Phase.CLOSED:
                held.season.closed_on = held.today
            return record.save(held.season)


def reopen_season(*, actor: Actor, season: Season, to: Phase, reason: str, document: Document) -> Season:
    """Take a season one phase back, for a reason and by a document. What was shown for moves ahead counts no more."""
    with changing(season) as held:
        by = demand(actor, Verb.REOPEN_SEASON, held.subject())
        source = Phase(held.season.phase)
        move = move_between(source, to)
        if move is None or not move.is_back:
            raise SeasonRefused(_no_such_move(source, to, back=True))
        refuse([*checks.given("reason", reason, longest=2000), *check_document(document, today=held.today)])
        made = _next_move_of(held.season, to)
        made.reason, made.document_number, made.document_date = tidy(reason), document.number, document.date
        with recording(
            events.SEASON_REOPENED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=made.reason,
            source=source,
            target=to,
            number=document.number,
            date=document.date,
        ) as record:
            record.save(made)
            for row in held.season.attestations.filter(withdrawn_by__isnull=True, guard__in=guards_undone(move)):
                row.withdrawn_by = made
                record.save(row)
            held.season.phase = to
            return record.save(held.season)


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


def _not_to_attest(held: Held, guard: Guard) -> Iterator[Problem]:
    season, phase = held.season, Phase(held.season.phase)
    move = next_move(phase)
    if move is None or guard not in move.guards:
        yield Problem("seasons.guard_elsewhere", {"guard": guard, "phase": phase})
    elif not guards.is_attested(guard, situation_of(season, on=held.today)):
        yield Problem("seasons.guard_computed", {"guard": guard})
    elif season.attestations.filter(guard=guard, withdrawn_by__isnull=True).exists():
        yield Problem("seasons.guard_shown", {"guard": guard})
