"""Values of the core survive the way into rows and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.units.histories import FIRST, histories
from thidua.apps.ledger.services import recording
from thidua.apps.organisation import bridge, models, selectors
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.core.ledger.entry import Author
from thidua.core.timeline import LegalBasis, Period
from thidua.core.units.clusters import Cluster, Membership, Office, OfficeKind
from thidua.core.units.succession import Abolition, History, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

pytestmark = pytest.mark.django_db

BY = Author("test", "Nguyễn Văn An")
BASES = st.builds(LegalBasis, st.sampled_from(["", "Nghị quyết 202/2025/QH15"]), st.booleans())
PLAIN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors])


@contextmanager
def undone() -> Iterator[None]:
    """Every example begins with empty tables."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def write(history: History) -> None:
    rows = bridge.rows_of_history(history.tree.units, history.successions, history.abolitions)
    with recording(UNITS_RECORDED, by=BY, count=len(rows.units)) as record:
        for table in rows.tables():
            record.save_many(table)


def in_order(history: History) -> History:
    """The same history with its lists in one order."""
    units = sorted(history.tree.units, key=lambda unit: (unit.validity.start, unit.id))
    successions = sorted(history.successions, key=lambda one: (one.on, one.predecessors))
    abolitions = sorted(history.abolitions, key=lambda one: (one.on, one.unit))
    return History(UnitTree(tuple(units)), tuple(successions), tuple(abolitions))


@st.composite
def documented(draw: st.DrawFn) -> History:
    """A history with documents, where a unit of the last day may be abolished and another has a parent."""
    history = draw(histories())
    successions = tuple(Succession(one.on, one.links, draw(BASES)) for one in history.successions)
    units = [
        Unit(unit.id, f"Đơn vị {unit.id}", unit.level, unit.validity, basis=draw(BASES)) for unit in history.tree.units
    ]
    open_units = [unit for unit in units if unit.validity.end is None]
    ended = draw(st.sampled_from(open_units))
    on = ended.validity.start + timedelta(days=7)
    units[units.index(ended)] = Unit(ended.id, ended.name, ended.level, Period(ended.validity.start, on))
    ministry = Unit(UnitId("bo"), "Bộ", Level.MINISTRY, Period(FIRST))
    child = Unit(UnitId("con"), "Con", Level.COMMUNE, Period(FIRST + timedelta(days=1)), ministry.id)
    tree = UnitTree((*units, ministry, child))
    return History(tree, successions, (Abolition(ended.id, on, draw(BASES)),))


@PLAIN
@given(documented())
def test_a_history_is_read_back_as_it_was_written(history: History) -> None:
    with undone():
        write(history)
        assert in_order(selectors.history()) == in_order(history)


@st.composite
def clusters(draw: st.DrawFn) -> Cluster:
    """A cluster whose members come and go, with offices and an order of speaking of its own."""
    units = [UnitId(f"u{index}") for index in range(draw(st.integers(1, 5)))]
    day = st.integers(0, 300).map(lambda days: FIRST + timedelta(days=days))
    members = []
    for unit in units:
        first, second = sorted(draw(st.lists(day, min_size=2, max_size=2, unique=True)))
        members.append(Membership(unit, Period(first, second)))
        if draw(st.booleans()):
            members.append(Membership(unit, Period(second + timedelta(days=3))))
    speaking = draw(st.permutations(units))
    members.sort(key=lambda one: (speaking.index(one.unit), one.period.start))
    offices = [
        Office(kind, draw(st.sampled_from(units)), Period(FIRST + timedelta(days=index)))
        for index, kind in enumerate(OfficeKind)
        if draw(st.booleans())
    ]
    return Cluster("Cụm số 10", 2024, tuple(members), tuple(offices), tuple(speaking))


@PLAIN
@given(clusters(), BASES)
def test_a_cluster_is_read_back_as_it_was_written(cluster: Cluster, document: LegalBasis) -> None:
    with undone():
        units = [Unit(unit, unit, Level.PROVINCE, Period(date(2000, 1, 1))) for unit in cluster.speaking]
        write(History(UnitTree(tuple(units))))
        row = models.Cluster(
            id=uuid4(), number="10", name=cluster.name, year=2024, level=Level.PROVINCE, organiser_id=units[0].id
        )
        with recording(UNITS_RECORDED, by=BY, count=1) as record:
            record.save(row)
            record.save_many(bridge.rows_of_members(cluster, row))
            record.save_many([bridge.row_of_office(office, row, document) for office in cluster.offices])
        assert selectors.cluster_value(row) == cluster
        assert {bridge.basis(office) for office in row.offices.all()} <= {document}
