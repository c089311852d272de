"""Words in templates: `{% say "season.title" year=season.year %}` and how numbers and dates are written."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import translation
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from thidua.apps import clock
from thidua.core.errors import Place, Problem
from thidua.words.language import Language
from thidua.words.numbers import write_date
from thidua.words.say import describe
from thidua.words.say import say as say_sentence
from thidua.words.say import write as write_value

register = template.Library()


def current_language() -> Language:
    """The language of the page that is being made."""
    return Language.EN if (translation.get_language() or "vi").startswith("en") else Language.VI


@register.simple_tag
def say(code: str, **data: Any) -> str:
    """The sentence of a code; what comes in is escaped like any text."""
    return say_sentence(code, current_language(), **data)


@register.simple_tag
def say_with(code: str, **parts: Any) -> SafeString:
    """A sentence with mark-up (links, emphasis) in its fields: safe strings stay, everything else is escaped."""
    marks = {name: f"\ufffd{name}\ufffd" for name in parts}  # a character that no sentence and no text in NFC holds
    sentence = str(conditional_escape(say_sentence(code, current_language(), **marks)))
    for name, value in parts.items():
        sentence = sentence.replace(marks[name], str(conditional_escape(value)))
    return mark_safe(sentence)  # noqa: S308 - the sentence and every part were escaped


@register.filter
def written(value: object) -> str:
    """A number, date, enumeration or list as people read it."""
    return write_value(value, current_language())


@register.filter
def told(problem: Problem) -> str:
    """A problem, or a finding that is told as one, in words."""
    return describe(problem, current_language())


@register.filter
def without_place(problem: Problem) -> str:
    """The problem in words, where its place stands in a column of its own."""
    return describe(replace(problem, place=Place()), current_language())


@register.filter
def day(value: date) -> str:
    """`23/11/2024`; an instant gives its day here."""
    if isinstance(value, datetime):
        value = value.astimezone(clock.zone()).date()
    return write_date(value)


@register.filter
def moment(value: datetime) -> str:
    """`14:00, 23/11/2024`."""
    local = value.astimezone(clock.zone())
    return f"{local:%H:%M}, {write_date(local.date())}"
