"""A season as one value: its stage, its close, and wholes to which the units' parts add up."""

from dataclasses import replace

from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.results.result import SeasonName
from thidua.core.rulebook import parse_rulebook
from thidua.core.scoring.figures import Figure, FigureValue, Member, Nature, Origin
from thidua.core.season import Season, Whole, sum_of_parts
from thidua.core.standings import standings
from thidua.core.states import Stage, State

BOOK = parse_rulebook(
    {
        "rulebook": "r",
        "title": "t",
        "version": "1",
        "valid": {"from": "2024-01-01"},
        "criteria": [{"code": "I", "name": "I", "points": "10", "rule": "entry"}],
    }
)
UNITS = (Member("A", "A"), Member("B", "B"))
NAME = SeasonName(code="s", title="s", cluster="10", year=2024)
WHOLE = Whole(indicator="ho-so", value=Counts(2662, 1438, NumberKind.RESULT_TARGET), source="báo cáo")


def said(unit: str, value: FigureValue | None, stage: Stage = Stage.SELF, indicator: str = "I") -> Figure:
    given = State.MISSING if value is None else State.REPORTED
    return Figure(unit=unit, indicator=indicator, stage=stage, value=value, state=given)


def season(*figures: Figure, stage: Stage = Stage.AGREED, closed: bool = True) -> Season:
    return Season(name=NAME, units=UNITS, rulebook=BOOK, figures=figures, stage=stage, closed=closed)


def test_last_competent_stage_speaks_never_the_largest_number() -> None:
    """Inflating a claim pays nothing: 9 self, 7 appraised, 8 agreed → 8."""
    one = season(said("A", Number(9)), said("A", Number(7), Stage.APPRAISED), said("A", Number(8), Stage.AGREED),
                 said("B", Number(5), Stage.AGREED))  # fmt: skip
    assert one.evaluate().points("I", 0) == Number(8)
    assert one.evaluate(stage=Stage.SELF).points("I", 0) == Number(9)
    assert one.evaluate(stage=Stage.APPRAISED).points("I", 0) == Number(7)
    assert one.evaluate(stage=Stage.SELF).points("I", 1) == Number(0)


def test_earlier_stage_than_the_seasons_own_is_never_final() -> None:
    one = season(said("A", Number(9), Stage.AGREED), said("B", Number(8), Stage.AGREED))
    assert [one.evaluate(stage=stage).closed for stage in Stage] == [False, False, True, True]
    assert standings(one.evaluate())[0].provisional is False
    assert standings(one.evaluate(stage=Stage.SELF))[0].provisional is True
    assert replace(one, closed=False).evaluate().closed is False


def test_figure_not_yet_appraised_is_shown_and_marked() -> None:
    one = season(said("A", Number(9)), said("B", Number(8), Stage.AGREED)).evaluate()
    assert one.points("I", 0) == Number(9)
    assert [one.waits_for_appraisal("I", row) for row in (0, 1)] == [True, False]
    assert standings(one)[0].provisional is True


def test_figures_that_stand_in_for_real_ones_are_told() -> None:
    real = season(said("A", Number(9)))
    assert real.has_illustrative_figures is False
    shown = replace(said("B", Number(8)), origin=Origin(nature=Nature.ILLUSTRATIVE))
    assert replace(real, figures=(*real.figures, shown)).has_illustrative_figures is True


def test_parts_add_up_to_the_reported_whole() -> None:
    parts = [Counts(1600, 800, NumberKind.RESULT_TARGET), Counts(1062, 638, NumberKind.RESULT_TARGET)]
    figures = [said(unit, part, Stage.AGREED, "ho-so") for unit, part in zip("AB", parts, strict=True)]
    assert sum_of_parts(season(*figures), WHOLE) == WHOLE.value


def test_parts_without_counts_have_no_sum() -> None:
    counts = said("A", Counts(1, 2, NumberKind.RESULT_TARGET), indicator="ho-so")
    assert sum_of_parts(season(counts), WHOLE) is None
    assert sum_of_parts(season(counts, said("B", Rate(Number(50)), indicator="ho-so")), WHOLE) is None
