"""Classes of the year: thresholds, minimum shares, quotas and their rounding, and ties across a quota's edge."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from math import ceil, floor

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from thidua.core.numbers import Number, Rate, RoundingMode
from thidua.core.rulebook.above import ClassRule, Counted, Edge, Quota, ShareOf
from thidua.core.standings.classes import (
    Candidate,
    Classification,
    Classified,
    Passed,
    QuotaStep,
    Share,
    Why,
    classify,
)

NAMES = ("xuất sắc", "tốt", "hoàn thành")
EXCELLENT, GOOD = ClassRule(name="xuất sắc", least=Number(90)), ClassRule(name="tốt", least=Number(80))


def unit(name: str, total: int, place: int = 1, **more: object) -> Candidate:
    return Candidate(unit=name, total=Number(total), place=Number(place), **more)  # type: ignore[arg-type]


def limited(**quota: object) -> ClassRule:
    return ClassRule(name="xuất sắc", least=Number(90), quota=Quota(**quota))  # type: ignore[arg-type]


def names(found: Classification) -> dict[str, str]:
    return {one.unit: one.name for one in found.units}


@pytest.mark.parametrize(("points", "name"), [(91, "xuất sắc"), (90, "xuất sắc"), (89, "tốt"), (80, "tốt"), (79, "")])
def test_threshold_itself_is_enough(points: int, name: str) -> None:
    assert names(classify([unit("A", points)], [EXCELLENT, GOOD])) == {"A": name}


def test_better_classes_that_were_missed_are_kept_with_their_reasons() -> None:
    share = Share("I.1", Number(8), Number(10))
    strict = ClassRule(name="xuất sắc", least=Number(90), min_share=Rate(Number(85)))
    low = unit("A", 93, leaf_shares=(Share("I.2", Number(0), Number(0)), share))
    found = classify([low, unit("B", 70), unit("C", 95, best_allowed="tốt")], [strict, GOOD])
    assert found.units == (
        Classified("A", "tốt", (Passed("xuất sắc", Why.MIN_SHARE, "I.1"),)),
        Classified("B", "", (Passed("xuất sắc", Why.POINTS), Passed("tốt", Why.POINTS))),
        Classified("C", "tốt", (Passed("xuất sắc", Why.KNOCK_OUT),)),
    )


@pytest.mark.parametrize(("points", "name"), [(849, "tốt"), (850, "xuất sắc"), (851, "xuất sắc")])
def test_minimum_share_itself_is_enough(points: int, name: str) -> None:
    rule = ClassRule(name="xuất sắc", least=Number(90), min_share=Rate(Number(85)))
    share = Share("I", Number(points, 2), Number(10))
    assert names(classify([unit("A", 93, leaf_shares=(share,))], [rule, GOOD])) == {"A": name}


def test_minimum_share_of_top_groups_looks_past_the_leaves() -> None:
    low, fine = Share("I.1", Number(0), Number(10)), Share("I", Number(9), Number(10))
    for of, name in ((ShareOf.LEAVES, "tốt"), (ShareOf.TOP, "xuất sắc")):
        rule = ClassRule(name="xuất sắc", least=Number(90), min_share=Rate(Number(85)), min_share_of=of)
        one = unit("A", 93, leaf_shares=(low,), top_shares=(fine,))
        assert names(classify([one], [rule, GOOD])) == {"A": name}


@pytest.mark.parametrize(
    ("most", "rounding", "at_least", "limit"),
    [
        (Rate(Number(20)), RoundingMode.DOWN, 0, 2),
        (Rate(Number(20)), RoundingMode.HALF_UP, 0, 2),
        (Rate(Number(20)), RoundingMode.UP, 0, 3),
        (Rate(Number(125, 1)), RoundingMode.HALF_UP, 0, 2),  # 1,5
        (Rate(Number(5)), RoundingMode.DOWN, 0, 0),
        (Rate(Number(5)), RoundingMode.DOWN, 1, 1),
        (Rate(Number(50)), RoundingMode.UP, 1, 6),
        (Number(4), RoundingMode.DOWN, 0, 4),
        (Number(4), RoundingMode.UP, 5, 5),
    ],
)
def test_quota_of_twelve_is_rounded_as_written(
    most: Number | Rate, rounding: RoundingMode, at_least: int, limit: int
) -> None:
    units = [unit(f"U{index:02}", 100 - index, index + 1) for index in range(12)]
    found = classify(units, [limited(most=most, rounding=rounding, at_least=at_least), GOOD])
    assert found.quotas == (QuotaStep("xuất sắc", 12, limit, 11, limit),)
    assert [one.name for one in found.units] == ["xuất sắc"] * limit + ["tốt"] * (12 - limit)


def test_quota_is_a_share_of_those_that_reach_a_class() -> None:
    people = [unit(f"U{index:02}", 100 - index, index + 1) for index in range(47)]
    first = ClassRule(
        name="Loại 1", least=Number(90), quota=Quota(most=Rate(Number(15)), of_class="Loại 2")
    )  # 37 of 47 reach Loại 2; 15 % of 37 is 5,55
    rules = [
        first,
        ClassRule(name="Loại 2", least=Number(64)),
        ClassRule(name="Loại 3", least=Number(0)),
    ]
    found = classify(people, rules)
    assert found.quotas == (QuotaStep("Loại 1", 37, 5, 11, 5),)
    assert [one.name for one in found.units] == ["Loại 1"] * 5 + ["Loại 2"] * 32 + ["Loại 3"] * 10


@pytest.mark.parametrize(
    ("edge", "kept", "why"),
    [
        (Edge.EXCLUDE_ALL, {"A"}, {"B": Why.EDGE, "C": Why.EDGE, "D": Why.QUOTA}),
        (Edge.INCLUDE_ALL, {"A", "B", "C"}, {"D": Why.QUOTA}),
        (Edge.TIE_BREAK, {"A", "C"}, {"B": Why.QUOTA, "D": Why.QUOTA}),
    ],
)
def test_tie_across_the_edge_is_settled_by_the_rule(edge: Edge, kept: set[str], why: dict[str, Why]) -> None:
    units = [unit("A", 97, 1), unit("B", 95, 3), unit("C", 95, 2), unit("D", 91, 4)]
    found = classify(units, [limited(most=Number(2), edge=edge), GOOD])
    assert {one.unit for one in found.units if one.name == "xuất sắc"} == kept
    assert {one.unit: one.missed[0].why for one in found.units if one.missed} == why


def test_tie_that_the_chain_does_not_part_is_left_out_whole() -> None:
    units = [unit("A", 97, 1), unit("B", 95, 2), unit("C", 95, 2)]
    found = classify(units, [limited(most=Number(2), edge=Edge.TIE_BREAK), GOOD])
    assert [(one.name, [each.why for each in one.missed]) for one in found.units] == [
        ("xuất sắc", []),
        ("tốt", [Why.EDGE]),
        ("tốt", [Why.EDGE]),
    ]


def test_a_quota_of_a_class_may_count_better_classes_and_be_the_base_of_theirs() -> None:
    """47 people; Loại 2 with all above it 80 %: 37,6 → 37; Loại 1 is 15 % of those 37: 5,55 → 5; 10 are left."""
    people = [unit(f"U{index:02}", 100 - index, index + 1) for index in range(47)]
    wide = Quota(most=Rate(Number(80)), counted=Counted.WITH_BETTER)
    rules = [
        ClassRule(name="Loại 1", least=Number(0), quota=Quota(most=Rate(Number(15)), of_class="Loại 2")),
        ClassRule(name="Loại 2", least=Number(0), quota=wide),
        ClassRule(name="Loại 3", least=Number(0)),
    ]
    found = classify(people, rules)
    assert found.quotas == (QuotaStep("Loại 1", 37, 5, 37, 5), QuotaStep("Loại 2", 47, 37, 47, 37))
    assert [one.name for one in found.units] == ["Loại 1"] * 5 + ["Loại 2"] * 32 + ["Loại 3"] * 10
    missed = {one.unit: [(each.name, each.why) for each in one.missed] for one in found.units}
    assert missed["U04"] == []
    assert missed["U05"] == [("Loại 1", Why.QUOTA)]
    assert missed["U37"] == [("Loại 1", Why.QUOTA), ("Loại 2", Why.QUOTA)]


def test_a_wider_quota_tells_each_class_that_it_closes_its_own_reason() -> None:
    wide = Quota(most=Number(1), counted=Counted.WITH_BETTER)
    rules = [
        limited(most=Number(5)),
        ClassRule(name="tốt", least=Number(80), quota=wide),
        ClassRule(name="đạt", least=Number(0)),
    ]
    found = classify([unit("A", 97, 1), unit("B", 95, 2), unit("C", 85, 3)], rules)
    assert [(one.name, [(each.name, each.why) for each in one.missed]) for one in found.units] == [
        ("xuất sắc", []),
        ("đạt", [("xuất sắc", Why.QUOTA), ("tốt", Why.QUOTA)]),
        ("đạt", [("xuất sắc", Why.POINTS), ("tốt", Why.QUOTA)]),
    ]


def test_those_that_a_quota_cuts_fill_the_quota_of_the_next_class() -> None:
    second = ClassRule(name="tốt", least=Number(80), quota=Quota(most=Number(1)))
    units = [unit("A", 97, 1), unit("B", 95, 2), unit("C", 85, 3)]
    found = classify(units, [limited(most=Number(1)), second, ClassRule(name="hoàn thành", least=Number(0))])
    assert names(found) == {"A": "xuất sắc", "B": "tốt", "C": "hoàn thành"}
    assert found.quotas == (QuotaStep("xuất sắc", 3, 1, 2, 1), QuotaStep("tốt", 3, 1, 2, 1))


def test_cluster_without_units_has_no_classes() -> None:
    assert classify([], [limited(most=Rate(Number(20))), GOOD]) == Classification(
        (), (QuotaStep("xuất sắc", 0, 0, 0, 0),)
    )


@st.composite
def clusters(draw: st.DrawFn) -> list[Candidate]:
    """Up to nine units with few different totals, and places that part some of the ties."""
    keys = draw(st.lists(st.tuples(st.integers(76, 100), st.integers(0, 2)), max_size=9))
    shares = st.integers(6, 10).map(lambda points: (Share("I", Number(points), Number(10)),))
    return [
        unit(
            f"U{index}",
            total,
            1 + sum(other > (total, key) for other in keys),
            leaf_shares=draw(shares),
            best_allowed=draw(st.sampled_from(("", "", "", *NAMES))),
        )
        for index, (total, key) in enumerate(keys)
    ]


@st.composite
def class_tables(draw: st.DrawFn) -> list[ClassRule]:
    most = st.one_of(st.integers(0, 4).map(Number), st.integers(0, 100).map(lambda share: Rate(Number(share))))
    quotas = st.builds(
        Quota,
        most=most,
        of_class=st.sampled_from(("", *NAMES)),
        rounding=st.sampled_from(RoundingMode),
        at_least=st.integers(0, 2),
        edge=st.sampled_from(Edge),
        counted=st.sampled_from(Counted),
    )
    return [
        ClassRule(
            name=name,
            least=Number(least),
            min_share=draw(st.sampled_from((None, Rate(Number(70)), Rate(Number(85))))),
            quota=draw(st.none() | quotas),
        )
        for name, least in zip(NAMES, (90, 85, 78), strict=True)
    ]


def meets(one: Candidate, index: int, rules: Sequence[ClassRule]) -> bool:
    rule = rules[index]
    shares = [Fraction(*share.points.ratio) / Fraction(*share.maximum.ratio) for share in one.leaf_shares]
    allowed = not one.best_allowed or index >= NAMES.index(one.best_allowed)
    enough = rule.min_share is None or all(share >= Fraction(*rule.min_share.ratio) for share in shares)
    return allowed and enough and Fraction(*one.total.ratio) >= Fraction(*rule.least.ratio)


def expected(units: Sequence[Candidate], rules: Sequence[ClassRule]) -> dict[str, str]:
    """The same once more, class by class: groups of equals, best first, are let in while there is room.

    A quota that counts better classes as well says first who may enter its class or a better one at all.
    """
    barred: dict[str, int] = {}  # the worst class that a wider quota has closed for a unit

    def open_to(one: Candidate, index: int) -> bool:
        return index > barred.get(one.unit, -1) and meets(one, index, rules)

    def reach(index: int) -> list[Candidate]:
        return [one for one in units if any(open_to(one, better) for better in range(index + 1))]

    for index in reversed(range(len(rules))):
        quota = rules[index].quota
        if quota is not None and quota.counted is Counted.WITH_BETTER:
            pool = reach(index)
            inside = [one.unit for one in within(quota, pool, room(quota, len(units), reach))]
            if len(inside) < len(pool):
                event("a wider quota cuts")
            barred |= {one.unit: max(index, barred.get(one.unit, -1)) for one in pool if one.unit not in inside}
    placed: dict[str, str] = {}
    places = {index: room(rule.quota, len(units), reach) for index, rule in enumerate(rules) if rule.quota is not None}
    for index, rule in enumerate(rules):
        pool = [one for one in units if one.unit not in placed and open_to(one, index)]
        is_limited = rule.quota is not None and rule.quota.counted is Counted.ALONE
        chosen = within(rule.quota, pool, places[index]) if rule.quota is not None and is_limited else pool
        placed |= {one.unit: rule.name for one in chosen}
    return {one.unit: placed.get(one.unit, "") for one in units}


def room(quota: Quota, units: int, reach: Callable[[int], list[Candidate]]) -> int:
    """How many places a quota gives."""
    share = Fraction(*quota.most.ratio)
    if isinstance(quota.most, Rate):
        share *= len(reach(NAMES.index(quota.of_class))) if quota.of_class else units
    rounded = {"down": floor(share), "up": ceil(share), "half_up": floor(share + Fraction(1, 2))}
    return max(quota.at_least, rounded[quota.rounding.value])


def within(quota: Quota, pool: Sequence[Candidate], places: int) -> Iterator[Candidate]:
    def standing(one: Candidate) -> Fraction:
        parted = quota.edge is Edge.TIE_BREAK
        return Fraction(*one.place.ratio) if parted else -Fraction(*one.total.ratio)

    for _key, equals in groupby(sorted(pool, key=standing), key=standing):
        level = list(equals)
        if places <= 0 or (len(level) > places and quota.edge is not Edge.INCLUDE_ALL):
            event("ties across the edge" if 0 < places < len(level) else "quota used up")
            return
        yield from level
        places -= len(level)


@given(clusters(), class_tables())
def test_classes_are_those_of_counting_groups_of_equals(units: list[Candidate], rules: list[ClassRule]) -> None:
    assert names(classify(units, rules)) == expected(units, rules)


@given(clusters(), class_tables(), st.randoms(use_true_random=False))
def test_order_of_candidates_changes_nothing(units: list[Candidate], rules: list[ClassRule], random: object) -> None:
    shuffled = units.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found, again = classify(units, rules), classify(shuffled, rules)
    assert {one.unit: one for one in again.units} == {one.unit: one for one in found.units}
    assert again.quotas == found.quotas


@given(clusters(), class_tables())
def test_quota_is_passed_by_ties_alone_and_only_where_they_are_let_in(
    units: list[Candidate], rules: list[ClassRule]
) -> None:
    found = classify(units, rules)
    quotas = {rule.name: rule.quota for rule in rules if rule.quota is not None}
    totals = {one.unit: one.total.digits for one in units}
    assert [step.name for step in found.quotas] == [*quotas]
    for step in found.quotas:
        last = NAMES.index(step.name)
        names_in = NAMES[: last + 1] if quotas[step.name].counted is Counted.WITH_BETTER else (step.name,)
        kept = sorted((totals[one.unit] for one in found.units if one.name in names_in), reverse=True)
        is_wide = quotas[step.name].counted is Counted.WITH_BETTER
        assert len(kept) <= step.kept  # a narrower quota may still put somebody below
        assert is_wide or len(kept) == step.kept
        if is_wide and len(kept) < step.kept:
            continue
        if quotas[step.name].edge is not Edge.INCLUDE_ALL:
            assert step.kept <= step.limit
        elif step.kept > step.limit:
            assert len(set(kept[max(step.limit - 1, 0) :])) == 1


@given(clusters(), class_tables())
def test_every_class_that_was_missed_is_told_and_no_other(units: list[Candidate], rules: list[ClassRule]) -> None:
    for one in classify(units, rules).units:
        better = NAMES[: NAMES.index(one.name)] if one.name else NAMES
        assert tuple(passed.name for passed in one.missed) == better
