"""What is remembered of the installation's rows is true: a change is seen at once, and one that failed never was."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from season_cases import BY, NAMES, write_cluster, write_units
from thidua.apps.ledger.remembering import remembered
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import Cluster, Membership
from thidua.apps.organisation.selectors import standing_of
from thidua.apps.seasons.services.changing import SeasonRefused
from thidua.core.errors import Problem

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 1)


@pytest.fixture
def cluster() -> Cluster:
    write_units()
    return write_cluster()


def test_nothing_is_known_before_the_first_entry() -> None:
    remembered("units")["a"] = 1
    assert remembered("units") == {}


def test_it_is_known_until_something_is_written(cluster: Cluster, django_assert_num_queries: Any) -> None:
    before = standing_of(cluster, on=DAY)
    with django_assert_num_queries(1):
        assert standing_of(cluster, on=DAY) == before
    with recording(UNITS_RECORDED, by=BY, count=1) as record:
        record.delete(Membership.objects.get(cluster=cluster, unit="long-an"))
    assert standing_of(cluster, on=DAY).members == tuple(code for code in NAMES if code != "long-an")


def test_what_is_being_written_is_seen_by_its_writer_and_forgotten_with_it(cluster: Cluster) -> None:
    before = standing_of(cluster, on=DAY)
    with suppress(SeasonRefused), recording(UNITS_RECORDED, by=BY, count=1) as record:
        record.delete(Membership.objects.get(cluster=cluster, unit="long-an"))
        assert "long-an" not in standing_of(cluster, on=DAY).members
        raise SeasonRefused(Problem("reporting.nothing_to_undo"))
    assert standing_of(cluster, on=DAY) == before
