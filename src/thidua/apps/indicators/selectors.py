"""Reads of the library, and how a season's indicators differ from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.apps.indicators.models import LibraryIndicator
from thidua.core.rulebook.schema import Indicator
from thidua.words.vietnamese import folded, sort_key


@dataclass(frozen=True, slots=True)
class Difference:
    """What a season says of one indicator otherwise than the library: `field` is the name of the column."""

    field: str
    season: object
    library: object


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of a season beside the library's of the same code, None where there is none."""

    indicator: Indicator
    entry: LibraryIndicator | None
    differences: tuple[Difference, ...]


def versions_of(code: str) -> list[LibraryIndicator]:
    """Every version of an indicator, the latest first."""
    return list(LibraryIndicator.objects.filter(code=code).order_by("-version"))


def library_on(day: date, *, text: str = "", with_retired: bool = False) -> list[LibraryIndicator]:
    """For each code the version that holds on a day, in Vietnamese order of names; `text` is looked for without marks.

    One that has not begun yet stands as it will begin.
    """
    found: dict[str, LibraryIndicator] = {}
    for row in LibraryIndicator.objects.order_by("code", "version"):
        if row.code not in found or row.valid_from <= day:
            found[row.code] = row
    wanted = folded(text.strip())
    rows = [row for row in found.values() if wanted in row.search_key and (with_retired or not row.is_retired)]
    return sorted(rows, key=lambda row: sort_key(row.name))


def compared(indicators: Iterable[Indicator], *, on: date) -> Iterator[Compared]:
    """Each indicator of a rulebook beside the library's. One query."""
    entries = {row.code: row for row in library_on(on, with_retired=True)}
    for one in indicators:
        entry = entries.get(one.code)
        yield Compared(one, entry, tuple(_differences(one, entry)) if entry is not None else ())


def _differences(one: Indicator, entry: LibraryIndicator) -> Iterator[Difference]:
    pairs = {
        "name": (one.name, entry.name),
        "kind": (one.kind, type(one.kind)(entry.kind)),
        "measure": (one.measure, entry.measure),
        "direction": (one.direction, type(one.direction)(entry.direction)),
        "definition": (one.definition, entry.definition),
        "aggregation": (str(one.aggregation or ""), entry.aggregation),
    }
    for field, (season, library) in pairs.items():
        # what one side leaves open is no contradiction
        if season and library and season != library:
            yield Difference(field, season, library)
