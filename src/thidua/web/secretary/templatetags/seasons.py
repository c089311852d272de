"""How spans of days are written on a season's pages."""

from datetime import date

from django import template

from thidua.apps.seasons.calendar import Span
from thidua.files.calendars import Weekday
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_date
from thidua.words.say import write

register = template.Library()


@register.filter
def span(value: Span, year: int) -> str:
    """`15/11 – 20/11`, one day whole; a year that is not the season's is written."""
    if value.starts_on == value.due_on:
        return write_date(value.starts_on)
    return f"{_short(value.starts_on, year)} – {_short(value.due_on, year)}"


@register.filter
def short_day(value: date, year: int) -> str:
    """`23/11`, with its year where that is not the season's."""
    return _short(value, year)


def _short(value: date, year: int) -> str:
    return f"{value:%d/%m}" if value.year == year else write_date(value)


@register.filter
def pair(first: object, second: object) -> tuple[object, object]:
    """Two things that a template treats alike."""
    return first, second


@register.filter
def weekday(value: date) -> str:
    """`Thứ Bảy`."""
    return write(list(Weekday)[value.weekday()], current_language())
