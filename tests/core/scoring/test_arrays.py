"""Scores over plain arrays are those of the season's own path, block by block, refusals included."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from core.scenarios import Scenario, scenario
from thidua.core.errors import Fault, FiguresRefused
from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.arrays import ArrayTable, Cells
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import FigureTable
from thidua.core.scoring.total import AuthorityAdjustment, authority_column
from thidua.core.standings import standings
from thidua.core.standings.arrays import SheetColumns, score_arrays, score_blocks
from thidua.core.states import State
from thidua.files.season import load_season

EXAMPLE = Path(__file__).parents[3] / "examples" / "cluster10-2024"
SCENES = st.randoms(use_true_random=False).map(scenario)


def arrays_of(table: FigureTable, rulebook: Rulebook, adjustments: tuple[AuthorityAdjustment, ...] = ()) -> ArrayTable:
    """The figures of a season as plain arrays; the rows of a cluster must stand together."""
    codes = [one.code for one in rulebook.indicators]
    figures = {code: cells_of(table.figure(code), table.rows) for code in codes}
    targets = {code: cells_of(table.target(code), table.rows) for code in codes}
    authority = None
    if adjustments:
        column = authority_column(table, adjustments)
        authority = Cells(numerator=column.num.spread(table.rows).values, denominator=column.den.low)
    return ArrayTable(table.groups, figures, targets, table.calendar, authority)


def cells_of(drawn: object, rows: int) -> Cells:
    column = drawn.column  # type: ignore[attr-defined]
    den = column.den.low if column.den.is_one_number else column.den.values
    states, counted = drawn.states, drawn.counted  # type: ignore[attr-defined]
    return Cells(numerator=column.num.spread(rows).values, denominator=den, states=states, counted=counted)


def evaluated(scene: Scenario) -> tuple[Evaluation | None, ArrayTable]:
    """The scenario scored as a season (None: refused), and its arrays."""
    units = tuple(sorted(scene.units, key=lambda unit: unit.cluster))
    table = scene.table(units)
    arrays = arrays_of(table, scene.rulebook, scene.adjustments)
    try:
        return scene.evaluate(units), arrays
    except FiguresRefused:
        return None, arrays


def assert_same(evaluation: Evaluation, sheets: SheetColumns) -> None:
    """Every printed number, every rank."""
    ranked = {one.unit: one for cluster in standings(evaluation) for one in cluster.ranked}
    for row, unit in enumerate(evaluation.table.units):
        for code, points in sheets.points.items():
            assert Number(int(points[row]), sheets.places) == evaluation.points(code, row)
        assert Number(int(sheets.total[row]), sheets.places) == evaluation.total_points(row)
        assert Number(int(sheets.maximum[row]), sheets.places) == evaluation.amount(evaluation.total.maximum, row)
        assert bool(sheets.complete[row]) == evaluation.is_complete(row)
        assert bool(sheets.knocked_out[row]) == bool(evaluation.knock_outs(row))
        rank, shared = (ranked[unit.code].rank, ranked[unit.code].shared) if unit.code in ranked else (Number(0), False)
        assert Number(5 * int(sheets.twice_rank[row]), 1) == rank
        assert bool(sheets.shared[row]) == shared


@given(SCENES, st.integers(1, 9))
def test_arrays_give_the_numbers_of_the_season(scene: Scenario, rows_of_a_block: int) -> None:
    evaluation, arrays = evaluated(scene)
    sheets = score_arrays(scene.rulebook, arrays, rows_of_a_block=rows_of_a_block)
    event("refused" if evaluation is None else f"clusters: {arrays.groups[-1] + 1}")
    assert bool(sheets.refusals) == (evaluation is None)
    if evaluation is not None:
        assert_same(evaluation, sheets)


@given(SCENES)
def test_refusals_name_the_same_cells_whatever_the_blocks(scene: Scenario) -> None:
    _evaluation, arrays = evaluated(scene)
    in_blocks = score_arrays(scene.rulebook, arrays, rows_of_a_block=1)
    at_once = score_arrays(scene.rulebook, arrays, rows_of_a_block=99)

    def cells(sheets: SheetColumns) -> set[tuple[str, str, int]]:
        return {(one.criterion.code, one.code, int(row)) for one in sheets.refusals for row in np.flatnonzero(one.mask)}

    assert cells(in_blocks) == cells(at_once)


def test_sweep_reaches_scored_and_refused_seasons_of_several_clusters() -> None:
    scored = clusters = refused = 0
    for seed in range(120):
        evaluation, arrays = evaluated(scenario(Random(seed)))
        scored += evaluation is not None
        refused += evaluation is None
        clusters += evaluation is not None and arrays.groups[-1] > 0
    assert min(scored, refused, clusters) > 10


def test_the_example_as_arrays_gives_its_standings() -> None:
    season = load_season(EXAMPLE)
    evaluation = season.evaluate()
    arrays = arrays_of(season.table(), season.rulebook, season.adjustments)
    assert_same(evaluation, score_arrays(season.rulebook, arrays))


def test_blocks_hold_whole_groups() -> None:
    table = ArrayTable(np.asarray([0, 0, 0, 1, 1, 2, 3, 3, 3, 3]), {})
    assert [(one.start, one.stop) for one in table.blocks(5)] == [(0, 5), (5, 10)]
    assert [(one.start, one.stop) for one in table.blocks(2)] == [(0, 3), (3, 5), (5, 6), (6, 10)]
    assert [(one.start, one.stop) for one in table.blocks(100)] == [(0, 10)]
    assert list(ArrayTable(np.asarray([], dtype=np.intp), {}).blocks()) == []


@pytest.mark.parametrize("groups", [[1, 1], [0, 2], [0, 1, 0]])
def test_scattered_groups_are_a_fault(groups: list[int]) -> None:
    with pytest.raises(Fault):
        ArrayTable(np.asarray(groups), {})


def test_arrays_of_another_length_are_a_fault() -> None:
    with pytest.raises(Fault):
        ArrayTable(np.asarray([0, 0]), {"a": Cells(numerator=np.asarray([1]))})


def test_a_fraction_over_zero_is_not_reported() -> None:
    cells = Cells(numerator=np.asarray([3, 1]), denominator=np.asarray([4, 0]))
    drawn = cells.drawn(State.MISSING)
    assert drawn.states.tolist() == [State.REPORTED, State.MISSING]
    assert (cells.value(0), cells.value(1)) == (Number(75, 2), None)


def test_blocks_come_one_by_one() -> None:
    season = load_season(EXAMPLE)
    blocks = score_blocks(season.rulebook, arrays_of(season.table(), season.rulebook), rows_of_a_block=1)
    rows, sheets = next(blocks)
    assert (rows, len(sheets.total)) == (slice(0, 5), 5)
    assert list(blocks) == []
