"""Reads of movements and of a season's regulations, as the papers, the polls and the reviews need them."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.apps.seasons.models import (
    REPORT_DAYS,
    LinkKind,
    Movement,
    MovementLink,
    MovementText,
    Passing,
    Season,
    VoteBase,
)
from thidua.apps.seasons.models import Regulation as RegulationRow
from thidua.core.timeline import LegalBasis


@dataclass(frozen=True, slots=True)
class Regulation:
    """The rules of a season that hold on a day. Shares are exact; days are working days; the order names units."""

    version: int
    valid_from: date
    document_number: str
    document_date: date
    basis: LegalBasis
    score_rules: str
    quorum: Fraction
    threshold: Fraction
    threshold_base: VoteBase
    comparator: Passing
    has_second_round: bool
    objection_days: int
    reply_days: int
    speaking_order: tuple[str, ...]
    report_days: int = REPORT_DAYS
    close_days: int | None = None
    cut_offs: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Slogan:
    """What stands at the head of a season's pages and papers: the movement, its slogan, and those beside it."""

    movement: str
    slogan: str
    belongs_to: tuple[str, ...]
    carried_with: tuple[str, ...]


def regulation_of(season: Season, *, on: date) -> Regulation | None:
    """The regulations in force on a day; None where none were set. One query."""
    row = RegulationRow.objects.filter(season=season, valid_from__lte=on).order_by("-version").first()
    return None if row is None else regulation(row)


def regulation_versions(season: Season) -> list[Regulation]:
    """Every version, the latest first."""
    return [regulation(row) for row in RegulationRow.objects.filter(season=season).order_by("-version")]


def regulation(row: RegulationRow) -> Regulation:
    """A row as a value."""
    return Regulation(
        version=row.version,
        valid_from=row.valid_from,
        document_number=row.document_number,
        document_date=row.document_date,
        basis=LegalBasis(row.legal_basis, is_confirmed=row.is_confirmed),
        score_rules=row.score_rules,
        quorum=Fraction(row.quorum_numerator, row.quorum_denominator),
        threshold=Fraction(row.threshold_numerator, row.threshold_denominator),
        threshold_base=VoteBase(row.threshold_base),
        comparator=Passing(row.comparator),
        has_second_round=row.has_second_round,
        objection_days=row.objection_days,
        reply_days=row.reply_days,
        speaking_order=tuple(row.speaking_order.split()),
        report_days=row.report_days,
        close_days=row.close_days,
        cut_offs=tuple(date.fromisoformat(day) for day in row.cut_offs.split()),
    )


def slogan_of(season: Season) -> Slogan:
    """The movement of a season with its slogan and links. One query beside the season's movement."""
    movement = season.movement
    found: dict[LinkKind, list[str]] = {kind: [] for kind in LinkKind}
    if movement.parent is not None:
        found[LinkKind.BELONGS_TO].append(movement.parent.name)
    for link in MovementLink.objects.filter(movement=movement).select_related("other").order_by("other__name"):
        found[LinkKind(link.kind)].append(link.other.name)
    return Slogan(
        movement.name,
        movement.slogan,
        tuple(dict.fromkeys(found[LinkKind.BELONGS_TO])),
        tuple(found[LinkKind.CARRIED_WITH]),
    )


def movement_texts(movement: Movement) -> list[MovementText]:
    """What a movement said, the latest version first."""
    return list(movement.texts.order_by("-version"))
