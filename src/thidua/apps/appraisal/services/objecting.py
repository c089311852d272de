"""A unit objects to a cut within its days; somebody who did not decide rules; the ruling is what counts."""

from collections.abc import Iterator

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events
from thidua.apps.appraisal.clocks import clocks_of, last_day
from thidua.apps.appraisal.items import Item, ItemState
from thidua.apps.appraisal.models import Objection, Outcome, Ruling
from thidua.apps.appraisal.services.common import LONGEST, demand_reviewer, scene
from thidua.apps.appraisal.services.deciding import signed
from thidua.apps.ledger.services import recording
from thidua.apps.reporting.services.deciding import Decided, Figures, at_field, decided_figures
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import Problem
from thidua.core.ledger.entry import Author
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy


def object_to(
    *, actor: Actor, season: Season, unit: str, indicator: str, decision: int, text: str, wanted: str = ""
) -> Objection:
    """Object to a decision that cut a claim, on or before the last day for it. `wanted` is a figure as the claim is."""
    with changing(season) as held:
        by = demand(actor, Verb.OBJECT, held.subject(unit))
        item = scene(held, unit, indicator).item
        asked = {indicator: Decided(tidy(wanted))}
        readable = decided_figures(held, unit=unit, stage=Stage.APPRAISED, decided=asked, by=by)
        refuse(
            [
                *_not_to_object(item, decision, held),
                *checks.given("text", text, longest=LONGEST),
                *at_field(readable.problems, "wanted"),
            ]
        )
        row = Objection(
            season=held.season,
            decision=item.decision,
            text=tidy(text),
            wanted=tidy(wanted),
            rule_by=last_day(held.today, clocks_of(held.season, on=held.today).ruling),
            **signed(by),
        )
        with recording(
            events.OBJECTION_RAISED,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"text": row.text},
            unit=unit,
            indicator=indicator,
            due=row.rule_by,
        ) as record:
            return record.save(row)


def withdraw_objection(*, actor: Actor, season: Season, unit: str, indicator: str) -> Ruling:
    """The unit takes its objection back before it is ruled on; the decision stands."""
    with changing(season) as held:
        by = demand(actor, Verb.OBJECT, held.subject(unit))
        item = scene(held, unit, indicator).item
        refuse(_not_open(item))
        return _end(held, item, Outcome.WITHDRAWN, by, Figures([], []))


def rule_on(
    *, actor: Actor, season: Season, unit: str, indicator: str, outcome: Outcome, reason: str, typed: str = ""
) -> Ruling:
    """Rule on an objection. Where the unit is right, `typed` is the figure that counts from now on."""
    with changing(season) as held:
        by = demand_reviewer(actor, Verb.RULE_ON_OBJECTION, held, unit)
        item = scene(held, unit, indicator).item
        refuse([*_not_open(item), *_not_to_rule(item, by, outcome), *checks.given("reason", reason, longest=LONGEST)])
        figures = Figures([], [])
        if outcome is Outcome.UPHELD:
            decided = {indicator: Decided(tidy(typed), appraiser=by.name, reason=tidy(reason))}
            figures = decided_figures(held, unit=unit, stage=Stage.APPRAISED, decided=decided, by=by)
            refuse([*checks.given("typed", typed), *at_field(figures.problems, "typed")])
        return _end(held, item, outcome, by, figures, reason=tidy(reason), typed=tidy(typed))


def _end(
    held: Held, item: Item, outcome: Outcome, by: Author, figures: Figures, *, reason: str = "", typed: str = ""
) -> Ruling:
    row = Ruling(
        season=held.season,
        objection=item.objection,
        outcome=outcome,
        reason=reason,
        typed=typed if outcome is Outcome.UPHELD else "",
        **signed(by),
    )
    with recording(
        events.OBJECTION_RULED,
        by=by,
        chain=held.season.ledger_chain(),
        reason=reason,
        unit=item.unit,
        indicator=item.indicator,
        outcome=outcome,
    ) as record:
        record.save(row)
        for figure in figures.rows:
            record.save(figure)
    return row


def _not_to_object(item: Item, decision: int, held: Held) -> Iterator[Problem]:
    data = {"indicator": item.indicator}
    if item.objection is not None:
        yield Problem("appraisal.objected_already", data)
    elif item.state is not ItemState.ADJUSTED or item.decision is None or item.decision.version != decision:
        yield Problem("appraisal.nothing_to_object_to", data)
    elif not item.may_object(held.today):
        yield Problem("appraisal.objection_too_late", {"day": item.decision.due_on})


def _not_open(item: Item) -> Iterator[Problem]:
    if item.state is not ItemState.OBJECTED:
        yield Problem("appraisal.no_open_objection", {"indicator": item.indicator})


def _not_to_rule(item: Item, by: Author, outcome: Outcome) -> Iterator[Problem]:
    if item.decision is not None and item.decision.by_account == by.account:
        yield Problem("appraisal.ruling_on_oneself", {"indicator": item.indicator})
    if outcome is Outcome.WITHDRAWN:
        yield Problem("appraisal.only_the_unit_withdraws", {"indicator": item.indicator})
