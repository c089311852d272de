"""Every rule kind of the catalogue: its printed arithmetic gives the printed points, and its words are there."""

from fractions import Fraction

import pytest

from thidua.core.kinds import SHAPES, SOURCES
from thidua.core.numbers import Number
from thidua.core.rulebook.adjustments import BestOf
from thidua.core.rulebook.schema import Leaf, Rulebook
from thidua.core.scoring.trace import Trace, explain
from thidua.core.states import State
from thidua.words.language import Language
from thidua.words.steps import STEPS
from thidua.words.traces import explain_in_words, render_explanation
from words.builders import CODES, make_season, make_small_rulebook
from words.reading_back import read_line

BANDS = [{"from": "0", "below": "50%", "points": "1"}, {"from": "50%", "points": "2"}]
EACH = {"kind": "per_event", "each": "0,3"}
LESS = {"indicator": "cham"}
KINDS: dict[str, dict[str, object]] = {
    "entry": {"rule": "entry"},
    "range": {"rule": {"kind": "range", "least": "0", "most": "9"}},
    "balance": {"indicator": "cham", "rule": {"kind": "balance", "start": "8"},
                "deductions": [{"name": "chậm", "indicator": "cham", "rule": EACH}]},
    "pass or fail": {"indicator": "dan-van", "rule": "pass_fail"},
    "all or nothing": {"indicator": "quan-ly", "rule": "all_or_nothing"},
    "all or nothing of less": {**LESS, "rule": {"kind": "all_or_nothing", "need": "1"}},
    "ratio of the target": {"indicator": "trat-tu", "rule": {"kind": "proportional", "cap": "110%", "floor": "91%"}},
    "ratio of the whole": {"indicator": "kham-pha", "rule": {"kind": "proportional", "of": "whole"}},
    "ratio of less": {**LESS, "target": "1", "rule": "proportional"},
    "rounded first": {"indicator": "trat-tu", "value": {"kind": "figure", "percent_places": 1}, "rule": "proportional"},
    "bands": {"indicator": "trat-tu", "rule": {"kind": "bands", "bands": BANDS}},
    "bands of growth": {"indicator": "dong-gop", "value": {"kind": "growth", "base": "dong-gop-2023"},
                        "rule": {"kind": "bands", "bands": BANDS, "otherwise": "0", "no_value": "1"}},
    "growth from nothing": {"indicator": "tin-bai", "value": {"kind": "growth", "base": "cham"},
                            "rule": {"kind": "bands", "bands": BANDS, "otherwise": "0", "no_value": "1"}},
    "growth in points": {"indicator": "trat-tu", "value": {"kind": "growth", "base": "kham-pha", "mode": "pp"},
                         "rule": {"kind": "per_step", "start": "-20%", "first": "1", "step": "3%", "each": "0,5",
                                  "whole_steps": False}},
    "deviation": {"indicator": "ho-so", "target": "60", "value": "deviation",
                  "rule": {"kind": "bands", "bands": BANDS, "otherwise": "0"}},
    "per capita": {"indicator": "tin-bai", "value": {"kind": "per_capita", "population": "dan-so"}, "rule": EACH},
    "working days": {"indicator": "nop", "value": {"kind": "working_days_early", "due": "2024-11-15"},
                     "rule": {"kind": "per_step", "start": "0", "step": "1", "each": "1"}},
    "mean": {"value": {"kind": "mean", "others": ["giam-khao-2", "giam-khao-3"], "trim": 1, "missing": "skip"},
             "rule": "entry"},
    "weighted mean": {"value": {"kind": "mean", "others": ["giam-khao-2"], "weights": ["2", "1"]}, "rule": "entry"},
    "weighted index": {"value": {"kind": "weighted_index", "others": ["giam-khao-2"], "weights": ["0,3", "0,7"]},
                       "rule": "entry"},
    "against the mean": {"indicator": "trat-tu", "value": "against_mean",
                         "rule": {"kind": "per_step", "start": "0%", "step": "1%", "each": "0,5"}},
    "two keys": {"indicator": "trat-tu", "rule": {"kind": "two_key_bands", "by": "ho-so", "classes": [
        {"below": "60", "bands": BANDS}, {"from": "60", "bands": BANDS}]}},
    "level": {"indicator": "khen", "rule": {"kind": "by_level", "points_of_levels": ["1", "3", "5"]}},
    "knots": {"indicator": "kham-pha", "rule": {"kind": "piecewise", "knots": [
        {"at": "89%", "points": "1"}, {"at": "92%", "points": "3"}, {"at": "95%", "points": "8"}]}},
    "place": {"indicator": "kham-pha", "rule": {"kind": "rank_points", "first": "10", "each": "1,5", "ties": "mean"}},
    "place of less": {**LESS, "rule": {"kind": "rank_points", "each": "4"}},
    "best": {"indicator": "ma-tuy", "rule": "relative_to_best"},
    "best of one": {"indicator": "rieng", "rule": "relative_to_best"},
    "best of less": {**LESS, "rule": "relative_to_best"},
    "target and leader": {"indicator": "nhan-rong", "rule": "target_and_leader"},
    "target and leader by result": {"indicator": "trat-tu", "rule": {"kind": "target_and_leader", "leader_by": "A"}},
    "target and leader of less": {**LESS, "target": "2", "rule": "target_and_leader"},
    "growth to a target below zero": {"indicator": "dong-gop", "target": "-5%", "rule": "target_and_leader",
                                      "value": {"kind": "growth", "base": "dong-gop-2023"}},
    "only the best bonus": {"rule": "entry", "bonuses": [{"best_of": [
        {"name": "khen thưởng", "indicator": "khen",
         "rule": {"kind": "by_level", "points_of_levels": ["0,5", "1", "2"]}},
        {"name": "tin bài", "indicator": "tin-bai", "rule": EACH}], "name": "chỉ tính một khoản", "cap": "3"}]},
    "both caps": {"rule": "entry", "deduction_cap": "0,5", "bonus_cap": "1", "cap": "12", "floor": "7",
                  "deductions": [{"name": "chậm", "indicator": "cham", "rule": EACH, "cap": "1"}],
                  "bonuses": [{"name": "tin bài", "indicator": "tin-bai", "rule": EACH}]},
    "class factor": {"rule": "entry", "coefficient": {"indicator": "loai", "factors": ["1", "1,1", "1,25"]}},
    "part of a year": {"indicator": "trat-tu", "rule": "proportional", "months": "so-thang"},
    "stricter target": {"indicator": "trat-tu", "rule": "proportional",
                        "target": {"stricter_of": ["season", "72%", "chi-tieu-cum"]}},
}  # fmt: skip


def rulebook_of(kind: str) -> Rulebook:
    return make_small_rulebook({"code": "I", "name": "Tiêu chí", "points": "10", **KINDS[kind]})


def traces_of(kind: str) -> list[Trace]:
    values = {"I": (Number(8), Number(85, 1), Number(7), Number(9), Number(75, 1))}
    evaluation = make_season(rulebook=rulebook_of(kind), values=values).evaluate(explained=True)
    return [explain(evaluation, unit, "I") for unit in CODES]


@pytest.mark.parametrize("kind", KINDS)
def test_printed_arithmetic_gives_the_printed_points(kind: str) -> None:
    traces = [trace for trace in traces_of(kind) if trace.state is State.REPORTED]
    assert traces
    for trace in traces:
        assert read_line(explain_in_words(trace, Language.VI).arithmetic) == Fraction(*trace.points.ratio)


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_both_languages(kind: str, lang: Language) -> None:
    for trace in traces_of(kind):
        told = explain_in_words(trace, lang)
        assert told.headline.endswith(".")
        assert trace.unit.brief in told.headline
        assert len(render_explanation(told, lang).splitlines()) > 5


@pytest.mark.parametrize(
    ("kind", "unit", "headline"),
    [
        ("balance", 0, "Công an Tây Ninh bắt đầu với 8 điểm. Trừ 1,2 điểm (chậm). Kết quả: 6,8 trên 10 điểm."),
        ("weighted mean", 0, "Công an Tây Ninh đạt trung bình 8,3333, được 8,33 trên 10 điểm."),
        ("class factor", 2, (
            "Cả cụm thống nhất 7 trên 10 điểm cho Công an Bình Phước. Nhân hệ số 1,1. Kết quả: 7,7 trên 10 điểm."
        )),
        ("part of a year", 4, (
            "Công an Đồng Nai đạt 53/79 vụ (67,09%) so với chỉ tiêu 75%, nên được 4,47 trên 5 điểm, theo đúng tỷ lệ "
            "đạt."
        )),
        ("target and leader of less", 2, (
            "Công an Bình Phước có 1 lần, tốt hơn chỉ tiêu 2 lần, nên được điểm nền cộng phần thưởng theo mức vượt so "
            "với Công an Bình Dương, Công an Long An và Công an Đồng Nai, đơn vị vượt nhiều nhất: 7,5 trên 10 điểm."
        )),
        ("against the mean", 0, (
            "Công an Tây Ninh đạt 343/359 vụ (95,54%), cao hơn tỷ lệ chung 85,34% là 10,20 điểm phần trăm, vượt mức 0% "
            "và được tính 10 nấc, thành 5 điểm."
        )),
        ("both caps", 0, (
            "Cả cụm thống nhất 8 trên 10 điểm cho Công an Tây Ninh. Trừ 1 điểm (chậm). Điểm trừ chỉ tính 0,5. Cộng 2,1 "
            "điểm (tin bài). Điểm cộng chỉ tính 1. Kết quả: 8,5 trên 10 điểm."
        )),
    ],
)  # fmt: skip
def test_headline_tells_what_the_kind_is_about(kind: str, unit: int, headline: str) -> None:
    assert explain_in_words(traces_of(kind)[unit], Language.VI).headline == headline


def test_no_kind_of_the_catalogue_is_left_out() -> None:
    leaves = [body for kind in KINDS for _criterion, body in rulebook_of(kind).leaves if isinstance(body, Leaf)]
    assert {leaf.shape.name for leaf in leaves} == set(SHAPES)
    assert {leaf.source.name for leaf in leaves} == set(SOURCES)
    assert any(isinstance(bonus, BestOf) for leaf in leaves for bonus in leaf.bonuses)


def test_every_writer_of_steps_is_used_by_some_kind() -> None:
    noted = {step.code for kind in KINDS for trace in traces_of(kind) for step in trace.steps}
    assert noted == set(STEPS)
