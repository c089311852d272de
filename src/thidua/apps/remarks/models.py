"""Remarks on cells, one row each, never changed: a question, its answers, its end, or a comment on a figure."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.rulebooks.models import LONGEST_CODE, LONGEST_LINE
from thidua.apps.seasons.models import OfSeason

YEAR = "year"


class Act(StrEnum):
    """What somebody did with words at a cell."""

    ASKED = "asked"  # opens a thread
    ANSWERED = "answered"
    CLOSED = "closed"
    EXPLAINED = "explained"  # a comment of the unit on its own figure, which nobody has to answer


class Side(StrEnum):
    """For whom somebody speaks: the unit whose figure it is, or those who look at it."""

    UNIT = "unit"
    REVIEW = "review"

    @property
    def other(self) -> Side:
        return Side.REVIEW if self is Side.UNIT else Side.UNIT


class Remark(OfSeason):
    """One remark. `opens` is the question that it belongs to; `figure` the text that stood in the cell as it was made.

    An explanation holds as long as the cell says the same.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    period = models.CharField(max_length=10, default=YEAR)
    act = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Act])
    side = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Side])
    opens = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    number = models.PositiveSmallIntegerField(default=0)  # in its thread; the question is 0
    figure = models.CharField(max_length=LONGEST_LINE, blank=True)
    text = models.TextField(blank=True)
    is_illustrative = models.BooleanField(default=False)
    by_account = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(opens__isnull=True, act__in=[Act.ASKED, Act.EXPLAINED])
                | Q(opens__isnull=False, act__in=[Act.ANSWERED, Act.CLOSED]),
                name="replies_belong_to_a_question",
            ),
            models.CheckConstraint(condition=Q(act=Act.CLOSED) | ~Q(text=""), name="a_remark_says_something"),
            models.UniqueConstraint(fields=("opens",), condition=Q(act=Act.CLOSED), name="closed_once"),
            models.UniqueConstraint(fields=("opens", "number"), name="one_reply_a_number"),
        )
        indexes = (models.Index(fields=("season", "unit", "indicator"), name="remarks_of_a_cell"),)

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator} {self.act}"

    @property
    def what(self) -> Act:
        return Act(self.act)

    @property
    def who(self) -> Side:
        return Side(self.side)
