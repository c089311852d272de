"""A list holds exactly what the person may see, in any world: clusters that share units, memberships, offices and roles
that begin and end on any day, roles passed on. What may be seen is told here again, from the plain data of the world.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from access_people import make
from season_cases import on
from thidua.apps.access.events import DELEGATION_MADE
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.roles import Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import Cluster, Membership, Unit, UnitRow
from thidua.apps.seasons import events
from thidua.apps.seasons.models import Movement, Season, season_chain
from thidua.apps.seasons.selectors import visible_seasons
from thidua.core.ledger.entry import Author
from thidua.core.units.tree import Level

BY = Author("", "Thi đua")
TODAY = date(2024, 6, 1)
ORGANISERS = {"bo-mot": ("a", "b", "c"), "bo-hai": ("c", "d", "e")}  # c is a member under either
UNITS = tuple(dict.fromkeys(unit for units in ORGANISERS.values() for unit in units))
# By hand: who reads a season as a member of its cluster, who from above, and who of the season itself.
AS_MEMBER = {Role.SECRETARY, Role.REPORTER, Role.LEADER, Role.APPRAISER, Role.OBSERVER}
FROM_ABOVE = {Role.STANDING_BODY, Role.OBSERVER}
OF_SEASON = {Role.TELLER}

days = st.integers(-40, 40).map(lambda step: TODAY + timedelta(days=step))
spans = st.tuples(days, st.none() | st.integers(1, 60)).map(lambda span: Span(*span))


@dataclass(frozen=True, slots=True)
class Span:
    """From a day on, for so many days."""

    start: date
    length: int | None

    @property
    def end(self) -> date | None:
        return None if self.length is None else self.start + timedelta(days=self.length)

    @property
    def is_now(self) -> bool:
        return self.covers(TODAY)

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Held:
    """A role with its place; `passed`: not one's own, but passed on by somebody else for a while."""

    role: Role
    place: str
    span: Span
    passed: Span | None

    @property
    def is_now(self) -> bool:
        return self.span.is_now and (self.passed is None or self.passed.is_now)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One cluster with its members and one season in it."""

    slug: str
    organiser: str
    members: dict[str, Span]

    @property
    def readers(self) -> set[str]:
        """The members of today; where none is left, those of the last day on which there was one."""
        now = {unit for unit, span in self.members.items() if span.is_now}
        ended = [span.end for span in self.members.values() if span.end is not None and span.end <= TODAY]
        last = max(ended, default=date.min + timedelta(days=1)) - timedelta(days=1)
        return now or {unit for unit, span in self.members.items() if span.covers(last)}


helds = st.builds(
    Held,
    role=st.sampled_from(Role),
    place=st.sampled_from([*UNITS, *ORGANISERS, "s0", "s1", "s2", ""]),
    span=spans,
    passed=st.none() | spans,
)
worlds = st.lists(st.sampled_from(list(ORGANISERS)), min_size=1, max_size=3).flatmap(
    lambda organisers: st.tuples(
        *(
            st.dictionaries(st.sampled_from(ORGANISERS[organiser]), spans, max_size=3).map(
                lambda members, place=place, organiser=organiser: Drawn(f"s{place}", organiser, members)
            )
            for place, organiser in enumerate(organisers)
        )
    )
)


def seen(clusters: tuple[Drawn, ...], held: list[Held]) -> set[str]:
    """The seasons that somebody may see, told from the drawn world alone."""
    now = [one for one in held if one.is_now]
    return {
        cluster.slug
        for cluster in clusters
        if any(
            (one.role in AS_MEMBER and one.place in cluster.readers)
            or (one.role in FROM_ABOVE and one.place == cluster.organiser)
            or (one.role in OF_SEASON and one.place == cluster.slug)
            for one in now
        )
    }


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(clusters=worlds, held=st.lists(helds, max_size=5))
def test_the_list_of_seasons_is_what_may_be_seen_and_every_page_agrees(
    db: None, clusters: tuple[Drawn, ...], held: list[Held]
) -> None:
    with transaction.atomic(), on(TODAY):
        write_units()
        for cluster in clusters:
            write_season(cluster)
        account = write_person(held)
        expected = seen(clusters, held)
        event(f"{len(expected)} of {len(clusters)} seen")
        listed = [season.slug for season in visible_seasons(actor_of(account, on=TODAY), on=TODAY)]
        assert sorted(listed) == sorted(expected)
        browser = Client()
        browser.force_login(account)
        page = browser.get("/ky/").content.decode()
        for cluster in clusters:
            may_see = cluster.slug in expected
            assert (f'href="/ky/{cluster.slug}/"' in page) == may_see
            assert browser.get(f"/ky/{cluster.slug}/").status_code == (200 if may_see else 404)
            assert browser.get(f"/ky/{cluster.slug}/lich/").status_code == (200 if may_see else 404)
        transaction.set_rollback(True)


def write_units() -> None:
    with recording(UNITS_RECORDED, by=BY, count=len(UNITS) + 2) as record:
        for code in (*ORGANISERS, *UNITS):
            level = Level.MINISTRY if code in ORGANISERS else Level.PROVINCE
            unit = record.save(Unit(code=code))
            record.save(UnitRow(unit=unit, name=code, search_key=code, level=level, starts_on=date(2000, 1, 1)))


def write_season(drawn: Drawn) -> None:
    names = {"name": drawn.slug, "search_key": drawn.slug, "number": drawn.slug, "year": 2024}
    cluster = Cluster(level=Level.PROVINCE, organiser=Unit(code=drawn.organiser), **names)
    with recording(UNITS_RECORDED, by=BY, count=1) as record:
        record.save(cluster)
        for place, (code, span) in enumerate(drawn.members.items(), start=1):
            dates = {"starts_on": span.start, "ends_on": span.end}
            record.save(Membership(cluster=cluster, unit=Unit(code=code), position=place, **dates))
        movement = record.save(Movement(slug=f"m-{drawn.slug}", name="Phong trào"))
    with recording(events.SEASON_OPENED, by=BY, chain=season_chain(drawn.slug)) as record:
        dates = {"data_from": date(2024, 1, 1), "data_to": date(2024, 12, 31), "opened_on": date(2024, 1, 1)}
        dates |= {"document_number": "1/QĐ", "document_date": date(2024, 1, 1)}
        record.save(Season(slug=drawn.slug, cluster=cluster, movement=movement, year=2024, **dates))


def write_person(held: list[Held]) -> Account:
    account, other = make("hanh.nt", "Nguyễn Thị Hạnh"), make("binh.lv", "Lê Văn Bình")
    for one in held:
        own = assignment(account if one.passed is None else other, one)
        if one.passed is not None:
            end = one.passed.end or date(2030, 1, 1)
            with recording(DELEGATION_MADE, by=BY) as record:
                record.save(Delegation(assignment=own, account=account, starts_on=one.passed.start, ends_on=end))
    return account


def assignment(account: Account, one: Held) -> Assignment:
    is_season = one.place.startswith("s")
    place = {"season" if is_season else "unit": one.place}
    dates = {"starts_on": one.span.start, "ends_on": one.span.end}
    return assign_role(by=BY, account=account, role=one.role, **place, **dates)
