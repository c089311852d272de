"""Reads of attached files: what was attached where, and the bytes for somebody who may see them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.models import Attachment
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import subject_of
from thidua.core.errors import Problem


def attachments_of(season: Season, keys: Collection[UUID]) -> dict[UUID, Attachment]:
    """Attached files by key, without their bytes. One query."""
    found = Attachment.objects.filter(season=season, pk__in=keys).select_related("content").defer("content__data")
    return {one.pk: one for one in found}


def open_attachment(season: Season, key: UUID, *, actor: Actor, on: date) -> Attachment:
    """A file with its bytes, for somebody who may read what it belongs to: the figures of its unit, or the season.

    Raises AccessRefused; one that is not there is nothing to anybody.
    """
    subject = subject_of(season, on=on)
    demand(actor, Verb.READ_SEASON, subject)
    found = Attachment.objects.filter(season=season, pk=key).select_related("content").first()
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    if found.unit:
        demand(actor, Verb.READ_FIGURES, replace(subject, unit=found.unit))
    return found
