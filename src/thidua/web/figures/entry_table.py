"""The lines of a unit's grid: every indicator by top criterion, with what was typed, read and reached."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua.apps.reporting.periods import text_of
from thidua.core.rulebook.schema import Evidence, FigureKind, Rulebook
from thidua.core.states import Stage
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_cells import read_of, rows_of
from thidua.web.figures.looking import Seen
from thidua.web.figures.matrix import groups_of
from thidua.web.figures.understood import points_of, understood
from thidua.web.secretary.frame import Looking
from thidua.words.numbers import write_number
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One indicator with what stands for the year: the texts as typed, and what was read in them.

    is_computed: reported within the year, so that nobody types the year · is_verdict: đạt or không đạt is claimed ·
    measure: the unit of measure, or within which bounds points are claimed · questions: how many are open, of any time.
    """

    code: str
    name: str
    measure: str
    typed: str
    evidence: str
    understood: str
    points: str
    is_computed: bool
    is_verdict: bool
    wants_evidence: bool
    questions: int = 0


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The lines below a top criterion."""

    code: str
    name: str
    lines: tuple[EntryLine, ...]


def groups_for(
    looking: Looking, seen: Seen, unit: str, *, questions: Mapping[str, int] | None = None
) -> Iterator[EntryGroup]:
    """The lines of one unit by top criterion; questions: how many are open, by indicator."""
    rows = rows_of(looking, unit)
    read, points = read_of(seen, unit), points_of(looking, seen, unit)
    rulebook = seen.inputs.rulebook
    bounds, wanting = _bounds(rulebook), _wanting(rulebook)
    for group in groups_of(seen_of(seen, unit), Stage.SELF):
        lines = []
        for line in group.lines:
            row, figure, indicator = rows.get(line.code), read.get(line.code), rulebook.indicator(line.code)
            one = EntryLine(
                code=line.code,
                name=line.name,
                measure=bounds.get(line.code, line.measure),
                typed=row.typed if row else text_of(figure) if figure else "",
                evidence=row.evidence if row else figure.origin.evidence if figure else "",
                understood=understood(figure) if figure else "",
                points=points.get(line.code, ""),
                is_computed=indicator.has_periods,
                is_verdict=indicator.kind is FigureKind.VERDICT,
                wants_evidence=line.code in wanting,
                questions=(questions or {}).get(line.code, 0),
            )
            lines.append(one)
        yield EntryGroup(group.code, group.name, tuple(lines))


def seen_of(seen: Seen, unit: str) -> Seen:
    """The same figures, of one unit."""
    return Seen(seen.inputs, tuple(one for one in seen.inputs.units if one.code == unit))


def _bounds(rulebook: Rulebook) -> dict[str, str]:
    """Within which points a claim lies, of criteria whose points are entered."""
    lang, found = current_language(), {}
    for node, leaf in rulebook.leaves:
        bounds = leaf.shape.bounds(node.points) if leaf.shape.entered else None
        if bounds is not None and rulebook.indicator(leaf.indicator).kind is FigureKind.POINTS:
            least, most = bounds
            written = write_number(least, lang), write_number(most, lang)
            found[leaf.indicator] = say("entry.bounds", lang, least=written[0], most=written[1])
    return found


def _wanting(rulebook: Rulebook) -> set[str]:
    return {leaf.indicator for _node, leaf in rulebook.leaves if leaf.evidence is Evidence.REQUIRED}
