"""Who moves under a new rulebook, why, and what could not be tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.canonical import canonical_bytes
from thidua.core.errors import FiguresRefused
from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.figures import FigureValue
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Season
from thidua.core.states import State
from thidua.core.trial.document import simulation_document
from thidua.core.trial.fairness import find_unfairness
from thidua.core.trial.simulation import Aspect, Change, Gain, PointsMove, Turn, minus, simulate
from thidua.core.trial.trying import CarriedPoints, MovedDay, Obstacle, Part, Untried, try_rulebook
from thidua.words.language import Language
from thidua.words.simulation import write_simulation
from trial_cases import (
    DIGITAL,
    INDICATORS,
    UNITS,
    Raw,
    book,
    days,
    numbers,
    rates,
    season,
    shares,
    worked_criteria,
    worked_rulebook,
    worked_season,
)

WHOLE: Raw = {"kind": "proportional", "of": "whole"}


def criterion(code: str = "I", points: str = "10", **more: object) -> Raw:
    return {"code": code, "name": f"Tiêu chí {code}", "points": points, **more}


def tried(old: Rulebook, new: Rulebook, values: dict[str, list[FigureValue | State | None]]) -> tuple[Untried, ...]:
    return try_rulebook(season(old, values), new).untried  # type: ignore[arg-type]


def test_the_seasons_own_rulebook_changes_nothing() -> None:
    own = worked_season()
    simulation = simulate(own, own.rulebook)
    assert (simulation.swaps, simulation.changes, simulation.untried) == ((), (), ())
    assert [(move.criteria, move.change, move.rest) for move in simulation.units] == [((), Number(0), Number(0))] * 3
    assert [move.unit.brief for move in simulation.units] == ["Tây Ninh", "Long An", "Bình Phước"]


def test_a_figure_that_nobody_reported_is_listed_and_never_zero() -> None:
    simulation = simulate(worked_season(), worked_rulebook())
    (lacking,) = simulation.untried
    assert (lacking.part, lacking.code, lacking.obstacle) == (Part.CRITERION, "I.4", Obstacle.NOT_REPORTED)
    assert (lacking.indicators, lacking.points) == (("so-hoa",), Number(20))
    assert "I.4" not in simulation.after.leaves
    assert all(move.after.rank is not None for move in simulation.units)


def test_missing_counted_as_zero_by_the_rulebook_is_not_so_in_a_trial() -> None:
    lenient = replace(worked_rulebook(), missing=type(worked_rulebook().missing)("zero"))
    simulation = simulate(worked_season(), lenient)
    assert [one.code for one in simulation.untried] == ["I.4"]
    assert {move.after.maximum for move in simulation.units} == {Number(80)}


def test_a_group_of_which_nothing_is_left_goes_with_its_parts() -> None:
    digital = {
        "code": "II",
        "name": "Số",
        "points": "20",
        "parts": [criterion("II.1", "20", indicator="so-hoa", rule=WHOLE)],
    }
    new = book(
        [*worked_criteria("60", "20", "20", "2"), digital],
        [*INDICATORS, DIGITAL],
        tie_breaks=[{"key": "points_of", "criterion": "II"}, {"key": "deductions"}],
    )
    trial = try_rulebook(worked_season(), new)
    assert [(one.part, one.code, one.obstacle) for one in trial.untried] == [
        (Part.CRITERION, "II.1", Obstacle.NOT_REPORTED),
        (Part.TIE_BREAK, "II", Obstacle.DEPENDS),
    ]
    assert [node.code for node in trial.tried.criteria] == ["I.1", "I.2", "I.3"]
    assert [step.key.value for step in trial.tried.tie_breaks] == ["deductions"]
    assert trial.evaluate().total_points(0) == Number(80)


def test_another_kind_of_figure_is_not_taken_for_this_one() -> None:
    count: Raw = {"code": "x", "name": "X", "kind": "count"}
    share: Raw = {"code": "x", "name": "X", "kind": "share"}
    old = book([criterion(indicator="x", rule={"kind": "per_event", "each": "1"})], [count])
    (found,) = tried(old, book([criterion(indicator="x", rule=WHOLE)], [share]), {"x": [*numbers("3", "4", "5")]})
    assert (found.obstacle, found.indicators) == (Obstacle.OTHER_KIND, ("x",))


def test_shares_reported_as_percentages_can_stand_for_shares() -> None:
    percent: Raw = {"code": "x", "name": "X", "kind": "percent"}
    share: Raw = {"code": "x", "name": "X", "kind": "share"}
    old = book([criterion(indicator="x", rule=WHOLE)], [percent])
    assert tried(old, book([criterion(indicator="x", rule=WHOLE)], [share]), {"x": [*rates("90", "80", "70")]}) == ()


def test_a_rule_that_cannot_judge_a_figure_is_listed_with_its_units() -> None:
    indicator: Raw = {"code": "x", "name": "X", "kind": "percent"}
    bands = {
        "kind": "bands",
        "bands": [{"from": "95%", "points": "10"}, {"from": "80%", "below": "95%", "points": "5"}],
    }
    old = book([criterion(indicator="x", rule=WHOLE)], [indicator])
    new = book([criterion(indicator="x", rule=bands)], [indicator])
    (found,) = tried(old, new, {"x": [*rates("96", "85", "70")]})
    assert found.obstacle is Obstacle.REFUSED
    assert [(one.code, one.data["unit"]) for one in found.problems] == [("scoring.no_band", "Công an tỉnh Bình Phước")]


def test_a_seasons_own_rulebook_that_cannot_judge_is_refused() -> None:
    indicator: Raw = {"code": "x", "name": "X", "kind": "percent"}
    bands = {"kind": "bands", "bands": [{"from": "95%", "points": "10"}]}
    broken = season(book([criterion(indicator="x", rule=bands)], [indicator]), {"x": rates("96", "97", "70")})
    with pytest.raises(FiguresRefused) as caught:
        simulate(broken, broken.rulebook)
    assert [problem.code for problem in caught.value.problems] == ["scoring.no_band"]


@pytest.mark.parametrize(
    ("old", "new", "entered", "carried"),
    [
        ("entry", "entry", "9", "18.00"),  # 9 of 10 is 18 of 20
        ({"kind": "range", "least": "2", "most": "10"}, {"kind": "range", "least": "0", "most": "4"}, "6", "2.00"),
        ("entry", {"kind": "range", "least": "5", "most": "20"}, "0", "5.00"),
        ("entry", {"kind": "range", "least": "0", "most": "7"}, "0.05", "0.04"),  # 0,035: a half goes up
    ],
)
def test_entered_points_are_carried_in_proportion(old: object, new: object, entered: str, carried: str) -> None:
    own = season(book([criterion(points="10", rule=old)]), {"I": numbers(entered, entered, entered)})
    trial = try_rulebook(own, book([criterion(points="20", rule=new)]))
    assert [figure.value for figure in trial.figures] == numbers(carried, carried, carried)
    assert [one.indicator for one in trial.carried] == ["I"]


def test_entered_points_on_the_same_scale_stay() -> None:
    trial = try_rulebook(worked_season(), book(worked_criteria("70", "20", "10", "1"), INDICATORS))
    assert (trial.carried, trial.figures) == ((), worked_season().figures)


def test_carried_bounds_are_told() -> None:
    (carried,) = try_rulebook(worked_season(), worked_rulebook()).carried
    assert carried == CarriedPoints("I.2", (Number(0), Number(20)), (Number(0), Number(10)))


REPORT: Raw = {"code": "nop", "name": "Ngày nộp", "kind": "day"}


def due(*texts: str, year: int) -> Rulebook:
    """One criterion a due day: 10 points on time, 2 when late."""
    bands = {"kind": "bands", "bands": [{"from": "0", "points": "10"}, {"below": "0", "points": "2"}]}
    many = [
        criterion(f"D{n}", indicator="nop", value={"kind": "working_days_early", "due": text}, rule=bands)
        for n, text in enumerate(texts)
    ]
    return book(many, [REPORT], year=year)


def test_due_days_of_a_later_year_are_moved_back() -> None:
    own = season(due("15/11/2024", year=2024), {"nop": days("2024-11-14", "2024-11-15", "2024-11-18")})
    trial = try_rulebook(own, due("14/11/2025", "14/03/2025", year=2025))
    assert trial.moved == (
        MovedDay(date(2025, 11, 14), date(2024, 11, 14)),
        MovedDay(date(2025, 3, 14), date(2024, 3, 14)),
    )
    evaluation = trial.evaluate()
    assert [evaluation.points("D0", row) for row in range(3)] == [Number(10), Number(2), Number(2)]
    assert [evaluation.points("D1", row) for row in range(3)] == [Number(2)] * 3


def test_a_due_day_outside_the_calendar_cannot_be_tried() -> None:
    own = season(due("15/11/2024", year=2024), {"nop": days("2024-11-14", "2024-11-15", "2024-11-18")})
    (found,) = try_rulebook(own, due("31/12/2024", year=2025)).untried  # 31/12/2023: the calendar begins in 2024
    assert (found.code, found.obstacle) == ("D0", Obstacle.REFUSED)


def test_a_due_day_that_both_have_stays_and_so_does_one_of_the_same_year() -> None:
    own = season(due("15/11/2024", year=2024), {"nop": days("2024-11-14", "2024-11-15", "2024-11-18")})
    assert try_rulebook(own, due("15/11/2024", year=2025)).moved == ()
    assert try_rulebook(own, due("20/11/2024", year=2024)).moved == ()


def test_the_leap_day_is_moved_to_the_day_before() -> None:
    own = season(due("28/02/2023", year=2023), {"nop": days("2023-02-27", "2023-02-28", "2023-03-01")})
    assert try_rulebook(own, due("29/02/2024", year=2024)).moved == (MovedDay(date(2024, 2, 29), date(2023, 2, 28)),)


ADJUSTMENT = AuthorityAdjustment(unit="tay-ninh", points=Number(-5), reason="chậm", document="TB 1")


@pytest.mark.parametrize(("most", "kept"), [("5", 1), ("4", 0), (None, 0)])
def test_adjustments_are_kept_where_the_new_rulebook_foresees_them(most: str | None, kept: int) -> None:
    foreseen = book(worked_criteria("60", "20", "20", "2"), INDICATORS, total={"authority_adjustment": "5"})
    own = replace(worked_season(), rulebook=foreseen, adjustments=(ADJUSTMENT,))
    total = {"total": {"authority_adjustment": most}} if most else {}
    simulation = simulate(own, book(worked_criteria("60", "20", "20", "2"), INDICATORS, **total))
    assert len(simulation.trial.adjustments) == kept
    assert [one.obstacle for one in simulation.untried] == [Obstacle.NOT_FORESEEN] * (1 - kept)
    tay_ninh = next(move for move in simulation.units if move.unit.code == "tay-ninh")
    assert (tay_ninh.criteria, tay_ninh.rest, tay_ninh.change) == ((), Number(5 - 5 * kept), Number(5 - 5 * kept))


def test_knock_outs_and_bonuses_without_figures_are_left_out() -> None:
    above: dict[str, object] = {
        "knock_outs": [{"code": "L", "name": "liệt", "when": {"indicator": "liet", "passed": "không"}}],
        "total": {"bonuses": [{"name": "cờ", "indicator": "co", "rule": {"kind": "per_event", "each": "1"}}]},
    }
    more: list[Raw] = [
        {"code": "liet", "name": "Liệt", "kind": "verdict"},
        {"code": "co", "name": "Cờ", "kind": "count", "year": "2023"},
    ]
    trial = try_rulebook(worked_season(), book(worked_criteria("60", "20", "20", "2"), [*INDICATORS, *more], **above))
    assert [(one.part, one.code, one.indicators) for one in trial.untried] == [
        (Part.BONUS, "cờ", ("co",)),
        (Part.KNOCK_OUT, "L", ("liet",)),
    ]
    assert (trial.tried.knock_outs, trial.tried.total.bonuses) == ((), ())


def test_a_unit_without_a_figure_that_others_have_keeps_its_state() -> None:
    own = worked_season()
    figures = tuple(one for one in own.figures if (one.unit, one.indicator) != ("long-an", "tin-bai"))
    simulation = simulate(replace(own, figures=figures), worked_rulebook())
    long_an = next(move for move in simulation.units if move.unit.code == "long-an")
    assert (long_an.before.rank, long_an.after.rank) == (None, None)
    assert simulation.units[-1] == long_an
    assert {swap.unit for swap in simulation.swaps} == {"binh-phuoc"}


def test_changes_are_told_in_reading_order_with_their_aspects() -> None:
    old = book(
        [
            {"code": "I", "name": "Nhóm", "points": "30", "parts": [
                criterion("I.1", rule="entry"), criterion("I.2", "20", rule="entry")]},
            criterion("II", "5", rule="pass_fail"),
        ]
    )  # fmt: skip
    new = book(
        [
            {"code": "I", "name": "Nhóm", "points": "30", "cap": "25", "parts": [
                {**criterion("I.1", rule="entry"), "name": "Việc khác"}, criterion("I.3", "20", rule="entry")]},
            criterion("II", "10", rule="entry"),
        ]
    )  # fmt: skip
    values = {"I.1": numbers("1", "2", "3"), "I.2": numbers("1", "2", "3"), "II": [True, True, False]}
    changes = simulate(season(old, values), new).changes
    assert [(one.code, one.change, one.aspects) for one in changes] == [
        ("I", Change.CHANGED, (Aspect.LIMITS,)),
        ("I.1", Change.CHANGED, (Aspect.NAME,)),
        ("I.3", Change.ADDED, ()),
        ("II", Change.CHANGED, (Aspect.POINTS, Aspect.RULE)),
        ("I.2", Change.REMOVED, ()),
    ]


def test_a_new_measure_of_a_figure_is_a_change() -> None:
    bundles = [{**one, "measure": "gói"} if one["code"] == "tin-bai" else one for one in INDICATORS]
    (change,) = simulate(worked_season(), book(worked_criteria("60", "20", "20", "2"), bundles)).changes
    assert (change.code, change.aspects) == ("I.3", (Aspect.INDICATOR,))


def test_points_of_dropped_and_untried_criteria_are_nothing_after() -> None:
    old = book([criterion("I", rule="entry"), criterion("II", rule="entry")])
    own = season(old, {"I": numbers("5", "6", "7"), "II": numbers("3", "2", "1")})
    first = simulate(own, book([criterion("I", rule="entry")])).units[0]
    assert first.criteria == (PointsMove("II", Number(1), None),)
    assert (first.unit.code, first.change, first.rest) == ("binh-phuoc", Number(-1), Number(0))


@pytest.mark.parametrize(
    ("before", "after", "turns"),
    [
        (("3", "2", "1"), ("2", "2", "1"), [("long-an", "tay-ninh", Turn.DRAWS_LEVEL)]),
        (("2", "2", "1"), ("3", "2", "1"), [("tay-ninh", "long-an", Turn.PULLS_AHEAD)]),
        (("3", "2", "1"), ("2", "3", "1"), [("long-an", "tay-ninh", Turn.OVERTAKES)]),
        (("3", "2", "1"), ("9", "8", "7"), []),
    ],
)
def test_turns_of_the_order(
    before: tuple[str, ...], after: tuple[str, ...], turns: list[tuple[str, str, Turn]]
) -> None:
    old, new = book([criterion("I", rule="entry")]), book([criterion("II", rule="entry")])
    own = season(old, {"I": numbers(*before), "II": numbers(*after)})
    assert [(swap.unit, swap.other, swap.turn) for swap in simulate(own, new).swaps] == turns


def test_units_of_different_clusters_never_change_places() -> None:
    units = [replace(unit, cluster=f"Cụm {index}") for index, unit in enumerate(UNITS)]
    old, new = book([criterion("I", rule="entry")]), book([criterion("II", rule="entry")])
    own = season(old, {"I": numbers("3", "2", "1"), "II": numbers("1", "2", "3")}, units=units)
    assert simulate(own, new).swaps == ()


@given(st.integers(0, 2**32))
def test_criteria_and_rest_add_up_to_every_change(seed: int) -> None:
    simulation = simulate(*random_pair(Random(seed)))
    for move in simulation.units:
        left = minus(move.change, move.rest)
        for one in move.criteria:
            left = minus(left, one.change)
        assert left == Number(0)
        assert [abs(one.change.digits) for one in move.criteria] == sorted(
            (abs(one.change.digits) for one in move.criteria), reverse=True
        )
    for swap in simulation.swaps:
        left = minus(swap.lead_after, swap.lead_before)
        for gain in swap.gains:
            left = minus(left, gain.points)
        assert left == Number(0)
        assert Gain("", Number(0)) not in swap.gains


def random_pair(random: Random) -> tuple[Season, Rulebook]:
    """A season and another rulebook over the same figures, with caps, re-scaling and small differences of points."""

    def rulebook() -> Rulebook:
        points = [str(random.choice((5, 10, 20, 40))) for _ in range(3)]
        cap = {"cap": str(random.choice((10, 30)))} if random.random() < 0.4 else {}
        rescale = {"rescale_to": "100"} if random.random() < 0.4 else {}
        return book(worked_criteria(*points, random.choice(("1", "2,5", "0,35"))), INDICATORS, total={**cap, **rescale})

    old = rulebook()
    most = old.find("I.2")
    assert most is not None
    values = {
        "pha-an": shares(*(f"{random.randint(0, 20)}/20" for _ in range(3))),
        "I.2": [Number(random.randint(0, most.points.digits)) for _ in range(3)],
        "tin-bai": [Number(random.randint(0, 9)) for _ in range(3)],
    }
    return season(old, values), rulebook()


def test_the_document_holds_everything_and_is_canonical() -> None:
    simulation = simulate(worked_season(), worked_rulebook())
    document = simulation_document(simulation, find_unfairness(simulation.trial), engine="1")
    assert canonical_bytes(document) == canonical_bytes(
        simulation_document(simulate(worked_season(), worked_rulebook()), find_unfairness(simulation.trial), engine="1")
    )
    assert document["untried"] == [
        {"part": "criterion", "code": "I.4", "name": "Số hóa", "obstacle": "not_reported", "points": "20",
         "indicators": ["so-hoa"], "problems": []}
    ]  # fmt: skip
    assert document["carried"] == [{"indicator": "I.2", "old": ["0", "20"], "new": ["0", "10"]}]
    swaps = document["swaps"]
    assert isinstance(swaps, list)
    assert swaps[0] == {
        "unit": "binh-phuoc", "other": "long-an", "turn": "overtakes", "lead_before": "-2", "lead_after": "4",
        "gains": [{"criterion": "I.3", "points": "3"}, {"criterion": "I.1", "points": "2"},
                  {"criterion": "I.2", "points": "1"}],
    }  # fmt: skip


@pytest.mark.parametrize("lang", Language)
def test_everything_has_its_words(lang: Language) -> None:
    above: dict[str, object] = {
        "knock_outs": [{"code": "L", "name": "liệt", "when": {"indicator": "so-hoa", "from": "50%"}}],
        "tie_breaks": [{"key": "points_of", "criterion": "I.4"}],
    }
    digital = criterion("I.4", "20", indicator="so-hoa", rule=WHOLE)
    new = book([*worked_criteria("40", "10", "30", "3"), digital], [*INDICATORS, DIGITAL], year=2025, **above)
    foreseen = book(worked_criteria("60", "20", "20", "2"), INDICATORS, total={"authority_adjustment": "5"})
    own = replace(worked_season(), rulebook=foreseen, adjustments=(ADJUSTMENT,))
    simulation = simulate(own, new)
    text = write_simulation(simulation, find_unfairness(simulation.trial), lang)
    overtaken = {Language.VI: "Bình Phước vượt lên trên Long An", Language.EN: "Bình Phước overtakes Long An"}
    assert text.count(f"· {overtaken[lang]}") == 1
    assert {one.part for one in simulation.untried} == set(Part) - {Part.BONUS}
    assert max(len(line) for line in text.splitlines()) <= 100


def test_a_secret_criterion_is_told_by_its_code() -> None:
    hidden = [{**one, "secrecy": "code_only"} for one in worked_criteria("40", "10", "30", "3")]
    text = write_simulation(simulate(worked_season(), book(hidden, INDICATORS)), (), Language.VI)
    assert [name for name in ("Phá án", "Chỉ đạo", "Tin bài") if name in text] == []
