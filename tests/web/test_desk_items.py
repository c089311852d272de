"""What other apps put on a desk: shown where somebody owes it, locked with its reason, and gone when it is done."""

from datetime import timedelta

import pytest
from django.test import Client

from world import World, world  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def page(client: Client, world: World, who: str) -> str:  # noqa: F811
    client.force_login(world.accounts[who])
    return client.get("/").content.decode()


def test_a_campaign_stands_on_the_desk_of_those_who_owe_it_until_it_is_done(client: Client, world: World) -> None:  # noqa: F811
    campaign = f"/ky/{world.season.slug}/dot-thi-dua/{world.campaign.pk}/"
    assert [campaign in page(client, world, who) for who in ("leader", "reporter", "appraiser")] == [True, False, False]
    client.force_login(world.accounts["leader"])
    assert client.post(f"{campaign}xac-nhan/dong-nai/").status_code == 302
    assert campaign not in page(client, world, "leader")
    late = (world.today - world.campaign.acknowledge_by).days
    assert f"chậm {late} ngày" in client.get(campaign).content.decode()
    assert timedelta(days=late) > timedelta(0)


def test_two_people_who_set_the_regulations_at_once_are_both_told(client: Client, world: World) -> None:  # noqa: F811
    client.force_login(world.accounts["chair"])
    address = f"/ky/{world.season.slug}/quy-che/sua/"
    typed = {
        "quorum": "2/3", "threshold": "1/2", "comparator": "above", "threshold_base": "members", "objection_days": "3",
        "reply_days": "5", "report_days": "5", "number": "1/QC", "date": "02/01/2024", "reason": "Thống nhất lại",
        "seen": "0",
    }  # fmt: skip
    first, second = client.post(address, typed), client.post(address, {**typed, "threshold": "2/3"})
    assert (first.status_code, second.status_code) == (302, 400)
    told = second.content.decode()
    assert "vừa lưu bản 1" in told
    assert 'value="2/3"' in told
