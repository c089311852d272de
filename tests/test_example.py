"""The example season says what the conference of 23/11/2024 reported, and marks everything else as illustrative."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.scoring.figures import Figure, Member, Nature
from thidua.core.season import Post, Season, sum_of_parts
from thidua.core.states import Stage
from thidua.files.season import load_season
from thidua.words.language import Language
from thidua.words.statements import write_statement

EXAMPLE = Path(__file__).parents[1] / "examples/cluster10-2024"
REPORTED = {  # rows 6, 8 and 10 of the report; everything else in the folder stands in for what was not published
    ("an-ninh-chinh-tri", unit): True
    for unit in ("tay-ninh", "binh-duong", "binh-phuoc", "long-an", "dong-nai")
} | {
    ("quan-ly-su-dung", unit): Rate(Number(100))
    for unit in ("tay-ninh", "binh-duong", "binh-phuoc", "long-an", "dong-nai")
} | {
    ("kham-pha-rnt", "tay-ninh"): Rate(Number(931, 1)),
    ("kham-pha-rnt", "long-an"): Rate(Number(9557, 2)),
    ("kham-pha-rnt", "binh-phuoc"): Rate(Number(902, 1)),
}  # fmt: skip
SERIOUS = 1  # the second statement: very serious and especially serious crimes


@pytest.fixture(scope="module")
def season() -> Season:
    return load_season(EXAMPLE)


def sentence(season: Season, index: int = SERIOUS) -> str:
    return write_statement(season.state(season.table())[index], Language.VI)


def with_figure(season: Season, indicator: str, unit: str, value: Rate) -> Season:
    figures = tuple(
        replace(one, value=value) if (one.indicator, one.unit) == (indicator, unit) else one for one in season.figures
    )
    return replace(season, figures=figures)


def test_real_figures_are_those_of_the_report_and_no_others(season: Season) -> None:
    real = {(one.indicator, one.unit): one.value for one in season.figures if one.origin.nature is Nature.REAL}
    assert real == REPORTED


def test_every_cell_says_where_it_comes_from(season: Season) -> None:
    given = [one.origin for one in season.figures] + [one.origin for one in season.targets]
    assert [origin.place for origin in given if not origin.source] == []
    unsaid = [origin for origin in given if origin.nature is Nature.ILLUSTRATIVE and "minh họa" not in origin.source]
    assert unsaid == []


def test_illustrative_parts_add_up_to_the_reported_whole(season: Season) -> None:
    assert [(one.indicator, sum_of_parts(season, one)) for one in season.wholes] == [
        ("cai-nghien", Counts(2662, 1438, NumberKind.RESULT_TARGET))
    ]


def test_the_rulebook_is_of_1000_points(season: Season) -> None:
    tops = [(criterion.code, criterion.points) for criterion in season.rulebook.criteria]
    assert tops == [("I", Number(700)), ("II", Number(200)), ("III", Number(100))]


def test_chair_and_first_speakers_are_as_reported(season: Season) -> None:
    assert season.posts == {Post.CHAIR: "tay-ninh"}
    assert season.order_of_speaking[:3] == ("tay-ninh", "long-an", "binh-phuoc")


def test_rows_7_to_10_are_said_again(season: Season) -> None:
    said = [write_statement(one, Language.VI) for one in season.state(season.table())]
    assert [text.partition("05/05")[1] or text.partition("03/05")[1] for text in said] == [
        "05/05",
        "03/05",
        "05/05",
        "05/05",
        "05/05",
    ]
    assert said[SERIOUS].endswith("trên 90%: Tây Ninh 93,1%, Long An 95,57%, Bình Phước 90,2%.")
    assert "2.662/1.438" in said[4]


def test_90_percent_is_not_above_90_percent(season: Season) -> None:
    lower = with_figure(season, "kham-pha-rnt", "binh-phuoc", Rate(Number(900, 1)))
    assert sentence(lower).endswith("02/05 Công an các tỉnh đạt trên 90%: Tây Ninh 93,1%, Long An 95,57%.")


def test_the_list_follows_the_order_of_speaking(season: Season) -> None:
    swapped = replace(season, order_of_speaking=("binh-phuoc", "long-an", "tay-ninh", "binh-duong", "dong-nai"))
    assert sentence(swapped).endswith("trên 90%: Bình Phước 90,2%, Long An 95,57%, Tây Ninh 93,1%.")


def test_a_sixth_unit_changes_the_count(season: Season) -> None:
    ben_tre = Member("ben-tre", "Công an tỉnh Bến Tre", season.units[0].cluster, "Bến Tre")
    figure = Figure(unit="ben-tre", indicator="kham-pha-rnt", stage=Stage.AGREED, value=Rate(Number(99)))
    larger = replace(season, units=(*season.units, ben_tre), figures=(*season.figures, figure))
    assert "04/06" in sentence(larger)
    assert sentence(larger).endswith("Bình Phước 90,2%, Bến Tre 99%.")


def test_every_stage_of_the_year_is_there(season: Season) -> None:
    assert Counter(one.stage for one in season.figures).keys() == {Stage.SELF, Stage.APPRAISED, Stage.AGREED}
