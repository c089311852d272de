"""Points of the standing body on a unit's total (K33)."""

from collections.abc import Iterator
from dataclasses import replace

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.reporting import events
from thidua.apps.reporting.models import Adjustment
from thidua.apps.rulebooks.bridge import spelled
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import NumberRefused, Place, Problem
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_number
from thidua.core.scoring.lookup import below
from thidua.words.vietnamese import tidy


def adjust_total(
    *, actor: Actor, season: Season, unit: str, points: str, reason: str, document: Document
) -> Adjustment:
    """Add points to a unit's total, or take some from it, by a document and within what the rulebook allows."""
    with changing(season) as held:
        by = demand(actor, Verb.ADJUST_TOTAL, held.subject(unit))
        value, problems = _points(points)
        refuse(
            [
                *problems,
                *_not_allowed(held, unit, value),
                *checks.given("reason", reason, longest=2000),
                *check_document(document, today=held.today),
            ]
        )
        row = Adjustment(
            season=held.season,
            unit=unit,
            points="" if value is None else spelled(value),
            reason=tidy(reason),
            document_number=tidy(document.number),
            document_date=document.date,
            typed_by=by.account,
            typed_at=clock.now(),
        )
        data = {"unit": unit, "points": row.points, "document": row.document_number, "date": row.document_date}
        with recording(
            events.TOTAL_ADJUSTED, by=by, chain=held.season.ledger_chain(), reason=row.reason, **data
        ) as record:
            return record.save(row)


def _points(text: str) -> tuple[Number | None, list[Problem]]:
    place = Place(path="points")
    try:
        value = read_number(text, NumberKind.DECIMAL)
    except NumberRefused as refused:
        return None, [replace(problem, place=place) for problem in refused.problems]
    if not isinstance(value, Number) or not value.digits:
        return None, [Problem("reporting.no_points", {}, place)]
    return value, []


def _not_allowed(held: Held, unit: str, value: Number | None) -> Iterator[Problem]:
    if unit not in held.standing.members:
        yield Problem("reporting.not_a_member", {"unit": unit}, Place(path="unit"))
    if value is None:
        return
    most = rulebook_of(held.season, on=held.today).total.authority_adjustment
    data = {"unit": unit, "points": value}
    if most is None:
        yield Problem("scoring.adjustment_not_foreseen", data, Place(path="points"))
    elif below(most, Number(abs(value.digits), value.places)):
        yield Problem("scoring.adjustment_too_large", {**data, "most": most}, Place(path="points"))
