"""Targets of the demonstration beside those of the season folder: milestones, units that take note, one amendment in
June. All of them are illustrative and say so; what is amended makes no points, so that scores stay those of the folder.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from thidua.apps.access.roles import Actor, Role
from thidua.apps.clock import zone
from thidua.apps.rulebooks.services import acknowledge_targets, amend_target, import_targets
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place
from thidua.core.scoring.cells import Cell, TargetRow

DRAWN = "minh họa"
AMENDED, AMENDED_ON = "chuyen-an", date(2024, 6, 14)
QUARTERS = (date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30))
# What each member should have found by the end of each quarter; its target of the year stands in the folder.
MILESTONES = {
    "kinh-te": {
        "tay-ninh": (25, 50, 80), "binh-duong": (35, 75, 115), "binh-phuoc": (20, 42, 65), "long-an": (27, 55, 85),
        "dong-nai": (40, 80, 125),
    },
    "nha-o": {
        "tay-ninh": (2, 5, 8), "binh-duong": (3, 7, 12), "binh-phuoc": (1, 4, 6), "long-an": (3, 6, 9),
        "dong-nai": (4, 8, 12),
    },
}  # fmt: skip
LATE = 3  # days after the last one, by the last of the members


@dataclass(frozen=True, slots=True)
class Targets:
    """What is given, noted and amended, acted by the people of the units."""

    season: Season
    members: Sequence[str]
    body: str
    in_role: Callable[[Role, str], Actor]
    given_at: datetime

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """Everything that is recorded, each with its time."""
        yield self.given_at + timedelta(minutes=30), self._give
        until = self._until()
        for place, unit in enumerate(self.members):
            is_last = place == len(self.members) - 1
            day = until + timedelta(days=LATE if is_last else -1)
            yield _at(day), partial(self._note, unit)
        yield _at(AMENDED_ON), self._amend
        yield _at(AMENDED_ON + timedelta(days=3)), partial(self._note, "long-an")

    def _give(self) -> None:
        rows = [_line(AMENDED, unit, "12") for unit in self.members]
        rows += [_line(code, unit, "", marks) for code, units in MILESTONES.items() for unit, marks in units.items()]
        import_targets(
            actor=self.in_role(Role.STANDING_BODY, self.body),
            season=self.season,
            rows=rows,
            document=Document("06/PL-MH", date(2024, 1, 15)),
            acknowledge_by=self._until(),
        )

    def _note(self, unit: str) -> None:
        acknowledge_targets(actor=self.in_role(Role.SECRETARY, unit), season=self.season, unit=unit)

    def _amend(self) -> None:
        amend_target(
            actor=self.in_role(Role.STANDING_BODY, self.body),
            season=self.season,
            unit="long-an",
            indicator=AMENDED,
            typed="15",
            valid_from=AMENDED_ON + timedelta(days=1),
            document=Document("31/QĐ-MH", AMENDED_ON),
            reason="Giao thêm sau sơ kết 6 tháng (minh họa)",
            acknowledge_by=AMENDED_ON + timedelta(days=7),
            is_illustrative=True,
        )

    def _until(self) -> date:
        return self.given_at.date() + timedelta(days=4)


def _line(code: str, unit: str, typed: str, marks: Sequence[int] = ()) -> TargetRow:
    place = Place(path=f"{code}.{unit}")
    cells = {
        day: Cell(str(mark), Place(path=f"{code}.{unit}.{day.isoformat()}"))
        for day, mark in zip(QUARTERS, marks, strict=False)
    }
    notes = {"nature": Cell(DRAWN), "source": Cell(DRAWN)}
    target = Cell(typed, place) if typed else Cell()
    return TargetRow(
        code=Cell(code, place), unit=Cell(unit, place), target=target, notes=notes, milestones=cells, place=place
    )


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=zone())
