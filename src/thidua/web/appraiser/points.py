"""What a figure is worth: the points of each criterion that asks for it, as claimed and as they stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps.appraisal.items import Item
from thidua.apps.results.scoring import evaluation_of
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.rulebook.schema import Secrecy
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.states import Stage, State
from thidua.web.appraiser.looking import Appraising
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_number
from thidua.words.rulebook import criterion_words, naming_of


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


def criterion_points(seen: Appraising, item: Item) -> Iterator[CriterionPoints]:
    """The criteria that hang on the figure. Nothing where the season cannot be scored yet."""
    try:
        scored = evaluation_of(seen.looking.season, on=seen.looking.today)
        before = scored.at(Stage.SELF)
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
            )


def _points(evaluation: Evaluation, code: str, row: int) -> str:
    if evaluation.state(code, row) is State.MISSING:
        return "–"
    return write_number(evaluation.points(code, row), current_language(), evaluation.rulebook.places)
