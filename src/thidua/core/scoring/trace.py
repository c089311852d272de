"""Why a point is what it is: clause, inputs with their cells, target, arithmetic, limits, and on whom it hangs.

A trace is data taken from the run that computed the points; `thidua.words` turns it into sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

from thidua.core.columns import Expression, simplified
from thidua.core.kinds.base import Step, UnitsNamed
from thidua.core.numbers import Number
from thidua.core.rulebook.adjustments import Adjustment
from thidua.core.rulebook.schema import Criterion, Indicator, Missing, NotAssigned
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Figure, Member, Target
from thidua.core.states import State


@dataclass(frozen=True, slots=True)
class TraceInput:
    """One indicator that the points hang on: what each stage said, which one counts, and the target in force."""

    indicator: Indicator
    said: tuple[Figure, ...]
    chosen: Figure | None
    target: Target | None


@dataclass(frozen=True, slots=True)
class Trace:
    """The explanation of one criterion for one unit.

    parts: for each step the bonus or deduction that it belongs to, None for the base rule and the criterion's limits.
    expression and exact: the arithmetic that was rounded once to `points`; None where the state gives the points.
    units: names for the rows that steps speak of.
    """

    unit: Member
    criterion: Criterion
    state: State
    points: Number
    maximum: Number
    inputs: tuple[TraceInput, ...]
    steps: tuple[Step, ...]
    parts: tuple[Adjustment | None, ...]
    expression: Expression | None
    exact: tuple[int, int] | None
    not_assigned: NotAssigned
    missing: Missing
    scaled_from: Number | None
    depends_on: tuple[Member, ...]
    waits_for_appraisal: bool
    provisional: bool
    units: tuple[Member, ...]


def explain(evaluation: Evaluation, unit: str, code: str) -> Trace:
    """The trace of a leaf for a unit. The table must have been made with `explained=True`.

    Raises KeyError for an unknown unit or leaf, Fault when the run kept no notes.
    """
    row, leaf = evaluation.table.row(unit), evaluation.leaves[code]
    state = evaluation.state(code, row)
    reported = state is State.REPORTED
    parts = leaf.leaf.adjustments
    noted = [(note.step(row), note.part) for note in leaf.notes] if reported else []
    steps = tuple(step for step, _part in noted if step)
    points = evaluation.points(code, row)
    unscaled = Number(leaf.exact.rounded(evaluation.rulebook.places).num.at(row), evaluation.rulebook.places)
    return Trace(
        unit=evaluation.table.units[row],
        criterion=leaf.criterion,
        state=state,
        points=points,
        maximum=evaluation.maximum(code, row),
        inputs=tuple(_input(evaluation, unit, indicator) for indicator in leaf.leaf.indicators),
        steps=steps,
        parts=tuple(None if part is None else parts[part] for step, part in noted if step),
        expression=simplified(leaf.exact.written(row)) if reported else None,
        exact=leaf.exact.at(row) if reported else None,
        not_assigned=evaluation.rulebook.mode_of(leaf.leaf, state),
        missing=evaluation.rulebook.missing,
        scaled_from=unscaled if reported and unscaled != points else None,
        depends_on=_named(steps, row, evaluation.table.units),
        waits_for_appraisal=evaluation.waits_for_appraisal(code, row),
        provisional=evaluation.is_provisional(code, row),
        units=evaluation.table.units,
    )


def _input(evaluation: Evaluation, unit: str, indicator: str) -> TraceInput:
    table = evaluation.table
    return TraceInput(
        indicator=evaluation.rulebook.indicator(indicator),
        said=tuple(table.said(unit, indicator)),
        chosen=table.chosen(unit, indicator),
        target=table.in_force(unit, indicator),
    )


def _named(steps: tuple[Step, ...], row: int, units: tuple[Member, ...]) -> tuple[Member, ...]:
    """The other units whose figures the points hang on, in the cluster's order."""
    rows = {
        other for step in steps for value in step.data.values() if isinstance(value, UnitsNamed) for other in value.rows
    }
    return tuple(units[other] for other in sorted(rows - {row}))
