"""Random histories: units that are merged, split and renamed on later and later days."""

from datetime import date, timedelta

from hypothesis import strategies as st

from thidua.core.timeline import Period
from thidua.core.units.succession import History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

FIRST = date(2024, 1, 1)
LAST = date(2026, 1, 1)


@st.composite
def histories(draw: st.DrawFn, *, with_splits: bool = True, max_steps: int = 5) -> History:
    """Up to six first units and some steps; each step takes living units and makes one or (a split) two to three."""
    born = {UnitId(f"u{index}"): FIRST for index in range(draw(st.integers(1, 6)))}
    units: list[Unit] = []
    successions: list[Succession] = []
    for step in range(draw(st.integers(0, max_steps))):
        on = FIRST + timedelta(days=30 * (step + 1))
        old = draw(st.lists(st.sampled_from(sorted(born)), min_size=1, max_size=4, unique=True))
        number = draw(st.integers(1, 3)) if with_splits else 1
        new = [UnitId(f"s{step}-{index}") for index in range(number)]
        units += [Unit(unit, unit, Level.PROVINCE, Period(born.pop(unit), on)) for unit in old]
        born |= dict.fromkeys(new, on)
        weights = st.none() if number == 1 else st.integers(1, 9)
        links = tuple(Link(one, other, draw(weights)) for one in old for other in new)
        successions.append(Succession(on, links))
    units += [Unit(unit, unit, Level.PROVINCE, Period(start)) for unit, start in born.items()]
    return History(UnitTree(tuple(units)), tuple(successions))


def living(history: History, on: date) -> list[UnitId]:
    return sorted(unit.id for unit in history.tree.as_of(on))
