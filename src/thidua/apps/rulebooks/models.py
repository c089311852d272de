"""Versions of a season's rulebook, and its targets. What was adopted or given stays; a change is a new row."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.seasons.models import Documented, OfSeason
from thidua.core.scoring.figures import Nature

NATURES = [(one.value, one.value) for one in Nature]
LONGEST_CODE = 100
LONGEST_LINE = 300


class VersionState(StrEnum):
    """How a version of a rulebook stands."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class Typed(OfSeason, Documented):
    """A row that somebody wrote at some time, from a file or by hand, and the document that shows it.

    `batch` are the rows of one import.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    typed_by = models.CharField(max_length=100)  # the account
    typed_at = models.DateTimeField()
    file_name = models.CharField(max_length=LONGEST_LINE, blank=True)
    batch = models.UUIDField(null=True)

    class Meta:
        abstract = True


class RulebookVersion(Typed):
    """One version of a season's rulebook: its plain document, and the digest of what it means.

    The document number, its date and the reason are those of the adoption, or of the amendment.
    """

    number = models.PositiveSmallIntegerField()
    document = models.JSONField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in VersionState])
    adopted_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "number"), name="one_rulebook_a_number"),
            models.UniqueConstraint(
                fields=("season",), condition=Q(state=VersionState.DRAFT), name="one_draft_rulebook_a_season"
            ),
            models.CheckConstraint(
                condition=Q(state=VersionState.DRAFT, adopted_on__isnull=True)
                | Q(state=VersionState.ADOPTED, adopted_on__isnull=False),
                name="rulebook_adopted_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.season_id} v{self.number}"


class Target(Typed):
    """A target of one unit as it was typed (`75%`, `không giao chỉ tiêu`), in force from a day on.

    A later version with the same first day replaces the earlier one; an empty text takes it back. `due_on`: the day by
    which it is to be reached, where that is not the season's last. `acknowledge_by`: until when the unit should say
    that it has taken note.
    """

    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    version = models.PositiveSmallIntegerField()
    typed = models.CharField(max_length=LONGEST_LINE, blank=True)
    valid_from = models.DateField(null=True)
    reason = models.TextField(blank=True)
    nature = models.CharField(max_length=20, choices=NATURES, default=Nature.REAL)
    source = models.CharField(max_length=LONGEST_LINE, blank=True)
    due_on = models.DateField(null=True)
    acknowledge_by = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "unit", "indicator", "version"), name="one_target_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator} v{self.version}"


class Milestone(Typed):
    """What one unit should have reached by a day on the way to a target, as it was typed; it makes no points.

    A later version replaces the earlier one of the same day; an empty text takes it back.
    """

    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    due_on = models.DateField()
    version = models.PositiveSmallIntegerField()
    typed = models.CharField(max_length=LONGEST_LINE, blank=True)
    reason = models.TextField(blank=True)
    nature = models.CharField(max_length=20, choices=NATURES, default=Nature.REAL)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("season", "unit", "indicator", "due_on", "version"), name="one_milestone_a_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator} {self.due_on} v{self.version}"


class TargetAcknowledgement(OfSeason):
    """That a unit has taken note of its targets and milestones: of so many versions as there were then."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=LONGEST_CODE)
    versions = models.PositiveIntegerField()
    account = models.CharField(max_length=100)
    acknowledged_on = models.DateField()
    is_late = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "unit", "versions"), name="acknowledged_once_as_it_stood"),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.unit}"


class EditKind(StrEnum):
    """What an edit of a draft did."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


class DraftPart(StrEnum):
    """What of a rulebook an edit is about."""

    CRITERION = "criterion"
    INDICATOR = "indicator"
    GENERAL = "general"


class DraftEdit(OfSeason):
    """One edit of a draft, in the order of their numbers: who, when, what stood there before and after.

    `draft` is the key of the version, `undoes` the number of the edit that it takes back. What was adopted keeps its
    edits, what was thrown away loses the draft only.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.UUIDField()
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=10, choices=[(one.value, one.value) for one in EditKind])
    part = models.CharField(max_length=10, choices=[(one.value, one.value) for one in DraftPart])
    code = models.CharField(max_length=LONGEST_CODE, blank=True)  # afterwards; of what is gone, the last one
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    undoes = models.PositiveIntegerField(null=True)
    typed_by = models.CharField(max_length=100)  # the account
    typed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="one_edit_a_number"),)

    def __str__(self) -> str:
        return f"{self.season_id} {self.number}"

    @property
    def kind(self) -> EditKind:
        return EditKind(self.what)
