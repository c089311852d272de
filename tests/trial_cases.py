"""Small seasons made in memory, for trying rulebooks on: three units, figures by indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.results.result import SeasonName
from thidua.core.rulebook import Rulebook, parse_rulebook
from thidua.core.scoring.figures import Figure, FigureValue, Member, Target
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Season
from thidua.core.states import Stage, State
from thidua.files.calendars import load_working_calendar

UNITS = tuple(
    Member(code, f"Công an tỉnh {short}", "Cụm thử", short)
    for code, short in (("tay-ninh", "Tây Ninh"), ("long-an", "Long An"), ("binh-phuoc", "Bình Phước"))
)
Raw = Mapping[str, object]


def book(
    criteria: Sequence[Raw], indicators: Sequence[Raw] = (), *, year: int = 2024, version: str = "1", **above: object
) -> Rulebook:
    """A rulebook for a year, from criteria and indicators as an officer writes them."""
    head = {"rulebook": "bang-thu", "title": "Bảng thử", "version": version}
    valid = {"from": f"{year}-01-01", "to": f"{year + 1}-01-01"}
    return parse_rulebook({**head, "valid": valid, "indicators": list(indicators), "criteria": list(criteria), **above})


def season(
    rulebook: Rulebook,
    values: Mapping[str, Sequence[FigureValue | State | None]],
    targets: Mapping[str, Sequence[Number | Rate | None]] | None = None,
    *,
    units: Sequence[Member] = UNITS,
    adjustments: Sequence[AuthorityAdjustment] = (),
) -> Season:
    """A closed season with one agreed figure per unit and indicator; None says nothing."""
    figures = tuple(
        _figure(unit.code, code, said)
        for code, many in values.items()
        for unit, said in zip(units, many, strict=True)
        if said is not None
    )
    given = tuple(
        Target(unit=unit.code, indicator=code, value=value)
        for code, many in (targets or {}).items()
        for unit, value in zip(units, many, strict=True)
    )
    return Season(
        name=SeasonName(code="ky-thu", title="Kỳ thử", cluster="Cụm thử", year=2024),
        units=tuple(units),
        rulebook=rulebook,
        figures=figures,
        targets=given,
        stage=Stage.AGREED,
        closed=True,
        calendar=load_working_calendar(),
        adjustments=tuple(adjustments),
    )


def _figure(unit: str, indicator: str, said: FigureValue | State) -> Figure:
    state = said if isinstance(said, State) else State.REPORTED
    value = None if isinstance(said, State) else said
    return Figure(unit=unit, indicator=indicator, stage=Stage.AGREED, value=value, state=state)


def shares(*pairs: str) -> list[Counts]:
    """`343/359` …"""
    return [Counts(*(int(part) for part in pair.split("/")), NumberKind.SHARE) for pair in pairs]


def rates(*percents: str) -> list[Rate]:
    """`93.1` …"""
    return [Rate(Number.parse(percent)) for percent in percents]


def numbers(*amounts: str) -> list[Number]:
    """`8.5` …"""
    return [Number.parse(amount) for amount in amounts]


def days(*texts: str) -> list[date]:
    """ISO days."""
    return [date.fromisoformat(text) for text in texts]


# The worked table of docs/algorithms/simulation.md.

INDICATORS: list[Raw] = [
    {"code": "pha-an", "name": "Án được khám phá", "kind": "share", "measure": "vụ"},
    {"code": "tin-bai", "name": "Tin bài được đăng", "kind": "count", "measure": "bài"},
]
DIGITAL: Raw = {"code": "so-hoa", "name": "Hồ sơ số hóa", "kind": "share", "measure": "hồ sơ"}


def worked_criteria(solved: str, led: str, articles: str, each: str) -> list[Raw]:
    """The three criteria of the worked table with their points."""
    share, event = {"kind": "proportional", "of": "whole"}, {"kind": "per_event", "each": each}
    return [
        {"code": "I.1", "name": "Phá án", "points": solved, "indicator": "pha-an", "rule": share},
        {"code": "I.2", "name": "Chỉ đạo", "points": led, "rule": "entry"},
        {"code": "I.3", "name": "Tin bài", "points": articles, "indicator": "tin-bai", "rule": event},
    ]


def worked_season() -> Season:
    """The season of the worked table under its own rulebook."""
    old = book(worked_criteria("60", "20", "20", "2"), INDICATORS)
    figures = {
        "pha-an": shares("90/100", "80/100", "70/100"),
        "I.2": numbers("18", "16", "14"),
        "tin-bai": numbers("4", "7", "10"),
    }
    return season(old, figures)


def worked_rulebook() -> Rulebook:
    """The new rulebook of the worked table."""
    digital = {"code": "I.4", "name": "Số hóa", "points": "20", "indicator": "so-hoa",
               "rule": {"kind": "proportional", "of": "whole"}}  # fmt: skip
    return book([*worked_criteria("40", "10", "30", "3"), digital], [*INDICATORS, DIGITAL], year=2025, version="2")
