"""Every write of the library: an indicator is added, changed from a day on, retired; a rulebook's are taken over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.indicators import events
from thidua.apps.indicators.models import LONGEST_CODE, LONGEST_LINE, LibraryIndicator
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.services import hold, recording
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.checks import given
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place, Problem, Refused
from thidua.core.ledger.entry import INSTALLATION, Author
from thidua.core.periods import Aggregation
from thidua.core.rulebook.schema import AGGREGATIONS, Direction, FigureKind, Indicator, Secrecy
from thidua.words.vietnamese import folded, tidy

LONGEST_TEXT = 5000


class LibraryRefused(Refused):
    """Something about the library that cannot be written as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an indicator is: the words of one version."""

    name: str
    kind: FigureKind
    definition: str = ""
    measure: str = ""
    numerator: str = ""
    denominator: str = ""
    direction: Direction = Direction.MORE
    aggregation: Aggregation | None = None
    owner: str = ""


def add_indicator(*, actor: Actor, code: str, meaning: Meaning, valid_from: date | None = None) -> LibraryIndicator:
    """Put a new indicator into the library."""
    code = tidy(code)
    with transaction.atomic():
        by, rows = _held(actor, code)
        problems = [*given("code", code, longest=LONGEST_CODE), *_wrong(meaning)]
        if rows:
            problems.append(Problem("indicators.known", {"code": code, "name": rows[-1].name}, Place(path="code")))
        _refuse(problems)
        new = _version(code, meaning, by, number=1, valid_from=valid_from or clock.today())
        return _record(events.INDICATOR_ADDED, new, by)


def change_indicator(
    *, actor: Actor, code: str, meaning: Meaning, valid_from: date | None, reason: str, seen: int | None = None
) -> LibraryIndicator:
    """Say anew what an indicator is, from a day on; what it was stays. seen: the version that somebody looked at."""
    with transaction.atomic():
        by, rows = _held(actor, code)
        last = _last(rows)
        problems = [*_wrong(meaning), *_of_change(rows, valid_from, reason, seen)]
        new = _version(code, meaning, by, number=last.version + 1, valid_from=valid_from or clock.today())
        if not problems and _said(new) == _said(last):
            problems.append(Problem("indicators.unchanged", place=Place(path="name")))
        _refuse(problems)
        new.reason = tidy(reason)
        return _record(events.INDICATOR_CHANGED, new, by)


def retire_indicator(
    *, actor: Actor, code: str, valid_from: date | None, reason: str, seen: int | None = None
) -> LibraryIndicator:
    """From a day on no new season takes it; seasons that have it keep it."""
    with transaction.atomic():
        by, rows = _held(actor, code)
        last = _last(rows)
        _refuse(_of_change(rows, valid_from, reason, seen))
        new = LibraryIndicator(**{name: getattr(last, name) for name in _SAID}, code=last.code)
        new.version, new.valid_from, new.is_retired = last.version + 1, valid_from or clock.today(), True
        new.search_key, new.reason = last.search_key, tidy(reason)
        new.typed_by, new.typed_at = by.account, clock.now()
        return _record(events.INDICATOR_RETIRED, new, by)


def fill_library(*, actor: Actor, season: Season) -> int:
    """Take over every indicator of a season's rulebook in force that the library does not know, as one act.

    Indicators whose words are withheld stay out. How many were new. Raises RulebookRefused where none was adopted.
    """
    with transaction.atomic():
        by, _rows = _held(actor, "")
        rulebook = rulebook_of(season, on=clock.today())
        known = set(LibraryIndicator.objects.values_list("code", flat=True))
        hidden = {leaf.indicator for node, leaf in rulebook.leaves if node.secrecy is Secrecy.CODE_ONLY}
        new = [
            _version(one.code, _meaning(one), by, number=1, valid_from=rulebook.valid.start)
            for one in rulebook.indicators
            if one.code not in known | hidden and one.name.strip()
        ]
        if not new:
            raise LibraryRefused(Problem("indicators.nothing_to_fill"))
        with recording(events.LIBRARY_FILLED, by=by, count=len(new), season=season.slug) as record:
            record.save_many(new)
        return len(new)


_SAID = ("name", "definition", "kind", "measure", "numerator", "denominator", "direction", "aggregation", "owner")


def _said(row: LibraryIndicator) -> tuple[object, ...]:
    return (*(str(getattr(row, name)) for name in _SAID), row.is_retired)


def _held(actor: Actor, code: str) -> tuple[Author, list[LibraryIndicator]]:
    """Alone with the library: who writes, and the versions of one indicator, the earliest first."""
    by = demand(actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT)
    hold(INSTALLATION)
    return by, list(LibraryIndicator.objects.filter(code=code).order_by("version")) if code else []


def _last(rows: list[LibraryIndicator]) -> LibraryIndicator:
    if not rows:
        raise LibraryRefused(Problem("indicators.unknown"))
    return rows[-1]


def _version(code: str, meaning: Meaning, by: Author, *, number: int, valid_from: date) -> LibraryIndicator:
    name = tidy(meaning.name)
    return LibraryIndicator(
        code=code,
        version=number,
        name=name,
        search_key=folded(f"{code} {name}"),
        definition=meaning.definition.strip(),
        kind=meaning.kind,
        measure=tidy(meaning.measure),
        numerator=tidy(meaning.numerator),
        denominator=tidy(meaning.denominator),
        direction=meaning.direction,
        aggregation=meaning.aggregation or "",
        owner=tidy(meaning.owner),
        valid_from=valid_from,
        typed_by=by.account,
        typed_at=clock.now(),
    )


def _record(event: EventType, new: LibraryIndicator, by: Author) -> LibraryIndicator:
    with recording(event, by=by, reason=new.reason, code=new.code, name=new.name, date=new.valid_from) as record:
        return record.save(new)


def _wrong(meaning: Meaning) -> Iterator[Problem]:
    yield from given("name", meaning.name)
    for name in ("measure", "numerator", "denominator", "owner"):
        text, longest = getattr(meaning, name), LONGEST_CODE if name == "measure" else LONGEST_LINE
        if len(text) > longest:
            yield Problem("forms.too_long", {"length": len(text), "longest": longest}, Place(path=name))
    if len(meaning.definition) > LONGEST_TEXT:
        data = {"length": len(meaning.definition), "longest": LONGEST_TEXT}
        yield Problem("forms.too_long", data, Place(path="definition"))
    if meaning.aggregation is not None and meaning.aggregation not in AGGREGATIONS[meaning.kind]:
        unfit = {"kind": meaning.kind, "aggregation": meaning.aggregation}
        yield Problem("indicators.aggregation_unfit", unfit, Place(path="aggregation"))
    if meaning.kind is FigureKind.SHARE:
        for name in ("numerator", "denominator"):
            if not getattr(meaning, name).strip():
                yield Problem("indicators.share_of_what", place=Place(path=name))


def _of_change(rows: list[LibraryIndicator], valid_from: date | None, reason: str, seen: int | None) -> list[Problem]:
    problems = [*given("reason", reason, longest=2000)]
    if valid_from is None:
        problems.append(Problem("forms.fill_in", place=Place(path="valid_from")))
    elif valid_from <= rows[-1].valid_from:
        problems.append(Problem("indicators.not_later", {"day": rows[-1].valid_from}, Place(path="valid_from")))
    if seen is not None and seen != rows[-1].version:
        problems.append(Problem("indicators.changed", {"name": rows[-1].name}))
    if rows[-1].is_retired:
        problems.append(Problem("indicators.retired", {"day": rows[-1].valid_from}))
    return problems


def _meaning(one: Indicator) -> Meaning:
    return Meaning(
        name=one.name,
        kind=one.kind,
        definition=one.definition,
        measure=one.measure,
        direction=one.direction,
        aggregation=one.aggregation,
    )


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise LibraryRefused(problems)
