"""The one policy table: role × scope × phase × verb, as plain data, and the question that it answers.

What no row allows is denied. Three denials are told apart: a stranger (no row of theirs reaches the subject) is told
that there is nothing; a known person without the right is told who has it; in the wrong phase they are told when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua.apps.access.roles import Actor, Grant, Role, Scope, Subject
from thidua.apps.access.verbs import Verb
from thidua.core.errors import Problem, Refused
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

ANY = frozenset(Phase)


@dataclass(frozen=True, slots=True)
class Right:
    """A role may, where its unit stands so to the subject, do these verbs in these phases.

    `not_own`: never on a matter of a unit that the person acts for, in any role and under any delegation.
    """

    role: Role
    scope: Scope
    verbs: frozenset[Verb]
    phases: frozenset[Phase] = ANY
    not_own: bool = False


def _right(role: Role, scope: Scope, *verbs: Verb, phases: frozenset[Phase] = ANY, not_own: bool = False) -> Right:
    return Right(role, scope, frozenset(verbs), phases, not_own)


POLICY: tuple[Right, ...] = (
    _right(Role.TECHNICIAN, Scope.INSTALLATION, Verb.MANAGE_ACCOUNTS),
    _right(Role.STANDING_BODY, Scope.ABOVE, Verb.READ_SEASON, Verb.READ_LEDGER),
    _right(Role.SECRETARY, Scope.CHAIR, Verb.READ_SEASON, Verb.READ_LEDGER),
    _right(Role.SECRETARY, Scope.MEMBER, Verb.READ_SEASON, Verb.READ_LEDGER),
    _right(Role.REPORTER, Scope.MEMBER, Verb.READ_SEASON),
    _right(Role.LEADER, Scope.MEMBER, Verb.READ_SEASON, Verb.READ_LEDGER),
    _right(Role.APPRAISER, Scope.MEMBER, Verb.READ_SEASON),
    _right(Role.TELLER, Scope.SEASON, Verb.READ_SEASON),
    _right(Role.OBSERVER, Scope.MEMBER, Verb.READ_SEASON),
)


class Denial(StrEnum):
    """Why not."""

    STRANGER = "stranger"
    NO_RIGHT = "no_right"
    OWN_MATTER = "own_matter"
    WRONG_PHASE = "wrong_phase"


class AccessRefused(Refused):
    """A verb that this person may not do here and now."""

    def __init__(self, denial: Denial, problem: Problem) -> None:
        super().__init__(problem)
        self.denial = denial


def demand(actor: Actor, verb: Verb, subject: Subject) -> Author:
    """The author of the act, under the first grant that allows it. Raises AccessRefused."""
    rights = list(_reaching(actor, subject))
    allowing = [(grant, right) for grant, right in rights if verb in right.verbs]
    for grant, right in allowing:
        if not _hinders(actor, right, subject):
            return actor.author(grant)
    raise _refusal(actor, verb, subject, reached=bool(rights), allowing=[right for _, right in allowing])


def may(actor: Actor, verb: Verb, subject: Subject) -> bool:
    """Whether `demand` would pass."""
    try:
        demand(actor, verb, subject)
    except AccessRefused:
        return False
    return True


def _reaching(actor: Actor, subject: Subject) -> Iterator[tuple[Grant, Right]]:
    for right in POLICY:
        for grant in actor.grants:
            if grant.role is right.role and _reaches(grant, right.scope, subject):
                yield grant, right


def _reaches(grant: Grant, scope: Scope, subject: Subject) -> bool:
    match scope:
        case Scope.OWN:
            return grant.unit != "" and grant.unit == subject.unit
        case Scope.CHAIR:
            return grant.unit != "" and grant.unit == subject.chair
        case Scope.DEPUTY:
            return grant.unit != "" and grant.unit == subject.deputy
        case Scope.MEMBER:
            return grant.unit in subject.members
        case Scope.ABOVE:
            return grant.unit in subject.above
        case Scope.SEASON:
            return grant.season != "" and grant.season == subject.season
        case Scope.INSTALLATION:
            return True


def _hinders(actor: Actor, right: Right, subject: Subject) -> Denial | None:
    if right.not_own and subject.unit in actor.units:
        return Denial.OWN_MATTER
    if subject.phase is not None and subject.phase not in right.phases:
        return Denial.WRONG_PHASE
    return None


def _refusal(actor: Actor, verb: Verb, subject: Subject, *, reached: bool, allowing: list[Right]) -> AccessRefused:
    if not reached:
        return AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    if not allowing:
        return AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", {"verb": verb, "roles": _holders(verb)}))
    hindrance = _hinders(actor, allowing[0], subject) or Denial.NO_RIGHT
    phases = [phase for phase in Phase if any(phase in right.phases for right in allowing)]
    return AccessRefused(
        hindrance, Problem(f"access.{hindrance}", {"verb": verb, "roles": _holders(verb), "phases": phases})
    )


def _holders(verb: Verb) -> list[Role]:
    return list(dict.fromkeys(right.role for right in POLICY if verb in right.verbs))
