"""docs/rulebook.md names every key and every kind that the parsers read."""

import re
from pathlib import Path

import pytest

from thidua.core.kinds.bands import Band
from thidua.core.kinds.base import SHAPES, SOURCES
from thidua.core.kinds.classes import ClassOfUnits
from thidua.core.kinds.params import declared
from thidua.core.kinds.piecewise import Knot
from thidua.core.rulebook import parse, parse_above, parse_rules
from thidua.core.rulebook.adjustments import Predicate
from thidua.core.rulebook.schema import Coefficient
from thidua.words.say import all_sentences

PAGE = Path("docs/rulebook.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", PAGE))))
OF_PARSERS = {
    *parse.ROOT_KEYS, *parse.INDICATOR_KEYS, *parse.CRITERION_KEYS, *parse.LEAF_KEYS, *parse.GROUP_KEYS,
    *parse.STRICTER_KEYS, *parse_rules.ADJUSTMENT_KEYS, *parse_rules.BEST_OF_KEYS, *parse_above.KNOCK_OUT_KEYS,
    *parse_above.TOTAL_KEYS, *parse_above.CLASS_KEYS, *parse_above.QUOTA_KEYS, "kind", "key", "criterion", "from", "to",
}  # fmt: skip
OWNERS = (*SHAPES.values(), *SOURCES.values(), Band, Knot, ClassOfUnits, Predicate, Coefficient)
KEYS = sorted(OF_PARSERS | {key for owner in OWNERS for key in declared(owner)})


def row_of(kind: str) -> str:
    return next((line for line in PAGE.splitlines() if line.startswith(f"| `{kind}` |")), "")


def test_every_key_of_the_parsers_is_documented() -> None:
    assert [key for key in KEYS if key not in NAMED] == []


def test_every_key_has_a_label_of_its_own_in_both_languages() -> None:
    assert [key for key in KEYS if f"key.{key}" not in all_sentences()] == []
    labels = [texts for code, texts in all_sentences().items() if code.startswith("key.")]
    assert [len({texts[lang] for texts in labels}) for lang in (0, 1)] == [len(labels), len(labels)]


@pytest.mark.parametrize("owner", [*SHAPES.values(), *SOURCES.values()], ids=lambda owner: owner.name)
def test_row_of_a_kind_names_all_its_parameters(owner: type) -> None:
    named = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", row_of(owner.name)))))  # type: ignore[attr-defined]
    assert named >= {owner.name, *declared(owner)}  # type: ignore[attr-defined]
