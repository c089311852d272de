"""The mail of the day: to those who owe something or have not read something, once, without names and figures."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from mail_server import Taken, mail_server, texts
from notice_cases import record
from season_cases import on
from thidua.apps.access.models import Account
from thidua.apps.campaigns.services import acknowledge_campaign
from thidua.apps.ledger.models import Entry
from thidua.apps.notices.models import MailAddress, MailSent, Notice, NoticeKind
from thidua.apps.notices.services.addresses import confirm_address, drop_address, give_address
from thidua.apps.notices.services.daily import run_day
from thidua.apps.notices.services.reading import read_all
from thidua.apps.notices.telling import TELLINGS
from thidua.apps.reporting.events import REPORT_RETURNED
from thidua.cli.main import main
from thidua.config.mail import mail_server as mail_settings
from thidua.core.errors import Refused
from thidua.words.language import Language
from world import World, world  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loopback")]


@pytest.fixture
def server(settings: object) -> Iterator[Taken]:
    with mail_server() as taken:
        settings.MAIL_SERVER = taken.settings  # type: ignore[attr-defined]
        yield taken


def addressed(world: World, server: Taken, who: str, lang: Language = Language.VI) -> None:  # noqa: F811
    """Somebody gave an address and proved it by the code in the mail."""
    actor = world.actor(who)
    give_address(actor=actor, address=f"{who}@donvi.vn", lang=lang)
    code = re.search(r"\d{6}", texts(server.mails.pop())[0])
    assert code is not None
    confirm_address(actor=actor, code=code.group())


def test_the_mail_goes_to_those_who_owe_once_a_day_and_to_nobody_else(world: World, server: Taken) -> None:  # noqa: F811
    for who in ("reporter", "roleless", "stranger", "observer"):
        addressed(world, server, who)
    record(world, TELLINGS[REPORT_RETURNED.code])
    day = world.duty.due_on - timedelta(days=2)
    with on(day):
        first, second = run_day(), run_day()
    assert (first.sent, second.sent, second.told) == (1, 0, 0)
    (mail,) = server.mails
    assert mail["To"] == "reporter@donvi.vn"
    plain, html = texts(mail)
    assert "1 việc trong 7 ngày tới" in plain
    assert f"Hạn gần nhất: {world.duty.due_on:%d/%m/%Y}" in plain
    assert [line for line in plain.strip().split("\n\n") if line not in html] == []
    with on(day + timedelta(days=1)):
        assert run_day().sent == 1


def test_the_mail_names_no_person_and_no_figure(world: World, server: Taken) -> None:  # noqa: F811
    addressed(world, server, "reporter")
    for telling in TELLINGS.values():
        record(world, telling)
    with on(world.duty.due_on):
        run_day()
    told = "".join(texts(server.mails[-1])) + str(server.mails[-1]["Subject"])
    names = [account.full_name for account in Account.objects.all()]
    assert not any(name in told for name in (*names, world.duty.title, "pha-an", "Công an tỉnh", "Lý do"))


def test_the_mail_is_in_the_language_of_its_reader(world: World, server: Taken) -> None:  # noqa: F811
    addressed(world, server, "reporter", Language.EN)
    with on(world.duty.due_on):
        run_day()
    assert "1 due today" in texts(server.mails[-1])[0]
    assert server.mails[-1]["Subject"] == "Thi đua: what waits for you"


def test_who_has_read_everything_and_owes_nothing_gets_no_mail(world: World, server: Taken) -> None:  # noqa: F811
    addressed(world, server, "leader")
    with on(world.today + timedelta(days=40)):  # the campaign to acknowledge is still owed
        assert run_day().sent == 1
    with on(world.today + timedelta(days=41)):
        acknowledge_campaign(actor=world.actor("leader"), campaign=world.campaign, unit="dong-nai")
        run_day()
        read_all(actor=world.actor("leader"))
    with on(world.today + timedelta(days=42)):
        assert run_day().sent == 0


def test_a_server_that_fails_loses_nothing_and_tells(
    world: World,  # noqa: F811
    server: Taken,
    settings: object,
    capsys: pytest.CaptureFixture[str],
) -> None:
    addressed(world, server, "reporter")
    with on(world.duty.due_on):
        server.refuses = True
        assert main(["digest"]) == 1
        out = capsys.readouterr()
        assert "đã gửi 0 thư, 1 thư chưa gửi được" in out.out
        assert "127.0.0.1" in out.err
        assert not MailSent.objects.exists()
        settings.MAIL_SERVER = {**server.settings, "port": 9}  # type: ignore[attr-defined] # nobody listens
        assert main(["digest"]) == 1
        settings.MAIL_SERVER = server.settings  # type: ignore[attr-defined]
        server.refuses = False
        assert main(["digest"]) == 0
    assert len(server.mails) == 1
    assert MailSent.objects.get().sent_at is not None
    told = [entry.verb for entry in Entry.objects.filter(verb="notices.digest.sent")]
    assert len(told) == 2


def test_a_mail_whose_end_nobody_saw_is_not_sent_again_that_day(world: World, server: Taken) -> None:  # noqa: F811
    addressed(world, server, "reporter")
    MailSent.objects.create(account=world.accounts["reporter"], day=world.duty.due_on)
    with on(world.duty.due_on):
        assert run_day().sent == 0


def test_without_a_mail_server_it_says_so_and_still_tells(
    world: World,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    with on(world.duty.due_on - timedelta(days=3)):
        assert main(["digest"]) == 0
    assert "chưa khai máy chủ thư" in capsys.readouterr().out
    due = Notice.objects.filter(kind=NoticeKind.DUE)
    assert {(one.account, one.title) for one in due} == {(world.accounts["reporter"], world.duty.title)}
    with pytest.raises(Refused):
        give_address(actor=world.actor("reporter"), address="a@b.vn", lang=Language.VI)


def test_an_address_counts_once_its_code_is_typed_and_a_wrong_one_never(world: World, server: Taken) -> None:  # noqa: F811
    actor = world.actor("reporter")
    give_address(actor=actor, address="nga@donvi.vn", lang=Language.VI)
    with pytest.raises(Refused):
        confirm_address(actor=actor, code="không phải mã")
    assert MailAddress.objects.get().confirmed_at is None
    with on(world.duty.due_on):
        assert run_day().sent == 0
    with on(world.today + timedelta(days=1)), pytest.raises(Refused):
        confirm_address(actor=actor, code=re.search(r"\d{6}", texts(server.mails[0])[0]).group())  # type: ignore[union-attr]
    drop_address(actor=actor)
    assert not MailAddress.objects.exists()


def test_the_page_takes_the_address_and_its_code(client: Client, world: World, server: Taken) -> None:  # noqa: F811
    client.force_login(world.accounts["reporter"])
    wrong = client.post("/toi/thu-nhac-viec/", {"address": "nga"})
    assert (wrong.status_code, 'value="nga"' in wrong.content.decode()) == (400, True)
    assert client.post("/toi/thu-nhac-viec/", {"address": "nga@donvi.vn"}).status_code == 302
    code = re.search(r"\d{6}", texts(server.mails[0])[0])
    assert code is not None
    assert client.post("/toi/thu-nhac-viec/xac-nhan/", {"code": code.group()}).status_code == 302
    assert "nga@donvi.vn" in client.get("/toi/thu-nhac-viec/").content.decode()
    assert client.post("/toi/thu-nhac-viec/bo/").status_code == 302


def test_a_mail_server_is_named_by_one_variable() -> None:
    assert mail_settings({}) == {}
    found = mail_settings({"THIDUA_SMTP": "smtp+starttls://ten:m%40t@thu.donvi.vn"})
    assert (found["host"], found["port"], found["password"], found["use_tls"]) == ("thu.donvi.vn", 587, "m@t", True)
    with pytest.raises(ValueError, match="THIDUA_SMTP"):
        mail_settings({"THIDUA_SMTP": "http://thu.donvi.vn"})
