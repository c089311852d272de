"""The campaigns and the regulations of the demonstration. That a peak campaign for Tết Giáp Thìn 2024, thematic and
short-term campaigns were carried was reported; their documents, days and results are illustrative and say so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from thidua.apps.access.roles import Actor, Role
from thidua.apps.campaigns.models import Campaign, Sort
from thidua.apps.campaigns.services import (
    CampaignPlan,
    Result,
    acknowledge_campaign,
    launch_campaign,
    review_campaign,
)
from thidua.apps.clock import zone
from thidua.apps.evidence.services import limit_age
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Passing, Season, VoteBase
from thidua.apps.seasons.services import Rules, set_regulation
from thidua.core.timeline import LegalBasis

YEAR = 2024
DRAWN = "Số liệu minh họa."
RULES_ON = date(2024, 1, 12)
Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A campaign with the document that launches it, and how many days after the launch each unit acknowledges."""

    plan: CampaignPlan
    document: Document
    days: Sequence[int]
    reviewed_on: date | None


def _campaign(sort: Sort, name: str, number: str, days: tuple[date, date, date], late: int) -> _Planned:
    first, last, until = days
    on_time = (until - first).days
    plan = CampaignPlan(sort, name, first, last, until, f"{DRAWN} Nội dung do cụm thống nhất.", is_illustrative=True)
    return _Planned(plan, Document(number, first), (0, 1, 2, 2, on_time + late), last + timedelta(days=5))


PLANNED = (
    _campaign(
        Sort.PEAK,
        "Cao điểm tấn công, trấn áp tội phạm dịp Tết Giáp Thìn 2024",
        "02/KH-CA10",
        (date(2024, 1, 15), date(2024, 2, 24), date(2024, 1, 19)),
        4,
    ),
    _campaign(
        Sort.THEMATIC,
        "Chuyên đề về tội phạm ma túy năm 2024",
        "09/KH-CA10",
        (date(2024, 4, 1), date(2024, 6, 28), date(2024, 4, 5)),
        0,
    ),
    _campaign(
        Sort.SHORT_TERM,
        "Đợt ngắn ngày lập thành tích dịp 19 tháng 8",
        "21/KH-CA10",
        (date(2024, 8, 1), date(2024, 8, 19), date(2024, 8, 6)),
        0,
    ),
)


@dataclass(frozen=True, slots=True)
class Campaigns:
    """What the season of 2024 is shown with, acted by the people of its units."""

    season: Season
    members: Sequence[str]
    chair: str
    in_role: Callable[[Role, str], Actor]

    def acts(self) -> Iterator[tuple[datetime, Act]]:
        """Everything that is recorded, each with its time."""
        yield _at(RULES_ON), self._rules
        for one in PLANNED:
            yield from self._one(one)

    def _rules(self) -> None:
        rules = Rules(
            quorum=Fraction(2, 3),
            threshold=Fraction(2, 3),
            threshold_base=VoteBase.MEMBERS,
            comparator=Passing.AT_LEAST,
            objection_days=3,
            reply_days=5,
            has_second_round=True,
            score_rules=f"{DRAWN} Đơn vị tự chấm, cụm thẩm định chéo, rồi thống nhất điểm.",
            basis=LegalBasis(),
        )
        actor, document = self.in_role(Role.SECRETARY, self.chair), Document("01/QC-CA10", RULES_ON)
        set_regulation(actor=actor, season=self.season, rules=rules, document=document, seen=0)
        limit_age(
            actor=actor,
            season=self.season,
            first=self.season.data_from,
            last=self.season.data_to,
            document=document,
            reason=f"{DRAWN} Chỉ xét minh chứng trong thời gian lấy số liệu của cụm.",
            seen=0,
        )

    def _one(self, one: _Planned) -> Iterator[tuple[datetime, Act]]:
        rows: list[Campaign] = []
        chair = self.chair

        def launch() -> None:
            actor = self.in_role(Role.SECRETARY, chair)
            rows.append(launch_campaign(actor=actor, season=self.season, plan=one.plan, document=one.document))

        def review() -> None:
            results = {unit: Result(note=f"Hoàn thành. {DRAWN}") for unit in self.members}
            document = Document(one.document.number.replace("KH", "BC"), one.reviewed_on)
            actor = self.in_role(Role.SECRETARY, chair)
            review_campaign(actor=actor, campaign=rows[0], results=results, summary=DRAWN, document=document)

        yield _at(one.plan.starts_on), launch
        for unit, days in zip(self.members, one.days, strict=True):
            yield _at(one.plan.starts_on + timedelta(days=days), 10), _acknowledging(self, rows, unit)
        if one.reviewed_on:
            yield _at(one.reviewed_on), review


def _acknowledging(told: Campaigns, rows: list[Campaign], unit: str) -> Act:
    def act() -> None:
        acknowledge_campaign(actor=told.in_role(Role.SECRETARY, unit), campaign=rows[0], unit=unit)

    return act


def _at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=zone())
