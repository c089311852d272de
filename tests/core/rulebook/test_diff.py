"""What changed between two rulebooks: nothing where they mean the same, everything otherwise, in reading order."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook_cases import AS_DRAWN, rulebooks
from thidua.core.numbers import Number, Rate
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.diff import Change, Standing, Step, What, differences, merged, moved
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Leaf, Rulebook

Plain = dict[str, Any]
ORDERS = st.lists(st.integers(0, 9), unique=True, max_size=8).map(lambda many: [str(one) for one in many])


def leaf(code: str, **entries: object) -> Plain:
    return {"code": code, "name": f"mục {code}", "points": "5", "rule": "entry", **entries}


def group(code: str, *parts: Plain, **entries: object) -> Plain:
    return {"code": code, "name": f"nhóm {code}", "points": "10", "parts": list(parts), **entries}


def rulebook(*criteria: Plain, **entries: object) -> Rulebook:
    head = {"rulebook": "r", "title": "t", "version": "1", "valid": {"from": "01/01/2024"}}
    return parse_rulebook({**head, "criteria": list(criteria), **entries})


def of_criterion(code: str, *keys: str) -> tuple[Step, ...]:
    return (Step("criteria", code), *(Step(*key.split(" ", 1)) for key in keys))


@given(rulebooks(), rulebooks())
@settings(max_examples=25, deadline=None, phases=AS_DRAWN)
def test_rulebooks_differ_exactly_when_their_digests_do(one: Rulebook, other: Rulebook) -> None:
    assert differences(one, one) == ()
    assert (differences(one, other) == ()) == (rulebook_digest(one) == rulebook_digest(other))


def test_spelling_of_numbers_is_no_difference() -> None:
    before, after = rulebook(leaf("I", cap="8,5")), rulebook(leaf("I", cap="8,50"))
    assert differences(before, after) == ()


def test_changed_fields_carry_their_path_and_both_values() -> None:
    share = {"code": "s", "name": "s", "kind": "share"}
    bands = [{"from": "90%", "points": "5"}, {"below": "90%", "points": "0"}]
    lower = [{"from": "85%", "points": "5"}, {"below": "85%", "points": "0"}]
    sides = [
        rulebook(leaf("I", indicator="s", rule={"kind": "bands", "bands": many}), indicators=[share])
        for many in (bands, lower)
    ]
    assert differences(*sides) == (
        Change(What.CHANGED, of_criterion("I", "rule", "bands 1", "from"), Rate(Number(90)), Rate(Number(85))),
        Change(What.CHANGED, of_criterion("I", "rule", "bands 2", "below"), Rate(Number(90)), Rate(Number(85))),
    )


def test_bonus_is_followed_by_its_name() -> None:
    count = {"code": "n", "name": "n", "kind": "count"}

    def bonus(name: str, each: str) -> Plain:
        return {"name": name, "indicator": "n", "rule": {"kind": "per_event", "each": each}}

    before = rulebook(leaf("I", bonuses=[bonus("a", "1"), bonus("b", "2")]), indicators=[count])
    after = rulebook(leaf("I", bonuses=[bonus("b", "3"), bonus("c", "1")]), indicators=[count])
    assert [(one.what, one.path) for one in differences(before, after)] == [
        (What.REMOVED, of_criterion("I", "bonuses a")),
        (What.CHANGED, of_criterion("I", "bonuses b", "rule", "each")),
        (What.ADDED, of_criterion("I", "bonuses c")),
    ]


def test_criterion_is_followed_to_its_new_parent() -> None:
    before = rulebook(group("I", leaf("I.1"), leaf("I.2")), group("II", leaf("II.1"), leaf("II.2")))
    after = rulebook(
        group("I", leaf("I.1"), points="5"), group("II", leaf("II.1"), leaf("I.2"), leaf("II.2"), points="15")
    )
    assert [(one.what, one.criterion, one.before, one.after) for one in differences(before, after)] == [
        (What.CHANGED, "I", Number(10), Number(5)),
        (What.CHANGED, "II", Number(10), Number(15)),
        (What.MOVED, "I.2", Standing("I", "I.1"), Standing("II", "II.1")),
    ]


def test_one_criterion_moved_among_many_is_one_change() -> None:
    codes = [f"I.{number}" for number in range(1, 7)]
    before = rulebook(group("I", *(leaf(code) for code in codes), points="30"))
    after = rulebook(group("I", *(leaf(code) for code in (codes[-1], *codes[:-1])), points="30"))
    assert [(one.what, one.criterion) for one in differences(before, after)] == [(What.MOVED, "I.6")]


def test_criterion_that_becomes_a_group_is_told_as_such() -> None:
    before, after = rulebook(leaf("I", points="5")), rulebook(group("I", leaf("I.1"), points="5"))
    found = differences(before, after)
    assert [(one.what, one.path) for one in found] == [
        (What.CHANGED, of_criterion("I", "name")),
        (What.CHANGED, of_criterion("I", "body")),
        (What.ADDED, of_criterion("I.1")),
    ]
    assert isinstance(found[1].before, Leaf)


def test_changes_come_in_reading_order() -> None:
    tie = [{"key": "deductions"}]
    before = rulebook(leaf("I"), leaf("II"), title="cũ", total={"cap": "9"})
    after = rulebook(leaf("I", points="6"), leaf("III"), title="mới", total={"cap": "8"}, tie_breaks=tie)
    assert [(one.what, one.path[0].key, one.path[0].entry) for one in differences(before, after)] == [
        (What.CHANGED, "title", ""),
        (What.CHANGED, "criteria", "I"),
        (What.REMOVED, "criteria", "II"),
        (What.ADDED, "criteria", "III"),
        (What.CHANGED, "total", ""),
        (What.ADDED, "tie_breaks", "1"),
    ]


@given(ORDERS, st.randoms(use_true_random=False))
def test_moving_the_fewest_turns_one_order_into_the_other(before: list[str], random: Any) -> None:
    after = list(before)
    random.shuffle(after)
    away = moved(before, after)
    assert [one for one in before if one not in away] == [one for one in after if one not in away]
    assert len(away) == len(before) - longest_common(before, after)


def longest_common(one: list[str], other: list[str]) -> int:
    """By the textbook recursion, as an oracle."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


@given(ORDERS, ORDERS)
def test_merged_order_keeps_the_new_one_and_loses_nobody(before: list[str], after: list[str]) -> None:
    order = merged(before, after)
    assert sorted(order) == sorted({*before, *after})
    assert [one for one in order if one in after] == after
