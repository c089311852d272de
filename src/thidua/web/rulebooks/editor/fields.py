"""The fields of a node as the page draws them: asked in words, filled with what stands there or was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from thidua.core.errors import Problem
from thidua.core.rulebook.above import RankMethod
from thidua.core.rulebook.schema import (
    Direction,
    Evidence,
    Eyes,
    FigureKind,
    Indicator,
    Missing,
    NotAssigned,
    Rounding,
    Secrecy,
)
from thidua.files.rulebook_rows import ENDS
from thidua.web.common.templatetags.words import without_place
from thidua.web.rulebooks.editor.kinds import Asked, Options, Parameter, kinds_in_words, parameters_of
from thidua.web.rulebooks.editor.typed import ROW, RULE, Texts, rows_to_show
from thidua.words.language import Language
from thidua.words.rulebook_diff import key_label
from thidua.words.say import say, write

CHOICES: dict[str, type[Enum]] = {
    "secrecy": Secrecy,
    "evidence": Evidence,
    "eyes": Eyes,
    "not_assigned": NotAssigned,
    "not_applicable": NotAssigned,
    "rounding": Rounding,
    "missing": Missing,
    "rank": RankMethod,
    "direction": Direction,
    "kind": FigureKind,
}
FLAGS = ("scale_down", "rescale")
LONG = ("name", "legal_basis", "note", "title", "definition", "levels", "appraiser")
PASSAGES = ("name", "note", "definition", "levels")


@dataclass(frozen=True, slots=True)
class Input:
    """One field: what it is called in what is sent, in words, and what stands in it."""

    name: str
    label: str
    value: str = ""
    options: Options = ()
    faults: tuple[str, ...] = ()
    hint: str = ""
    is_long: bool = False
    is_passage: bool = False
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of fields under titles: bands, knots, further entries."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Input, ...], ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What the fields are filled with. indicators: that may be chosen, by code."""

    texts: Texts
    problems: Sequence[Problem]
    indicators: Sequence[Indicator]
    lang: Language

    def inputs(self, names: Sequence[str]) -> tuple[Input, ...]:
        """Plain fields by name."""
        return tuple(self._input(name) for name in names)

    def rule(self) -> tuple[Input, ...]:
        """The kind of rule and its parameters that fit into fields."""
        kind = self._field(RULE, key_label(RULE, self.lang), options=kinds_in_words(self.lang), is_choice=True)
        asked = parameters_of(self.texts.get(RULE, ""))
        return (kind, *(self._parameter(one) for one in asked if one.asked not in (Asked.TABLE, Asked.ROWS)))

    def tables(self) -> tuple[Table, ...]:
        """The bands or knots of the rule."""
        found = []
        for one in parameters_of(self.texts.get(RULE, "")):
            if one.asked is Asked.TABLE:
                name = f"{RULE}.{one.key}"
                rows = tuple(self._row(f"{name}.{number}", one.columns) for number in rows_to_show(self.texts, name))
                columns = tuple(key_label(column, self.lang) for column in one.columns)
                found.append(Table(one.label(self.lang), columns, rows))
        return tuple(found)

    def further(self) -> Table:
        """What has no field of its own, as in the workbook."""
        columns = ("entry", "value", *ENDS)
        rows = tuple(self._row(f"{ROW}.{number}", columns) for number in rows_to_show(self.texts, ROW))
        titles = tuple(say(f"rulebook_sheet.{one}", self.lang) for one in columns[:2])
        return Table(say("editor.further", self.lang), (*titles, *(key_label(end, self.lang) for end in ENDS)), rows)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """What is wrong and has no field."""
        return tuple(f"{without_place(one)}." for one in self.problems if not one.place.path)

    def _row(self, prefix: str, columns: Sequence[str]) -> tuple[Input, ...]:
        names = {column: say(f"rulebook_sheet.{column}", self.lang) for column in ("entry", "value")}
        return tuple(
            self._field(f"{prefix}.{column}", names.get(column) or key_label(column, self.lang)) for column in columns
        )

    def _input(self, name: str) -> Input:
        key = name.rpartition(".")[2]
        label = key_label(key, self.lang)
        if name == "indicator":
            own = (("", say("editor.own_indicator", self.lang)),)
            return self._field(name, label, options=(*own, *self._indicators()), is_choice=True)
        if name in CHOICES:
            options = tuple((str(one.value), write(one, self.lang)) for one in CHOICES[name])
            return self._field(name, label, options=options, is_choice=True)
        if name in FLAGS:
            return self._field(name, label, options=Parameter(name, Asked.CHOICE).options(self.lang), is_choice=True)
        hint = (
            say("editor.code_only_how", self.lang)
            if name == "name" and self.texts.get("secrecy") == "code_only"
            else ""
        )
        return self._field(name, label, is_long=name in LONG, is_passage=name in PASSAGES, hint=hint)

    def _parameter(self, one: Parameter) -> Input:
        name, label = f"{RULE}.{one.key}", one.label(self.lang)
        if one.asked is Asked.TEXT:
            return self._field(name, label, hint=one.hint(self.lang))
        options = self._indicators() if one.asked is Asked.INDICATOR else one.options(self.lang)
        return self._field(name, label, options=options, hint=one.hint(self.lang), is_choice=True)

    def _indicators(self) -> Options:
        return tuple(
            (one.code, f"{one.code} {one.name}" if one.name != one.code else one.code) for one in self.indicators
        )

    def _field(
        self,
        name: str,
        label: str,
        *,
        options: Options = (),
        hint: str = "",
        is_long: bool = False,
        is_passage: bool = False,
        is_choice: bool = False,
    ) -> Input:
        value = self.texts.get(name, "")
        if is_choice and value not in dict(options):
            blank = ("", say("editor.by_default", self.lang)) if not value else (value, value)
            options = (blank, *options)
        elif is_choice and "" not in dict(options):
            options = (("", say("editor.by_default", self.lang)), *options)
        return Input(name, label, value, options, tuple(self._faults(name)), hint, is_long, is_passage, is_choice)

    def _faults(self, name: str) -> Iterator[str]:
        return (f"{without_place(one)}." for one in self.problems if one.place.path in (name, *_whole_row(name)))


def _whole_row(name: str) -> tuple[str, ...]:
    """The name of a row, for the first of its fields."""
    head, _, last = name.rpartition(".")
    return (head,) if last in ("above", "at") and head.rpartition(".")[2].isdecimal() else ()


SUGGESTED = ("value", "target", "coefficient", "bonuses", "deductions", "months", "order", "rule")


def entries_in_words(lang: Language) -> tuple[str, ...]:
    """Paths that may be typed into the first column of the further entries."""
    found = []
    for key in SUGGESTED:
        label = key_label(key, lang)
        if key in ("bonuses", "deductions"):
            found += [
                f"{label} 1",
                f"{label} 1 › {key_label('indicator', lang)}",
                f"{label} 1 › {key_label('rule', lang)}",
            ]
            found += [
                f"{label} 1 › {key_label('rule', lang)} › {key_label('each', lang)}",
                f"{label} 1 › {key_label('cap', lang)}",
            ]
        else:
            found.append(f"{label} 1" if key == "order" else label)
    return tuple(found)


def sent_texts(sent: Mapping[str, str]) -> dict[str, str]:
    """What was sent, line ends one way, without what is no field."""
    return {
        name: unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\0", ""))[:10_000]
        for name, text in sent.items()
        if name not in ("csrfmiddlewaretoken", "act", "seen", "at")
    }
