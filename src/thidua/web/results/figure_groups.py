"""The figures of a rulebook that can be held against a limit, by the group of criteria that first asks for each."""

from collections.abc import Iterator

from thidua.core.rulebook.schema import Criterion, Indicator, Rulebook
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.standings import criterion_title


def figures_by_group(rulebook: Rulebook, lang: Language) -> list[tuple[str, list[Indicator]]]:
    """Groups in the rulebook's order, each with the figures that none before it has; those of no criterion last."""
    left = {one.code: one for one in rulebook.indicators if one.kind.number_kind is not None}
    found = []
    for group in _groups(rulebook):
        asked = dict.fromkeys(
            code for _depth, node in group.walk() if node.leaf is not None for code in node.leaf.indicators
        )
        figures = [left.pop(code) for code in asked if code in left]
        if figures:
            found.append((criterion_title(group, lang), figures))
    return [*found, (say("stated.other_figures", lang), list(left.values()))] if left else found


def _groups(rulebook: Rulebook) -> Iterator[Criterion]:
    """The second level, where figures are few enough to be seen at once; the first where it has no groups."""
    for top in rulebook.criteria:
        parts = top.group.parts if top.group is not None else ()
        yield from (part for part in parts if part.group is not None)
        yield top
