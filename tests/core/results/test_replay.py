"""A stored result against the one computed now: what changed is named, and nothing that is stored is believed."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from core.scenarios import Scenario
from core.scoring.test_against_oracle import SCENES, evaluated
from thidua.core.canonical import digest
from thidua.core.errors import Place, ReplayRefused
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.results.replay import Replay, replay
from thidua.core.results.result import SeasonName, inputs_digest, result_document
from thidua.core.rulebook import Rulebook, parse_rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member, Nature, Origin, Target
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.standings import standings
from thidua.core.states import Stage, State

NAME = SeasonName(code="cum10-2024", title="Cụm 10", cluster="10", year=2024)
UNITS = (Member("A", "Tây Ninh"), Member("B", "Long An"), Member("C", "Đồng Nai"))
RAW: dict[str, Any] = {
    "rulebook": "r",
    "title": "t",
    "version": "1",
    "valid": {"from": "2024-01-01"},
    "tie_breaks": [{"key": "points_of", "criterion": "I"}],
    "total": {"authority_adjustment": "10"},
    "indicators": [{"code": "r", "name": "tỷ lệ", "kind": "share"}],
    "criteria": [
        {"code": "I", "name": "I", "points": "20", "parts": [
            {"code": "I.1", "name": "I.1", "points": "20", "indicator": "r", "rule": "target_and_leader"}]},
        {"code": "II", "name": "II", "points": "10", "rule": "entry"},
    ],
}  # fmt: skip
Document = dict[str, Any]


def rulebook(**changes: Any) -> Rulebook:
    return parse_rulebook({**RAW, **changes})


def figure(unit: str, indicator: str, value: Any, cell: str) -> Figure:
    origin = Origin(place=Place("so-lieu.xlsx", "Số liệu", cell))
    return Figure(unit=unit, indicator=indicator, stage=Stage.AGREED, value=value, origin=origin)


def share(numerator: int, denominator: int) -> Counts:
    return Counts(numerator, denominator, NumberKind.SHARE)


def figures() -> list[Figure]:
    return [
        figure("A", "r", share(8, 12), "C5"),
        figure("B", "r", share(10, 10), "C6"),
        figure("C", "r", share(1, 25), "C7"),
        figure("A", "II", Number(85, 1), "D5"),
        figure("B", "II", Number(8), "D6"),
        figure("C", "II", Number(0), "D7"),
    ]


def evaluation(
    said: list[Figure] | None = None, book: Rulebook | None = None, target: int = 5, adjusted: int = -8
) -> Evaluation:
    targets = tuple(Target(unit=unit.code, indicator="r", value=Rate(Number(target))) for unit in UNITS)
    table = FigureTable(UNITS, tuple(figures() if said is None else said), targets, Stage.AGREED)
    adjustment = AuthorityAdjustment(unit="B", points=Number(adjusted), reason="phúc tra", document="12/QĐ")
    return evaluate(book or rulebook(), table, adjustments=[adjustment], closed=True)


def document(one: Evaluation | None = None) -> Document:
    """The result of an evaluation, as it comes back from storage."""
    one = one or evaluation()
    stored: Document = json.loads(
        json.dumps(result_document(one, standings(one), NAME, engine="0.1"), ensure_ascii=False)
    )
    return stored


def sealed(stored: Document) -> Document:
    """The same document with the digest that fits it: what somebody would do who edits it."""
    body = {key: value for key, value in stored.items() if key != "digest"}
    return {**body, "digest": digest(body)}


def edited(edit: Callable[[Document], object]) -> Replay:
    """A stored result after an edit whose digest was mended, replayed against the season."""
    stored = document()
    edit(stored)
    return replay(sealed(stored), document())


def test_untouched_result_stands_and_every_value_was_compared() -> None:
    found = replay(document(), document())
    assert found.is_same is True
    assert found.differences == 0
    # beside units and standings: format, season (4), stage, as_of, closed, rulebook's code and version
    assert found.numbers == count_leaves({key: document()[key] for key in ("units", "standings")}) + 10


def count_leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(count_leaves(one) for one in value.values())
    return sum(count_leaves(one) for one in value) if isinstance(value, list) else 1


def test_point_edited_together_with_its_digest_is_caught() -> None:
    found = edited(lambda stored: stored["units"][0]["criteria"][1].update(points="17.49"))
    assert found.is_same is False
    assert found.seals_broken == ()
    assert found.changed_inputs == ()
    assert found.first_difference is not None
    assert found.first_difference.path == ("units", "A", "criteria", "I.1", "points")
    assert (found.first_difference.stored, found.first_difference.computed) == ("17.49", "16.49")


@pytest.mark.parametrize(
    ("edit", "path"),
    [
        (lambda d: d["units"][1]["total"].update(points="30.00"), ("units", "B", "total", "points")),
        (lambda d: d["units"][1]["criteria"][0].update(sum="19.00"), ("units", "B", "criteria", "I", "sum")),
        (lambda d: d["standings"][0]["ranked"][0].update(rank="2"), ("standings", "0", "ranked", "A", "rank")),
        (lambda d: d["standings"][0]["ranked"].reverse(), ("standings", "0", "ranked", "A", "unit")),
        (lambda d: d["standings"][0].update(provisional=True), ("standings", "0", "provisional")),
        (lambda d: d["units"][2].update(complete=False), ("units", "C", "complete")),
        (lambda d: d["units"].pop(), ("units", "C")),
        (lambda d: d["units"].append({"unit": "D"}), ("units", "D")),
        (lambda d: d["units"][0].update(note="x"), ("units", "A", "note")),
        (lambda d: d.update(stage="self"), ("stage",)),
        (lambda d: d.update(closed=False), ("closed",)),
        (lambda d: d["season"].update(year=2023), ("season", "year")),
        (lambda d: d["rulebook"].update(version="2"), ("rulebook", "version")),
        (lambda d: d.update(standings=None), ("standings",)),
    ],
)
def test_every_other_edit_is_caught_and_named(edit: Callable[[Document], object], path: tuple[str, ...]) -> None:
    found = edited(edit)
    assert found.is_same is False
    assert found.first_difference is not None
    assert found.first_difference.path == path
    assert found.seals_broken == ()


def test_edit_without_mending_the_digest_breaks_the_seal() -> None:
    stored = document()
    stored["units"][0]["criteria"][1]["points"] = "17.49"
    assert replay(stored, document()).seals_broken == ("digest",)


def test_changed_figure_is_named_by_its_cell() -> None:
    said = [replace(one, value=share(9, 12)) if one.origin.place.cell == "C5" else one for one in figures()]
    found = replay(document(), document(evaluation(said)))
    (changed,) = found.changed_inputs
    assert (changed.what, changed.key, changed.cell) == ("inputs", ("A", "r", "agreed"), "so-lieu.xlsx › Số liệu › C5")
    assert (changed.before, changed.after) == ("8/12", "9/12")
    assert found.first_difference is not None


def test_removed_and_added_figures_are_named() -> None:
    gone = replay(document(), document(evaluation(figures()[:-1])))
    assert [(one.key, one.cell, one.before, one.after) for one in gone.changed_inputs] == [
        (("C", "II", "agreed"), "so-lieu.xlsx › Số liệu › D7", "0", None)
    ]
    come = replay(document(evaluation(figures()[:-1])), document())
    assert [(one.key, one.before, one.after) for one in come.changed_inputs] == [(("C", "II", "agreed"), None, "0")]


def test_state_is_an_input_too() -> None:
    said = [
        replace(one, value=None, state=State.NOT_ASSIGNED) if one.origin.place.cell == "D7" else one
        for one in figures()
    ]
    (changed,) = replay(document(), document(evaluation(said))).changed_inputs
    assert (changed.before, changed.after) == ("0", "not_assigned")


def test_changed_target_and_adjustment_are_named() -> None:
    found = replay(document(), document(evaluation(target=6, adjusted=-7)))
    assert [(one.what, one.key[0], one.before, one.after) for one in found.changed_inputs] == [
        ("targets", "A", "5%", "6%"),
        ("targets", "B", "5%", "6%"),
        ("targets", "C", "5%", "6%"),
        ("adjustments", "B", "-8", "-7"),
    ]


def test_real_figure_relabelled_as_illustrative_is_caught() -> None:
    """Whether a figure was really reported is part of what was said of it."""
    found = edited(lambda stored: stored["inputs"][0].update(nature="illustrative"))
    (changed,) = found.changed_inputs
    assert (changed.before, changed.after) == ("8/12, nature: illustrative", "8/12, nature: real")


def test_second_line_for_the_same_figure_does_not_hide_behind_the_first() -> None:
    def forge(stored: Document) -> None:
        stored["inputs"].insert(0, {**stored["inputs"][0], "value": "12/12"})

    assert edited(forge).is_same is False


@pytest.mark.parametrize("junk", ["x", 7, None, ["A"]])
def test_line_that_is_no_input_is_caught(junk: object) -> None:
    assert edited(lambda stored: stored["inputs"].append(junk)).is_same is False


def test_moving_a_row_or_spelling_a_number_longer_changes_no_input() -> None:
    moved = [replace(one, origin=Origin(place=Place("khac.xlsx", "S", "Z9"))) for one in reversed(figures())]
    longer = [replace(one, value=Number(850, 2)) if one.value == Number(85, 1) else one for one in moved]
    assert inputs_digest(evaluation(longer)) == inputs_digest(evaluation())
    assert replay(document(), document(evaluation(longer))).changed_inputs == ()
    assert replay(document(), document(evaluation(longer))).first_difference is None


def test_changed_rulebook_is_said_and_its_points_are_recomputed() -> None:
    half = [{**RAW["criteria"][0], "points": "10", "parts": [{**RAW["criteria"][0]["parts"][0], "points": "10"}]}]
    found = replay(document(), document(evaluation(book=rulebook(criteria=[*half, RAW["criteria"][1]]))))
    assert found.rulebook_changed is True
    assert found.changed_inputs == ()
    assert found.first_difference is not None


def test_rulebook_that_only_spells_otherwise_is_the_same() -> None:
    same = rulebook(total={"authority_adjustment": "10,00"}, title="t ")
    assert replay(document(), document(evaluation(book=same))).rulebook_changed is False


def test_other_engine_alone_is_no_difference() -> None:
    one = evaluation()
    later = result_document(one, standings(one), NAME, engine="9.9")
    assert replay(document(), later).is_same is True


@pytest.mark.parametrize("junk", [None, 7, "text", [], {}, {"format": "else"}, {"format": ["x"]}, True])
def test_what_is_no_result_is_refused(junk: object) -> None:
    with pytest.raises(ReplayRefused) as refusal:
        replay(junk, document())
    assert [problem.code for problem in refusal.value.problems] == ["replay.not_a_result"]


@pytest.mark.parametrize("key", ["rulebook", "units", "standings", "inputs", "targets", "adjustments"])
def test_result_cut_short_is_refused(key: str) -> None:
    stored = document()
    del stored[key]
    with pytest.raises(ReplayRefused) as refusal:
        replay(stored, document())
    assert [(problem.code, problem.data["keys"]) for problem in refusal.value.problems] == [("replay.incomplete", key)]


@pytest.mark.parametrize("junk", [1.5, float("nan"), "\ud800", {"deep": [1.5]}])
@pytest.mark.parametrize("key", ["units", "inputs", "engine", "season"])
def test_value_that_no_result_holds_breaks_the_seal(key: str, junk: object) -> None:
    stored = {**document(), key: junk}
    del stored["digest"]
    found = replay(stored, document())
    assert found.seals_broken[0] == "digest"
    assert found.is_same is False


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda one: st.lists(one) | st.dictionaries(st.text(), one),
)


@given(st.sampled_from(["units", "standings", "inputs", "targets", "adjustments", "season", "closed"]), JSON)
def test_garbage_in_any_place_never_stands(key: str, junk: object) -> None:
    computed = document()
    if json.dumps(computed[key]) == json.dumps(junk):
        return
    assert replay({**computed, key: junk}, computed).is_same is False


@given(SCENES)
def test_every_season_replays_to_itself(scene: Scenario) -> None:
    one, _refused = evaluated(scene)
    if one is None:
        event("refused")
        return
    stored = json.loads(json.dumps(result_document(one, standings(one), NAME, engine="0")))
    again = scene.evaluate(explained=True)
    assert replay(stored, result_document(again, standings(again), NAME, engine="0")).is_same is True


def test_nature_real_is_what_a_figure_is_unless_said_otherwise() -> None:
    assert document()["inputs"][0]["nature"] == Nature.REAL.value
