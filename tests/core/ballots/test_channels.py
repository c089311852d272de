"""Separate counts and published figures: the worked table of the docs, and the refusals against a naive reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poll_cases import codes_refused, names, votes, worked_table
from thidua.core.ballots.channels import ChannelCount, ChannelRule, PublishedFigure, add_channels, check_published
from thidua.core.errors import BallotRefused

A, B = names("A, B")
RULE = ChannelRule()


def channel(name: str, text: str) -> ChannelCount:
    """`8: A 5, B 3`."""
    ballots, approve = text.split(": ")
    return ChannelCount(name, int(ballots), votes(approve))


def figure(name: str, ballots: str) -> PublishedFigure:
    """One letter for each ballot."""
    return PublishedFigure(name, frozenset(ballots))


@pytest.mark.parametrize("row", worked_table("channels"))
def test_channels_equal_the_worked_table(row: dict[str, str]) -> None:
    both = [channel("điện tử", row["electronic"]), channel("giấy", row["paper"])]
    if row["result"].startswith("polls."):
        assert codes_refused(lambda: add_channels(both, rule=RULE, total="cả hai")) == [row["result"]]
    else:
        assert add_channels(both, rule=RULE, total="cả hai") == channel("cả hai", row["result"])


COUNTS = st.integers(0, 8).flatmap(
    lambda ballots: st.builds(lambda a, b: (ballots, {A: a, B: b}), st.integers(0, ballots), st.integers(0, ballots))
)


@given(COUNTS, COUNTS, st.integers(2, 6))
def test_channels_are_added_exactly_when_the_rule_lets_them(
    one: tuple[int, dict[str, int]], other: tuple[int, dict[str, int]], minimum: int
) -> None:
    both = [
        ChannelCount("e", one[0], {A: one[1][A], B: one[1][B]}),
        ChannelCount("p", other[0], {A: other[1][A], B: other[1][B]}),
    ]
    allowed = all(
        each.ballots >= minimum and all(0 < count < each.ballots for count in each.approve.values()) for each in both
    )
    try:
        total = add_channels(both, rule=ChannelRule(minimum), total="t")
    except BallotRefused:
        assert not allowed
    else:
        assert allowed
        assert total == ChannelCount("t", one[0] + other[0], {A: one[1][A] + other[1][A], B: one[1][B] + other[1][B]})


def test_refusal_lists_everything_and_keeps_the_sums_back() -> None:
    both = [channel("điện tử", "8: A 8, B 0"), channel("giấy", "2: A 1, B 1")]
    with pytest.raises(BallotRefused) as refusal:
        add_channels(both, rule=RULE, total="cả hai")
    assert [(problem.code, dict(problem.data)) for problem in refusal.value.problems] == [
        ("polls.channel.unanimous", {"channel": "điện tử", "candidate": A}),
        ("polls.channel.unanimous", {"channel": "điện tử", "candidate": B}),
        ("polls.channel.too_few", {"channel": "giấy", "ballots": 2, "minimum": 5}),
    ]


def test_default_rule_asks_for_five() -> None:
    assert ChannelRule().min_channel == 5


@pytest.mark.parametrize("minimum", [1, 0, -1])
def test_rule_refuses_a_channel_of_one(minimum: int) -> None:
    assert codes_refused(lambda: ChannelRule(minimum)) == ["polls.channel.rule"]
    assert ChannelRule(2).min_channel == 2


def test_one_channel_is_nothing_to_add() -> None:
    assert codes_refused(lambda: add_channels([channel("e", "8: A 5, B 3")], rule=RULE, total="t")) == [
        "polls.channel.single"
    ]
    assert codes_refused(lambda: add_channels([], rule=RULE, total="t")) == ["polls.channel.single"]


def test_a_channel_counted_twice_is_refused() -> None:
    twice = [channel("e", "8: A 5, B 3"), channel("e", "8: A 5, B 3")]
    assert codes_refused(lambda: add_channels(twice, rule=RULE, total="t")) == ["polls.channel.twice"]


@pytest.mark.parametrize("approve", ["8: A 5", "8: A 5, B 3, C 2", "8: A 5, C 3"])
def test_channels_with_other_candidates_are_refused(approve: str) -> None:
    both = [channel("e", "8: A 5, B 3"), channel("p", approve)]
    assert codes_refused(lambda: add_channels(both, rule=RULE, total="t")) == ["polls.channel.candidates"]


@pytest.mark.parametrize("approve", ["8: A 9, B 3", "8: A -1, B 3"])
def test_channels_with_impossible_sums_are_refused(approve: str) -> None:
    both = [channel("e", "8: A 5, B 3"), channel("p", approve)]
    assert codes_refused(lambda: add_channels(both, rule=RULE, total="t")) == ["polls.channel.approve_out_of_range"]


def test_figures_about_the_same_ballots_stand_together() -> None:
    check_published([figure("đơn vị A", "abcde"), figure("đơn vị B", "abcde")], min_voters=5)


def test_a_figure_about_too_few_is_refused() -> None:
    small = [figure("tổng", "abcdefghij"), figure("giấy", "abcd"), figure("trống", "")]
    assert codes_refused(lambda: check_published(small, min_voters=5)) == [
        "polls.published.too_few",
        "polls.published.too_few",
        "polls.published.difference",
    ]


def test_the_difference_of_two_figures_about_too_few_is_refused() -> None:
    before, after = figure("lúc 10 giờ", "abcdefgh"), figure("lúc 11 giờ", "abcdefghij")
    assert codes_refused(lambda: check_published([before, after], min_voters=3)) == ["polls.published.difference"]
    check_published([before, after], min_voters=2)


def test_a_replaced_ballot_counts_on_both_sides_of_a_difference() -> None:
    before, after = figure("trước", "abcdefgh"), figure("sau", "abcdefgx")
    assert codes_refused(lambda: check_published([before, after], min_voters=3)) == ["polls.published.difference"]
    check_published([before, after], min_voters=2)


SETS = st.frozensets(st.sampled_from("abcdefgh"))


@given(st.lists(SETS, max_size=5), st.integers(1, 6))
def test_figures_pass_exactly_when_no_figure_and_no_difference_is_too_small(
    sets: list[frozenset[str]], minimum: int
) -> None:
    figures = [PublishedFigure(str(position), ballots) for position, ballots in enumerate(sets)]
    sizes = [len(ballots) for ballots in sets]
    sizes += [len((one | other) - (one & other)) for one in sets for other in sets if one != other]
    if min(sizes, default=minimum) >= minimum:
        check_published(figures, min_voters=minimum)
    else:
        refused = set(codes_refused(lambda: check_published(figures, min_voters=minimum)))
        assert refused <= {"polls.published.too_few", "polls.published.difference"}
