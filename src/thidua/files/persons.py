"""Finds columns about persons, which have no place here: figures are about units, never about case subjects.

Looks at titles (citizen's number, telephone, full name, date of birth …) and at what stands in the cells: citizen's
numbers of 12 digits (Luật Căn cước 2023: they begin with the code of a province, 001 to 096) and mobile numbers.
"""

from __future__ import annotations

import re

from thidua.core.errors import Problem
from thidua.files.tables import Table
from thidua.files.titles import title_key

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


def personal_columns(table: Table, header: int) -> list[Problem]:
    """One problem for each column about persons: by its title, or by the first cell that gives it away."""
    found: dict[int, Problem] = {}
    titles = table.rows[header] if table.rows else []
    for column in range(len(titles)):
        title = table.text(header, column)
        key = title_key(title)
        if key in _TITLES or any(part in key for part in _IN_TITLE):
            found[column] = Problem("tables.personal_title", {"title": title}, table.place(header, column))
    harmless: set[str] = set()
    for row in range(header + 1, len(table.rows)):
        for column, value in enumerate(table.rows[row]):
            if not isinstance(value, str) or len(value) < 10 or value in harmless or column in found:
                continue
            if _is_personal(value):
                title = table.text(header, column) or "?"
                found[column] = Problem("tables.personal_number", {"title": title}, table.place(row, column))
            else:
                harmless.add(value)
    return [found[column] for column in sorted(found)]


def _is_personal(text: str) -> bool:
    return bool(_CITIZEN.search(text) or (len(text) < 16 and _MOBILE.fullmatch(text)))
