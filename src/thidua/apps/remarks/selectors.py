"""Reads of remarks: the threads of a cell, what is open where, and which comment stands for a figure."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from thidua.apps.remarks.models import YEAR, Act, Remark, Side
from thidua.apps.seasons.models import Season

Cell = tuple[str, str, str]  # unit, indicator, period


@dataclass(frozen=True, slots=True)
class Thread:
    """A question with all that was said to it, in order of time."""

    question: Remark
    replies: tuple[Remark, ...]

    @property
    def is_open(self) -> bool:
        return all(one.what is not Act.CLOSED for one in self.replies)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return (self.question, *self.replies)

    @property
    def waits_for(self) -> Side:
        """The side that did not speak last."""
        return self.remarks[-1].who.other


def threads_of(season: Season, unit: str, indicator: str = "", *, period: str = "") -> list[Thread]:
    """The threads of a unit, or of one of its cells, the latest question first. Two queries."""
    asked = Remark.objects.filter(season=season, unit=unit, act=Act.ASKED)
    asked = asked.filter(indicator=indicator) if indicator else asked
    asked = asked.filter(period=period) if period else asked
    return [_thread(row) for row in _with_replies(asked).order_by("-at", "pk")]


def open_threads(seasons: Collection[Season]) -> list[Thread]:
    """Every thread of some seasons that is not closed, the oldest first. Two queries."""
    asked = Remark.objects.filter(season__in=seasons, act=Act.ASKED).exclude(replies__act=Act.CLOSED)
    return [_thread(row) for row in _with_replies(asked).order_by("at", "pk")]


def open_by_cell(season: Season, units: Iterable[str] | None = None) -> Counter[Cell]:
    """How many threads are open at each cell. One query."""
    asked = Remark.objects.filter(season=season, act=Act.ASKED).exclude(replies__act=Act.CLOSED)
    asked = asked if units is None else asked.filter(unit__in=list(units))
    return Counter(asked.values_list("unit", "indicator", "period"))


def open_by_unit(season: Season) -> Counter[str]:
    """How many threads are open at the cells of each unit. One query."""
    found: Counter[str] = Counter()
    for (unit, _indicator, _period), count in open_by_cell(season).items():
        found[unit] += count
    return found


def explanations_of(season: Season, unit: str) -> dict[tuple[str, str], Remark]:
    """By indicator and period, the last comment of a unit on its own figure. One query."""
    rows = Remark.objects.filter(season=season, unit=unit, act=Act.EXPLAINED).order_by("at", "pk")
    return {(row.indicator, row.period): row for row in rows}


def explains(remark: Remark | None, typed: str) -> bool:
    """Whether a comment was made on the figure that stands now."""
    return remark is not None and remark.figure == typed


def _with_replies(asked: QuerySet[Remark]) -> QuerySet[Remark]:
    return asked.prefetch_related(Prefetch("replies", queryset=Remark.objects.order_by("number")))


def _thread(row: Remark) -> Thread:
    return Thread(row, tuple(row.replies.all()))


__all__ = [
    "YEAR",
    "Thread",
    "explains",
    "explanations_of",
    "open_by_cell",
    "open_by_unit",
    "open_threads",
    "threads_of",
]
