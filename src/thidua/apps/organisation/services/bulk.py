"""Much at once in one entry of the ledger, and its undoing while nothing stands on it: the provinces of 2025, clusters
from a workbook.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import ProtectedError

from thidua.apps import clock
from thidua.apps.access.models import Assignment
from thidua.apps.access.policy import demand, may
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.models import Entry, Recorded
from thidua.apps.ledger.services import hold, recording
from thidua.apps.organisation import bridge, models, selectors
from thidua.apps.organisation.checking import surroundings
from thidua.apps.organisation.events import CLUSTERS_SET_UP, PROVINCES_LOADED, SET_UP_UNDONE
from thidua.apps.organisation.naming import named, tidy, with_names
from thidua.apps.organisation.services.clusters import rows_of_plan
from thidua.apps.organisation.set_up import SetUp, set_up_of
from thidua.core.errors import Place, Problem, UnitsRefused
from thidua.core.ledger.entry import INSTALLATION
from thidua.core.units.succession import History, Succession
from thidua.core.units.tree import Unit, UnitId, UnitTree
from thidua.files.cluster_book import ClusterBook
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


def load_province_map(*, actor: Actor, ministry: str, known_from: date, body: str = "", reason: str = "") -> None:
    """The 63 provinces and the 34 of 01/07/2025 with who carries on whom, below the ministry, in one entry.

    `body` stands before each name: with `Công an` the unit of Tây Ninh is `Công an Tây Ninh`.

    Raises UnitsRefused with every problem: a code that is taken, a ministry that is not there all the while.
    """
    author = demand(actor, Verb.MANAGE_UNITS, Subject(above=selectors.units_above([ministry], on=clock.today())))
    found = province_history(known_from=known_from)
    units = [replace(unit, name=tidy(f"{body} {unit.name}"), parent=UnitId(ministry)) for unit in found.tree.units]
    with recording(PROVINCES_LOADED, by=author, reason=reason, count=len(found.tree.ids), day=known_from) as record:
        hold(INSTALLATION)
        problems = loading_problems(selectors.history(), units, found.successions)
        if problems:
            raise UnitsRefused(problems)
        for table in bridge.rows_of_history(units, found.successions).tables():
            record.save_many(table)


def review_clusters(*, actor: Actor, book: ClusterBook) -> SetUp:
    """What a workbook would set up for this person, and everything that stands against it. Writes nothing."""
    demand(actor, Verb.MANAGE_CLUSTERS, Subject(above=actor.units))  # whoever may set up any cluster at all
    years = {line.year for line in book.members if line.year is not None}
    found = set_up_of(book, surroundings(selectors.history().tree, years))
    return replace(found, problems=(*found.problems, *_strange_superiors(actor, found)))


def set_up_clusters(*, actor: Actor, book: ClusterBook, reason: str = "") -> SetUp:
    """All clusters and new units of a workbook, in one entry. Raises UnitsRefused with everything wrong in the file."""
    found = _accepted(actor, book)
    above = frozenset.intersection(*(_line(code, found.tree) for code in found.superiors))
    author = demand(actor, Verb.MANAGE_CLUSTERS, Subject(above=above))
    told: dict[str, Any] = {"clusters": len(found.clusters), "members": found.members, "units": len(found.units)}
    with recording(CLUSTERS_SET_UP, by=author, reason=reason, file=found.file, **told) as record:
        hold(INSTALLATION)
        found = _accepted(actor, book)  # again: from here on nobody else writes
        for table in bridge.rows_of_history(found.units).tables():
            record.save_many(table)
        planned = [rows_of_plan(one.plan) for one in found.clusters]
        record.save_many([cluster for cluster, _, _ in planned])
        record.save_many([row for _, members, _ in planned for row in members])
        record.save_many([row for _, _, offices in planned for row in offices])
    return found


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


def _accepted(actor: Actor, book: ClusterBook) -> SetUp:
    found = review_clusters(actor=actor, book=book)
    if found.problems:
        raise UnitsRefused(found.problems)
    return found


def _strange_superiors(actor: Actor, found: SetUp) -> Iterator[Problem]:
    """Superiors for which this person does not act."""
    for code in found.superiors:
        if not may(actor, Verb.MANAGE_CLUSTERS, Subject(above=_line(code, found.tree))):
            yield Problem("organisation.not_yours", {"organiser": named(code, found.tree)}, Place(found.file))


def _line(code: str, tree: UnitTree) -> frozenset[str]:
    """A unit and those above it, by its last row."""
    rows = tree.rows(UnitId(code))
    above = tree.ancestors(UnitId(code), on=rows[-1].validity.start) if rows else ()
    return frozenset({code, *(unit.id for unit in above)})


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
