"""The library of indicators, one row a version; of the installation, on its chain."""

from __future__ import annotations

import uuid

from django.db import models

from thidua.apps.ledger.models import Recorded
from thidua.core.periods import Aggregation
from thidua.core.rulebook.schema import Direction, FigureKind

LONGEST_CODE = 100
LONGEST_LINE = 300


class LibraryIndicator(Recorded):
    """One version of one indicator, valid from a day on; the latest one that has begun on a day holds.

    `owner` is who keeps the number. A share is an indicator of kind `share`, whose numerator and denominator say of
    what. `is_retired`: from that day on no new season takes it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=LONGEST_CODE)
    version = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=LONGEST_LINE)
    search_key = models.CharField(max_length=LONGEST_LINE + LONGEST_CODE + 1)  # without marks, small letters
    definition = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FigureKind])
    measure = models.CharField(max_length=LONGEST_CODE, blank=True)
    numerator = models.CharField(max_length=LONGEST_LINE, blank=True)
    denominator = models.CharField(max_length=LONGEST_LINE, blank=True)
    direction = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Direction])
    aggregation = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Aggregation], blank=True)
    owner = models.CharField(max_length=LONGEST_LINE, blank=True)
    valid_from = models.DateField()
    is_retired = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    typed_by = models.CharField(max_length=100)  # the account
    typed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("code", "version"), name="one_indicator_a_version"),)

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"

    @property
    def is_share(self) -> bool:
        return self.kind == FigureKind.SHARE
