"""What a run keeps beside the printed points, and what it refuses before it runs."""

from fractions import Fraction

import pytest

from thidua.core.errors import FiguresRefused
from thidua.core.numbers import Counts, Number, NumberKind
from thidua.core.rulebook import parse_rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.scoring.trace import Trace, explain
from thidua.core.states import Stage


def evaluation(*, explained: bool) -> Evaluation:
    """One unit with 1/3 of everything, under a rulebook of ten points."""
    criterion = {"code": "I", "name": "I", "points": "10", "indicator": "a"}
    rulebook = parse_rulebook(
        {
            "rulebook": "r",
            "title": "r",
            "version": "1",
            "valid": {"from": "2024-01-01"},
            "indicators": [{"code": "a", "name": "a", "kind": "share"}],
            "criteria": [{**criterion, "rule": {"kind": "proportional", "of": "whole"}}],
        }
    )
    figure = Figure(unit="u", indicator="a", stage=Stage.SELF, value=Counts(1, 3, NumberKind.SHARE))
    table = FigureTable(units=(Member("u", "u"),), figures=(figure,), targets=(), stage=Stage.SELF, explained=explained)
    return evaluate(rulebook, table)


def test_what_points_were_before_rounding_is_kept_with_and_without_explanations() -> None:
    for explained in (True, False):
        leaf = evaluation(explained=explained).leaves["I"]
        assert (Fraction(*leaf.exact.at(0)), Fraction(*leaf.points.at(0))) == (Fraction(10, 3), Fraction(333, 100))


def test_only_an_explained_run_keeps_its_steps() -> None:
    assert [bool(evaluation(explained=explained).leaves["I"].notes) for explained in (True, False)] == [True, False]


def capped_bonus(events: int, *, allowed: bool) -> Trace:
    """Seven points and a bonus of one an event, two at most, only where it is allowed."""
    bonus = {
        "name": "thưởng",
        "indicator": "b",
        "cap": "2",
        "when": {"indicator": "c", "passed": "có"},
        "rule": {"kind": "per_event", "each": "1"},
    }
    rulebook = parse_rulebook(
        {
            "rulebook": "r",
            "title": "r",
            "version": "1",
            "valid": {"from": "2024-01-01"},
            "indicators": [
                {"code": "b", "name": "b", "kind": "count"},
                {"code": "c", "name": "c", "kind": "verdict"},
            ],
            "criteria": [{"code": "I", "name": "I", "points": "10", "rule": "entry", "bonuses": [bonus]}],
        }
    )
    values = {"I": Number(7), "b": Number(events), "c": allowed}
    figures = tuple(Figure(unit="u", indicator=one, stage=Stage.SELF, value=value) for one, value in values.items())
    table = FigureTable(units=(Member("u", "u"),), figures=figures, targets=(), stage=Stage.SELF, explained=True)
    return explain(evaluate(rulebook, table), "u", "I")


def test_what_is_noted_of_an_adjustment_belongs_to_it() -> None:
    trace = capped_bonus(5, allowed=True)
    told = {step.code: None if part is None else part.name for step, part in zip(trace.steps, trace.parts, strict=True)}
    assert told["limit.adjustment_cap"] == "thưởng"
    assert told["leaf.base"] is None


def test_nothing_is_noted_of_an_adjustment_that_does_not_apply() -> None:
    trace = capped_bonus(5, allowed=False)
    assert [step.code for step in trace.steps if "adjustment" in step.code or "bonus" in step.code] == []
    assert trace.points == Number(700, 2)


def adjusted(most: str | None, *adjustments: AuthorityAdjustment) -> list[str]:
    """The codes of what is unfit in adjustments of one unit, under a rulebook that foresees `most` points of them."""
    rulebook = parse_rulebook(
        {
            "rulebook": "r",
            "title": "r",
            "version": "1",
            "valid": {"from": "2024-01-01"},
            "total": {} if most is None else {"authority_adjustment": most},
            "criteria": [{"code": "I", "name": "I", "points": "10", "rule": "entry"}],
        }
    )
    table = FigureTable(units=(Member("u", "u"),), figures=(), targets=(), stage=Stage.SELF)
    try:
        evaluate(rulebook, table, adjustments=adjustments)
    except FiguresRefused as refused:
        return [problem.code for problem in refused.problems]
    return []


def adjustment(
    points: Number, *, unit: str = "u", reason: str = "lý do", document: str = "15/QĐ"
) -> AuthorityAdjustment:
    return AuthorityAdjustment(unit=unit, points=points, reason=reason, document=document)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (Number(5), []),
        (Number(-5), []),
        (Number(500, 2), []),
        (Number(501, 2), ["scoring.adjustment_too_large"]),
        (Number(-501, 2), ["scoring.adjustment_too_large"]),
        (Number(6), ["scoring.adjustment_too_large"]),
    ],
)
def test_an_adjustment_stays_within_what_the_rulebook_foresees(points: Number, expected: list[str]) -> None:
    assert adjusted("5,0", adjustment(points)) == expected


def test_every_unfit_adjustment_is_told_at_once() -> None:
    unfit = (
        adjustment(Number(1), unit="x"),
        adjustment(Number(9)),
        adjustment(Number(1), reason=""),
        adjustment(Number(1), document=""),
    )
    assert adjusted("5", *unfit) == [
        "figures.unknown_unit",
        "scoring.adjustment_too_large",
        "scoring.adjustment_without_document",
        "scoring.adjustment_without_document",
    ]
    assert adjusted(None, adjustment(Number(9))) == ["scoring.adjustment_not_foreseen"]
