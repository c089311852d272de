"""Accounts and what they are assigned to. A password hash and an address stand here; figures never do."""

from __future__ import annotations

import secrets
import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models

from thidua.apps.access.roles import Role
from thidua.apps.ledger.models import Recorded


def _salt() -> str:
    return secrets.token_hex(16)


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
    last_login = None  # when somebody signs in is no fact about the movement

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """The name as papers carry it, with the rank."""
        return f"{self.rank} {self.full_name}".strip()


class Assignment(Recorded):
    """A role for a unit (or a season, or the installation) from a day until the day before another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    unit = models.CharField(max_length=100, blank=True)  # the unit's code; organisation stands above this app
    season = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.account_id} {self.role} {self.unit or self.season}"


class Delegation(Recorded):
    """An assignment passed on to somebody else for some days; both keep it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="delegations")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="delegations")
    starts_on = models.DateField()
    ends_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.assignment_id} → {self.account_id}"
