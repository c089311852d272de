"""`poll setup` and `poll credentials`: everything before the first vote, apart from the trustees' keys."""

import argparse
import secrets
import time
from collections.abc import Sequence
from pathlib import Path

from thidua.cli.poll import OK, Tell
from thidua.core.ballots.archive import EventType, write_event, write_header
from thidua.core.ballots.credentials import (
    Credential,
    draw_credential,
    list_credentials,
    public_of,
    read_credentials,
)
from thidua.core.ballots.election import make_election, make_setup, new_uuid
from thidua.core.ballots.encoding import canonical, refused
from thidua.core.ballots.group import BELENIOS_2048, Suite, suite_for
from thidua.core.ballots.trustees import draw_private_key
from thidua.files.poll_folder import (
    PollFolder,
    PollSheet,
    PollState,
    read_limited,
    read_template,
    read_words,
    write_new,
)
from thidua.files.poll_trustees import gather_trustees

SUITE: Suite = suite_for(version=1, group_name=BELENIOS_2048.name)


def run_setup(args: argparse.Namespace, tell: Tell) -> int:
    """Drafts a poll from its questions, or opens one whose credentials and trustees are there."""
    folder = PollFolder(args.folder)
    if args.open == (args.questions is not None):
        raise refused("ballots.usage.setup")
    with folder.locked():
        if args.open:
            return _open(folder, tell)
        return _draft(folder, args.questions, args.paper, tell)


def _draft(folder: PollFolder, questions: Path, paper: int, tell: Tell) -> int:
    template = read_template(read_limited(questions))
    seal_key = draw_private_key(SUITE.group, secrets.token_bytes)
    sheet = PollSheet(
        uuid=new_uuid(secrets.token_bytes),
        name=template.name,
        description=template.description,
        questions=template.questions,
        administrator=template.administrator,
        credential_authority=template.credential_authority,
        paper=paper,
        seal_public=str(SUITE.group.secret_power(SUITE.group.g, seal_key)),
    )
    folder.write_sheet(sheet)
    folder.write_seal_key(canonical(str(seal_key)))
    tell.line("poll.setup.drafted", uuid=sheet.uuid, questions=len(sheet.questions), folder=folder.path)
    return OK


def _open(folder: PollFolder, tell: Tell) -> int:
    folder.require(PollState.DRAFT)
    sheet = folder.sheet
    raw_credentials = folder.read("public_credentials.json")
    credentials = read_credentials(raw_credentials, SUITE.group, secrets.token_bytes)
    trustees = gather_trustees(folder, SUITE)
    election = make_election(
        suite=SUITE,
        uuid=sheet.uuid,
        name=sheet.name,
        description=sheet.description,
        public_key=trustees.joint_key(SUITE.group),
        questions=sheet.questions,
        administrator=sheet.administrator,
        credential_authority=sheet.credential_authority,
    )
    raw_trustees = trustees.as_bytes()
    setup = make_setup(election=election.raw, trustees=raw_trustees, credentials=raw_credentials)
    timestamp = int(time.time())
    folder.write("trustees.json", raw_trustees)
    folder.write("election.json", election.raw)
    pieces = [election.raw, raw_trustees, raw_credentials, setup.as_bytes()]
    event, last = write_event(previous=None, type_=EventType.SETUP, pieces=pieces, timestamp=timestamp)
    folder.write_board(())
    folder.append_archive(write_header(timestamp) + event)
    tell.line("poll.setup.opened", credentials=len(credentials.weights), trustees=len(trustees.keys))
    tell.line("poll.head", head=last.name)
    return OK


def run_credentials(args: argparse.Namespace, tell: Tell) -> int:
    """Draws a secret word for every voter and every paper ballot, and publishes their public halves."""
    folder = PollFolder(args.folder)
    with folder.locked():
        folder.require(PollState.DRAFT)
        if args.public is not None:
            return _import(folder, read_limited(args.public), tell)
        if args.voters is None or args.to is None:
            raise refused("ballots.usage.credentials")
        return _draw(folder, _read_voters(args.voters), args.to, tell)


def _import(folder: PollFolder, raw: bytes, tell: Tell) -> int:
    """Takes the keys alone: names beside them stay with the authority, and equal weights are no weights."""
    listed = read_credentials(raw, SUITE.group, secrets.token_bytes)
    if not listed.has_equal_weights:
        raise refused("ballots.credentials.unequal")
    folder.write("public_credentials.json", list_credentials(listed.weights))
    tell.line("poll.credentials.imported", credentials=len(listed.weights))
    return OK


def _read_voters(path: Path) -> list[str]:
    voters = [line.strip() for line in read_words(path).splitlines() if line.strip()]
    if not voters:
        raise refused("ballots.voters.none", file=str(path))
    if len(set(voters)) != len(voters):
        twice = next(name for name in voters if voters.count(name) > 1)
        raise refused("ballots.voters.twice", name=twice)
    return voters


def _draw(folder: PollFolder, voters: Sequence[str], to: Path, tell: Tell) -> int:
    sheet = folder.sheet
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    words = [draw_credential(secrets.token_bytes) for _ in range(len(voters) + sheet.paper)]
    publics = []
    for done, word in enumerate(words, start=1):
        publics.append(public_of(SUITE.group, sheet.uuid, word))
        tell.progress("poll.credentials.progress", done, len(words))
    by_voter, by_number = words[: len(voters)], words[len(voters) :]
    write_new(to / "credentials.txt", _table(voters, by_voter))
    if by_number:
        numbers = [str(number) for number in range(1, len(by_number) + 1)]
        write_new(to / "paper_stock.txt", _table(numbers, by_number))
    folder.write("public_credentials.json", list_credentials(publics))
    tell.line("poll.credentials.drawn", voters=len(voters), paper=sheet.paper, folder=to)
    return OK


def _table(names: Sequence[str], words: Sequence[Credential]) -> bytes:
    return "".join(f"{name}\t{word}\n" for name, word in zip(names, words, strict=True)).encode()
