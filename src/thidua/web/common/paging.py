"""Long lists, a page at a time: `?trang=2`. What else stands in the address stays in the links."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PARAMETER = "trang"
SIZE = 50


@dataclass(frozen=True, slots=True)
class Paged:
    """The rows of one page and where it stands among the others."""

    rows: list[Any]
    number: int
    pages: int
    total: int
    address: str  # the query of the links, up to the number of the page

    @property
    def first(self) -> int:
        """The place of the first row among all."""
        return (self.number - 1) * SIZE + 1 if self.rows else 0

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def previous(self) -> int:
        """0 on the first page."""
        return self.number - 1

    @property
    def next(self) -> int:
        """0 on the last page."""
        return self.number + 1 if self.number < self.pages else 0


def paged(request: HttpRequest, found: QuerySet[Any]) -> Paged:
    """The page that the address asks for; what is no page is the nearest one. Two queries."""
    page = Paginator(found, SIZE).get_page(request.GET.get(PARAMETER))
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    address = f"?{query.urlencode()}&{PARAMETER}=" if query else f"?{PARAMETER}="
    return Paged(list(page.object_list), page.number, page.paginator.num_pages, page.paginator.count, address)
