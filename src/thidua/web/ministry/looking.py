"""What the pages of this area share: who may look, on which day they look, whom they act for."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import HttpRequest

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, demand, may
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.directory import find_units, superiors_for
from thidua.apps.organisation.selectors import units_above
from thidua.core.errors import NumberRefused, Place, Problem, Refused
from thidua.core.reading import read_date
from thidua.core.timeline import LegalBasis
from thidua.core.units.tree import Level
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import write

DAY = "ngay"


@dataclass(frozen=True, slots=True)
class Day:
    """The day that a page shows; what was typed, and why it is no day."""

    value: date
    typed: str
    unread: Problem | None = None

    @property
    def is_today(self) -> bool:
        return self.value == clock.today()


def demand_reading(request: HttpRequest) -> None:
    """Raises AccessRefused for somebody who may not look units up."""
    demand(request.actor, Verb.READ_ORGANISATION, INSTALLATION_SUBJECT)


def day_of(request: HttpRequest, *, default: date | None = None) -> Day:
    """The day in the address; today, or the default, when there is none or none that can be read."""
    usual = default or clock.today()
    typed = request.GET.get(DAY, "").strip()
    if not typed:
        return Day(usual, "")
    try:
        return Day(read_date(typed), typed)
    except NumberRefused as refusal:
        return Day(usual, typed, refusal.problems[0])


def may_keep(actor: Actor, verb: Verb, code: str) -> bool:
    """Whether somebody keeps what stands below a unit. Reads rows only for a standing body."""
    if not standing_for(actor):
        return False
    return may(actor, verb, Subject(above=units_above([code], on=clock.today())))


def standing_for(actor: Actor) -> frozenset[str]:
    """The units for which somebody is the standing body."""
    return frozenset(grant.unit for grant in actor.grants if grant.role is Role.STANDING_BODY and grant.unit)


def superior_choices(actor: Actor, *, on: date) -> tuple[tuple[str, str], ...]:
    """(code, name) of the units of a day under which somebody may keep others."""
    units = standing_for(actor)
    return tuple((row.unit_id, row.name) for row in superiors_for(units, on=on)) if units else ()


def unit_choices(*, below: str, level: str, on: date, leaving_out: str = "") -> tuple[tuple[str, str], ...]:
    """(code, name) of the units of a level directly below another on a day."""
    found = find_units(on=on, level=level, below=below).exclude(unit=leaving_out)
    return tuple(found.values_list("unit_id", "name"))


def level_choices(*levels: Level) -> tuple[tuple[str, str], ...]:
    """Levels by their words."""
    return tuple((level.value, write(level, current_language()).capitalize()) for level in levels or Level)


def basis_of(document: str) -> LegalBasis:
    """The document that somebody names, or none."""
    return LegalBasis(document, is_confirmed=bool(document))


def day_after(last: date | None) -> date | None:
    """People name the last day; rows hold the day after."""
    return None if last is None else last + timedelta(days=1)


@contextmanager
def placing(where: Mapping[str, str]) -> Iterator[None]:
    """A refusal inside is told at the fields of a form that stand for the parts that the service names."""
    try:
        yield
    except AccessRefused:
        raise
    except Refused as refusal:
        moved = [replace(one, place=Place(path=where.get(one.place.path, one.place.path))) for one in refusal.problems]
        raise Refused(moved) from None
