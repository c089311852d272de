"""Results that were frozen. A later one stands beside the earlier ones; none is ever overwritten."""

from __future__ import annotations

import uuid

from django.db import models

from thidua.apps.seasons.models import Documented, OfSeason
from thidua.core.statements import Against, Comparator
from thidua.core.states import Release


class Result(OfSeason, Documented):
    """The standings as they were frozen, by a document: the whole result, byte for byte as it is taken out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    text = models.TextField()  # of the file that `thidua replay` reads
    digest = models.CharField(max_length=64)
    engine = models.CharField(max_length=40)
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "version"), name="one_result_a_version"),)

    def __str__(self) -> str:
        return f"{self.season_id} v{self.version}"


class ResultStep(OfSeason, Documented):
    """One act on a version after it was frozen, by a document: agreed, published, or its publication withdrawn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    release = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Release])
    done_at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("result", "position"), name="one_step_a_position"),)

    def __str__(self) -> str:
        return f"{self.result_id} {self.release}"

    @property
    def kind(self) -> Release:
        """The act as the core's value."""
        return Release(self.release)


class StatementRow(OfSeason):
    """A statement to be made about the cluster, as it was typed; a later version replaces the one before, which stays.

    `indicators`: their codes, one a line. `is_dropped`: nothing is stated any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    indicators = models.TextField()
    comparator = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Comparator])
    against = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Against])
    threshold = models.CharField(max_length=100, blank=True)
    wording = models.TextField()
    source = models.TextField(blank=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "number", "version"), name="one_statement_a_version"),)
        indexes = (models.Index(fields=("season", "number", "-version"), name="statements_in_order"),)

    def __str__(self) -> str:
        return f"{self.season_id} {self.number} v{self.version}"
