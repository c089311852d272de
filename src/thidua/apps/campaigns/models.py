"""Campaigns, who acknowledged them when, and what their reviews found for each unit."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from thidua.apps.rulebooks.models import LONGEST_CODE, LONGEST_LINE
from thidua.apps.seasons.models import Documented, OfSeason


class Sort(StrEnum):
    """What kind of campaign it is."""

    PEAK = "peak"  # đợt cao điểm
    THEMATIC = "thematic"  # chuyên đề
    SHORT_TERM = "short_term"  # ngắn ngày


class Campaign(OfSeason, Documented):
    """A campaign. Without a day of launch it is a proposal; the document is the one that launched it.

    `indicator` is the one that its reviewed results feed, or nothing. `ends_on` is its last day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sort = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Sort])
    name = models.CharField(max_length=LONGEST_LINE)
    content = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    acknowledge_by = models.DateField()
    indicator = models.CharField(max_length=LONGEST_CODE, blank=True)
    launched_on = models.DateField(null=True)
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="campaign_has_a_day"),
            models.CheckConstraint(
                condition=Q(launched_on__isnull=True) | ~Q(document_number=""), name="launched_by_a_document"
            ),
        )
        indexes = (models.Index(fields=("season", "starts_on"), name="campaigns_by_day"),)

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> Sort:
        return Sort(self.sort)

    @property
    def is_proposal(self) -> bool:
        return self.launched_on is None


class Acknowledgement(OfSeason):
    """That a unit has taken note of a campaign; whether that was late follows from the day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="acknowledgements")
    unit = models.CharField(max_length=LONGEST_CODE)
    account = models.CharField(max_length=100)
    acknowledged_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("campaign", "unit"), name="acknowledged_once_a_unit"),)

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.unit}"


class CampaignReview(OfSeason, Documented):
    """What a review found; a later version replaces the one before, which stays."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="reviews")
    version = models.PositiveIntegerField()
    summary = models.TextField()
    reviewed_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("campaign", "version"), name="one_review_a_version"),)

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.version}"


class CampaignResult(OfSeason):
    """What a review found for one unit. `typed` is the figure as it goes into the cell of the indicator.

    `confirmed_on`: the unit said that it is so, and from then on it is the unit's own figure.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(CampaignReview, on_delete=models.PROTECT, related_name="results")
    unit = models.CharField(max_length=LONGEST_CODE)
    typed = models.CharField(max_length=LONGEST_LINE, blank=True)
    note = models.TextField(blank=True)
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("review", "unit"), name="one_result_a_unit"),)

    def __str__(self) -> str:
        return f"{self.unit} {self.typed}"
