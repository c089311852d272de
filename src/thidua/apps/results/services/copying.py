"""Taking over what the season before stated of its cluster: the wordings, adapted to this season's rulebook.

A figure that this rulebook no longer has is left out of its statement, and a statement without any figure, or one that
no longer fits, is left out whole; each time it is told why. What is already stated here is not copied again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.results import events
from thidua.apps.results.models import StatementRow
from thidua.apps.results.services.stating import next_number, row_of, wrong
from thidua.apps.results.stated import Wording, statement_rows, wording_of
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import day_of, subject_of
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Problem
from thidua.core.rulebook.schema import Rulebook
from thidua.words.language import Language
from thidua.words.places import with_places_in


@dataclass(frozen=True, slots=True)
class Remark:
    """What did not come over as it was, by the wording of its statement: the whole of it, or a part."""

    wording: str
    is_whole: bool
    problem: Problem


@dataclass(frozen=True, slots=True)
class Copied:
    """What was written out of the season of a year, and what somebody must look at."""

    year: int
    rows: tuple[StatementRow, ...]
    remarks: tuple[Remark, ...]


def copy_statements(*, actor: Actor, season: Season) -> Copied:
    """Word this season's statements as those of the season before; their sources, last year's papers, stay behind.

    Raises Refused where no season came before, or nothing of it is new here.
    """
    with changing(season) as held:
        by = demand(actor, Verb.WRITE_STATEMENTS, held.subject())
        last = held.season.opened_after
        if last is None:
            raise SeasonRefused(Problem("stated.no_season_before"))
        day = day_of(last, on=held.today)
        demand(actor, Verb.READ_STANDINGS, subject_of(last, on=day))
        move = _Move(held, last, rulebook_of(last, on=day), rulebook_of(held.season, on=held.today))
        rows, remarks = move.made()
        refuse([] if rows or remarks else [Problem("stated.nothing_to_copy", {"year": str(last.year)})])
        if rows:
            chain, year = held.season.ledger_chain(), str(last.year)
            with recording(events.STATEMENTS_COPIED, by=by, chain=chain, count=len(rows), year=year) as record:
                record.save_many(rows)
    return Copied(last.year, tuple(rows), tuple(remarks))


@dataclass(frozen=True, slots=True)
class _Move:
    """From one season and its rulebook to another."""

    held: Held
    last: Season
    there: Rulebook
    here: Rulebook

    def made(self) -> tuple[list[StatementRow], list[Remark]]:
        """The rows to write, and what did not come over, in the order in which it was stated."""
        stated = {_essence(wording_of(row)) for row in statement_rows(self.held.season)}
        rows: list[StatementRow] = []
        remarks: list[Remark] = []
        first = next_number(self.held.season)
        for old in map(wording_of, statement_rows(self.last)):
            given = self._adapted(old)
            if _essence(given) in stated:
                continue
            row = row_of(self.held.season, given, number=first + len(rows))
            lost = list(self._lost(old))
            faults = list(wrong(given, row, self.here)) if given.indicators else lost
            if not faults:
                rows.append(row)
            parts = faults or (*lost, *self._dated(old))
            remarks += [Remark(old.wording, is_whole=bool(faults), problem=one) for one in parts]
        return rows, remarks

    def _adapted(self, old: Wording) -> Wording:
        known = {one.code for one in self.here.indicators}
        return replace(old, indicators=tuple(code for code in old.indicators if code in known), source="")

    def _lost(self, old: Wording) -> Iterator[Problem]:
        known = {one.code for one in self.here.indicators}
        names = {one.code: one.name for one in self.there.indicators}
        for code in old.indicators:
            if code not in known:
                yield Problem("stated.figure_is_gone", {"indicator": names.get(code, code)})

    def _dated(self, old: Wording) -> Iterator[Problem]:
        """A year that stands in the words is not this season's."""
        if str(self.last.year) in old.wording:
            yield Problem("stated.names_last_year", {"year": str(self.last.year)})


def _essence(given: Wording) -> Wording:
    """What makes two statements the same, whatever paper they were made for and however their places are named."""
    return replace(given, source="", wording=with_places_in(given.wording, Language.VI))
