"""What a unit that ends leaves open in clusters: memberships, offices. It is asked about, then ends with the unit."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.apps.ledger.services import Recording
from thidua.apps.organisation.models import Membership, Office
from thidua.apps.organisation.naming import named
from thidua.core.errors import Place, Problem, Severity
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import UnitTree

ANSWER = "cutting"  # the field of a form that answers the question


@dataclass(frozen=True, slots=True)
class Cuts:
    """What reaches beyond the day on which units end."""

    on: date
    memberships: tuple[Membership, ...]
    offices: tuple[Office, ...]
    tree: UnitTree

    def problems(self, *, cutting: bool) -> Iterator[Problem]:
        """A question for each until somebody says that they end; what begins later has to be mended first."""
        for row in (*self.offices, *self.memberships):
            if row.starts_on >= self.on:
                yield Problem("organisation.begins_after_end", self._data(row), Place(path=ANSWER))
            elif not cutting:
                code = "organisation.membership_cut" if isinstance(row, Membership) else "organisation.office_cut"
                yield Problem(code, self._data(row), Place(path=ANSWER), Severity.QUESTION)

    def _data(self, row: Membership | Office) -> dict[str, object]:
        data = {"unit": named(row.unit_id, self.tree), "cluster": row.cluster.name, "year": str(row.cluster.year)}
        office = {"office": OfficeKind(row.kind)} if isinstance(row, Office) else {}
        return {**data, **office, "day": self.on, "start": row.starts_on}


def cuts_of(codes: Collection[str], *, on: date, tree: UnitTree) -> Cuts:
    """The memberships and offices of units that would outlive them. Two queries."""
    beyond = Q(unit_id__in=codes) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    memberships = Membership.objects.filter(beyond).select_related("cluster").order_by("cluster__year", "id")
    offices = Office.objects.filter(beyond).select_related("cluster").order_by("cluster__year", "id")
    return Cuts(on, tuple(memberships), tuple(offices), tree)


def end_cuts(record: Recording, cuts: Cuts) -> None:
    """End them with the unit."""
    for row in (*cuts.offices, *cuts.memberships):
        row.ends_on = cuts.on
        record.save(row)
