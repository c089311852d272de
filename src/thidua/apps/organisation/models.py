"""Units over time, what became of them, clusters with members and offices, and the rotation of the chair.

The tables hold what the core's values hold (`thidua.core.units`); the core alone judges whether rows agree with each
other. What a database can promise by itself stands in the constraints. Nothing here is renamed in place: a new name is
a new body with its own code, and a new parent or level a new row of the same body.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from thidua.apps.ledger.models import Recorded
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.rotation import TurnState
from thidua.core.units.tree import Level

_LEVELS = [(level.value, level.value) for level in Level]


def _a_day_at_least(name: str) -> models.CheckConstraint:
    """Ranges are half-open: the end is the first day on which the row no longer holds."""
    holds = Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on"))
    return models.CheckConstraint(condition=holds, name=name)


class Based(Recorded):
    """A row that some document makes hold; an unknown one is empty, an unconfirmed one is printed with a dagger."""

    basis_document = models.CharField(max_length=200, blank=True)
    basis_confirmed = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Unit(Recorded):
    """One body, by a code that is never reused: `tay-ninh` until 01/07/2025 and `tay-ninh-2025` after it are two."""

    code = models.CharField(max_length=100, primary_key=True)

    def __str__(self) -> str:
        return self.code


class UnitRow(Based):
    """A body while its name, level and parent stay the same."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rows")
    name = models.CharField(max_length=200)
    search_key = models.CharField(max_length=200, editable=False)  # the name without marks
    level = models.CharField(max_length=20, choices=_LEVELS)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="child_rows")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = (
            _a_day_at_least("unit_row_has_a_day"),
            models.UniqueConstraint(fields=("unit", "starts_on"), name="one_unit_row_a_start"),
            models.UniqueConstraint(fields=("unit",), condition=Q(ends_on__isnull=True), name="one_open_unit_row"),
            models.CheckConstraint(condition=~Q(unit=F("parent")), name="unit_not_its_own_parent"),
        )
        indexes = (models.Index(fields=("level", "starts_on"), name="units_of_a_level"),)

    def __str__(self) -> str:
        return self.name


class Succession(Based):
    """Bodies that end and bodies that begin on one day: a merger, a split, a new name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.on}"


class SuccessionLink(Recorded):
    """One predecessor and one successor; `weight` divides counts, as the decision states it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    succession = models.ForeignKey(Succession, on_delete=models.PROTECT, related_name="links")
    position = models.PositiveIntegerField()
    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="links_after")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="links_before")
    weight = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("succession", "predecessor", "successor"), name="one_link_a_pair"),
            models.UniqueConstraint(fields=("succession", "position"), name="one_link_a_position"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="no_own_successor"),
            models.CheckConstraint(condition=Q(weight__isnull=True) | Q(weight__gt=0), name="weight_above_zero"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


class Abolition(Based):
    """A body that ends with nobody to carry it on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="abolition")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.unit_id} {self.on}"


class Rotation(Based):
    """The order in which the units of a line of clusters take the chair, a year each from the first on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    organiser = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rotations")
    first_year = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.name


class RotationTurn(Based):
    """One turn: planned, passed over with its reason, or given to somebody else by an election."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rotation = models.ForeignKey(Rotation, on_delete=models.PROTECT, related_name="turns")
    position = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="turns")
    state = models.CharField(max_length=20, choices=[(one.value, one.value) for one in TurnState])
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("rotation", "position"), name="one_turn_a_position"),
            models.CheckConstraint(
                condition=Q(state=TurnState.PLANNED) | ~Q(reason=""), name="turn_passed_over_for_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.unit_id}"


class Cluster(Recorded):
    """One cluster of one year. Numbers are given anew each year and members differ: nothing here outlives the year but
    the rotation, the line of clusters that share a chair in turns.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    search_key = models.CharField(max_length=200, editable=False)  # the name without marks
    year = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=20, choices=_LEVELS)  # of its members
    organiser = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="organised")
    rotation = models.ForeignKey(Rotation, on_delete=models.PROTECT, null=True, related_name="clusters")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organiser", "year", "level", "number"), name="one_cluster_a_number"),
            models.UniqueConstraint(fields=("rotation", "year"), name="one_cluster_a_year_of_a_line"),
        )
        indexes = (models.Index(fields=("year", "level"), name="clusters_of_a_year"),)

    def __str__(self) -> str:
        return self.name


class Membership(Recorded):
    """A unit in a cluster for a time. `position` is the order of speaking, which is no ranking."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    position = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = (
            _a_day_at_least("membership_has_a_day"),
            models.UniqueConstraint(fields=("cluster", "position"), name="one_member_a_position"),
            models.UniqueConstraint(fields=("cluster", "unit", "starts_on"), name="one_membership_a_start"),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.unit_id}"


class Office(Based):
    """A post of a cluster held by a unit for a time; it may begin before the year, at the handover."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="offices")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in OfficeKind])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="offices")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = (
            _a_day_at_least("office_has_a_day"),
            models.UniqueConstraint(fields=("cluster", "kind", "starts_on"), name="one_holder_a_start"),
            models.UniqueConstraint(
                fields=("cluster", "kind"), condition=Q(ends_on__isnull=True), name="one_open_holder"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.unit_id}"
