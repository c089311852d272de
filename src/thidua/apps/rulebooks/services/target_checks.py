"""What is asked of targets at the door, beside what the intake says: units that end within the year, and days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from thidua.apps.rulebooks.services.taking import too_long
from thidua.apps.seasons.documents import LONGEST
from thidua.apps.seasons.models import Season
from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.reading import read_date
from thidua.core.scoring.cells import SeasonUnit, TargetRow
from thidua.core.scoring.figures import Target as CoreTarget


def due_days(rows: Iterable[TargetRow]) -> tuple[dict[Place, date], list[Problem]]:
    """By the place of its line, the day by which a target is to be reached, where one is given."""
    days: dict[Place, date] = {}
    problems: list[Problem] = []
    for row in rows:
        cell = row.note("due_on")
        if cell.is_empty:
            continue
        try:
            days[row.place] = cell.day or read_date(cell.text)
        except NumberRefused as refused:
            problems += [Problem(one.code, one.data, cell.place, one.severity) for one in refused.problems]
    return days, problems


def of_days(
    season: Season, units: Sequence[SeasonUnit], targets: Iterable[CoreTarget], due: Mapping[Place, date]
) -> Iterator[Problem]:
    """Targets whose day lies outside the season or the life of their unit.

    A unit that ends within the season is asked about: until which day is the target meant?
    """
    lives = {unit.code: unit for unit in units}
    for target in targets:
        place, unit, day = target.origin.place, lives[target.unit], due.get(target.origin.place)
        if day is not None and not season.data_from <= day <= season.data_to:
            data = {"day": day, "first": season.data_from, "last": season.data_to}
            yield Problem("rulebooks.target_due_outside", data, place)
        if target.valid_from is not None and target.valid_from > season.data_to:
            yield Problem("rulebooks.target_from_outside", {"day": target.valid_from, "last": season.data_to}, place)
        end = unit.valid.end if unit.valid is not None else None
        last = end - timedelta(days=1) if end is not None else None
        if last is None or last >= season.data_to or target.value is None:
            continue
        told = {"unit": unit.name, "indicator": target.indicator, "last": last}
        if last < season.data_from or (target.valid_from is not None and target.valid_from > last):
            yield Problem("rulebooks.target_after_end", {**told, "day": target.valid_from or season.data_from}, place)
        elif day is None:
            yield Problem("rulebooks.target_unit_ends", told, place, Severity.QUESTION)
        elif day > last:
            yield Problem("rulebooks.target_after_end", {**told, "day": day}, place)


def of_noting(acknowledge_by: date | None, *, today: date) -> Iterator[Problem]:
    """Until when the unit should take note: not a day that is over."""
    if acknowledge_by is not None and acknowledge_by < today:
        yield Problem("rulebooks.acknowledge_past", {"day": acknowledge_by}, Place(path="acknowledge_by"))


def of_texts(rows: Iterable[TargetRow]) -> Iterator[Problem]:
    """Texts that no column of ours holds."""
    rows = list(rows)
    yield from too_long(cell for row in rows for cell in (row.note("source"), row.target, *row.milestones.values()))
    yield from too_long((row.note("document") for row in rows), longest=LONGEST)
