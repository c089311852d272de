"""Null is not zero: what a unit has not reported is nowhere a zero, in its own cells as in what others get."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from score_cases import example
from thidua.core.numbers import Counts
from thidua.core.rulebook.schema import Criterion
from thidua.core.season import Season
from thidua.core.standings import standings
from thidua.core.standings.profile import places_in, profile, state_in
from thidua.core.states import State
from thidua.words.language import Language
from thidua.words.standings import standings_rows

REPORTED = sorted({(one.unit, one.indicator) for one in example().figures})
GROUPS = [node for _depth, node in example().rulebook.walk() if node.group is not None]


def silent(unit: str, *indicators: str) -> Season:
    """The season where a unit has said nothing of some indicators."""
    kept = tuple(one for one in example().figures if one.unit != unit or one.indicator not in indicators)
    return replace(example(), figures=kept)


def gone(unit: str) -> Season:
    """The season without a unit."""
    season = example()
    return replace(
        season,
        units=tuple(one for one in season.units if one.code != unit),
        figures=tuple(one for one in season.figures if one.unit != unit),
        targets=tuple(one for one in season.targets if one.unit != unit),
        adjustments=tuple(one for one in season.adjustments if one.unit != unit),
        order_of_speaking=tuple(one for one in season.order_of_speaking if one != unit),
    )


def under(group: Criterion) -> list[Criterion]:
    return [node for _depth, node in group.walk() if node.leaf is not None]


@settings(max_examples=30)
@given(st.sampled_from(REPORTED))
def test_null_is_not_zero_for_the_others(cell: tuple[str, str]) -> None:
    """Best, leader, mean and place are taken among those who have reported: a unit that says nothing is not there."""
    unit, indicator = cell
    missing, without = silent(unit, indicator).evaluate(), gone(unit).evaluate()
    asking = [node.code for node, leaf in missing.rulebook.leaves if indicator in leaf.indicators]
    for code in asking:
        for row, other in enumerate(without.table.units):
            assert missing.points(code, missing.table.row(other.code)) == without.points(code, row)


@settings(max_examples=30)
@given(st.sampled_from(REPORTED))
def test_null_is_not_zero_in_rank_best_and_middle(cell: tuple[str, str]) -> None:
    unit, indicator = cell
    scored = silent(unit, indicator).evaluate()
    row = scored.table.row(unit)
    lacking = set(scored.missing(row))
    assert unit in {one.unit for one in standings(scored)[0].unranked} or not lacking
    for (_depth, node), line in zip(scored.rulebook.walk(), profile(scored, unit), strict=True):
        codes = {leaf.code for leaf in under(node)} if node.group is not None else {node.code}
        if codes & lacking:
            assert line.place is None
            assert unit not in places_in(scored, node.code)
            assert unit not in line.best_of


@settings(max_examples=30)
@given(st.sampled_from(GROUPS), st.sampled_from([one.code for one in example().units]))
def test_null_is_not_zero_of_a_group_of_which_nothing_is_known(group: Criterion, unit: str) -> None:
    asked = {code for node in under(group) for code in (node.leaf.indicators if node.leaf else ())}
    scored = silent(unit, *asked).evaluate()
    row = scored.table.row(unit)
    states = {scored.state(node.code, row) for node in under(group)}
    if states <= {State.MISSING, State.NOT_ASSIGNED} and State.MISSING in states:
        assert state_in(scored, group, row) is State.MISSING
    assert unit not in places_in(scored, group.code) or State.MISSING not in states


def test_null_is_not_zero_in_the_line_of_a_unit_that_has_said_nothing() -> None:
    scored = silent("long-an", *{one.indicator for one in example().figures}).evaluate()
    rows = {row.unit: row for row in standings_rows(scored, standings(scored)[0], Language.VI)}
    assert set(rows["long-an"].written(Language.VI, 2)) == {"thiếu"}
    assert "thiếu" not in rows["tay-ninh"].written(Language.VI, 2)


def test_a_zero_that_was_reported_is_a_number() -> None:
    """The other way round: who has reported nothing is silent, who has reported zero is the last."""
    season = example()
    said = next(one for one in season.figures if isinstance(one.value, Counts) and one.indicator == "dien-hinh")
    none_of_them = replace(said, value=replace(said.value, numerator=0))
    scored = replace(season, figures=(*silent(said.unit, said.indicator).figures, none_of_them)).evaluate()
    assert state_in(scored, leaf_of(said.indicator), scored.table.row(said.unit)) is State.REPORTED
    assert said.unit in places_in(scored, leaf_of(said.indicator).code)


def leaf_of(indicator: str) -> Criterion:
    return next(node for node, leaf in example().rulebook.leaves if indicator in leaf.indicators)
