"""What the tests of polls share: the worked tables of the docs, meetings, and refusals said in both languages."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from thidua.core.ballots.contests import Contest, ContestId, Poll, VotingOrder
from thidua.core.ballots.rounds import BlankBallot, CandidateId, Form, FormKind, Sums
from thidua.core.ballots.settlement import Decision, Outcome, Record, settle
from thidua.core.ballots.thresholds import (
    Comparator,
    Requirement,
    SecondRound,
    Share,
    Threshold,
    Turnout,
    VoteCount,
)
from thidua.core.errors import Refused
from thidua.core.timeline import Dated, Period
from thidua.words.language import Language
from thidua.words.say import describe

DOCUMENT = Path(__file__).parents[1] / "docs" / "algorithms" / "thresholds.md"
DAY = date(2024, 11, 23)
A, B, C, D = (CandidateId(name) for name in "ABCD")
G, M = ContestId("G"), ContestId("M")
APPROVE_EACH = Form(FormKind.APPROVE_EACH, BlankBallot.NOT_OFFERED)


def worked_table(title: str) -> list[dict[str, str]]:
    """The rows of the table that follows "Worked: <title>" in the document, by column name."""
    after = DOCUMENT.read_text(encoding="utf-8").split(f"\nWorked: {title}", 1)[1]
    lines = re.search(r"(?:^\|.*\|\n)+", after, re.MULTILINE)
    assert lines is not None
    header, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines[0].splitlines())
    assert rows
    return [dict(zip(header, row, strict=True)) for row in rows]


def names(text: str) -> tuple[CandidateId, ...]:
    """`A, B` or `–` for nobody."""
    return () if text == "–" else tuple(CandidateId(name) for name in text.split(", "))


def votes(text: str) -> dict[CandidateId, int]:
    """`A 8, B 7`."""
    pairs = (pair.split() for pair in text.split(", "))
    return {CandidateId(name): int(count) for name, count in pairs}


def requirement(rule: str, denominator: VoteCount, numerator: VoteCount = VoteCount.APPROVE) -> Requirement:
    """`>= 80/100`, `> 1/2`."""
    comparator, value = rule.split()
    above, below = value.split("/")
    return Requirement(numerator, denominator, Comparator(comparator), Share(int(above), int(below)))


MAJORITY = requirement("> 50/100", VoteCount.VALID)


def everybody(ballots: int) -> Turnout:
    """All members came and all ballots are valid."""
    return Turnout(members=ballots, present=ballots, issued=ballots, returned=ballots, valid=ballots)


def dated(first: Requirement = MAJORITY, quorum: Requirement | None = None, **second: object) -> Dated[Threshold]:
    """A threshold in force through 2024."""
    rule = Threshold(first, quorum, SecondRound(**second))  # type: ignore[arg-type]
    return Dated(rule, Period(date(2024, 1, 1), date(2025, 1, 1)))


def contest(name: str, candidates: tuple[CandidateId, ...], *, seats: int | None, **others: object) -> Contest:
    """A contest with the plainest form and threshold."""
    plain: dict[str, object] = {"form": APPROVE_EACH, "threshold": dated(), "rank": 1}
    return Contest(ContestId(name), candidates, seats, **{**plain, **others})  # type: ignore[arg-type]


def one_poll(asked: Contest) -> Poll:
    return Poll((asked,), VotingOrder.SUCCESSIVE, exclusive=True, held_on=DAY)


def settled(asked: Contest, *rounds: Sums, decision: Decision | None = None) -> Outcome:
    decisions = {} if decision is None else {asked.contest: decision}
    (outcome,) = settle(one_poll(asked), Record({asked.contest: rounds}, decisions))
    return outcome


def flags(voting: VotingOrder, *, seats: int | None = 1, among: bool = True, exclusive: bool = True) -> Poll:
    """The Ministry's Flag and the Government's Flag over A, B, C."""
    ministry = contest("M", (A, B, C), seats=seats, rank=2)
    government = contest("G", (A, B, C), seats=1, rank=1, among=M if among else None)
    return Poll((ministry, government), voting, exclusive=exclusive, held_on=DAY)


def by_contest(poll: Poll, rounds: Mapping[ContestId, list[Sums]]) -> dict[ContestId, Outcome]:
    return {outcome.contest: outcome for outcome in settle(poll, Record(rounds))}


def sums(text: str, ballots: int = 8) -> Sums:
    return Sums(votes(text), everybody(ballots))


def codes_refused(call: Callable[[], object]) -> list[str]:
    """The codes with which the call is refused; every problem must have its sentence in both languages."""
    with pytest.raises(Refused) as refusal:
        call()
    for problem in refusal.value.problems:
        assert describe(problem, Language.VI) != describe(problem, Language.EN)
    return [problem.code for problem in refusal.value.problems]
