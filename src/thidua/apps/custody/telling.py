"""Which entries of a season's ledger are told whole: what speaks of a unit's figures only to who may read these.

That something was done, by whom, when and to which unit everybody reads who reads the ledger, with every digest; what a
unit claimed, why it was cut and what it answered stays with those who may see its figures, or the page of the ledger
would tell what all others withhold.
"""

from collections.abc import Collection
from dataclasses import replace

from thidua.apps.access.policy import may
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.browsing import Untold, has_any
from thidua.core.ledger.entry import ChainKey, Entry

OF_FIGURES = frozenset({"appraisal", "evidence", "remarks", "reporting"})  # apps whose entries speak of figures


def is_told(entry: Entry, *, actor: Actor, subject: Subject) -> bool:
    """Whether this person is told what the entry says."""
    return not _speaks_of_figures(entry) or _may_read(entry.about_unit, actor, subject)


def untold(units: Collection[str], *, actor: Actor, subject: Subject) -> Untold:
    """What this person is not told of these units."""
    return Untold(frozenset(unit for unit in units if not _may_read(unit, actor, subject)), OF_FIGURES)


def is_whole(chain: ChainKey, units: Collection[str], *, actor: Actor, subject: Subject) -> bool:
    """Whether this person is told every entry of the chain. At most one query."""
    hidden = untold(units, actor=actor, subject=subject)
    return not hidden.units or not has_any(chain, hidden)


def _speaks_of_figures(entry: Entry) -> bool:
    return bool(entry.about_unit) and entry.verb.partition(".")[0] in OF_FIGURES


def _may_read(unit: str, actor: Actor, subject: Subject) -> bool:
    return may(actor, Verb.READ_FIGURES, replace(subject, unit=unit))
