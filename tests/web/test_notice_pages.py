"""The pages of notices: the bell, the list, and that each notice leads to a page that its reader may open."""

import re

import pytest
from django.test import Client

from notice_cases import record
from query_counts import assert_same_queries
from thidua.apps.notices.models import LeftOut, Notice
from thidua.apps.notices.selectors import latest, shown
from thidua.apps.notices.services.telling import tell_news
from thidua.apps.notices.telling import TELLINGS
from thidua.apps.reporting.events import REPORT_RETURNED
from thidua.words.language import Language
from world import World, world  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
RETURNED = TELLINGS[REPORT_RETURNED.code]


def told(world: World, times: int = 1) -> None:  # noqa: F811
    for _ in range(times):
        record(world, RETURNED)
    tell_news([world.season.ledger_chain()])


def bell(client: Client, path: str = "/") -> str:
    """The number on the bell; nothing without one."""
    found = re.search(r'class="count" aria-hidden="true">([^<]+)<', client.get(path).content.decode())
    return found.group(1) if found else ""


def test_the_bell_counts_what_is_new_and_reading_the_list_changes_nothing(client: Client, world: World) -> None:  # noqa: F811
    client.force_login(world.accounts["reporter"])
    told(world)
    before = int(bell(client))
    page = client.get("/thong-bao/").content.decode()
    assert "Trả lại báo cáo tự chấm của Công an tỉnh Đồng Nai, bản 1" in page
    assert "Lý do" in page
    assert int(bell(client)) == before
    one = Notice.objects.filter(account=world.accounts["reporter"], entry__verb=REPORT_RETURNED.code).get()
    answer = client.post(f"/thong-bao/{one.pk}/mo/")
    assert (answer.status_code, answer["Location"]) == (302, f"/ky/{world.season.slug}/tu-cham/dong-nai/")
    assert bell(client) == str(before - 1 or "")
    client.post("/thong-bao/doc-het/")
    assert bell(client) == ""
    assert "Không còn thông báo chưa đọc" in client.get("/thong-bao/?xem=moi").content.decode()


def test_each_notice_leads_to_a_page_that_its_reader_may_open(client: Client, world: World) -> None:  # noqa: F811
    for telling in TELLINGS.values():
        record(world, telling)
    tell_news([world.season.ledger_chain()])
    opened = set()
    for name, account in world.accounts.items():
        client.force_login(account)
        for one in shown(latest(world.actor(name)), world.actor(name), Language.VI):
            answer = client.post(f"/thong-bao/{one.notice.pk}/mo/")
            verb = one.notice.entry.verb
            if one.link and (verb, answer["Location"]) not in opened:
                opened.add((verb, answer["Location"]))
                there = client.get(answer["Location"]).status_code
                # these entries tell of decisions that nobody made here: their page is not there, which is no refusal
                nothing = {404} if one.link[0] == "objection" else set()
                assert there in {200, 302, *nothing}, (name, verb, answer["Location"], there)
    assert len({verb for verb, _ in opened}) > 20


def test_a_kind_is_left_out_by_its_owner_alone(client: Client, world: World) -> None:  # noqa: F811
    client.force_login(world.accounts["reporter"])
    assert client.post("/thong-bao/loai/", {"kinds": ["season", "due"]}).status_code == 302
    kept = set(LeftOut.objects.values_list("account", "kind"))
    assert {account for account, _ in kept} == {world.accounts["reporter"].pk}
    assert {kind for _, kind in kept} == {"targets", "campaigns", "reports", "appraisal", "results"}


def test_the_list_asks_as_often_for_many_notices(client: Client, world: World) -> None:  # noqa: F811
    client.force_login(world.accounts["reporter"])
    assert_same_queries(client, "/thong-bao/", lambda: told(world))


def test_a_long_list_is_shown_a_page_at_a_time(client: Client, world: World) -> None:  # noqa: F811
    told(world, 60)
    client.force_login(world.accounts["reporter"])
    first, second = (client.get(f"/thong-bao/?trang={number}").content.decode() for number in (1, 2))
    assert (first.count("Trả lại báo cáo"), second.count("Trả lại báo cáo") > 0) == (50 * 3, True)
