"""The provinces before and after 01/07/2025: the 63 as named on 30/06/2025, and the 34 of the day after."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.timeline import LegalBasis, Period
from thidua.core.units.succession import History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree
from thidua.files.packaged import read_packaged
from thidua.words.vietnamese import folded

PROVINCES_FILE = "province_merge_2025.csv"
# The map has no column for it; it is one resolution for all of its rows.
MERGE_BASIS = LegalBasis("Nghị quyết 202/2025/QH15", is_confirmed=True)


class Relation(StrEnum):
    """What became of a province: nothing, it gave its name to a larger body, or it went into another's."""

    UNCHANGED = "unchanged"
    KEPT_NAME = "kept_name"
    ABSORBED = "absorbed"


@dataclass(frozen=True, slots=True)
class ProvinceMove:
    """One of the 63 provinces and the one of the 34 that carries it on."""

    old: str
    new: str
    relation: Relation
    effective_on: date


def load_province_moves() -> tuple[ProvinceMove, ...]:
    """The map of 01/07/2025, in the order of the file."""
    rows = csv.DictReader(read_packaged(PROVINCES_FILE).splitlines())
    return tuple(
        ProvinceMove(
            row["old_province"],
            row["new_province"],
            Relation(row["relation"]),
            date.fromisoformat(row["effective_date"]),
        )
        for row in rows
    )


def province_history(*, known_from: date) -> History:
    """The provinces as units with their mergers; the caller vouches for the old ones from `known_from` on.

    The names are those of 30/06/2025. A province that kept its name but took in others is a new unit with the year in
    its id (`tay-ninh` until 01/07/2025, `tay-ninh-2025` from then on); an unchanged one stays the unit that it was.
    """
    merged: dict[tuple[str, date], list[ProvinceMove]] = defaultdict(list)
    units: list[Unit] = []
    for move in load_province_moves():
        if move.relation is Relation.UNCHANGED:
            units.append(_province(move.old, Period(known_from)))
        else:
            units.append(_province(move.old, Period(known_from, move.effective_on)))
            merged[move.new, move.effective_on].append(move)
    successions = []
    for (name, on), moves in merged.items():
        successor = Unit(province_id(name, since=on), name, Level.PROVINCE, Period(on), basis=MERGE_BASIS)
        units.append(successor)
        links = tuple(Link(province_id(move.old), successor.id) for move in moves)
        successions.append(Succession(on, links, MERGE_BASIS))
    return History(UnitTree(tuple(units)), tuple(successions))


def province_id(name: str, *, since: date | None = None) -> UnitId:
    """`Tây Ninh` is `tay-ninh`; a body formed later carries its year: `tay-ninh-2025`."""
    slug = "-".join(re.findall("[a-z0-9]+", folded(name)))
    return UnitId(slug if since is None else f"{slug}-{since.year}")


def _province(name: str, validity: Period) -> Unit:
    return Unit(province_id(name), name, Level.PROVINCE, validity)
