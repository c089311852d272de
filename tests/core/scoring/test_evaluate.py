"""What a run keeps beside the printed points."""

from fractions import Fraction

from thidua.core.numbers import Counts, NumberKind
from thidua.core.rulebook import parse_rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member
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
