"""Units: a new one, a new parent, a merger, a split, a new name, an end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import Recording, hold, recording
from thidua.apps.organisation import bridge, models, selectors
from thidua.apps.organisation.events import SUCCESSION_RECORDED, UNIT_ABOLISHED, UNIT_MOVED, UNIT_RECORDED
from thidua.apps.organisation.naming import code_problems, name_problems, named, tidy, with_names
from thidua.apps.organisation.services.endings import Cuts, cuts_of, end_cuts
from thidua.core.errors import Place, Problem, UnitsRefused
from thidua.core.ledger.entry import INSTALLATION, Author
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis, Period
from thidua.core.units.succession import Abolition, History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A body that somebody records; `at` says where a form or a sheet holds it."""

    code: str
    name: str
    level: Level
    parent: str = ""
    at: str = ""  # before the name of a field in the places of problems

    def unit(self, start: date, basis: LegalBasis) -> Unit:
        """The core's value, from a day on."""
        parent = UnitId(self.parent) if self.parent else None
        return Unit(UnitId(self.code), tidy(self.name), self.level, Period(start), parent, basis)


@dataclass(slots=True)
class _Change:
    """What a verb does to the units: their rows before and after, and the core's verdict on the whole."""

    before: History
    on: date
    rows: dict[Unit, Unit] = field(default_factory=dict)  # a row that ends → as it ends
    new: list[Unit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_sound: bool = True  # whether the parts are such that a verdict on the whole tells something new

    def end(self, code: UnitId) -> None:
        """The unit's last day is the day before."""
        row = self.before.tree.living(code, on=self.on)
        if row is None or row.validity.start == self.on or row.validity.end is not None:
            known = "organisation.cannot_end" if self.before.tree.rows(code) else "units.unknown_unit"
            self.object_to(Problem(known, {"unit": named(code, self.before.tree), "day": self.on}))
        else:
            self.rows[row] = replace(row, validity=Period(row.validity.start, self.on))

    def begin(self, new: "NewUnit", basis: LegalBasis) -> None:
        """A body that did not exist before."""
        self.problems += _name_problems(new)
        for problem in _place_problems(new, self.before.tree, on=self.on):
            self.object_to(problem)
        self.new.append(new.unit(self.on, basis))

    def follow(self, row: Unit, **changes: Any) -> None:
        """The same body goes on from the day with something changed."""
        self.rows[row] = replace(row, validity=Period(row.validity.start, self.on))
        self.new.append(replace(row, validity=Period(self.on, row.validity.end), **changes))

    def object_to(self, problem: Problem) -> None:
        """Keep a problem that makes a verdict on the whole idle."""
        self.problems.append(problem)
        self.is_sound = False

    def after(self) -> tuple[Unit, ...]:
        """Every row as it will be."""
        return (*(self.rows.get(row, row) for row in self.before.tree.units), *self.new)

    def judge(self, succession: Succession | None = None, abolition: Abolition | None = None) -> None:
        """Add what the core has against the whole as it will be."""
        if not self.is_sound:
            return
        successions = (*self.before.successions, *([succession] if succession else []))
        abolitions = (*self.before.abolitions, *([abolition] if abolition else []))
        try:
            History(UnitTree(self.after()), successions, abolitions)
        except UnitsRefused as refusal:
            self.problems += with_names(refusal.problems, self.before.tree)

    def save(self, record: Recording, basis: LegalBasis) -> None:
        """Write the rows that end and those that begin."""
        stored = {(row.unit_id, row.starts_on): row for row in _rows_of(self.rows)}
        for before, after in self.rows.items():
            row = stored[before.id, before.validity.start]
            row.ends_on = after.validity.end
            record.save(row)
        known = self.before.tree.ids
        record.save_many([models.Unit(code=unit.id) for unit in self.new if unit.id not in known])
        record.save_many([bridge.row_of_unit(replace(unit, basis=basis)) for unit in self.new])


def record_unit(
    *, actor: Actor, new: NewUnit, starts_on: date, basis: LegalBasis = UNKNOWN_BASIS, reason: str = ""
) -> models.UnitRow:
    """A body that exists from a day on. Raises UnitsRefused with every problem."""
    author = _demand(actor, [new.parent or new.code], on=starts_on)
    data: dict[str, Any] = {"unit": new.code, "name": tidy(new.name), "level": new.level, "day": starts_on}
    with recording(UNIT_RECORDED, by=author, reason=reason, **data) as record:
        hold(INSTALLATION)
        change = _Change(selectors.history(), starts_on)
        change.begin(new, basis)
        change.judge()
        _refuse(change)
        change.save(record, basis)
    return models.UnitRow.objects.get(unit_id=new.code)


def move_unit(
    *,
    actor: Actor,
    code: str,
    on: date,
    parent: str | None = None,
    level: Level | None = None,
    basis: LegalBasis = UNKNOWN_BASIS,
    reason: str = "",
) -> None:
    """The same body under another unit, or at another level, from a day on. A new name makes a new body."""
    author = _demand(actor, [code, *([parent] if parent else [])], on=on, below=[code])
    with recording(UNIT_MOVED, by=author, reason=reason, unit=code, name=_name(code, on), day=on) as record:
        hold(INSTALLATION)
        change = _Change(selectors.history(), on)
        row = change.before.tree.unit(UnitId(code), on=on)
        given: dict[str, Any] = {"parent": UnitId(parent) if parent else None, "level": level}
        changed = {name: value for name, value in given.items() if value is not None and value != getattr(row, name)}
        if not changed or row.validity.start == on:
            data = {"unit": named(code, change.before.tree), "day": on}
            raise UnitsRefused(Problem("organisation.nothing_moves", data))
        change.follow(row, **changed)
        change.judge()
        _refuse(change)
        change.save(record, basis)


def record_succession(
    *,
    actor: Actor,
    on: date,
    links: Sequence[Link],
    successors: Sequence[NewUnit],
    basis: LegalBasis = UNKNOWN_BASIS,
    children: Mapping[str, str] | None = None,
    cutting: bool = False,
    reason: str = "",
) -> models.Succession:
    """Bodies that end on a day and those that carry them on. Units below go to the one successor of their superior, or
    where `children` says.

    What the ending units hold in clusters beyond the day is a question; `cutting` answers it: it ends on the day. The
    successors take nothing over by themselves. Raises UnitsRefused with every problem.
    """
    ending = list(dict.fromkeys(link.predecessor for link in links))
    author = _demand(actor, [*ending, *(new.parent for new in successors if new.parent)], on=on, below=ending)
    with recording(SUCCESSION_RECORDED, by=author, reason=reason, **_told(links, successors, on)) as record:
        hold(INSTALLATION)
        change = _Change(selectors.history(), on)
        for new in successors:
            change.begin(new, basis)
        for code in ending:
            change.end(code)
        succession = _succession(change, on, links, basis)
        _move_children(change, links, children or {})
        cuts = cuts_of(ending, on=on, tree=change.before.tree)
        change.problems += cuts.problems(cutting=cutting)
        if succession is not None:
            change.judge(succession)
        _refuse(change)
        return _save_succession(record, change, succession, basis, cuts)


def rename_unit(
    *, actor: Actor, code: str, new: NewUnit, on: date, basis: LegalBasis = UNKNOWN_BASIS, cutting: bool = False
) -> models.Succession:
    """One body ends and another begins in its place, under a new name and a new code."""
    links = [Link(UnitId(code), UnitId(new.code))]
    return record_succession(actor=actor, on=on, links=links, successors=[new], basis=basis, cutting=cutting)


def merge_units(
    *,
    actor: Actor,
    codes: Sequence[str],
    new: NewUnit,
    on: date,
    basis: LegalBasis = UNKNOWN_BASIS,
    cutting: bool = False,
) -> models.Succession:
    """Several bodies end and one begins, even where it bears the name of one of them."""
    links = [Link(UnitId(code), UnitId(new.code)) for code in codes]
    return record_succession(actor=actor, on=on, links=links, successors=[new], basis=basis, cutting=cutting)


def split_unit(
    *,
    actor: Actor,
    code: str,
    parts: Sequence[tuple[NewUnit, int | None]],
    on: date,
    basis: LegalBasis = UNKNOWN_BASIS,
    children: Mapping[str, str] | None = None,
    cutting: bool = False,
) -> models.Succession:
    """One body ends and several begin; a weight divides counts where the decision states it."""
    links = [Link(UnitId(code), UnitId(new.code), weight) for new, weight in parts]
    successors = [new for new, _ in parts]
    return record_succession(
        actor=actor, on=on, links=links, successors=successors, basis=basis, children=children, cutting=cutting
    )


def abolish_unit(
    *,
    actor: Actor,
    code: str,
    on: date,
    basis: LegalBasis = UNKNOWN_BASIS,
    cutting: bool = False,
    reason: str = "",
) -> models.Abolition:
    """A body that ends on a day with nobody to carry it on. Raises UnitsRefused with every problem."""
    author = _demand(actor, [code], on=on, below=[code])
    with recording(UNIT_ABOLISHED, by=author, reason=reason, unit=code, name=_name(code, on), day=on) as record:
        hold(INSTALLATION)
        change = _Change(selectors.history(), on)
        change.end(UnitId(code))
        change.judge(abolition=Abolition(UnitId(code), on, basis))
        cuts = cuts_of([code], on=on, tree=change.before.tree)
        change.problems += cuts.problems(cutting=cutting)
        _refuse(change)
        change.save(record, basis)
        end_cuts(record, cuts)
        row = models.Abolition(unit_id=code, on=on, basis_document=basis.document, basis_confirmed=basis.is_confirmed)
        return record.save(row)


def _name_problems(new: NewUnit) -> Iterator[Problem]:
    yield from name_problems(tidy(new.name), at=f"{new.at}name")
    yield from code_problems(new.code, at=f"{new.at}code")


def _place_problems(new: NewUnit, tree: UnitTree, *, on: date) -> Iterator[Problem]:
    """A code that another body has, a superior that does not exist on the day."""
    if tree.rows(UnitId(new.code)):
        yield Problem("organisation.code_taken", {"unit": named(new.code, tree)}, Place(path=f"{new.at}code"))
    if new.parent and tree.living(UnitId(new.parent), on=on) is None:
        code = "organisation.parent_not_there" if tree.rows(UnitId(new.parent)) else "units.unknown_unit"
        data = {"unit": named(new.parent, tree), "day": on}
        yield Problem(code, data, Place(path=f"{new.at}parent"))


def _demand(actor: Actor, codes: Iterable[str], *, on: date, below: Iterable[str] = ()) -> Author:
    """Whoever stands above all these units; a unit without superiors is its own."""
    above: list[frozenset[str]] = []
    for code in dict.fromkeys(codes):
        found = selectors.units_above([code], on=on)
        is_below = code in set(below) and len(found) > 1
        above.append(found - {code} if is_below else found)
    common = frozenset.intersection(*above) if above else frozenset()
    return demand(actor, Verb.MANAGE_UNITS, Subject(above=common))


def _told(links: Sequence[Link], successors: Sequence[NewUnit], on: date) -> dict[str, Any]:
    old = list(dict.fromkeys(link.predecessor for link in links))
    return {
        "predecessors": [_name(code, on) for code in old],
        "successors": [tidy(new.name) for new in successors],
        "day": on,
    }


def _name(code: str, on: date) -> str:
    return selectors.unit_names([code], on=on).get(code, code)


def _succession(change: _Change, on: date, links: Sequence[Link], basis: LegalBasis) -> Succession | None:
    try:
        return Succession(on, tuple(links), basis)
    except UnitsRefused as refusal:
        change.problems += with_names(refusal.problems, change.before.tree)
        return None


def _move_children(change: _Change, links: Sequence[Link], stated: Mapping[str, str]) -> None:
    """Units below those that end: under the one successor, where stated, or a question."""
    heirs: dict[str, list[str]] = {}
    for link in links:
        heirs.setdefault(link.predecessor, []).append(link.successor)
    for row in change.before.tree.units:
        if row.parent not in heirs or row.id in heirs or row.validity.last <= change.on:
            continue
        choices = heirs[row.parent]
        parent = stated.get(row.id) or (choices[0] if len(choices) == 1 else "")
        if parent not in choices:
            data = {"unit": named(row.id, change.before.tree), "parent": named(row.parent, change.before.tree)}
            change.problems.append(Problem("organisation.child_unplaced", data, Place(path=f"child.{row.id}")))
        elif row.validity.start < change.on:
            change.follow(row, parent=UnitId(parent))


def _save_succession(
    record: Recording, change: _Change, value: Succession | None, basis: LegalBasis, cuts: Cuts
) -> models.Succession:
    assert value is not None  # noqa: S101 - a succession that contradicts itself was refused
    change.save(record, basis)
    row = models.Succession(on=value.on, basis_document=basis.document, basis_confirmed=basis.is_confirmed)
    record.save(row)
    record.save_many(list(bridge.links_of(value, row)))
    end_cuts(record, cuts)
    return row


def _rows_of(units: Iterable[Unit]) -> Iterable[models.UnitRow]:
    return models.UnitRow.objects.filter(unit_id__in={unit.id for unit in units})


def _refuse(change: _Change) -> None:
    if change.problems:
        raise UnitsRefused(change.problems)
