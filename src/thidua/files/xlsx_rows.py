"""Rows of a sheet that are written as every spreadsheet writes them: read by one expression, without the XML parser.

Only what cannot be misread is usual: ASCII alone, attributes in their usual order, numbers and shared texts, alone or
as results of plain formulas. Any other row is left to the parser, and both ways write the same cells; a property test
holds them against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thidua.files.sheets import At, Raw, Sheet, position
from thidua.files.xlsx_styles import Workbook

CLOSING = b"</row>"
_ROW = re.compile(r'<row r="([1-9][0-9]{0,6})"((?: [A-Za-z][A-Za-z0-9:]*="[A-Za-z0-9:. -]*")*+)>')
_CELL = re.compile(
    r"""<c\ r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?:\ s="([0-9]+)")?
    (?:\ t="s"><v>([0-9]+)</v></c>
    |(?:\ t="n")?(?:/>|></c>|>(?:<f>[\ -%'-;=?-~]*</f>)?<v>([-+.0-9eE]+)</v></c>))""",
    re.VERBOSE,
)
_STEP = _CELL.groups + 1


@dataclass(slots=True)
class UsualRows:
    """The usual rows of one sheet.

    columns: where the cells of a row stand, by the letters of their names; None where they do not go up · formats:
    which cells of a row have a style that matters, by the styles of all · attributes: how rows are written, once the
    parser has seen that it may be so.
    """

    sheet: Sheet
    workbook: Workbook
    columns: dict[tuple[str, ...], list[int] | None] = field(default_factory=dict)
    formats: dict[tuple[str | None, ...], list[int]] = field(default_factory=dict)
    attributes: set[str] = field(default_factory=set)

    def read(self, piece: bytes) -> At | None:
        """Write the cells of a row and tell where the last one stands; None, and nothing written, if it is unusual."""
        written = piece.decode("latin-1")  # a byte a letter: no letter beyond ASCII is usual
        opened = _ROW.match(written)
        if opened is None or not self._may_stand(opened[2]):
            return None
        gap, *found = _CELL.split(written[opened.end() : -len(CLOSING)])
        names, numbers, styles = found[0::_STEP], found[1::_STEP], found[2::_STEP]
        columns = self._columns(tuple(names))
        if gap or any(found[5::_STEP]) or columns is None or numbers.count(opened[1]) != len(numbers):
            return None
        row, last = int(opened[1]) - 1, columns[-1] if columns else -1
        if not self.sheet.has_room(row, last + 1):
            return None
        if ' hidden="1"' in opened[2] or ' hidden="true"' in opened[2]:
            self.sheet.hidden.add(row)
        texts = self.workbook.texts
        values: list[Raw | None] = [
            (number and float(number)) if text is None else texts[int(text)]
            for text, number in zip(found[3::_STEP], found[4::_STEP], strict=True)
        ]
        if self.workbook.styles:
            self._show(values, styles, row, columns)
        self.sheet.put_line(row, values if last + 1 == len(columns) else _spread(values, columns))
        return row, last

    def _may_stand(self, attributes: str) -> bool:
        """Whether the parser has read such a row before; attributes that stand twice, for one, it refuses."""
        is_known = attributes in self.attributes
        self.attributes.add(attributes)
        return is_known

    def _columns(self, names: tuple[str, ...]) -> list[int] | None:
        if names not in self.columns:
            columns = [position(f"{name}1")[1] for name in names]
            self.columns[names] = columns if columns == sorted(set(columns)) else None
        return self.columns[names]

    def _show(self, values: list[Raw | None], styles: list[str | None], row: int, columns: list[int]) -> None:
        """Turn numbers into what the styles of their cells show."""
        key = tuple(styles)
        if key not in self.formats:
            self.formats[key] = [at for at, style in enumerate(styles) if style in self.workbook.styles]
        for at in self.formats[key]:
            number, style = values[at], styles[at]
            if isinstance(number, float) and style is not None:
                values[at] = self.workbook.number(number, style, self.sheet, (row, columns[at]))


def _spread(values: list[Raw | None], columns: list[int]) -> list[Raw | None]:
    """The values in their columns."""
    line: list[Raw | None] = [None] * (columns[-1] + 1)
    for column, value in zip(columns, values, strict=True):
        line[column] = value
    return line
