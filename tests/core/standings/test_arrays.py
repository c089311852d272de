"""Ranks of many clusters at once are the ranks that `rank` gives each cluster by itself."""

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from thidua.core.columns import Integers, places_by_keys
from thidua.core.numbers import Number
from thidua.core.rulebook.above import RankMethod
from thidua.core.standings import Entrant, Key, Method, rank
from thidua.core.standings.arrays import twice_rank

LARGE = 10**25
POINTS = st.sampled_from([0, 1, 2, -1, 2**62, 2**63, LARGE, LARGE + 1])
UNITS = st.lists(
    st.tuples(st.integers(0, 2), POINTS, st.lists(POINTS, min_size=2, max_size=2), st.booleans()),
    min_size=1,
    max_size=14,
)


@pytest.mark.parametrize("method", list(RankMethod))
@given(UNITS)
def test_ranks_of_all_clusters_equal_those_of_each(
    method: RankMethod, units: list[tuple[int, int, list[int], bool]]
) -> None:
    groups, totals, keys, among = (np.asarray(each) for each in zip(*units, strict=True))
    columns = [Integers.of([int(one) for one in each]) for each in (totals, keys[:, 0], keys[:, 1])]
    places = places_by_keys([columns[0], columns[1], -columns[2]], groups.astype(np.intp), among)
    found = twice_rank(places, method)
    for group in range(3):
        rows = [row for row in range(len(units)) if groups[row] == group and among[row]]
        entrants = [Entrant(str(row), Number(totals[row]), tuple(Number(one) for one in keys[row])) for row in rows]
        ranking = rank(entrants, [Key("a"), Key("b", more_is_better=False)], Method(method.value))
        event(f"shared: {any(one.shared for one in ranking.rows)}")
        assert {int(one.unit): one.rank for one in ranking.rows} == {
            row: Number(5 * int(found[row]), 1) for row in rows
        }
        assert {int(one.unit): one.shared for one in ranking.rows} == {row: bool(places.tied[row] > 1) for row in rows}
    assert [int(found[row]) for row in range(len(units)) if not among[row]] == [0] * int((~among).sum())
