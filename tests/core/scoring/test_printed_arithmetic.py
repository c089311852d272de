"""The printed arithmetic is itself evaluated: reading a line back and computing it gives the printed points."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import event, given

from core.arithmetic import Line, evaluate, read_line
from core.oracle import fraction, half_up
from core.scenarios import Scenario, scenario
from core.scoring.test_against_oracle import SCENES, evaluated
from thidua.core.columns import Expression, exact
from thidua.core.kinds import SHAPES, SOURCES
from thidua.core.kinds.base import Written
from thidua.core.scoring.trace import Trace, explain
from thidua.core.states import State
from thidua.words.expressions import write_expression, write_final_line
from thidua.words.language import Language


def traces(scene: Scenario) -> list[Trace]:
    """Every trace with arithmetic."""
    if evaluated(scene)[0] is None:
        return []
    evaluation = scene.evaluate(explained=True)
    found = [explain(evaluation, unit.code, code) for unit in scene.units for code in evaluation.leaves]
    return [trace for trace in found if trace.state is State.REPORTED]


def written_values(trace: Trace) -> list[tuple[Expression, Fraction]]:
    """Every value that a step of the trace shows, with what it comes to."""
    values = [value for step in trace.steps for value in step.data.values() if isinstance(value, Written)]
    return [(value.expression, Fraction(*value.ratio)) for value in values]


def assert_follows(line: Line, printed: Fraction, places: int) -> None:
    """`=` is exactly equal, `≈` rounded to its digits, `→` rounded from the number before it."""
    before = line.value
    for sign, result, decimals in line.steps:
        assert result == (before if sign == "=" else half_up(before, decimals))
        before = result
    assert before == printed
    assert half_up(line.value, places) == printed


@given(SCENES)
def test_printed_arithmetic_gives_the_printed_points(scene: Scenario) -> None:
    for trace in traces(scene):
        assert trace.expression is not None
        printed = trace.points if trace.scaled_from is None else trace.scaled_from
        for lang in Language:
            line = read_line(write_final_line(trace.expression, printed, lang), lang.value)
            assert_follows(line, fraction(printed), scene.rulebook.places)
            event("→" if any(sign == "→" for sign, *_rest in line.steps) else "=")


@given(SCENES)
def test_every_written_value_of_a_step_reads_back(scene: Scenario) -> None:
    for trace in traces(scene):
        for expression, ratio in written_values(trace):
            assert Fraction(*exact(expression)) == ratio
            for lang in Language:
                assert evaluate(write_expression(expression, lang), lang.value) == ratio


@pytest.mark.parametrize("seed", range(4))
def test_sweep_reads_back_lines_of_many_kinds(seed: int) -> None:
    """Deterministic: the kinds whose lines were read back, and lines cut by a cap, a floor or a rounding."""
    kinds: set[str] = set()
    steps: set[str] = set()
    for number in range(180):
        scene = scenario(Random(f"{seed} {number}"))
        for trace in traces(scene):
            assert trace.expression is not None
            printed = trace.points if trace.scaled_from is None else trace.scaled_from
            assert_follows(
                read_line(write_final_line(trace.expression, printed, Language.VI)),
                fraction(printed),
                scene.rulebook.places,
            )
            leaf = trace.criterion.leaf
            assert leaf is not None
            kinds |= {leaf.shape.name, leaf.source.name}
            steps |= {step.code for step in trace.steps}
    assert kinds == {*SHAPES, *SOURCES}
    assert {
        "limit.cap",
        "limit.floor",
        "limit.adjustment_cap",
        "leaf.deduction",
        "leaf.bonus",
        "source.rounded",
    } <= steps
