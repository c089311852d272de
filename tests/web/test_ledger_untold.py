"""What the ledger does not tell a member of others before the cluster has agreed, through each of its pages."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

from apps.appraisal.appraisal_cases import CHAIR_SIDE, DAY, claimed_season, cut
from season_cases import BY, OPENED, SLUG, on
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.models import Entry, EntryRow

pytestmark = pytest.mark.django_db
LIST = f"/ky/{SLUG}/so-nhat-ky/"
REASON = "Thống kê hình sự ghi số khác"


@pytest.fixture
def leader() -> Client:
    """The leader of Đồng Nai, while a claim of Long An has just been cut."""
    season = claimed_season()
    with on(DAY):
        cut(season, "long-an", actor=CHAIR_SIDE)
    client = Client()
    client.force_login(account_of(Role.LEADER, "dong-nai"))
    return client


def account_of(role: Role, unit: str) -> Account:
    with on(OPENED):
        about = {"username": f"{role}.{unit}", "full_name": "Trần Thị Lan", "password": "một hai ba bốn"}
        account = create_account(by=BY, **about)
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=OPENED)
    return account


def words(client: Client, path: str, *, status: int = 200) -> str:
    with on(DAY, 15):
        answer = client.get(path)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", strip_tags(answer.content.decode()))


def test_that_something_was_done_is_told_and_what_it_says_is_not(leader: Client) -> None:
    decided = Entry.objects.get(verb="appraisal.claim.decided")
    row = EntryRow.objects.filter(entry=decided).first()
    assert row is not None
    shown = words(leader, LIST)
    assert "Thẩm định … của Công an tỉnh Long An: …, đơn vị khai “…”, kết luận “…” …" in shown
    entry = words(leader, f"{LIST}{decided.height}/")
    assert "nội dung chưa hiện với đồng chí; mã vẫn đủ để đối chiếu" in entry
    assert "[chưa được xem]" in entry
    followed = words(leader, f"{LIST}doi-tuong/{row.table}/{row.key}/")
    for page in (shown, entry, followed, words(leader, f"/ky/{SLUG}/")):
        assert REASON not in page
        assert "93,1%" not in page


def test_nobody_finds_by_a_search_what_they_may_not_read(leader: Client) -> None:
    sought = f"{LIST}?tim=Thống+kê+hình+sự"
    assert "Không có mục nào" in words(leader, sought)
    leader.force_login(account_of(Role.SECRETARY, "tay-ninh"))
    assert "đơn vị khai “93,1%”, kết luận “90%”" in words(leader, sought)


def test_the_file_of_the_chain_waits_for_the_agreement_and_checking_does_not(leader: Client) -> None:
    told = words(leader, f"{LIST}xuat/", status=409)
    assert "Xuất được từ bước Thống nhất điểm" in told
    with on(DAY, 15):
        checked = leader.post(f"{LIST}kiem-lai/")
    assert "Chuỗi liền mạch" in strip_tags(checked.content.decode())
