"""The description tells everything: no kind without words, no parameter and no field that could change in silence."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rulebook_cases import AS_DRAWN, built, hints, indicators_for, of_type, orders, rulebooks
from thidua.core.canonical import digest
from thidua.core.kinds.base import SHAPES, SOURCES, Shape, Source
from thidua.core.kinds.params import INDICATOR, INDICATORS, declared
from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Criterion, Direction, FigureKind, Indicator, Rulebook, Secrecy
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
    from dataclasses import MISSING

    return [item.name for item in declared(owner).values() if item.default is MISSING]


@pytest.mark.parametrize(("owner", "key"), PARAMETERS, ids=lambda one: getattr(one, "name", one))
@given(data=st.data())
@settings(max_examples=8, deadline=None)
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


Path = tuple[tuple[str, int], ...]
NOT_DRAWN = ("body", "parts", "criteria", "valid")  # the tree, and dates that hang on each other


def open_fields(value: object, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every field that people may read, as (path to its owner, field): nothing below a criterion shown by code."""
    if isinstance(value, Criterion) and value.secrecy is Secrecy.CODE_ONLY:
        return
    for item in fields(value):  # type: ignore[arg-type]
        inner = getattr(value, item.name)
        several = inner if isinstance(inner, tuple) else (inner,)
        if several and all(is_dataclass(one) and not isinstance(one, (Number, Rate, Period)) for one in several):
            for index, one in enumerate(several):
                yield from open_fields(one, (*path, (item.name, index)))
        yield path, item


def changed_at(value: Any, path: Path, name: str, new: object) -> Any:
    """The same value with one field somewhere inside replaced."""
    if not path:
        return replace(value, **{name: new})
    (key, index), rest = path[0], path[1:]
    inner = getattr(value, key)
    if isinstance(inner, tuple):
        changed: object = (*inner[:index], changed_at(inner[index], rest, name, new), *inner[index + 1 :])
    else:
        changed = changed_at(inner, rest, name, new)
    return replace(value, **{key: changed})


def owner_at(value: Any, path: Path) -> Any:
    for key, index in path:
        inner = getattr(value, key)
        value = inner[index] if isinstance(inner, tuple) else inner
    return value


@given(rulebooks(), st.data(), LANGUAGES)
@settings(max_examples=80, deadline=None, phases=AS_DRAWN)
def test_no_field_of_a_rulebook_changes_in_silence(rulebook: Rulebook, data: st.DataObject, lang: Language) -> None:
    several = [(path, item) for path, item in open_fields(rulebook) if item.name not in NOT_DRAWN]
    path, item = data.draw(st.sampled_from(several))
    owner = owner_at(rulebook, path)
    is_code = item.metadata.get("param") in (INDICATOR, INDICATORS)
    strategy = indicators_for(item) if is_code else of_type(hints(type(owner))[item.name], item)
    new = data.draw(orders() if item.name == "order" else strategy)
    changed = changed_at(rulebook, path, item.name, new)
    assume(digest(changed) != digest(rulebook))
    hidden = describe_hidden(rulebook, lang) | describe_hidden(changed, lang)
    assume(getattr(owner, "code", None) not in hidden)
    assert render_rulebook(changed, lang) != render_rulebook(rulebook, lang)


def describe_hidden(rulebook: Rulebook, lang: Language) -> frozenset[str]:
    from thidua.words.rulebook import naming_of

    return naming_of(rulebook, lang).hidden


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
