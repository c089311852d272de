"""Much at once in one entry of the ledger, and its undoing while nothing stands on it: the provinces of 2025, clusters
from a workbook.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import ProtectedError

from thidua.apps import clock
from thidua.apps.access.models import Assignment
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.models import Entry, Recorded
from thidua.apps.ledger.services import hold, recording
from thidua.apps.organisation import bridge, models, selectors
from thidua.apps.organisation.events import CLUSTERS_SET_UP, PROVINCES_LOADED, SET_UP_UNDONE
from thidua.apps.organisation.naming import named, with_names
from thidua.core.errors import Place, Problem, UnitsRefused
from thidua.core.ledger.entry import INSTALLATION
from thidua.core.units.succession import History, Succession
from thidua.core.units.tree import Unit, UnitId, UnitTree
from thidua.files.provinces import province_history

UNDOABLE = {
    PROVINCES_LOADED.code: Verb.MANAGE_UNITS,
    CLUSTERS_SET_UP.code: Verb.MANAGE_CLUSTERS,
}
_TABLES = (  # a row may point at rows of tables before its own
    models.Unit,
    models.UnitRow,
    models.Succession,
    models.SuccessionLink,
    models.Cluster,
    models.Membership,
    models.Office,
)
_KEYS_AT_ONCE = 500
Written = Mapping[str, Mapping[str, str]]


def load_province_map(*, actor: Actor, ministry: str, known_from: date, reason: str = "") -> None:
    """The 63 provinces and the 34 of 01/07/2025 with who carries on whom, below the ministry, in one entry.

    Raises UnitsRefused with every problem: a code that is taken, a ministry that is not there all the while.
    """
    author = demand(actor, Verb.MANAGE_UNITS, Subject(above=selectors.units_above([ministry], on=clock.today())))
    found = province_history(known_from=known_from)
    units = [replace(unit, parent=UnitId(ministry)) for unit in found.tree.units]
    with recording(PROVINCES_LOADED, by=author, reason=reason, count=len(found.tree.ids), day=known_from) as record:
        hold(INSTALLATION)
        problems = loading_problems(selectors.history(), units, found.successions)
        if problems:
            raise UnitsRefused(problems)
        for table in bridge.rows_of_history(units, found.successions).tables():
            record.save_many(table)


def undo(*, actor: Actor, entry: Entry, reason: str) -> None:
    """Delete all that one bulk entry wrote, while each row is as it was written and nothing stands on any of them.

    It is for the unit that wrote it, or one above. The entry itself stays; the undoing is an entry of its own. Raises
    UnitsRefused with every problem.
    """
    verb = UNDOABLE.get(entry.verb)
    if verb is None:
        raise UnitsRefused(Problem("organisation.not_undoable"))
    author = demand(actor, verb, Subject(above=selectors.units_above([entry.unit], on=clock.today())))
    written = written_by(entry)
    with recording(SET_UP_UNDONE, by=author, reason=reason, height=str(entry.height)) as record:
        hold(INSTALLATION)
        rows = {model: _rows(model, written) for model in _TABLES}
        problems = list(_undo_problems(written, rows, reason))
        if problems:
            raise UnitsRefused(problems)
        try:
            for model in reversed(_TABLES):
                record.delete_many(rows[model])
        except ProtectedError as protected:
            data = {"count": len(protected.protected_objects)}
            raise UnitsRefused(Problem("organisation.stood_upon", data)) from None


def written_by(entry: Entry) -> Written:
    """What an entry wrote: table → key → digest."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for table, key, digest in entry.rows.values_list("table", "key", "digest"):
        found[table][key] = digest
    return found


def is_still_there(entry: Entry) -> bool:
    """Whether something that the entry wrote still exists."""
    written = written_by(entry)
    return any(
        model.objects.filter(pk__in=list(_keys(model, written))[:_KEYS_AT_ONCE]).exists()
        for model in _TABLES
        if _keys(model, written)
    )


def loading_problems(before: History, units: Sequence[Unit], successions: Sequence[Succession]) -> list[Problem]:
    """Codes that are taken; else the core's verdict on all units as they will be."""
    taken = dict.fromkeys(unit.id for unit in units if before.tree.rows(unit.id))
    if taken:
        return [Problem("organisation.code_taken", {"unit": named(code, before.tree)}) for code in taken]
    try:
        tree = UnitTree((*before.tree.units, *units))
        History(tree, (*before.successions, *successions), before.abolitions)
    except UnitsRefused as refusal:
        return with_names(refusal.problems, before.tree)
    return []


def _keys(model: type[Recorded], written: Written) -> Mapping[str, str]:
    return written.get(model().ledger_table(), {})


def _rows(model: type[Recorded], written: Written) -> list[Recorded]:
    keys = list(_keys(model, written))
    parts = [keys[start : start + _KEYS_AT_ONCE] for start in range(0, len(keys), _KEYS_AT_ONCE)]
    return [row for part in parts for row in model.objects.filter(pk__in=part)]


def _undo_problems(
    written: Written, rows: Mapping[type[Recorded], Sequence[Recorded]], reason: str
) -> Iterator[Problem]:
    if not reason.strip():
        yield Problem("organisation.reason_missing", {}, Place(path="reason"))
    living = [row for table in rows.values() for row in table]
    if not living:
        yield Problem("organisation.undone_already")
        return
    same = sum(written[row.ledger_table()][str(row.pk)] == row.ledger_digest() for row in living)
    changed = sum(map(len, written.values())) - same
    if changed:
        yield Problem("organisation.changed_since", {"count": changed})
    holders = Assignment.objects.filter(unit__in=list(_keys(models.Unit, written))).count()
    if holders:
        yield Problem("organisation.roles_given", {"count": holders})
