"""The cross-check roster: which unit checks which.

Every unit checks as many as check it, nobody checks itself, no two check each other, and the deputy chair is among
those who check the chair. Pairs of earlier seasons come again only where there is no other way. Among equals a drawn
word decides, so that everybody can draw the roster again and find the same; this module draws no lot of its own.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations

from thidua.core.errors import Problem, RosterRefused

MOST_TRIED = 5_000  # choices, after which a search gives up
CIRCLES = 500
ROUNDS = 20  # searches that begin with other lots


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """One unit checks another."""

    checker: str
    subject: str

    @property
    def turned(self) -> "Pair":
        """The other way round."""
        return Pair(self.subject, self.checker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """The units that hold the two posts of the cluster."""

    chair: str
    deputy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who checks whom, by subject in the order of the units. `repeated` are pairs that an earlier season had too."""

    pairs: tuple[Pair, ...]
    each: int
    word: str
    repeated: tuple[Pair, ...] = ()

    def checkers_of(self, subject: str) -> tuple[str, ...]:
        """The units that check one."""
        return tuple(pair.checker for pair in self.pairs if pair.subject == subject)

    def subjects_of(self, checker: str) -> tuple[str, ...]:
        """The units that one checks."""
        return tuple(pair.subject for pair in self.pairs if pair.checker == checker)


def draw_roster(
    units: Sequence[str],
    *,
    posts: Posts,
    each: int,
    word: str,
    conflicts: Collection[Pair] = (),
    earlier: Collection[Pair] = (),
) -> Roster:
    """Assign `each` checkers to every unit.

    conflicts: pairs that must not be, as somebody declared · earlier: pairs of seasons before · word: what was drawn,
    the same word gives the same roster. Raises RosterRefused with every reason why there is none.
    """
    problems = list(_hindrances(units, posts, each, frozenset(conflicts)))
    if problems:
        raise RosterRefused(problems)
    search = _Search(tuple(units), posts, each, word, frozenset(conflicts), frozenset(earlier))
    chosen = search.fewest_repeats() or search.in_a_circle() or search.with_any_repeats()
    if chosen is None:
        raise RosterRefused(Problem("roster.impossible", {"each": each, "count": len(units)}))
    pairs = tuple(Pair(checker, unit) for unit in units for checker in chosen[unit])
    return Roster(pairs=pairs, each=each, word=word, repeated=tuple(pair for pair in pairs if pair in search.earlier))


def problems_of(
    pairs: Collection[Pair], units: Sequence[str], *, posts: Posts, conflicts: Collection[Pair] = ()
) -> Iterator[Problem]:
    """What is wrong with a roster that somebody changed by hand."""
    kept = set(pairs)
    for pair in sorted(kept):
        data = {"checker": pair.checker, "subject": pair.subject}
        if pair.checker == pair.subject:
            yield Problem("roster.own_unit", data)
        elif pair.turned in kept and pair < pair.turned:
            yield Problem("roster.each_other", data)
        if pair in conflicts:
            yield Problem("roster.conflict", data)
    for unit in units:
        if not any(pair.subject == unit for pair in kept):
            yield Problem("roster.unchecked", {"subject": unit})
    by_chair = Pair(posts.deputy, posts.chair)
    if by_chair not in kept and by_chair not in conflicts and posts.chair in units and posts.deputy in units:
        yield Problem("roster.chair_without_deputy", {"chair": posts.chair, "deputy": posts.deputy})
    loads = {unit: sum(pair.checker == unit for pair in kept) for unit in units}
    if loads and max(loads.values()) - min(loads.values()) > 1:
        most, least = max(loads, key=lambda unit: loads[unit]), min(loads, key=lambda unit: loads[unit])
        yield Problem("roster.unbalanced", {"most": most, "more": loads[most], "least": least, "fewer": loads[least]})


def _hindrances(units: Sequence[str], posts: Posts, each: int, conflicts: frozenset[Pair]) -> Iterator[Problem]:
    if each < 1 or len(units) < 2 * each + 1:
        yield Problem("roster.too_few", {"count": len(units), "each": each, "least": 2 * each + 1})
        return
    if Pair(posts.deputy, posts.chair) in conflicts and each == 1:
        yield Problem("roster.deputy_in_conflict", {"chair": posts.chair, "deputy": posts.deputy})
    for unit in units:
        able = [one for one in units if one != unit and Pair(one, unit) not in conflicts]
        free = [one for one in units if one != unit and Pair(unit, one) not in conflicts]
        if len(able) < each:
            yield Problem("roster.nobody_for", {"subject": unit, "each": each, "able": len(able)})
        if len(free) < each:
            yield Problem("roster.nothing_for", {"checker": unit, "each": each, "able": len(free)})


Chosen = dict[str, tuple[str, ...]]  # who checks a unit


@dataclass(slots=True)
class _Search:
    """Three ways to a roster. The first goes through all that there are, the unit with the fewest ways left first, and
    gives up after MOST_TRIED steps; the second sets the units in a drawn circle, where each checks those who follow;
    the third goes as the first does and begins anew with other lots whenever it gave up, whatever pairs come again.
    """

    units: tuple[str, ...]
    posts: Posts
    each: int
    word: str
    conflicts: frozenset[Pair]
    earlier: frozenset[Pair]
    _chosen: Chosen = field(default_factory=dict)
    _left: dict[str, int] = field(default_factory=dict)
    _tried: int = 0
    _round: int = 0

    def fewest_repeats(self) -> Chosen | None:
        """The roster with as few pairs of earlier seasons as can be; None when there is none, or it was not found."""
        for repeats in range(len(self.units) * self.each + 1):
            if self._finds(repeats):
                return self._chosen
            if self._tried > MOST_TRIED:
                return None
        return None

    def with_any_repeats(self) -> Chosen | None:
        """Some roster; None when there is none, or no round found it."""
        for self._round in range(1, ROUNDS + 1):
            self._tried = 0
            if self._finds(len(self.units) * self.each):
                return self._chosen
            if self._tried <= MOST_TRIED:
                return None
        return None

    def _finds(self, repeats: int) -> bool:
        self._chosen, self._left = {}, dict.fromkeys(self.units, self.each)
        return self._next(repeats)

    def in_a_circle(self) -> Chosen | None:
        """Of some drawn circles the one with the fewest repeats; None when a conflict breaks them all."""
        found = [circle for circle in map(self._circle, range(CIRCLES)) if self._is_allowed(circle)]
        return min(found, key=self._repeats, default=None)

    def _circle(self, number: int) -> Chosen:
        order = sorted(self.units, key=lambda unit: sha256(f"{self.word}\n{number}\n{unit}".encode()).digest())
        if self.posts.deputy in order and self.posts.chair in order:
            order.remove(self.posts.chair)
            order.insert(order.index(self.posts.deputy) + 1, self.posts.chair)
        return {
            unit: tuple(order[place - step] for step in range(1, self.each + 1)) for place, unit in enumerate(order)
        }

    def _is_allowed(self, chosen: Chosen) -> bool:
        return not any(Pair(one, unit) in self.conflicts for unit, checkers in chosen.items() for one in checkers)

    def _repeats(self, chosen: Chosen) -> int:
        return sum(Pair(one, unit) in self.earlier for unit, checkers in chosen.items() for one in checkers)

    def _next(self, repeats: int) -> bool:
        open_ = [unit for unit in self.units if unit not in self._chosen]
        if not open_:
            return True
        able = {unit: self._able(unit) for unit in open_}
        if any(left > sum(one in able[unit] for unit in open_) for one, left in self._left.items()):
            return False
        subject = min(open_, key=lambda unit: len(able[unit]))
        for checkers in self._ways(subject, able[subject]):
            again = sum(Pair(one, subject) in self.earlier for one in checkers)
            if again > repeats:
                continue
            self._tried += 1
            if self._tried > MOST_TRIED:
                return False
            self._take(subject, checkers)
            if self._next(repeats - again):
                return True
            self._give_back(subject)
        return False

    def _take(self, subject: str, checkers: tuple[str, ...]) -> None:
        self._chosen[subject] = checkers
        for checker in checkers:
            self._left[checker] -= 1

    def _give_back(self, subject: str) -> None:
        for checker in self._chosen.pop(subject):
            self._left[checker] += 1

    def _ways(self, subject: str, able: list[str]) -> Iterator[tuple[str, ...]]:
        """Every choice of checkers: new pairs before repeated ones, then as drawn."""
        deputy = self.posts.deputy
        wanted = subject == self.posts.chair and deputy in self.units and Pair(deputy, subject) not in self.conflicts
        for checkers in combinations(sorted(able, key=lambda one: self._lot(one, subject)), self.each):
            if not wanted or deputy in checkers:
                yield checkers

    def _able(self, subject: str) -> list[str]:
        """Who may still check a unit."""
        return [
            one
            for one in self.units
            if one != subject
            and self._left[one]
            and Pair(one, subject) not in self.conflicts
            and subject not in self._chosen.get(one, ())
        ]

    def _lot(self, checker: str, subject: str) -> tuple[bool, bytes]:
        again = f"\n{self._round}" if self._round else ""
        drawn = sha256(f"{self.word}\n{checker}\n{subject}{again}".encode()).digest()
        return Pair(checker, subject) in self.earlier, drawn
