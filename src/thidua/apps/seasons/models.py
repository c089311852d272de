"""Movements, and seasons with all that belongs to one year of a cluster. A season's rows live on its own chain."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from thidua.apps.access.roles import Role
from thidua.apps.ledger.models import Recorded
from thidua.apps.organisation.models import Cluster
from thidua.core.ledger.entry import ChainKey
from thidua.core.phases import Guard, Phase

_PHASES = [(phase.value, phase.value) for phase in Phase]


def season_chain(slug: str) -> ChainKey:
    """The chain that tells of one season."""
    return ChainKey(f"season:{slug}")


class Holder(StrEnum):
    """Who owes a duty: the unit in an office on the day, one or each of the members, or the body above."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    MEMBER = "member"
    STANDING_BODY = "standing_body"


class Illustration(StrEnum):
    """How much of a season was invented to show the program: nothing, what was never reported, or all of it."""

    NONE = "none"
    PARTLY = "partly"
    WHOLLY = "wholly"


class Movement(Recorded):
    """A movement of a year, which a cluster carries; `parent` is the wider one that it belongs to."""

    slug = models.SlugField(primary_key=True, max_length=100)
    name = models.CharField(max_length=300)
    slogan = models.CharField(max_length=300, blank=True)
    theme = models.TextField(blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")

    def __str__(self) -> str:
        return self.name


class Documented(Recorded):
    """A row that a document shows: its number as on paper, and its date."""

    document_number = models.CharField(max_length=100, blank=True)
    document_date = models.DateField(null=True)

    class Meta:
        abstract = True


class Season(Documented):
    """A cluster in a year. The document is the one that opened it; `opened_after` the season that handed over."""

    slug = models.SlugField(primary_key=True, max_length=80)
    cluster = models.OneToOneField(Cluster, on_delete=models.PROTECT, related_name="season")
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="seasons")
    year = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=20, choices=_PHASES, default=Phase.PREPARING)
    data_from = models.DateField()
    data_to = models.DateField()  # the last day that counts
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    opened_after = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="opened_next")
    illustration = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Illustration], default=Illustration.NONE
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(data_to__gte=F("data_from")), name="season_has_a_day_of_data"),
        )
        indexes = (models.Index(fields=("-year", "slug"), name="seasons_by_year"),)

    def __str__(self) -> str:
        return self.slug

    @property
    def step(self) -> Phase:
        """The phase as the core's value."""
        return Phase(self.phase)

    @property
    def is_illustrative(self) -> bool:
        """Whether nothing in it was ever reported; every page says so."""
        return self.illustration == Illustration.WHOLLY

    @property
    def has_illustrations(self) -> bool:
        """Whether something in it is illustrative; the bar above every page says so."""
        return self.illustration != Illustration.NONE

    def ledger_chain(self) -> ChainKey:
        return season_chain(self.slug)


class OfSeason(Recorded):
    """A row of one season, on its chain."""

    season = models.ForeignKey(Season, on_delete=models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True

    def ledger_chain(self) -> ChainKey:
        return season_chain(self.season_id)


class PhaseDate(OfSeason):
    """When a phase is planned: from its first day to the day on which it is due to be done, both included."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    phase = models.CharField(max_length=20, choices=_PHASES)
    starts_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "phase"), name="one_date_a_phase"),
            models.CheckConstraint(condition=Q(due_on__gte=F("starts_on")), name="phase_has_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.phase}"


class PhaseMove(OfSeason, Documented):
    """One move that was made. The document and the reason are those of a way back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    position = models.PositiveIntegerField()
    source = models.CharField(max_length=20, choices=_PHASES)
    target = models.CharField(max_length=20, choices=_PHASES)
    moved_at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "position"), name="one_move_a_position"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="a_move_goes_somewhere"),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.source} → {self.target}"

    @property
    def source_phase(self) -> Phase:
        return Phase(self.source)

    @property
    def target_phase(self) -> Phase:
        return Phase(self.target)


class Attestation(OfSeason, Documented):
    """A document that shows what the program does not keep yet; a way back withdraws it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    guard = models.CharField(max_length=30, choices=[(guard.value, guard.value) for guard in Guard])
    note = models.TextField(blank=True)
    withdrawn_by = models.ForeignKey(PhaseMove, on_delete=models.PROTECT, null=True, related_name="withdrawn")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("season", "guard"), condition=Q(withdrawn_by__isnull=True), name="one_attestation_a_guard"
            ),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.guard} {self.document_number}"


class Duty(OfSeason):
    """Something to be done by a day, in a phase. With a member as holder, `unit` is that one member; none is each."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=300)
    holder = models.CharField(max_length=20, choices=[(holder.value, holder.value) for holder in Holder])
    unit = models.CharField(max_length=100, blank=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    phase = models.CharField(max_length=20, choices=_PHASES)
    due_on = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(unit="") | Q(holder=Holder.MEMBER), name="one_unit_of_the_members"),
        )
        indexes = (models.Index(fields=("season", "due_on"), name="duties_by_day"),)

    def __str__(self) -> str:
        return self.title


class DutyDone(OfSeason, Documented):
    """That a unit has done a duty, and the document that shows it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="done")
    unit = models.CharField(max_length=100)
    done_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("duty", "unit"), name="one_duty_done_a_unit"),)

    def __str__(self) -> str:
        return f"{self.duty_id} {self.unit}"


class ReportedFact(OfSeason):
    """A sentence that was reported of the season, with its source, in the order of the report."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    position = models.PositiveIntegerField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    source = models.CharField(max_length=300)
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("season", "position"), name="one_fact_a_position"),)

    def __str__(self) -> str:
        return self.subject


class MovementText(Recorded):
    """What a movement was called and said, version by version; the movement itself carries the latest name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="texts")
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    slogan = models.CharField(max_length=300, blank=True)
    theme = models.TextField(blank=True)
    launching_text = models.TextField(blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    document_number = models.CharField(max_length=100, blank=True)
    document_date = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("movement", "version"), name="one_movement_text_a_version"),)

    def __str__(self) -> str:
        return f"{self.name}, {self.version}"


class LinkKind(StrEnum):
    """How a movement stands to another."""

    BELONGS_TO = "belongs_to"
    CARRIED_WITH = "carried_with"


class MovementLink(Recorded):
    """That one movement belongs to another, or is carried together with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="linked_from")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in LinkKind])

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("movement", "other"), name="movements_linked_once"),
            models.CheckConstraint(condition=~Q(movement=F("other")), name="no_movement_linked_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.movement_id} {self.kind} {self.other_id}"


class VoteBase(StrEnum):
    """Of whom a share of votes is taken."""

    MEMBERS = "members"
    PRESENT = "present"
    VALID = "valid"
    ISSUED = "issued"


class Passing(StrEnum):
    """Whether a share must be reached, or passed."""

    AT_LEAST = "at_least"
    ABOVE = "above"


REPORT_DAYS = 5  # days after the end of a period until its report is due, where no regulation says otherwise


class Regulation(OfSeason, Documented):
    """The cluster's regulations and procedure, one row a version; the latest one valid on a day holds.

    Quorum and threshold are exact fractions. `legal_basis` empty is an unknown one. Days are working days.
    `speaking_order` names units in order, one code a line; nothing is the order of the members. Within the year,
    `report_days` are calendar days after the end of a period until it is due, `close_days` further ones until it closes
    (None: it stays open, and what comes is late), `cut_offs` the last days of the season's own periods, one a line.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField()
    valid_from = models.DateField()
    legal_basis = models.CharField(max_length=300, blank=True)
    is_confirmed = models.BooleanField(default=False)
    score_rules = models.TextField(blank=True)
    quorum_numerator = models.PositiveSmallIntegerField()
    quorum_denominator = models.PositiveSmallIntegerField()
    threshold_numerator = models.PositiveSmallIntegerField()
    threshold_denominator = models.PositiveSmallIntegerField()
    threshold_base = models.CharField(max_length=20, choices=[(one.value, one.value) for one in VoteBase])
    comparator = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Passing])
    has_second_round = models.BooleanField(default=False)
    objection_days = models.PositiveSmallIntegerField()
    reply_days = models.PositiveSmallIntegerField()
    speaking_order = models.TextField(blank=True)
    report_days = models.PositiveSmallIntegerField(default=REPORT_DAYS)
    close_days = models.PositiveSmallIntegerField(null=True)
    cut_offs = models.TextField(blank=True, default="")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "version"), name="one_regulation_a_version"),
            models.CheckConstraint(
                condition=Q(quorum_numerator__lte=F("quorum_denominator"), quorum_numerator__gte=1),
                name="quorum_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(threshold_numerator__lte=F("threshold_denominator"), threshold_numerator__gte=1),
                name="threshold_is_a_share",
            ),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.version}"


class MergerChoice(StrEnum):
    """What becomes of a member that ceased to exist while the season ran."""

    KEEP = "keep"  # it stays to the end as it was
    CARRY = "carry"  # its successor carries on, with the sum from the day on
    ANEW = "anew"  # its successor starts anew on the day
    LEAVE = "leave"  # it leaves the season


class MergerAnswer(OfSeason, Documented):
    """What was decided about such a member, by a document; a later version takes the place of an earlier one.

    `heir` is who takes its place, where somebody does; `ended_on` the day from which the unit is there no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.CharField(max_length=100)
    version = models.PositiveSmallIntegerField()
    ended_on = models.DateField()
    choice = models.CharField(max_length=10, choices=[(one.value, one.value) for one in MergerChoice])
    heir = models.CharField(max_length=100, blank=True)
    reason = models.TextField()
    answered_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("season", "unit", "version"), name="one_merger_answer_a_version"),
            models.CheckConstraint(
                condition=~Q(document_number="") & ~Q(reason=""), name="merger_answered_by_document"
            ),
        )

    def __str__(self) -> str:
        return f"{self.season_id} {self.unit} {self.choice}"

    @property
    def kind(self) -> MergerChoice:
        return MergerChoice(self.choice)
