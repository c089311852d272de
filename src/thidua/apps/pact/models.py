"""The pact of a season: its one draft, each text that was opened for signature, and who signed which text."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.attachments.models import Attachment
from thidua.apps.seasons.models import Documented, OfSeason

LONGEST_SIGNER = 300


class Pact(OfSeason):
    """The draft of a season's pact as plain data (`text.Draft`); `version` goes up with each change."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField()
    content = models.JSONField()
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season",), name="one_pact_a_season"),)

    def __str__(self) -> str:
        return f"{self.season_id} v{self.version}"


class Opening(OfSeason):
    """A text that was opened for signature. `document` is the whole text, `digest` that of its canonical bytes.

    A withdrawn one stays, with its signatures, which count no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="openings")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    digest = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("pact", "number"), name="one_opening_a_number"),
            models.UniqueConstraint(
                fields=("pact",), condition=Q(withdrawn_at__isnull=True), name="one_text_open_a_pact"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(reason=""), name="withdrawn_for_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.number} {self.digest[:12]}"

    @property
    def is_void(self) -> bool:
        """Whether it was withdrawn: what was signed under it counts no more."""
        return self.withdrawn_at is not None


class Way(StrEnum):
    """How a unit signed."""

    HERE = "here"  # its leader, by password
    PAPER = "paper"  # on paper, recorded with the scan


class Signature(OfSeason, Documented):
    """That a unit's leader signed a text, by its digest. The document and the scan are those of a paper signature."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="signatures")
    unit = models.CharField(max_length=100)
    way = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Way])
    signer = models.CharField(max_length=LONGEST_SIGNER)  # rank, name and post as printed
    account = models.CharField(max_length=100)  # who signed here, or who recorded the paper
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    scan = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="pact_signatures")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("opening", "unit"), name="one_signature_a_unit"),
            models.CheckConstraint(
                condition=Q(way=Way.HERE, scan__isnull=True)
                | Q(way=Way.PAPER, scan__isnull=False, document_date__isnull=False),
                name="paper_signature_has_its_scan",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.digest[:12]}"

    @property
    def on_paper(self) -> bool:
        return self.way == Way.PAPER
