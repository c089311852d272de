"""The season's documents, offered wherever a page asks for the number of one: chosen from the list, its day need not be
typed. Works without script: the browser lists the numbers, the server knows the days.
"""

from collections.abc import Callable, Sequence
from datetime import date

from django.http import HttpRequest

from thidua.apps.library.models import LibraryDocument
from thidua.apps.library.selectors import documents_of
from thidua.apps.seasons.models import Season
from thidua.web.common.forms import Field, Kind
from thidua.words.vietnamese import tidy

MOST_OFFERED = 200  # the latest
DOCUMENT = (
    Field("number", "season.document_number", hint="season.document_number_hint", is_document=True),
    Field("date", "season.document_date", Kind.DAY, hint="season.day_hint", day_of="number"),
)
OFFERED = "offered_documents"  # the hidden field of forms that showed the list


def offered_in(season: Season) -> Callable[[], Sequence[LibraryDocument]]:
    """What a page offers; asked of the database only where a form shows it."""
    return lambda: list(documents_of(season)[:MOST_OFFERED])


def day_of_chosen(request: HttpRequest, season: Season) -> Callable[[str], date | None]:
    """Gives a form that showed the list the day of a document by its number. Two of one number on two days: none."""

    def day_of(number: str) -> date | None:
        if OFFERED not in request.POST:
            return None
        named = documents_of(season).filter(document_number=tidy(number))
        days = set(named.values_list("document_date", flat=True)[:MOST_OFFERED])
        return days.pop() if len(days) == 1 else None

    return day_of
