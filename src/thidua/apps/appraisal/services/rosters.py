"""Drawing the roster of cross-checks, changing it by hand, and declaring that one unit must not check another."""

from collections.abc import Sequence
from dataclasses import replace

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events
from thidua.apps.appraisal.models import Conflict, Roster
from thidua.apps.appraisal.rostered import declared_pairs, earlier_pairs, pairs_of, posts_of, roster_of
from thidua.apps.appraisal.services.common import LONGEST
from thidua.apps.appraisal.services.deciding import signed
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.checking.roster import Pair, draw_roster, problems_of
from thidua.core.errors import Place, Problem, RosterRefused
from thidua.core.ledger.entry import Author
from thidua.words.vietnamese import tidy


def draw_roster_of(*, actor: Actor, season: Season, each: int, word: str) -> Roster:
    """Draw who checks whom among the members, by a word that was drawn in everybody's sight."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAW_ROSTER, held.subject())
        refuse(checks.given("word", word))
        try:
            drawn = draw_roster(
                held.standing.members,
                posts=posts_of(held.standing),
                each=each,
                word=tidy(word),
                conflicts=declared_pairs(held.season),
                earlier=earlier_pairs(held.season),
            )
        except RosterRefused as refused:
            refuse(_named(refused.problems, held))
            raise
        return _keep(held, by, drawn.pairs, each=each, word=drawn.word)


def change_roster(*, actor: Actor, season: Season, pairs: Sequence[Pair], reason: str, seen: int) -> Roster:
    """Put another roster in place by hand, with the reason. What breaks its rules is refused, all at once."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAW_ROSTER, held.subject())
        last = roster_of(held.season)
        strangers = sorted(
            {unit for pair in pairs for unit in (pair.checker, pair.subject)} - set(held.standing.members)
        )
        problems = problems_of(
            pairs, held.standing.members, posts=posts_of(held.standing), conflicts=declared_pairs(held.season)
        )
        refuse(
            [
                *(Problem("reporting.not_a_member", {"unit": unit}) for unit in strangers),
                *_named(list(problems), held),
                *checks.given("reason", reason, longest=LONGEST),
                *([Problem("appraisal.roster_changed")] if (last.version if last else 0) != seen else []),
            ]
        )
        return _keep(
            held, by, pairs, each=last.each if last else 1, word=last.word if last else "", reason=tidy(reason)
        )


def declare_conflict(*, actor: Actor, season: Season, checker: str, subject: str, reason: str) -> Conflict:
    """Say that a unit must not check another. The roster that stands is not changed by it: it has to be drawn anew."""
    with changing(season) as held:
        by = demand(actor, Verb.DECLARE_CONFLICT, held.subject(checker))
        pair = Pair(checker, subject)
        problems = list(checks.given("reason", reason, longest=LONGEST))
        if subject not in held.standing.members or subject == checker:
            problems.append(Problem("reporting.not_a_member", {"unit": subject}, Place(path="subject")))
        if pair in declared_pairs(held.season):
            problems.append(Problem("appraisal.conflict_declared", {"unit": subject}, Place(path="subject")))
        refuse(problems)
        row = Conflict(season=held.season, checker=checker, subject=subject, reason=tidy(reason), **signed(by))
        with recording(
            events.CONFLICT_DECLARED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.reason,
            unit=checker,
            other=subject,
        ) as record:
            return record.save(row)


def _keep(held: Held, by: Author, pairs: Sequence[Pair], *, each: int, word: str, reason: str = "") -> Roster:
    last = roster_of(held.season)
    row = Roster(
        season=held.season,
        version=last.version + 1 if last else 1,
        each=each,
        word=word,
        pairs=[[pair.checker, pair.subject] for pair in pairs],
        reason=reason,
        **signed(by),
    )
    if last is not None and pairs_of(last) == tuple(pairs):
        refuse([Problem("appraisal.roster_same")])
    event = events.ROSTER_CHANGED if reason else events.ROSTER_DRAWN
    data = {"count": len(row.pairs), "version": row.version, "word": word}
    with recording(event, by=by, chain=held.season.ledger_chain(), reason=reason, **data) as record:
        return record.save(row)


def _named(problems: Sequence[Problem], held: Held) -> list[Problem]:
    """Problems with units by name."""
    names = unit_names(held.standing.members, on=held.today)

    def called(value: object) -> object:
        return names.get(value, value) if isinstance(value, str) else value

    return [replace(one, data={key: called(value) for key, value in one.data.items()}) for one in problems]
