"""The movement of a season stands where it belongs: on the season's page, its campaigns, score sheets and papers."""

import pytest
from django.test import Client

from world import World, world  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("chair", ""),
        ("chair", "dot-thi-dua/"),
        ("reporter", "tu-cham/dong-nai/in/"),
    ],
)
def test_the_movement_is_printed(client: Client, world: World, who: str, path: str) -> None:  # noqa: F811
    client.force_login(world.accounts[who])
    page = client.get(f"/ky/{world.season.slug}/{path}").content.decode()
    assert "Phong trào thi đua “Vì an ninh Tổ quốc” năm 2024" in page.replace("&quot;", '"')
