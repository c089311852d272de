"""A chain of the ledger as somebody may open it: the installation's, or that of a season."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import find_season, subject_of
from thidua.core.errors import Problem
from thidua.core.ledger.entry import INSTALLATION, Author, ChainKey


@dataclass(frozen=True, slots=True)
class Book:
    """A chain, the season that it tells of, if any, and who opened it with which right."""

    chain: ChainKey
    season: Season | None
    subject: Subject
    author: Author


def open_book(slug: str, *, actor: Actor, verb: Verb, on: date) -> Book:
    """The chain of a season, or without a slug the installation's, for somebody who may do this with it.

    Raises AccessRefused.
    """
    if not slug:
        return Book(INSTALLATION, None, INSTALLATION_SUBJECT, demand(actor, verb, INSTALLATION_SUBJECT))
    season = find_season(slug)
    if season is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    subject = subject_of(season, on=on)
    return Book(season.ledger_chain(), season, subject, demand(actor, verb, subject))
