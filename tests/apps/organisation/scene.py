"""The ministry with its provinces, those of Cluster 10 among them, and the people who may change them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime

import pytest

from thidua.apps import clock
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.models import Cluster, UnitRow
from thidua.apps.organisation.services.bulk import load_province_map
from thidua.apps.organisation.services.clusters import form_cluster
from thidua.apps.organisation.services.units import NewUnit, record_unit
from thidua.core.errors import Problem, Refused
from thidua.core.timeline import LegalBasis
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level

MINISTRY = "bo-cong-an"
SINCE = date(2020, 1, 1)
YEAR = date(2024, 1, 1)
MERGER = date(2025, 7, 1)
CLUSTER_10 = ("tay-ninh", "binh-duong", "binh-phuoc", "long-an", "dong-nai")
MINUTES = LegalBasis("Biên bản ngày 23/11/2023", is_confirmed=True)
STANDING_BODY = Actor("standing", "Trần Thị Bình", (Grant(Role.STANDING_BODY, MINISTRY),))
STRANGER = Actor("stranger", "Lê Văn Lạ")


def found(*, provinces: bool = True) -> None:
    """The ministry, and below it the provinces of 2024 with what became of them."""
    record_unit(actor=STANDING_BODY, new=NewUnit(MINISTRY, "Bộ Công an", Level.MINISTRY), starts_on=SINCE)
    if provinces:
        load_province_map(actor=STANDING_BODY, ministry=MINISTRY, known_from=SINCE)


def province(code: str, name: str, *, starts_on: date = SINCE) -> UnitRow:
    """One more province."""
    new = NewUnit(code, name, Level.PROVINCE, MINISTRY)
    return record_unit(actor=STANDING_BODY, new=new, starts_on=starts_on)


def plan_of_2024(**changes: object) -> ClusterPlan:
    """Cluster 10 as it stood in 2024."""
    plan: dict[str, object] = {
        "number": "10",
        "name": "Cụm số 10",
        "year": 2024,
        "level": Level.PROVINCE,
        "organiser": MINISTRY,
        "members": tuple(MemberPlan(code, YEAR, MERGER) for code in CLUSTER_10),
        "offices": (
            OfficePlan(OfficeKind.CHAIR, "tay-ninh", YEAR, MERGER, MINUTES),
            OfficePlan(OfficeKind.DEPUTY, "long-an", YEAR, MERGER, MINUTES),
        ),
    }
    return ClusterPlan(**{**plan, **changes})  # type: ignore[arg-type]


def cluster_10() -> Cluster:
    """Cluster 10 of 2024 in the rows."""
    return form_cluster(actor=STANDING_BODY, plan=plan_of_2024())


def refused(act: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems for which an act is refused."""
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.problems


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """(code, place) of each problem."""
    return [(problem.code, problem.place.path) for problem in problems]


def at(text: str) -> AbstractContextManager[None]:
    """The installation's clock at an instant."""
    return clock.standing_at(datetime.fromisoformat(text))
