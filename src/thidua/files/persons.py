"""Finds columns about persons, which have no place here: figures are about units, never about case subjects.

Looks at titles (citizen's number, telephone, full name, date of birth …) and at what stands in the cells: citizen's
numbers of 12 digits (Luật Căn cước 2023: they begin with the code of a province, 001 to 096), mobile numbers, and full
names. A name alone proves nothing, for streets, schools and districts are called after people (đường Nguyễn Văn Cừ,
huyện Dương Minh Châu): a column is about persons when three different names stand in it by themselves, and names are
half of what it says. A list of streets without the word “đường” is refused too; one name among other texts, and names
of two words, pass.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from thidua.core.errors import Problem
from thidua.files.tables import Table
from thidua.files.titles import Column, column_of, title_key
from thidua.words.vietnamese import folded

# Parts of titles, without marks and blanks, and whole titles.
_IN_TITLE = (
    "cccd", "cmnd", "cmtnd", "cancuoc", "chungminhnhandan", "chungminhthu", "dinhdanhcanhan", "hochieu", "sodienthoai",
    "ngaysinh", "namsinh", "hovaten", "hoten", "tendoituong", "doituongnghien", "bican", "bicao", "nannhan",
    "noithuongtru", "hokhau", "quequan", "identitynumber", "citizenid", "nationalid", "passport", "phonenumber",
    "dateofbirth", "birthdate", "fullname", "suspect",
)  # fmt: skip
_TITLES = {"sdt", "dienthoai", "sodinhdanh", "phone", "telephone"}
_CITIZEN = re.compile(r"(?<!\d)0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}(?!\d)")
_MOBILE = re.compile(r"(?<!\d)(?:\+84|0)[ .]?(?:3[2-9]|5[25689]|7[06-9]|8\d|9\d)\d?(?:[ .]?\d){6,7}(?!\d)")

# The thirty surnames that nine of ten Vietnamese bear, without marks.
_SURNAMES = {
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
    "ly", "dao", "doan", "vuong", "trinh", "truong", "dinh", "lam", "phung", "mai", "to", "ta", "luong", "cao", "ha",
}  # fmt: skip
_CALLED = re.compile(
    r"^(?:ông|bà|anh|chị|đồng chí|đ/c|đc|(?:thượng|trung|đại|thiếu) (?:tá|úy|uý|tướng|sĩ)) ", re.IGNORECASE
)
_AFTER_NAME = re.compile(r"[,;:(/\n–-]|\s\d")
_NAMES_ENOUGH = 3
_SHORTEST, _LONGEST = 6, 200  # letters of what may be a name
_BY_THEMSELVES = (Column.CODE, Column.UNIT, Column.APPRAISER)  # intake knows every code and unit; appraisers answer


def personal_columns(table: Table, header: int) -> list[Problem]:
    """One problem for each column about persons: by its title, by the first number or by the names that tell."""
    found: dict[int, Problem] = {}
    titles = table.rows[header] if table.rows else []
    for column in range(len(titles)):
        title = table.text(header, column)
        key = title_key(title)
        if key in _TITLES or any(part in key for part in _IN_TITLE):
            found[column] = Problem("tables.personal_title", {"title": title}, table.place(header, column))
    harmless: set[str] = set()
    names: defaultdict[int, dict[str, int]] = defaultdict(dict)  # by column: each name, and where it stands first
    for row in range(header + 1, len(table.rows)):
        for column, value in enumerate(table.rows[row]):
            if not isinstance(value, str) or len(value) < _SHORTEST or value in harmless or column in found:
                continue
            if _is_number_of_person(value):
                title = table.text(header, column) or "?"
                found[column] = Problem("tables.personal_number", {"title": title}, table.place(row, column))
            elif is_full_name(value):
                names[column].setdefault(value, row)
            else:
                harmless.add(value)
    for column, rows in names.items():
        title = table.text(header, column)
        if column not in found and column_of(title) not in _BY_THEMSELVES and _are_half(table, header, column, rows):
            data = {"title": title or "?", "count": len(rows)}
            found[column] = Problem("tables.personal_names", data, table.place(min(rows.values()), column))
    return [found[column] for column in sorted(found)]


def _are_half(table: Table, header: int, column: int, names: Collection[str]) -> bool:
    """Whether there are names enough below a title, and half of what is said there is names."""
    cells = [row[column] for row in table.rows[header + 1 :] if len(row) > column]
    said = [cell for cell in cells if isinstance(cell, str) and cell]
    return len(names) >= _NAMES_ENOUGH and 2 * sum(cell in names for cell in said) >= len(said)


def is_full_name(text: str) -> bool:
    """Whether a text has the shape of a Vietnamese full name: a common surname and two to four more words, each with
    a capital. What people are called by, and what follows behind a comma or a bracket, does not matter.
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    words = _AFTER_NAME.split(_CALLED.sub("", text, count=1), maxsplit=1)[0].rstrip(". ").split()
    return (
        3 <= len(words) <= 5
        and all(word.isalpha() and (word.istitle() or word.isupper()) for word in words)
        and folded(words[0]) in _SURNAMES
    )


def _is_number_of_person(text: str) -> bool:
    if len(text) < 10:
        return False
    return bool(_CITIZEN.search(text) or (len(text) < 16 and _MOBILE.fullmatch(text)))
