"""What somebody was told, what they have read, what they want to hear of, and where mail reaches them.

But for the address, none of these rows is a fact about the movement: a notice is made of an entry of the ledger (or of
a day on which something falls due) and could be made again; that somebody read it is their own matter, like which page
they looked at.
"""

from __future__ import annotations

import secrets
import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q

from thidua.apps.access.models import Account
from thidua.apps.ledger.models import Chain, Entry, Recorded
from thidua.apps.seasons.models import Season


class NoticeKind(StrEnum):
    """What a notice is about: what somebody may leave out, kind by kind."""

    SEASON = "season"
    TARGETS = "targets"
    CAMPAIGNS = "campaigns"
    REPORTS = "reports"
    APPRAISAL = "appraisal"
    RESULTS = "results"
    DUE = "due"


_KINDS = [(one.value, one.value) for one in NoticeKind]


class Notice(models.Model):
    """One person told of one thing. `through`: the unit of the role for which they are told, nothing for a role in the
    season itself; who no longer acts for it sees the notice no more. Of an `entry`, the sentence is the entry's own;
    of a day that comes, `title` and `due_on` say what falls due.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="notices", db_index=False)
    kind = models.CharField(max_length=20, choices=_KINDS)
    season = models.ForeignKey(Season, on_delete=models.PROTECT, related_name="notices")
    unit = models.CharField(max_length=100, blank=True)
    through = models.CharField(max_length=100, blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="notices", null=True)
    title = models.CharField(max_length=500, blank=True)
    due_on = models.DateField(null=True)
    key = models.CharField(max_length=300)  # what it is about, once a person
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "key"), name="told_once"),
            models.CheckConstraint(
                condition=Q(entry__isnull=False, due_on__isnull=True) | Q(entry__isnull=True, due_on__isnull=False),
                name="of_an_entry_or_of_a_day",
            ),
        )
        indexes = (
            models.Index(fields=("account", "read_at"), name="unread_of_somebody"),
            models.Index(fields=("account", "-at"), name="latest_of_somebody"),
        )

    def __str__(self) -> str:
        return f"{self.account_id} {self.key}"


class ToldUntil(models.Model):
    """How far a chain has been told."""

    chain = models.OneToOneField(Chain, on_delete=models.PROTECT, primary_key=True, related_name="told_until")
    height = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.chain_id}·{self.height}"


class LeftOut(models.Model):
    """A kind of notice that somebody does not want."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="left_out", db_index=False)
    kind = models.CharField(max_length=20, choices=_KINDS)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "kind"), name="left_out_once"),)

    def __str__(self) -> str:
        return f"{self.account_id} {self.kind}"


def _salt() -> str:
    return secrets.token_hex(16)


class MailAddress(Recorded):
    """Where somebody wants their daily mail, in their language; without a day of confirmation none is sent there.

    `code` is a keyed digest of the code that was mailed; `salt` keeps the row's digest from betraying the address.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="mail_address")
    address = models.EmailField()
    language = models.CharField(max_length=2, choices=[("vi", "vi"), ("en", "en")])
    code = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    salt = models.CharField(max_length=32, default=_salt, editable=False)

    def __str__(self) -> str:
        return f"{self.account_id}"


class MailSent(models.Model):
    """That somebody's mail of a day was handed to the server, or is being handed over: never two a day."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="mails", db_index=False)
    day = models.DateField()
    sent_at = models.DateTimeField(null=True)  # empty: a run stopped between writing this and the server's answer

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "day"), name="one_mail_a_day"),)

    def __str__(self) -> str:
        return f"{self.account_id} {self.day}"
