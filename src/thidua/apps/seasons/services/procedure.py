"""Editing and linking movements, and setting a season's regulations: each a new version."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from django.db.models import Max

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import hold, recording
from thidua.apps.seasons import checks, events
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import (
    REPORT_DAYS,
    LinkKind,
    Movement,
    MovementLink,
    MovementText,
    Passing,
    Regulation,
    Season,
    VoteBase,
)
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import INSTALLATION
from thidua.core.phases import Phase
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis
from thidua.words.vietnamese import tidy

LONGEST = 5000
MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class MovementWords:
    """What a movement says from now on. `starts_on` and `ends_on` are its first and last day, where they are set."""

    name: str
    slogan: str = ""
    theme: str = ""
    launching_text: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The regulations of a season as they are set. Days are working days, but for `report_days` and `close_days`."""

    quorum: Fraction
    threshold: Fraction
    threshold_base: VoteBase
    comparator: Passing
    objection_days: int
    reply_days: int
    has_second_round: bool = False
    score_rules: str = ""
    speaking_order: tuple[str, ...] = ()
    report_days: int = REPORT_DAYS
    close_days: int | None = None
    cut_offs: tuple[date, ...] = ()
    basis: LegalBasis = field(default=UNKNOWN_BASIS)
    valid_from: date | None = None  # None is today


def edit_movement(
    *, actor: Actor, unit: str, movement: Movement, words: MovementWords, document: Document, seen: int
) -> MovementText:
    """A new version of a movement's words. `seen` is the version that was on the screen (0: none): when another came
    in between, nothing is written and both are told.
    """
    by = demand(actor, Verb.LAUNCH_MOVEMENT, Subject(unit=unit, above=frozenset({unit})))
    with recording(events.MOVEMENT_EDITED, by=by, texts={"name": tidy(words.name)}, movement=movement.pk) as record:
        hold(INSTALLATION)
        last = movement.texts.aggregate(last=Max("version"))["last"] or 0
        refuse([*_changed_since(seen, last), *_wrong_words(words), *check_document(document, today=date.max)])
        row = Movement.objects.get(pk=movement.pk)
        row.name, row.slogan, row.theme = tidy(words.name), tidy(words.slogan), tidy(words.theme)
        record.save(row)
        text = MovementText(
            movement=row,
            version=last + 1,
            name=row.name,
            slogan=row.slogan,
            theme=row.theme,
            launching_text=words.launching_text.strip(),
            starts_on=words.starts_on,
            ends_on=words.ends_on,
            document_number=tidy(document.number),
            document_date=document.date,
        )
        return record.save(text)


def link_movements(*, actor: Actor, unit: str, movement: Movement, other: Movement, kind: LinkKind) -> MovementLink:
    """Say that a movement belongs to another, or is carried together with it."""
    by = demand(actor, Verb.LAUNCH_MOVEMENT, Subject(unit=unit, above=frozenset({unit})))
    if movement.pk == other.pk:
        raise SeasonRefused(Problem("seasons.linked_to_itself", {"name": movement.name}, Place(path="other")))
    texts = {"name": movement.name, "other": other.name}
    with recording(events.MOVEMENTS_LINKED, by=by, texts=texts, kind=kind) as record:
        hold(INSTALLATION)
        row = MovementLink.objects.filter(movement=movement, other=other).first()
        row = row or MovementLink(movement=movement, other=other)
        row.kind = kind
        return record.save(row)


def set_regulation(
    *, actor: Actor, season: Season, rules: Rules, document: Document, seen: int, reason: str = ""
) -> Regulation:
    """Set the regulations, as a new version. Once the season is signed that is an amendment, and needs its reason.

    `seen` is the version that was on the screen (0: none): when another came in between, nothing is written.
    """
    with changing(season) as held:
        by = demand(actor, Verb.PLAN_SEASON, held.subject())
        last = Regulation.objects.filter(season=held.season).aggregate(last=Max("version"))["last"] or 0
        refuse([*_changed_since(seen, last), *_wrong_rules(rules, held), *_unreasoned(reason, held),
                *check_document(document, today=held.today)])  # fmt: skip
        row = _regulation(rules, held, last + 1)
        row.document_number, row.document_date, row.reason = tidy(document.number), document.date, tidy(reason)
        with recording(
            events.REGULATION_SET,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.reason,
            version=str(row.version),
            number=row.document_number,
            date=row.document_date,
            first=row.valid_from,
        ) as record:
            return record.save(row)


def _regulation(rules: Rules, held: Held, version: int) -> Regulation:
    return Regulation(
        season=held.season,
        version=version,
        valid_from=rules.valid_from or held.today,
        legal_basis=rules.basis.document,
        is_confirmed=rules.basis.is_confirmed,
        score_rules=rules.score_rules.strip(),
        quorum_numerator=rules.quorum.numerator,
        quorum_denominator=rules.quorum.denominator,
        threshold_numerator=rules.threshold.numerator,
        threshold_denominator=rules.threshold.denominator,
        threshold_base=rules.threshold_base,
        comparator=rules.comparator,
        has_second_round=rules.has_second_round,
        objection_days=rules.objection_days,
        reply_days=rules.reply_days,
        speaking_order="\n".join(rules.speaking_order),
        report_days=rules.report_days,
        close_days=rules.close_days,
        cut_offs="\n".join(day.isoformat() for day in sorted(rules.cut_offs)),
    )


def _changed_since(seen: int, last: int) -> Iterator[Problem]:
    if seen != last:
        yield Problem("seasons.changed_since", {"seen": str(seen), "last": str(last)})


def _wrong_words(words: MovementWords) -> Iterator[Problem]:
    yield from checks.given("name", words.name)
    for name, text, longest in (
        ("slogan", words.slogan, checks.LONGEST_LINE),
        ("theme", words.theme, LONGEST),
        ("launching_text", words.launching_text, 4 * LONGEST),
    ):
        if len(text) > longest:
            yield Problem("forms.too_long", {"length": len(text), "longest": longest}, Place(path=name))
    if words.starts_on and words.ends_on and words.ends_on < words.starts_on:
        data = {"first": words.starts_on, "last": words.ends_on}
        yield Problem("timeline.ends_before_start", data, Place(path="ends_on"))


def _wrong_rules(rules: Rules, held: Held) -> Iterator[Problem]:
    for name, share in (("quorum", rules.quorum), ("threshold", rules.threshold)):
        if not 0 < share <= 1:
            yield Problem("seasons.not_a_share", place=Place(path=name))
    if rules.threshold == 1 and rules.comparator is Passing.ABOVE:
        yield Problem("seasons.above_all", place=Place(path="comparator"))
    for name, days in (("objection_days", rules.objection_days), ("reply_days", rules.reply_days)):
        if not 1 <= days <= MOST_DAYS:
            yield Problem("seasons.days_of_reply", {"most": MOST_DAYS}, Place(path=name))
    yield from _wrong_windows(rules, held)
    strangers = [unit for unit in rules.speaking_order if unit not in held.standing.members]
    missing = [unit for unit in held.standing.members if unit not in rules.speaking_order]
    if rules.speaking_order and (strangers or missing or len(set(rules.speaking_order)) != len(rules.speaking_order)):
        yield Problem("seasons.speaking_order", {"count": len(held.standing.members)}, Place(path="speaking_order"))


def _wrong_windows(rules: Rules, held: Held) -> Iterator[Problem]:
    for name, days in (("report_days", rules.report_days), ("close_days", rules.close_days or 0)):
        if not 0 <= days <= MOST_DAYS:
            yield Problem("seasons.days_of_reports", {"most": MOST_DAYS}, Place(path=name))
    first, last = held.season.data_from, held.season.data_to
    if any(not first <= day <= last for day in rules.cut_offs):
        yield Problem("seasons.cut_off_outside", {"first": first, "last": last}, Place(path="cut_offs"))


def _unreasoned(reason: str, held: Held) -> Iterator[Problem]:
    if Phase(held.season.phase) is not Phase.PREPARING:
        yield from checks.given("reason", reason, longest=2000)
