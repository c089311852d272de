"""The box while voting is open: a set keyed by tracker, one live ballot per credential (ARCHITECTURE §7).

Owns: acceptance of a ballot, the board of trackers, sealed receipts, and what the box becomes at close.
A box is a value: `cast` returns a new one. It has no times and no order of arrival, so nothing about them
can be stored from it. Never knows who holds a credential.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from thidua.core.ballots.archive import Event, EventType, write_event
from thidua.core.ballots.ballot import Ballot, check_ballot, read_ballot
from thidua.core.ballots.credentials import CredentialList
from thidua.core.ballots.election import Election
from thidua.core.ballots.encoding import Digest, canonical, digest, read_json, refused
from thidua.core.ballots.group import Integer, RandomBytes, Suite
from thidua.core.ballots.membership import find_outsiders
from thidua.core.ballots.proofs import Bases, knowledge_holds, prove_knowledge, read_proof


@dataclass(frozen=True, slots=True)
class Box:
    """Live ballots by tracker. `tracker_of` finds the one of a credential, `alphas` every ciphertext seen."""

    ballots: Mapping[Digest, bytes] = field(default_factory=dict)
    tracker_of: Mapping[Integer, Digest] = field(default_factory=dict)
    alphas: frozenset[Integer] = frozenset()

    @property
    def board(self) -> tuple[Digest, ...]:
        """The sorted list of trackers: what anybody may see while voting is open."""
        return tuple(sorted(self.ballots))


def load_box(ballots: Iterable[Ballot]) -> Box:
    """A box from ballots that were accepted before. Their proofs are not checked again here: close does that.

    Raises: BallotRefused `ballots.box.two_ballots`, `ballots.ballot.copied`.
    """
    by_tracker: dict[Digest, bytes] = {}
    tracker_of: dict[Integer, Digest] = {}
    alphas: set[Integer] = set()
    for ballot in ballots:
        if ballot.credential in tracker_of:
            raise refused("ballots.box.two_ballots", tracker=ballot.tracker)
        own = [ciphertext.alpha for ciphertext in ballot.ciphertexts]
        if not alphas.isdisjoint(own):
            raise refused("ballots.ballot.copied", copies=1)
        by_tracker[ballot.tracker], tracker_of[ballot.credential] = ballot.raw, ballot.tracker
        alphas.update(own)
    return Box(by_tracker, tracker_of, frozenset(alphas))


@dataclass(frozen=True, slots=True)
class Cast:
    """What casting changed: the new box, the ballot, and the tracker that it replaced."""

    box: Box
    ballot: Ballot
    replaced: Digest | None


def accept_ballot(
    *,
    election: Election,
    bases: Bases,
    credentials: CredentialList,
    box: Box,
    raw: bytes,
    random: RandomBytes,
) -> Cast:
    """Check a ballot wholly and put it into the box, in place of an earlier one of the same credential.

    Raises: BallotRefused `ballots.ballot.*`; the box is unchanged then.
    """
    ballot = read_ballot(raw, election.suite.group)
    if ballot.credential not in credentials.weights:
        raise refused("ballots.ballot.credential", tracker=ballot.tracker)
    if ballot.tracker in box.ballots:
        raise refused("ballots.ballot.replayed", tracker=ballot.tracker)
    _check_alphas(box, ballot)
    numbers = [number for ciphertext in ballot.ciphertexts for number in ciphertext]
    if find_outsiders(election.suite.group, numbers, random):
        raise refused("ballots.ballot.not_member", tracker=ballot.tracker)
    check_ballot(election, bases, ballot)
    return _replace(box, ballot)


def _check_alphas(box: Box, ballot: Ballot) -> None:
    alphas = [ciphertext.alpha for ciphertext in ballot.ciphertexts]
    copies = len(alphas) - len(set(alphas)) + sum(alpha in box.alphas for alpha in alphas)
    if copies:
        raise refused("ballots.ballot.copied", copies=copies)


def _replace(box: Box, ballot: Ballot) -> Cast:
    replaced = box.tracker_of.get(ballot.credential)
    ballots = {tracker: raw for tracker, raw in box.ballots.items() if tracker != replaced}
    new = Box(
        ballots=ballots | {ballot.tracker: ballot.raw},
        tracker_of={**box.tracker_of, ballot.credential: ballot.tracker},
        alphas=box.alphas.union(ciphertext.alpha for ciphertext in ballot.ciphertexts),
    )
    return Cast(new, ballot, replaced)


def close_box(box: Box, *, setup: Event, timestamp: int) -> tuple[bytes, Event]:
    """What the archive gets at close: ballots in ascending tracker order under one time, then the end.

    One ballot per credential that voted; replaced ballots are not published.
    """
    appended: list[bytes] = []
    previous = setup
    for tracker in box.board:
        entry, previous = write_event(
            previous=previous, type_=EventType.BALLOT, pieces=[box.ballots[tracker]], timestamp=timestamp
        )
        appended.append(entry)
    entry, previous = write_event(previous=previous, type_=EventType.END_BALLOTS, pieces=[], timestamp=timestamp)
    return b"".join([*appended, entry]), previous


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a voter keeps: the tracker, the poll, and the server's seal over both."""

    tracker: Digest
    poll: Digest
    raw: bytes


def seal_receipt(suite: Suite, *, sealing_key: Integer, tracker: Digest, poll: Digest, random: RandomBytes) -> Receipt:
    """A receipt that the server cannot deny. `poll` is the digest of the election's setup event."""
    proof = prove_knowledge(suite, _sealed_text(poll, tracker), sealing_key, random)
    return Receipt(tracker, poll, canonical({"poll": poll, "tracker": tracker, "seal": proof.as_json()}))


def read_receipt(raw: bytes, *, suite: Suite, seal_public: Integer) -> Receipt:
    """A receipt whose seal is the server's.

    Raises: BallotRefused `ballots.receipt.seal`, or what the JSON reader raises.
    """
    fields = read_json(raw, limit=4096).fields("poll", "tracker", "seal")
    receipt = Receipt(fields["tracker"].digest(), fields["poll"].digest(), raw)
    seal = read_proof(fields["seal"], suite.group)
    if not knowledge_holds(suite, _sealed_text(receipt.poll, receipt.tracker), seal_public, seal):
        raise refused("ballots.receipt.seal", tracker=receipt.tracker)
    return receipt


def check_receipt(receipt: Receipt, *, poll: Digest, trackers: Collection[Digest]) -> None:
    """The receipt is of this poll, and its ballot is in the archive.

    Raises: BallotRefused `ballots.receipt.poll`, `ballots.receipt.missing`.
    """
    if receipt.poll != poll:
        raise refused("ballots.receipt.poll", tracker=receipt.tracker)
    if receipt.tracker not in trackers:
        raise refused("ballots.receipt.missing", tracker=receipt.tracker)


def _sealed_text(poll: Digest, tracker: Digest) -> str:
    return f"thidua-receipt|{poll}|{tracker}"


def board_digest(board: Sequence[Digest]) -> Digest:
    """One hash of the whole board, to read aloud or to print in the minutes."""
    return digest("".join(f"{tracker}\n" for tracker in board).encode())
