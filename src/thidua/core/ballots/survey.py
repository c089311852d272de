"""One pass over an archive: its chain, its setup, and where every ballot lies.

Owns: turning a stream of events into a `Survey` — small facts about each ballot (about 200 bytes), never the
ballots themselves — so that the expensive checks can then read each ballot again from its place, in any
order and in several processes. Checks here everything that is cheap and everything that is one of a kind.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gmpy2 import mpz

from thidua.core.ballots.archive import EventType, ReadBytes, Step, read_archive
from thidua.core.ballots.credentials import read_credentials
from thidua.core.ballots.election import Election, read_election, read_setup
from thidua.core.ballots.encoding import MAX_BALLOT, Digest, refused
from thidua.core.ballots.group import Integer, RandomBytes
from thidua.core.ballots.tally import read_owner
from thidua.core.ballots.trustees import Trustees, read_trustees

_CREDENTIAL = re.compile(rb'\{"election_uuid":"[^"]{1,64}","election_hash":"[^"]{1,64}","credential":"([0-9]{1,700})"')


@dataclass(frozen=True, slots=True)
class BallotPlace:
    """Where one ballot lies, its tracker, and whose credential it uses (its place in the list)."""

    offset: int
    size: int
    tracker: bytes
    voter: int


@dataclass(frozen=True, slots=True)
class OwnedPart:
    """A partial decryption as published: whose, and its bytes."""

    owner: int
    raw: bytes


@dataclass(slots=True)
class Survey:
    """What one pass has found. Filled by `survey_archive`, read by the audit.

    `voters` gives the place of a public credential in the list, `weights` the weight at each place.
    """

    election: Election
    trustees: Trustees
    voters: Mapping[Integer, int]
    weights: tuple[int, ...]
    heads: list[Digest]
    state: EventType = EventType.SETUP
    ballots: list[BallotPlace] = field(default_factory=list)
    last_of: dict[int, int] = field(default_factory=dict)
    tally: bytes | None = None
    sized_tally: bytes | None = None
    parts: list[OwnedPart] = field(default_factory=list)
    result: bytes | None = None

    @property
    def head(self) -> Digest:
        """The hash of the last event: the one number that fixes everything before it."""
        return self.heads[-1]

    @property
    def is_in_tracker_order(self) -> bool:
        """Ballots stand in ascending tracker order, which tells nothing about who came when."""
        trackers = [place.tracker for place in self.ballots]
        return trackers == sorted(trackers)

    def is_counted(self, index: int) -> bool:
        """Only the last ballot of a credential is counted (specification §4.15, `last`)."""
        return self.last_of[self.ballots[index].voter] == index

    def weight_of(self, index: int) -> int:
        return self.weights[self.ballots[index].voter]


def survey_archive(read: ReadBytes, random: RandomBytes) -> Survey:
    """Read a whole archive once.

    Raises: BallotRefused for the first thing that does not hold.
    """
    survey: Survey | None = None
    for step in read_archive(read):
        if survey is None:
            survey = _read_setup(step, random)
        else:
            _READERS[step.event.type](survey, step)
            survey.heads.append(step.event.name)
            survey.state = step.event.type
    if survey is None:
        raise refused("ballots.archive.start")
    return survey


def _read_setup(step: Step, random: RandomBytes) -> Survey:
    contents = {piece.name: piece.content for piece in step.pieces}
    setup = read_setup(step.pieces[-1].content)
    names = [piece.name for piece in step.pieces[:-1]]
    if sorted(names) != sorted([setup.election, setup.trustees, setup.credentials]):
        raise refused("ballots.archive.payload", name=step.event.name, type=step.event.type.value)
    election = read_election(contents[setup.election])
    trustees = read_trustees(contents[setup.trustees], election.suite)
    if trustees.joint_key(election.suite.group) != election.public_key:
        raise refused("ballots.election.joint_key")
    credentials = read_credentials(contents[setup.credentials], election.suite.group, random)
    voters = {credential: place for place, credential in enumerate(credentials.weights)}
    return Survey(election, trustees, voters, tuple(credentials.weights.values()), [step.event.name])


def _read_ballot(survey: Survey, step: Step) -> None:
    (piece,) = step.pieces
    if len(piece.content) > MAX_BALLOT:
        raise refused("ballots.json.too_large", size=len(piece.content), limit=MAX_BALLOT)
    found = _CREDENTIAL.match(piece.content)
    if found is None:
        raise refused("ballots.ballot.not_canonical", tracker=piece.name)
    voter = survey.voters.get(mpz(found[1].decode()))
    if voter is None:
        raise refused("ballots.ballot.credential", tracker=piece.name)
    survey.last_of[voter] = len(survey.ballots)
    survey.ballots.append(BallotPlace(piece.offset, len(piece.content), bytes.fromhex(piece.name), voter))


def _read_tally(survey: Survey, step: Step) -> None:
    survey.tally, survey.sized_tally = (piece.content for piece in step.pieces)


def _read_part(survey: Survey, step: Step) -> None:
    part, owned = step.pieces
    owner, payload = read_owner(owned.content)
    if payload != part.name:
        raise refused("ballots.archive.payload", name=step.event.name, type=step.event.type.value)
    if any(known.owner == owner for known in survey.parts):
        raise refused("ballots.decryption.twice", owner=owner)
    survey.parts.append(OwnedPart(owner, part.content))


def _read_result(survey: Survey, step: Step) -> None:
    (piece,) = step.pieces
    survey.result = piece.content


def _read_end(_survey: Survey, _step: Step) -> None:
    return


_READERS: dict[EventType, Callable[[Survey, Step], None]] = {
    EventType.BALLOT: _read_ballot,
    EventType.END_BALLOTS: _read_end,
    EventType.ENCRYPTED_TALLY: _read_tally,
    EventType.PARTIAL_DECRYPTION: _read_part,
    EventType.RESULT: _read_result,
}
