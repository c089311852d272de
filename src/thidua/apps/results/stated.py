"""Reads of what a season states about its cluster: the wordings that hold, and what a text of an officer means."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps.results.models import StatementRow
from thidua.apps.seasons.models import Season
from thidua.core.errors import NumberRefused, Place, Problem
from thidua.core.numbers import Number, NumberKind, Rate
from thidua.core.plain import Amount
from thidua.core.reading import read_number
from thidua.core.statements import Against, Comparator, StatementRule


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement as an officer types it; the threshold is a text like 75% or 12."""

    indicators: tuple[str, ...]
    comparator: Comparator
    wording: str
    against: Against = Against.THRESHOLD
    threshold: str = ""
    source: str = ""


def statement_rows(season: Season) -> list[StatementRow]:
    """The latest version of each statement that is still made, in the order in which they were begun. One query."""
    latest: dict[int, StatementRow] = {}
    for row in StatementRow.objects.filter(season=season).order_by("number", "version"):
        latest[row.number] = row
    return [row for row in latest.values() if not row.is_dropped]


def statement_row(season: Season, number: int) -> StatementRow | None:
    """One statement as it stands, None where it was never made or is dropped."""
    row = StatementRow.objects.filter(season=season, number=number).order_by("-version").first()
    return None if row is None or row.is_dropped else row


def wording_of(row: StatementRow) -> Wording:
    """A row as it was typed."""
    return Wording(
        indicators=tuple(row.indicators.split("\n")),
        comparator=Comparator(row.comparator),
        wording=row.wording,
        against=Against(row.against),
        threshold=row.threshold,
        source=row.source,
    )


def rule_of(row: StatementRow) -> StatementRule:
    """A row as the core's value; it was read before it was written."""
    return meant_by(wording_of(row), code=str(row.number))


def meant_by(given: Wording, *, code: str) -> StatementRule:
    """A wording as the core's value. Raises NumberRefused for a threshold that is none."""
    return StatementRule(
        code=code,
        indicators=given.indicators,
        comparator=given.comparator,
        wording=given.wording,
        against=given.against,
        threshold=threshold_of(given.threshold),
        source=given.source,
    )


def threshold_of(text: str) -> Amount | None:
    """What a threshold means, None for nothing typed. Raises NumberRefused."""
    if not text:
        return None
    value = read_number(text, NumberKind.PERCENT if "%" in text else NumberKind.DECIMAL)
    return value if isinstance(value, Number | Rate) else None


def wrong_threshold(against: Against, threshold: str) -> Iterator[Problem]:
    """A threshold is a number where one is asked for, and nothing where every unit has its target."""
    place = Place(path="threshold")
    if against is Against.TARGET:
        if threshold:
            yield Problem("figures.threshold_and_target", place=place)
        return
    if not threshold:
        yield Problem("forms.fill_in", place=place)
        return
    try:
        threshold_of(threshold)
    except NumberRefused as refused:
        yield from (Problem(one.code, one.data, place, one.severity) for one in refused.problems)
