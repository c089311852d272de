"""Strict JSON: what is refused, with which code, and that nothing else can happen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP
from thidua.core.ballots.encoding import Node, canonical, digest, fingerprint, read_json
from thidua.core.errors import BallotRefused


def code(raw: bytes, limit: int = 1000) -> str:
    with pytest.raises(BallotRefused) as refusal:
        read_json(raw, limit=limit)
    (problem,) = refusal.value.problems
    return problem.code


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b'{"a":1}x',
        b'{"a":1,"a":1}',
        b"1.5",
        b"1e3",
        b"NaN",
        b"Infinity",
        b"\xff",
        b'"\\ud800"',
        b'{"\\ud800":1}',
        b"[" * 900,
        b"09",
    ],
)
def test_oddity_is_malformed(raw: bytes) -> None:
    assert code(raw) == "ballots.json.malformed"


def test_huge_number_is_malformed() -> None:
    assert code(b"9" * 5000, limit=10_000) == "ballots.json.malformed"


def test_oversized_document_is_refused_before_it_is_read() -> None:
    assert code(b"{" * 11, limit=10) == "ballots.json.too_large"
    assert read_json(b'"12345678"', limit=10).value == "12345678"


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        node = read_json(raw)
    except BallotRefused:
        return
    assert read_json(canonical(node.value)) == node


@pytest.mark.parametrize(
    ("value", "method"),
    [
        (1, "text"),
        ("a" * 20_001, "text"),
        (True, "integer"),
        (-1, "integer"),
        (2**60, "integer"),
        ("1", "integer"),
        (1, "boolean"),
        ("A" * 64, "digest"),
        ("0" * 63, "digest"),
        ({}, "items"),
        ([], "fields"),
        ("-1", "counter"),
        ("01", "counter"),
    ],
)
def test_value_of_another_kind_is_refused(value: object, method: str) -> None:
    with pytest.raises(BallotRefused) as refusal:
        getattr(Node(value, "there"), method)()
    (problem,) = refusal.value.problems
    assert (problem.code, problem.place.path) == ("ballots.json.unexpected", "there")


@pytest.mark.parametrize("text", ["", "-1", "+1", "01", " 1", "1 ", "1_0", "١", "0x1", "1.0", 1, None, str(GROUP.q)])
def test_scalar_has_one_spelling(text: object) -> None:
    with pytest.raises(BallotRefused):
        Node(text, "").scalar(GROUP)


@pytest.mark.parametrize("text", ["0", str(GROUP.p), "01", "9" * 700])
def test_element_lies_between_one_and_p(text: str) -> None:
    with pytest.raises(BallotRefused):
        Node(text, "").element(GROUP)


def test_numbers_at_the_edges_are_read() -> None:
    assert Node(str(GROUP.q - 1), "").scalar(GROUP) == GROUP.q - 1
    assert Node("0", "").scalar(GROUP) == 0
    assert Node("1", "").element(GROUP) == 1
    assert Node(str(GROUP.p - 1), "").element(GROUP) == GROUP.p - 1
    assert Node(str(GROUP.q + 5), "").unreduced_scalar(GROUP) == 5
    assert [Node("12", "").counter(), Node(12, "").counter()] == [12, 12]


def test_missing_and_unknown_fields_are_told_together() -> None:
    with pytest.raises(BallotRefused) as refusal:
        read_json(b'{"a":1,"x":2}').fields("a", "b", optional=("c",))
    (problem,) = refusal.value.problems
    assert (problem.code, problem.data) == ("ballots.json.fields", {"missing": ["b"], "unknown": ["x"]})


@pytest.mark.parametrize(("least", "most", "expected"), [(2, 2, "2"), (2, 5, "2 – 5"), (2, None, "2 – …")])
def test_length_is_told_with_its_bounds(least: int, most: int | None, expected: str) -> None:
    with pytest.raises(BallotRefused) as refusal:
        Node([1], "list").items(least=least, most=most)
    (problem,) = refusal.value.problems
    assert problem.data == {"found": 1, "expected": expected}


def test_hashes_are_those_of_the_specification() -> None:
    # SHA-256 of the empty text, in both writings of the specification.
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert fingerprint(b"") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"


def test_canonical_is_compact_and_keeps_letters() -> None:
    assert canonical({"b": ["ệ", True], "a": 1}) == '{"b":["ệ",true],"a":1}'.encode()
