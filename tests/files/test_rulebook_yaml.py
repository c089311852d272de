"""A rulebook written as YAML is read back whole, and reads as officers write it."""

from hypothesis import example, given, settings

from rulebook_cases import AS_DRAWN, rulebooks, texts
from thidua.core.plain import Cursor
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.parse import parse_rulebook, read_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.files.rulebook_yaml import rulebook_yaml
from thidua.files.yaml_text import read_yaml

SMALL = """\
rulebook: r
title: t
version: 1

valid: {from: 01/01/2024}

indicators:
  - {code: ty-le, name: 'đúng hạn, đủ', kind: share}

criteria:
  - code: I
    name: nhóm
    points: 8,5
    parts:
      - code: I.1
        name: mục
        points: 8,5
        indicator: ty-le
        rule:
          kind: bands
          bands:
            - {from: 90%, points: '8,5'}
            - {below: 90%, points: 0}
"""


def rulebook_called(name: str) -> Rulebook:
    leaf = {"code": "I", "name": name, "points": "1", "rule": "entry"}
    valid = {"from": "01/01/2024"}
    return parse_rulebook({"rulebook": "r", "title": name, "version": "1", "valid": valid, "criteria": [leaf]})


@given(rulebooks())
@settings(max_examples=30, deadline=None, phases=AS_DRAWN)
def test_rulebook_is_read_back_to_the_same_digest(rulebook: Rulebook) -> None:
    read, problems = read_rulebook(Cursor(read_yaml(rulebook_yaml(rulebook).encode())))
    assert read is not None, [problem.code for problem in problems]
    assert rulebook_digest(read) == rulebook_digest(rulebook)


@given(texts())
@example("a\tb")
@example("dài " * 80)
@example("một\n\nhai\n ba")
@settings(deadline=None)
def test_text_survives_whatever_it_looks_like(text: str) -> None:
    rulebook = rulebook_called(text)
    read = parse_rulebook(read_yaml(rulebook_yaml(rulebook).encode()))
    assert (read.title, read.criteria[0].name) == (rulebook.title, rulebook.criteria[0].name)


def test_rulebook_is_written_as_officers_write_it() -> None:
    assert rulebook_yaml(parse_rulebook(read_yaml(SMALL.encode()))) == SMALL
