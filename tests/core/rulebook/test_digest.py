"""A rulebook's fingerprint changes with its meaning and with nothing else."""

import copy
import unicodedata
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenarios import Plain, scenario
from thidua.core.rulebook import parse_rulebook, rulebook_digest

RAWS = st.randoms(use_true_random=False).map(lambda random: scenario(random).raw)


def respelled(value: Any) -> Any:
    """The same meaning, spelled otherwise: keys turned round, decimals longer, letters in pieces."""
    if isinstance(value, dict):
        return {key: respelled(one) for key, one in reversed(value.items())}
    if isinstance(value, list):
        return [respelled(one) for one in value]
    if isinstance(value, str) and value[:1] in "-0123456789" and "," in value and not value.endswith("%"):
        return value + "0"
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value


@given(RAWS)
def test_spelling_changes_no_digest(raw: Plain) -> None:
    assert rulebook_digest(parse_rulebook(respelled(raw))) == rulebook_digest(parse_rulebook(raw))


@given(RAWS)
def test_writing_a_default_out_changes_no_digest(raw: Plain) -> None:
    longer = copy.deepcopy(raw)
    for criterion in longer["criteria"]:  # type: ignore[attr-defined]
        for one in criterion.get("parts", [criterion]):
            one.setdefault("floor", "0")
            one.setdefault("order", ["deductions", "bonuses", "limit"])
    assert rulebook_digest(parse_rulebook(longer)) == rulebook_digest(parse_rulebook(raw))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", "2"),
        ("places", "1"),
        ("rank", "dense"),
        ("title", "khác"),
        ("missing", "zero"),
        ("rounding", "total"),
    ],
)
def test_other_meaning_changes_the_digest(key: str, value: str) -> None:
    raw: Plain = {
        "rulebook": "r", "title": "t", "version": "1", "valid": {"from": "2024-01-01"},
        "criteria": [{"code": "I", "name": "I", "points": "8,5", "rule": "entry"}],
    }  # fmt: skip
    assert rulebook_digest(parse_rulebook({**raw, key: value})) != rulebook_digest(parse_rulebook(raw))


def test_every_changed_point_changes_the_digest() -> None:
    raw = scenario(Random(3)).raw
    before = rulebook_digest(parse_rulebook(raw))
    changed = copy.deepcopy(raw)
    changed["criteria"][0]["name"] += "x"  # type: ignore[index]
    assert rulebook_digest(parse_rulebook(changed)) != before
