"""What is to be appraised: every figure that a criterion asks for, with the claim, the decision and how it stands.

A claim that was copied is no appraisal: an item without a decision on this very claim is not yet appraised.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.apps.appraisal.models import Decision, Objection, Ruling, SecondLook, Verdict
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.selectors import latest_figures
from thidua.apps.seasons.models import Season
from thidua.core.rulebook.schema import Rulebook
from thidua.core.states import Stage

Key = tuple[str, str]  # unit, indicator


class ItemState(StrEnum):
    """How an item stands."""

    UNREPORTED = "unreported"  # the unit has said nothing, and nobody has decided
    PENDING = "pending"  # not yet appraised
    RETURNED = "returned"  # the unit is asked to answer
    WAITING = "waiting"  # a second person has to confirm
    ACCEPTED = "accepted"
    ADJUSTED = "adjusted"
    OBJECTED = "objected"  # the unit objects, and nobody has ruled
    RULED = "ruled"
    RECORDED = "recorded"  # decided on paper, and recorded from the minute

    @property
    def is_decided(self) -> bool:
        """Whether nothing is waited for."""
        return self in (ItemState.ACCEPTED, ItemState.ADJUSTED, ItemState.RULED, ItemState.RECORDED)

    @property
    def waits_for_appraisal(self) -> bool:
        """Whether something was reported on which no decision counts yet."""
        return self in (ItemState.PENDING, ItemState.RETURNED, ItemState.WAITING)


@dataclass(frozen=True, slots=True)
class Item:
    """One figure of one unit: `claim` and `figures` are its versions that count, `decision` the one that stands."""

    unit: str
    indicator: str
    claim: Figure | None
    figures: Mapping[Stage, Figure]
    decision: Decision | None
    second: SecondLook | None = None
    objection: Objection | None = None
    ruling: Ruling | None = None

    @property
    def state(self) -> ItemState:
        """How it stands; a decision on an earlier claim counts no more, nor one that the second person refused."""
        decision = self.decision
        if decision is None or decision.claim != self.claim_version or self.is_refused:
            return self._undecided()
        if decision.verdict == Verdict.RETURN:
            return ItemState.RETURNED
        if self.objection is not None:
            return ItemState.OBJECTED if self.ruling is None else ItemState.RULED
        if decision.needs_second and self.second is None:
            return ItemState.WAITING
        return ItemState.ACCEPTED if decision.verdict == Verdict.ACCEPT else ItemState.ADJUSTED

    def _undecided(self) -> ItemState:
        """Without a decision here: recorded from a minute after the claim was typed, or open."""
        recorded = self.recorded
        if recorded is not None and (self.claim is None or recorded.typed_at >= self.claim.typed_at):
            return ItemState.RECORDED
        return ItemState.PENDING if self.claim else ItemState.UNREPORTED

    @property
    def recorded(self) -> Figure | None:
        """What a minute says of it, where nobody decided here."""
        rows = [self.figures.get(stage) for stage in (Stage.RECHECKED, Stage.AGREED, Stage.APPRAISED)]
        return None if self.is_refused else next((row for row in rows if row and row.document_number), None)

    @property
    def is_refused(self) -> bool:
        return self.second is not None and not self.second.confirms

    @property
    def claim_version(self) -> int:
        return self.claim.version if self.claim else 0

    @property
    def decision_version(self) -> int:
        return self.decision.version if self.decision else 0

    def may_object(self, on: date) -> bool:
        """Whether the unit may still object to a cut."""
        decision = self.decision
        return (
            decision is not None
            and self.state is ItemState.ADJUSTED
            and decision.due_on is not None
            and on <= decision.due_on
        )


def items_of(season: Season, rulebook: Rulebook, units: Iterable[str]) -> dict[Key, Item]:
    """Every item of some units in the order of the units and of reading. Five queries, however many there are."""
    figures: dict[Key, dict[Stage, Figure]] = defaultdict(dict)
    for (unit, code, stage), row in latest_figures(season).items():
        figures[unit, code][stage] = row
    decisions = {(row.unit, row.indicator): row for row in Decision.objects.filter(season=season).order_by("version")}
    seconds = {row.decision_id: row for row in SecondLook.objects.filter(season=season)}
    objections = {row.decision_id: row for row in Objection.objects.filter(season=season)}
    rulings = {row.objection_id: row for row in Ruling.objects.filter(season=season)}
    found: dict[Key, Item] = {}
    for unit in units:
        for code in asked_by(rulebook):
            said = figures[unit, code]
            decision = decisions.get((unit, code))
            objection = objections.get(decision.pk) if decision else None
            found[unit, code] = Item(
                unit=unit,
                indicator=code,
                claim=said.get(Stage.SELF),
                figures=said,
                decision=decision,
                second=seconds.get(decision.pk) if decision else None,
                objection=objection,
                ruling=rulings.get(objection.pk) if objection else None,
            )
    return found


def asked_by(rulebook: Rulebook) -> tuple[str, ...]:
    """Every indicator that points or knock-outs hang on, in reading order."""
    codes = [code for _node, leaf in rulebook.leaves for code in leaf.indicators]
    codes += [code for award in rulebook.total.bonuses for code in award.indicators]
    codes += [one.when.indicator for one in rulebook.knock_outs]
    return tuple(dict.fromkeys(codes))


def criterion_of(rulebook: Rulebook) -> dict[str, str]:
    """By indicator, the first criterion that asks for it."""
    found: dict[str, str] = {}
    for node, leaf in rulebook.leaves:
        for code in leaf.indicators:
            found.setdefault(code, node.code)
    return found
