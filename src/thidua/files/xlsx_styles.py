"""How the cell styles of a workbook show their numbers, where that changes what they mean (18.8, Styles)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import IO

from thidua.files.sheets import At, Raw, Sheet
from thidua.files.xml_parts import Attributes, walk_xml

LAST_SERIAL = 2_958_465  # 31/12/9999
# Built-in number formats (18.8.30, numFmts); 27 to 36 and 50 to 58 are dates of East Asian languages.
_PERCENTS = (9, 10)
_DATES = (14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59))
_TIMES = (18, 19, 20, 21, *range(32, 36), 45, 46, 47)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)


class Shown(Enum):
    """How a number format shows its numbers, where that changes what they mean."""

    PERCENT = "percent"
    DATE = "date"
    TIME = "time"


@dataclass(slots=True)
class Workbook:
    """What sheets share. styles: how numbers are shown, by the number of the cell's style."""

    texts: list[str] = field(default_factory=list)
    styles: dict[str, Shown] = field(default_factory=dict)
    first_day: date = date(1899, 12, 30)

    def number(self, number: float, style: str, sheet: Sheet, at: At) -> Raw:
        """A number as the cell's style shows it; the sheet remembers which numbers it shows times 100."""
        shown = self.styles.get(style)
        if shown is None:
            return number
        if shown is Shown.PERCENT:
            sheet.percents.add(at)
            return number
        return _hour(number) if shown is Shown.TIME else self._day(number)

    def _day(self, serial: float) -> Raw:
        """A date by its number; before 01/03/1900 the count is off by one day, as it always was."""
        if not 1 <= serial <= LAST_SERIAL:
            return serial
        is_early = self.first_day.year == 1899 and serial < 60
        return self.first_day + timedelta(days=int(serial) + is_early)


def _hour(days: float) -> str:
    """An hour or a duration as it is shown, which no figure is: 5:05."""
    minutes = int(days * 24 * 60 + 0.5) if abs(days) < LAST_SERIAL else 0
    return f"{minutes // 60}:{minutes % 60:02}"


def read_styles(stream: IO[bytes]) -> dict[str, Shown]:
    """How the cell styles that matter show their numbers, by the number of the style."""
    formats = {str(number): Shown.PERCENT for number in _PERCENTS}
    formats |= {str(number): Shown.DATE for number in _DATES} | {str(number): Shown.TIME for number in _TIMES}
    used: list[str] = []
    inside: list[str] = []

    def start(tag: str, given: Attributes) -> None:
        inside.append(tag)
        if tag == "numFmt":
            shown = how_shown(given["formatCode"])
            formats.pop(given["numFmtId"], None)
            formats.update({} if shown is None else {given["numFmtId"]: shown})
        elif tag == "xf" and "cellXfs" in inside:
            used.append(given.get("numFmtId", "0"))

    def end(_tag: str) -> None:
        inside.pop()

    walk_xml(stream, start, end)
    return {str(index): formats[number] for index, number in enumerate(used) if number in formats}


def how_shown(code: str) -> Shown | None:
    """What a number format does: a percent sign or letters of dates outside quotes, escapes and brackets."""
    bare = _NOT_SHOWN.sub("", code).lower()
    if bare == "general":
        return None
    if "%" in bare:
        return Shown.PERCENT
    if "d" in bare or "y" in bare or ("m" in bare and "h" not in bare and "s" not in bare):
        return Shown.DATE
    return Shown.TIME if "h" in bare or "s" in bare else None
