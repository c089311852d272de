"""Who is ranked, who is not and why, and when an order may still change."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import event, given

from core.oracle import Oracle, fraction, half_up, ranks
from core.scenarios import Scenario
from core.scoring.test_against_oracle import SCENES, evaluated
from thidua.core.numbers import Number
from thidua.core.rulebook import Rulebook, parse_rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member
from thidua.core.standings import ClusterStandings, standings
from thidua.core.states import Stage, State

RAW: dict[str, object] = {
    "rulebook": "r",
    "title": "t",
    "version": "1",
    "valid": {"from": "2024-01-01"},
    "knock_outs": [{"code": "DL", "name": "điểm liệt", "when": {"indicator": "liet", "passed": "không"}}],
    "indicators": [{"code": "liet", "name": "liệt", "kind": "verdict"}],
    "criteria": [{"code": "I", "name": "I", "points": "10", "rule": "entry"}],
}
UNITS = tuple(Member(code, code) for code in ("A", "B", "C"))


def book(**changes: object) -> Rulebook:
    return parse_rulebook({**RAW, **changes})


def figures(stage: Stage = Stage.AGREED, **points: int | None) -> list[Figure]:
    """Points of criterion I by unit; None where nothing was reported. Nobody is knocked out."""
    said = [
        Figure(unit=unit, indicator="I", stage=stage, value=Number(n)) for unit, n in points.items() if n is not None
    ]
    return said + [Figure(unit=unit, indicator="liet", stage=stage, value=True) for unit in points]


def evaluation(rulebook: Rulebook, said: list[Figure], *, closed: bool = True) -> Evaluation:
    return evaluate(rulebook, FigureTable(UNITS, tuple(said), (), Stage.AGREED), closed=closed)


def only(rulebook: Rulebook, said: list[Figure], *, closed: bool = True) -> ClusterStandings:
    (cluster,) = standings(evaluation(rulebook, said, closed=closed))
    return cluster


@given(SCENES)
def test_ranks_compare_printed_totals_and_the_chain(scene: Scenario) -> None:
    """Against the oracle's totals and a naive count, cluster by cluster."""
    evaluation, _refused = evaluated(scene)
    if evaluation is None:
        event("refused")
        return
    oracle = Oracle(scene.rulebook, scene.table(), {one.unit: fraction(one.points) for one in scene.adjustments})
    sheets = oracle.score()
    first = scene.rulebook.tie_breaks[0].criterion
    for cluster in standings(evaluation):
        ranked = [row.unit for row in cluster.ranked]
        places = evaluation.rulebook.places
        keys = [
            (
                sheets[unit].total,
                fraction(evaluation.points(first, evaluation.table.row(unit))),
                -half_up(sum((cell.deducted for cell in sheets[unit].cells.values()), Fraction(0)), places),
            )
            for unit in ranked
        ]
        assert [fraction(row.rank) for row in cluster.ranked] == ranks(keys, scene.rulebook.rank.value)
        event("ties" if len(set(keys)) < len(keys) else "no ties")
        blocks = scene.rulebook.missing.value == "blocks" or not evaluation.closed
        asked = {item.when.indicator for item in scene.rulebook.knock_outs}
        table = scene.table()
        out = {
            unit.code
            for unit in scene.units
            if unit.cluster == cluster.cluster
            and (
                sheets[unit.code].knocked_out
                or (blocks and any(cell.state is State.MISSING for cell in sheets[unit.code].cells.values()))
                or any(table.figure(one).states[table.row(unit.code)] == State.MISSING for one in asked)
            )
        }
        assert {row.unit for row in cluster.unranked} == out
        assert set(ranked).isdisjoint(out)


def test_incomplete_sheet_is_not_ranked_and_says_what_is_missing() -> None:
    found = only(book(), figures(A=8, B=None, C=9))
    assert [row.unit for row in found.ranked] == ["C", "A"]
    assert [(row.unit, row.missing, row.knock_outs) for row in found.unranked] == [("B", ("I",), ())]


def test_missing_counts_as_zero_where_the_rulebook_says_so() -> None:
    found = only(book(missing="zero"), figures(A=8, B=None, C=9))
    assert [(row.unit, row.total) for row in found.ranked] == [("C", Number(9)), ("A", Number(8)), ("B", Number(0))]
    assert found.unranked == ()


def test_knocked_out_unit_is_not_ranked_and_keeps_its_points() -> None:
    said = [
        replace(one, value=False) if (one.unit, one.indicator) == ("C", "liet") else one
        for one in figures(A=8, B=7, C=9)
    ]
    found = only(book(), said)
    assert [row.unit for row in found.ranked] == ["A", "B"]
    assert [(row.unit, row.total, [one.code for one in row.knock_outs]) for row in found.unranked] == [
        ("C", Number(9), ["DL"])
    ]


def test_order_is_provisional_until_the_cluster_closes() -> None:
    said = figures(A=8, B=7, C=9)
    assert only(book(), said, closed=False).provisional is True
    assert only(book(), said, closed=True).provisional is False


def test_order_is_provisional_while_a_figure_waits_for_appraisal() -> None:
    said = figures(A=8, B=7, C=9)
    early = [replace(one, stage=Stage.SELF) if one.unit == "B" else one for one in said]
    found = evaluation(book(), early)
    assert only(book(), early).provisional is True
    assert [found.waits_for_appraisal("I", row) for row in range(3)] == [False, True, False]
    assert [found.is_provisional("I", row) for row in range(3)] == [False, True, False]


def test_relative_points_are_provisional_until_the_close() -> None:
    rulebook = book(
        criteria=[{"code": "I", "name": "I", "points": "10", "indicator": "x", "rule": "relative_to_best"}],
        indicators=[*RAW["indicators"], {"code": "x", "name": "x", "kind": "count"}],
    )  # type: ignore[misc]
    said = [Figure(unit=unit.code, indicator="x", stage=Stage.AGREED, value=Number(3)) for unit in UNITS]
    assert evaluation(rulebook, said, closed=False).is_provisional("I", 0) is True
    assert evaluation(rulebook, said, closed=True).is_provisional("I", 0) is False


def test_average_for_what_was_not_assigned_is_provisional_until_the_close() -> None:
    """The rulebook's own default counts as much as the criterion's word."""
    said = [one for one in figures(A=8, B=7, C=9) if (one.unit, one.indicator) != ("C", "I")]
    said.append(Figure(unit="C", indicator="I", stage=Stage.AGREED, value=None, state=State.NOT_ASSIGNED))
    found = evaluation(book(not_assigned="average"), said, closed=False)
    assert [found.is_provisional("I", row) for row in range(3)] == [False, False, True]
    assert found.points("I", 2) == Number(75, 1)


def test_clusters_are_ranked_apart() -> None:
    units = (Member("A", "A", "1"), Member("B", "B", "2"), Member("C", "C", "1"))
    found = standings(
        evaluate(book(), FigureTable(units, tuple(figures(A=8, B=7, C=9)), (), Stage.AGREED), closed=True)
    )
    assert [(one.cluster, [(row.unit, row.rank) for row in one.ranked]) for one in found] == [
        ("1", [("C", Number(1)), ("A", Number(2))]),
        ("2", [("B", Number(1))]),
    ]


def test_a_knock_out_that_nobody_answered_clears_nobody() -> None:
    """Silence about a knock-out leaves the sheet incomplete, even where missing points count as zero at the close."""
    said = [one for one in figures(A=5, B=9, C=7) if (one.unit, one.indicator) != ("B", "liet")]
    found = only(book(missing="zero"), said)
    assert [row.unit for row in found.ranked] == ["C", "A"]
    assert [(row.unit, row.missing) for row in found.unranked] == [("B", ("DL",))]


def test_missing_points_count_as_zero_only_at_the_close() -> None:
    said = figures(A=5, B=None, C=7)
    assert [row.unit for row in only(book(missing="zero"), said).ranked] == ["C", "A", "B"]
    assert [row.unit for row in only(book(missing="zero"), said, closed=False).unranked] == ["B"]
