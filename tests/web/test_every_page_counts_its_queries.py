"""Every page of the browser's list asks the database as often when there are more rows of each kind."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client

from e2e.pages import LONG, PAGES, Page
from e2e.served import CLOCK
from e2e.story import add_second_step, write_places, write_story
from query_counts import queries_of_any
from season_cases import BY, on
from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.services.clusters import form_cluster
from thidua.apps.organisation.services.units import NewUnit, record_unit
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Holder, Movement, Season
from thidua.apps.seasons.services import Fact, open_season, report_facts, set_duty
from thidua.core.phases import Phase
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level

READ = [page for page in PAGES if page.username and not page.typed and page.status == 200]


@pytest.mark.django_db
def test_no_page_asks_more_often_when_there_are_more_rows() -> None:
    with clock.standing_at(CLOCK):
        write_story()
        add_second_step()
    grow(2020)
    with clock.standing_at(CLOCK):
        before = dict(counted())
    grow(2021)
    grow(2022)
    with clock.standing_at(CLOCK):
        after = dict(counted())
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name]} == {}


def counted() -> Iterator[tuple[str, int]]:
    """Each page by name, with how often it asks; the first visit may fill what a process keeps."""
    keys = {account.username.replace("-", "_").replace(".", "_"): str(account.pk) for account in Account.objects.all()}
    places = keys | write_places()
    for page in READ:
        client = signed_in(page)
        path = page.path.format(**places)
        client.get(path)
        answer, asked = queries_of_any(client, path)
        assert answer.status_code == 200, path
        yield page.name, len(asked)


def signed_in(page: Page) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=page.username))
    return client


def grow(year: int) -> None:
    """Two more rows of each kind: people with roles, units, a cluster with its season, duties, facts."""
    body = acting("thuong-truc")
    with clock.standing_at(CLOCK):
        for number in (1, 2):
            account = create_account(by=BY, username=f"them-{year}-{number}", full_name="Người Thêm", password="x")  # noqa: S106
            assign_role(by=BY, account=account, role=Role.REPORTER, unit="tay-ninh", starts_on=date(2019, 1, 1))
            unit = NewUnit(f"them-{year}-{number}", f"Công an Thêm {year} {number}", Level.PROVINCE, "bo-cong-an")
            record_unit(actor=body, new=unit, starts_on=date(2019, 1, 1))
        cluster = form_cluster(actor=body, plan=plan_of(year))
        season = Season.objects.get(slug=LONG[4:-1])
        chair = acting("ten-dai")
        for number in (1, 2):
            title = f"Việc thêm {year} {number}"
            due_on = CLOCK.date() + timedelta(days=number)
            set_duty(
                actor=chair,
                season=season,
                title=title,
                holder=Holder.MEMBER,
                role=Role.SECRETARY,
                phase=Phase.APPRAISING,
                due_on=due_on,
            )
        report_facts(actor=chair, season=season, facts=[Fact("Cả cụm", f"Thêm {year}", "báo cáo")])
    with on(date(year, 1, 6)):
        open_season(
            actor=acting("ten-dai"),
            cluster=cluster,
            movement=Movement.objects.order_by("slug")[0],
            data_from=date(year, 1, 1),
            data_to=date(year, 10, 31),
            document=Document("1/QĐ-MH", date(year, 1, 5)),
        )


def plan_of(year: int) -> ClusterPlan:
    """A cluster of a year that is over, with the chair's and the reporter's units in it."""
    starts_on, ends_on = date(year, 1, 5), date(year, 12, 31)
    members = tuple(MemberPlan(code, starts_on, ends_on) for code in ("tay-ninh", "long-an", "ba-ria-vung-tau"))
    offices = tuple(
        OfficePlan(kind, code, starts_on, ends_on)
        for kind, code in ((OfficeKind.CHAIR, "ba-ria-vung-tau"), (OfficeKind.DEPUTY, "long-an"))
    )
    return ClusterPlan(str(year), f"Cụm thi đua {year}", year, Level.PROVINCE, "bo-cong-an", members, offices)


def acting(username: str) -> Actor:
    return actor_of(Account.objects.get(username=username), on=clock.today())
