"""Writes a rulebook back as YAML, in the form that the parser reads: nothing is lost, and officers can edit it.

Small mappings stand on one line; texts are quoted only where YAML would take them for something else. Comments of an
earlier file are not kept, because a rulebook does not hold them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from thidua.core.rulebook.document import Document, rulebook_document
from thidua.core.rulebook.schema import Rulebook

WIDTH = 120
_SHORT = 100  # letters of a mapping that stands on one line
# What the reader of YAML takes for more than text, in any case of letters.
_TRUTH, _NOTHING = re.compile(r"(?i)(true|false)$"), re.compile(r"(?i)(null|~|)$")


class _Writer(yaml.SafeDumper):
    """Quotes what would be read as true, false or nothing; a number is a text and needs no quotes."""

    yaml_implicit_resolvers: dict[str | None, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's form

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature of PyYAML
        """Equal parts are written twice: the reader refuses references."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Entries of a list stand further right than their key."""
        super().increase_indent(flow, False)


_Writer.add_implicit_resolver("tag:yaml.org,2002:bool", _TRUTH, None)
_Writer.add_implicit_resolver("tag:yaml.org,2002:null", _NOTHING, None)


def rulebook_yaml(rulebook: Rulebook) -> str:
    """The rulebook as YAML. Reading the text gives a rulebook with the same digest."""
    return document_yaml(rulebook_document(rulebook))


def document_yaml(root: Mapping[str, Document]) -> str:
    """A document as YAML, as far as it goes: a draft may lack what the parser asks for."""
    blocks = [_dumped(key, value) for key, value in root.items()]
    head = [block for block, value in zip(blocks, root.values(), strict=True) if isinstance(value, (str, bool))]
    rest = [block for block, value in zip(blocks, root.values(), strict=True) if not isinstance(value, (str, bool))]
    return "\n".join(["".join(head), *rest])


def _dumped(key: str, document: Document) -> str:
    entry = {key: _node(document)}
    return str(yaml.dump(entry, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH))


def _node(document: Document) -> Any:
    """The document with short mappings and lists marked to stand on one line."""
    if isinstance(document, dict):
        entries = {key: _node(value) for key, value in document.items()}
        return _Line(entries) if _is_short(document) else entries
    if isinstance(document, list):
        items = [_node(item) for item in document]
        return _Row(items) if _is_short(document) else items
    return document


def _is_short(document: Document) -> bool:
    """Whether it holds no list of mappings and fits on a line."""
    return isinstance(document, (dict, list)) and _letters(document) <= _SHORT


def _letters(document: Document) -> int:
    """About how many letters it takes on one line; more than fit where it may not stand on one."""
    if isinstance(document, dict):
        return sum(len(key) + 4 + _letters(item) for key, item in document.items())
    if isinstance(document, list):
        return sum(len(item) + 2 if isinstance(item, str) else _SHORT + 1 for item in document)
    text = str(document)
    return _SHORT + 1 if "\n" in text else len(text)


class _Line(dict[str, Any]):
    """A mapping that is written in braces."""


class _Row(list[Any]):
    """A list that is written in brackets."""


def _write_line(writer: _Writer, data: _Line) -> yaml.Node:
    return writer.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


def _write_row(writer: _Writer, data: _Row) -> yaml.Node:
    return writer.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


_Writer.add_representer(_Line, _write_line)
_Writer.add_representer(_Row, _write_row)
