"""A prepared question answers as Django's own query does, on every database, whatever it is asked about."""

from datetime import date
from itertools import combinations
from uuid import uuid4

import pytest

from season_cases import write_cluster, write_units
from thidua.apps.database.prepared import Asked, Prepared, columns_of, made_of
from thidua.apps.organisation.models import Membership
from thidua.core.errors import Fault

pytestmark = pytest.mark.django_db

STARTS = date(2024, 1, 2)
_MEMBERS = Prepared(
    lambda: (
        Membership.objects.filter(
            cluster=Asked(Membership, "cluster"),
            position__in=[Asked(Membership, "position", "one"), Asked(Membership, "position", "other")],
            starts_on__lte=Asked(Membership, "starts_on"),
            ends_on__isnull=True,
        )
        .order_by("position")
        .values_list(*columns_of(Membership))
    )
)


@pytest.mark.parametrize("day", [STARTS, date(2023, 12, 31)])
def test_a_prepared_question_answers_as_the_query(day: date) -> None:
    write_units()
    for year in (2024, 2025):
        cluster = write_cluster(year=year)
        for one, other in combinations((1, 3, 5, 9), 2):
            asked = _MEMBERS.ask(cluster=cluster.pk, one=one, other=other, starts_on=day)
            members = Membership.objects.filter(cluster=cluster, position__in=[one, other], starts_on__lte=day)
            assert asked == list(members.order_by("position").values_list(*columns_of(Membership)))


def test_objects_are_those_of_the_query() -> None:
    write_units()
    cluster = write_cluster()
    rows = _MEMBERS.ask(cluster=cluster.pk, one=1, other=2, starts_on=STARTS)
    made = made_of(Membership, rows)
    assert len(made) == 2
    for row in made:
        stored = Membership.objects.get(pk=row.pk)
        assert [getattr(row, name) for name in columns_of(Membership)] == [
            getattr(stored, name) for name in columns_of(Membership)
        ]
        assert not row._state.adding


@pytest.mark.parametrize("told", [{"one": 1}, {"one": 1, "other": 2, "third": 3}])
def test_other_values_than_it_asks_for_are_refused(told: dict[str, int]) -> None:
    with pytest.raises(Fault, match="other"):
        _MEMBERS.ask(cluster=uuid4(), starts_on=STARTS, **told)


def test_what_django_takes_for_a_text_is_no_question() -> None:
    units = [Asked(Membership, "unit")]
    with pytest.raises(Fault, match="unit"):
        Prepared(lambda: Membership.objects.filter(unit__in=units).values_list("pk")).ask(unit="tay-ninh")


def test_one_of_none_is_nothing() -> None:
    assert Prepared(lambda: Membership.objects.filter(position__in=[]).values_list("pk")).ask() == []
