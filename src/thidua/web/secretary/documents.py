"""The season's documents, offered wherever a page asks for the number of one: chosen from the list, its day need not be
typed. Works without script: the browser lists the numbers, the server knows the days.
"""

from collections.abc import Callable, Sequence

from django.http import HttpRequest

from thidua.apps.library.models import LibraryDocument
from thidua.apps.library.selectors import documents_of
from thidua.apps.seasons.models import Season
from thidua.words.vietnamese import tidy

MOST_OFFERED = 200  # the latest
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
OFFERED = "offered_documents"  # the hidden field of forms that showed the list


def offered_in(season: Season) -> Callable[[], Sequence[LibraryDocument]]:
    """What a page offers; asked of the database only where a form shows it."""
    return lambda: list(documents_of(season)[:MOST_OFFERED])


def fill_in_day(request: HttpRequest, season: Season) -> None:
    """The day of the document whose number was chosen, where none was typed. Two of one number on two days: nothing."""
    if request.content_type not in FORMS:  # a message of the grid is read as it comes
        return
    sent = request.POST
    if OFFERED not in sent or sent.get("date", "").strip():
        return
    named = documents_of(season).filter(document_number=tidy(sent.get("number", "")))
    days = set(named.values_list("document_date", flat=True)[:MOST_OFFERED])
    if len(days) == 1:
        filled = sent.copy()
        filled["date"] = f"{days.pop():%d/%m/%Y}"
        request.POST = filled
