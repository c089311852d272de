"""Sentences about the cluster: counted, listed and summed from the figures, and never saying more than they do."""

from dataclasses import replace

import pytest

from thidua.core.errors import FiguresRefused, Place
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.scoring.figures import Member
from thidua.core.season import Season
from thidua.core.statements import Against, Comparator
from thidua.core.states import State
from thidua.words.language import Language
from thidua.words.places import with_places_in
from thidua.words.say import describe
from thidua.words.statements import check_wording, write_statement
from thidua.words.vietnamese import folded
from words.builders import STATEMENTS, VALUES, make_season

VI, EN = Language.VI, Language.EN
ABOVE, AT_LEAST, BELOW, AT_MOST = Comparator.ABOVE, Comparator.AT_LEAST, Comparator.BELOW, Comparator.AT_MOST
RULE = STATEMENTS[1]


def said(season: Season, index: int, lang: Language = VI) -> str:
    return write_statement(season.state(season.table())[index], lang)


def reworded(wording: str, season: Season | None = None) -> str:
    base = season or make_season()
    return said(replace(base, statements=(replace(RULE, wording=wording),)), 0)


def rates(*texts: str) -> dict[str, tuple[Rate, ...]]:
    return {"kham-pha": tuple(Rate(Number.parse(text)) for text in texts)}


def test_list_stands_in_the_order_of_speaking_with_its_figures() -> None:
    assert said(make_season(), 1) == (
        "Án rất nghiêm trọng, đặc biệt nghiêm trọng: 03/05 đơn vị đạt trên 90%, gồm Công an Tây Ninh 93,1%, Công an "
        "Long An 95,57%, Công an Bình Phước 90,2%."
    )


def test_result_at_the_threshold_is_not_above_it() -> None:
    season = make_season(values={**VALUES, **rates("93.1", "88.4", "90.0", "95.57", "89.996")})
    assert said(season, 1) == (
        "Án rất nghiêm trọng, đặc biệt nghiêm trọng: 02/05 đơn vị đạt trên 90%, gồm Công an Tây Ninh 93,1%, Công an "
        "Long An 95,57%."
    )


def test_order_of_speaking_is_the_seasons_own() -> None:
    season = replace(make_season(), order_of_speaking=("binh-phuoc", "long-an", "tay-ninh"))
    assert reworded("{list}", season) == "Công an Bình Phước 90,2%, Công an Long An 95,57%, Công an Tây Ninh 93,1%"


def test_units_are_listed_by_their_brief_names() -> None:
    season = make_season()
    units = tuple(Member(unit.code, unit.name, short=unit.name.removeprefix("Công an ")) for unit in season.units)
    assert reworded("{list}", replace(season, units=units)) == "Tây Ninh 93,1%, Long An 95,57%, Bình Phước 90,2%"


def test_cluster_sum_is_written_with_its_percentage() -> None:
    assert said(make_season(), 2) == "Toàn cụm lập 2.662/1.438 hồ sơ cai nghiện bắt buộc, bằng 185,12% chỉ tiêu."


def test_counts_are_listed_as_percentages_that_show_the_side() -> None:
    share = NumberKind.SHARE
    values = {
        **VALUES,
        "trat-tu": (Counts(900001, 1000000, share), Counts(343, 359, share)) + (Counts(1, 2, share),) * 3,
    }
    rule = replace(RULE, indicators=("trat-tu",), wording="{list}")
    season = replace(make_season(values=values), statements=(rule,))
    assert said(season, 0) == "Công an Tây Ninh 90,0001%, Công an Bình Dương 95,54%"


def test_unit_that_has_not_reported_is_named() -> None:
    values = {**VALUES, "kham-pha": (State.MISSING, *rates("88.4", "90.2", "95.57", "80")["kham-pha"])}
    assert said(make_season(values=values), 1).endswith(
        "gồm Công an Long An 95,57%, Công an Bình Phước 90,2%. Chưa báo cáo: Công an Tây Ninh."
    )


def test_sum_that_cannot_be_formed_is_said_to_be_so() -> None:
    assert reworded("Cộng {sum}, bằng {sum_percent}.") == (
        "Cộng (chưa cộng được vì có đơn vị chưa báo số đếm), bằng (chưa cộng được vì có đơn vị chưa báo số đếm)."
    )


def test_nobody_passing_is_said() -> None:
    season = make_season(values={**VALUES, **rates("1", "2", "3", "4", "5")})
    assert reworded("{passed}/{units}: {list}", season) == "00/05: không có đơn vị nào"


def test_counts_are_plain_in_english() -> None:
    season = replace(make_season(), statements=(replace(RULE, wording="{passed}/{units} above {threshold}: {list}"),))
    assert (
        said(season, 0, EN) == "3/5 above 90%: Công an Tây Ninh 93.1%, Công an Long An 95.57%, Công an Bình Phước 90.2%"
    )


@pytest.mark.parametrize("wording", ["{nobody}", "{list.__class__}", "{list!r}", "{passed:>9}", "{", "}", "{0}", "{}"])
def test_place_that_nothing_fills_is_refused(wording: str) -> None:
    rule = replace(RULE, wording=wording)
    (problem,) = check_wording(rule, Place(path="statements[hang-8]"))
    assert describe(problem, VI).startswith("statements[hang-8]: Nhận định hang-8")
    with pytest.raises(FiguresRefused) as refused:
        reworded(wording)
    assert [one.code for one in refused.value.problems] == [problem.code]


def test_places_have_vietnamese_names_that_are_read_with_and_without_their_marks() -> None:
    asked = "{passed}/{units} trên {threshold}: {list}; {sum}; {sum_percent}"
    named = with_places_in(asked, VI)
    assert named == "{số đạt}/{số đơn vị} trên {mức}: {tên đơn vị}; {tổng}; {tổng phần trăm}"
    assert reworded(named) == reworded(asked)
    assert reworded(folded(named)) == reworded(asked).replace("trên", "tren", 1)  # the words are the officer's own
    assert with_places_in(named, EN) == with_places_in(folded(named), EN).replace("tren", "trên") == asked


def test_what_is_no_place_stays_as_it_is_typed() -> None:
    assert with_places_in("{so} {{passed}} {", VI) == "{so} {{passed}} {"


AGREE = [
    ("đạt trên {threshold}", ABOVE),
    ("đạt trên {mức}", ABOVE),
    ("không quá {muc}", AT_MOST),
    ("vượt mức {threshold}", ABOVE),
    ("trên 90%", ABOVE),
    ("trên 90 %", ABOVE),
    ("đạt từ {threshold} trở lên", AT_LEAST),
    ("không dưới 90%", AT_LEAST),
    ("ít nhất {threshold}", AT_LEAST),
    ("dưới {threshold}", BELOW),
    ("không quá {threshold}", AT_MOST),
    ("từ {threshold} trở xuống", AT_MOST),
    ("above {threshold}", ABOVE),
    ("at least {threshold}", AT_LEAST),
    ("{threshold} or more", AT_LEAST),
    ("at most {threshold}", AT_MOST),
    ("trên địa bàn, {passed}/{units} có {threshold}", AT_LEAST),
    ("trên 75%, dưới 900%", AT_LEAST),
]


@pytest.mark.parametrize(("wording", "comparator"), AGREE)
def test_wording_that_agrees_with_the_comparator_passes(wording: str, comparator: Comparator) -> None:
    assert check_wording(replace(RULE, wording=wording, comparator=comparator)) == ()


@pytest.mark.parametrize(("wording", "comparator"), AGREE[:-2])
def test_wording_that_promises_another_comparison_is_refused(wording: str, comparator: Comparator) -> None:
    for other in set(Comparator) - {comparator}:
        found = check_wording(replace(RULE, wording=wording, comparator=other))
        assert [(one.code, one.data["comparator"]) for one in found] == [
            ("statements.wording_contradicts", other.value)
        ]


@pytest.mark.parametrize(
    ("wording", "comparator"),
    [
        ("đạt, vượt các chỉ tiêu Bộ giao", AT_LEAST),
        ("đạt và vượt chỉ tiêu", AT_LEAST),
        ("hoàn thành chỉ tiêu", AT_LEAST),
        ("đạt chỉ tiêu", AT_LEAST),
        ("vượt chỉ tiêu", ABOVE),
        ("dưới chỉ tiêu", BELOW),
        ("không vượt chỉ tiêu", AT_MOST),
        ("exceeded the target", ABOVE),
    ],
)
def test_wording_about_targets_is_held_against_the_comparator(wording: str, comparator: Comparator) -> None:
    rule = replace(RULE, wording=wording, against=Against.TARGET, threshold=None)
    wrong = [one for one in Comparator if check_wording(replace(rule, comparator=one))]
    assert set(Comparator) - set(wrong) == {comparator}


def test_contradiction_names_the_phrase_and_the_mend() -> None:
    (problem,) = check_wording(replace(RULE, wording="đạt từ {threshold} trở lên"))
    assert describe(problem, VI) == (
        "Nhận định hang-8 viết “từ {threshold} trở lên”, tức là comparator: at_least, nhưng mục comparator ghi above. "
        "Sửa lời văn hoặc sửa mục comparator cho khớp nhau"
    )
