"""The full audit of an archive, in pieces that may run in several processes, with a report of what was checked.

Owns: which checks make an audit and in which order. Never opens a file and never starts a process: the layer
above reads ballots from the places of a `Survey`, hands them over in `Batch`es (to other processes if it
likes), and joins the reports here.

    survey_archive ─→ batches ─→ check_batch (anywhere) ─→ join_reports ─→ conclude
                   └→ open_published (meanwhile) ───────────────────────↗
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from thidua.core.ballots.archive import EventType
from thidua.core.ballots.ballot import Ballot, check_ballot, read_ballot
from thidua.core.ballots.election import Election
from thidua.core.ballots.encoding import Digest, digest, refused
from thidua.core.ballots.group import RandomBytes
from thidua.core.ballots.membership import (
    SubsetProducts,
    all_members,
    find_outsiders,
    join_products,
    no_products,
    subset_products,
)
from thidua.core.ballots.proofs import Bases
from thidua.core.ballots.survey import Survey
from thidua.core.ballots.tally import (
    Counts,
    EncryptedTally,
    PartialDecryption,
    SizedTally,
    check_counts,
    check_decryption,
    combine_factors,
    empty_tally,
    join_tallies,
    missing_parts,
    read_decryption,
    read_result,
    read_sized,
    read_tally,
    sum_ballots,
)
from thidua.core.errors import BallotRefused, Place, Problem

_SEEN = 16  # bytes kept of each ciphertext's hash, to find a copy


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One ballot to check: the tracker that its bytes must have, and its weight if it is counted."""

    raw: bytes
    tracker: bytes
    is_counted: bool
    weight: int


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What checking some ballots leaves to be joined with the others."""

    ballots: int
    tally: EncryptedTally
    products: SubsetProducts
    seen: bytes
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A check that was made and held: a code of `ballots.passed.*` with the data of its sentence."""

    code: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Everything that a reader of an audit needs. An audit that does not hold has no report but a refusal."""

    election: Election
    head: Digest
    state: EventType
    ballots: int
    counted: int
    counts: Counts | None
    passed: tuple[Passed, ...]

    @property
    def is_finished(self) -> bool:
        return self.state is EventType.RESULT


def check_batch(election: Election, bases: Bases, items: Sequence[BatchItem], random: RandomBytes) -> BatchReport:
    """Check every proof of some ballots; membership is left as subset products (see `membership`)."""
    ballots: list[tuple[Ballot, BatchItem]] = []
    problems: list[Problem] = []
    for item in items:
        try:
            if sha256(item.raw).digest() != item.tracker:
                raise refused("ballots.ballot.changed", tracker=item.tracker.hex())
            ballot = read_ballot(item.raw, election.suite.group)
            check_ballot(election, bases, ballot)
            ballots.append((ballot, item))
        except BallotRefused as refusal:
            problems += refusal.problems
    ciphertexts = [ciphertext for ballot, _ in ballots for ciphertext in ballot.ciphertexts]
    return BatchReport(
        ballots=len(items),
        tally=sum_ballots(election, ((ballot, item.weight) for ballot, item in ballots if item.is_counted)),
        products=subset_products(
            election.suite.group, [number for ciphertext in ciphertexts for number in ciphertext], random
        ),
        seen=b"".join(sha256(str(ciphertext.alpha).encode()).digest()[:_SEEN] for ciphertext in ciphertexts),
        problems=tuple(problems),
    )


def name_outsiders(election: Election, items: Sequence[BatchItem], random: RandomBytes) -> list[Problem]:
    """The slow way, once the joined test has failed: which ballots hold elements outside the group."""
    problems = []
    for item in items:
        ballot = read_ballot(item.raw, election.suite.group)
        numbers = [number for ciphertext in ballot.ciphertexts for number in ciphertext]
        if find_outsiders(election.suite.group, numbers, random):
            problems.append(Problem("ballots.ballot.not_member", {"tracker": ballot.tracker}))
    return problems


def empty_report(election: Election) -> BatchReport:
    return BatchReport(0, empty_tally(election.questions), no_products(), b"", ())


def join_reports(election: Election, left: BatchReport, right: BatchReport) -> BatchReport:
    group = election.suite.group
    return BatchReport(
        ballots=left.ballots + right.ballots,
        tally=join_tallies(group, left.tally, right.tally),
        products=join_products(group, left.products, right.products),
        seen=left.seen + right.seen,
        problems=left.problems + right.problems,
    )


def _copies(seen: bytes) -> int:
    """How many ciphertexts stand twice; a sixteenth of them at a time, so that memory stays small."""
    copies = 0
    for part in range(16):
        hashes = [seen[start : start + _SEEN] for start in range(0, len(seen), _SEEN) if seen[start] >> 4 == part]
        copies += len(hashes) - len(set(hashes))
    return copies


@dataclass(frozen=True, slots=True)
class Opened:
    """The published sum and what was made of it; it holds if the sum is the ballots' sum."""

    tally: EncryptedTally
    parts: Mapping[int, PartialDecryption]
    counts: Counts | None


def open_published(survey: Survey) -> Opened | None:
    """Check decryptions and result against the *published* sum; None before there is one.

    Raises: BallotRefused `ballots.tally.hash`, `ballots.decryption.*`, `ballots.result.*`.
    """
    if survey.tally is None or survey.sized_tally is None:
        return None
    election, trustees = survey.election, survey.trustees
    tally = read_tally(survey.tally, election)
    sized = read_sized(survey.sized_tally)
    total = sum(survey.weights[voter] for voter in survey.last_of)
    if sized != SizedTally(len(survey.last_of), total, digest(survey.tally)):
        raise refused("ballots.tally.size", ballots=len(survey.last_of), found=sized.num_tallied)
    parts: dict[int, PartialDecryption] = {}
    for owned in survey.parts:
        part = read_decryption(owned.raw, election)
        check_decryption(election=election, trustees=trustees, owner=owned.owner, tally=tally, part=part)
        parts[owned.owner] = part
    if survey.result is None:
        return Opened(tally, parts, None)
    counts = read_result(survey.result, election)
    group = election.suite.group
    factors = combine_factors(group, trustees, parts, election.questions)
    check_counts(group, tally, factors, counts)
    return Opened(tally, parts, counts)


def conclude(survey: Survey, report: BatchReport, opened: Opened | None) -> AuditReport:
    """Join everything into a verdict. `report` must be that of all ballots of the survey.

    Raises: BallotRefused with every problem found in ballots, or the first found elsewhere. The code
    `ballots.ballot.not_member` without a tracker asks the caller to look with `name_outsiders`.
    """
    election = survey.election
    if report.problems:
        raise BallotRefused(report.problems)
    if report.ballots != len(survey.ballots):
        raise refused("ballots.ballot.changed", tracker="")
    if not all_members(election.suite.group, report.products):
        raise BallotRefused(Problem("ballots.ballot.not_member", {"tracker": ""}, Place()))
    copies = _copies(report.seen)
    if copies:
        raise refused("ballots.ballot.copied", copies=copies)
    if opened is not None and opened.tally != report.tally:
        raise refused("ballots.tally.sum")
    return AuditReport(
        election=election,
        head=survey.head,
        state=survey.state,
        ballots=len(survey.ballots),
        counted=len(survey.last_of),
        counts=opened.counts if opened else None,
        passed=tuple(_passed(survey, report, opened)),
    )


def _passed(survey: Survey, report: BatchReport, opened: Opened | None) -> Iterator[Passed]:
    yield Passed("ballots.passed.chain", {"events": len(survey.heads), "head": survey.head})
    yield Passed("ballots.passed.trustees", {"trustees": len(survey.trustees.keys)})
    yield Passed("ballots.passed.credentials", {"credentials": len(survey.voters)})
    yield Passed(
        "ballots.passed.ballots",
        {"ballots": len(survey.ballots), "counted": len(survey.last_of), "ciphertexts": len(report.seen) // _SEEN},
    )
    if survey.ballots:
        order = "tracker" if survey.is_in_tracker_order else "chronological"
        yield Passed(f"ballots.passed.order_{order}", {})
    if opened is None:
        return
    yield Passed("ballots.passed.tally", {"counted": len(survey.last_of)})
    if opened.parts:
        missing = missing_parts(survey.trustees, opened.parts)
        yield Passed("ballots.passed.decryptions", {"parts": len(opened.parts), "missing": missing})
    if opened.counts is not None:
        yield Passed("ballots.passed.result", {"questions": len(opened.counts)})


def check_head(heads: Iterable[Digest], expected: str) -> None:
    """The archive contains the event that the minutes name, hence everything before it.

    Raises: BallotRefused `ballots.archive.head`.
    """
    if expected.strip().lower() not in set(heads):
        raise refused("ballots.archive.head", head=expected.strip())


def check_extends(old: Sequence[Digest], new: Sequence[Digest]) -> int:
    """`new` is a later state of `old` (specification §3.5.1, step 2); returns how many events were added.

    Raises: BallotRefused `ballots.archive.not_later`.
    """
    if list(new[: len(old)]) != list(old):
        raise refused("ballots.archive.not_later", head=old[-1])
    return len(new) - len(old)
