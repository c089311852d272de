"""What a rulebook says figures must agree with, in words."""

from collections.abc import Iterable, Iterator

from thidua.core.rulebook.figure_checks import FigureCheck
from thidua.words.rulebook_rules import Naming


def check_words(checks: Iterable[FigureCheck], naming: Naming) -> Iterator[str]:
    """One sentence for each thing that is stated."""
    for one in checks:
        data = {"name": naming.name(one.indicator), "weight": one.weight}
        if one.is_empty:
            yield naming.say("describe.check_nothing", **data)
        if one.least is not None:
            yield naming.say("describe.check_least", limit=one.least, **data)
        if one.most is not None:
            yield naming.say("describe.check_most", limit=one.most, **data)
        if one.part_of:
            yield naming.say("describe.check_part", whole=naming.name(one.part_of), **data)
        if one.sum_of:
            yield naming.say("describe.check_sum", parts=naming.names(one.sum_of), **data)
        if one.jump is not None:
            yield naming.say("describe.check_jump", jump=one.jump, **data)
