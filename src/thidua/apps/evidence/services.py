"""Every write about evidence: file it, cite it for one more criterion, take a citation or the piece itself back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Checked, Upload, check, keep
from thidua.apps.evidence import events
from thidua.apps.evidence.models import YEAR, AgeLimit, Citation, Evidence, Marking
from thidua.apps.evidence.selectors import age_limit_of
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import AttachmentRefused, Place, Problem
from thidua.core.ledger.entry import Author
from thidua.files.photographs import without_traces
from thidua.words.vietnamese import folded, tidy

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Cited:
    """What evidence is to show: an indicator, where in the paper to look, and why it shows it."""

    indicator: str
    place: str = ""
    grounds: str = ""
    period: str = YEAR


@dataclass(frozen=True, slots=True)
class Piece:
    """Evidence as somebody hands it in: a file, or a document by its number, or a file with its number."""

    title: str
    dated_on: date | None
    cited: Sequence[Cited]
    upload: Upload | None = None
    number: str = ""
    issuer: str = ""
    holder: str = ""
    secrecy: Marking = Marking.OPEN
    is_illustrative: bool = field(default=False)


def file_evidence(*, actor: Actor, season: Season, unit: str, piece: Piece) -> Evidence:
    """Keep evidence of a unit and cite it. Pictures lose the place and the camera that stand in them.

    Raises SeasonRefused with every problem, each at its field; those of the file among them, at `file`.
    """
    checked, of_file = _checked(piece)
    with changing(season) as held:
        by = demand(actor, Verb.FILE_EVIDENCE, held.subject(unit))
        refuse([*of_file, *_not_to_file(held, piece)])
        names = (tidy(piece.number), tidy(piece.issuer), tidy(piece.holder))
        with recording(
            events.EVIDENCE_FILED,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"title": tidy(piece.title)},
            unit=unit,
            indicators=[one.indicator for one in piece.cited],
            document=names[0],
            dated=piece.dated_on,
        ) as record:
            kept = None if checked is None else keep(record, checked, season=held.season, by=by, unit=unit)
            row = Evidence(
                season=held.season,
                unit=unit,
                title=tidy(piece.title),
                attachment=kept,
                number=names[0],
                issuer=names[1],
                holder=names[2],
                dated_on=piece.dated_on,
                secrecy=piece.secrecy,
                key=_key(names[0], names[1], piece.dated_on),
                is_illustrative=piece.is_illustrative,
                added_by=by.account,
                added_at=clock.now(),
            )
            record.save(row)
            record.save_many([_citation(row, one) for one in piece.cited])
        return row


def cite_evidence(*, actor: Actor, season: Season, evidence: Evidence, cited: Cited) -> Citation:
    """Let evidence stand for one more criterion of its unit."""
    with changing(season) as held:
        by, row = _held_piece(actor, held, evidence)
        same = row.citations.filter(indicator=cited.indicator, period=cited.period, is_ended=False)
        twice = [Problem("evidence.cited_already", {"indicator": cited.indicator}, Place(path="indicator"))]
        refuse([*_not_to_cite(held, [cited]), *(twice if same.exists() else [])])
        citation = _citation(row, cited)
        with recording(
            events.EVIDENCE_CITED,
            by=by,
            chain=held.season.ledger_chain(),
            unit=row.unit,
            indicator=cited.indicator,
        ) as record:
            return record.save(citation)


def uncite_evidence(*, actor: Actor, season: Season, citation: Citation) -> None:
    """Rely on evidence for a criterion no longer; the piece stays."""
    with changing(season) as held:
        by, row = _held_piece(actor, held, citation.evidence)
        kept = row.citations.filter(pk=citation.pk, is_ended=False).first()
        if kept is None:
            refuse([Problem("evidence.withdrawn_already")])
            return
        kept.is_ended = True
        with recording(
            events.EVIDENCE_UNCITED,
            by=by,
            chain=held.season.ledger_chain(),
            unit=row.unit,
            indicator=kept.indicator,
        ) as record:
            record.save(kept)


def withdraw_evidence(*, actor: Actor, season: Season, evidence: Evidence, reason: str) -> Evidence:
    """Take evidence back, with the reason. It stays readable, and counts for nothing."""
    with changing(season) as held:
        by, row = _held_piece(actor, held, evidence)
        refuse(checks.given("reason", reason, longest=LONGEST))
        row.withdrawn_by, row.withdrawn_at, row.withdrawn_because = by.account, clock.now(), tidy(reason)
        with recording(
            events.EVIDENCE_WITHDRAWN,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.withdrawn_because,
            texts={"title": row.title},
            unit=row.unit,
        ) as record:
            return record.save(row)


def limit_age(
    *, actor: Actor, season: Season, first: date | None, last: date | None, document: Document, reason: str, seen: int
) -> AgeLimit:
    """Say from which day to which evidence must be dated, by a document; what is filed already is told, not refused.

    `seen` is the version that was on the screen (0: none): when another came in between, nothing is written.
    """
    with changing(season) as held:
        by = demand(actor, Verb.PLAN_SEASON, held.subject())
        missing = [
            Problem("forms.fill_in", place=Place(path=name))
            for name, day in (("first", first), ("last", last))
            if day is None
        ]
        version = AgeLimit.objects.filter(season=held.season).aggregate(last=Max("version"))["last"] or 0
        between = {"seen": str(seen), "last": str(version)}
        refuse([
            *([Problem("seasons.changed_since", between)] if seen != version else []),
            *missing,
            *_no_days(first, last),
            *check_document(document, today=held.today),
            *checks.given("reason", reason, longest=LONGEST),
        ])  # fmt: skip
        row = AgeLimit(
            season=held.season,
            version=version + 1,
            first=first,
            last=last,
            document_number=tidy(document.number),
            document_date=document.date,
            reason=tidy(reason),
        )
        with recording(
            events.AGE_LIMITED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.reason,
            first=row.first,
            last=row.last,
            document=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def _checked(piece: Piece) -> tuple[Checked | None, tuple[Problem, ...]]:
    """The file without its traces, looked at before anybody waits for the season."""
    if piece.upload is None:
        return None, ()
    try:
        return check(Upload(piece.upload.name, without_traces(piece.upload.data))), ()
    except AttachmentRefused as refused:
        return None, refused.problems


def _not_to_file(held: Held, piece: Piece) -> Iterator[Problem]:
    yield from checks.given("title", piece.title)
    if piece.upload is None and not piece.number.strip():
        yield Problem("evidence.file_or_number", place=Place(path="file"))
    if piece.upload is None and piece.number.strip():
        for name, text in (("issuer", piece.issuer), ("holder", piece.holder)):
            yield from checks.given(name, text)
    if len(piece.number) > Evidence._meta.get_field("number").max_length:
        yield Problem("forms.too_long", {"length": len(piece.number), "longest": 100}, Place(path="number"))
    if piece.upload is not None and piece.secrecy is not Marking.OPEN:
        yield Problem("evidence.secret_file", place=Place(path="file"))
    yield from _not_of_time(held, piece.dated_on)
    if not piece.cited:
        yield Problem("forms.fill_in", place=Place(path="indicator"))
    yield from _not_to_cite(held, piece.cited)


def _not_of_time(held: Held, day: date | None) -> Iterator[Problem]:
    """Evidence of another time than the limit says; a limit that a document set hinders, the usual one is only told."""
    if day is None:
        yield Problem("forms.fill_in", place=Place(path="dated_on"))
        return
    limit = age_limit_of(held.season)
    if day > held.today:
        yield Problem("evidence.dated_ahead", {"date": day, "today": held.today}, Place(path="dated_on"))
    elif limit.document_number and not limit.holds(day):
        data = {"date": day, "first": limit.first, "last": limit.last, "document": limit.document_number}
        yield Problem("evidence.out_of_time", data, Place(path="dated_on"))


def _not_to_cite(held: Held, cited: Sequence[Cited]) -> Iterator[Problem]:
    known = {one.code for one in rulebook_of(held.season, on=held.today).indicators}
    for one in cited:
        if one.indicator not in known:
            yield Problem("evidence.no_such_indicator", {"indicator": one.indicator}, Place(path="indicator"))
        if len(one.place) > Citation._meta.get_field("place").max_length:
            yield Problem("forms.too_long", {"length": len(one.place), "longest": 300}, Place(path="place"))
        if len(one.grounds) > LONGEST:
            yield Problem("forms.too_long", {"length": len(one.grounds), "longest": LONGEST}, Place(path="grounds"))


def _no_days(first: date | None, last: date | None) -> Iterator[Problem]:
    if first is not None and last is not None and last < first:
        yield Problem("timeline.ends_before_start", {"first": first, "last": last}, Place(path="last"))


def _held_piece(actor: Actor, held: Held, evidence: Evidence) -> tuple[Author, Evidence]:
    """The piece as it stands now, for somebody who may change it. Raises where it was withdrawn meanwhile."""
    row = Evidence.objects.filter(season=held.season, pk=evidence.pk).first()
    if row is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    by = demand(actor, Verb.FILE_EVIDENCE, held.subject(row.unit))
    if row.is_withdrawn:
        refuse([Problem("evidence.withdrawn_already")])
    return by, row


def _citation(row: Evidence, one: Cited) -> Citation:
    return Citation(
        season=row.season,
        evidence=row,
        unit=row.unit,
        indicator=one.indicator,
        period=one.period,
        place=tidy(one.place),
        grounds=tidy(one.grounds),
    )


def _key(number: str, issuer: str, day: date | None) -> str:
    """The same for the same document, however it is spelled: `05 /BC-CA` and `05/bc-ca` are one."""
    if not number or day is None:
        return ""
    return f"{folded(number).replace(' ', '')}|{folded(issuer)}|{day.isoformat()}"[:500]
