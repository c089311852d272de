"""The document that shows something: its number as on paper, and its date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as day

from thidua.core.errors import Place, Problem

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Document:
    """A document by what stands at its head; a date that nobody gave is None."""

    number: str
    date: day | None


def check_document(document: Document, *, today: day) -> Iterator[Problem]:
    """What is wrong with a document: no number, no date, or a date that has not come."""
    if not document.number.strip():
        yield Problem("seasons.document_number", place=Place(path="number"))
    if len(document.number) > LONGEST:
        yield Problem("forms.too_long", {"length": len(document.number), "longest": LONGEST}, Place(path="number"))
    if document.date is None:
        yield Problem("seasons.document_date", place=Place(path="date"))
    elif document.date > today:
        yield Problem("seasons.document_ahead", {"date": document.date, "today": today}, Place(path="date"))
