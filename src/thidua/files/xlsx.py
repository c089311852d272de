"""Reads the cells of .xlsx and .xlsm workbooks: stored values, nothing computed, no macro, no link followed.

One pass over each sheet's XML (ECMA-376, part 1, 18.3 SpreadsheetML worksheets). Besides the values it keeps what a
reader of figures must know: which numbers are shown as percentages, which formulas have no stored result, error
values, merged cells.
"""

from __future__ import annotations

import posixpath
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date

from thidua.files.sheets import Sheet, TooFar, too_far
from thidua.files.xlsx_cells import read_cells
from thidua.files.xlsx_styles import Workbook, read_styles
from thidua.files.xlsx_texts import shared_texts
from thidua.files.xml_parts import Attributes, walk_xml


def read_xlsx(file: str, archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """Every worksheet in the workbook's order. Raises FiguresRefused for one that reaches too far.

    Broken parts raise what `containers.reading` turns into a refusal.
    """
    part = next(_parts(archive, "", "/officeDocument"))
    workbook, sheets = Workbook(), []

    def start(tag: str, given: Attributes) -> None:
        if tag == "sheet":
            relations = [value for name, value in given.items() if name.endswith(":id")]
            sheets.append((given["name"], relations[0], given.get("state", "visible") != "visible"))
        elif tag == "workbookPr" and given.get("date1904") in ("1", "true"):
            workbook.first_day = date(1904, 1, 1)

    with archive.open(part) as stream:
        walk_xml(stream, start)
    for shared in _parts(archive, part, "/sharedStrings"):
        workbook.texts = shared_texts(archive.read(shared))
    for styles in _parts(archive, part, "/styles"):
        with archive.open(styles) as stream:
            workbook.styles = read_styles(stream)
    targets = _relations(archive, part)
    for name, relation, is_hidden in sheets:
        kind, target = targets[relation]
        if kind.endswith("/worksheet"):
            sheet = Sheet(unicodedata.normalize("NFC", name).strip(), is_hidden=is_hidden)
            try:
                read_cells(archive.read(target), sheet, workbook)
            except TooFar as far:
                raise too_far(file, sheet.name, far) from None
            yield sheet


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target part of each relation of a part, by its id."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, given: Attributes) -> None:
        if tag == "Relationship":
            target = given["Target"]
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[given["Id"]] = (given["Type"], whole)

    with archive.open(posixpath.join(folder, "_rels", f"{name}.rels")) as stream:
        walk_xml(stream, start)
    return found


def _parts(archive: zipfile.ZipFile, part: str, kind: str) -> Iterator[str]:
    """The parts to which a part stands in this relation. Raises KeyError when a workbook has none at all."""
    found = [target for one, target in _relations(archive, part).values() if one.endswith(kind)]
    if not found and not part:
        raise KeyError(kind)
    yield from found
