"""The lines of a unit's grid: every indicator by top criterion, with what was typed, read and reached."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.selectors import latest_figures
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.states import Stage
from thidua.web.figures.looking import Seen
from thidua.web.figures.matrix import Group, groups_of
from thidua.web.figures.understood import points_of, understood
from thidua.web.secretary.frame import Looking


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One indicator with what stands in its cells: the version, the texts as typed, and what was read in them."""

    code: str
    name: str
    measure: str
    version: int
    typed: str
    evidence: str
    understood: str
    points: str
    look: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The lines below a top criterion."""

    code: str
    name: str
    lines: tuple[EntryLine, ...]


def groups_for(looking: Looking, seen: Seen, unit: str) -> Iterator[EntryGroup]:
    """The lines of one unit by top criterion."""
    own = seen_of(seen, unit)
    rows = own_rows(looking, unit)
    figures, points = own_figures(seen, unit), points_of(looking, seen, unit)
    for group in groups_of(own, Stage.SELF):
        yield EntryGroup(group.code, group.name, tuple(_lines(group, rows, figures, points)))


def own_rows(looking: Looking, unit: str) -> dict[str, Figure]:
    """The unit's own figures by indicator, taken back or not."""
    every = latest_figures(looking.season, with_taken_back=True)
    return {code: row for (of, code, stage), row in every.items() if of == unit and stage is Stage.SELF}


def own_figures(seen: Seen, unit: str) -> dict[str, CoreFigure]:
    """What was read in the unit's own figures, by indicator."""
    return {one.indicator: one for one in seen.inputs.figures if one.unit == unit and one.stage is Stage.SELF}


def seen_of(seen: Seen, unit: str) -> Seen:
    """The same figures, of one unit."""
    return Seen(seen.inputs, tuple(one for one in seen.inputs.units if one.code == unit))


def _lines(
    group: Group, rows: Mapping[str, Figure], figures: Mapping[str, CoreFigure], points: Mapping[str, str]
) -> Iterator[EntryLine]:
    for line in group.lines:
        row, figure = rows.get(line.code), figures.get(line.code)
        typed = row.typed if row else ""
        yield EntryLine(
            code=line.code,
            name=line.name,
            measure=line.measure,
            version=row.version if row else 0,
            typed=typed,
            evidence=row.evidence if row else "",
            understood=understood(figure) if figure else "",
            points=points.get(line.code, ""),
            look="" if typed else "is-missing",
        )
