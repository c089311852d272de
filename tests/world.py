"""A small world with everybody in it: five units and their cluster, a season in any phase, one account for each way in
which a person can stand to it, and a stranger of another cluster. Everybody has one password, `PASSWORD`.
"""

# ruff: noqa: S105 - passwords of people who do not exist

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from scoring_cases import adopt_small_rulebook
from season_cases import (
    ABOVE,
    CHAIR,
    OPENED,
    PLAN,
    first_day_of,
    move_on,
    on,
    write_agreed_standings,
    write_cluster,
    write_season,
    write_units,
)
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account, delegate
from thidua.apps.attachments.models import Attachment
from thidua.apps.attachments.services import Upload, check, keep
from thidua.apps.campaigns.models import Campaign, Sort
from thidua.apps.campaigns.services import CampaignPlan, launch_campaign
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import Unit, UnitRow
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Duty, Holder, Season
from thidua.apps.seasons.services import plan_phases, set_duty
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.core.units.tree import Level

PASSWORD = "mùa thi đua năm ấy"
SETUP = Author("", "Thi đua")
SINCE = date(2020, 1, 1)
FAR = "ca-mau"  # of no cluster here

# Who stands how to the season: the name by which the tables of rights call them, their role, and its unit.
PEOPLE: dict[str, tuple[Role, str]] = {
    "chair": (Role.SECRETARY, "tay-ninh"),
    "deputy": (Role.SECRETARY, "long-an"),
    "secretary": (Role.SECRETARY, "dong-nai"),
    "leader": (Role.LEADER, "dong-nai"),
    "chair_leader": (Role.LEADER, "tay-ninh"),
    "reporter": (Role.REPORTER, "dong-nai"),
    "appraiser": (Role.APPRAISER, "dong-nai"),
    "teller": (Role.TELLER, ""),
    "body": (Role.STANDING_BODY, ABOVE),
    "observer": (Role.OBSERVER, "dong-nai"),
    "technician": (Role.TECHNICIAN, ""),
    "stranger": (Role.SECRETARY, FAR),
}
ROLELESS, SUBSTITUTE = "roleless", "substitute"  # no role at all; the secretary's, passed on
GIVEN_NAMES = "Thư Bình Chi Dung Giang Hạnh Khánh Lan Mai Nga Oanh Phương Quyên Sương Tâm Uyên Vân Xuân Yến Ánh Ân Diệp"


@dataclass(frozen=True, slots=True)
class World:
    """The season with a duty in it, today, and the accounts by the names of `PEOPLE`, `roleless` and `substitute`."""

    season: Season
    today: date
    accounts: dict[str, Account]
    duty: Duty  # of every member's reporter
    attachment: Attachment  # of the unit of the secretary and the reporter
    campaign: Campaign  # launched, of one day: it can be acknowledged and reviewed

    def actor(self, name: str) -> Actor:
        """Somebody as who they are today."""
        return actor_of(self.accounts[name], on=self.today)

    def assignment(self, name: str) -> Assignment:
        """The one role of somebody."""
        return self.accounts[name].assignments.get()


def today_in(phase: Phase) -> date:
    """A day on which the season has just come to a phase: none of the moves of `move_on` lies ahead."""
    return OPENED if phase is Phase.PREPARING else first_day_of(phase) + timedelta(days=2)


def build(phase: Phase) -> World:
    """The world with its season in a phase. Stand the clock on its `today` afterwards."""
    with on(OPENED):
        write_units()
        _write_far_unit()
        season = write_season(write_cluster())
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        adopt_small_rulebook(season)
        duty, attachment = _write_duty(season), _write_attachment(season)
        campaign = _launch_campaign(season)
        given = GIVEN_NAMES.split()
        accounts = {name: _person(name, given.pop(0)) for name in (*PEOPLE, ROLELESS, SUBSTITUTE)}
        for name, (role, unit) in PEOPLE.items():
            place = season.slug if role is Role.TELLER else ""
            assign_role(by=SETUP, account=accounts[name], role=role, unit=unit, season=place, starts_on=SINCE)
    today = today_in(phase)
    if phase.number > Phase.AGREED.number:  # what is deliberated on was frozen and agreed on
        season = move_on(season, to=Phase.AGREED)
        with on(first_day_of(Phase.AGREED) + timedelta(days=10)):
            write_agreed_standings(season)
    world = World(move_on(season, to=phase), today, accounts, duty, attachment, campaign)
    with on(today):
        days = {"starts_on": today, "ends_on": today + timedelta(days=30)}
        to = {"assignment": world.assignment("secretary"), "username": SUBSTITUTE}
        delegate(actor=world.actor("secretary"), **to, **days)
    return world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """The world while figures are reported, on the first day of that phase."""
    built = build(Phase.REPORTING)
    with on(built.today):
        yield built


def delegation(world: World) -> Delegation:
    """What the secretary passed on to the substitute."""
    return Delegation.objects.get(assignment=world.assignment("secretary"))


def _person(name: str, given: str) -> Account:
    username = name.replace("_", "-")
    return create_account(by=SETUP, username=username, full_name=f"Trần Thị {given}", password=PASSWORD)


def _write_duty(season: Season) -> Duty:
    what = {"title": "Nộp số liệu cả năm", "holder": Holder.MEMBER, "role": Role.REPORTER}
    return set_duty(actor=CHAIR, season=season, phase=Phase.REPORTING, due_on=PLAN[Phase.REPORTING].due_on, **what)


def _launch_campaign(season: Season) -> Campaign:
    plan = CampaignPlan(Sort.PEAK, "Cao điểm dịp Tết", OPENED, OPENED, OPENED)
    return launch_campaign(actor=CHAIR, season=season, plan=plan, document=Document("01/KH-CA10", OPENED))


def _write_attachment(season: Season) -> Attachment:
    file = check(Upload("Biên bản.pdf", b"%PDF-1.7\n%%EOF\n"))
    with recording(UNITS_RECORDED, by=SETUP, chain=season.ledger_chain(), count=0) as record:
        return keep(record, file, season=season, by=SETUP, unit="dong-nai")


def _write_far_unit() -> None:
    with recording(UNITS_RECORDED, by=SETUP, count=1) as record:
        unit = record.save(Unit(code=FAR))
        row = UnitRow(unit=unit, name="Công an tỉnh Cà Mau", search_key="cong an tinh ca mau", level=Level.PROVINCE)
        row.parent_id, row.starts_on = ABOVE, date(1997, 1, 1)
        record.save(row)
