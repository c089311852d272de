"""Explanations: true arithmetic for every kind, and sentences an officer would say."""

from dataclasses import replace
from fractions import Fraction

import pytest

from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.scoring.trace import explain
from thidua.core.season import Season
from thidua.core.states import Stage, State
from thidua.words.language import Language
from thidua.words.say import all_sentences
from thidua.words.steps import STEPS
from thidua.words.traces import Explanation, explain_in_words, render_explanation
from words.builders import CODES, VALUES, make_rulebook, make_season, make_small_rulebook
from words.reading_back import read_line

VI, EN = Language.VI, Language.EN
LEAVES = [criterion.code for criterion, _leaf in make_rulebook().leaves]


def explained(code: str, unit: str = "tay-ninh", season: Season | None = None, lang: Language = VI) -> Explanation:
    evaluation = (season or make_season()).evaluate(explained=True)
    return explain_in_words(explain(evaluation, unit, code), lang)


@pytest.mark.parametrize("unit", CODES)
@pytest.mark.parametrize("code", LEAVES)
def test_final_line_read_back_gives_the_points_of_the_run(code: str, unit: str) -> None:
    evaluation = make_season().evaluate(explained=True)
    trace = explain(evaluation, unit, code)
    line = explain_in_words(trace, VI).arithmetic
    if trace.state is State.REPORTED:
        assert read_line(line) == Fraction(*trace.points.ratio)
    else:
        assert line == ""


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("code", LEAVES)
def test_every_explanation_is_said_in_both_languages(code: str, lang: Language) -> None:
    for unit in CODES:
        text = render_explanation(explained(code, unit, lang=lang), lang, width=80)
        assert all(len(line) <= 120 and line == line.rstrip() for line in text.splitlines())
        assert "  " not in text.replace("\n   ", "\n")


def test_target_and_leader_is_told_with_its_numbers() -> None:
    told = explained("I.1")
    assert told.headline == (
        "Công an Tây Ninh đạt 8/12 mô hình (66,67%), vượt chỉ tiêu 5%, nên được điểm nền cộng phần thưởng theo mức "
        "vượt so với Công an Long An, đơn vị vượt nhiều nhất: 16,49 trên 20 điểm."
    )
    assert told.arithmetic == "10 + 10 × (8/12 − 5%) / 5% / 19 ≈ 16,4912 → 16,49"
    assert [step.arithmetic for step in told.steps] == ["8/12 mô hình ≈ 66,67%", "", "(8/12 − 5%) / 5% ≈ 12,3333", ""]
    assert told.depends_on == ("Công an Long An",)
    assert told.marks == ("Điểm tạm tính: còn phụ thuộc số liệu của Công an Long An, chỉ chốt khi cả cụm thống nhất.",)


def test_percentage_rounded_first_leads_to_the_arithmetic_of_the_regulation() -> None:
    book = make_small_rulebook(
        {"code": "I", "name": "Một", "points": "20", "indicator": "nhan-rong", "rule": {"kind": "target_and_leader"},
         "value": {"kind": "figure", "percent_places": "2"}},
    )  # fmt: skip
    told = explained("I", season=make_season(rulebook=book))
    assert told.arithmetic == "10 + 10 × 12,334/19 ≈ 16,4916 → 16,49"
    assert told.steps[2].arithmetic == "8/12 → 66,67%"


@pytest.mark.parametrize(
    ("code", "unit", "headline"),
    [
        ("I.1", "long-an", (
            "Công an Long An đạt 10/10 mô hình (100,00%), vượt chỉ tiêu 5% nhiều nhất cụm, nên được đủ 20 điểm."
        )),
        ("I.2", "tay-ninh", "Công an Tây Ninh đạt 93,1%, thuộc bậc từ 92% đến dưới 95%, được 12 trên 15 điểm."),
        ("I.2", "dong-nai", "Công an Đồng Nai đạt 89,996%, không thuộc bậc nào; bảng điểm cho 0 điểm."),
        ("I.4", "long-an", (
            "Công an Long An đạt 400/250 hồ sơ (160,00%), so với 200% của Công an Bình Phước và Công an Đồng Nai, tốt "
            "nhất cụm, nên được 8 trên 10 điểm."
        )),
        ("I.5", "binh-phuoc", "Công an Bình Phước đạt 99,98%, chưa tới mức phải đạt 100%, nên không có điểm."),
        ("I.6", "dong-nai", (
            "Công an Đồng Nai đạt 19 hồ sơ so với chỉ tiêu 60 hồ sơ, nên được 3,17 trên 10 điểm, theo đúng tỷ lệ đạt."
        )),
        ("II.1", "tay-ninh", (
            "Cả cụm thống nhất 8 trên 10 điểm cho Công an Tây Ninh. Trừ 1,5 điểm (báo cáo nộp chậm). Cộng 1,4 điểm "
            "(tin, bài được đăng). Kết quả: 7,9 trên 10 điểm."
        )),
        ("II.2", "binh-phuoc", "Công an Bình Phước không đạt yêu cầu, nên không có điểm."),
        ("II.3", "dong-nai", (
            "Công an Đồng Nai đạt 1.031 triệu đồng, tăng 3,1% so với số gốc 1.000, vượt mức 2% và được tính 1 nấc, "
            "thành 1,5 điểm."
        )),
        ("III.1", "binh-phuoc", (
            "Công an Bình Phước nộp ngày 18/11/2024, muộn 1 ngày làm việc so với hạn 15/11/2024, thuộc bậc dưới 0, "
            "được 2 trên 5 điểm."
        )),
    ],
)  # fmt: skip
def test_headline_says_what_the_rule_made_of_the_figure(code: str, unit: str, headline: str) -> None:
    assert explained(code, unit).headline == headline


def test_five_states_are_never_one_another() -> None:
    zero, missing = explained("I.2", "dong-nai"), explained("I.1", "binh-phuoc")
    not_assigned, not_applicable = explained("III.2", "binh-phuoc"), explained("II.2", "dong-nai")
    waiting = explained("III.1", "binh-duong")
    assert [one.points for one in (zero, missing, not_assigned, not_applicable, waiting)] == [
        "0,00",
        "chưa có điểm",
        "không được giao",
        "không áp dụng",
        "5,00",
    ]
    assert [one.waits_for_appraisal for one in (zero, missing, waiting)] == [False, False, True]
    assert missing.headline == (
        "Công an Bình Phước chưa báo cáo “Tỷ lệ mô hình được nhân rộng”, nên tiêu chí này chưa có điểm; chưa báo cáo "
        "không phải là 0 điểm."
    )
    assert not_assigned.headline != not_applicable.headline


def test_missing_counts_as_zero_only_where_the_rulebook_says_so() -> None:
    told = explained("I.1", "binh-phuoc", make_season(rulebook=make_rulebook(missing="zero")))
    assert told.points == "0,00"
    assert told.headline == (
        "Công an Bình Phước không báo cáo “Tỷ lệ mô hình được nhân rộng”; theo quy định của bảng điểm, tiêu chí này "
        "tính 0 điểm khi chốt."
    )


@pytest.mark.parametrize(
    ("mode", "points"), [("exclude", "không được giao"), ("full", "5,00"), ("zero", "0,00"), ("average", "4,63")]
)
def test_task_that_was_not_assigned_is_told_by_the_rulebooks_mode(mode: str, points: str) -> None:
    told = explained("III.2", "binh-phuoc", make_season(rulebook=make_rulebook(not_assigned=mode)))
    assert told.points == points
    assert told.headline.startswith("Công an Bình Phước không được giao việc này.")


def test_comparison_shows_the_digits_that_decide() -> None:
    values = {**VALUES, "kham-pha": (Rate(Number.parse("94.9996")),) * 5}
    told = explained("I.2", season=make_season(values=values))
    assert told.steps[1].arithmetic == "92% ≤ 94,9996% < 95%"


def test_limits_are_told_where_they_bind() -> None:
    told = explained("II.1", "binh-duong")
    assert [(step.title, step.arithmetic) for step in told.steps[-2:]] == [
        ("Điểm cộng: tin, bài được đăng", "30 × 0,2 = 6"),
        ("Chạm mức điểm tối đa", "8,5 + 30 × 0,2 = 14,5 > 10"),
    ]
    assert explained("II.1").steps[4].arithmetic == "4 × 0,5 = 2 > 1,5"


def test_steps_stand_in_the_order_in_which_the_rulebook_applies_them() -> None:
    book = make_small_rulebook(
        {"code": "I", "name": "Một", "points": "10", "rule": "entry", "order": ["bonuses", "limit", "deductions"],
         "deductions": [{"name": "chậm", "indicator": "cham", "rule": {"kind": "per_event", "each": "0,5"}}],
         "bonuses": [{"name": "tin bài", "indicator": "tin-bai", "rule": {"kind": "per_event", "each": "1"}}]},
    )  # fmt: skip
    season = make_season(rulebook=book, values={"I": (Number(8),) * 5})
    steps = [step.code for step in explained("I", season=season).steps]
    assert steps[-3:] == ["leaf.bonus", "limit.cap", "leaf.deduction"]
    assert explained("I", season=season).arithmetic == "10 − 4 × 0,5 = 8,00"


def test_group_beyond_its_cap_tells_what_was_shared_out() -> None:
    book = make_small_rulebook(
        {"code": "I", "name": "Nhóm", "points": "20", "cap": "10", "scale_down": True, "parts": [
            {"code": "I.1", "name": "Một", "points": "10", "rule": "entry"},
            {"code": "I.2", "name": "Hai", "points": "10", "rule": "entry"},
        ]},
    )  # fmt: skip
    values = {"I.1": (Number(9),) * 5, "I.2": (Number(6),) * 5}
    told = explained("I.1", season=make_season(rulebook=book, values=values))
    assert (told.points, told.arithmetic) == ("6,00", "9 = 9,00")
    assert told.marks == (
        "Cả nhóm vượt mức trần, nên các phần được chia lại theo tỷ lệ cho vừa mức trần: 9,00 còn 6,00.",
    )


def test_secret_criterion_shows_its_code_only() -> None:
    book = make_small_rulebook(
        {"code": "I", "name": "Điều không ghi ra", "points": "10", "rule": "entry", "secrecy": "code_only",
         "deductions": [{"name": "việc không ghi ra", "indicator": "cham", "cap": "1",
                         "rule": {"kind": "per_event", "each": "0,5"}}]},
    )  # fmt: skip
    season = make_season(rulebook=book, values={"I": (Number(8),) * 5})
    text = render_explanation(explained("I", season=season), VI)
    assert [word for word in ("không ghi ra", "Báo cáo nộp chậm") if word in text] == []
    assert "I (chỉ ghi mã tiêu chí) – Công an Tây Ninh" in text.splitlines()


def test_stages_that_differ_are_all_told() -> None:
    season = make_season(stage=Stage.AGREED)
    own = season.figures[0]
    claimed = replace(own, stage=Stage.SELF, value=Counts(9, 12, NumberKind.SHARE))
    told = explained("I.1", season=replace(season, figures=(claimed, *season.figures)))
    assert told.steps[0].note == (
        "Đơn vị báo 9/12 mô hình (75,00%). Nguồn: Báo cáo năm; ô so-lieu.xlsx › Số liệu › B7."
    )


def test_every_step_that_can_be_noted_has_a_writer_title_and_sentence() -> None:
    said = all_sentences().keys()
    assert [code for code in STEPS if code not in said or f"title.{code}" not in said] == []
