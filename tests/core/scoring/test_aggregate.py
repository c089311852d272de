"""The figure of the year from those of its periods: exact, in any order, and never with a zero that nobody typed."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from core.scoring.test_intake import RULEBOOK, told
from thidua.core.errors import FiguresRefused, Place
from thidua.core.numbers import Counts, Mean, Number, NumberKind, Rate
from thidua.core.periods import Aggregation, Frequency, periods_of
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import AGGREGATIONS, FigureKind, Indicator
from thidua.core.scoring.aggregate import aggregate, periods_owed, yearly
from thidua.core.scoring.cells import Cell, FigureRow, Scope, SeasonUnit
from thidua.core.scoring.figures import Figure, FigureValue, Nature, Origin
from thidua.core.scoring.intake import take_in
from thidua.core.states import Stage, State
from thidua.core.timeline import Period

DATA = Period(date(2024, 1, 1), date(2025, 1, 1))
MONTHS = periods_of(DATA, Frequency.MONTH)


def indicator(way: Aggregation, kind: FigureKind = FigureKind.COUNT) -> Indicator:
    return Indicator(code="vu", name="Vụ", kind=kind, frequency=Frequency.MONTH, aggregation=way)


def figure(
    period: str, value: FigureValue | None, state: State = State.REPORTED, nature: Nature = Nature.REAL
) -> Figure:
    origin = Origin(nature=nature, place=Place(cell=period))
    return Figure(unit="a", indicator="vu", stage=Stage.SELF, value=value, state=state, period=period, origin=origin)


def year(way: Aggregation, kind: FigureKind, *values: FigureValue) -> Figure:
    figures = [figure(month.code, value) for month, value in zip(MONTHS, values, strict=False)]
    found = aggregate(figures, indicator=indicator(way, kind), owed=MONTHS)
    assert found is not None
    return found


def share(numerator: int, denominator: int) -> Counts:
    return Counts(numerator, denominator, NumberKind.SHARE)


def test_counts_add_and_a_share_is_made_anew_from_its_counts() -> None:
    assert year(Aggregation.SUM, FigureKind.COUNT, Number(3), Number(0), Number(4)).value == Number(7)
    found = year(Aggregation.SUM, FigureKind.SHARE, share(343, 359), share(0, 0), share(210, 230))
    assert found.value == share(553, 589)  # and not the mean of the two rates


def test_a_mean_without_an_end_stays_exact() -> None:
    assert year(Aggregation.AVERAGE, FigureKind.COUNT, Number(10), Number(20)).value == Number(15)
    found = year(Aggregation.AVERAGE, FigureKind.PERCENT, *(Rate(Number(one, 1)) for one in (931, 940, 926)))
    assert found.value == Mean(Number(2797, 1), 3, is_rate=True)
    assert Fraction(*found.value.ratio) == Fraction(2797, 3000)


def test_what_speaks_of_the_state_is_the_last_period_s_whenever_it_was_typed() -> None:
    typed_later = [figure("2024-05", Number(9)), figure("2024-02", Number(4))]
    for way in (Aggregation.LATEST, Aggregation.CUMULATIVE):
        found = aggregate(typed_later, indicator=indicator(way), owed=MONTHS)
        assert found is not None
        assert found.value == Number(9)
        assert found.lacking == tuple(one.code for one in MONTHS[5:])  # the earlier ones change nothing any more


def test_a_period_without_a_figure_is_no_zero_but_lacks() -> None:
    found = aggregate([figure("2024-02", Number(4))], indicator=indicator(Aggregation.SUM), owed=MONTHS)
    assert found is not None
    assert found.value == Number(4)
    assert found.lacking == tuple(one.code for one in MONTHS if one.code != "2024-02")
    assert aggregate([], indicator=indicator(Aggregation.SUM), owed=MONTHS) is None


def test_a_period_for_which_nothing_was_given_stays_out() -> None:
    parts = [figure("2024-01", None, State.NOT_ASSIGNED), figure("2024-02", Number(6))]
    found = aggregate(parts, indicator=indicator(Aggregation.AVERAGE), owed=MONTHS[:2])
    assert found is not None
    assert (found.value, found.lacking) == (Number(6), ())
    nothing = aggregate(parts[:1], indicator=indicator(Aggregation.SUM), owed=MONTHS[:1])
    assert nothing is not None
    assert (nothing.value, nothing.state) == (None, State.NOT_ASSIGNED)


def test_one_illustrative_month_makes_the_year_illustrative() -> None:
    parts = [figure("2024-01", Number(1)), figure("2024-02", Number(2), nature=Nature.ILLUSTRATIVE)]
    found = aggregate(parts, indicator=indicator(Aggregation.SUM), owed=MONTHS)
    assert found is not None
    assert found.origin.nature is Nature.ILLUSTRATIVE


def test_rates_without_counts_are_never_added() -> None:
    with pytest.raises(FiguresRefused):
        year(Aggregation.SUM, FigureKind.SHARE, share(1, 2), Rate(Number(50)))


NUMBERS = st.builds(Number, st.integers(-(10**6), 10**6), st.integers(0, 3))
RATES = st.builds(lambda digits, places: Rate(Number(digits, places)), st.integers(0, 10**5), st.integers(0, 2))
COUNTS = st.integers(1, 500).flatmap(lambda whole: st.builds(share, st.integers(0, whole), st.just(whole)))
OF_KIND = {FigureKind.COUNT: NUMBERS, FigureKind.PERCENT: RATES, FigureKind.SHARE: COUNTS}


@given(data=st.data())
def test_the_year_is_what_plain_fractions_say_in_any_order(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(OF_KIND)))
    way = data.draw(st.sampled_from(sorted(AGGREGATIONS[kind])))
    months = data.draw(st.lists(st.sampled_from(MONTHS), min_size=1, unique=True))
    parts = [figure(one.code, data.draw(OF_KIND[kind])) for one in months]
    event(f"{kind} {way}")
    found = aggregate(parts, indicator=indicator(way, kind), owed=MONTHS)
    shuffled = aggregate(data.draw(st.permutations(parts)), indicator=indicator(way, kind), owed=MONTHS)
    assert found == shuffled
    assert found is not None
    assert isinstance(found.value, (Number, Rate, Counts, Mean))
    assert Fraction(*found.value.ratio) == oracle(way, parts)


def oracle(way: Aggregation, parts: list[Figure]) -> Fraction:
    in_time = [one.value for one in sorted(parts, key=lambda one: one.period)]
    pairs = [one.ratio for one in in_time if isinstance(one, (Number, Rate, Counts))]
    if way in (Aggregation.LATEST, Aggregation.CUMULATIVE):
        return Fraction(*pairs[-1])
    if isinstance(in_time[0], Counts):
        return Fraction(sum(top for top, _bottom in pairs), sum(bottom for _top, bottom in pairs))
    whole = sum((Fraction(*one) for one in pairs), Fraction(0))
    return whole if way is Aggregation.SUM else whole / len(pairs)


def monthly_scope(**unit: Period) -> Scope:
    document = dict(RULEBOOK)
    monthly = {"frequency": "month", "aggregation": "sum"}
    document["indicators"] = [one | monthly if one["code"] in ("bai", "vu") else one for one in RULEBOOK["indicators"]]  # type: ignore[index, operator, union-attr]
    units = (SeasonUnit(code="tay-ninh", name="Tây Ninh", **unit),)
    return Scope(units=units, rulebook=parse_rulebook(document), data=DATA)


def row(code: str, text: str, period: str = "", stage: Stage = Stage.SELF) -> FigureRow:
    place = Place(cell=f"{code}@{period}")
    notes = {"period": Cell(period, place)} if period else {}
    return FigureRow(
        code=Cell(code, place), unit=Cell("tay-ninh"), stages={stage: Cell(text, place)}, notes=notes, place=place
    )


@pytest.mark.parametrize(
    ("given_row", "problem"),
    [
        (row("bai", "7"), "figures.period_missing"),
        (row("ty-le", "7%", "2024-03"), "figures.period_unwanted"),
        (row("bai", "7", "2024-03", Stage.APPRAISED), "figures.period_unwanted"),
        (row("bai", "7", "2023-03"), "figures.unknown_period"),
        (row("bai", "7", "2024-Q1"), "figures.unknown_period"),
        (row("vu", "95%", "2024-03"), "figures.rate_in_sum"),
        (row("bai", "7", "2024-09"), "figures.unit_outside_period"),
    ],
)
def test_a_figure_is_typed_as_often_as_the_rulebook_says(given_row: FigureRow, problem: str) -> None:
    valid = Period(date(2010, 1, 1), date(2024, 9, 1))
    taken = take_in([given_row], [], monthly_scope(valid=valid))
    assert [code for code, _cell in told(taken) if not code.startswith("figures.target")] == [problem]
    assert taken.figures == ()


def test_months_of_one_cell_are_no_repetition_and_make_the_year() -> None:
    scope = monthly_scope()
    rows = [row("bai", "2", "tháng 1"), row("bai", "3", "2024-02"), row("bai", "9", stage=Stage.APPRAISED)]
    taken = take_in(rows, [], scope)
    said = {one.stage: one.value for one in yearly(taken.figures, scope)}
    assert said == {Stage.SELF: Number(5), Stage.APPRAISED: Number(9)}
    again = take_in([*rows, row("bai", "4", "2024-01")], [], scope)
    assert "figures.twice" in [code for code, _cell in told(again)]


def test_a_unit_owes_the_periods_at_whose_end_it_exists() -> None:
    scope = monthly_scope()
    monthly = next(one for one in scope.rulebook.indicators if one.code == "bai")  # type: ignore[union-attr]
    merged = replace(scope.units[0], valid=Period(date(2010, 1, 1), date(2024, 7, 1)))
    successor = replace(scope.units[0], valid=Period(date(2024, 7, 1)))
    assert [one.code for one in periods_owed(merged, monthly, scope)] == [f"2024-0{month}" for month in range(1, 7)]
    assert [one.number for one in periods_owed(successor, monthly, scope)] == [7, 8, 9, 10, 11, 12]
    assert len(periods_owed(successor, monthly, scope, is_successor=True)) == 12
