"""The meeting that agrees, the re-check above it, and that no stage is ever chosen for being larger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.appraisal.appraisal_cases import CHAIR_SIDE, DAY, DEPUTY, accept, claimed_season, cut, item
from season_cases import BODY, REPORTER, move_on, on
from thidua.apps.access.policy import AccessRefused
from thidua.apps.appraisal.items import ItemState
from thidua.apps.appraisal.services import agree_point, hold_meeting, recheck
from thidua.apps.appraisal.services.agreeing import Minute
from thidua.apps.reporting.models import Figure
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.numbers import Number
from thidua.core.phases import Phase
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.figures import choose_stage
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db
MINUTE = Document("24/BB-CA10", DAY)
MEETING = Minute(held_on=DAY, place="Công an tỉnh Tây Ninh", present="Đại tá Trần Thị Lan, cụm trưởng")


def codes(refused: Refused) -> list[str]:
    return [problem.code for problem in refused.problems]


def said(unit: str, stage: Stage) -> dict[str, str]:
    rows = Figure.objects.filter(unit=unit, stage=stage).order_by("version")
    return {row.indicator: row.typed for row in rows}


def appraised_season() -> Season:
    """Two units with every claim decided."""
    season = claimed_season("long-an", "tay-ninh")
    with on(DAY):
        cut(season, "long-an")
        accept(season, "long-an", "tin-bai")
        accept(season, "tay-ninh", actor=DEPUTY)
        accept(season, "tay-ninh", "tin-bai", actor=DEPUTY)
    return season


def test_meeting_rules_open_points_and_agrees_to_the_rest_as_appraised() -> None:
    season = appraised_season()
    with on(DAY):
        agree_point(
            actor=CHAIR_SIDE, season=season, unit="long-an", indicator="pha-an", typed="91%", reason="Cụm đối chiếu lại"
        )
        row = hold_meeting(actor=CHAIR_SIDE, season=season, minute=MEETING, document=MINUTE)
    assert said("long-an", Stage.AGREED) == {"pha-an": "91%", "tin-bai": "12"}
    assert said("tay-ninh", Stage.AGREED) == {"pha-an": "93,1%", "tin-bai": "12"}
    assert (row.items, row.points.get().before) == (3, "90%")


def test_meeting_does_not_close_over_what_nobody_has_decided() -> None:
    season = claimed_season("long-an")
    with on(DAY):
        with pytest.raises(Refused) as refused:
            hold_meeting(actor=CHAIR_SIDE, season=season, minute=Minute(None, "", ""), document=Document("", None))
        assert codes(refused.value)[:2] == ["appraisal.points_open", "forms.fill_in"]
        for code, typed in {"pha-an": "10%", "tin-bai": "1"}.items():
            agree_point(actor=CHAIR_SIDE, season=season, unit="long-an", indicator=code, typed=typed, reason="a")
        hold_meeting(actor=CHAIR_SIDE, season=season, minute=MEETING, document=MINUTE)


def test_the_chairs_own_point_is_written_by_the_deputys_side() -> None:
    season = appraised_season()
    given = {"season": season, "unit": "tay-ninh", "indicator": "pha-an", "typed": "99%", "reason": "a"}
    with on(DAY):
        for actor in (CHAIR_SIDE, REPORTER):
            with pytest.raises(AccessRefused):
                agree_point(actor=actor, **given)
        agree_point(actor=DEPUTY, **given)


def test_recheck_counts_above_what_was_agreed_and_leaves_the_rest_final() -> None:
    season = appraised_season()
    with on(DAY):
        hold_meeting(actor=CHAIR_SIDE, season=season, minute=MEETING, document=MINUTE)
        agreed = evaluation_of(season, on=DAY)
        with pytest.raises(AccessRefused):
            recheck(
                actor=BODY, season=season, unit="long-an", indicator="pha-an", typed="80%", reason="a", document=MINUTE
            )
    season = move_on(season, to=Phase.AGREED)
    day = DAY.replace(month=DAY.month + 1)
    with on(day):
        given = {"actor": BODY, "season": season, "unit": "long-an", "indicator": "pha-an", "document": MINUTE}
        with pytest.raises(Refused) as refused:
            recheck(typed="", reason="", **given)
        assert codes(refused.value) == ["forms.fill_in", "forms.fill_in"]
        recheck(typed="80%", reason="Phúc tra hồ sơ", **given)
        now = evaluation_of(season, on=day)
        assert not now.evaluation.waits_for_appraisal("I.1", now.evaluation.table.row("tay-ninh"))
        assert item(season, "long-an", day=day).state is ItemState.ADJUSTED
    assert agreed.season.stage is Stage.APPRAISED
    assert now.season.stage is Stage.RECHECKED
    chosen = now.evaluation.table.chosen("long-an", "pha-an")
    assert chosen is not None
    assert chosen.stage is Stage.RECHECKED


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4), st.integers(1, 100))
def test_raising_a_claim_never_raises_what_counts_once_somebody_has_decided(numbers: list[int], more: int) -> None:
    def chosen(raised: int) -> object:
        said_ = zip(Stage, [numbers[0] + raised, *numbers[1:]], strict=True)
        figures = [CoreFigure(unit="a", indicator="i", stage=stage, value=Number(number)) for stage, number in said_]
        return choose_stage(figures, Stage.RECHECKED)["a", "i"].value

    assert chosen(0) == chosen(more) == Number(numbers[3])
