"""Evidence of a unit: a file that was attached, or a document that is named and stays where it is kept."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.attachments.models import Attachment
from thidua.apps.rulebooks.models import LONGEST_CODE, LONGEST_LINE
from thidua.apps.seasons.models import Documented, OfSeason

YEAR = "year"


class Marking(StrEnum):
    """The level that stands on the document (Law on protection of state secrets 2018, article 8)."""

    OPEN = "open"
    SECRET = "secret"  # noqa: S105 - mật
    HIGHLY_SECRET = "highly_secret"  # noqa: S105 - tối mật
    TOP_SECRET = "top_secret"  # noqa: S105 - tuyệt mật


class Evidence(OfSeason):
    """One piece of evidence of a unit. With an attachment it is the file, without it a document by reference.

    `dated_on` is the day of what it shows. What is withdrawn stays, with who took it back, when and why. `key` is the
    same for the same document whoever names it: its number, issuer and date, in small letters without marks.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=LONGEST_CODE)
    title = models.CharField(max_length=LONGEST_LINE)
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="evidence")
    number = models.CharField(max_length=100, blank=True)
    issuer = models.CharField(max_length=LONGEST_LINE, blank=True)
    holder = models.CharField(max_length=LONGEST_LINE, blank=True)  # where the paper lies
    dated_on = models.DateField()
    secrecy = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Marking], default=Marking.OPEN)
    key = models.CharField(max_length=500, blank=True)
    is_illustrative = models.BooleanField(default=False)
    added_by = models.CharField(max_length=100)
    added_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=100, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(attachment__isnull=False) | ~Q(number=""), name="evidence_is_a_file_or_a_document"
            ),
            models.CheckConstraint(
                condition=Q(attachment__isnull=True) | Q(secrecy=Marking.OPEN), name="no_secret_file_is_kept"
            ),
        )
        indexes = (
            models.Index(fields=("season", "unit"), name="evidence_of_a_unit"),
            models.Index(fields=("key",), name="evidence_by_document"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def marking(self) -> Marking:
        return Marking(self.secrecy)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class Citation(OfSeason):
    """For which indicator, and in which period, evidence stands, where in it to look, and on what grounds.

    `is_ended`: the unit no longer relies on it there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="citations")
    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    period = models.CharField(max_length=10, default=YEAR)
    place = models.CharField(max_length=LONGEST_LINE, blank=True)  # page 3, paragraph 2
    grounds = models.TextField(blank=True)
    is_ended = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("evidence", "indicator", "period"), condition=Q(is_ended=False), name="cited_once_an_indicator"
            ),
        )
        indexes = (models.Index(fields=("season", "unit", "indicator"), name="citations_of_a_cell"),)

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator} {self.place}"


class AgeLimit(OfSeason, Documented):
    """From which day to which evidence must be dated, by which document; the latest one counts.

    Without any, the days for which data are collected are the limit.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField()
    first = models.DateField()
    last = models.DateField()
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "version"), name="one_age_limit_a_version"),
            models.CheckConstraint(condition=Q(last__gte=models.F("first")), name="age_limit_has_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.first} – {self.last}"
