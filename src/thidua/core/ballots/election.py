"""An election: its header as every voter gets it, its fingerprint, and the three documents of its setup.

Owns: the structure `election` of specification §4.10 and `setup_data`. The bytes are kept as they came: the
fingerprint is a hash of those bytes and is inside every ballot. Never holds a secret.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.ballots.encoding import Digest, Fingerprint, canonical, digest, fingerprint, read_json, refused
from thidua.core.ballots.group import Integer, RandomBytes, Suite, suite_for
from thidua.core.ballots.questions import Question, read_question

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
UUID_LENGTH = 14
MAX_QUESTIONS = 100
_UUID = re.compile(f"[{BASE58}]{{14,64}}")


@dataclass(frozen=True, slots=True)
class Election:
    """What is voted on, under which key. `raw` are the bytes that were hashed into `fingerprint`."""

    raw: bytes
    suite: Suite
    uuid: str
    name: str
    description: str
    public_key: Integer
    questions: tuple[Question, ...]

    @property
    def fingerprint(self) -> Fingerprint:
        """φ of specification §4.10: binds every ballot and decryption to this election."""
        return fingerprint(self.raw)


def random_base58(length: int, random: RandomBytes) -> str:
    """`length` letters of the Base58 alphabet, each equally likely (bytes from 232 on are drawn again)."""
    letters: list[str] = []
    limit = 256 - 256 % len(BASE58)
    while len(letters) < length:
        letters += [BASE58[byte % len(BASE58)] for byte in random(length) if byte < limit]
    return "".join(letters[:length])


def new_uuid(random: RandomBytes) -> str:
    """A fresh name of an election (specification §4.2)."""
    return random_base58(UUID_LENGTH, random)


def make_election(
    *,
    suite: Suite,
    uuid: str,
    name: str,
    description: str,
    public_key: Integer,
    questions: Sequence[Question],
    administrator: str,
    credential_authority: str,
) -> Election:
    """The header of a new election. It is read back at once, so that what is written is what is meant."""
    header = {
        "version": suite.version,
        "description": description,
        "name": name,
        "group": suite.group.name,
        "public_key": str(public_key),
        "questions": [question.as_json() for question in questions],
        "uuid": uuid,
        "administrator": administrator,
        "credential_authority": credential_authority,
    }
    return read_election(canonical(header))


def read_election(raw: bytes) -> Election:
    """An election header of any maker.

    Raises: BallotRefused `ballots.suite.unknown`, `ballots.election.uuid`, `ballots.election.public_key`, or what
    the JSON reader raises.
    """
    fields = read_json(raw).fields(
        "version",
        "description",
        "name",
        "group",
        "public_key",
        "questions",
        "uuid",
        optional=("administrator", "credential_authority"),
    )
    suite = suite_for(version=fields["version"].integer(), group_name=fields["group"].text(most=100))
    uuid = fields["uuid"].text(most=64)
    if not _UUID.fullmatch(uuid):
        raise refused("ballots.election.uuid", "uuid", uuid=uuid)
    public_key = fields["public_key"].element(suite.group)
    if public_key == 1 or not suite.group.is_member(public_key):
        raise refused("ballots.election.public_key", "public_key")
    for author in ("administrator", "credential_authority"):
        if author in fields:
            fields[author].text()
    return Election(
        raw=raw,
        suite=suite,
        uuid=uuid,
        name=fields["name"].text(),
        description=fields["description"].text(most=1_000_000),
        public_key=public_key,
        questions=tuple(read_question(node) for node in fields["questions"].items(least=1, most=MAX_QUESTIONS)),
    )


@dataclass(frozen=True, slots=True)
class SetupData:
    """The names of the three documents that make an election (specification §4.10, `setup_data`)."""

    election: Digest
    trustees: Digest
    credentials: Digest

    def as_bytes(self) -> bytes:
        return canonical({"election": self.election, "trustees": self.trustees, "credentials": self.credentials})


def make_setup(*, election: bytes, trustees: bytes, credentials: bytes) -> SetupData:
    return SetupData(digest(election), digest(trustees), digest(credentials))


def read_setup(raw: bytes) -> SetupData:
    fields = read_json(raw).fields("election", "trustees", "credentials")
    return SetupData(
        election=fields["election"].digest(),
        trustees=fields["trustees"].digest(),
        credentials=fields["credentials"].digest(),
    )
