"""A result as a document: every typed input, every point, subtotal, rank and tie step, and the digests of it all.

A result is plain data in canonical spelling, so that it can be stored for years and compared line by line. Replaying
is `replay`; storing is `thidua.files`.
"""

from __future__ import annotations

from dataclasses import dataclass

from thidua.core.canonical import Plain, digest, plain_digest, to_plain, write_value
from thidua.core.columns import Column
from thidua.core.numbers import Number, Value
from thidua.core.rulebook import Rulebook, rulebook_digest
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Figure, FigureValue, Level, Target
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.standings import ClusterStandings, Ranked, TieStep, Unranked

FORMAT = "thidua-result-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonName:
    """What a result is about."""

    code: str
    title: str
    cluster: str
    year: int


def result_document(
    evaluation: Evaluation, standings: tuple[ClusterStandings, ...], season: SeasonName, *, engine: str
) -> dict[str, Plain]:
    """The whole result. `digest` covers everything else in it."""
    table = evaluation.table
    inputs: list[Plain] = [_figure(one) for one in table.figures]
    targets: list[Plain] = [_target(one) for one in table.targets]
    adjustments: list[Plain] = [_adjustment(one) for one in evaluation.adjustments]
    body: dict[str, Plain] = {
        "format": FORMAT,
        "engine": engine,
        "season": to_plain(season),
        "stage": table.stage.value,
        "as_of": to_plain(table.as_of),
        "closed": evaluation.closed,
        "rulebook": _rulebook(evaluation.rulebook),
        "inputs": inputs,
        "targets": targets,
        "adjustments": adjustments,
        "inputs_digest": inputs_digest(evaluation),
        "units": [_unit(evaluation, row) for row in range(table.rows)],
        "standings": [_standings(one) for one in standings],
    }
    return {**body, "digest": plain_digest(body)}


def _rulebook(rulebook: Rulebook) -> dict[str, Plain]:
    return {"code": rulebook.code, "version": rulebook.version, "digest": rulebook_digest(rulebook)}


def inputs_digest(evaluation: Evaluation) -> str:
    """SHA-256 over what was given: figures, targets and adjustments without their cells, so that moving a row in a
    workbook or saving it again changes nothing.
    """
    table = evaluation.table
    figures = sorted(
        [one.unit, one.indicator, one.stage.value, _said(one.value, one.state.word)] for one in table.figures
    )
    targets = sorted([one.unit, one.indicator, _day(one), _given(one)] for one in table.targets)
    given = sorted([one.unit, one.points.canonical(), one.document] for one in evaluation.adjustments)
    return digest([figures, targets, given])


def write_figure(value: FigureValue) -> str:
    """A typed input in its one spelling."""
    if isinstance(value, bool):
        return "pass" if value else "fail"
    if isinstance(value, Value):
        return write_value(value)
    return value.word if isinstance(value, Level) else value.isoformat()


def _said(value: FigureValue | None, otherwise: str) -> str:
    return otherwise if value is None else write_figure(value)


def _given(target: Target) -> str:
    return _said(target.value, "none" if target.is_assigned else "not_assigned")


def _day(target: Target) -> str:
    return "" if target.valid_from is None else target.valid_from.isoformat()


def _figure(figure: Figure) -> dict[str, Plain]:
    return {
        "unit": figure.unit,
        "indicator": figure.indicator,
        "stage": figure.stage.value,
        "state": figure.state.word,
        "value": _said(figure.value, ""),
        "nature": figure.origin.nature.value,
        "cell": _cell(figure),
        **_made_of(figure),
    }


def _made_of(figure: Figure) -> dict[str, Plain]:
    """The periods that a figure of the year was made from, for those that were reported within the year."""
    if figure.made_of is None:
        return {}
    parts: dict[str, Plain] = {one.period: _said(one.value, one.state.word) for one in figure.made_of.parts}
    return {"periods": parts, "aggregation": figure.made_of.way.value, "lacking": list(figure.made_of.lacking)}


def _target(target: Target) -> dict[str, Plain]:
    return {
        "unit": target.unit,
        "indicator": target.indicator,
        "value": _given(target),
        "valid_from": _day(target),
        "document": target.document,
        "cell": _cell(target),
    }


def _cell(given: Figure | Target) -> str:
    place = given.origin.place
    return " › ".join(part for part in (place.file, place.sheet, place.cell, place.path) if part)


def _adjustment(adjustment: AuthorityAdjustment) -> dict[str, Plain]:
    return {
        "unit": adjustment.unit,
        "points": adjustment.points.canonical(),
        "reason": adjustment.reason,
        "document": adjustment.document,
        "decided_on": to_plain(adjustment.decided_on),
    }


def _unit(evaluation: Evaluation, row: int) -> dict[str, Plain]:
    return {
        "unit": evaluation.table.units[row].code,
        "name": evaluation.table.units[row].name,
        "criteria": [_criterion(evaluation, node.code, row) for _depth, node in evaluation.rulebook.walk()],
        "total": _total(evaluation, row),
        "complete": evaluation.is_complete(row),
        "knock_outs": [item.code for item in evaluation.knock_outs(row)],
    }


def _criterion(evaluation: Evaluation, code: str, row: int) -> dict[str, Plain]:
    line: dict[str, Plain] = {
        "criterion": code,
        "points": _printed(evaluation.points(code, row)),
        "maximum": _printed(evaluation.maximum(code, row)),
    }
    if code in evaluation.leaves:
        line["state"] = evaluation.state(code, row).word
        line["waits_for_appraisal"] = evaluation.waits_for_appraisal(code, row)
    else:
        line["sum"] = _amount(evaluation, evaluation.groups[code].sum, row)
    return line


def _total(evaluation: Evaluation, row: int) -> dict[str, Plain]:
    total = evaluation.total
    lines: dict[str, Plain] = {
        "sum": _amount(evaluation, total.sum, row),
        "limited": _amount(evaluation, total.limited, row),
        "adjusted": _amount(evaluation, total.adjusted, row),
        "maximum": _amount(evaluation, total.maximum, row),
        "points": _printed(evaluation.total_points(row)),
    }
    if total.rescaled is not None:
        lines["rescaled"] = _amount(evaluation, total.rescaled, row)
    return lines


def _amount(evaluation: Evaluation, column: Column, row: int) -> str:
    return _printed(evaluation.amount(column, row))


def _printed(number: Number) -> str:
    """Points with all their decimals, as they are printed: 16.49, 8.00."""
    sign, digits = "-" if number.digits < 0 else "", str(abs(number.digits)).rjust(number.places + 1, "0")
    return sign + (f"{digits[: -number.places]}.{digits[-number.places :]}" if number.places else digits)


def _standings(one: ClusterStandings) -> dict[str, Plain]:
    return {
        "cluster": one.cluster,
        "provisional": one.provisional,
        "ranked": [_ranked(row) for row in one.ranked],
        "unranked": [_unranked(row) for row in one.unranked],
        "tie_steps": [_tie_step(step) for step in one.steps],
    }


def _ranked(row: Ranked) -> dict[str, Plain]:
    return {"unit": row.unit, "total": _printed(row.total), "rank": row.rank.canonical(), "shared": row.shared}


def _unranked(row: Unranked) -> dict[str, Plain]:
    return {
        "unit": row.unit,
        "total": _printed(row.total),
        "knock_outs": [item.code for item in row.knock_outs],
        "missing": list(row.missing),
    }


def _tie_step(step: TieStep) -> dict[str, Plain]:
    return {
        "key": step.key.code,
        "criterion": step.key.criterion,
        "units": list(step.units),
        "values": [_printed(value) for value in step.values],
        "parted": step.parted,
    }
