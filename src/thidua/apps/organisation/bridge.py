"""Rows of the organisation as the core's values, and the values as rows. Nothing is judged here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thidua.apps.ledger.models import Recorded
from thidua.apps.organisation import models
from thidua.core.timeline import LegalBasis, Period
from thidua.core.units import clusters, rotation
from thidua.core.units.succession import Abolition, History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree
from thidua.words.vietnamese import folded


@dataclass(frozen=True, slots=True)
class HistoryRows:
    """A whole history as rows, in the order in which they may be written."""

    units: list[models.Unit]
    unit_rows: list[models.UnitRow]
    successions: list[models.Succession]
    links: list[models.SuccessionLink]
    abolitions: list[models.Abolition]

    def tables(self) -> tuple[Sequence[Recorded], ...]:
        """The rows, a table at a time; what another row points at comes first."""
        return (self.units, self.unit_rows, self.successions, self.links, self.abolitions)


def basis(row: models.Based) -> LegalBasis:
    """The document that a row names."""
    return LegalBasis(row.basis_document, row.basis_confirmed)


def unit(row: models.UnitRow) -> Unit:
    """One row of a body."""
    parent = None if row.parent_id is None else UnitId(row.parent_id)
    period = Period(row.starts_on, row.ends_on)
    return Unit(UnitId(row.unit_id), row.name, Level(row.level), period, parent, basis(row))


def succession(row: models.Succession) -> Succession:
    """A succession with its links (fetch them with `prefetch_related("links")`)."""
    links = sorted(row.links.all(), key=lambda link: link.position)
    return Succession(row.on, tuple(map(_link, links)), basis(row))


def history(
    unit_rows: Iterable[models.UnitRow],
    successions: Iterable[models.Succession],
    abolitions: Iterable[models.Abolition],
) -> History:
    """The whole history, each list in the order given. Raises UnitsRefused when the rows contradict each other."""
    tree = UnitTree(tuple(map(unit, unit_rows)))
    ended = tuple(Abolition(UnitId(row.unit_id), row.on, basis(row)) for row in abolitions)
    return History(tree, tuple(map(succession, successions)), ended)


def cluster(
    row: models.Cluster, memberships: Iterable[models.Membership], offices: Iterable[models.Office]
) -> clusters.Cluster:
    """A cluster with its members and offices; it is not checked again."""
    ordered = sorted(memberships, key=lambda one: one.position)
    members = tuple(clusters.Membership(UnitId(one.unit_id), Period(one.starts_on, one.ends_on)) for one in ordered)
    speaking = tuple(dict.fromkeys(member.unit for member in members))
    return clusters.Cluster(row.name, row.year, members, tuple(map(office, offices)), speaking)


def office(row: models.Office) -> clusters.Office:
    """One office."""
    period = Period(row.starts_on, row.ends_on)
    return clusters.Office(clusters.OfficeKind(row.kind), UnitId(row.unit_id), period)


def plan(row: models.Rotation, turns: Iterable[models.RotationTurn]) -> rotation.RotationPlan:
    """The plan of a line of clusters."""
    ordered = sorted(turns, key=lambda turn: turn.position)
    return rotation.RotationPlan(row.first_year, tuple(map(turn, ordered)))


def turn(row: models.RotationTurn) -> rotation.Turn:
    """One turn."""
    return rotation.Turn(UnitId(row.unit_id), rotation.TurnState(row.state), row.reason)


def rows_of_history(
    units: Sequence[Unit], successions: Sequence[Succession] = (), abolitions: Sequence[Abolition] = ()
) -> HistoryRows:
    """New rows for units that did not exist before, and all that became of them."""
    codes = dict.fromkeys(unit.id for unit in units)
    rows = HistoryRows([models.Unit(code=code) for code in codes], list(map(row_of_unit, units)), [], [], [])
    for one in successions:
        row = models.Succession(on=one.on, **_basis_columns(one.basis))
        rows.successions.append(row)
        rows.links.extend(links_of(one, row))
    for ended in abolitions:
        rows.abolitions.append(models.Abolition(unit_id=ended.unit, on=ended.on, **_basis_columns(ended.basis)))
    return rows


def row_of_unit(value: Unit) -> models.UnitRow:
    """A new row of a body."""
    return models.UnitRow(
        unit_id=value.id,
        name=value.name,
        search_key=folded(value.name),
        level=value.level,
        parent_id=value.parent,
        starts_on=value.validity.start,
        ends_on=value.validity.end,
        **_basis_columns(value.basis),
    )


def links_of(value: Succession, row: models.Succession) -> Iterator[models.SuccessionLink]:
    """New rows for the links of a succession."""
    for position, link in enumerate(value.links, start=1):
        yield models.SuccessionLink(
            succession=row,
            position=position,
            predecessor_id=link.predecessor,
            successor_id=link.successor,
            weight=link.weight,
        )


def rows_of_members(value: clusters.Cluster, row: models.Cluster) -> list[models.Membership]:
    """New rows for the members in the order of speaking; one that left and came back has a row for each time."""
    held: dict[UnitId, list[Period]] = defaultdict(list)
    for member in value.members:
        held[member.unit].append(member.period)
    spans = [(id_, period) for id_ in value.speaking for period in sorted(held[id_], key=lambda one: one.start)]
    return [
        models.Membership(cluster=row, unit_id=id_, position=place, starts_on=period.start, ends_on=period.end)
        for place, (id_, period) in enumerate(spans, start=1)
    ]


def row_of_office(value: clusters.Office, row: models.Cluster, document: LegalBasis) -> models.Office:
    """A new row for one office."""
    return models.Office(
        cluster=row,
        kind=value.kind,
        unit_id=value.unit,
        starts_on=value.period.start,
        ends_on=value.period.end,
        **_basis_columns(document),
    )


def _link(row: models.SuccessionLink) -> Link:
    return Link(UnitId(row.predecessor_id), UnitId(row.successor_id), row.weight)


def _basis_columns(value: LegalBasis) -> dict[str, str | bool]:
    return {"basis_document": value.document, "basis_confirmed": value.is_confirmed}
