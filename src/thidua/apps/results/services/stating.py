"""Wording what is said of the whole cluster. A wording has places for numbers; the numbers are worked out each time."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Max

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import recording
from thidua.apps.results import events
from thidua.apps.results.models import StatementRow
from thidua.apps.results.stated import Wording, meant_by, statement_row, wording_of, wrong_threshold
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.rulebook.schema import Rulebook
from thidua.core.statements import check_rule
from thidua.words.language import Language
from thidua.words.places import with_places_in
from thidua.words.statements import check_wording
from thidua.words.vietnamese import tidy

LONGEST = 2000


def write_statement_row(
    *, actor: Actor, season: Season, given: Wording, number: int | None = None, seen: int = 0
) -> StatementRow:
    """Word a new statement, or another version of the one with a number, of which `seen` is the version looked at.

    Raises Refused: a place that nothing fills, a wording that promises another comparison than is made, an indicator
    or a threshold that the rulebook does not know, somebody else was faster.
    """
    with changing(season) as held:
        by = demand(actor, Verb.WRITE_STATEMENTS, held.subject())
        version = 1 if number is None else _found(held, number, seen).version + 1
        row = row_of(held.season, given, number=number or next_number(held.season), version=version)
        refuse(wrong(given, row, rulebook_of(held.season, on=held.today)))
        return _recorded(events.STATEMENT_WRITTEN, by, held, row)


def drop_statement(*, actor: Actor, season: Season, number: int, seen: int) -> StatementRow:
    """State it no more; every version stays in the ledger. Raises Refused where somebody else was faster."""
    with changing(season) as held:
        by = demand(actor, Verb.WRITE_STATEMENTS, held.subject())
        row = _found(held, number, seen)
        said = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields if not one.primary_key}
        dropped = StatementRow(**said | {"version": row.version + 1, "is_dropped": True})
        return _recorded(events.STATEMENT_DROPPED, by, held, dropped)


def _recorded(event: EventType, by: Author, held: Held, row: StatementRow) -> StatementRow:
    chain = held.season.ledger_chain()
    with recording(event, by=by, chain=chain, number=row.number, version=row.version) as record:
        return record.save(row)


def row_of(season: Season, given: Wording, *, number: int, version: int = 1) -> StatementRow:
    """The row of a wording, not yet written."""
    return StatementRow(
        season=season,
        number=number,
        version=version,
        indicators="\n".join(given.indicators),
        comparator=given.comparator,
        against=given.against,
        threshold=tidy(given.threshold),
        wording=tidy(given.wording),
        source=tidy(given.source),
    )


def next_number(season: Season) -> int:
    """A number that no statement of the season has had."""
    last = StatementRow.objects.filter(season=season).aggregate(number=Max("number"))["number"]
    return (last or 0) + 1


def wrong(given: Wording, row: StatementRow, rulebook: Rulebook) -> Iterator[Problem]:
    """Everything at the field that it was typed into, whatever else is wrong."""
    yield from checks.given("wording", given.wording, longest=LONGEST)
    yield from () if given.indicators else [Problem("forms.fill_in", place=Place(path="indicators"))]
    yield from (limits := list(wrong_threshold(given.against, given.threshold)))
    rule = meant_by(replace(wording_of(row), threshold="") if limits else wording_of(row), code=str(row.number))
    yield from map(_as_asked, check_wording(rule, Place(path="wording")))
    for problem in check_rule(rule, rulebook, Place(path="threshold")) if given.indicators else ():
        is_unknown = problem.code == "figures.unknown_indicator"
        yield Problem(problem.code, problem.data, Place(path="indicators") if is_unknown else problem.place)


def _as_asked(problem: Problem) -> Problem:
    """What a season's file calls by its keys stands in the form by its words."""
    if problem.code != "statements.wording_contradicts":
        return problem
    phrase = with_places_in(str(problem.data["phrase"]), Language.VI)  # in which statements are worded
    return Problem("stated.contradicts", {"phrase": phrase}, problem.place)


def _found(held: Held, number: int, seen: int) -> StatementRow:
    row = statement_row(held.season, number)
    if row is None or row.version != seen:
        raise SeasonRefused(Problem("stated.changed_meanwhile", {"number": number}))
    return row
