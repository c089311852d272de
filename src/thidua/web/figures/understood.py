"""What was read in a cell, and what it is worth for now: shown at once beside what was typed."""

from thidua.apps.results.scoring import evaluation_of
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.numbers import Counts, round_to
from thidua.core.scoring.figures import Figure
from thidua.core.states import Stage, State
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.looking import Seen
from thidua.web.figures.matrix import written_value
from thidua.web.secretary.frame import Looking
from thidua.words.numbers import write_number
from thidua.words.say import say

PERCENT_PLACES = 2


def understood(figure: Figure) -> str:
    """The value as it was read: `2.662/1.438 → 185,12%`, `93,1%`, đạt; or the state that a word stands for."""
    lang = current_language()
    if figure.value is None:
        state = "figures_page.not_assigned" if figure.state is State.NOT_ASSIGNED else "figures_page.not_applicable"
        return say(state, lang)
    written = written_value(figure.value)
    if isinstance(figure.value, Counts) and figure.value.denominator:
        share = round_to((100 * figure.value.numerator, figure.value.denominator), PERCENT_PLACES)
        return f"{written} → {write_number(share, lang)}%"
    return written


def points_of(looking: Looking, seen: Seen, unit: str) -> dict[str, str]:
    """By indicator, the points of the first criterion that asks for it, as claimed: provisional until the cluster
    agrees. Nothing where the season cannot be scored.
    """
    try:
        evaluation = evaluation_of(looking.season, on=looking.today).at(Stage.SELF)
    except (RulebookRefused, FiguresRefused):
        return {}
    row, found = evaluation.table.row(unit), dict[str, str]()
    for node, leaf in seen.inputs.rulebook.leaves:
        if leaf.indicator not in found and evaluation.state(node.code, row) is not State.MISSING:
            points = write_number(evaluation.points(node.code, row), current_language(), evaluation.rulebook.places)
            most = write_number(node.points, current_language())
            found[leaf.indicator] = f"{points}/{most}"
    return found
