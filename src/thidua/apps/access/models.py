"""Accounts and what they are assigned to. A password hash and an address stand here; figures never do."""

from __future__ import annotations

import secrets
import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import F, Q

from thidua.apps.access.roles import Role
from thidua.apps.ledger.models import Recorded
from thidua.words.vietnamese import folded, marked

_ROLES = [(role.value, role.value) for role in Role]


def _salt() -> str:
    return secrets.token_hex(16)


def _never_ends_before_it_starts(name: str) -> models.CheckConstraint:
    """Ranges are half-open; one that was withdrawn before it held ends on its first day and holds on none."""
    condition = Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
    return models.CheckConstraint(condition=condition, name=name)


class Account(AbstractBaseUser, Recorded):
    """One person's account; no two persons share one. `salt` keeps the row's digest from betraying the name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    full_name = models.CharField(max_length=120)
    rank = models.CharField(max_length=60, blank=True)  # cấp bậc hàm
    post = models.CharField(max_length=120, blank=True)  # chức vụ
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=True)
    salt = models.CharField(max_length=32, default=_salt, editable=False)
    search_key = models.CharField(max_length=700, editable=False, default="")
    last_login = None  # when somebody signs in is no fact about the movement

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.full_name

    def save(self, **options: object) -> None:
        """Keep the search key with what it is made of: the texts with their marks, then without."""
        shown = f"{self.username} {self.full_name} {self.rank} {self.post}"
        self.search_key = f"{marked(shown)}\n{folded(shown)}"
        super().save(**options)

    def get_full_name(self) -> str:
        """The name as papers carry it, with the rank."""
        return f"{self.rank} {self.full_name}".strip()

    def check_password(self, raw_password: str) -> bool:
        """Whether this is the password. Never writes: a stale hash is renewed by a service, with an entry."""
        return check_password(raw_password, self.password)


class Assignment(Recorded):
    """A role for a unit (or a season, or the installation) from a day until the day before another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=20, choices=_ROLES)
    unit = models.CharField(max_length=100, blank=True)  # the unit's code; organisation stands above this app
    season = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (_never_ends_before_it_starts("assignment_ends_after_it_starts"),)

    def __str__(self) -> str:
        return f"{self.account_id} {self.role} {self.unit or self.season}"


class Delegation(Recorded):
    """An assignment passed on to somebody else for some days; both keep it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="delegations")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="delegations")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = (_never_ends_before_it_starts("delegation_ends_after_it_starts"),)

    def __str__(self) -> str:
        return f"{self.assignment_id} → {self.account_id}"


class Attempts(models.Model):
    """Tries to sign in that failed lately, counted under a keyed digest of what was tried. Technical: no fact about the
    movement, so no entry tells of it, and a row that grew old is deleted.
    """

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.failures}"
