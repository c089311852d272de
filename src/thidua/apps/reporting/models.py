"""Figures as they were typed, one row a version, and what the authority adds to a total."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models

from thidua.apps.attachments.models import Attachment
from thidua.apps.rulebooks.models import LONGEST_CODE, LONGEST_LINE, NATURES, Typed
from thidua.apps.seasons.models import OfSeason
from thidua.core import periods
from thidua.core.scoring.figures import Nature
from thidua.core.states import Stage

YEAR = periods.YEAR


class Figure(Typed):
    """What one stage said about one indicator of one unit. The latest version counts; none is ever overwritten.

    `typed` is what stands in the cell (`343/359`, `đạt`, `không giao`); an empty text takes the figure back. The
    document is the minute in which a review stands; evidence, appraiser and reason are those of the line.
    """

    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    period = models.CharField(max_length=10, default=YEAR)  # a code of `core.periods`
    stage = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Stage])
    version = models.PositiveSmallIntegerField()
    typed = models.CharField(max_length=LONGEST_LINE, blank=True)
    nature = models.CharField(max_length=20, choices=NATURES, default=Nature.REAL)
    source = models.CharField(max_length=LONGEST_LINE, blank=True)
    evidence = models.TextField(blank=True)
    appraiser = models.CharField(max_length=LONGEST_LINE, blank=True)
    decided_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("season", "unit", "indicator", "period", "stage", "version"), name="one_figure_a_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator} {self.stage} v{self.version}"


class Step(StrEnum):
    """What happened to a report after it was submitted."""

    APPROVED = "approved"  # by the unit's leader
    OPENED = "opened"  # by who runs the year, who reads it from now on: it is returned, and no more recalled
    RECALLED = "recalled"  # by the unit, to go on writing
    RETURNED = "returned"  # by who runs the year, with the reason


class SelfReport(OfSeason):
    """The self-score report of a unit, submitted as one piece: the digest is that of every figure as it stood then."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=LONGEST_CODE)
    version = models.PositiveSmallIntegerField()
    figures = models.PositiveIntegerField()  # how many it holds
    digest = models.CharField(max_length=64)
    due_on = models.DateField(null=True)  # the day on which it was due, as planned then
    submitted_by = models.CharField(max_length=LONGEST_CODE)
    submitted_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "unit", "version"), name="one_report_a_version"),)

    def __str__(self) -> str:
        return f"{self.unit} v{self.version}"


class ReportStep(OfSeason):
    """One step of a report: approved, recalled or returned. The last one says how the report stands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(SelfReport, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Step])
    reason = models.TextField(blank=True)
    by_account = models.CharField(max_length=LONGEST_CODE)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.report_id} {self.step}"


class PeriodOpening(OfSeason):
    """A closed period that was opened again for one unit up to a day, and why. The last one of a period counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=LONGEST_CODE)
    period = models.CharField(max_length=10)
    until = models.DateField()
    reason = models.TextField()
    by_account = models.CharField(max_length=LONGEST_CODE)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.unit} {self.period} {self.until}"


class EntryFor(OfSeason):
    """Figures that who runs the year typed for a unit from its paper. They count once the unit has confirmed them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=LONGEST_CODE)
    paper = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="entries_for")
    document_number = models.CharField(max_length=100)
    document_date = models.DateField()
    typed_by = models.CharField(max_length=LONGEST_CODE)
    typed_at = models.DateTimeField()
    is_confirmed = models.BooleanField(null=True)  # None: the unit has not answered
    answered_by = models.CharField(max_length=LONGEST_CODE, blank=True)
    answered_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)  # why the unit rejected it

    def __str__(self) -> str:
        return f"{self.unit} {self.document_number}"


class LineFor(OfSeason):
    """One figure of an entry for a unit. `seen`: the version of the cell that stood when it was typed, 0 for none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(EntryFor, on_delete=models.PROTECT, related_name="lines")
    indicator = models.CharField(max_length=LONGEST_CODE)
    period = models.CharField(max_length=10, default=YEAR)
    typed = models.CharField(max_length=LONGEST_LINE)
    seen = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "indicator", "period"), name="one_line_a_cell"),)

    def __str__(self) -> str:
        return f"{self.indicator} {self.typed}"


class Adjustment(Typed):
    """Points that the standing body adds to the total of a unit, or takes from it, by a document (K33)."""

    unit = models.CharField(max_length=LONGEST_CODE)
    points = models.CharField(max_length=20)
    reason = models.TextField()

    def __str__(self) -> str:
        return f"{self.unit} {self.points}"
