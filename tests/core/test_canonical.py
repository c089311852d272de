"""One spelling for every value, and digests that only meaning changes."""

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.canonical import canonical_bytes, digest, to_plain, write_value
from thidua.core.errors import Fault
from thidua.core.kinds.proportional import Proportional
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.states import Stage, State


@dataclass(frozen=True, slots=True)
class Sample:
    """A value with a default of each sort."""

    code: str
    cap: Number | None = None
    share: Number = Number(0)
    from_: str = ""
    parts: tuple[str, ...] = field(default_factory=tuple)


class Colour(Enum):
    RED = "đỏ"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Number(850, 2), "8.5"),
        (Rate(Number(9310, 2)), "93.1%"),
        (Counts(686, 718, NumberKind.SHARE), "686/718"),
        (date(2024, 11, 23), "2024-11-23"),
        (State.NOT_ASSIGNED, 2),
        (Stage.SELF, "self"),
        (Colour.RED, "đỏ"),
        (True, True),
        (None, None),
        (7, 7),
        (("a", ["b"]), ["a", ["b"]]),
        ({Stage.AGREED: Number(1)}, {"agreed": "1"}),
        (Sample("A"), {"code": "A"}),
        (Sample("A", cap=Number(0), from_="x"), {"code": "A", "cap": "0", "from": "x"}),
        (Proportional(), {"kind": "proportional"}),
    ],
)
def test_value_in_its_one_spelling(value: object, plain: object) -> None:
    assert to_plain(value) == plain


def test_defaults_are_left_out_whatever_their_spelling() -> None:
    assert digest(Sample("A", share=Number(0, 3))) == digest(Sample("A"))
    assert digest(Sample("A", share=Number(1))) != digest(Sample("A"))


@given(st.text(), st.dictionaries(st.text(), st.integers()))
def test_unicode_form_and_order_of_keys_change_no_digest(text: str, entries: dict[str, int]) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text + "".join(entries)):
        return
    assert digest(unicodedata.normalize("NFD", text)) == digest(unicodedata.normalize("NFC", text))
    assert canonical_bytes(entries) == canonical_bytes(dict(reversed(entries.items())))


@given(st.integers(-(10**20), 10**20), st.integers(0, 9), st.integers(0, 9))
def test_trailing_zeros_change_no_digest(digits: int, places: int, more: int) -> None:
    assert digest(Number(digits * 10**more, places + more)) == digest(Number(digits, places))
    assert write_value(Rate(Number(digits * 10**more, places + more))) == write_value(Rate(Number(digits, places)))


def test_digest_is_sha256_of_compact_sorted_json() -> None:
    assert canonical_bytes({"b": Number(85, 1), "a": "ă"}) == '{"a":"ă","b":"8.5"}'.encode()
    assert digest({"b": 1, "a": 2}) == hashlib.sha256(b'{"a":2,"b":1}').hexdigest()


@pytest.mark.parametrize("value", [1.5, {"x": 0.1}, [object()], b"bytes", Sample, {1, 2}])
def test_what_has_no_spelling_is_our_fault(value: object) -> None:
    with pytest.raises(Fault, match="no canonical form"):
        to_plain(value)
