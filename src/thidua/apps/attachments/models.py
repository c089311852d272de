"""Attached files: the bytes once for each season, and a row for each time that somebody attached them."""

from __future__ import annotations

import uuid

from django.db import models

from thidua.apps.seasons.models import OfSeason
from thidua.files.attached import LONGEST_NAME, MediaType


class Content(OfSeason):
    """The bytes of a file. The ledger commits to them, so that a changed byte is found like any changed row."""

    LEDGER_CHUNK = 4

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64)  # SHA-256
    size = models.PositiveIntegerField()  # bytes
    data = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "digest"), name="one_content_a_digest"),)

    def __str__(self) -> str:
        return f"{self.digest[:12]}, {self.size}"


class Attachment(OfSeason):
    """A file as somebody attached it. `unit` is the unit whose matter it is; none is that of the whole cluster."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=LONGEST_NAME)
    media_type = models.CharField(max_length=100, choices=[(one.value, one.value) for one in MediaType])
    unit = models.CharField(max_length=100, blank=True)
    content = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="attachments")
    kept_by = models.CharField(max_length=100)  # the account
    kept_at = models.DateTimeField()
    is_scanned = models.BooleanField(default=False)  # a virus scanner found it clean

    class Meta:
        indexes = (models.Index(fields=("season", "unit"), name="attachments_of_a_unit"),)

    def __str__(self) -> str:
        return self.name

    @property
    def type(self) -> MediaType:
        """What it is, by its content."""
        return MediaType(self.media_type)
