"""The folder of a poll: every file that `thidua poll` reads or writes, and nothing else.

    poll.json             what is asked, by whom, how many paper credentials; the server's public seal key
    trustees/             what trustees published: keys, certificates, polynomials, shares
    public_credentials.json election.json trustees.json   the three documents of the setup
    UUID.bel              the archive; belenios-tool reads the folder by it alone
    box/                  live ballots while voting is open, one file per credential, without times
    board.txt             the sorted list of trackers
    paper.json            how many paper ballots were valid and invalid
    server/               the server's seal key, readable by its owner only

Every file is written beside its place, flushed to disk and moved into it: after a crash a file is the old one
or the new one. The state of a poll is read from its archive alone, so no two files can disagree about it.
Owns paths and bytes; what they mean is asked from core.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from thidua.core.ballots.archive import Event, EventType, read_archive
from thidua.core.ballots.encoding import MAX_DOCUMENT, Digest, canonical, digest, read_json, refused
from thidua.core.ballots.paper import PaperRecord, read_record
from thidua.core.ballots.questions import Question, read_question

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

    def _sync_folder(_folder: Path) -> None:
        """Windows writes a rename through by itself."""

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _sync_folder(folder: Path) -> None:
        """Without this a rename may be lost in a power cut."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


PRIVATE, PUBLIC = 0o600, 0o644
_NO_TIME = (0, 0)  # a file's time would tell when its voter came


class PollState(StrEnum):
    """How far a poll has come."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    TALLIED = "tallied"
    FINISHED = "finished"


_STATE_AFTER = {
    EventType.SETUP: PollState.OPEN,
    EventType.BALLOT: PollState.OPEN,
    EventType.END_BALLOTS: PollState.CLOSED,
    EventType.ENCRYPTED_TALLY: PollState.TALLIED,
    EventType.PARTIAL_DECRYPTION: PollState.TALLIED,
    EventType.RESULT: PollState.FINISHED,
}


class TrusteeFile(StrEnum):
    """What trustees publish in the course of setup."""

    KEY = "key"
    CERTIFICATE = "certificate"
    POLYNOMIAL = "polynomial"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class PollSheet:
    """poll.json: what is fixed before any key exists."""

    uuid: str
    name: str
    description: str
    questions: tuple[Question, ...]
    administrator: str
    credential_authority: str
    paper: int
    seal_public: str

    def as_bytes(self) -> bytes:
        return canonical(
            {
                "uuid": self.uuid,
                "name": self.name,
                "description": self.description,
                "questions": [question.as_json() for question in self.questions],
                "administrator": self.administrator,
                "credential_authority": self.credential_authority,
                "paper": self.paper,
                "seal_public": self.seal_public,
            }
        )


def read_sheet(raw: bytes) -> PollSheet:
    """Raises: BallotRefused when the sheet is not one."""
    fields = read_json(raw).fields(
        "uuid",
        "name",
        "description",
        "questions",
        "administrator",
        "credential_authority",
        "paper",
        "seal_public",
    )
    return PollSheet(
        uuid=fields["uuid"].text(most=64),
        name=fields["name"].text(),
        description=fields["description"].text(),
        questions=tuple(read_question(node) for node in fields["questions"].items(least=1)),
        administrator=fields["administrator"].text(),
        credential_authority=fields["credential_authority"].text(),
        paper=fields["paper"].integer(most=100_000),
        seal_public=fields["seal_public"].text(),
    )


@dataclass(frozen=True, slots=True)
class Template:
    """What the organiser wrote: the questions, and names that may be empty."""

    name: str
    description: str
    questions: tuple[Question, ...]
    administrator: str
    credential_authority: str


def read_template(raw: bytes) -> Template:
    """A template of questions, in the format that belenios-tool reads too."""
    fields = read_json(raw).fields(
        "name", "description", "questions", optional=("administrator", "credential_authority")
    )
    return Template(
        name=fields["name"].text(),
        description=fields["description"].text(),
        questions=tuple(read_question(node) for node in fields["questions"].items(least=1)),
        administrator=fields["administrator"].text() if "administrator" in fields else "",
        credential_authority=(fields["credential_authority"].text() if "credential_authority" in fields else ""),
    )


def read_limited(path: Path, *, limit: int = MAX_DOCUMENT) -> bytes:
    """A file that somebody hands in, without the line's end; one beyond `limit` bytes is refused unread.

    Raises: BallotRefused `ballots.json.too_large`, OSError.
    """
    with path.open("rb") as file:
        data = file.read(limit + 2)
    if len(data.rstrip(b"\n")) > limit:
        raise refused("ballots.json.too_large", size=path.stat().st_size, limit=limit)
    return data.rstrip(b"\n")


def read_words(path: Path) -> str:
    """A short text in UTF-8 that somebody hands in: a list of voters, a secret word, a seed.

    Raises: BallotRefused `ballots.folder.not_text`, or what `read_limited` raises.
    """
    try:
        return read_limited(path).decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise refused("ballots.folder.not_text", file=str(path)) from problem


def write_atomically(path: Path, data: bytes, *, mode: int = PUBLIC, with_time: bool = True) -> None:
    """The file is the old one or the new one, whatever happens meanwhile."""
    descriptor, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        if not with_time:
            os.utime(name, _NO_TIME)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_new(path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
    """A file that must not exist yet: a private key is never written over.

    Raises: BallotRefused `ballots.folder.exists`.
    """
    if path.exists():
        raise refused("ballots.folder.exists", file=str(path))
    write_atomically(path, data, mode=mode)


class PollFolder:
    """One poll on disk. Every command opens it, does one thing under its lock, and leaves."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One command at a time changes a poll; another waits."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("w") as lock:
            _lock(lock.fileno())
            yield

    # what is fixed first

    @property
    def sheet(self) -> PollSheet:
        return read_sheet(self.read("poll.json"))

    def write_sheet(self, sheet: PollSheet) -> None:
        write_new(self.path / "poll.json", sheet.as_bytes(), mode=PUBLIC)

    def replace_sheet(self, sheet: PollSheet) -> None:
        write_atomically(self.path / "poll.json", sheet.as_bytes())

    def read(self, name: str) -> bytes:
        """A file of the folder.

        Raises: BallotRefused `ballots.folder.missing`, which names the command that makes the file.
        """
        try:
            return read_limited(self.path / name)
        except FileNotFoundError as problem:
            raise refused("ballots.folder.missing", file=name, folder=str(self.path)) from problem

    def write(self, name: str, data: bytes) -> None:
        write_atomically(self.path / name, data)

    def read_seal_key(self) -> bytes:
        return self.read("server/seal.key")

    def write_seal_key(self, data: bytes) -> None:
        (self.path / "server").mkdir(mode=0o700, exist_ok=True)
        write_new(self.path / "server" / "seal.key", data)

    # trustees

    def add_trustee_file(self, kind: TrusteeFile, owner: Digest, data: bytes) -> Path:
        """Keeps what a trustee published under the digest of its key; the same again changes nothing."""
        folder = self.path / "trustees"
        folder.mkdir(exist_ok=True)
        path = folder / f"{kind.value}-{owner[:16]}.json"
        if path.exists() and path.read_bytes() != data:
            raise refused("ballots.folder.exists", file=path.name)
        write_atomically(path, data)
        return path

    def trustee_files(self, kind: TrusteeFile) -> dict[str, bytes]:
        """What trustees published, by the first letters of the digest of their key, in that order."""
        paths = sorted((self.path / "trustees").glob(f"{kind.value}-*.json"))
        return {path.stem.removeprefix(f"{kind.value}-"): read_limited(path) for path in paths}

    # the archive

    @property
    def archive(self) -> Path:
        return self.path / f"{self.sheet.uuid}.bel"

    @property
    def state(self) -> PollState:
        events = self.events()
        return _STATE_AFTER[events[-1].type] if events else PollState.DRAFT

    def events(self) -> list[Event]:
        if not self.archive.exists():
            return []
        with self.archive.open("rb") as archive:
            return [step.event for step in read_archive(archive.read)]

    def require(self, *states: PollState) -> None:
        """Raises: BallotRefused `ballots.folder.state` when the poll is not where the command needs it."""
        state = self.state
        if state not in states:
            raise refused(f"ballots.folder.state.{state.value}")

    def append_archive(self, data: bytes, *, check: Callable[[Path], None] | None = None) -> None:
        """A longer archive takes the place of the present one, once `check` has passed on it."""
        descriptor, name = tempfile.mkstemp(prefix=".new-", dir=self.path)
        try:
            with os.fdopen(descriptor, "wb") as longer:
                if self.archive.exists():
                    with self.archive.open("rb") as present:
                        shutil.copyfileobj(present, longer)
                longer.write(data)
                longer.flush()
                os.fsync(longer.fileno())
            if check is not None:
                check(Path(name))
            Path(name).chmod(PUBLIC)
            Path(name).replace(self.archive)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(self.path)

    # the box

    def box_ballots(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted((self.path / "box").glob("*.json"))]

    def put_ballot(self, credential: str, raw: bytes) -> None:
        """In one move the ballot of a credential takes the place of its earlier one. No time is kept."""
        folder = self.path / "box"
        folder.mkdir(exist_ok=True)
        write_atomically(folder / f"{digest(credential.encode())}.json", raw, with_time=False)
        os.utime(folder, _NO_TIME)

    def wipe_box(self) -> None:
        """After the archive holds the ballots, the box goes: its write order is told by storage (docs)."""
        folder = self.path / "box"
        for path in folder.glob("*.json"):
            path.unlink()
        if folder.exists():
            folder.rmdir()
            _sync_folder(self.path)

    def write_board(self, board: tuple[Digest, ...]) -> None:
        write_atomically(
            self.path / "board.txt", "".join(f"{tracker}\n" for tracker in board).encode(), with_time=False
        )

    # paper

    def paper_record(self) -> PaperRecord:
        path = self.path / "paper.json"
        return read_record(path.read_bytes()) if path.exists() else PaperRecord()

    def write_paper_record(self, record: PaperRecord) -> None:
        self.write("paper.json", record.as_bytes())
