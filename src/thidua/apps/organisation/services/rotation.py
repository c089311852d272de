"""The rotation of the chair: a plan, a turn passed over, a turn given to another unit by an election."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import Recording, hold, recording
from thidua.apps.organisation import bridge, selectors
from thidua.apps.organisation.events import ROTATION_PLANNED, TURN_GIVEN_ANEW, TURN_SKIPPED
from thidua.apps.organisation.models import Cluster, Rotation, RotationTurn
from thidua.apps.organisation.naming import name_problems, named, tidy, with_names
from thidua.apps.organisation.services.clusters import subject_of_organiser
from thidua.core.errors import Place, Problem, UnitsRefused
from thidua.core.ledger.entry import INSTALLATION
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis
from thidua.core.units.rotation import RotationPlan, Turn, TurnState
from thidua.core.units.tree import UnitId, UnitTree


@dataclass(frozen=True, slots=True)
class LineOfClusters:
    """The clusters, at most one a year, whose members share the chair in turns; and who takes it, from which year."""

    name: str
    organiser: str
    first_year: int
    turns: tuple[str, ...]
    clusters: tuple[Cluster, ...] = ()


def plan_rotation(
    *, actor: Actor, line: LineOfClusters, basis: LegalBasis = UNKNOWN_BASIS, reason: str = ""
) -> Rotation:
    """A plan for a line of clusters. Raises UnitsRefused with every problem."""
    author = demand(actor, Verb.MANAGE_CLUSTERS, subject_of_organiser(line.organiser))
    told: dict[str, Any] = {"rotation": tidy(line.name), "year": str(line.first_year), "turns": len(line.turns)}
    with recording(ROTATION_PLANNED, by=author, reason=reason, **told) as record:
        hold(INSTALLATION)
        problems = _line_problems(line, selectors.history().tree)
        if problems:
            raise UnitsRefused(problems)
        row = record.save(_rotation_row(line, basis))
        turns = [
            RotationTurn(rotation=row, position=place, unit_id=unit, state=TurnState.PLANNED)
            for place, unit in enumerate(line.turns, start=1)
        ]
        record.save_many(turns)
        for cluster in line.clusters:
            cluster.rotation = row
            record.save(cluster)
    return row


def skip_turn(*, actor: Actor, turn: RotationTurn, reason: str, document: str) -> None:
    """The turn is not taken; those behind it move up a year. Raises UnitsRefused without reason or document."""
    with _deciding(actor, turn, TURN_SKIPPED, _Decision(TurnState.SKIPPED, reason, document)):
        pass


def give_turn_anew(*, actor: Actor, turn: RotationTurn, to: str, reason: str, document: str) -> RotationTurn:
    """The members elected another unit for the turn's year: an heir, the sitting chair again, whomever they chose."""
    decision = _Decision(TurnState.REPLACED, reason, document, to)
    with _deciding(actor, turn, TURN_GIVEN_ANEW, decision) as (record, row):
        _make_room(record, row)
        new = RotationTurn(rotation=row.rotation, position=row.position + 1, unit_id=to, state=TurnState.PLANNED)
        new.basis_document, new.basis_confirmed = row.basis_document, row.basis_confirmed
        return record.save(new)


@dataclass(frozen=True, slots=True)
class _Decision:
    """What is decided on a turn, why, and by which document."""

    state: TurnState
    reason: str
    document: str
    to: str = ""


@contextmanager
def _deciding(
    actor: Actor, turn: RotationTurn, event: EventType, decision: _Decision
) -> Iterator[tuple[Recording, RotationTurn]]:
    """A recording in which the turn has been closed."""
    author = demand(actor, Verb.MANAGE_CLUSTERS, subject_of_organiser(turn.rotation.organiser_id))
    names = selectors.unit_names([turn.unit_id, decision.to], on=clock.today())
    told: dict[str, Any] = {"rotation": turn.rotation.name, "name": names.get(turn.unit_id, turn.unit_id)}
    told |= {"document": tidy(decision.document), "to": names.get(decision.to, decision.to)}
    with recording(event, by=author, reason=decision.reason, unit=turn.unit_id, **told) as record:
        hold(INSTALLATION)
        row = RotationTurn.objects.select_related("rotation").get(pk=turn.pk)
        problems = list(_decision_problems(row, decision))
        if problems:
            raise UnitsRefused(problems)
        row.state, row.reason = decision.state, decision.reason.strip()
        row.basis_document, row.basis_confirmed = tidy(decision.document), True
        yield record, record.save(row)


def _decision_problems(row: RotationTurn, decision: _Decision) -> Iterator[Problem]:
    if not decision.reason.strip():
        yield Problem("organisation.reason_missing", {}, Place(path="reason"))
    if not tidy(decision.document):
        yield Problem("organisation.document_missing", {}, Place(path="document"))
    tree = selectors.history().tree
    year = _year_of(row)
    if row.state != TurnState.PLANNED or year is None:
        yield Problem("organisation.turn_decided", {"unit": named(row.unit_id, tree)})
    elif year < clock.today().year:
        yield Problem("organisation.turn_past", {"unit": named(row.unit_id, tree), "year": str(year)})
    if decision.state is TurnState.REPLACED:
        yield from _standing_problems([decision.to], tree, at="to")


def _year_of(row: RotationTurn) -> int | None:
    """The year of a turn in its plan."""
    turns = list(row.rotation.turns.order_by("position"))
    due = bridge.plan(row.rotation, turns).due()
    return next(one.year for turn, one in zip(turns, due, strict=True) if turn.pk == row.pk)


def _make_room(record: Recording, row: RotationTurn) -> None:
    """The turns behind one move back a place, the last first: no two may share a place at any time."""
    for later in row.rotation.turns.filter(position__gt=row.position).order_by("-position"):
        later.position += 1
        record.save(later)


def _line_problems(line: LineOfClusters, tree: UnitTree) -> list[Problem]:
    problems = list(name_problems(tidy(line.name), at="name"))
    problems += _standing_problems(line.turns, tree, at="turns")
    try:
        RotationPlan(line.first_year, tuple(Turn(UnitId(unit)) for unit in line.turns))
    except UnitsRefused as refusal:
        problems += with_names(refusal.problems, tree)
    for cluster in line.clusters:
        if cluster.rotation_id is not None:
            data = {"cluster": cluster.name, "year": str(cluster.year)}
            problems.append(Problem("organisation.in_another_line", data, Place(path="clusters")))
    for year, times in Counter(cluster.year for cluster in line.clusters).items():
        if times > 1:
            problems.append(Problem("organisation.line_year_twice", {"year": str(year)}, Place(path="clusters")))
    return problems


def _standing_problems(codes: Iterable[str], tree: UnitTree, *, at: str) -> Iterator[Problem]:
    """Units that do not exist today: nobody plans or elects them."""
    today = clock.today()
    for code in dict.fromkeys(codes):
        rows = tree.rows(UnitId(code))
        if not rows:
            yield Problem("units.unknown_unit", {"unit": code}, Place(path=at))
        elif tree.living(UnitId(code), on=today) is None:
            data = {"unit": code, "name": rows[-1].name, "day": today}
            yield Problem("units.not_existing", data, Place(path=at))


def _rotation_row(line: LineOfClusters, basis: LegalBasis) -> Rotation:
    return Rotation(
        name=tidy(line.name),
        organiser_id=line.organiser,
        first_year=line.first_year,
        basis_document=basis.document,
        basis_confirmed=basis.is_confirmed,
    )
