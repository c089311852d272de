"""The appraisal of the demonstration: a roster drawn by a word, one unit decided item by item, two objections ruled,
and the meeting that agreed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from thidua.apps.access.roles import Actor
from thidua.apps.appraisal.items import asked_by
from thidua.apps.appraisal.models import Verdict
from thidua.apps.appraisal.services import decide, draw_roster_of, hold_meeting, object_to, rule_on
from thidua.apps.appraisal.services.agreeing import Minute
from thidua.apps.appraisal.services.deciding import Seen
from thidua.apps.demo.script import AppraisalScript
from thidua.apps.reporting.selectors import latest_figures
from thidua.apps.rulebooks.bridge import spelled
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.models import Season
from thidua.core.scoring.figures import Figure
from thidua.core.season import Season as CoreSeason
from thidua.core.states import Stage, State

STATES = {State.NOT_ASSIGNED: "không giao", State.NOT_APPLICABLE: "không áp dụng"}
WHY = "Đối chiếu hồ sơ, số liệu khác số khai (minh họa)"


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What the script says of the appraisal of one season, acted by the people of the demonstration."""

    script: AppraisalScript
    season: Season
    folder: CoreSeason
    person: Callable[[str], Actor]

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """Everything that is recorded, each with its time."""
        yield self.script.drawn_at, self._roster
        yield self.script.decided_at, self._decisions
        yield self.script.objected_at, self._objections
        yield self.script.ruled_at, self._rulings
        yield self.script.meeting.at, self._meeting

    def _roster(self) -> None:
        actor = self.person(self.script.drawn_by)
        draw_roster_of(actor=actor, season=self.season, each=1, word=self.script.word)

    def _decisions(self) -> None:
        """Each claim of the unit becomes what the folder says of it; an objection that will be upheld begins lower."""
        claims, decided = self._said(Stage.SELF), self._said(Stage.APPRAISED)
        standing = latest_figures(self.season)
        versions = {code: standing[self.script.unit, code, Stage.SELF].version for code in claims}
        cuts = {one.indicator: one.cut for one in self.script.objections if one.cut}
        for indicator, claim in claims.items():
            text = cuts.get(indicator) or _text(decided.get(indicator, claim))
            is_same = text == _text(claim)
            decide(
                actor=self.person(self.script.decided_by),
                season=self.season,
                unit=self.script.unit,
                indicator=indicator,
                verdict=Verdict.ACCEPT if is_same else Verdict.ADJUST,
                seen=Seen(versions[indicator], 0),
                typed="" if is_same else text,
                reason="" if is_same else decided.get(indicator, claim).origin.reason or WHY,
                clause="" if is_same else self.script.clause,
                due_on=self.script.due_on,
            )

    def _objections(self) -> None:
        for one in self.script.objections:
            object_to(
                actor=self.person(self.script.objected_by),
                season=self.season,
                unit=self.script.unit,
                indicator=one.indicator,
                decision=1,
                text=one.text,
                wanted=one.typed,
            )

    def _rulings(self) -> None:
        for one in self.script.objections:
            rule_on(
                actor=self.person(self.script.ruled_by),
                season=self.season,
                unit=self.script.unit,
                indicator=one.indicator,
                outcome=one.outcome,
                reason=one.reason,
                typed=one.typed if one.cut else "",
            )

    def _meeting(self) -> None:
        said = self.script.meeting
        minute = Minute(said.document.date, said.place, said.present, said.opinion)
        hold_meeting(actor=self.person(said.by), season=self.season, minute=minute, document=said.document)

    def _said(self, stage: Stage) -> dict[str, Figure]:
        """What the folder says of the unit at a stage, of what the rulebook asks for."""
        asked = asked_by(rulebook_of(self.season, on=self.script.drawn_at.date()))
        unit = self.script.unit
        return {
            one.indicator: one
            for one in self.folder.figures
            if one.unit == unit and one.stage is stage and one.indicator in asked
        }


def _text(figure: Figure) -> str:
    return STATES[figure.state] if figure.value is None else spelled(figure.value)
