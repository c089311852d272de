"""Points follow the target in force on the day that is asked about; no target, zero and no task are three things."""

from datetime import date, timedelta

import pytest

from scoring_cases import GIVEN, scored_season, target, today_in
from season_cases import BODY, BY, REPORTER, on, person
from thidua.apps.access.roles import Role
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import UnitRow
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.models import Target
from thidua.apps.rulebooks.services import amend_target, import_targets, set_targets
from thidua.apps.rulebooks.services.target_rows import in_force
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused, Severity
from thidua.core.numbers import Number
from thidua.core.phases import Phase
from thidua.core.states import Stage, State

pytestmark = pytest.mark.django_db
PREPARING, RUNNING = today_in(Phase.PREPARING), today_in(Phase.RUNNING)
FROM = RUNNING + timedelta(days=5)
MINUTE = Document("31/BB-CA10", date(2024, 1, 2))


def points(season: Season, day: date, unit: str = "long-an", criterion: str = "I.1") -> Number:
    found = evaluation_of(season, on=day).at(Stage.SELF)
    return found.points(criterion, found.table.row(unit))


def with_figures(season: Season) -> None:
    with on(RUNNING):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"pha-an": Typed("90%")})
        other = person(Role.REPORTER, "dong-nai")
        enter_figures(actor=other, season=season, unit="dong-nai", cells={"pha-an": Typed("95%")})


def amended(season: Season, typed: str, valid_from: date | None, **more: object) -> Target:
    return amend_target(
        actor=BODY,
        season=season,
        **{"unit": "long-an", "indicator": "pha-an", "reason": "Bộ giao thêm", "document": MINUTE, **more},
        typed=typed,
        valid_from=valid_from,
    )


def test_an_amended_target_counts_in_the_points_from_its_day_on_and_not_before() -> None:
    season = scored_season(Phase.RUNNING)
    with_figures(season)
    with on(RUNNING):
        amended(season, "85%", FROM)
    # 10 points, half of them for 75 %: (90 - 75) / 75 = 0,2 of the leader's (95 - 75) / 75; then 5/85 of 20/75
    assert points(season, FROM - timedelta(days=1)) == Number(875, 2)
    assert points(season, FROM) == Number(610, 2)
    assert points(season, FROM, "dong-nai") == Number(1000, 2)


def test_an_amendment_without_its_day_is_refused_at_the_day() -> None:
    season = scored_season(Phase.RUNNING)
    with on(RUNNING), pytest.raises(Refused) as refusal:
        amended(season, "85%", None)
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [("forms.fill_in", "valid_from")]


def test_the_version_in_force_is_that_of_the_day_and_not_the_highest_number() -> None:
    season = scored_season(Phase.RUNNING)
    with on(RUNNING):
        amended(season, "85%", FROM)
        amended(season, "80%", RUNNING)
        with pytest.raises(Refused) as unchanged:
            amended(season, "80%", RUNNING + timedelta(days=1))
    rows = list(Target.objects.filter(unit="long-an", indicator="pha-an").order_by("version"))
    days = (PREPARING, RUNNING, FROM - timedelta(days=1), FROM)
    found = [in_force(rows, day) for day in days]
    assert [row.typed if row else "" for row in found] == ["75%", "80%", "80%", "85%"]
    assert [one.code for one in unchanged.value.problems] == ["rulebooks.target_unchanged"]


def test_two_people_who_amend_one_target_lose_nothing() -> None:
    season = scored_season(Phase.RUNNING)
    with on(RUNNING):
        amended(season, "85%", FROM, seen=1)
        with pytest.raises(Refused) as refusal:
            amended(season, "80%", FROM, seen=1)
    assert [(one.code, one.data["typed"], one.place.path) for one in refusal.value.problems] == [
        ("rulebooks.target_changed", "85%", "typed")
    ]


@pytest.mark.parametrize(
    ("typed", "state", "whole"), [("75%", State.REPORTED, 51), ("không giao", State.NOT_ASSIGNED, 41)]
)
def test_a_task_that_is_not_assigned_is_out_of_both_sums(typed: str, state: State, whole: int) -> None:
    season = scored_season(Phase.PREPARING)
    with on(PREPARING):
        set_targets(actor=BODY, season=season, cells={("long-an", "pha-an"): typed}, seen={}, document=GIVEN)
    found = evaluation_of(season, on=PREPARING).at(Stage.SELF)
    row = found.table.row("long-an")
    figure = found.table.chosen("long-an", "pha-an")
    assert (figure.state if figure else State.REPORTED) is state
    assert found.amount(found.total.maximum, row) == Number(whole * 100, 2)


def test_no_target_is_not_a_target_of_zero_and_neither_is_no_task() -> None:
    season = scored_season(Phase.PREPARING)
    texts = {"tay-ninh": "không giao chỉ tiêu", "long-an": "0", "dong-nai": "không giao"}
    with on(PREPARING):
        set_targets(
            actor=BODY,
            season=season,
            cells={(unit, "tin-bai"): text for unit, text in texts.items()},
            seen={},
            document=GIVEN,
        )
    table = evaluation_of(season, on=PREPARING).at(Stage.SELF).table
    found = {unit: table.in_force(unit, "tin-bai") for unit in (*texts, "binh-duong")}
    assert {unit: (one.value, one.is_assigned) if one else None for unit, one in found.items()} == {
        "tay-ninh": (None, True),
        "long-an": (Number(0), True),
        "dong-nai": (None, False),
        "binh-duong": None,
    }


def test_targets_of_a_unit_that_ends_within_the_season_are_asked_for_a_day() -> None:
    season = scored_season(Phase.PREPARING)
    row = UnitRow.objects.get(unit="dong-nai")
    row.ends_on = date(2024, 3, 1)
    with recording(UNITS_RECORDED, by=BY, count=1) as record:
        record.save(row)
    given = {"actor": BODY, "season": season, "document": GIVEN}
    with on(PREPARING):
        with pytest.raises(Refused) as asked:
            import_targets(**given, rows=[target("pha-an", "cả cụm", "80%")])
        key = ("dong-nai", "pha-an")
        with pytest.raises(Refused) as after_end:
            set_targets(**given, cells={key: "80%"}, seen={}, due_on={key: date(2024, 3, 15)})
        done = set_targets(**given, cells={key: "80%"}, seen={}, due_on={key: date(2024, 2, 29)})
    assert [(one.code, one.severity, one.data["unit"], one.data["last"]) for one in asked.value.problems] == [
        ("rulebooks.target_unit_ends", Severity.QUESTION, "Công an tỉnh Đồng Nai", date(2024, 2, 29))
    ]
    assert [one.code for one in after_end.value.problems] == ["rulebooks.target_after_end"]
    assert done.count == 1


@pytest.mark.parametrize(
    ("unit", "indicator", "typed", "code"),
    [
        ("Cà Mau", "pha-an", "80%", "figures.unknown_unit"),
        ("Long An", "phan-an", "80%", "figures.unknown_indicator_near"),
        ("Long An", "dieu-tra", "101%", "figures.target_above_whole"),
        ("Long An", "dieu-tra", "-1%", "figures.target_below_zero"),
        ("Long An", "pha-an", "tám mươi", "numbers.letters"),
        ("Long An", "nop-bao-cao", "5", "figures.target_unwanted"),
    ],
)
def test_what_cannot_be_a_target_is_refused(unit: str, indicator: str, typed: str, code: str) -> None:
    season = scored_season(Phase.PREPARING)
    with on(PREPARING), pytest.raises(Refused) as refusal:
        import_targets(actor=BODY, season=season, rows=[target(indicator, unit, typed)], document=GIVEN)
    assert [one.code for one in refusal.value.problems] == [code]
