"""What every verb of appraisal needs: who may act for which unit, and the item as it stands now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Actor, Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item, asked_by, items_of
from thidua.apps.appraisal.rostered import Assigned, assigned_in
from thidua.apps.clock import today
from thidua.apps.organisation.selectors import Standing, unit_names
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.services.changing import Held, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.rulebook.schema import Rulebook

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Scene:
    """An item of a season that nobody else changes now."""

    held: Held
    rulebook: Rulebook
    item: Item


def scene(held: Held, unit: str, indicator: str) -> Scene:
    """The item as it stands. Refused for a unit or an indicator that is none. Raises RulebookRefused."""
    rulebook = rulebook_of(held.season, on=held.today)
    if unit not in held.standing.members:
        refuse([Problem("reporting.not_a_member", {"unit": unit}, Place(path="unit"))])
    if indicator not in asked_by(rulebook):
        refuse([Problem("figures.unknown_indicator", {"found": indicator}, Place(path="indicator"))])
    return Scene(held, rulebook, items_of(held.season, rulebook, [unit])[unit, indicator])


def demand_reviewer(actor: Actor, verb: Verb, held: Held, unit: str) -> Author:
    """Who may review this unit: never one's own, nor one that must not be checked by one's own; by the roster where
    there is one; the chair's unit only by the side of the deputy, or whom the roster names. Raises AccessRefused.
    """
    by = demand(actor, verb, held.subject(unit))
    assigned = assigned_in(held.season)
    if not _is_assigned(by, unit, held.standing, assigned):
        checkers = assigned.checkers_of(unit) or (held.standing.deputy,)
        if not assigned.forbids(by.unit, unit):
            raise _not_assigned(unit, checkers)
        names = unit_names((unit, by.unit), on=today())
        data = {"unit": names.get(unit, unit), "own": names.get(by.unit, by.unit)}
        raise AccessRefused(Denial.NO_RIGHT, Problem("appraisal.kept_away", data))
    return by


def may_review(actor: Actor, verb: Verb, subject: Subject, standing: Standing, assigned: Assigned) -> bool:
    """Whether `demand_reviewer` would pass, for a page that has read the roster already."""
    try:
        by = demand(actor, verb, subject)
    except AccessRefused:
        return False
    return _is_assigned(by, subject.unit, standing, assigned)


def demand_for_the_meeting(actor: Actor, subject: Subject, standing: Standing) -> Author:
    """Who may write what the meeting agreed about this unit: the chair's side or the body above, and for the chair's
    own unit the deputy's side, which stands in for that unit alone. Raises AccessRefused.
    """
    by = demand(actor, Verb.AGREE_POINTS, subject)
    if by.role != Role.STANDING_BODY and standing.chair not in (by.unit, subject.unit):
        raise _not_assigned(subject.unit, (standing.chair,))
    return by


def may_agree_for(actor: Actor, subject: Subject, standing: Standing) -> bool:
    """Whether `demand_for_the_meeting` would pass."""
    try:
        demand_for_the_meeting(actor, subject, standing)
    except AccessRefused:
        return False
    return True


def _not_assigned(unit: str, checkers: Sequence[str]) -> AccessRefused:
    """That others do it, all by name."""
    names = unit_names((unit, *checkers), on=today())
    data = {"unit": names.get(unit, unit), "checkers": [names.get(one, one) for one in checkers]}
    return AccessRefused(Denial.NO_RIGHT, Problem("appraisal.not_assigned", data))


def _is_assigned(by: Author, unit: str, standing: Standing, assigned: Assigned) -> bool:
    if by.role == Role.STANDING_BODY:
        return True
    if assigned.forbids(by.unit, unit):
        return False
    named = assigned.checkers_of(unit)
    if by.role == Role.SECRETARY:  # the chair's runs the year; the deputy's stands in for the chair's unit
        return by.unit in (standing.chair, *named) or unit == standing.chair
    return by.unit in named if named else unit != standing.chair or by.unit == standing.deputy


def seen_as(item: Item, *, claim: int, decision: int) -> Iterator[Problem]:
    """Somebody acts on what they saw: another claim or decision since then is told, nothing is written over it."""
    if claim != item.claim_version:
        now = item.claim.typed if item.claim else ""
        yield Problem("appraisal.claim_changed", {"indicator": item.indicator, "claimed": now})
    if decision != item.decision_version:
        yield Problem("appraisal.decided_meanwhile", {"indicator": item.indicator})
