"""What stands on the sheet that a unit fills in: headings, one line per indicator, what is known, what is asked.

Owns which lines there are, in the rulebook's own order, and the spelling of values, which is the one that intake
reads back: Vietnamese numbers whatever the language, because that is the declared form. How it looks is `files`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cmp_to_key

from thidua.core.columns import compare
from thidua.core.numbers import Counts, Number
from thidua.core.rulebook.schema import Criterion, Evidence, FigureKind, Indicator, Leaf, Rulebook, Secrecy
from thidua.core.scoring.figures import Figure, FigureValue, Level, Nature, Origin
from thidua.core.scoring.lookup import point_bounds
from thidua.core.season import Season
from thidua.core.states import Stage, State
from thidua.words.language import Language
from thidua.words.numbers import write_date, write_number
from thidua.words.rulebook import criterion_words, naming_of
from thidua.words.rulebook_rules import Naming
from thidua.words.say import say

NOTHING = Origin()


@dataclass(frozen=True, slots=True)
class TemplateHeading:
    """A group of criteria, or a criterion whose figures stand elsewhere on the sheet. rule: its rule in words."""

    depth: int
    code: str
    text: str
    rule: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLine:
    """One indicator of the unit. title: the criterion, on the first line of its indicators.

    is_own: whether the unit fills it in; the others hold what later stages said of it with notes of their own ·
    values: what each stage has said, as intake reads it · rule: the criterion's rule in words.
    """

    indicator: Indicator
    name: str
    title: str = ""
    measure: str = ""
    target: str = ""
    values: Mapping[Stage, str] = field(default_factory=dict)
    origin: Origin = NOTHING
    is_own: bool = True
    is_evidence_required: bool = False
    bounds: tuple[Number, Number] | None = None
    rule: tuple[str, ...] = ()


Row = TemplateHeading | TemplateLine


def template_rows(season: Season, unit: str, lang: Language) -> tuple[Row, ...]:
    """The rows of a unit's sheet, in the rulebook's order; every indicator stands where it is first asked for."""
    return tuple(_Rows(season, unit, lang, naming_of(season.rulebook, lang)).all())


def write_value(value: FigureValue, kind: FigureKind, lang: Language) -> str:
    """A figure as intake reads it back: `1.234`, `8,5`, `93,1%`, `343/359`, `đạt`, `05/12/2024`, a level's word.

    Only whole counts and money have their thousands set apart: as a decimal, 1.234 would be asked about.
    """
    if isinstance(value, bool):
        return say(f"template.{'passed' if value else 'failed'}", lang)
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, Level):
        return value.word
    text = write_number(value, Language.VI)
    return text if isinstance(value, Counts) or kind in (FigureKind.COUNT, FigureKind.MONEY) else text.replace(".", "")


def write_figure(figure: Figure, kind: FigureKind, lang: Language) -> str:
    """What one stage said: a value, or the word of a state."""
    if figure.state is State.REPORTED and figure.value is not None:
        return write_value(figure.value, kind, lang)
    return say(f"template.{figure.state.word}", lang)


def write_nature(nature: Nature, lang: Language) -> str:
    """`thực`, `minh họa`."""
    return say(f"template.{nature.value}", lang)


def write_question(line: TemplateLine, lang: Language) -> str:
    """What is asked for in the cell: the form of the answer, the bounds of points, the words of levels."""
    kind = line.indicator.kind
    if kind is FigureKind.POINTS and line.bounds is not None:
        least, most = line.bounds
        return say("template.ask_points_between", lang, least=least, most=most)
    return say(f"template.ask_{kind.value}", lang, levels=list(line.indicator.levels))


@dataclass(slots=True)
class _Rows:
    """The rows of one unit, being gathered; an indicator is told once."""

    season: Season
    unit: str
    lang: Language
    naming: Naming
    told: set[str] = field(default_factory=set)

    def all(self) -> Iterator[Row]:
        book = self.season.rulebook
        for depth, node in book.walk():
            yield from self.criterion(depth, node)
        rest = [code for code in _above_the_leaves(book) if code not in self.told]
        if rest:
            yield TemplateHeading(0, "", say("template.above", self.lang))
        for code in rest:
            yield from self.lines(code, None, None, "")

    def criterion(self, depth: int, node: Criterion) -> Iterator[Row]:
        leaf, points = node.leaf, node.points.normalised()
        name = say("trace.code_only", self.lang) if node.secrecy is Secrecy.CODE_ONLY else node.name
        codes = [code for code in leaf.indicators if code not in self.told] if leaf else []
        if not codes:
            text = say("template.heading", self.lang, name=name, points=points)
            yield TemplateHeading(depth, node.code, text, criterion_words(node, self.naming))
        for index, code in enumerate(codes):
            title = say("template.criterion", self.lang, code=node.code, name=name, points=points) if not index else ""
            yield from self.lines(code, node, leaf, title)

    def lines(self, code: str, node: Criterion | None, leaf: Leaf | None, title: str) -> Iterator[TemplateLine]:
        """The unit's own line of an indicator, then what later stages said with other notes."""
        self.told.add(code)
        indicator = self.season.rulebook.indicator(code)
        is_hidden = code in self.naming.hidden
        is_itself = node is not None and code == node.code
        own, others = _share_lines(
            [one for one in self.season.figures if (one.unit, one.indicator) == (self.unit, code)]
        )
        name = "" if is_itself else self.naming.name(code) if is_hidden else indicator.name
        measure = say("measure.points", self.lang) if indicator.kind is FigureKind.POINTS else indicator.measure
        yield TemplateLine(
            indicator=indicator,
            name=name,
            title=title,
            measure="" if is_hidden else measure,
            target=self.target(code),
            values=self.values(own, indicator.kind),
            origin=_origin(own),
            is_evidence_required=leaf is not None and leaf.indicator == code and leaf.evidence is Evidence.REQUIRED,
            bounds=self.bounds(code),
            rule=criterion_words(node, self.naming) if node is not None and title else (),
        )
        for figures in others:
            yield TemplateLine(
                indicator=indicator,
                name=say("template.later_stages", self.lang),
                values=self.values(figures, indicator.kind),
                origin=_origin(figures),
                is_own=False,
            )

    def values(self, figures: Sequence[Figure], kind: FigureKind) -> dict[Stage, str]:
        return {figure.stage: write_figure(figure, kind, self.lang) for figure in figures}

    def target(self, code: str) -> str:
        """The target in force; expressly none is told apart from none known."""
        given = self.season.table().in_force(self.unit, code)
        if given is None:
            return ""
        if given.value is None:
            return say("template.no_target" if given.is_assigned else "template.not_assigned", self.lang)
        return write_number(given.value, Language.VI)

    def bounds(self, code: str) -> tuple[Number, Number] | None:
        """Between which entered points lie: the narrowest of what the criteria that take them allow."""
        found = point_bounds(self.season.rulebook).get(code)
        if not found:
            return None
        least = max((one[1] for one in found), key=cmp_to_key(_by_size))
        return least, min((one[2] for one in found), key=cmp_to_key(_by_size))


def _by_size(left: Number, right: Number) -> int:
    return compare(left.ratio, right.ratio)


def _above_the_leaves(rulebook: Rulebook) -> Iterator[str]:
    """Indicators of knock-outs and of bonuses on the total."""
    yield from (item.when.indicator for item in rulebook.knock_outs)
    yield from (code for bonus in rulebook.total.bonuses for code in bonus.indicators)


def _share_lines(figures: Sequence[Figure]) -> tuple[list[Figure], list[list[Figure]]]:
    """The figures of the unit's own line, and those of further lines.

    A line has one source, one evidence and one appraiser for all its stages, so stages whose notes differ stand on
    lines of their own; what the unit may change never belongs to a later stage alone.
    """
    own = [one for one in figures if one.stage is Stage.SELF]
    lines: list[list[Figure]] = [own]
    for figure in sorted(figures, key=lambda one: one.stage.rank):
        if figure.stage is Stage.SELF:
            continue
        fitting = next((line for line in lines if line and _fits(figure, line)), None)
        if fitting is None:
            lines.append([figure])
        else:
            fitting.append(figure)
    return own, lines[1:]


def _fits(figure: Figure, line: Sequence[Figure]) -> bool:
    one, first, later = figure.origin, line[0].origin, [each for each in line if each.stage is not Stage.SELF]
    if (one.source, one.nature, one.evidence) != (first.source, first.nature, first.evidence):
        return False
    decided = {(each.origin.appraiser, each.origin.decided_on, each.origin.reason) for each in later}
    return decided <= {(one.appraiser, one.decided_on, one.reason)}


def _origin(figures: Sequence[Figure]) -> Origin:
    """The notes of a line: those of its latest stage, whose appraiser answers for it."""
    return figures[-1].origin if figures else NOTHING
