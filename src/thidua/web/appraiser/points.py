"""What a figure is worth: the points of each criterion that asks for it, as claimed and as they stand now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.selectors import targets_of
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.rulebook.schema import Criterion, Secrecy
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.states import Stage, State
from thidua.web.appraiser.looking import Appraising
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_number
from thidua.words.rulebook import criterion_words, naming_of
from thidua.words.sheets import sheet_line


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """One criterion: its points as claimed and as they stand, the most that there is, its rule in words."""

    code: str
    name: str
    claimed: str
    now: str
    most: str
    rule: tuple[str, ...]
    is_provisional: bool
    arithmetic: str = ""  # of the claim; withheld where it would tell another unit's figure


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target of the unit: as given, by which document, from when on."""

    text: str
    document: str
    valid_from: date | None


def targets_of_item(seen: Appraising, item: Item) -> Iterator[TargetLine]:
    """Every version of the target that the figure is held against, the first in force first."""
    lang = current_language()
    for one in targets_of(seen.looking.season, on=seen.looking.today):
        if (one.unit, one.indicator) == (item.unit, item.indicator):
            text = "" if one.value is None else write_number(one.value, lang)
            yield TargetLine(text, one.document, one.valid_from)


def criterion_points(seen: Appraising, item: Item) -> Iterator[CriterionPoints]:
    """The criteria that hang on the figure. Nothing where the season cannot be scored yet."""
    try:
        scored = evaluation_of(seen.looking.season, on=seen.looking.today)
        before = scored.at(Stage.SELF, explained=True)
    except (RulebookRefused, FiguresRefused):
        return
    lang, naming = current_language(), naming_of(seen.rulebook, current_language())
    row = scored.evaluation.table.row(item.unit)
    for node, leaf in seen.rulebook.leaves:
        if item.indicator in leaf.indicators:
            yield CriterionPoints(
                code=node.code,
                name="" if node.secrecy is Secrecy.CODE_ONLY else node.name,
                claimed=_points(before, node.code, row),
                now=_points(scored.evaluation, node.code, row),
                most=write_number(node.points, lang),
                rule=tuple(criterion_words(node, naming)),
                is_provisional=scored.evaluation.is_provisional(node.code, row),
                arithmetic=_arithmetic(seen, before, node, row),
            )


def _arithmetic(seen: Appraising, before: Evaluation, node: Criterion, row: int) -> str:
    """The claim's points in numbers; of a rule that looks at other units only for who may read the whole sheet."""
    line = sheet_line(before, node, row, current_language())
    if line.explanation is None or (line.provisional and not seen.may(Verb.READ_SHEET, before.table.units[row].code)):
        return ""
    return f"{line.explanation.arithmetic_before} {line.explanation.arithmetic_result}".strip()


def _points(evaluation: Evaluation, code: str, row: int) -> str:
    if evaluation.state(code, row) is State.MISSING:
        return "–"
    return write_number(evaluation.points(code, row), current_language(), evaluation.rulebook.places)
