"""What a person does with their own notices: read them, and choose which kinds they want."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor
from thidua.apps.notices.models import LeftOut, Notice, NoticeKind
from thidua.apps.notices.selectors import own
from thidua.core.errors import Problem


def read_notice(*, actor: Actor, key: UUID) -> Notice:
    """Mark one notice as read. Raises AccessRefused: somebody else's is nothing to anybody."""
    found = own(actor).select_related("season", "entry").filter(pk=key).first()
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    if found.read_at is None:
        found.read_at = clock.now()
        found.save(update_fields=["read_at"])
    return found


def read_all(*, actor: Actor) -> int:
    """Mark all that somebody sees as read. Returns how many were not."""
    return own(actor).filter(read_at=None).update(read_at=clock.now())


def choose_kinds(*, actor: Actor, wanted: Collection[NoticeKind]) -> None:
    """Which kinds somebody wants to be told of from now on; what they were told stays."""
    with transaction.atomic():
        LeftOut.objects.filter(account=actor.account).delete()
        left_out = [kind for kind in NoticeKind if kind not in wanted]
        LeftOut.objects.bulk_create(LeftOut(account_id=actor.account, kind=kind) for kind in left_out)
