"""`poll vote` and `poll paper`: ballots into the box. A choice is typed or read, encrypted, and never written."""

import argparse
import getpass
import secrets
from collections.abc import Sequence
from pathlib import Path

from thidua.cli.poll import OK, Tell
from thidua.core.ballots.ballot import Ballot, make_ballot, read_ballot
from thidua.core.ballots.box import Cast, accept_ballot, load_box, seal_receipt
from thidua.core.ballots.credentials import Credential, read_credential, read_credentials
from thidua.core.ballots.election import Election, read_election
from thidua.core.ballots.encoding import MAX_BALLOT, Digest, read_json, refused
from thidua.core.ballots.paper import (
    InvalidReason,
    PaperEntry,
    agree_papers,
    credential_for,
    enter_paper,
    entries_bytes,
    read_entries,
    record_papers,
)
from thidua.core.ballots.proofs import Bases, bases_of
from thidua.core.ballots.questions import Choices, Question
from thidua.files.poll_folder import (
    PRIVATE,
    PollFolder,
    PollState,
    read_limited,
    read_words,
    write_atomically,
    write_new,
)


def run_vote(args: argparse.Namespace, tell: Tell) -> int:
    """Makes a ballot, or takes one that was made elsewhere, and casts it."""
    folder = PollFolder(args.folder)
    election = read_election(folder.read("election.json"))
    bases = bases_of(election.suite, election.public_key)
    raw = read_limited(args.ballot, limit=MAX_BALLOT) if args.ballot else _make(args, election, bases, tell).raw
    if args.out is not None:
        write_new(args.out, raw)
        tell.line("poll.vote.written", file=args.out)
        return OK
    with folder.locked():
        folder.require(PollState.OPEN)
        cast = _cast(folder, election, bases, [raw])[-1]
        receipt = seal_receipt(
            election.suite,
            sealing_key=read_json(folder.read_seal_key()).scalar(election.suite.group),
            tracker=cast.ballot.tracker,
            poll=_poll_digest(folder),
            random=secrets.token_bytes,
        )
    if args.receipt is not None:
        write_atomically(args.receipt, receipt.raw + b"\n", mode=PRIVATE)
    tell.line("poll.vote.cast", tracker=cast.ballot.tracker)
    if cast.replaced is not None:
        tell.line("poll.vote.replaced", tracker=cast.replaced)
    return OK


def _poll_digest(folder: PollFolder) -> Digest:
    return folder.events()[0].name


def _make(args: argparse.Namespace, election: Election, bases: Bases, tell: Tell) -> Ballot:
    typed = read_words(args.credential) if args.credential else getpass.getpass(_prompt(tell))
    return make_ballot(
        election=election,
        bases=bases,
        credential=read_credential(typed),
        choices=_choices(args.choices, election, tell),
        random=secrets.token_bytes,
    )


def _prompt(tell: Tell) -> str:
    from thidua.words.say import say

    return say("poll.vote.ask_credential", tell.lang) + " "


def _choices(path: Path | None, election: Election, tell: Tell) -> list[Choices]:
    if path is not None:
        rows = read_json(read_limited(path)).items()
        return [tuple(mark.integer(most=1) for mark in row.items()) for row in rows]
    return [_ask(question, tell) for question in election.questions]


def _ask(question: Question, tell: Tell) -> Choices:
    tell.plain(question.text)
    for number, answer in enumerate(question.answers, start=1):
        tell.plain(f"  {number}. {answer}")
    code = "poll.vote.ask_blank" if question.has_blank else "poll.vote.ask"
    typed = tell.ask(code, minimum=question.minimum, maximum=question.maximum)
    numbers = {part.strip() for part in typed.split(",") if part.strip()}
    if question.has_blank and numbers == {"0"}:
        return (1,) + (0,) * len(question.answers)
    known = {str(number) for number in range(1, len(question.answers) + 1)}
    if not numbers <= known:
        raise refused("ballots.choices.number", typed=typed[:40], answers=len(question.answers))
    marks = tuple(int(str(number) in numbers) for number in range(1, len(question.answers) + 1))
    return (0, *marks) if question.has_blank else marks


def _cast(folder: PollFolder, election: Election, bases: Bases, raws: Sequence[bytes]) -> list[Cast]:
    """Accepts the ballots one after another; each is safe on disk before the next is looked at."""
    group = election.suite.group
    credentials = read_credentials(folder.read("public_credentials.json"), group, secrets.token_bytes)
    box = load_box(read_ballot(raw, group) for raw in folder.box_ballots())
    casts = []
    for raw in raws:
        cast = accept_ballot(
            election=election, bases=bases, credentials=credentials, box=box, raw=raw, random=secrets.token_bytes
        )
        folder.put_ballot(str(cast.ballot.credential), cast.ballot.raw)
        box = cast.box
        casts.append(cast)
    folder.write_board(box.board)
    return casts


def run_paper(args: argparse.Namespace, tell: Tell) -> int:
    """A teller enters a drawn paper ballot, or the agreed ballots of two tellers are cast."""
    folder = PollFolder(args.folder)
    election = read_election(folder.read("election.json"))
    stock = folder.sheet.paper
    if args.action == "enter":
        if args.number is None or len(args.entries) != 1:
            raise refused("ballots.usage.paper")
        return _enter(args, election, stock, tell)
    if args.stock is None or len(args.entries) != 2:
        raise refused("ballots.usage.paper")
    with folder.locked():
        folder.require(PollState.OPEN)
        return _cast_papers(folder, args, election, tell)


def _read_entries(path: Path, election: Election, stock: int) -> dict[int, PaperEntry]:
    return read_entries(read_limited(path), election=election, stock=stock) if path.exists() else {}


def _enter(args: argparse.Namespace, election: Election, stock: int, tell: Tell) -> int:
    (path,) = args.entries
    entries = _read_entries(path, election, stock)
    if args.number in entries:
        raise refused("ballots.paper.entered", number=args.number)
    choices = None if args.invalid else _choices(args.choices, election, tell)
    entries[args.number] = enter_paper(
        election=election,
        number=args.number,
        stock=stock,
        choices=choices,
        invalid=InvalidReason(args.invalid) if args.invalid else None,
    )
    write_atomically(path, entries_bytes(entries), mode=PRIVATE)
    tell.line("poll.paper.entered", number=args.number, entries=len(entries))
    return OK


def _cast_papers(folder: PollFolder, args: argparse.Namespace, election: Election, tell: Tell) -> int:
    stock = _read_stock(args.stock)
    first, second = (_read_entries(path, election, len(stock)) for path in args.entries)
    agreed = agree_papers(first, second)
    record = record_papers(folder.paper_record(), agreed)
    bases = bases_of(election.suite, election.public_key)
    ballots = [
        make_ballot(
            election=election,
            bases=bases,
            credential=credential_for(stock, entry.number),
            choices=entry.choices,
            random=secrets.token_bytes,
        )
        for entry in agreed
        if entry.choices is not None
    ]
    _cast(folder, election, bases, [ballot.raw for ballot in ballots])
    folder.write_paper_record(record)
    for path in args.entries:
        path.unlink()
    tell.line("poll.paper.cast", valid=len(ballots), invalid=len(agreed) - len(ballots))
    return OK


def _read_stock(path: Path) -> list[Credential]:
    rows = [line.split("\t") for line in read_words(path).splitlines() if line.strip()]
    if [row[0] for row in rows] != [str(number) for number in range(1, len(rows) + 1)] or any(
        len(row) != 2 for row in rows
    ):
        raise refused("ballots.paper.stock", file=str(path))
    return [read_credential(word) for _, word in rows]
