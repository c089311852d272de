"""`poll close`, `tally`, `decrypt` and `result`: from the box to the numbers."""

import argparse
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from thidua.cli.poll import NOT_CLOSED, OK, Tell
from thidua.cli.poll_check import tell_counts
from thidua.core.ballots.archive import Event, EventType, Step, read_archive, write_event
from thidua.core.ballots.ballot import Ballot, read_ballot
from thidua.core.ballots.box import board_digest, close_box, load_box
from thidua.core.ballots.election import Election, read_election
from thidua.core.ballots.encoding import read_json, refused
from thidua.core.ballots.group import Integer
from thidua.core.ballots.letters import read_seed
from thidua.core.ballots.tally import (
    EncryptedTally,
    PartialDecryption,
    check_decryption,
    combine_factors,
    decrypt_part,
    missing_parts,
    open_counts,
    own_decryption,
    read_decryption,
    read_owner,
    read_result,
    read_sized,
    read_tally,
    result_bytes,
    size_tally,
    sum_ballots,
)
from thidua.core.ballots.threshold import open_private_key, read_share_output
from thidua.core.ballots.trustees import Trustees, read_trustees
from thidua.files.poll_audit import audit_archive
from thidua.files.poll_folder import PollFolder, PollState, TrusteeFile, read_limited, write_new
from thidua.files.poll_trustees import owner_of_seed, read_certificates


def run_close(args: argparse.Namespace, tell: Tell) -> int:
    """Writes the archive in tracker order, checks it wholly, then wipes the box."""
    folder = PollFolder(args.folder)
    with folder.locked():
        if folder.state is PollState.CLOSED:
            folder.wipe_box()  # a close that was interrupted after the archive was written
            tell.line("poll.close.already")
            return OK
        folder.require(PollState.OPEN)
        election = read_election(folder.read("election.json"))
        box = load_box(read_ballot(raw, election.suite.group) for raw in folder.box_ballots())
        setup, timestamp = _setup(folder)
        data, last = close_box(box, setup=setup, timestamp=timestamp)

        folder.append_archive(data, check=lambda path: _audit(path, tell))
        folder.write_board(box.board)
        folder.wipe_box()
        record = folder.paper_record()
    tell.line("poll.close.closed", ballots=len(box.board))
    if record.valid or record.invalid:
        tell.line("poll.close.paper", valid=len(record.valid), invalid=len(record.invalid))
    tell.line("poll.close.board", digest=board_digest(box.board))
    tell.line("poll.head", head=last.name)
    return OK


def _audit(archive: Path, tell: Tell) -> None:
    audit_archive(archive, progress=lambda done, total: tell.progress("poll.verify.progress", done, total))


def _steps(folder: PollFolder) -> Iterator[Step]:
    with folder.archive.open("rb") as archive:
        yield from read_archive(archive.read)


def _setup(folder: PollFolder) -> tuple[Event, int]:
    step = next(_steps(folder))
    return step.event, step.timestamp


def run_tally(args: argparse.Namespace, tell: Tell) -> int:
    """Adds all ballots without opening any."""
    folder = PollFolder(args.folder)
    with folder.locked():
        folder.require(PollState.CLOSED)
        election = read_election(folder.read("election.json"))
        count = 0
        last: Step | None = None

        def ballots() -> Iterator[tuple[Ballot, int]]:
            nonlocal count, last
            for step in _steps(folder):
                last = step
                if step.event.type is EventType.BALLOT:
                    count += 1
                    yield read_ballot(step.pieces[0].content, election.suite.group), 1

        tally = sum_ballots(election, ballots())
        sized = size_tally(tally, ballots=count, weight=count)
        _append(folder, last, EventType.ENCRYPTED_TALLY, [tally.as_bytes(), sized.as_bytes()])
    tell.line("poll.tally.done", ballots=count)
    return OK


def _append(folder: PollFolder, last: Step | None, type_: EventType, pieces: list[bytes]) -> Event:
    if last is None:
        raise refused("ballots.archive.start")
    data, event = write_event(previous=last.event, type_=type_, pieces=pieces, timestamp=last.timestamp)
    folder.append_archive(data)
    return event


@dataclass(slots=True)
class _Counting:
    """What the archive holds once it has a sum."""

    election: Election
    trustees: Trustees
    tally: EncryptedTally
    total: int
    last: Step
    parts: dict[int, PartialDecryption] = field(default_factory=dict)


def _counting(folder: PollFolder) -> _Counting:
    election = read_election(folder.read("election.json"))
    trustees = read_trustees(folder.read("trustees.json"), election.suite)
    counting: _Counting | None = None
    for step in _steps(folder):
        contents = [piece.content for piece in step.pieces]
        if step.event.type is EventType.ENCRYPTED_TALLY:
            total = read_sized(contents[1]).total_weight
            counting = _Counting(election, trustees, read_tally(contents[0], election), total, step)
        elif counting is not None:
            counting.last = step
            if step.event.type is EventType.PARTIAL_DECRYPTION:
                owner, _ = read_owner(contents[1])
                counting.parts[owner] = read_decryption(contents[0], election)
    if counting is None:
        raise refused("ballots.folder.state.closed")
    return counting


def run_decrypt(args: argparse.Namespace, tell: Tell) -> int:
    """One trustee's part of opening the sum."""
    folder = PollFolder(args.folder)
    if (args.key is None) == (args.part is None) or (args.part is not None and args.owner is None):
        raise refused("ballots.usage.decrypt")
    with folder.locked():
        folder.require(PollState.TALLIED)
        if args.key is not None:
            # A sum that is not that of all ballots could be one person's ballot: no key is used before the audit.
            _audit(folder.archive, tell)
        counting = _counting(folder)
        owner, part = _part(folder, counting, args)
        check_decryption(
            election=counting.election,
            trustees=counting.trustees,
            owner=owner,
            tally=counting.tally,
            part=part,
        )
        raw = part.as_bytes()
        if args.out is not None:
            write_new(args.out, raw)
            tell.line("poll.decrypt.written", owner=owner, file=args.out)
            return OK
        if owner in counting.parts:
            raise refused("ballots.decryption.twice", owner=owner)
        pieces = [raw, own_decryption(owner, raw)]
        _append(folder, counting.last, EventType.PARTIAL_DECRYPTION, pieces)
        missing = missing_parts(counting.trustees, [*counting.parts, owner])
    tell.line("poll.decrypt.done", owner=owner, missing=missing)
    return OK


def _part(folder: PollFolder, counting: _Counting, args: argparse.Namespace) -> tuple[int, PartialDecryption]:
    if args.part is not None:
        first_line = read_limited(args.part).split(b"\n")[0]  # other makers add the owner on a second line
        return args.owner, read_decryption(first_line, counting.election)
    private = _private_key(folder, counting.election, read_limited(args.key))
    owner = _owner_of(counting, private)
    part = decrypt_part(
        election=counting.election,
        trustees=counting.trustees,
        owner=owner,
        private_key=private,
        tally=counting.tally,
        random=secrets.token_bytes,
    )
    return owner, part


def _owner_of(counting: _Counting, private: Integer) -> int:
    group = counting.election.suite.group
    public = group.secret_power(group.g, private)
    for owner, key in enumerate(counting.trustees.keys, start=1):
        if key.public_key == public:
            return owner
    raise refused("ballots.trustee.not_of_this_poll")


def _private_key(folder: PollFolder, election: Election, raw: bytes) -> Integer:
    """A single trustee's number, or the number in a Pedersen trustee's sealed share."""
    if raw.lstrip().startswith(b'"'):
        return read_json(raw).scalar(election.suite.group)
    seed = read_seed(raw.decode(errors="replace"))
    certificates = list(read_certificates(folder, election.suite).values())
    share = folder.trustee_files(TrusteeFile.SHARE).get(owner_of_seed(election.suite, seed)[:16])
    if share is None:
        raise refused("ballots.trustee.not_of_this_poll")
    letter = read_share_output(share, election.suite).private_key
    return open_private_key(suite=election.suite, certificates=certificates, seed=seed, letter=letter)


def run_result(args: argparse.Namespace, tell: Tell) -> int:
    """Puts the parts together and publishes the numbers; called again, it shows them again."""
    folder = PollFolder(args.folder)
    with folder.locked():
        folder.require(PollState.TALLIED, PollState.FINISHED)
        if folder.state is PollState.TALLIED:
            counting = _counting(folder)
            missing = missing_parts(counting.trustees, counting.parts)
            if missing:
                tell.line("poll.result.missing", missing=missing)
                return NOT_CLOSED
            group, questions = counting.election.suite.group, counting.election.questions
            factors = combine_factors(group, counting.trustees, counting.parts, questions)
            counts = open_counts(group, counting.tally, factors, total=counting.total)
            _append(folder, counting.last, EventType.RESULT, [result_bytes(counts)])
        *_, last = _steps(folder)
        election = read_election(folder.read("election.json"))
    tell_counts(tell, election.questions, read_result(last.pieces[0].content, election))
    tell.line("poll.head", head=last.event.name)
    return OK
