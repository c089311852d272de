"""What keeps points from being final: which criterion of which unit is waited for, and who else waits with it."""

from collections.abc import Iterator, Sequence

from thidua.apps.results.scoring import Scored
from thidua.core.errors import Problem, Severity
from thidua.core.scoring.evaluate import Evaluation

TOLD = 6  # what is named at once, of criteria in a sentence as of figures that cannot be read
FIGURES = ("results.waits_for_figures", "results.waits_for_figures_of_all")
STAGE = ("results.waits_for_stage", "results.waits_for_stage_of_all")


def unfinished(scored: Scored) -> Iterator[Problem]:
    """One sentence for each unit that is waited for; nothing where every point of the cluster can be final."""
    evaluation = scored.evaluation
    unread = [one for one in scored.problems if one.severity is Severity.ERROR]
    yield from unread[:TOLD]  # what was typed and cannot be read counts for nobody, and so nothing is final
    if not evaluation.closed and not unread:
        yield Problem("results.cluster_open")
    for row, unit in enumerate(evaluation.table.units):
        lacking = () if evaluation.is_complete(row) else evaluation.missing(row)
        if lacking:
            yield _waits(FIGURES, evaluation, unit.brief, lacking)
        unagreed = tuple(
            code for code in evaluation.leaves if code not in lacking and evaluation.waits_for_appraisal(code, row)
        )
        if unagreed:
            yield _waits(STAGE, evaluation, unit.brief, unagreed)


def _waits(codes: tuple[str, str], evaluation: Evaluation, unit: str, criteria: tuple[str, ...]) -> Problem:
    """Of a rule that holds units against each other, the points of all of them wait."""
    leaves = evaluation.leaves
    relative = [one for one in criteria if one in leaves and leaves[one].leaf.is_relative]
    data = {"unit": unit, "count": len(criteria), "criteria": _some(criteria)}
    alone, of_all = codes
    return Problem(of_all, {**data, "relative": _some(relative)}) if relative else Problem(alone, data)


def _some(codes: Sequence[str]) -> list[str]:
    return [*codes[:TOLD], *["…" for _more in codes[TOLD : TOLD + 1]]]
