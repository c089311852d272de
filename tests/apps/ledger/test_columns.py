"""Columns in the ledger's one spelling: the same from memory, from SQLite and from PostgreSQL."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, models

from thidua.apps.ledger.columns import column_plain, columns_of
from thidua.core.errors import Fault


class Sample(models.Model):
    """One column of each kind that a domain table may have; a table for these tests alone."""

    name = models.CharField(max_length=40)
    note = models.TextField(blank=True, default="")
    points = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    count = models.IntegerField(default=0)
    is_open = models.BooleanField(default=False)
    held_on = models.DateField(null=True)
    held_at = models.DateTimeField(null=True)
    opens = models.TimeField(null=True)
    token = models.UUIDField(null=True)
    seal = models.BinaryField(null=True)
    parts = models.JSONField(null=True)

    class Meta:
        app_label = "ledger_tests"
        managed = False

    def __str__(self) -> str:
        return self.name


FULL = {
    "name": "Đường Nguyễn", "note": "dòng\nhai", "points": Decimal("12.50"), "count": 3, "is_open": True,
    "held_on": date(2024, 11, 23), "held_at": datetime(2024, 11, 23, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
    "opens": time(7, 30), "token": UUID(int=7), "seal": b"\x00\xff", "parts": {"b": ["x", 1], "a": None},
}  # fmt: skip
TOLD = {
    "id": 1, "name": "Đường Nguyễn", "note": "dòng\nhai", "points": "12.5", "count": 3, "is_open": True,
    "held_on": "2024-11-23", "held_at": "2024-11-23T07:00:00.000000+00:00", "opens": "07:30:00",
    "token": "00000000-0000-0000-0000-000000000007", "seal": "00ff", "parts": {"b": ["x", 1], "a": None},
}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_row_is_spelled_the_same_before_and_after_it_was_stored() -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Sample)
    try:
        row = Sample.objects.create(**FULL)
        assert columns_of(row) == TOLD
        assert columns_of(Sample.objects.get()) == TOLD
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(Sample)


def test_what_is_empty_or_at_its_default_is_left_out() -> None:
    assert columns_of(Sample(id=1, name="x")) == {"id": 1, "name": "x"}


def test_a_number_that_the_database_would_round_is_refused() -> None:
    with pytest.raises(Fault):
        columns_of(Sample(id=1, name="x", points=Decimal("1.005")))


@pytest.mark.parametrize("value", [1.5, datetime(2024, 1, 1), object()])  # noqa: DTZ001 - refused for that
def test_what_has_no_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(Fault):
        column_plain(value)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Decimal("0.00"), "0"),
        (Decimal("-0"), "0"),
        (Decimal("1E+3"), "1000"),
        ("Nguyê\u0303n", "Nguyễn"),
        (datetime(2024, 1, 1, tzinfo=UTC), "2024-01-01T00:00:00.000000+00:00"),
        (memoryview(b"\x01"), "01"),
    ],
)
def test_one_value_has_one_spelling(value: object, told: str) -> None:
    assert column_plain(value) == told
