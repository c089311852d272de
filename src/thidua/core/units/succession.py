"""What becomes of units: merge, split and rename as dated successions, abolition, and the history they form.

Owns `Succession` (who carries on whom, from which day) and `History` (the unit tree with its successions, checked
together so that no unit is lost on the way). Never moves a figure: that is `carrying`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua.core.errors import Problem, UnitsRefused
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis
from thidua.core.units.tree import UnitId, UnitTree


class SuccessionKind(StrEnum):
    """The shape of a succession; read off its links, so that it cannot contradict them."""

    RENAME = "rename"  # one to one
    MERGE = "merge"  # several to one
    SPLIT = "split"  # one to several
    MIXED = "mixed"  # parts of several to several


@dataclass(frozen=True, slots=True)
class Link:
    """One predecessor and one successor. `weight` divides counts, as the decision states it (60 of 60:40)."""

    predecessor: UnitId
    successor: UnitId
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """The bodies that end and those that begin on one day. Raises UnitsRefused with every contradiction."""

    on: date
    links: tuple[Link, ...]
    basis: LegalBasis = UNKNOWN_BASIS

    def __post_init__(self) -> None:
        problems = list(self._contradictions())
        if problems:
            raise UnitsRefused(problems)

    @property
    def predecessors(self) -> tuple[UnitId, ...]:
        """The bodies that end, each once, in the order of the links."""
        return tuple(dict.fromkeys(link.predecessor for link in self.links))

    @property
    def successors(self) -> tuple[UnitId, ...]:
        """The bodies that begin, each once, in the order of the links."""
        return tuple(dict.fromkeys(link.successor for link in self.links))

    @property
    def kind(self) -> SuccessionKind:
        """Rename, merge, split, or a mixture of the last two."""
        if len(self.links) == 1:
            return SuccessionKind.RENAME
        if len(self.successors) == 1:
            return SuccessionKind.MERGE
        return SuccessionKind.SPLIT if len(self.predecessors) == 1 else SuccessionKind.MIXED

    def links_from(self, predecessor: UnitId) -> tuple[Link, ...]:
        """The links of one predecessor, in order."""
        return tuple(link for link in self.links if link.predecessor == predecessor)

    def links_to(self, successor: UnitId) -> tuple[Link, ...]:
        """The links of one successor, in order."""
        return tuple(link for link in self.links if link.successor == successor)

    def _contradictions(self) -> Iterator[Problem]:
        if not self.links:
            yield Problem("units.succession_empty", {"day": self.on})
        for (predecessor, successor), times in Counter(
            (link.predecessor, link.successor) for link in self.links
        ).items():
            if times > 1:
                yield Problem("units.link_twice", {"predecessor": predecessor, "successor": successor})
        for unit in self.successors:
            if unit in self.predecessors:
                yield Problem("units.own_successor", {"unit": unit, "day": self.on})
        for link in self.links:
            if link.weight is not None and link.weight <= 0:
                yield Problem("units.weight_not_positive", {"unit": link.predecessor, "weight": link.weight})


@dataclass(frozen=True, slots=True)
class Abolition:
    """A body that ends with nobody to carry it on, as the district police did on 01/03/2025."""

    unit: UnitId
    on: date
    basis: LegalBasis = UNKNOWN_BASIS


@dataclass(frozen=True, slots=True)
class History:
    """A unit tree and all that became of its units. Raises UnitsRefused with all contradictions at once.

    Every unit that ends is carried on by a succession of that very day or abolished on it, and no unit has two
    fates or two origins; so every unit that ever was either exists today, has living heirs, or leads to an abolition.
    """

    tree: UnitTree
    successions: tuple[Succession, ...] = ()
    abolitions: tuple[Abolition, ...] = ()
    _after: Mapping[UnitId, Succession] = field(init=False, repr=False, compare=False)
    _before: Mapping[UnitId, Succession] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.successions, key=lambda one: one.on))
        object.__setattr__(self, "successions", ordered)
        object.__setattr__(self, "_after", {unit: one for one in ordered for unit in one.predecessors})
        object.__setattr__(self, "_before", {unit: one for one in ordered for unit in one.successors})
        problems = [*self._unknown(), *self._fates(), *self._origins()]
        if problems:
            raise UnitsRefused(problems)

    def heirs(self, unit: UnitId, *, on: date) -> tuple[UnitId, ...]:
        """Who carries a unit on a day: itself while it exists, later its living successors, none before it began."""
        if self.tree.living(unit, on=on) is not None:
            return (unit,)
        succession = self._after.get(unit)
        if succession is None or on < succession.on:
            return ()
        links = succession.links_from(unit)
        return tuple(dict.fromkeys(heir for link in links for heir in self.heirs(link.successor, on=on)))

    def origins(self, unit: UnitId, *, on: date) -> tuple[UnitId, ...]:
        """Of whom a unit consists on an earlier day: itself while it exists, else its predecessors of that day."""
        if self.tree.living(unit, on=on) is not None:
            return (unit,)
        succession = self._before.get(unit)
        if succession is None or on >= succession.on:
            return ()
        links = succession.links_to(unit)
        return tuple(dict.fromkeys(root for link in links for root in self.origins(link.predecessor, on=on)))

    def _unknown(self) -> Iterator[Problem]:
        named = [unit for one in self.successions for unit in (*one.predecessors, *one.successors)]
        for unit in dict.fromkeys([*named, *(abolition.unit for abolition in self.abolitions)]):
            if not self.tree.rows(unit):
                yield Problem("units.unknown_unit", {"unit": unit})

    def _fates(self) -> Iterator[Problem]:
        """Each unit that ends has exactly one fate, on the day of its end."""
        fates: dict[UnitId, list[date]] = defaultdict(list)
        for one in self.successions:
            for unit in one.predecessors:
                fates[unit].append(one.on)
        for abolition in self.abolitions:
            fates[abolition.unit].append(abolition.on)
        for unit in self.tree.ids:
            end = self.tree.rows(unit)[-1].validity.end
            yield from _fate_problems(unit, end, fates[unit])

    def _origins(self) -> Iterator[Problem]:
        """Each successor begins on the day of the one succession that forms it."""
        births: dict[UnitId, list[date]] = defaultdict(list)
        for one in self.successions:
            for unit in one.successors:
                births[unit].append(one.on)
        for unit, days in births.items():
            rows = self.tree.rows(unit)
            if len(days) > 1:
                yield Problem("units.formed_twice", {"unit": unit, "day": days[1]})
            elif rows and rows[0].validity.start != days[0]:
                data = {"unit": unit, "day": days[0], "start": rows[0].validity.start}
                yield Problem("units.begins_another_day", data)


def _fate_problems(unit: UnitId, end: date | None, fates: list[date]) -> Iterator[Problem]:
    if len(fates) > 1:
        yield Problem("units.succeeded_twice", {"unit": unit, "day": fates[1]})
    elif fates and end is None:
        yield Problem("units.does_not_end", {"unit": unit, "day": fates[0]})
    elif fates and end != fates[0]:
        yield Problem("units.ends_another_day", {"unit": unit, "day": fates[0], "end": end})
    elif end is not None and not fates:
        yield Problem("units.ends_unexplained", {"unit": unit, "end": end})
