"""Documents of a season: what stands at their head, and the file or where the paper lies."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.attachments.models import Attachment
from thidua.apps.evidence.models import Marking
from thidua.apps.seasons.models import Documented, OfSeason
from thidua.words.vietnamese import folded, marked

LONGEST_LINE = 300


class DocumentSort(StrEnum):
    """What a document is."""

    PLAN = "plan"  # kế hoạch
    REGULATION = "regulation"  # quy chế, quy định
    DECISION = "decision"  # quyết định
    MINUTES = "minutes"  # biên bản
    REPORT = "report"  # báo cáo
    OTHER = "other"  # công văn, thông báo, giấy mời


class LibraryDocument(OfSeason, Documented):
    """One document. Without an attachment it is named only, and `holder` says where the paper lies.

    The file of a secret document is never kept. What is withdrawn stays on record. `search_key`: what it is found by.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sort = models.CharField(max_length=20, choices=[(one.value, one.value) for one in DocumentSort])
    issuer = models.CharField(max_length=LONGEST_LINE)
    subject = models.CharField(max_length=LONGEST_LINE)
    holder = models.CharField(max_length=LONGEST_LINE, blank=True)
    secrecy = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Marking], default=Marking.OPEN)
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="documents")
    search_key = models.CharField(max_length=2000, editable=False, default="")
    kept_by = models.CharField(max_length=100)
    kept_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(attachment__isnull=False) | ~Q(holder=""), name="document_is_a_file_or_held"
            ),
            models.CheckConstraint(
                condition=Q(attachment__isnull=True) | Q(secrecy=Marking.OPEN), name="no_secret_document_is_kept"
            ),
            models.UniqueConstraint(
                fields=("season", "document_number", "document_date", "issuer"),
                condition=Q(withdrawn_at__isnull=True),
                name="one_document_a_number",
            ),
        )
        indexes = (models.Index(fields=("season", "-document_date"), name="documents_by_day"),)

    def __str__(self) -> str:
        return f"{self.document_number} {self.subject}"

    @property
    def kind(self) -> DocumentSort:
        return DocumentSort(self.sort)

    @property
    def marking(self) -> Marking:
        return Marking(self.secrecy)


def search_key(row: LibraryDocument) -> str:
    """What a document is found by, with its marks and without."""
    shown = f"{row.document_number} {row.issuer} {row.subject} {row.holder}"
    return f"{marked(shown)}\n{folded(shown)}"
