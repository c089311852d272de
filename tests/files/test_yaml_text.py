"""Strict YAML: texts stay texts, and what is refused is refused with its line and column."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.files.yaml_text import MOST_BYTES, MOST_DEPTH, YamlRefused, load_yaml, read_yaml


def refusals(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(YamlRefused) as caught:
        read_yaml(text if isinstance(text, bytes) else text.encode(), file="a.yaml")
    assert {problem.place.file for problem in caught.value.problems} == {"a.yaml"}
    return [(problem.code, problem.place.cell) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8,5", "8,5"),
        ("8.50", "8.50"),
        ("2024-11-23", "2024-11-23"),
        ("0123", "0123"),
        ("1:30", "1:30"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        (".5", ".5"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('"null"', "null"),
        ('""', ""),
        ("75%", "75%"),
        ("05/05", "05/05"),
        ("Công an tỉnh Tây Ninh", "Công an tỉnh Tây Ninh"),
        ("{above: 8.5, below: '9,5'}", {"above": "8.5", "below": "9,5"}),
        ("[a, b]", ["a", "b"]),
    ],
)
def test_a_scalar_keeps_its_text(written: str, read: object) -> None:
    assert read_yaml(f"key: {written}\n".encode()) == {"key": read}


def test_texts_and_keys_come_in_nfc() -> None:
    assert read_yaml("Ma\u0303: Ta\u0302y Ninh\n".encode()) == {"Mã": "Tây Ninh"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_editors_write_are_read(encoding: str) -> None:
    assert read_yaml("tên: Tây Ninh\n".encode(encoding)) == {"tên": "Tây Ninh"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3\n", [("yaml.duplicate_key", "3:1")]),
        ("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", [("yaml.duplicate_key", "4:3"), ("yaml.duplicate_key", "5:1")]),
        ("a: &x 1\nb: *x\n", [("yaml.alias", "1:4"), ("yaml.alias", "2:4")]),
        ("a: *x\n", [("yaml.alias", "1:4")]),
        ("a: !!python/object:os.system x\n", [("yaml.tag", "1:4")]),
        ("a: !!float 1\n", [("yaml.tag", "1:4")]),
        ("a: ! 3\n", [("yaml.tag", "1:4")]),
        ("a: 1\n---\nb: 2\n", [("yaml.many_documents", "2:1")]),
        ("a: [1\nb: 2\n", [("yaml.syntax", "2:2")]),
        ("a: 'open\n", [("yaml.syntax", "1:9")]),
        ("a: 1\n b: 2\n", [("yaml.syntax", "2:3")]),
        ("a:\n\t- 1\n", [("yaml.tab", "2:1")]),
        ("points: {a: 8,5}\n", [("yaml.comma_in_braces", "1:15")]),
        ("points: {a: 8,5%, b: 1}\n", [("yaml.comma_in_braces", "1:15")]),
        ("? [a]\n: b\n", [("yaml.key_not_text", "1:3")]),
        ("a: \x01\n", [("yaml.control_character", "1")]),
        ("", [("yaml.empty", "")]),
        ("# chỉ có chú thích\n", [("yaml.empty", "")]),
        (b"a: 1\nb: \xb5\n", [("yaml.not_utf8", "2")]),
        ("[" * (MOST_DEPTH + 1), [("yaml.too_deep", f"1:{MOST_DEPTH + 1}")]),
        (b"a" * (MOST_BYTES + 1), [("yaml.too_large", "")]),
    ],
)
def test_what_is_refused_names_its_line_and_column(text: str | bytes, problems: list[tuple[str, str]]) -> None:
    assert refusals(text) == problems


def test_mistakes_before_a_broken_line_are_told_with_it() -> None:
    assert refusals("a: 1\na: 2\nb: [\n") == [("yaml.duplicate_key", "2:1"), ("yaml.syntax", "3:5")]


def test_a_bomb_of_aliases_is_refused_without_being_built() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    found = refusals("l0: &l0 lol\n" + levels)
    assert {code for code, _ in found} == {"yaml.alias"}


def test_a_missing_file_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(YamlRefused) as caught:
        load_yaml(tmp_path / "season.yaml")
    assert [(problem.code, problem.place.file) for problem in caught.value.problems] == [
        ("files.no_such_file", "season.yaml")
    ]


def test_a_folder_in_place_of_a_file_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(YamlRefused) as caught:
        load_yaml(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["files.cannot_open"]


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_input_is_read_or_refused(text: str | bytes) -> None:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        read_yaml(data)
    except YamlRefused as refused:
        assert refused.problems


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%, \n\t", max_size=40))
def test_any_yaml_like_text_is_read_or_refused(text: str) -> None:
    try:
        read_yaml(text.encode())
    except YamlRefused as refused:
        assert refused.problems
