"""The staircase of the standings: every dot as far from the first as its points say, every gap written once."""

import re

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.numbers import Number
from thidua.web.common.charts import Chart, Path
from thidua.web.common.stairs import TRACK, Mark, Outside, Stair, even_marks, stairs


def drawn(*behind: int, outside: tuple[Outside, ...] = (), is_sure: bool = True) -> Chart:
    ranked = [Stair(f"{place}. Tây Ninh", "1", Number(one, 2), f"cách {one}") for place, one in enumerate(behind)]
    marks = [Mark(Number(one), str(one)) for one in even_marks(max(behind) // 100 + 1)]
    return stairs("k", ranked, outside, marks, title="t", state="tạm tính", is_sure=is_sure)


def of(chart: Chart, look: str) -> list[Path]:
    return [path for path in chart.paths if path.look == look]


def test_every_dot_is_as_far_left_of_the_first_as_its_unit_is_behind() -> None:
    _state, first, second, last = drawn(0, 5000, 7500).dots  # the axis ends at 80
    assert [first.x - one.x for one in (first, second, last)] == [0, TRACK * 5 // 8, TRACK * 937 // 1000]
    assert first.y < second.y < last.y


def test_the_thick_piece_is_the_gap_to_the_rank_above_and_the_thin_one_the_rest() -> None:
    chart = drawn(0, 5000, 7500)
    _state, first, second, last = chart.dots
    assert [path.d for path in of(chart, "is-tread")] == [
        f"M{second.x} {second.y}H{first.x}",
        f"M{last.x} {last.y}H{second.x}",
    ]
    assert [path.d for path in of(chart, "is-stem")] == [f"M{one.x} {one.y}H{first.x}" for one in (second, last)]


def test_gaps_are_written_between_the_ranks_that_they_part() -> None:
    chart = drawn(0, 5000, 7500)
    _state, *dots = chart.dots
    written = [text for text in chart.texts if text.words.startswith("cách ")]
    assert [text.words for text in written] == ["cách 5000", "cách 7500"]
    for text, above, below in zip(written, dots, dots[1:], strict=False):
        assert above.y < text.y < below.y


def test_level_ranks_stand_straight_below_one_another() -> None:
    _state, first, second = drawn(0, 0).dots
    assert first.x == second.x


def test_who_has_no_rank_is_crossed_below_the_others_off_the_scale_with_the_reason() -> None:
    chart = drawn(0, 5000, outside=(Outside("Long An", "999", "vướng DL1"),))
    assert len(chart.dots) == 3
    assert len(of(chart, "is-cross")) == 1
    reason = next(text for text in chart.texts if text.words == "vướng DL1")
    assert reason.y > max(dot.y for dot in chart.dots)
    assert reason.y < chart.height


def test_an_order_that_is_not_sure_has_rings_and_says_so_first() -> None:
    sure, unsure = drawn(0, 100), drawn(0, 100, is_sure=False)
    assert {dot.look for dot in sure.dots} == {"dot"}
    assert {dot.look for dot in unsure.dots} == {"dot is-other"}
    assert unsure.texts[0].words == "tạm tính"
    assert unsure.told.startswith("tạm tính; ")


@given(st.integers(0, 10**6))
def test_an_axis_has_two_to_five_round_numbers_and_holds_the_largest(largest: int) -> None:
    marks = even_marks(largest)
    step = marks[1]
    assert 2 <= len(marks) <= 5
    assert marks == tuple(range(0, marks[-1] + 1, step))
    assert re.fullmatch(r"[125]0*", str(step))
    assert max(largest, 1) <= marks[-1] < max(largest, 1) + step


@given(st.lists(st.integers(0, 90_000), min_size=1, max_size=12))
def test_nothing_is_drawn_outside(behind: list[int]) -> None:
    chart = drawn(0, *sorted(behind))
    assert all(0 <= dot.x <= chart.width and 0 <= dot.y <= chart.height for dot in chart.dots)
    assert all(0 <= text.x <= chart.width and 0 <= text.y <= chart.height for text in chart.texts)
