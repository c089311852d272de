"""The JSON Schema of a rulebook file, for editors: made from the same declarations that the parser reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from thidua.core import periods
from thidua.core.kinds.base import SHAPES, SOURCES, Shape, Source
from thidua.core.kinds.params import AMOUNT, FLAG, NUMBER, Schema, schema_of
from thidua.core.numbers import RoundingMode
from thidua.core.rulebook import above, adjustments, parse, parse_above, parse_rules, schema
from thidua.core.rulebook.figure_checks import FigureCheck

TEXT: Schema = {"type": ["string", "number"]}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rulebook_schema() -> Schema:
    """The schema of the whole file (JSON Schema 2020-12)."""
    root: dict[str, object] = dict.fromkeys(parse.ROOT_KEYS, TEXT)
    root |= {
        "valid": _object(("from", "to"), {}, required=("from",)),
        "rounding": _enum(schema.Rounding),
        "missing": _enum(schema.Missing),
        "not_assigned": _enum(schema.NotAssigned),
        "not_applicable": _enum(schema.NotAssigned),
        "rank": _enum(above.RankMethod),
        "tie_breaks": _list(_object(("key", "criterion"), {"key": _enum(above.TieKey)}, required=("key",))),
        "knock_outs": _list(_knock_out()),
        "total": _total(),
        "classes": _list(_class()),
        "checks": _list(schema_of(FigureCheck)),
        "indicators": _list(_indicator()),
        "criteria": _list({"$ref": "#/$defs/criterion"}),
    }
    definitions = {
        "criterion": _criterion(),
        "adjustment": _adjustment(),
        "adjustment_or_best": {"oneOf": [{"$ref": "#/$defs/adjustment"}, _best_of()]},
        "shape": _kinds(SHAPES),
        "source": _kinds(SOURCES),
    }
    required = ["rulebook", "title", "version", "valid", "criteria"]
    return {
        "$schema": DIALECT,
        "type": "object",
        "additionalProperties": False,
        "properties": root,
        "required": required,
        "$defs": definitions,
    }


def _criterion() -> Schema:
    special: dict[str, Schema] = {
        "rule": {"$ref": "#/$defs/shape"},
        "value": {"$ref": "#/$defs/source"},
        "bonuses": _list({"$ref": "#/$defs/adjustment_or_best"}),
        "deductions": _list({"$ref": "#/$defs/adjustment_or_best"}),
        "target": {
            "oneOf": [AMOUNT.schema, _object(parse.STRICTER_KEYS, {"stricter_of": {**_list(TEXT), "minItems": 1}})]
        },
        "coefficient": schema_of(schema.Coefficient),
        "order": _list(_enum(schema.Applied)),
        "not_assigned": _enum(schema.NotAssigned),
        "not_applicable": _enum(schema.NotAssigned),
        "evidence": _enum(schema.Evidence),
        "eyes": _enum(schema.Eyes),
        "secrecy": _enum(schema.Secrecy),
        "parts": _list({"$ref": "#/$defs/criterion"}),
        "scale_down": FLAG.schema,
        "rescale": FLAG.schema,
    }
    keys = (*parse.CRITERION_KEYS, *parse.LEAF_KEYS, *parse.GROUP_KEYS)
    whole = _object(tuple(dict.fromkeys(keys)), special, required=("code", "name", "points"))
    return {**whole, "oneOf": [{"required": ["parts"]}, {"required": ["rule"]}]}


def _adjustment() -> Schema:
    special: dict[str, Schema] = {
        "rule": {"$ref": "#/$defs/shape"},
        "value": {"$ref": "#/$defs/source"},
        "when": schema_of(adjustments.Predicate),
        "when_missing": _enum(adjustments.WhenMissing),
    }
    return _object(parse_rules.ADJUSTMENT_KEYS, special, required=("name", "indicator", "rule"))


def _best_of() -> Schema:
    special: dict[str, Schema] = {"best_of": {**_list({"$ref": "#/$defs/adjustment"}), "minItems": 1}}
    return _object(parse_rules.BEST_OF_KEYS, special, required=("name", "best_of"))


def _total() -> Schema:
    numbers: dict[str, Schema] = dict.fromkeys(parse_above.TOTAL_KEYS, NUMBER.schema)
    return _object(parse_above.TOTAL_KEYS, numbers | {"bonuses": _list({"$ref": "#/$defs/adjustment"})})


def _class() -> Schema:
    quota = {"most": AMOUNT.schema, "rounding": _enum(RoundingMode), "edge": _enum(above.Edge)}
    quota["counted"] = _enum(above.Counted)
    special = {
        "min_share_of": _enum(above.ShareOf),
        "quota": _object(parse_above.QUOTA_KEYS, quota, required=("most",)),
    }
    return _object(parse_above.CLASS_KEYS, special, required=("name", "least"))


def _indicator() -> Schema:
    special = {"kind": _enum(schema.FigureKind), "direction": _enum(schema.Direction), "levels": _list(TEXT)}
    special |= {"frequency": _enum(periods.Frequency), "aggregation": _enum(periods.Aggregation)}
    return _object(parse.INDICATOR_KEYS, special, required=("code", "name", "kind"))


def _knock_out() -> Schema:
    special = {"when": schema_of(adjustments.Predicate), "effect": _enum(above.Effect)}
    return _object(parse_above.KNOCK_OUT_KEYS, special, required=("code", "name", "when"))


def _kinds(registry: Mapping[str, type[Shape] | type[Source]]) -> Schema:
    bare = [name for name, owner in registry.items() if not schema_of(owner)["required"]]
    return {"oneOf": [{"enum": sorted(bare)}, *(_one_kind(owner) for _name, owner in sorted(registry.items()))]}


def _one_kind(owner: type[Shape] | type[Source]) -> Schema:
    described = {"const": owner.name, "description": (owner.__doc__ or "").partition("\n")[0]}
    return schema_of(owner, {"kind": described})


def _object(keys: tuple[str, ...], special: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    properties = {key: special.get(key, TEXT) for key in keys}
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(required)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _enum(choices: type[StrEnum]) -> Schema:
    return {"enum": [choice.value for choice in choices]}
