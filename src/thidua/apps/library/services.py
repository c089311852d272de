"""Every write about the library: keep a document, and take one back that was kept by mistake."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Upload, check, keep
from thidua.apps.evidence.models import Marking
from thidua.apps.ledger.services import recording
from thidua.apps.library import events
from thidua.apps.library.models import DocumentSort, LibraryDocument, search_key
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import subject_of
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import AttachmentRefused, Place, Problem
from thidua.words.vietnamese import tidy


@dataclass(frozen=True, slots=True)
class Described:
    """A document as somebody puts it into the library; a file, or where the paper lies."""

    sort: DocumentSort
    document: Document
    issuer: str
    subject: str
    secrecy: Marking = Marking.OPEN
    holder: str = ""
    upload: Upload | None = None


def keep_document(*, actor: Actor, season: Season, described: Described) -> LibraryDocument:
    """Keep a document. The file of a secret one is refused unread: only its reference may stand here."""
    demand(actor, Verb.KEEP_DOCUMENTS, subject_of(season, on=clock.today()))
    problems = list(_of_file(described))
    checked = None
    if described.upload is not None and not problems:
        try:
            checked = check(described.upload)
        except AttachmentRefused as refused:
            problems += refused.problems
    with changing(season) as held:
        by = demand(actor, Verb.KEEP_DOCUMENTS, held.subject())
        refuse([*_wrong(held, described), *problems])
        row = LibraryDocument(
            season=held.season,
            sort=described.sort,
            document_number=tidy(described.document.number),
            document_date=described.document.date,
            issuer=tidy(described.issuer),
            subject=tidy(described.subject),
            holder=tidy(described.holder),
            secrecy=described.secrecy,
            kept_by=by.account,
            kept_at=clock.now(),
        )
        row.search_key = search_key(row)
        with recording(
            events.DOCUMENT_KEPT,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"subject_line": row.subject},
            sort=described.sort,
            number=row.document_number,
            date=row.document_date,
        ) as record:
            if checked is not None:
                row.attachment = keep(record, checked, season=held.season, by=by)
            return record.save(row)


def withdraw_document(*, actor: Actor, season: Season, document: LibraryDocument, reason: str) -> LibraryDocument:
    """Take a document out of the library, for a reason; it stays on record."""
    with changing(season) as held:
        by = demand(actor, Verb.KEEP_DOCUMENTS, held.subject())
        row = LibraryDocument.objects.get(pk=document.pk)
        if row.withdrawn_at is not None:
            raise SeasonRefused(Problem("library.withdrawn_already"))
        refuse(checks.given("reason", reason, longest=2000))
        row.withdrawn_at, row.withdrawn_because = clock.now(), tidy(reason)
        with recording(
            events.DOCUMENT_WITHDRAWN,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.withdrawn_because,
            number=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def _of_file(described: Described) -> Iterator[Problem]:
    if described.upload is not None and described.secrecy is not Marking.OPEN:
        yield Problem("library.no_secret_file", place=Place(path="file"))
    if described.upload is None and not described.holder.strip():
        yield Problem("library.file_or_holder", place=Place(path="holder"))


def _wrong(held: Held, described: Described) -> Iterator[Problem]:
    yield from check_document(described.document, today=held.today)
    yield from checks.given("issuer", described.issuer)
    yield from checks.given("subject", described.subject)
    if len(described.holder) > checks.LONGEST_LINE:
        data = {"length": len(described.holder), "longest": checks.LONGEST_LINE}
        yield Problem("forms.too_long", data, Place(path="holder"))
    same = LibraryDocument.objects.filter(
        season=held.season,
        withdrawn_at__isnull=True,
        document_number=tidy(described.document.number),
        document_date=described.document.date,
        issuer=tidy(described.issuer),
    )
    if same.exists():
        yield Problem("library.kept_already", {"number": described.document.number}, Place(path="number"))
