"""Decisions beside claims, the answers of units, rulings, and the meeting that agrees. Nothing is overwritten."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.rulebooks.models import LONGEST_CODE, LONGEST_LINE
from thidua.apps.seasons.models import Documented, OfSeason


class Verdict(StrEnum):
    """What an appraiser says of a claim."""

    ACCEPT = "accept"
    ADJUST = "adjust"
    RETURN = "return"


class Outcome(StrEnum):
    """How an objection ended."""

    UPHELD = "upheld"  # the unit is right: another figure counts
    REJECTED = "rejected"  # the decision stands
    WITHDRAWN = "withdrawn"  # the unit took it back


class CheckResult(StrEnum):
    """What was found on the spot."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    NOT_SHOWN = "not_shown"


class ByPerson(OfSeason):
    """A row that one person writes at one moment, for a unit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by_account = models.CharField(max_length=LONGEST_CODE)
    by_unit = models.CharField(max_length=LONGEST_CODE, blank=True)  # for which the person acted
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Decision(ByPerson):
    """What was decided on one claim; a later version takes the place of an earlier one.

    `claim` is the version of the unit's own figure that was looked at (0: none was reported), `claimed` its text then.
    `typed` is the figure that counts from now on, empty where the claim was returned; `due_on` is the last day on which
    the unit may object, or answer what was returned. `needs_second`: it counts once another person has confirmed it.
    """

    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    version = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Verdict])
    claim = models.PositiveSmallIntegerField()
    claimed = models.CharField(max_length=LONGEST_LINE, blank=True)
    typed = models.CharField(max_length=LONGEST_LINE, blank=True)
    reason = models.TextField(blank=True)
    clause = models.CharField(max_length=LONGEST_LINE, blank=True)
    due_on = models.DateField(null=True)
    needs_second = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "unit", "indicator", "version"), name="one_decision_a_version"),
            models.CheckConstraint(condition=~Q(verdict=Verdict.RETURN) | Q(typed=""), name="a_return_decides_nothing"),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator} v{self.version} {self.verdict}"


class SecondLook(ByPerson):
    """What the second person says of a decision that needs one: confirmed, or refused with the reason; never edited."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="second")
    confirms = models.BooleanField()
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.decision_id} {self.confirms}"


class Objection(ByPerson):
    """What a unit says against a decision, by `rule_by` to be ruled on."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="objection")
    text = models.TextField()
    wanted = models.CharField(max_length=LONGEST_LINE, blank=True)  # the figure that the unit holds to be right
    rule_by = models.DateField()

    def __str__(self) -> str:
        return f"{self.decision_id}"


class Ruling(ByPerson, Documented):
    """How an objection ended: by whom, why, and with which figure where the unit was right."""

    objection = models.OneToOneField(Objection, on_delete=models.PROTECT, related_name="ruling")
    outcome = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Outcome])
    typed = models.CharField(max_length=LONGEST_LINE, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome=Outcome.UPHELD) | Q(typed=""), name="only_upheld_gives_a_figure"
            ),
        )

    def __str__(self) -> str:
        return f"{self.objection_id} {self.outcome}"

    @property
    def outcome_word(self) -> Outcome:
        """How it ended, as the value that has a sentence."""
        return Outcome(self.outcome)


class Meeting(ByPerson, Documented):
    """The meeting that agreed on the points of every unit: its minute by number, who was there, and what it said."""

    held_on = models.DateField()
    place = models.CharField(max_length=LONGEST_LINE)
    present = models.TextField()  # names, ranks and posts, one a line
    opinion = models.TextField(blank=True)
    items = models.PositiveIntegerField()  # figures that it covers

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.season_id} {self.held_on}"


class Point(ByPerson):
    """One open point as the meeting ruled it, with the figure that was agreed on and the reason."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="points")
    unit = models.CharField(max_length=LONGEST_CODE)
    indicator = models.CharField(max_length=LONGEST_CODE)
    version = models.PositiveSmallIntegerField()
    before = models.CharField(max_length=LONGEST_LINE, blank=True)
    typed = models.CharField(max_length=LONGEST_LINE)
    reason = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "unit", "indicator", "version"), name="one_point_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.indicator}"


class Roster(ByPerson):
    """A roster of cross-checks; the latest version counts. `word` is what was drawn: it gives the same roster again."""

    version = models.PositiveSmallIntegerField()
    each = models.PositiveSmallIntegerField()
    word = models.CharField(max_length=LONGEST_LINE)
    pairs = models.JSONField()  # [checker, subject], by subject in the order of speaking
    reason = models.TextField(blank=True)  # of a roster that was changed by hand

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "version"), name="one_roster_a_version"),)

    def __str__(self) -> str:
        return f"{self.season_id} v{self.version}"


class Conflict(ByPerson):
    """A declared relation for which one unit must not check another."""

    checker = models.CharField(max_length=LONGEST_CODE)
    subject = models.CharField(max_length=LONGEST_CODE)
    reason = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "checker", "subject"), name="one_conflict_a_pair"),)

    def __str__(self) -> str:
        return f"{self.checker} {self.subject}"


class Sample(ByPerson):
    """A plan of what is looked at on the spot: how many claims of each unit, from how many points on always."""

    version = models.PositiveSmallIntegerField()
    of_each = models.PositiveSmallIntegerField()
    always_from = models.CharField(max_length=20, blank=True)
    word = models.CharField(max_length=LONGEST_LINE)
    claims = models.JSONField()  # [unit, criterion, cause]

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "version"), name="one_sample_a_version"),)

    def __str__(self) -> str:
        return f"{self.season_id} v{self.version}"


class FieldCheck(ByPerson, Documented):
    """What was found on the spot about one claim, by the minute of the check."""

    unit = models.CharField(max_length=LONGEST_CODE)
    criterion = models.CharField(max_length=LONGEST_CODE)
    checked_on = models.DateField()
    place = models.CharField(max_length=LONGEST_LINE)
    result = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CheckResult])
    found = models.TextField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.unit} {self.criterion} {self.result}"
