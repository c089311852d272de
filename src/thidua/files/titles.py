"""The titles by which columns are known, Vietnamese first, and where in a sheet the line of titles stands.

Case, marks, blanks, line breaks, asterisks and colons do not matter: "Mã *", "MÃ" and "ma" are one title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache

from thidua.words.vietnamese import folded

HEADER_WITHIN = 20
_NO_TITLE = re.compile(r"[^a-z0-9]+")
_MILESTONE = re.compile(r"(?:moc|milestone):? (\d{1,2})/(\d{1,2})/(\d{4})")


class Column(StrEnum):
    """What stands in a column of a figure or target table."""

    CODE = "code"
    UNIT = "unit"
    SELF = "self"
    APPRAISED = "appraised"
    AGREED = "agreed"
    RECHECKED = "rechecked"
    NATURE = "nature"
    SOURCE = "source"
    EVIDENCE = "evidence"
    APPRAISER = "appraiser"
    DECIDED_ON = "decided_on"
    REASON = "reason"
    AS_OF = "as_of"
    PERIOD = "period"
    COMMENT = "comment"
    TARGET = "target"
    VALID_FROM = "valid_from"
    DOCUMENT = "document"
    DUE_ON = "due_on"
    FOR_PEOPLE = "for_people"  # read by people, not by us


STAGES = (Column.SELF, Column.APPRAISED, Column.AGREED, Column.RECHECKED)
NOTES = (
    Column.NATURE,
    Column.SOURCE,
    Column.EVIDENCE,
    Column.APPRAISER,
    Column.DECIDED_ON,
    Column.REASON,
    Column.AS_OF,
    Column.PERIOD,
    Column.COMMENT,
)
TARGET_NOTES = (Column.NATURE, Column.SOURCE, Column.VALID_FROM, Column.DOCUMENT, Column.DUE_ON)

# The first title is the one that messages name.
TITLES: Mapping[Column, tuple[str, ...]] = {
    Column.CODE: ("Mã", "Code", "Mã chỉ số"),
    Column.UNIT: ("Đơn vị", "Unit"),
    Column.SELF: ("Tự chấm", "Self"),
    Column.APPRAISED: ("Thẩm định", "Appraised"),
    Column.AGREED: ("Thống nhất", "Agreed"),
    Column.RECHECKED: ("Phúc tra", "Re-checked", "Rechecked"),
    Column.NATURE: ("Tính chất", "Nature"),
    Column.SOURCE: ("Nguồn", "Source"),
    Column.EVIDENCE: ("Minh chứng", "Evidence"),
    Column.APPRAISER: ("Người thẩm định", "Appraiser"),
    Column.DECIDED_ON: ("Ngày thẩm định", "Decided on"),
    Column.REASON: ("Lý do", "Reason"),
    Column.AS_OF: ("Tính đến ngày", "As of"),
    Column.PERIOD: ("Kỳ", "Period", "Kỳ báo cáo"),
    Column.COMMENT: ("Giải trình", "Comment"),
    Column.TARGET: ("Chỉ tiêu", "Target"),
    Column.VALID_FROM: ("Từ ngày", "From", "Valid from"),
    Column.DOCUMENT: ("Văn bản", "Document"),
    Column.DUE_ON: ("Đến ngày", "By", "Due on"),
    Column.FOR_PEOPLE: ("Nội dung", "Content", "Đơn vị tính", "Measure", "STT", "TT", "No.", "Ghi chú", "Note"),
}


def title_key(text: str) -> str:
    """What of a title matters: small letters without marks, and digits."""
    return _NO_TITLE.sub("", folded(text))


@cache
def _known() -> dict[str, Column]:
    return {title_key(title): column for column, titles in TITLES.items() for title in titles}


@cache
def column_of(text: str) -> Column | None:
    """The column that a title stands for."""
    return _known().get(title_key(text)) if text and len(text) < 60 else None


@cache
def milestone_day(text: str) -> date | None:
    """The day that a column of milestones is about: Mốc 31/03/2024, Milestone 31/03/2024."""
    found = _MILESTONE.fullmatch(" ".join(folded(text).split()))
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near_title(text: str) -> str | None:
    """The title that was probably meant by one that is not known: Thẩm đinhh."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to a refusal

    key = title_key(text)
    near = get_close_matches(key, list(_known()), n=1, cutoff=0.82) if len(key) > 3 else []
    return TITLES[_known()[near[0]]][0] if near else None
