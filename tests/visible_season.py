"""One season that walks from reporting to publication with a mark in everything that somebody writes in it.

Đồng Nai is the unit of the leader, the reporter, the appraiser and the observer of the test world; Bình Phước is the
unit of nobody there. What is marked twice is marked for both, so that one's own and another's can be told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from season_cases import CHAIR, first_day_of, move_on, on, person
from thidua.apps.access.roles import Role
from thidua.apps.appraisal.items import items_of
from thidua.apps.appraisal.models import CheckResult, Outcome, Verdict
from thidua.apps.appraisal.services import check_on_spot, decide, hold_meeting, object_to, recheck, rule_on
from thidua.apps.appraisal.services.agreeing import Minute
from thidua.apps.appraisal.services.checking import Found
from thidua.apps.appraisal.services.deciding import Seen
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.services import Cited, Piece, file_evidence
from thidua.apps.remarks.services import At, ask
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.services import agree_standings, freeze_standings, publish_standings, write_statement_row
from thidua.apps.results.stated import Wording
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.rulebooks.services import amend_target
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.numbers import Number, difference
from thidua.core.phases import Phase
from thidua.core.statements import Comparator
from thidua.words.language import Language
from thidua.words.numbers import MINUS, write_number
from world import World, build, today_in

OWN, OTHER = "dong-nai", "binh-phuoc"
PHASES = (Phase.REPORTING, Phase.APPRAISING, Phase.AGREED, Phase.DELIBERATING, Phase.CONCLUDED)
FIGURES = {
    "dieu-tra": "19/20",
    "cai-nghien": "1.000/500",
    "tin-bai": "7",
    "nop-bao-cao": "11/11/2024",
    "II.1": "đạt",
}
SPOKEN = {  # share of cases solved, points of II.2
    "tay-ninh": ("91,1%", "8,5"),
    "long-an": ("97,2%", "9"),
    OTHER: ("83,59%", "7,41"),
    "binh-duong": ("88,4%", "8,25"),
    OWN: ("71,37%", "6,83"),
}
SIDES = {"own": OWN, "other": OTHER}
Marks = dict[str, tuple[str, ...]]  # by content: texts by any of which it is known


@dataclass
class VisibleSeason:
    """The season as far as it has come, and the marks by which each content of it is known there."""

    world: World
    season: Season
    marks: Marks = field(default_factory=dict)

    def __iter__(self) -> Iterator[Phase]:
        """Each phase in turn; the clock stands in it while it is looked at."""
        for phase, plant in zip(PHASES, (_report, _appraise, _agree, _deliberate, _publish), strict=True):
            with on(today_in(phase)):
                plant(self)
                self.marks |= self._numbers()
                yield phase

    def move_on(self, phase: Phase) -> None:
        self.season = move_on(self.season, to=phase)

    def _numbers(self) -> Marks:
        """Points as they stand, and how far the other unit is behind the first: what is told with the order alone."""
        scored = evaluation_of(self.season, on=today_in(Phase(self.season.phase)))
        totals = {one.unit: one.total for one in scored.standings.ranked}
        points = {f"{side}_points": _spelled(_written(totals[unit])) for side, unit in SIDES.items()}
        behind = difference(scored.standings.ranked[0].total, totals[OTHER])
        return {**points, "order": (MINUS + _written(behind),)}


def visible_season() -> VisibleSeason:
    """The season on the first day of reporting."""
    world = build(Phase.REPORTING)
    return VisibleSeason(world, world.season)


def holds(text: str, marks: tuple[str, ...]) -> bool:
    """Whether a text holds one of the marks, a number not as a part of a longer one."""
    return any(re.search(rf"(?<![\d,.]){re.escape(mark)}(?![\d,.]*\d)", text) for mark in marks)


def _written(points: Number) -> str:
    return write_number(points, Language.VI, 2)


def _spelled(number: str) -> tuple[str, ...]:
    """A number as people write it and as files do."""
    plain = number.replace(".", "").replace(",", ".")
    return number, plain, plain.rstrip("0").rstrip(".")


def _paper(of: VisibleSeason, number: str) -> Document:
    return Document(number, today_in(Phase(of.season.phase)))


def _report(of: VisibleSeason) -> None:
    for unit, (solved, given) in SPOKEN.items():
        given_by = {"document": _paper(of, "06/PL-CA10"), "reason": "Bộ giao", "valid_from": of.season.data_from}
        amend_target(
            actor=of.world.actor("body"), season=of.season, unit=unit, indicator="pha-an", typed="75%", **given_by
        )
        cells = {**FIGURES, "pha-an": solved, "II.2": given}
        typed = {code: Typed(text, "Báo cáo số 5") for code, text in cells.items()}
        enter_figures(actor=person(Role.REPORTER, unit), season=of.season, unit=unit, cells=typed)
    for side, unit in SIDES.items():
        solved = SPOKEN[unit][0]
        share = f"{float(solved.rstrip('%').replace(',', '.')) / 100:.4f}"
        of.marks[f"{side}_figure"] = (solved, solved.replace(",", "."), share)
        title, question = f"Thống kê của {unit} 4708", f"Nguồn của {unit} ở đâu 4709?"
        of.marks |= {f"{side}_evidence": (title,), f"{side}_question": (question,)}
        of.marks[f"{side}_file"] = (f"Tep 4710 {unit}",)
        upload = Upload(f"{unit}.pdf", f"%PDF-1.7\n% Tep 4710 {unit}\n%%EOF\n".encode())
        piece = Piece(title, today_in(Phase.REPORTING), (Cited("pha-an"),), upload=upload)
        file_evidence(actor=person(Role.REPORTER, unit), season=of.season, unit=unit, piece=piece)
        ask(actor=CHAIR, season=of.season, at=At(unit, "pha-an"), text=question)
    wording = Wording(
        ("pha-an",), Comparator.ABOVE, "Nhận định 4711: {passed}/{units} đơn vị trên {threshold}", threshold="95%"
    )
    write_statement_row(actor=CHAIR, season=of.season, given=wording)
    of.marks["statement"] = ("Nhận định 4711",)


def _appraise(of: VisibleSeason) -> None:
    of.move_on(Phase.APPRAISING)
    items = items_of(of.season, rulebook_of(of.season, on=today_in(Phase.APPRAISING)), list(SPOKEN))
    for (unit, indicator), item in items.items():
        actor = person(Role.SECRETARY, "long-an") if unit == "tay-ninh" else CHAIR
        about = {"actor": actor, "season": of.season, "unit": unit, "indicator": indicator}
        seen = Seen(item.claim_version, item.decision_version)
        if unit not in SIDES.values() or indicator != "pha-an":
            decide(**about, verdict=Verdict.ACCEPT, seen=seen)
            continue
        cut = {"typed": "64%", "reason": f"Sổ thụ lý của {unit} ghi khác 4712", "clause": "Điều 5"}
        made = decide(**about, verdict=Verdict.ADJUST, seen=seen, **cut)
        text = f"Đề nghị xem lại, {unit} 4713"
        mine = {**about, "actor": person(Role.REPORTER, unit)}
        object_to(**mine, decision=made.version, text=text, wanted="70%")
        place = f"Trụ sở {unit} 4714"
        found = Found(today_in(Phase.APPRAISING), place, CheckResult.CONFIRMED, "Khớp sổ gốc")
        check_on_spot(
            actor=actor, season=of.season, unit=unit, criterion="I.1", found=found, document=_paper(of, "09/BB")
        )
        side = "own" if unit == OWN else "other"
        of.marks |= {f"{side}_decision": (cut["reason"],), f"{side}_objection": (text,), f"{side}_check": (place,)}


def _agree(of: VisibleSeason) -> None:
    with on(today_in(Phase.APPRAISING) + timedelta(days=1)):
        for unit in SIDES.values():
            about = {"season": of.season, "unit": unit, "indicator": "pha-an", "reason": "Giữ kết luận"}
            rule_on(actor=of.world.actor("body"), outcome=Outcome.REJECTED, **about)
        minute = Minute(today_in(Phase.APPRAISING), "Tây Ninh", "Năm đơn vị", "Ý kiến của cuộc họp 4715")
        hold_meeting(actor=CHAIR, season=of.season, minute=minute, document=_paper(of, "10/BB-CA10"))
    of.marks["minute"] = ("Ý kiến của cuộc họp 4715",)
    of.move_on(Phase.AGREED)
    with on(today_in(Phase.AGREED)):
        freeze_standings(actor=CHAIR, season=of.season, word="chốt", document=_paper(of, "16/BB-4716"))
    of.marks["frozen"] = ("16/BB-4716",)


def _deliberate(of: VisibleSeason) -> None:
    with on(first_day_of(Phase.AGREED) + timedelta(days=3)):
        agree_standings(actor=CHAIR, season=of.season, version=1, word="thống nhất", document=_paper(of, "17/BB-CA10"))
    of.move_on(Phase.DELIBERATING)


def _publish(of: VisibleSeason) -> None:
    """Published, and then re-checked: what is published and what stands are no longer the same."""
    of.move_on(Phase.CONCLUDED)
    with on(today_in(Phase.CONCLUDED)):
        document = _paper(of, "18/QĐ-CA10")
        publish_standings(actor=CHAIR, season=of.season, version=1, word="công bố", document=document)
        of.marks["published"] = tuple(of.marks["other_points"])
        about = {"unit": OTHER, "indicator": "pha-an", "typed": "66%", "reason": "Đối chiếu lại"}
        recheck(actor=of.world.actor("body"), season=of.season, document=_paper(of, "19/KL"), **about)
