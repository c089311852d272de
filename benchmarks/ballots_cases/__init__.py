"""Elections for the benchmarks of ballots, made with the library itself: credentials, ballots, a whole archive."""

import secrets
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from gmpy2 import mpz

from thidua.core.ballots.archive import Event, EventType, write_event, write_header
from thidua.core.ballots.ballot import make_ballot, read_ballot
from thidua.core.ballots.box import close_box, load_box
from thidua.core.ballots.credentials import Credential, draw_credential, list_credentials, public_of
from thidua.core.ballots.election import Election, make_election, make_setup, new_uuid, read_election
from thidua.core.ballots.group import suite_for
from thidua.core.ballots.proofs import bases_of
from thidua.core.ballots.questions import Choices, Question
from thidua.core.ballots.tally import (
    combine_factors,
    decrypt_part,
    open_counts,
    own_decryption,
    result_bytes,
    size_tally,
    sum_ballots,
)
from thidua.core.ballots.trustees import Single, Trustees, draw_private_key, publish_key

SUITE = suite_for(version=1, group_name="BELENIOS-2048")
TIME = 1_732_350_000
FIVE = ("Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D", "Tỉnh E")
TWO_QUESTIONS = (
    Question("Cờ thi đua của Bộ", FIVE, 0, 2, has_blank=False),
    Question("Cờ thi đua của Chính phủ", FIVE, 1, 1, has_blank=True),
)
ONE_SMALL_QUESTION = (Question("Cờ thi đua", FIVE[:2], 0, 1, has_blank=False),)


@dataclass(frozen=True)
class Setup:
    """An open election: its archive so far, and what is needed to vote and to count."""

    election: Election
    words: tuple[Credential, ...]
    trustees: Trustees
    private_key: mpz
    archive: bytes
    last: Event


def set_up(questions: tuple[Question, ...], voters: int) -> Setup:
    """One trustee, fresh credentials."""
    group = SUITE.group
    private_key = draw_private_key(group, secrets.token_bytes)
    trustees = Trustees((Single(publish_key(SUITE, private_key, secrets.token_bytes)),))
    uuid = new_uuid(secrets.token_bytes)
    words = tuple(draw_credential(secrets.token_bytes) for _ in range(voters))
    election = make_election(
        suite=SUITE,
        uuid=uuid,
        name="Benchmark",
        description="",
        public_key=trustees.joint_key(group),
        questions=questions,
        administrator="",
        credential_authority="",
    )
    credentials = list_credentials([public_of(group, uuid, word) for word in words])
    setup = make_setup(election=election.raw, trustees=trustees.as_bytes(), credentials=credentials)
    pieces = [election.raw, trustees.as_bytes(), credentials, setup.as_bytes()]
    data, last = write_event(previous=None, type_=EventType.SETUP, pieces=pieces, timestamp=TIME)
    return Setup(election, words, trustees, private_key, write_header(TIME) + data, last)


def vote_of(questions: Sequence[Question], voter: int) -> list[Choices]:
    """A vote that the rules allow, different from voter to voter: one tick, or the blank where there is one."""
    return [tuple(int(place == voter % question.places) for place in range(question.places)) for question in questions]


def make_some(work: tuple[bytes, int, Sequence[Credential]]) -> list[bytes]:
    """The ballots of some voters."""
    raw, first, words = work
    election = read_election(raw)
    bases = bases_of(election.suite, election.public_key)
    return [
        make_ballot(
            election=election,
            bases=bases,
            credential=word,
            choices=vote_of(election.questions, voter),
            random=secrets.token_bytes,
        ).raw
        for voter, word in enumerate(words, start=first)
    ]


def make_all(setup: Setup) -> list[bytes]:
    """The ballots of all voters, by two processes."""
    step = 25
    work = [
        (setup.election.raw, start, setup.words[start : start + step]) for start in range(0, len(setup.words), step)
    ]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        return [raw for part in pool.map(make_some, work) for raw in part]


def expected_counts(questions: Sequence[Question], voters: int) -> list[list[int]]:
    """The count in the clear."""
    votes = [vote_of(questions, voter) for voter in range(voters)]
    return [
        [sum(vote[number][place] for vote in votes) for place in range(question.places)]
        for number, question in enumerate(questions)
    ]


def write_archive(folder: Path, questions: tuple[Question, ...], voters: int) -> Path:
    """A finished archive; its result is held against the count in the clear."""
    setup = set_up(questions, voters)
    group = SUITE.group
    ballots = [read_ballot(raw, group) for raw in make_all(setup)]
    data, last = close_box(load_box(ballots), setup=setup.last, timestamp=TIME)
    tally = sum_ballots(setup.election, [(ballot, 1) for ballot in ballots])
    part = decrypt_part(
        election=setup.election,
        trustees=setup.trustees,
        owner=1,
        private_key=setup.private_key,
        tally=tally,
        random=secrets.token_bytes,
    )
    factors = combine_factors(group, setup.trustees, {1: part}, questions)
    counts = open_counts(group, tally, factors, total=voters)
    assert [list(row) for row in counts] == expected_counts(questions, voters)
    raw_part = part.as_bytes()
    path = folder / f"{setup.election.uuid}.bel"
    with path.open("wb") as archive:
        archive.write(setup.archive + data)
        for type_, pieces in (
            (
                EventType.ENCRYPTED_TALLY,
                [tally.as_bytes(), size_tally(tally, ballots=voters, weight=voters).as_bytes()],
            ),
            (EventType.PARTIAL_DECRYPTION, [raw_part, own_decryption(1, raw_part)]),
            (EventType.RESULT, [result_bytes(counts)]),
        ):
            data, last = write_event(previous=last, type_=type_, pieces=pieces, timestamp=TIME)
            archive.write(data)
    return path
