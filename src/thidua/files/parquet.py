"""Parquet tables in and out: read batch by batch within stated bounds, written in row groups. The library is optional.

A column's type decides what its cells are: texts as in a CSV file; whole and binary numbers as in a spreadsheet's
number cells, so that a double asks where it holds more digits than a spreadsheet shows; decimals, days and truth values
as they are. Null is an empty cell. A type that is no cell of a table is refused, all such columns at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.core.numbers import Number
from thidua.files.containers import MEBIBYTE, refuse
from thidua.files.sheets import Raw
from thidua.files.xlsx_texts import clean

MOST_LINES = 100_000_000
MOST_COLUMNS = 1_000
MOST_OF_A_ROW_GROUP = 512 * MEBIBYTE  # unpacked
LONGEST_TEXT = 32_767  # what a spreadsheet's cell holds
BATCH = 10_000
LINES_OF_A_ROW_GROUP = 16_384
DIGITS = 38  # of a 128-bit decimal

ReadColumn = Callable[[Any], list[Raw]]


def load_library(file: str) -> Any:
    """The library, loaded now. Raises FiguresRefused where it is not installed, with the way to install it."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - optional, and slow to load
        from pyarrow import compute, parquet  # noqa: F401, PLC0415 - parts of it that are loaded by name
    except ImportError:
        raise refuse("parquet.missing", file) from None
    return pa


class ParquetTable:
    """A Parquet file being read. Used with `with`. Raises FiguresRefused for what is none or goes beyond the bounds."""

    def __init__(self, path: Path) -> None:
        self._arrow = load_library(path.name)
        self._name = path.name
        self._read = 0
        self._file = self._open(path, ())
        self._check_bounds()
        schema = self._file.schema_arrow
        self.titles: list[str] = [clean(name) for name in schema.names]
        self._cells = self._readers(schema)
        texts = [field.name for field in schema if self._is_text(field.type)]
        self._file.close()
        self._file = self._open(path, texts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    @property
    def share_read(self) -> float:
        """How much of the lines have been read, from 0 to 1."""
        return self._read / max(int(self._file.metadata.num_rows), 1)

    def lines(self) -> Iterator[list[Raw]]:
        """The lines from top to bottom. Raises FiguresRefused where the file is damaged."""
        batches = self._guarded(lambda: self._file.iter_batches(batch_size=BATCH, use_threads=False))
        while (batch := self._guarded(lambda: next(batches, None))) is not None:
            columns = [self._cells_of(read, column) for read, column in zip(self._cells, batch.columns, strict=True)]
            self._read += batch.num_rows
            yield from (list(cells) for cells in zip(*columns, strict=True))

    def _open(self, path: Path, coded: Sequence[str]) -> Any:
        """coded: columns whose texts are held once each, so that a long one is seen before it is written out."""
        of = self._arrow.parquet.ParquetFile
        return self._guarded(
            lambda: of(path, pre_buffer=False, thrift_string_size_limit=16 * MEBIBYTE, read_dictionary=list(coded))
        )

    def _guarded(self, read: Callable[[], Any]) -> Any:
        """What the library raises for a broken file as one refusal."""
        try:
            return read()
        except (self._arrow.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
            raise refuse("tables.damaged", self._name, reason=type(error).__name__) from None

    def _cells_of(self, read: ReadColumn, column: Any) -> list[Raw]:
        return self._guarded(lambda: read(self._written_out(column)))  # type: ignore[no-any-return]

    def _written_out(self, column: Any) -> Any:
        """A column whose values are held once each, written out; refused before where one is too long."""
        if not self._arrow.types.is_dictionary(column.type):
            return column
        if self._is_text(column.type.value_type):
            lengths = self._arrow.compute.binary_length(column.dictionary)
            if (self._arrow.compute.max(lengths).as_py() or 0) > LONGEST_TEXT:
                raise refuse("parquet.text_too_long", self._name, most=LONGEST_TEXT)
        return column.dictionary_decode()

    def _is_text(self, kind: Any) -> bool:
        return bool(self._arrow.types.is_string(kind) or self._arrow.types.is_large_string(kind))

    def _check_bounds(self) -> None:
        about = self._file.metadata
        if about.num_rows > MOST_LINES or about.num_columns > MOST_COLUMNS:
            data = {
                "rows": about.num_rows,
                "most": MOST_LINES,
                "columns": about.num_columns,
                "most_columns": MOST_COLUMNS,
            }
            raise refuse("parquet.too_large", self._name, **data)
        if any(about.row_group(at).total_byte_size > MOST_OF_A_ROW_GROUP for at in range(about.num_row_groups)):
            raise refuse("parquet.row_group_too_large", self._name, most=MOST_OF_A_ROW_GROUP // MEBIBYTE)

    def _readers(self, schema: Any) -> list[ReadColumn]:
        """How each column's values become cells. Raises FiguresRefused with every column that is none of a table's."""
        found = [(field, self._reader(field.type)) for field in schema]
        problems = [
            Problem("parquet.type", {"title": field.name, "type": str(field.type)}, Place(self._name, path=field.name))
            for field, reader in found
            if reader is None
        ]
        if problems:
            raise FiguresRefused(problems)
        return [reader for _field, reader in found if reader is not None]

    def _reader(self, kind: Any) -> ReadColumn | None:
        types = self._arrow.types
        if types.is_dictionary(kind):
            return self._reader(kind.value_type)
        if self._is_text(kind):
            return _texts
        if types.is_decimal(kind):
            return _decimals
        if types.is_timestamp(kind) and kind.tz is None:
            return self._days
        is_cell = (types.is_integer, types.is_float64, types.is_boolean, types.is_date, types.is_null)
        return _as_they_are if any(test(kind) for test in is_cell) else None

    def _days(self, column: Any) -> list[Raw]:
        exact = column.cast(self._arrow.timestamp("us"), safe=False)
        return ["" if moment is None else _day(moment) for moment in exact.to_pylist()]


def _texts(column: Any) -> list[Raw]:
    return ["" if text is None else clean(text) for text in column.to_pylist()]


def _as_they_are(column: Any) -> list[Raw]:
    return ["" if value is None else value for value in column.to_pylist()]


def _decimals(column: Any) -> list[Raw]:
    return ["" if value is None else _decimal(value) for value in column.to_pylist()]


def _decimal(value: Decimal) -> str:
    """An exact decimal as it is typed: 93,1 for 93.10."""
    digits = f"{value:f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(".", ",")


def _day(moment: datetime) -> Raw:
    """A moment at midnight is a day; another one is no cell that anybody types, and is refused where it is needed."""
    is_day = moment == datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - without zone, like the column
    return date(moment.year, moment.month, moment.day) if is_day else str(moment)


class ParquetLines:
    """A Parquet file being written, first the titles, then line by line: texts, and decimals where places are given."""

    def __init__(self, path: Path, places: Sequence[int | None]) -> None:
        self._arrow = load_library(path.name)
        self._path, self._places = path, places
        self._waiting: list[list[str | Decimal | None]] = []
        self._writer: Any = None

    def write(self, cells: Sequence[str | Number | None]) -> None:
        """Append a line; the first one titles the columns."""
        if self._writer is None:
            self._schema = self._arrow.schema(
                [(str(title), self._type(places)) for title, places in zip(cells, self._places, strict=True)]
            )
            self._writer = self._arrow.parquet.ParquetWriter(self._path, self._schema)
            return
        self._waiting.append([_value(cell) for cell in cells])
        if len(self._waiting) >= LINES_OF_A_ROW_GROUP:
            self._flush()

    def close(self) -> None:
        """Complete the file."""
        if self._writer is not None:
            self._flush()
            self._writer.close()

    def _type(self, places: int | None) -> Any:
        return self._arrow.string() if places is None else self._arrow.decimal128(DIGITS, places)

    def _flush(self) -> None:
        columns = zip(*self._waiting, strict=True)
        arrays = [
            self._arrow.array(list(column), field.type) for column, field in zip(columns, self._schema, strict=True)
        ]
        if arrays:
            self._writer.write_batch(self._arrow.record_batch(arrays, schema=self._schema))
        self._waiting = []


def _value(cell: str | Number | None) -> str | Decimal | None:
    """A cell as the library takes it; an empty one is null."""
    if isinstance(cell, Number):
        return Decimal(f"{cell.digits}e-{cell.places}")  # exact, whatever the context's precision
    return cell or None
