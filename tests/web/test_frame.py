"""The frame of a page: language, ground, menu, and the pages for what cannot be done."""

from datetime import date

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from thidua.apps.access.models import Account
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.access.verbs import Verb
from thidua.core.errors import Problem
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.web.common.errors import broken, refused_page
from thidua.web.common.menu import MENU, Viewing, sections_for, steps_of
from thidua.words.language import Language


@pytest.fixture
def reporter(db: None, author: Author, client: Client) -> Account:
    account = create_account(by=author, username="hanh.nt", full_name="Nguyễn Thị Hạnh", password="một hai ba bốn")  # noqa: S106
    assign_role(by=author, account=account, role=Role.REPORTER, unit="long-an", starts_on=date(2020, 1, 1))
    client.force_login(account)
    return account


def test_a_page_that_is_not_there_says_so_in_the_reader_s_language(reporter: Account, client: Client) -> None:
    answer = client.get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert "<h1>Không có trang này</h1>" in answer.content.decode()
    client.post("/tuy-chon/", {"language": "en"})
    assert "<h1>There is no such page</h1>" in client.get("/khong-co-trang-nay/").content.decode()


def test_a_stranger_s_page_shows_no_menu(client: Client) -> None:
    answer = client.get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert "sidenav" not in answer.content.decode()


def test_the_ground_that_was_chosen_stays(reporter: Account, client: Client) -> None:
    client.post("/tuy-chon/", {"theme": "dark"})
    assert '<html lang="vi" data-theme="dark">' in client.get("/khong-co/").content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_a_choice_never_leads_to_another_site(client: Client, back: str) -> None:
    answer = client.post("/tuy-chon/", {"theme": "dark", "back": back})
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize(
    ("denial", "status"), [(Denial.NO_RIGHT, 403), (Denial.OWN_MATTER, 403), (Denial.WRONG_PHASE, 409)]
)
def test_a_refusal_names_the_verb_and_who_can(
    reporter: Account, rf: RequestFactory, denial: Denial, status: int
) -> None:
    problem = Problem(
        f"access.{denial}", {"verb": Verb.READ_LEDGER, "roles": [Role.SECRETARY], "phases": [Phase.CLOSED]}
    )
    answer = refused_page(asked_by(reporter, rf), AccessRefused(denial, problem))
    assert answer.status_code == status
    assert "“xem sổ nhật ký”" in answer.content.decode()
    assert "thư ký" in answer.content.decode()


def asked_by(account: Account, rf: RequestFactory) -> HttpRequest:
    request = rf.get("/so-nhat-ky/")
    request.user = account
    request.actor = Actor(str(account.pk), account.full_name)
    return request


def test_the_page_of_a_failure_needs_no_row(rf: RequestFactory) -> None:
    answer = broken(rf.get("/"))
    assert answer.status_code == 500
    assert "<h1>Máy chủ gặp lỗi</h1>" in answer.content.decode()


def test_a_form_from_elsewhere_is_told_why(reporter: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/tuy-chon/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "Trang này mở đã lâu, cần mở lại" in answer.content.decode()


def menu_of(role: Role) -> set[str]:
    viewing = Viewing(Actor("1", "A", (Grant(role, "long-an"),)), here="/", lang=Language.VI)
    return {link.label for section in sections_for(viewing) for link in section.links}


def test_a_reporter_s_menu_holds_only_what_a_reporter_does() -> None:
    assert menu_of(Role.REPORTER) == {"Việc cần làm", "Tài khoản của tôi"}


def test_no_two_entries_lead_to_one_page() -> None:
    names = [entry.url_name for section in MENU for entry in section.entries]
    assert len(names) == len(set(names))


def test_the_bar_shows_ten_phases() -> None:
    assert steps_of(Phase.APPRAISING) == ["past"] * 4 + ["now"] + [""] * 5
