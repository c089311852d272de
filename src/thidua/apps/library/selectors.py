"""Reads of the library: searched with the marks that were typed, or without any."""

from uuid import UUID

from django.db.models import QuerySet

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.library.models import DocumentSort, LibraryDocument
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.words.vietnamese import marked


def documents_of(season: Season, *, text: str = "", sort: DocumentSort | None = None) -> QuerySet[LibraryDocument]:
    """The documents that count, the latest first. "ke hoach" finds "kế hoạch"; marks that are typed count."""
    found = LibraryDocument.objects.filter(season=season, withdrawn_at__isnull=True)
    if sort is not None:
        found = found.filter(sort=sort)
    for word in marked(text).split():
        found = found.filter(search_key__contains=word)
    return found.order_by("-document_date", "document_number", "pk")


def find_document(season: Season, key: UUID) -> LibraryDocument:
    """One document. Raises AccessRefused; one that is not there is nothing to anybody."""
    found = LibraryDocument.objects.filter(season=season, pk=key).first()
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return found
