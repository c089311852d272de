"""The description tells everything: no kind without words, no parameter and no field that could change in silence."""

from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rulebook_cases import built, hints, indicators_for, of_type, orders, periods, stricter_of
from thidua.core.canonical import digest
from thidua.core.kinds.base import SHAPES, SOURCES, Shape, Source
from thidua.core.kinds.params import INDICATOR, INDICATORS, declared
from thidua.core.numbers import Number
from thidua.core.rulebook.above import ClassRule, KnockOut, Quota, TieBreak, Total
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate
from thidua.core.rulebook.figure_checks import FigureCheck
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import (
    Coefficient,
    Criterion,
    Direction,
    FigureKind,
    Group,
    Indicator,
    Leaf,
    Rulebook,
    Secrecy,
    StricterOf,
)
from thidua.core.timeline import Period
from thidua.words.language import Language
from thidua.words.rulebook import describe_rulebook, render_rulebook
from thidua.words.rulebook_rules import SHAPE_WORDS, SOURCE_WORDS, Naming, shape_words, value_words
from thidua.words.say import all_sentences

FULL = Number(10)
LANGUAGES = st.sampled_from(Language)
PARAMETERS = [(owner, key) for registry in (SHAPES, SOURCES) for owner in registry.values() for key in declared(owner)]


def naming(lang: Language, direction: Direction) -> Naming:
    own = Indicator(code="so", name="số liệu", kind=FigureKind.COUNT, direction=direction)
    return Naming({"so": own}, frozenset(), lang)


def rule_in_words(kind: Shape | Source, lang: Language, direction: Direction) -> str:
    names = naming(lang, direction)
    return shape_words(kind, "so", FULL, names) if isinstance(kind, Shape) else value_words(kind, "so", names)


def test_every_kind_has_its_words() -> None:
    assert set(SHAPE_WORDS) == set(SHAPES)
    assert set(SOURCE_WORDS) == set(SOURCES)
    assert {f"kind.{name}" for name in (*SHAPES, *SOURCES)} <= all_sentences().keys()


def test_no_two_kinds_read_alike_without_parameters() -> None:
    bare = [owner() for owner in (*SHAPES.values(), *SOURCES.values()) if not required(owner)]
    said = [rule_in_words(kind, Language.VI, Direction.MORE) for kind in bare]
    assert len(set(said)) == len(said)


def required(owner: type) -> list[str]:
    return [item.name for item in declared(owner).values() if item.default is MISSING]


@pytest.mark.parametrize(("owner", "key"), PARAMETERS, ids=lambda one: getattr(one, "name", one))
@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_every_parameter_of_every_kind_changes_the_text(owner: Any, key: str, data: st.DataObject) -> None:
    item = declared(owner)[key]
    kind = data.draw(built(owner))
    is_code = item.metadata["param"] in (INDICATOR, INDICATORS)
    other = data.draw(indicators_for(item) if is_code else of_type(hints(owner)[item.name], item))
    assume(other != getattr(kind, item.name))
    changed = replace(kind, **{item.name: other})
    for lang in Language:
        for direction in Direction:
            assert rule_in_words(kind, lang, direction) != rule_in_words(changed, lang, direction)


def rulebook_of(*criteria: Criterion, **entries: Any) -> Rulebook:
    valid = Period(date(2024, 1, 1))
    return Rulebook(code="r", title="t", version="1", valid=valid, indicators=(), criteria=criteria, **entries)


def leaf_of(**entries: Any) -> Criterion:
    leaf = Leaf(indicator="so", shape=SHAPES["pass_fail"](), **entries)
    return Criterion(code="I", name="mục", points=FULL, body=leaf)


def adjustment_of(**entries: Any) -> Adjustment:
    return Adjustment(name="khoản", indicator="so", shape=SHAPES["pass_fail"](), **entries)


def class_of(**entries: Any) -> ClassRule:
    return ClassRule(name="tốt", least=FULL, **entries)


# Where a value of each type stands in a rulebook: one place a line, each a rulebook around the value.
PLACES: list[tuple[type, Callable[[Any], Rulebook]]] = [
    (Rulebook, lambda value: value),
    (Criterion, rulebook_of),
    (Leaf, lambda value: rulebook_of(Criterion(code="I", name="mục", points=FULL, body=value))),
    (Group, lambda value: rulebook_of(Criterion(code="I", name="nhóm", points=FULL, body=value))),
    (Indicator, lambda value: replace(rulebook_of(leaf_of()), indicators=(value,))),
    (Coefficient, lambda value: rulebook_of(leaf_of(coefficient=value))),
    (StricterOf, lambda value: rulebook_of(leaf_of(target=value))),
    (Adjustment, lambda value: rulebook_of(leaf_of(bonuses=(value,)))),
    (Adjustment, lambda value: rulebook_of(leaf_of(deductions=(value,)))),
    (Adjustment, lambda value: rulebook_of(leaf_of(), total=Total(bonuses=(value,)))),
    (BestOf, lambda value: rulebook_of(leaf_of(bonuses=(value,)))),
    (BestOf, lambda value: rulebook_of(leaf_of(deductions=(value,)))),
    (Predicate, lambda value: rulebook_of(leaf_of(bonuses=(adjustment_of(when=value),)))),
    (Predicate, lambda value: rulebook_of(leaf_of(), knock_outs=(KnockOut(code="L", name="liệt", when=value),))),
    (KnockOut, lambda value: rulebook_of(leaf_of(), knock_outs=(value,))),
    (TieBreak, lambda value: rulebook_of(leaf_of(), tie_breaks=(value,))),
    (Total, lambda value: rulebook_of(leaf_of(), total=value)),
    (ClassRule, lambda value: rulebook_of(leaf_of(), classes=(value,))),
    (Quota, lambda value: rulebook_of(leaf_of(), classes=(class_of(quota=value),))),
    (Period, lambda value: replace(rulebook_of(leaf_of()), valid=value)),
]
TREE = ("body", "parts", "criteria")  # told by its own lines
FIELDS = [(owner, item.name, place) for owner, place in PLACES for item in fields(owner) if item.name not in TREE]


def whole(owner: type) -> st.SearchStrategy[Any]:
    """A value with every field drawn, its tree the smallest there is, its words open."""
    given: dict[type, dict[str, st.SearchStrategy[Any]]] = {
        Rulebook: {"criteria": st.just((leaf_of(),)), "valid": periods()},
        Criterion: {"body": st.just(leaf_of().body), "secrecy": st.just(Secrecy.OPEN)},
        Group: {"parts": st.just((leaf_of(),))},
        Leaf: {"order": orders()},
    }
    return {Period: periods, StricterOf: stricter_of}.get(owner, lambda: built(owner, **given.get(owner, {})))()


@pytest.mark.parametrize(("owner", "name", "place"), FIELDS, ids=lambda one: getattr(one, "__name__", str(one)))
@given(data=st.data(), lang=LANGUAGES)
@settings(max_examples=6, deadline=None)
def test_no_field_of_a_rulebook_changes_in_silence(
    owner: type, name: str, place: Callable[[Any], Rulebook], data: st.DataObject, lang: Language
) -> None:
    value, other = data.draw(whole(owner)), data.draw(whole(owner))
    new = Secrecy.CODE_ONLY if name == "secrecy" else getattr(other, name)  # the other criterion is open too
    changed = replace(value, **{name: new})
    before, after = place(value), place(changed)
    assume(digest(before) != digest(after))
    assert render_rulebook(before, lang) != render_rulebook(after, lang)


@pytest.mark.parametrize("lang", list(Language))
def test_a_check_that_states_nothing_is_told_in_a_draft(lang: Language) -> None:
    without = rulebook_of(leaf_of())
    assert render_rulebook(replace(without, checks=(FigureCheck(indicator="so"),)), lang) != render_rulebook(
        without, lang
    )


def secret_rulebook(**leaf: object) -> Rulebook:
    secret = {"code": "I", "name": "Nội dung mật", "points": "10", "secrecy": "code_only", "indicator": "vu", **leaf}
    public = {"code": "II", "name": "Công khai", "points": "5", "rule": "entry"}
    return parse_rulebook(
        {
            "rulebook": "r",
            "title": "t",
            "version": "1",
            "valid": {"from": "01/01/2024"},
            "indicators": [{"code": "vu", "name": "Vụ việc mật", "kind": "count", "measure": "hòm"}],
            "criteria": [{"rule": {"kind": "balance"}, **secret}, public],
        }
    )


@pytest.mark.parametrize("lang", list(Language))
def test_criterion_shown_by_code_tells_its_code_and_points_alone(lang: Language) -> None:
    taken = {"name": "mỗi vụ bí mật", "indicator": "vu", "rule": {"kind": "per_event", "each": "7"}}
    rulebook = secret_rulebook(deductions=[taken], appraiser="phòng X", legal_basis="công văn mật")
    text = render_rulebook(rulebook, lang)
    assert [word for word in ("mật", "phòng X", "hòm", "7") if word in text] == []
    words = describe_rulebook(rulebook, lang).criteria[0]
    assert (words.code, "10" in words.heading) == ("I", True)


def test_unknown_legal_basis_is_told_as_a_value() -> None:
    assert "Căn cứ: chưa xác định." in describe_rulebook(secret_rulebook(), Language.VI).head
    assert "Legal basis: not determined." in describe_rulebook(secret_rulebook(), Language.EN).head


def test_rule_reads_as_an_officer_would_sign_it() -> None:
    rulebook = parse_rulebook(
        {
            "rulebook": "r",
            "title": "t",
            "version": "1",
            "valid": {"from": "01/01/2024", "to": "01/01/2025"},
            "indicators": [
                {"code": "thu", "name": "Tỷ lệ thu", "kind": "percent"},
                {"code": "xa", "name": "Xã không thu", "kind": "count", "measure": "xã"},
            ],
            "criteria": [
                {
                    "code": "C2",
                    "name": "Thu nợ",
                    "points": "5",
                    "indicator": "thu",
                    "cap": "5,5",
                    "rule": {
                        "kind": "bands",
                        "bands": [
                            {"above": "90%", "points": "5"},
                            {"from": "80%", "up_to": "90%", "points": "4"},
                            {"below": "80%", "points": "3"},
                        ],
                    },
                    "deductions": [
                        {
                            "name": "xã không thu",
                            "indicator": "xa",
                            "cap": "2",
                            "rule": {"kind": "per_event", "each": "0,2"},
                        }
                    ],
                    "bonuses": [
                        {
                            "name": "vượt 92%",
                            "indicator": "thu",
                            "cap": "0,5",
                            "when": {"indicator": "xa", "up_to": "0"},
                            "rule": {"kind": "per_step", "start": "92%", "first": "0,1", "step": "1%", "each": "0,1"},
                        }
                    ],
                    "evidence": "required",
                    "appraiser": "Phòng QLĐĐ",
                },
            ],
        }
    )
    assert describe_rulebook(rulebook, Language.VI).criteria[0].sentences == (
        "Xét “Tỷ lệ thu”: trên 90%: 5 điểm; từ 80% đến 90% (kể cả): 4 điểm; dưới 80%: 3 điểm.",
        "Trừ, xã không thu: xét “Xã không thu”, 0,2 điểm mỗi xã; không quá 2 điểm.",
        (
            "Cộng, vượt 92%: vượt 92% được 0,1 điểm, thêm mỗi 1 điểm phần trăm trọn được 0,1 điểm; chưa vượt thì 0 "
            "điểm; không quá 0,5 điểm; chỉ khi “Xã không thu” từ 0 trở xuống."
        ),
        "Áp dụng theo thứ tự: trừ, cộng, giới hạn trần sàn.",
        "Điểm tiêu chí không quá 5,5.",
        "Phải có minh chứng.",
        "Người thẩm định: Phòng QLĐĐ.",
    )
