"""The demonstration is loaded: once, at a time that it has reached, and without a mistake in its files."""

import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from loaded_demo import AT
from loaded_demo import DEMO as FOLDER
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor
from thidua.apps.access.selectors import actor_of
from thidua.apps.clock import standing_at, zone
from thidua.apps.demo.loading import load_demo
from thidua.apps.demo.reading import read_script
from thidua.apps.ledger.models import Chain, Entry
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import ahead_of_clock, visible_seasons
from thidua.apps.seasons.services import move_season
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
LATER = datetime(2025, 8, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def season(year: int) -> Season:
    return Season.objects.select_related("cluster", "movement").get(year=year)


def person(username: str, *, on: date) -> Actor:
    return actor_of(Account.objects.get(username=username), on=on)


def test_after_the_merger_the_guards_say_that_nobody_is_left() -> None:
    load_demo(FOLDER, at=LATER)
    with standing_at(LATER):
        body = person("thuong-truc", on=LATER.date())
        with pytest.raises(Refused) as refusal:
            move_season(actor=body, season=season(2025), to=Phase.REPORTING)
        assert ahead_of_clock(Season.objects.all()) == set()
        reporter = person("bao-cao.long-an", on=LATER.date())
        assert [one.year for one in visible_seasons(reporter, on=LATER.date())] == [2025, 2024, 2023]
    codes = [problem.code for problem in refusal.value.problems]
    assert codes == ["guard.mergers.open", "guard.members.open", "guard.offices.vacant", "guard.data_closed.open"]


def test_a_second_start_keeps_the_data() -> None:
    assert load_demo(FOLDER, at=AT)[1] is True
    before = list(Chain.objects.order_by("key").values_list("key", "height", "head"))
    assert load_demo(FOLDER, at=AT)[1] is False
    assert list(Chain.objects.order_by("key").values_list("key", "height", "head")) == before


def test_a_clock_before_the_first_day_is_refused_and_nothing_is_written() -> None:
    with pytest.raises(Refused) as refusal:
        load_demo(FOLDER, at=datetime(2022, 12, 31, tzinfo=zone()))
    assert [problem.code for problem in refusal.value.problems] == ["demo.before_the_start"]
    assert Entry.objects.count() == 0


def test_every_mistake_of_every_file_is_told_at_its_place(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "demo")
    shutil.copytree(FOLDER / "../cluster10-2024", tmp_path / "cluster10-2024")
    for name, old, new in (
        ("ky-2023.yaml", "phase: signed", "phase: sigend"),
        ("ky-2024.yaml", "at: 03/02/2024 08:00", "at: 03/02/2024"),
        ("ky-2024.yaml", "statement: rat-nghiem-trong", "statement: rat-nghiem"),
        ("cai-dat.yaml", "role: observer", "role: observr"),
    ):
        path = tmp_path / "demo" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        read_script(tmp_path / "demo")
    assert [(one.code, one.place.file, one.place.path) for one in refusal.value.problems] == [
        ("plain.unknown_choice", "ky-2023.yaml", "phases[1].phase"),
        ("demo.not_a_moment", "ky-2024.yaml", "moves[1].at"),
        ("plain.unknown_choice", "cai-dat.yaml", "logins[10].role"),
    ]
