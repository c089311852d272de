"""Changes in words: where, what it was, what it is; nothing of what is shown by code only."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook_cases import AS_DRAWN, rulebooks
from thidua.core.rulebook.diff import differences
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.words.language import Language
from thidua.words.rulebook_diff import describe_changes


def rulebook(**leaf: Any) -> Rulebook:
    own = {"code": "I.1", "name": "Thu nợ", "points": "5", "indicator": "thu", "rule": "all_or_nothing", **leaf}
    other = {"code": "I.2", "name": "Báo cáo", "points": "5", "rule": "entry"}
    return parse_rulebook(
        {
            "rulebook": "r",
            "title": "t",
            "version": "1",
            "valid": {"from": "01/01/2024"},
            "indicators": [{"code": "thu", "name": "Tỷ lệ thu", "kind": "percent"}],
            "criteria": [{"code": "I", "name": "Nhóm", "points": "10", "parts": [own, other]}],
        }
    )


@given(rulebooks(), rulebooks(), st.sampled_from(Language))
@settings(max_examples=25, deadline=None, phases=AS_DRAWN)
def test_every_change_of_any_two_rulebooks_has_its_words(one: Rulebook, other: Rulebook, lang: Language) -> None:
    said = describe_changes(one, other, lang)
    assert bool(said) == bool(differences(one, other))
    assert all(said)


def test_changes_read_as_an_officer_would_tell_them() -> None:
    bonus = {
        "name": "vượt 92%",
        "indicator": "thu",
        "rule": {"kind": "per_step", "start": "92%", "step": "1%", "each": "0,1"},
    }
    after = rulebook(rule={"kind": "all_or_nothing", "need": "95%"}, bonuses=[bonus], evidence="required")
    assert describe_changes(rulebook(), after, Language.VI) == [
        "I.1 Thu nợ › cách tính › mức phải đạt: 100% → 95%",
        (
            "Thêm I.1 Thu nợ › khoản cộng “vượt 92%”: vượt 92%: xét “Tỷ lệ thu”, vượt 92%, cứ mỗi 1 điểm phần trăm "
            "trọn được 0,1 điểm; chưa vượt thì 0 điểm"
        ),
        "I.1 Thu nợ › minh chứng: không bắt buộc minh chứng → phải có minh chứng",
    ]


def test_changed_rule_is_told_in_words_on_both_sides() -> None:
    after = rulebook(rule={"kind": "proportional", "of": "whole"})
    assert describe_changes(rulebook(), after, Language.EN) == [
        (
            "I.1 Thu nợ › rule: 100% or more gives 5 points, less gives none → 5 points × the ratio reached; at most "
            "100% counts"
        )
    ]


@pytest.mark.parametrize("lang", list(Language))
def test_criterion_shown_by_code_keeps_its_words_in_the_diff_too(lang: Language) -> None:
    before, after = rulebook(secrecy="code_only"), rulebook(secrecy="code_only", name="Tên mới", cap="4", appraiser="X")
    said = describe_changes(before, after, lang)
    assert len(said) == 1
    assert [word for word in ("Thu nợ", "Tên mới", "Tỷ lệ thu", "X") if word in said[0]] == []
