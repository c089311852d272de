"""Days that no calendar knows: every figure at fault is told at once, and what is wrong with a rule is told once."""

from datetime import date

import pytest

from thidua.core.errors import FiguresRefused
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.evaluate import evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member, Origin, Place
from thidua.core.states import Stage
from thidua.core.timeline import Period, WorkingCalendar

CALENDAR = WorkingCalendar("Lịch 2024", Period(date(2024, 1, 1), date(2025, 1, 1)), frozenset({5, 6}), ())


def rulebook(*dues: str) -> Rulebook:
    return parse_rulebook(
        {
            "rulebook": "t",
            "title": "t",
            "version": "1",
            "valid": {"from": "01/01/2024"},
            "indicators": [
                {"code": f"ngay{at}", "name": "ngày gửi", "kind": "day"} for at, _due in enumerate(dues, start=1)
            ],
            "criteria": [
                {
                    "code": f"T{at}",
                    "name": "đúng hạn",
                    "points": "5",
                    "indicator": f"ngay{at}",
                    "value": {"kind": "working_days_early", "due": due},
                    "rule": {"kind": "bands", "bands": [{"below": "0", "points": "0"}, {"from": "0", "points": "5"}]},
                }
                for at, due in enumerate(dues, start=1)
            ],
        }
    )


def table(calendar: WorkingCalendar | None, *days: date) -> FigureTable:
    """A unit for each day, which it states for both criteria."""
    return FigureTable(
        units=tuple(Member(f"u{at}", f"Xã {at}") for at, _day in enumerate(days)),
        figures=tuple(
            Figure(unit=f"u{at}", indicator=f"ngay{which}", stage=Stage.SELF, value=day, origin=origin(at, which))
            for at, day in enumerate(days)
            for which in (1, 2)
        ),
        targets=(),
        stage=Stage.SELF,
        calendar=calendar,
    )


def origin(row: int, column: int) -> Origin:
    return Origin(place=Place("f.xlsx", "", f"{'_AB'[column]}{row + 1}"))


def refused(book: Rulebook, figures: FigureTable) -> list[tuple[str, str, object]]:
    with pytest.raises(FiguresRefused) as refusal:
        evaluate(book, figures)
    return [(one.code, one.place.cell or one.place.path, one.data.get("day")) for one in refusal.value.problems]


def test_every_day_outside_the_calendar_is_told_with_its_cell() -> None:
    days = (date(2023, 12, 29), date(2024, 11, 22), date(2025, 1, 2))
    assert refused(rulebook("22/11/2024", "25/11/2024"), table(CALENDAR, *days)) == [
        ("timeline.outside_calendar", "A1", days[0]),
        ("timeline.outside_calendar", "A3", days[2]),
        ("timeline.outside_calendar", "B1", days[0]),
        ("timeline.outside_calendar", "B3", days[2]),
    ]


def test_a_due_day_outside_the_calendar_is_told_once_beside_the_days_of_other_rules() -> None:
    days = (date(2024, 11, 22), date(2025, 1, 2))
    assert refused(rulebook("22/11/2025", "25/11/2024"), table(CALENDAR, *days)) == [
        ("timeline.outside_calendar", "B2", days[1]),
        ("timeline.outside_calendar", "criteria[T1]", date(2025, 11, 22)),
    ]


def test_a_season_without_a_calendar_is_told_once() -> None:
    days = (date(2024, 11, 22), date(2025, 1, 2))
    assert refused(rulebook("22/11/2024", "25/11/2024"), table(None, *days)) == [("scoring.no_calendar", "", None)]


def test_a_calendar_is_not_asked_for_where_nobody_has_reported() -> None:
    assert evaluate(rulebook("22/11/2024", "25/11/2025"), table(None)).table.rows == 0
