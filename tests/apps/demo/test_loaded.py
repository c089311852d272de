"""The demonstration as it ships: it loads whole, says what is real, lets people work on, and its ledger holds."""

from datetime import date

import pytest

from loaded_demo import AT, DEMO
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import open_account
from thidua.apps.clock import standing_at, zone
from thidua.apps.demo.script import Script
from thidua.apps.ledger.append import LedgerRefused
from thidua.apps.ledger.models import Chain, Entry
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.selectors import standing_of, unit_names
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Holder, Illustration, ReportedFact, Season
from thidua.apps.seasons.roll import cuts_of
from thidua.apps.seasons.selectors import ahead_of_clock
from thidua.apps.seasons.services import attest_guard, move_season, set_duty
from thidua.core.phases import Guard, Phase
from thidua.core.units.clusters import OfficeKind
from thidua.files.season import load_season
from thidua.words.language import Language
from thidua.words.statements import write_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def season(year: int) -> Season:
    return Season.objects.select_related("cluster", "movement").get(year=year)


def person(username: str, *, on: date) -> Actor:
    return actor_of(Account.objects.get(username=username), on=on)


def test_three_seasons_stand_where_the_files_say() -> None:
    found = Season.objects.order_by("year").values_list("slug", "phase", "illustration", "closed_on", "opened_after")
    assert list(found) == [
        ("cum-10-2023", Phase.CLOSED, Illustration.WHOLLY, date(2024, 3, 29), None),
        ("cum-10-2024", Phase.AGREED, Illustration.PARTLY, None, None),
        ("cum-10-2025", Phase.RUNNING, Illustration.PARTLY, None, "cum-10-2024"),
    ]


def test_the_handover_gives_long_an_the_chair_and_dong_nai_the_deputy_s() -> None:
    before, after = (standing_of(season(year).cluster, on=date(2024, 11, 23)) for year in (2024, 2025))
    assert (before.chair, after.chair, after.deputy) == ("tay-ninh", "long-an", "dong-nai")
    assert before.members[:3] == ("tay-ninh", "long-an", "binh-phuoc")


def test_the_merger_makes_three_bodies_of_five_members_and_ends_the_chair() -> None:
    [cut] = cuts_of(season(2025))
    assert (cut.on, cut.document, cut.members) == (date(2025, 7, 1), "Nghị quyết 202/2025/QH15", 5)
    assert {heir.name: set(heir.members) for heir in cut.heirs} == {
        "Công an Tây Ninh": {"Công an Tây Ninh", "Công an Long An"},
        "Công an Thành phố Hồ Chí Minh": {"Công an Bình Dương"},
        "Công an Đồng Nai": {"Công an Bình Phước", "Công an Đồng Nai"},
    }
    assert cut.ended == ((OfficeKind.CHAIR, "Công an Long An"), (OfficeKind.DEPUTY, "Công an Đồng Nai"))
    assert standing_of(season(2025).cluster, on=date(2025, 7, 1)).members == ()


def test_the_facts_are_those_of_the_conference_with_its_numbers_worked_out() -> None:
    source = load_season(DEMO / "../cluster10-2024")
    said = [write_statement(one, Language.VI) for one in source.state(source.table())]
    facts = ReportedFact.objects.filter(season=season(2024)).order_by("position")
    texts = list(facts.values_list("text", flat=True))
    assert [text for text in texts if text in said] == said
    assert any("Tây Ninh 93,1%, Long An 95,57%, Bình Phước 90,2%" in text for text in texts)
    assert any("2.662/1.438" in text for text in texts)
    assert {fact.source.partition(" (")[0] for fact in facts} == {"báo cáo hội nghị 23/11/2024"}
    assert ReportedFact.objects.count() == len(texts) == 18


def test_each_chain_runs_forward_and_the_installation_s_ends_by_the_clock() -> None:
    for chain in Chain.objects.all():
        times = list(Entry.objects.filter(chain=chain).order_by("height").values_list("at", flat=True))
        assert times == sorted(times)
    ends = {chain.key: chain.at.astimezone(zone()).date() for chain in Chain.objects.all()}
    assert ends == {
        "installation": date(2024, 11, 23),
        "season:cum-10-2023": date(2024, 3, 29),
        "season:cum-10-2024": date(2024, 11, 22),
        "season:cum-10-2025": date(2025, 7, 1),
    }
    with standing_at(AT):
        assert ahead_of_clock(Season.objects.all()) == {"cum-10-2025"}


def test_people_go_on_from_the_clock_in_the_season_of_2024() -> None:
    with standing_at(AT):
        actor = person("thu-ky.tay-ninh", on=AT.date())
        document = Document("25/GM-MH", date(2024, 11, 20))
        attest_guard(actor=actor, season=season(2024), guard=Guard.CONFERENCE_OPENED, document=document)
        assert move_season(actor=actor, season=season(2024), to=Phase.DELIBERATING).phase == Phase.DELIBERATING
        technician = person("ky-thuat", on=AT.date())
        open_account(actor=technician, username="moi.nguoi", full_name="Người Mới")


def test_a_season_recorded_beyond_the_clock_is_not_written() -> None:
    with standing_at(AT), pytest.raises(LedgerRefused):
        set_duty(
            actor=person("thu-ky.long-an", on=AT.date()),
            season=season(2025),
            title="Thử",
            holder=Holder.CHAIR,
            role=Role.SECRETARY,
            phase=Phase.RUNNING,
            due_on=date(2025, 8, 1),
        )


def test_every_role_has_a_login_that_is_let_in_as_it_is(demo: Script) -> None:
    assert {login.role for login in demo.logins} == set(Role)
    accounts = Account.objects.all()
    assert {account.username for account in accounts} == {login.username for login in demo.logins}
    assert all(account.check_password(demo.password) and not account.must_change_password for account in accounts)


def test_the_units_bear_the_names_of_the_police() -> None:
    assert unit_names(["tay-ninh", "tay-ninh-2025"], on=AT.date()) == {
        "tay-ninh": "Công an Tây Ninh",
        "tay-ninh-2025": "Công an Tây Ninh",
    }
    assert Cluster.objects.count() == 3
