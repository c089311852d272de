"""A form keeps every text as it was typed, reads all of them at once, and shows each problem at its field.

A view declares its fields, reads, calls one service, and is back on the page with all problems when that refuses:

    form = Form(NEW_UNIT, request)
    if request.method == "POST":
        with form.showing_problems():
            create_unit(actor=request.actor, **form.read())
            return redirect("units")
    return render(request, "ministry/new_unit.html", {"form": form}, status=form.status)

A service places its problems with `Place(path="name of the field")`; what has no such place stands above the form.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any, cast

from django.http import HttpRequest, QueryDict

from thidua.apps.access.policy import AccessRefused
from thidua.core.errors import Place, Problem, Refused
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_date, read_number
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

LONGEST = 1000  # of a text on one line; a passage may be longer
LONGEST_PASSAGE = 10_000


class Kind(StrEnum):
    """What a field asks for, and so how it is drawn and read."""

    TEXT = "text"
    PASSAGE = "passage"  # several lines
    SECRET = "secret"  # never shown again  # noqa: S105
    DAY = "day"  # 23/11/2024
    WHOLE = "whole"  # a count
    CHOICE = "choice"  # one of few
    CHOICES = "choices"  # some of few
    TICK = "tick"  # yes, or not
    FILE = "file"


_INPUT_TYPES = {Kind.SECRET: "password", Kind.FILE: "file"}
_WIDTHS = {Kind.DAY: "is-narrow", Kind.WHOLE: "is-narrow is-number"}


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form. `label` and `hint` are codes of sentences; choices are (value, text) pairs.

    `is_document`: the number of a document, of which the page may offer those of the season (`season_documents`).
    `day_of`: the field with the number of the document whose day this is; of one that was offered it need not be typed.
    `groups`: how many choices belong together, one after the other, each with a title; for a list that is searched.
    `depends`: whether it must be filled in hangs on another answer; its hint says when, and no mark says otherwise.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    hint: str = ""
    required: bool = True
    autocomplete: str = "off"
    choices: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    depends: bool = False
    is_document: bool = False
    day_of: str = ""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Choices that belong together, and how many of them are chosen."""

    title: str
    options: list[tuple[str, str, bool]]

    @property
    def chosen(self) -> int:
        return sum(is_chosen for _value, _text, is_chosen in self.options)


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field with what was typed into it and what is wrong with that, as the template draws it."""

    field: Field
    typed: tuple[str, ...]
    problems: tuple[str, ...]
    is_only_wrong_one: bool = False

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def kind(self) -> str:
        return self.field.kind.value

    @property
    def label(self) -> str:
        return say(self.field.label, current_language())

    @property
    def hint(self) -> str:
        return say(self.field.hint, current_language()) if self.field.hint else ""

    @property
    def value(self) -> str:
        return self.typed[0] if self.typed else ""

    @property
    def input_type(self) -> str:
        return _INPUT_TYPES.get(self.field.kind, "text")

    @property
    def width(self) -> str:
        """The class of a field whose answer is short."""
        return _WIDTHS.get(self.field.kind, "")

    @property
    def described_by(self) -> str:
        """The ids of the hint and of the problems, for readers aloud."""
        there = {"hint": bool(self.field.hint), "fault": bool(self.problems)}
        return " ".join(f"{self.name}-{part}" for part, is_there in there.items() if is_there)

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """(value, text, chosen) of each choice."""
        return [(value, text, value in self.typed) for value, text in self.field.choices]

    @property
    def groups(self) -> list[ShownGroup]:
        """The options in their groups, none where the field has no groups."""
        options = iter(self.options)
        return [ShownGroup(title, list(islice(options, count))) for title, count in self.field.groups]


class Form:
    """The fields of a page with what was typed, or with what stands in the rows until somebody types."""

    def __init__(
        self,
        fields: Sequence[Field],
        request: HttpRequest | None = None,
        *,
        initial: Mapping[str, str | tuple[str, ...]] | None = None,
    ) -> None:
        self.fields = {field.name: field for field in fields}
        self.problems: tuple[Problem, ...] = ()
        sent = request is not None and request.method == "POST"
        self._files = request.FILES if request is not None and sent else {}
        self._typed = _texts(self.fields, request.POST if request is not None and sent else None, initial or {})
        if sent:
            self._fill_in_days(getattr(request, "day_of_document", None))

    @property
    def status(self) -> int:
        """200, or 400 when something is to be mended."""
        return 400 if self.problems else 200

    def read(self, also: Callable[[Mapping[str, Any]], Iterable[Problem]] | None = None) -> dict[str, Any]:
        """Every field by name, read as its kind: text, date, whole number, list, truth value, file; what is left empty
        and may be, is empty text or None. Raises Refused with every problem at its field, and with what is found
        `also` in the fields that could be read, so that nobody is told of one mistake after the other.
        """
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, field in self.fields.items():
            try:
                values[name] = self._read(field)
            except Refused as refusal:
                problems += [Problem(one.code, one.data, Place(path=name)) for one in refusal.problems]
        if problems:
            raise Refused([*problems, *(also(values) if also else ())])
        return values

    @contextmanager
    def showing_problems(self) -> Iterator[None]:
        """A refusal inside is kept for the page; that somebody may not do this at all has a page of its own."""
        try:
            yield
        except AccessRefused:
            raise
        except Refused as refusal:
            self.problems = refusal.problems

    def __getitem__(self, name: str) -> ShownField:
        field = self.fields[name]
        own = tuple(_sentence(one) for one in self.problems if one.place.path == name)
        typed = () if field.kind is Kind.SECRET else self._typed[name]
        return ShownField(field, typed, own, is_only_wrong_one=bool(own) and len(self.problems) == 1)

    def __iter__(self) -> Iterator[ShownField]:
        return (self[name] for name in self.fields)

    @property
    def summary(self) -> list[tuple[str, str, str]]:
        """(name and label of the field or nothing, sentence) of every problem, in order, for the box above the form;
        a single problem at a field needs no box, since the browser goes there.
        """
        told = [(*_field_of(one, self.fields), _sentence(one)) for one in self.problems]
        return [] if len(told) == 1 and told[0][0] else told

    def _fill_in_days(self, day_of_document: Callable[[str], date | None] | None) -> None:
        for name, field in self.fields.items():
            if day_of_document and field.day_of and not "".join(self._typed[name]).strip():
                day = day_of_document("".join(self._typed[field.day_of]))
                self._typed[name] = (f"{day:%d/%m/%Y}",) if day else ()

    def _read(self, field: Field) -> Any:
        if field.kind is Kind.FILE:
            return _present(field, self._files.get(field.name))
        if field.kind is Kind.CHOICES:
            return [_choice(field, text) for text in _present(field, list(self._typed[field.name]))]
        if field.kind is Kind.TICK:
            return bool(_present(field, "".join(self._typed[field.name])))
        text = next(iter(self._typed[field.name]), "")
        return _READERS[field.kind](field, _present(field, text))


def _texts(
    fields: Mapping[str, Field], sent: QueryDict | None, initial: Mapping[str, str | tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """What stands in each field, line ends and accents composed one way (NFC)."""
    if sent is None:
        return {name: _standing(initial.get(name, "")) for name in fields}
    return {name: tuple(map(_composed, sent.getlist(name))) for name in fields}


def _standing(value: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\0", ""))


_MISSING = {Kind.CHOICE: "forms.choose", Kind.CHOICES: "forms.choose_some", Kind.TICK: "forms.tick"}


def _present(field: Field, value: Any) -> Any:
    is_empty = not value.strip() if isinstance(value, str) and field.kind is not Kind.SECRET else not value
    if field.required and is_empty:
        raise Refused(Problem(_MISSING.get(field.kind, "forms.fill_in")))
    return value


def _text(_field: Field, text: str) -> str:
    line = " ".join(text.split())
    return _no_longer(line, LONGEST)


def _passage(_field: Field, text: str) -> str:
    return _no_longer(text.strip(), LONGEST_PASSAGE)


def _secret(_field: Field, text: str) -> str:
    return _no_longer(text, LONGEST)


def _no_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Refused(Problem("forms.too_long", {"length": len(text), "longest": longest}))
    return text


def _day(_field: Field, text: str) -> Any:
    return read_date(text) if text.strip() else None


def _whole(_field: Field, text: str) -> Any:
    if not text.strip():
        return None
    return int(cast(Number, read_number(text, NumberKind.COUNT)).canonical())


def _choice(field: Field, text: str) -> str:
    if text and text not in dict(field.choices):
        raise Refused(Problem("forms.not_offered", {"text": text}))
    return text


_READERS: dict[Kind, Callable[[Field, str], Any]] = {
    Kind.TEXT: _text,
    Kind.PASSAGE: _passage,
    Kind.SECRET: _secret,
    Kind.DAY: _day,
    Kind.WHOLE: _whole,
    Kind.CHOICE: _choice,
}


def _sentence(problem: Problem) -> str:
    """The problem in words; its place is shown by where the sentence stands."""
    place = Place(problem.place.file, problem.place.sheet, problem.place.cell)
    text = say(problem.code, current_language(), **{"place": place, **problem.data})
    return f"{text}."


def _field_of(problem: Problem, fields: Mapping[str, Field]) -> tuple[str, str]:
    field = fields.get(problem.place.path)
    return (field.name, say(field.label, current_language())) if field else ("", "")
