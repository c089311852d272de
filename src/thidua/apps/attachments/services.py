"""Keeping a file. It is part of another verb: a minute, a scan, evidence, so that verb records it."""

from dataclasses import dataclass

from django.conf import settings

from thidua.apps import clock
from thidua.apps.attachments.models import Attachment, Content
from thidua.apps.ledger.services import Recording
from thidua.apps.seasons.models import Season
from thidua.core.errors import AttachmentRefused, Problem
from thidua.core.ledger.entry import Author
from thidua.files.attached import Attached, examine, refuse
from thidua.files.scanning import Scanner, Verdict


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept. `is_scanned`: a scanner was asked and found nothing."""

    file: Attached
    is_scanned: bool


def check(upload: Upload) -> Checked:
    """Look at a file before a transaction is opened: what it is, its size, and what the scanner says.

    Raises AttachmentRefused with every problem, each at the field `file`.
    """
    file = examine(upload.name, upload.data, most=settings.MOST_ATTACHED_BYTES)
    if not settings.VIRUS_SCANNER:
        return Checked(file, is_scanned=False)
    verdict, found = Scanner(settings.VIRUS_SCANNER).scan(file.data)
    if verdict is Verdict.INFECTED:
        raise refuse("attachments.infected", file.name, found=found)
    if verdict is Verdict.UNREACHED:
        raise refuse("attachments.scanner_unreached", file.name)
    return Checked(file, is_scanned=True)


def check_all(uploads: list[Upload]) -> tuple[list[Checked], list[Problem]]:
    """The files that may be kept, and what is wrong with the others."""
    kept: list[Checked] = []
    problems: list[Problem] = []
    for upload in uploads:
        try:
            kept.append(check(upload))
        except AttachmentRefused as refused:
            problems += refused.problems
    return kept, problems


def keep(record: Recording, checked: Checked, *, season: Season, by: Author, unit: str = "") -> Attachment:
    """Keep a file inside a recording of the season; bytes that the season has already are kept once."""
    file = checked.file
    content = Content.objects.filter(season=season, digest=file.digest).defer("data").first()
    if content is None:
        content = Content(season=season, digest=file.digest, size=len(file.data), data=file.data)
        record.save(content)
    attachment = Attachment(
        season=season,
        name=file.name,
        media_type=file.media_type,
        unit=unit,
        content=content,
        kept_by=by.account,
        kept_at=clock.now(),
        is_scanned=checked.is_scanned,
    )
    return record.save(attachment)
