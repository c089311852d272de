"""The meeting that agrees: open points are ruled one by one, all else stands as it was appraised."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events
from thidua.apps.appraisal.items import Item, ItemState, Key, items_of
from thidua.apps.appraisal.models import Meeting, Point
from thidua.apps.appraisal.services.common import LONGEST, demand_for_the_meeting, scene
from thidua.apps.appraisal.services.deciding import signed
from thidua.apps.ledger.services import recording
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services.deciding import Decided, at_field, decided_figures
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.periods import YEAR
from thidua.core.states import Stage
from thidua.words.vietnamese import tidy


@dataclass(frozen=True, slots=True)
class Minute:
    """What the minute of the meeting says beside the points: when, where, who was there, what was said."""

    held_on: date | None
    place: str
    present: str
    opinion: str = ""


def agree_point(*, actor: Actor, season: Season, unit: str, indicator: str, typed: str, reason: str) -> Point:
    """The meeting rules one open point: the figure that it agrees on counts from now on, whatever was claimed.

    On a point of the unit in the chair the chair's own secretary cannot write; the deputy's or the standing body does.
    """
    with changing(season) as held:
        by = demand_for_the_meeting(actor, held.subject(unit), held.standing)
        item = scene(held, unit, indicator).item
        decided = {indicator: Decided(tidy(typed), appraiser=by.name, reason=tidy(reason))}
        figures = decided_figures(held, unit=unit, stage=Stage.AGREED, decided=decided, by=by)
        refuse(
            [
                *checks.given("typed", typed),
                *checks.given("reason", reason, longest=LONGEST),
                *at_field(figures.problems, "typed"),
            ]
        )
        row = Point(
            season=held.season,
            unit=unit,
            indicator=indicator,
            version=Point.objects.filter(season=held.season, unit=unit, indicator=indicator).count() + 1,
            before=said_before(item),
            typed=tidy(typed),
            reason=tidy(reason),
            **signed(by),
        )
        data = {"unit": unit, "indicator": indicator, "before": row.before, "after": row.typed}
        with recording(
            events.POINT_AGREED, by=by, chain=held.season.ledger_chain(), reason=row.reason, **data
        ) as record:
            record.save(row)
            for figure in figures.rows:
                record.save(figure)
        return row


def hold_meeting(*, actor: Actor, season: Season, minute: Minute, document: Document) -> Meeting:
    """Close the meeting: what it did not rule on stands as appraised, for every unit, and the minute names it all.

    Refused while something is not yet appraised and the meeting has not ruled on it, or an objection is open.
    """
    with changing(season) as held:
        by = demand(actor, Verb.AGREE_POINTS, held.subject())
        items = items_of(held.season, rulebook_of(held.season, on=held.today), held.standing.members)
        refuse([*_open(list(items.values())), *_unwritten(minute, held), *check_document(document, today=held.today)])
        last = _last_versions(held.season)
        rest = [row for item in items.values() for row in _as_appraised(item, by, document, last)]
        row = Meeting(
            season=held.season,
            held_on=minute.held_on or held.today,
            place=tidy(minute.place),
            present=minute.present.strip(),
            opinion=minute.opinion.strip(),
            items=len(rest),
            document_number=tidy(document.number),
            document_date=document.date,
            **signed(by),
        )
        with recording(
            events.POINTS_AGREED,
            by=by,
            chain=held.season.ledger_chain(),
            count=len(rest),
            document=row.document_number,
            date=row.document_date,
        ) as record:
            record.save(row)
            for point in Point.objects.filter(season=held.season, meeting=None):
                point.meeting = row
                record.save(point)
            record.save_many(rest)
        return row


def said_before(item: Item) -> str:
    """What stood before the meeting: the appraised figure, else the claim."""
    row = item.figures.get(Stage.APPRAISED) or item.claim
    return row.typed if row else ""


def stands_as_appraised(item: Item) -> bool:
    """Whether the close of the meeting agrees to the item as it was appraised."""
    return Stage.APPRAISED in item.figures and Stage.AGREED not in item.figures


def _last_versions(season: Season) -> dict[Key, int]:
    """By unit and indicator, the last agreed version, taken back or not. One query."""
    rows = Figure.objects.filter(season=season, period=YEAR, stage=Stage.AGREED).order_by("version")
    return {(row.unit, row.indicator): row.version for row in rows}


def _as_appraised(item: Item, by: Author, document: Document, last: Mapping[Key, int]) -> Iterator[Figure]:
    """The agreed version of a figure on which the meeting did not rule, unless it says so already."""
    if not stands_as_appraised(item):
        return
    appraised = item.figures[Stage.APPRAISED]
    yield Figure(
        season_id=appraised.season_id,
        unit=item.unit,
        indicator=item.indicator,
        period=appraised.period,
        stage=Stage.AGREED,
        version=last.get((item.unit, item.indicator), 0) + 1,
        typed=appraised.typed,
        nature=appraised.nature,
        source=appraised.source,
        evidence=appraised.evidence,
        appraiser=appraised.appraiser,
        decided_on=appraised.decided_on,
        reason=appraised.reason,
        typed_by=by.account,
        typed_at=clock.now(),
        document_number=tidy(document.number),
        document_date=document.date,
    )


def _open(items: Sequence[Item]) -> Iterator[Problem]:
    """What the meeting has still to rule on."""
    objected = sum(item.state is ItemState.OBJECTED and Stage.AGREED not in item.figures for item in items)
    waiting = [item for item in items if item.state.waits_for_appraisal and Stage.AGREED not in item.figures]
    if waiting:
        first = waiting[0]
        data = {"count": len(waiting), "unit": first.unit, "indicator": first.indicator}
        yield Problem("appraisal.points_open", data)
    if objected:
        yield Problem("appraisal.objections_open", {"count": objected})


def _unwritten(minute: Minute, held: Held) -> Iterator[Problem]:
    if minute.held_on is None:
        yield Problem("forms.fill_in", place=Place(path="held_on"))
    elif minute.held_on > held.today:
        data = {"date": minute.held_on, "today": held.today}
        yield Problem("seasons.document_ahead", data, Place(path="held_on"))
    yield from checks.given("place", minute.place)
    yield from checks.given("present", minute.present, longest=LONGEST * 5)
