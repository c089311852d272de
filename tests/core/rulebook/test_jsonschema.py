"""The JSON Schema for editors accepts what the parser accepts."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenarios import Plain, scenario
from thidua.core.kinds import SHAPES, SOURCES
from thidua.core.rulebook.jsonschema import rulebook_schema

SCHEMA = json.loads(json.dumps(rulebook_schema()))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
RAWS = st.randoms(use_true_random=False).map(lambda random: scenario(random).raw)


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(RAWS)
def test_rulebook_that_the_parser_reads_fits_the_schema(raw: Plain) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(raw)] == []


@pytest.mark.parametrize("change", [{"colour": "red"}, {"rank": "third"}, {"criteria": "x"}, {"valid": None}])
def test_rulebook_with_a_mistake_does_not_fit(change: Plain) -> None:
    raw: Plain = {
        "rulebook": "r", "title": "t", "version": "1", "valid": {"from": "2024-01-01"},
        "criteria": [{"code": "I", "name": "I", "points": "8,5", "rule": "entry"}],
    }  # fmt: skip
    assert VALIDATOR.is_valid(raw)
    assert not VALIDATOR.is_valid({**raw, **change})


def test_every_kind_is_described() -> None:
    for registry, name in ((SHAPES, "shape"), (SOURCES, "source")):
        described = [
            one["properties"]["kind"]["const"] for one in SCHEMA["$defs"][name]["oneOf"] if "properties" in one
        ]
        assert sorted(described) == sorted(registry)
