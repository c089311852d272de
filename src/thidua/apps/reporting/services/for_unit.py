"""Entering for a unit (nhập hộ): typed from its paper by who runs the year, counted once the unit has confirmed."""

import uuid
from collections.abc import Mapping

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Checked, Upload, check, keep
from thidua.apps.ledger.services import recording
from thidua.apps.reporting import events
from thidua.apps.reporting.models import EntryFor, LineFor
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.reports import refuse_locked
from thidua.apps.reporting.services.figures import SELF, Typed, changed_since, line_of, own_cells
from thidua.apps.reporting.services.taking import Batch, new_rows, read_rows
from thidua.apps.rulebooks.services.taking import hindering
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import AttachmentRefused, Place, Problem
from thidua.words.vietnamese import tidy


def enter_for_unit(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    cells: Mapping[str, Typed] | Mapping[At, Typed],
    document: Document,
    paper: Upload | None,
) -> EntryFor:
    """Type figures for a unit from its paper, by cell. Nothing of it is scored until the unit confirms it.

    Raises SeasonRefused with every problem: those of the cells, of the document and of the file (at `file`).
    """
    checked, of_file = _checked(paper)
    given = {At.of(key): one for key, one in cells.items() if one.text.strip()}
    with changing(season) as held:
        by = demand(actor, Verb.ENTER_FOR_UNIT, held.subject(unit))
        refuse_locked(held.season, unit)
        read = read_rows([line_of(unit, at, one) for at, one in given.items()], held, unit=unit, stages=SELF)
        nothing = [] if given else [Problem("reporting.nothing_for_unit")]
        of_document = check_document(document, today=held.today)
        refuse([*of_file, *nothing, *of_document, *hindering(read.problems)])
        if checked is None:
            raise SeasonRefused(Problem("reporting.paper_missing", place=Place(path="file")))
        kept = Document(tidy(document.number), document.date)
        return _kept(Batch(held.season, unit, by, document=kept), given, document=kept, checked=checked)


def confirm_entry(*, actor: Actor, season: Season, unit: str, entry: uuid.UUID) -> EntryFor:
    """The unit takes what was typed for it as its own. Refused where a cell changed since, or the report is locked."""
    with changing(season) as held:
        by = demand(actor, Verb.ANSWER_ENTRY, held.subject(unit))
        refuse_locked(held.season, unit)
        row = _waiting(held, unit, entry)
        lines = list(row.lines.order_by("indicator", "period"))
        cells = {At(one.indicator, one.period): Typed(one.typed) for one in lines}
        seen = {At(one.indicator, one.period): one.seen for one in lines}
        read = read_rows([line_of(unit, at, one) for at, one in cells.items()], held, unit=unit, stages=SELF)
        changed = changed_since(seen, cells, own_cells(held.season, unit))
        refuse([*hindering(read.problems), *changed])
        document = Document(row.document_number, row.document_date)
        new = new_rows(read, Batch(held.season, unit, by, document, row.paper.name[:300], row.pk))
        for figure in new:
            figure.typed_by = row.typed_by  # the cell shows who typed it; who confirmed it stands in the entry
        row.is_confirmed, row.answered_by, row.answered_at = True, by.account, clock.now()
        with recording(
            events.ENTRY_CONFIRMED, by=by, chain=held.season.ledger_chain(), unit=unit, count=len(lines)
        ) as record:
            record.save(row)
            record.save_many(new)
        return row


def reject_entry(*, actor: Actor, season: Season, unit: str, entry: uuid.UUID, reason: str) -> EntryFor:
    """The unit does not take what was typed for it, and says why. It never counts."""
    with changing(season) as held:
        by = demand(actor, Verb.ANSWER_ENTRY, held.subject(unit))
        row = _waiting(held, unit, entry)
        refuse(checks.given("reason", reason, longest=2000))
        row.is_confirmed, row.answered_by, row.answered_at = False, by.account, clock.now()
        row.reason = tidy(reason)
        count, chain = row.lines.count(), held.season.ledger_chain()
        with recording(events.ENTRY_REJECTED, by=by, chain=chain, reason=row.reason, unit=unit, count=count) as record:
            return record.save(row)


def _kept(batch: Batch, cells: Mapping[At, Typed], *, document: Document, checked: Checked) -> EntryFor:
    season, unit, by = batch.season, batch.unit, batch.by
    latest = own_cells(season, unit)
    with recording(
        events.ENTERED_FOR,
        by=by,
        chain=season.ledger_chain(),
        unit=unit,
        count=len(cells),
        document=document.number,
        date=document.date,
    ) as record:
        entry = EntryFor(
            season=season,
            unit=unit,
            paper=keep(record, checked, season=season, by=by, unit=unit),
            document_number=document.number,
            document_date=document.date,
            typed_by=by.account,
            typed_at=clock.now(),
        )
        record.save(entry)
        lines = []
        for at, one in cells.items():
            now = latest.get(at)
            seen = now.version if now else 0
            lines.append(LineFor(season=season, entry=entry, **at._asdict(), typed=one.text.strip(), seen=seen))
        record.save_many(lines)
        return entry


def _waiting(held: Held, unit: str, entry: uuid.UUID) -> EntryFor:
    row = EntryFor.objects.filter(season=held.season, unit=unit, pk=entry, is_confirmed=None).first()
    if row is None:
        raise SeasonRefused(Problem("reporting.entry_not_waiting"))
    return row


def _checked(paper: Upload | None) -> tuple[Checked | None, tuple[Problem, ...]]:
    if paper is None:
        return None, (Problem("reporting.paper_missing", place=Place(path="file")),)
    try:
        return check(paper), ()
    except AttachmentRefused as refused:
        return None, tuple(refused.problems)
