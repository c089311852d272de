"""The titles that a collective may register for, each as dated law: which text it stands in, on which days.

Titles are a law's, so none is offered or printed without the text that held on the day. What is not confirmed from the
text of the law carries the mark of that.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.timeline import Dated, LegalBasis, Period, Timeline


class Title(StrEnum):
    """A title for collectives, the highest first."""

    GOVERNMENT_FLAG = "government_flag"  # Cờ thi đua của Chính phủ
    MINISTRY_FLAG = "ministry_flag"  # Cờ thi đua của Bộ
    DETERMINED_UNIT = "determined_unit"  # Đơn vị quyết thắng
    ADVANCED_UNIT = "advanced_unit"  # Đơn vị tiên tiến


@dataclass(frozen=True, slots=True)
class TitleLaw:
    """A title with the text in which it stands on a day."""

    title: Title
    basis: LegalBasis


_OLD_LAW = LegalBasis("Luật Thi đua, khen thưởng số 15/2003/QH11")
_AMENDED = LegalBasis("Luật số 06/2026/QH16")
_ARTICLES = {
    Title.GOVERNMENT_FLAG: "Điều 25",
    Title.MINISTRY_FLAG: "Điều 26",
    Title.DETERMINED_UNIT: "Điều 27",
    Title.ADVANCED_UNIT: "Điều 28",
}


def _over_time(title: Title, article: str) -> Timeline[Title]:
    law = LegalBasis(f"{article} Luật Thi đua, khen thưởng số 06/2022/QH15", is_confirmed=True)
    first, amended = date(2024, 1, 1), date(2026, 10, 1)
    return Timeline(
        title.value,
        (
            Dated(title, Period(date(2004, 7, 1), first), _OLD_LAW),
            Dated(title, Period(first, amended), law),
            Dated(title, Period(amended), _AMENDED),
        ),
    )


_LAW = {title: _over_time(title, article) for title, article in _ARTICLES.items()}


def law_of(title: Title, *, on: date) -> LegalBasis:
    """The text in which a title stands on a day. Raises TimelineRefused outside the known dates."""
    return _LAW[title].as_of(on).basis


def titles_on(day: date) -> tuple[TitleLaw, ...]:
    """Every title, with its law on a day. Raises TimelineRefused outside the known dates."""
    return tuple(TitleLaw(title, law_of(title, on=day)) for title in Title)
