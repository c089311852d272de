"""Reads of evidence: what a unit has, what stands for a cell, which claims lack it, and what is filed twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from thidua.apps.evidence.models import AgeLimit, Citation, Evidence
from thidua.apps.seasons.models import Season
from thidua.core.rulebook.schema import Evidence as Duty
from thidua.core.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Limit:
    """From which day to which evidence counts. `document_number`: what says so, if anything does."""

    first: date
    last: date
    document_number: str = ""
    document_date: date | None = None

    def holds(self, day: date) -> bool:
        """Whether evidence of that day counts."""
        return self.first <= day <= self.last


class Twice(StrEnum):
    """In what way something is filed twice."""

    TWO_CRITERIA = "two_criteria"  # one achievement may be counted twice
    TWO_PIECES = "two_pieces"  # the same unit filed it again
    TWO_UNITS = "two_units"
    TWO_YEARS = "two_years"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where the same evidence stands too. `is_same_file`: by its bytes; otherwise by number, issuer and date."""

    how: Twice
    season: str
    year: int
    unit: str
    evidence: UUID
    title: str
    indicators: tuple[str, ...]
    is_same_file: bool


def age_limit_of(season: Season) -> Limit:
    """The limit that counts: what a document said last, or the days for which data are collected."""
    row = AgeLimit.objects.filter(season=season).order_by("-version").first()
    if row is None:
        return Limit(season.data_from, season.data_to)
    return Limit(row.first, row.last, row.document_number, row.document_date)


def age_limits(season: Season) -> list[AgeLimit]:
    """Every limit that a document set, the latest first. One query."""
    return list(AgeLimit.objects.filter(season=season).order_by("-version"))


def count_out_of_time(season: Season, limit: Limit) -> int:
    """How many pieces that count are dated outside a limit. One query."""
    outside = Q(dated_on__lt=limit.first) | Q(dated_on__gt=limit.last)
    return Evidence.objects.filter(outside, season=season, withdrawn_at__isnull=True).count()


def evidence_of(season: Season, unit: str) -> list[Evidence]:
    """All evidence of a unit, withdrawn too, with its citations that count, the latest first. Two queries."""
    return list(_with_citations(Evidence.objects.filter(season=season, unit=unit)).order_by("-added_at", "title"))


def evidence_of_cell(season: Season, *, unit: str, indicator: str) -> list[Citation]:
    """What stands for one indicator of a unit, with the evidence."""
    found = Citation.objects.filter(
        season=season, unit=unit, indicator=indicator, is_ended=False, evidence__withdrawn_at__isnull=True
    )
    return list(found.select_related("evidence__attachment").order_by("evidence__dated_on", "pk"))


def cited_indicators(season: Season, unit: str) -> set[str]:
    """The indicators for which a unit has evidence that counts. One query."""
    found = Citation.objects.filter(season=season, unit=unit, is_ended=False, evidence__withdrawn_at__isnull=True)
    return set(found.values_list("indicator", flat=True))


def duties_open(season: Season, unit: str, *, rulebook: Rulebook, claimed: Collection[str]) -> list[str]:
    """The indicators that were claimed, must come with evidence by the rulebook, and have none; in its order."""
    cited = cited_indicators(season, unit)
    return [code for code in owing_evidence(rulebook) if code in claimed and code not in cited]


def owing_evidence(rulebook: Rulebook) -> list[str]:
    """The indicators whose claims must come with evidence, in the rulebook's order, each once."""
    leaves = (node.leaf for _depth, node in rulebook.walk() if node.leaf is not None)
    return list(dict.fromkeys(leaf.indicator for leaf in leaves if leaf.evidence is Duty.REQUIRED))


def filed_twice(pieces: Iterable[Evidence]) -> dict[UUID, list[Elsewhere]]:
    """For each piece, where the same file or document stands too: other criteria, pieces, units, years. Two queries."""
    mine = [one for one in pieces if not one.is_withdrawn]
    found: dict[UUID, list[Elsewhere]] = defaultdict(list)
    for one in mine:
        codes = _indicators(one)
        if len(codes) > 1:
            found[one.pk].append(_elsewhere(Twice.TWO_CRITERIA, one, is_same_file=True))
    for one, other, is_same_file in _same(mine):
        found[one.pk].append(_elsewhere(_how(one, other), other, is_same_file=is_same_file))
    order = list(Twice)
    return {key: sorted(places, key=lambda one: order.index(one.how)) for key, places in found.items()}


def _elsewhere(how: Twice, other: Evidence, *, is_same_file: bool) -> Elsewhere:
    return Elsewhere(
        how=how,
        season=other.season_id,
        year=other.season.year,
        unit=other.unit,
        evidence=other.pk,
        title=other.title,
        indicators=_indicators(other),
        is_same_file=is_same_file,
    )


def _same(mine: list[Evidence]) -> Iterator[tuple[Evidence, Evidence, bool]]:
    """Each piece with every other one of the installation that has the same bytes or names the same document."""
    digests = {one.attachment.content.digest for one in mine if one.attachment is not None}
    keys = {one.key for one in mine if one.key}
    wanted = Q(attachment__content__digest__in=digests) | Q(key__in=keys)
    others = list(_with_citations(Evidence.objects.filter(wanted, withdrawn_at__isnull=True))) if mine else []
    by_digest: dict[str, list[Evidence]] = defaultdict(list)
    by_key: dict[str, list[Evidence]] = defaultdict(list)
    for other in sorted(others, key=lambda one: (one.added_at, str(one.pk))):
        if other.attachment is not None:
            by_digest[other.attachment.content.digest].append(other)
        if other.key:
            by_key[other.key].append(other)
    for one in mine:
        files = by_digest[one.attachment.content.digest] if one.attachment is not None else []
        told = {one.pk, *(other.pk for other in files)}
        yield from ((one, other, True) for other in files if other.pk != one.pk)
        yield from ((one, other, False) for other in by_key.get(one.key, ()) if other.pk not in told)


def _how(one: Evidence, other: Evidence) -> Twice:
    if one.season_id != other.season_id:
        return Twice.TWO_YEARS
    if one.unit != other.unit:
        return Twice.TWO_UNITS
    return Twice.TWO_PIECES if set(_indicators(one)) == set(_indicators(other)) else Twice.TWO_CRITERIA


def _indicators(one: Evidence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.indicator for citation in one.citations.all()))


def _with_citations(found: QuerySet[Evidence]) -> QuerySet[Evidence]:
    counting = Citation.objects.filter(is_ended=False).order_by("indicator", "pk")
    joined = found.select_related("season", "attachment__content").defer("attachment__content__data")
    return joined.prefetch_related(Prefetch("citations", queryset=counting))
