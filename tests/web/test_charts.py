"""Charts: axes from zero, lengths that are their shares, nothing outside the drawing."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.numbers import Number
from thidua.web.common.charts import TRACK, Line, Row, bars, ranks, share_of, shortened


def drawn(*shares: int, ring: int | None = None) -> list[tuple[int, int]]:
    rows = [Row("Tây Ninh", "1", share, ring=ring) for share in shares]
    chart = bars("k", rows, title="t", told="d", marks=["0", "50", "100"])
    return [(box.x, box.width) for box in chart.boxes if box.look != "fill-none"]


def test_a_bar_begins_at_zero_and_is_as_long_as_its_share() -> None:
    (start, none), (same, half), (_, whole) = drawn(0, 500, 1000)
    assert start == same
    assert (none, half, whole) == (0, TRACK // 2, TRACK)


@given(st.integers(-500, 3000), st.integers(0, 2000))
def test_a_share_stays_on_the_scale(part: int, whole: int) -> None:
    share = share_of(Number(part, 1), Number(whole, 1))
    assert share == (0 if whole == 0 else max(0, min(1000, part * 1000 // whole)))


def test_a_unit_without_a_rank_in_one_year_leaves_a_gap_and_the_first_stands_on_top() -> None:
    lines = [Line("A", (1, 2), 0), Line("B", (2, 1), 1), Line("C", (None, 3), 2)]
    chart = ranks("k", ("2023", "2024"), lines, title="t", told="d")
    assert len([path for path in chart.paths if path.look.startswith("is-trail")]) == 2
    ends = {text.words: text.y for text in chart.texts if text.words in "ABC"}
    assert ends["B"] < ends["A"] < ends["C"]
    assert all(0 <= dot.x <= chart.width and 0 <= dot.y <= chart.height for dot in chart.dots)


def test_a_unit_that_bore_another_name_has_it_at_its_first_place() -> None:
    lines = [Line("Tây Ninh", (2, 1), 0), Line("", (1, 1), 0, begun="Long An")]
    chart = ranks("k", ("2024", "2025"), lines, title="t", told="d")
    first = min(chart.dots, key=lambda dot: (dot.x, dot.y))
    (name,) = [text for text in chart.texts if text.words == "Long An"]
    assert (name.x > first.x, name.y < first.y) == (True, True)


def test_a_long_label_is_cut_and_says_so() -> None:
    assert shortened("x" * 48) == "x" * 48
    assert shortened("x" * 60) == "x" * 47 + "…"
