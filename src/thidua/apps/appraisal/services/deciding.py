"""An appraiser decides on a claim, a second person confirms or refuses, and a unit answers what was returned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events
from thidua.apps.appraisal.clocks import clocks_of, last_day
from thidua.apps.appraisal.items import Item, ItemState
from thidua.apps.appraisal.models import Decision, SecondLook, Verdict
from thidua.apps.appraisal.services.common import LONGEST, Scene, demand_reviewer, scene, seen_as
from thidua.apps.ledger.services import Recording, recording
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services.deciding import Decided, Figures, at_field, decided_figures, figures_withdrawn
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.rulebook.schema import Rulebook
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy


@dataclass(frozen=True, slots=True)
class Seen:
    """The versions of claim and decision that somebody acts on; 0 is none."""

    claim: int
    decision: int = 0


def decide(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    indicator: str,
    verdict: Verdict,
    seen: Seen,
    typed: str = "",
    reason: str = "",
    clause: str = "",
    due_on: date | None = None,
) -> Decision:
    """Decide on one claim. The figure that counts is written beside it, at once or once a second person has confirmed.

    Raises AccessRefused, SeasonRefused with every problem: a cut without reason and clause, a figure out of bounds, a
    claim or a decision that has changed meanwhile.
    """
    with changing(season) as held:
        by = demand_reviewer(actor, Verb.APPRAISE, held, unit)
        now = scene(held, unit, indicator)
        claimed = now.item.claim.typed if now.item.claim else ""
        text = claimed if verdict is Verdict.ACCEPT else tidy(typed)
        figures = _appraised(now, text, by, reason) if text and verdict is not Verdict.RETURN else Figures([], [])
        row = Decision(
            season=held.season,
            unit=unit,
            indicator=indicator,
            version=now.item.decision_version + 1,
            verdict=verdict,
            claim=now.item.claim_version,
            claimed=claimed,
            typed="" if verdict is Verdict.RETURN else text,
            reason=tidy(reason),
            clause=tidy(clause),
            due_on=_due(verdict, due_on, held),
            needs_second=verdict is not Verdict.RETURN and needs_second(now.rulebook, indicator),
            **signed(by),
        )
        refuse(
            [
                *seen_as(now.item, claim=seen.claim, decision=seen.decision),
                *_unfit(now, row),
                *at_field(figures.problems, "typed"),
            ]
        )
        kept = [] if row.needs_second or verdict is Verdict.RETURN else figures.rows
        kept = kept or _taken_back(now, row, by)
        with recording(
            events.CLAIM_DECIDED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.reason,
            unit=unit,
            indicator=indicator,
            verdict=verdict,
            claimed=row.claimed,
            typed=row.typed,
            clause=row.clause,
        ) as record:
            record.save(row)
            _save(record, kept)
        return row


def look_again(
    *, actor: Actor, season: Season, unit: str, indicator: str, decision: int, confirms: bool, reason: str = ""
) -> SecondLook:
    """The second person, on the same data: confirm a decision, or refuse it with the reason. Never edits it."""
    with changing(season) as held:
        by = demand_reviewer(actor, Verb.APPRAISE, held, unit)
        now = scene(held, unit, indicator)
        refuse(_not_to_confirm(now.item, by, decision, confirms=confirms, reason=reason))
        made = Decision.objects.get(season=held.season, unit=unit, indicator=indicator, version=decision)
        row = SecondLook(season=held.season, decision=made, confirms=confirms, reason=tidy(reason), **signed(by))
        figures = _appraised(now, made.typed, by, made.reason).rows if confirms else []
        event = events.DECISION_CONFIRMED if confirms else events.DECISION_REFUSED
        with recording(
            event, by=by, chain=held.season.ledger_chain(), reason=row.reason, unit=unit, indicator=indicator
        ) as record:
            record.save(row)
            _save(record, figures)
        return row


def answer_return(*, actor: Actor, season: Season, unit: str, indicator: str, typed: str, evidence: str = "") -> Figure:
    """The unit answers a returned claim with a new version of its figure, up to the day that was set."""
    with changing(season) as held:
        by = demand(actor, Verb.ANSWER_RETURN, held.subject(unit))
        now = scene(held, unit, indicator)
        figures = decided_figures(held, unit=unit, stage=Stage.SELF, decided={indicator: Decided(tidy(typed))}, by=by)
        same = Problem("appraisal.answer_says_the_same", {"indicator": indicator}, Place(path="typed"))
        is_same = now.item.claim is not None and tidy(typed) == now.item.claim.typed and not evidence.strip()
        refuse(
            [
                *_not_to_answer(now.item, held.today),
                *checks.given("typed", typed),
                *([same] if is_same else at_field(figures.problems, "typed")),
            ]
        )
        (row,) = figures.rows
        row.evidence = tidy(evidence)
        with recording(
            events.RETURN_ANSWERED,
            by=by,
            chain=held.season.ledger_chain(),
            unit=unit,
            indicator=indicator,
            typed=row.typed,
        ) as record:
            return record.save(row)


def needs_second(rulebook: Rulebook, indicator: str) -> bool:
    """Whether a criterion that asks for the indicator wants two persons."""
    return any(indicator in leaf.indicators and leaf.wants_two for _node, leaf in rulebook.leaves)


def signed(by: Author) -> dict[str, object]:
    """Who wrote a row, for which unit, and when."""
    return {"by_account": by.account, "by_unit": by.unit, "at": clock.now()}


def _due(verdict: Verdict, due_on: date | None, held: Held) -> date | None:
    if verdict is Verdict.ACCEPT:
        return None
    return due_on or last_day(held.today, clocks_of(held.season, on=held.today).answer)


def _appraised(now: Scene, text: str, by: Author, reason: str) -> Figures:
    decided = {now.item.indicator: Decided(text, appraiser=by.name, reason=tidy(reason))}
    return decided_figures(now.held, unit=now.item.unit, stage=Stage.APPRAISED, decided=decided, by=by)


def _taken_back(now: Scene, row: Decision, by: Author) -> list[Figure]:
    """An earlier decision's figure counts no more, unless this one says the same."""
    standing = now.item.figures.get(Stage.APPRAISED)
    if standing is not None and standing.typed == row.typed and not row.needs_second:
        return []
    return figures_withdrawn(now.held, unit=row.unit, stage=Stage.APPRAISED, indicators=[row.indicator], by=by)


def _save(record: Recording, rows: list[Figure]) -> None:
    for row in rows:
        record.save(row)


def _unfit(now: Scene, row: Decision) -> Iterator[Problem]:
    """What is wrong with a decision itself."""
    if now.item.state is ItemState.OBJECTED:
        yield Problem("appraisal.objection_open", {"indicator": row.indicator})
    match Verdict(row.verdict):
        case Verdict.ACCEPT if not row.claimed:
            yield Problem("appraisal.nothing_to_accept", {"indicator": row.indicator})
        case Verdict.ADJUST:
            yield from checks.given("typed", row.typed)
            yield from checks.given("reason", row.reason, longest=LONGEST)
            yield from checks.given("clause", row.clause)
            if row.typed and row.typed == row.claimed:
                yield Problem("appraisal.same_as_claim", {"claimed": row.claimed}, Place(path="typed"))
        case Verdict.RETURN:
            yield from checks.given("reason", row.reason, longest=LONGEST)
    if row.due_on is not None and row.due_on < now.held.today:
        yield Problem("appraisal.due_has_passed", {"day": row.due_on}, Place(path="due_on"))


def _not_to_confirm(item: Item, by: Author, decision: int, *, confirms: bool, reason: str) -> Iterator[Problem]:
    if item.state is not ItemState.WAITING or item.decision is None or item.decision.version != decision:
        yield Problem("appraisal.nothing_to_confirm", {"indicator": item.indicator})
    elif item.decision.by_account == by.account:
        yield Problem("appraisal.same_person", {"indicator": item.indicator})
    if not confirms:
        yield from checks.given("reason", reason, longest=LONGEST)


def _not_to_answer(item: Item, today: date) -> Iterator[Problem]:
    if item.state is not ItemState.RETURNED or item.decision is None:
        yield Problem("appraisal.not_returned", {"indicator": item.indicator})
    elif item.decision.due_on is not None and today > item.decision.due_on:
        yield Problem("appraisal.answer_too_late", {"day": item.decision.due_on})
