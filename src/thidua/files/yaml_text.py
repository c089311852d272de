"""Strict YAML into plain data: dictionaries, lists, texts, true, false and null.

A scalar keeps its text, so that 8,5 and 8.50 keep their digits and a date is read by the reader of dates; only an
unquoted true, false, null or nothing is more than text. What an officer never needs and a forger may want is refused
with its line and column: keys written twice, anchors and aliases, tags, several documents, depth and size without end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from thidua.core.errors import Place, Problem, Refused

MOST_BYTES = 4 * 1024 * 1024
MOST_DEPTH = 40
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SHOWN_AT_MOST = 60

Plain = None | bool | str | list["Plain"] | dict[str, "Plain"]


class YamlRefused(Refused):
    """A text that is not the YAML that we read."""


def load_yaml(path: Path, *, name: str = "") -> Plain:
    """The plain data of a file; `name` is what problems call it. Raises YamlRefused with every problem."""
    file = name or path.name
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise YamlRefused(Problem("files.no_such_file", {"file": file}, Place(file))) from None
    except OSError as error:
        data_of = {"file": file, "reason": error.strerror or type(error).__name__}
        raise YamlRefused(Problem("files.cannot_open", data_of, Place(file))) from None
    return read_yaml(data, file=file)


def read_yaml(data: bytes, *, file: str = "") -> Plain:
    """The plain data of a UTF-8 (or marked UTF-16) text. Raises YamlRefused with every problem that can be found."""
    if len(data) > MOST_BYTES:
        raise YamlRefused(Problem("yaml.too_large", {"most": MOST_BYTES // 1024**2}, Place(file)))
    text = _decoded(data, file)
    building = _Building(file)
    try:
        document = building.document(text)
    except yaml.MarkedYAMLError as error:
        raise YamlRefused([*building.problems, _syntax(error, text, file)]) from None
    except yaml.reader.ReaderError as error:
        raise YamlRefused(_character(error, text, file)) from None
    if building.problems:
        raise YamlRefused(building.problems)
    return document


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise YamlRefused(Problem("yaml.not_utf8", {"line": line}, Place(file, cell=str(line)))) from None


@dataclass(slots=True)
class _Building:
    """One document being built from the parser's events."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def document(self, text: str) -> Plain:
        events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        document: Plain = None
        started = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if started:
                    self.refuse("yaml.many_documents", event)
                    break
                started = True
                document = self.value(next(events), events, depth=0)
        if not started:
            self.problems.append(Problem("yaml.empty", {}, Place(self.file)))
        return document

    def refuse(self, code: str, event: Any, **data: object) -> None:
        line, column = _position(event)
        place = Place(self.file, cell=f"{line}:{column}")
        self.problems.append(Problem(code, {"line": line, "column": column, **data}, place))

    def value(self, event: Any, events: Iterator[Any], *, depth: int) -> Plain:
        if isinstance(event, yaml.AliasEvent):
            self.refuse("yaml.alias", event, name=str(event.anchor))
            return None
        self._check_node(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if depth >= MOST_DEPTH:
            self.refuse("yaml.too_deep", event, most=MOST_DEPTH)
            raise YamlRefused(self.problems)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, depth=depth + 1)
        return self.mapping(event, events, depth=depth + 1)

    def sequence(self, events: Iterator[Any], *, depth: int) -> list[Plain]:
        items: list[Plain] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.value(event, events, depth=depth))
        return items

    def mapping(self, start: Any, events: Iterator[Any], *, depth: int) -> dict[str, Plain]:
        entries: dict[str, Plain] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.value(event, events, depth=depth)
            value = self.value(next(events), events, depth=depth)
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse("yaml.key_not_text", event)
                continue
            key = _normal(event.value)
            if _is_cut_number(start, key, value):
                self.refuse("yaml.comma_in_braces", event, after=key)
            elif key in lines:
                self.refuse("yaml.duplicate_key", event, key=key, first=lines[key])
            lines.setdefault(key, _position(event)[0])
            entries[key] = value
        return entries

    def _check_node(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse("yaml.alias", event, name=str(event.anchor))
        if event.tag is not None:
            self.refuse("yaml.tag", event, tag=str(event.tag))


def _position(event: Any) -> tuple[int, int]:
    """Line and column, both from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(event: Any) -> bool | str | None:
    text = _normal(event.value)
    is_plain = event.style is None or event.style == ""
    return _WORDS[text.lower()] if is_plain and text.lower() in _WORDS else text


def _normal(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_cut_number(start: Any, key: str, value: Plain) -> bool:
    """Whether braces have cut 8,5 in two: `{points: 8,5}` holds the key `5` with nothing behind it."""
    return bool(start.flow_style) and value is None and key.rstrip("%").isdecimal()


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column + 1 if mark and mark.line == line else len(lines[line]) + 1
    code = "yaml.tab" if lines[line][: column + 1].lstrip(" ").startswith("\t") else "yaml.syntax"
    data = {"line": line + 1, "column": column, "text": _shown(lines[line])}
    return Problem(code, data, Place(file, cell=f"{line + 1}:{column}"))


def _character(error: yaml.reader.ReaderError, text: str, file: str) -> Problem:
    position = min(error.position, len(text))
    line = text.count("\n", 0, position) + 1
    data = {"line": line, "character": f"U+{int(error.character):04X}"}
    return Problem("yaml.control_character", data, Place(file, cell=str(line)))


def _shown(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _SHOWN_AT_MOST else line[: _SHOWN_AT_MOST - 1] + "…"
