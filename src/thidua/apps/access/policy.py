"""The question that the policy table answers: may this person do this, here and now, and as whom.

Four denials are told apart. A stranger (no role of theirs reaches the matter) is told that there is nothing; a known
person without the right is told who has it; who acts for the unit concerned is told that others must do it; in the
wrong phase they are told when. A scope or a phase that is not known allows nothing.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from thidua.apps.access.rights import ANY, POLICY, Right
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Grant, Role, Scope, Subject
from thidua.apps.access.verbs import Verb
from thidua.core.errors import Problem, Refused
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase


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


def demand(actor: Actor, verb: Verb, subject: Subject, *, table: Sequence[Right] = POLICY) -> Author:
    """The author of the act, under the grant that allows it, an own one before a delegated one.

    Raises AccessRefused.
    """
    reaching = [(grant, row) for grant in actor.grants for row in table if _reaches(grant, row, subject)]
    relevant = [(grant, row) for grant, row in reaching if verb in row.verbs and _is_meant(grant, row)]
    allowing = [grant for grant, row in relevant if _hindrance(actor, row, subject) is None]
    if allowing:
        return actor.author(min(allowing, key=lambda grant: grant.is_delegated))
    said = {"verb": verb, "roles": list(dict.fromkeys(row.role for row in table if verb in row.verbs))}
    if relevant:
        raise _hindered(actor, subject, [row for _, row in relevant], said)
    if reaching or _is_known(actor, subject):
        raise AccessRefused(Denial.NO_RIGHT, Problem("access.no_right", said))
    raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))


def may(actor: Actor, verb: Verb, subject: Subject) -> bool:
    """Whether `demand` would pass."""
    try:
        demand(actor, verb, subject)
    except AccessRefused:
        return False
    return True


def holders(verb: Verb, subject: Subject, *, table: Sequence[Right] = POLICY) -> tuple[tuple[Role, str], ...]:
    """Who may do this with the matter now: each role with the unit for which it is held, in the order of the table.

    A right of the installation or of one season belongs to no unit.
    """
    found = [
        (row.role, unit)
        for row in table
        if verb in row.verbs and (row.phases == ANY or subject.phase in row.phases)
        for unit in sorted(_units_of(row, subject))
        if not (row.not_own and unit == subject.unit)
    ]
    return tuple(dict.fromkeys(found))


def _units_of(row: Right, subject: Subject) -> set[str]:
    if row.scope in (Scope.INSTALLATION, Scope.SEASON):
        return {""}
    return {unit for unit in subject.units_at(row.scope) if unit}


def _reaches(grant: Grant, row: Right, subject: Subject) -> bool:
    """Whether the row speaks of this grant and its place stands to the subject as the row says. Unknown never does."""
    if grant.role is not row.role:
        return False
    match row.scope:
        case Scope.INSTALLATION:
            return subject == INSTALLATION_SUBJECT
        case Scope.SEASON:
            return bool(grant.season) and grant.season == subject.season
        case unit_scope:
            return bool(grant.unit) and grant.unit in subject.units_at(unit_scope)


def _is_meant(grant: Grant, row: Right) -> bool:
    """Whether the row speaks to this holder: one that asks for the person speaks to nobody who was passed the role."""
    return not (row.in_person and grant.is_delegated)


def _is_known(actor: Actor, subject: Subject) -> bool:
    """Whether somebody whom no row reaches may know that there is such a matter: whoever holds a role knows the
    installation, its units and clusters; of a season only those know whom some row reaches.
    """
    return subject.season == "" and bool(actor.grants)


def _hindrance(actor: Actor, row: Right, subject: Subject) -> Denial | None:
    if row.not_own and subject.unit in actor.units:
        return Denial.OWN_MATTER
    if row.phases != ANY and subject.phase not in row.phases:
        return Denial.WRONG_PHASE
    return None


def _hindered(actor: Actor, subject: Subject, rows: Sequence[Right], said: Mapping[str, object]) -> AccessRefused:
    """Why none of these rows helps now; that another phase would do is told before that another person must."""
    later = [row for row in rows if _hindrance(actor, row, subject) is Denial.WRONG_PHASE]
    if not later:
        return AccessRefused(Denial.OWN_MATTER, Problem("access.own_matter", said))
    phases = [phase for phase in Phase if any(phase in row.phases for row in later)]
    return AccessRefused(Denial.WRONG_PHASE, Problem("access.wrong_phase", {**said, "phases": phases}))
