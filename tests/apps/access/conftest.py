"""A technician, two officers, and two units that exist."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import pytest

from access_people import NINE, give, make
from thidua.apps import clock
from thidua.apps.access import places
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Place, Role

NAMES = {
    Place.UNIT: {"tay-ninh": "Công an Tây Ninh", "long-an": "Công an Long An", "long-an-2": "Công an Long An"},
    Place.SEASON: {"cum-10-2024": "Cụm 10, năm 2024"},
}


def _names(place: Place) -> places.Names:
    def names(codes: Collection[str], *, on: date) -> Mapping[str, str]:
        return {code: name for code, name in NAMES[place].items() if code in codes}

    return names


def _find(place: Place) -> places.Find:
    def find(text: str, *, on: date) -> Mapping[str, str]:
        by_code = {code: name for code, name in NAMES[place].items() if code == text}
        return by_code or {code: name for code, name in NAMES[place].items() if name == text}

    return find


@pytest.fixture(autouse=True)
def _known_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_directories", {})
    for place in NAMES:
        places.register(place, names=_names(place), find=_find(place))


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    with clock.standing_at(NINE):
        yield


@pytest.fixture
def technician(db: None) -> Actor:
    return give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN)


@pytest.fixture
def hanh(db: None) -> Account:
    return make("hanh.nt", "Nguyễn Thị Hạnh")


@pytest.fixture
def binh(db: None) -> Account:
    return make("binh.lv", "Lê Văn Bình")
