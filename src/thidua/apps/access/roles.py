"""Roles, and how a role's unit stands to the matter in hand. Values only: no row is read here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase


class Role(StrEnum):
    """What a person does in the movement. A role is assigned for a unit and for a time."""

    SECRETARY = "secretary"  # thư ký: of a unit; the chair's runs the year, the deputy's reviews the chair's unit
    REPORTER = "reporter"  # cán bộ báo cáo của đơn vị
    LEADER = "leader"  # lãnh đạo đơn vị: signs, approves, votes
    APPRAISER = "appraiser"  # thẩm định, kiểm tra chéo
    TELLER = "teller"  # ban kiểm phiếu: of one season
    STANDING_BODY = "standing_body"  # cơ quan thường trực
    OBSERVER = "observer"  # reads
    TECHNICIAN = "technician"  # runs the installation, sees no figure


class Place(StrEnum):
    """What a role is assigned for."""

    UNIT = "unit"
    SEASON = "season"
    INSTALLATION = "installation"


def place_of(role: Role) -> Place:
    """What an assignment of the role must name."""
    return _PLACES.get(role, Place.UNIT)


_PLACES = {Role.TELLER: Place.SEASON, Role.TECHNICIAN: Place.INSTALLATION}


class Scope(StrEnum):
    """How the unit of a grant stands to the subject of a question."""

    OWN = "own"  # it is the subject's unit
    CHAIR = "chair"  # it holds the chair on the day
    DEPUTY = "deputy"  # it holds the deputy chair on the day
    MEMBER = "member"  # it is a member of the cluster
    ABOVE = "above"  # it stands above the cluster
    SEASON = "season"  # the grant is for this season
    INSTALLATION = "installation"  # the matter is the installation itself: accounts, units; never a season


@dataclass(frozen=True, slots=True)
class Grant:
    """One assignment that holds today; `delegated_by` is the account that passed it on."""

    role: Role
    unit: str = ""
    season: str = ""
    delegated_by: str = ""

    @property
    def is_delegated(self) -> bool:
        """Whether somebody else passed it on."""
        return self.delegated_by != ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, with all that they hold today. Services take one; nothing else says who asks."""

    account: str
    name: str
    grants: tuple[Grant, ...] = ()

    @property
    def units(self) -> frozenset[str]:
        """Every unit that the person acts for, in whatever role."""
        return frozenset(grant.unit for grant in self.grants if grant.unit)

    def author(self, grant: Grant | None = None) -> Author:
        """The author of an entry, acting under a grant."""
        if grant is None:
            return Author(self.account, self.name)
        return Author(self.account, self.name, grant.role, grant.unit, grant.delegated_by)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a right is asked about, on the day: the unit concerned, the season, and how units stand to it."""

    unit: str = ""
    season: str = ""
    phase: Phase | None = None
    members: frozenset[str] = frozenset()
    chair: str = ""
    deputy: str = ""
    above: frozenset[str] = frozenset()

    def units_at(self, scope: Scope) -> frozenset[str]:
        """The units that stand so to the subject; none for a scope that is no matter of units."""
        match scope:
            case Scope.OWN:
                return frozenset({self.unit})
            case Scope.CHAIR:
                return frozenset({self.chair})
            case Scope.DEPUTY:
                return frozenset({self.deputy})
            case Scope.MEMBER:
                return self.members
            case Scope.ABOVE:
                return self.above
        return frozenset()


INSTALLATION_SUBJECT = Subject()
SYSTEM = Actor("", "Thi đua")  # the installation itself: set-up and demo; it has no grants and passes no policy
