"""What the units of the demonstration and those who check them say to each other, and what was typed for one of them.

All of it is illustrative and says so. No report stays submitted: two figures of the year were never reported, and what
was never reported is not invented.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from thidua.apps.access.roles import Actor, Role
from thidua.apps.attachments.services import Upload
from thidua.apps.demo.evidence import one_page
from thidua.apps.remarks.services import At, answer, ask, close
from thidua.apps.reporting.doubts import own_lines
from thidua.apps.reporting.selectors import entries_for
from thidua.apps.reporting.services import (
    Typed,
    confirm_entry,
    enter_for_unit,
    explain_figure,
)
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.periods import YEAR

Act = Callable[[], object]
QUESTION = "Số liệu này đã gồm các vụ việc tồn từ năm trước chưa? (minh họa)"
ANSWER = "Đã gồm, nêu ở trang 3 của báo cáo tổng kết. (minh họa)"
OPEN = "Đề nghị đơn vị gửi thêm bảng kê theo tháng. (minh họa)"
COMMENT = "Tăng so với các tháng đầu năm do mở đợt cao điểm. (minh họa)"


@dataclass(frozen=True, slots=True)
class Talking:
    """One season's talk; `figures` are the unit's own claims that are typed for it, by indicator."""

    season: Season
    units: Sequence[str]
    chair: str
    claims_at: datetime
    in_role: Callable[[Role, str], Actor]
    figures: Callable[[str], Mapping[str, str]]

    def acts(self) -> Iterator[tuple[datetime, Act]]:
        """Everything with its time, around the claims."""
        others = [unit for unit in self.units if unit != self.chair]
        asked, waiting, typed_for = others[2], others[-1], others[0]
        at = self.claims_at
        yield at - timedelta(minutes=30), partial(self._type_for, typed_for)
        yield at - timedelta(minutes=15), partial(self._confirm, typed_for)
        yield at + timedelta(hours=3), partial(self._talk, asked)
        yield at + timedelta(hours=4), partial(self._ask, waiting, OPEN)

    def _type_for(self, unit: str) -> None:
        enter_for_unit(
            actor=self.in_role(Role.SECRETARY, self.chair),
            season=self.season,
            unit=unit,
            cells={code: Typed(text) for code, text in list(self.figures(unit).items())[:2]},
            document=Document("87/BC-MH", self.claims_at.date()),
            paper=Upload("bao-cao-giay.pdf", one_page(f"Bao cao bang giay cua {unit} - MINH HOA")),
        )

    def _confirm(self, unit: str) -> None:
        (entry,) = entries_for(self.season, unit)
        confirm_entry(actor=self.in_role(Role.REPORTER, unit), season=self.season, unit=unit, entry=entry.pk)

    def _talk(self, unit: str) -> None:
        question = self._ask(unit, QUESTION)
        answer(actor=self.in_role(Role.REPORTER, unit), season=self.season, thread=question, text=ANSWER)
        close(actor=self.in_role(Role.SECRETARY, self.chair), season=self.season, thread=question)
        explain_figure(
            actor=self.in_role(Role.REPORTER, unit),
            season=self.season,
            unit=unit,
            indicator=self._first(unit),
            text=COMMENT,
            is_illustrative=True,
        )

    def _ask(self, unit: str, text: str) -> UUID:
        code = self._first(unit)
        at = At(unit, code, figure=own_lines(self.season, unit)[code, YEAR].typed)
        actor = self.in_role(Role.SECRETARY, self.chair)
        return ask(actor=actor, season=self.season, at=at, text=text, is_illustrative=True).pk

    def _first(self, unit: str) -> str:
        return next(iter(self.figures(unit)))
