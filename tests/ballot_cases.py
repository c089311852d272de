"""Small elections for tests: everything that one needs, made from a counted stream of bytes so that runs repeat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from gmpy2 import mpz

from thidua.core.ballots.archive import Event, EventType, write_event, write_header
from thidua.core.ballots.ballot import Ballot, make_ballot
from thidua.core.ballots.credentials import Credential, draw_credential, list_credentials, public_of
from thidua.core.ballots.election import Election, make_election, make_setup, new_uuid
from thidua.core.ballots.group import BELENIOS_2048, suite_for
from thidua.core.ballots.letters import certify, draw_seed
from thidua.core.ballots.proofs import Bases, bases_of
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
from thidua.core.ballots.threshold import (
    combine_shares,
    make_polynomial,
    make_share,
    open_private_key,
    read_polynomial,
    route_shares,
)
from thidua.core.ballots.trustees import Pedersen, Single, Trustees, draw_private_key, publish_key

SUITE = suite_for(version=1, group_name="BELENIOS-2048")
GROUP = BELENIOS_2048
TIME = 1_732_350_000

TICK = Question("Đề nghị tặng Cờ thi đua?", ("Tỉnh A", "Tỉnh B"), 0, 2, has_blank=False)
PICK = Question("Chọn một", ("Tỉnh A", "Tỉnh B"), 1, 1, has_blank=True)


def stream(seed: str) -> Callable[[int], bytes]:
    """Bytes that are the same in every run: SHA-256 of a counter."""
    counter = 0

    def random(size: int) -> bytes:
        nonlocal counter
        blocks = []
        while sum(map(len, blocks)) < size:
            blocks.append(sha256(f"{seed}|{counter}".encode()).digest())
            counter += 1
        return b"".join(blocks)[:size]

    return random


def element_of_order(order: int) -> mpz:
    """An element of Z*p of this order, which must divide the cofactor."""
    for base in range(2, 100):
        element = GROUP.power(mpz(base), (GROUP.p - 1) // order)
        if all(GROUP.power(element, mpz(part)) != 1 for part in range(1, order)):
            return element
    raise AssertionError(order)


@dataclass(frozen=True)
class Case:
    """An election with every secret, so that tests can play all roles."""

    election: Election
    bases: Bases
    credentials: tuple[Credential, ...]
    raw_credentials: bytes
    trustees: Trustees
    private_keys: tuple[mpz, ...]

    def ballot(self, voter: int, choices: Sequence[Choices], seed: str = "ballot") -> Ballot:
        return make_ballot(
            election=self.election,
            bases=self.bases,
            credential=self.credentials[voter],
            choices=choices,
            random=stream(f"{seed}|{voter}|{choices}"),
        )


def single_trustees(number: int) -> tuple[Trustees, tuple[mpz, ...]]:
    keys = [draw_private_key(GROUP, stream(f"trustee {place}")) for place in range(number)]
    singles = tuple(Single(publish_key(SUITE, key, stream("pok"))) for key in keys)
    return Trustees(singles), tuple(keys)


@cache
def pedersen_ceremony(number: int, threshold: int) -> tuple[Pedersen, tuple[mpz, ...]]:
    seeds = [draw_seed(stream(f"seed {place}")) for place in range(number)]
    certificates = [certify(SUITE, seed, stream(f"cert {seed}")) for seed in seeds]
    polynomials = [
        read_polynomial(
            make_polynomial(
                suite=SUITE,
                certificates=certificates,
                seed=seed,
                threshold=threshold,
                random=stream(f"polynomial {seed}"),
            ).as_bytes(),
            SUITE,
            certificate,
            trustees=number,
        )
        for seed, certificate in zip(seeds, certificates, strict=True)
    ]
    outputs = [
        make_share(suite=SUITE, certificates=certificates, seed=seed, received=received, random=stream(f"share {seed}"))
        for seed, received in zip(seeds, route_shares(polynomials), strict=True)
    ]
    group = combine_shares(suite=SUITE, certificates=certificates, polynomials=polynomials, outputs=outputs)
    keys = tuple(
        open_private_key(suite=SUITE, certificates=certificates, seed=seed, letter=output.private_key)
        for seed, output in zip(seeds, outputs, strict=True)
    )
    return group, keys


@cache
def case(
    questions: tuple[Question, ...] = (TICK,), voters: int = 3, trustees: str = "1", name: str = "Suy tôn"
) -> Case:
    """An election; `trustees` is "2" for two singles, "1+2/3" for one single and any two of a group of three."""
    singles, _, group = trustees.partition("+")
    everyone, keys = single_trustees(int(singles))
    if group:
        threshold, _, members = group.partition("/")
        pedersen, shares = pedersen_ceremony(int(members), int(threshold))
        everyone, keys = Trustees((*everyone.kinds, pedersen)), keys + shares
    random = stream(f"{questions} {voters} {trustees} {name}")
    uuid = new_uuid(random)
    words = tuple(draw_credential(random) for _ in range(voters))
    election = make_election(
        suite=SUITE,
        uuid=uuid,
        name=name,
        description="",
        public_key=everyone.joint_key(GROUP),
        questions=questions,
        administrator="",
        credential_authority="",
    )
    return Case(
        election=election,
        bases=bases_of(SUITE, election.public_key),
        credentials=words,
        raw_credentials=list_credentials([public_of(GROUP, uuid, word) for word in words]),
        trustees=everyone,
        private_keys=keys,
    )


class Writer:
    """Writes an archive event by event."""

    def __init__(self, case_: Case, *, raw_credentials: bytes | None = None) -> None:
        self.case = case_
        self.data = write_header(TIME)
        self.last: Event | None = None
        self.ends: list[int] = []
        raw = raw_credentials or case_.raw_credentials
        trustees = case_.trustees.as_bytes()
        setup = make_setup(election=case_.election.raw, trustees=trustees, credentials=raw)
        self.add(EventType.SETUP, case_.election.raw, trustees, raw, setup.as_bytes())

    def add(self, type_: EventType, *pieces: bytes) -> "Writer":
        data, self.last = write_event(previous=self.last, type_=type_, pieces=pieces, timestamp=TIME)
        self.data += data
        self.ends.append(len(self.data))
        return self

    def add_ballots(self, ballots: Sequence[Ballot]) -> "Writer":
        for ballot in ballots:
            self.add(EventType.BALLOT, ballot.raw)
        return self

    def finish(self, counted: Sequence[Ballot], *, owners: Sequence[int] | None = None) -> bytes:
        """End, sum, all parts (or those of `owners`), result."""
        case_ = self.case
        self.add(EventType.END_BALLOTS)
        tally = sum_ballots(case_.election, [(ballot, 1) for ballot in counted])
        sized = size_tally(tally, ballots=len(counted), weight=len(counted))
        self.add(EventType.ENCRYPTED_TALLY, tally.as_bytes(), sized.as_bytes())
        parts = {}
        for owner in owners or range(1, len(case_.trustees.keys) + 1):
            parts[owner] = decrypt_part(
                election=case_.election,
                trustees=case_.trustees,
                owner=owner,
                private_key=case_.private_keys[owner - 1],
                tally=tally,
                random=stream(f"part {owner}"),
            )
            raw = parts[owner].as_bytes()
            self.add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(owner, raw))
        questions = case_.election.questions
        factors = combine_factors(GROUP, case_.trustees, parts, questions)
        counts = open_counts(GROUP, tally, factors, total=len(counted))
        self.add(EventType.RESULT, result_bytes(counts))
        return self.data


def finished(case_: Case, ballots: Sequence[Ballot], **kwargs: Sequence[int]) -> Writer:
    """The whole archive of these ballots in tracker order."""
    writer = Writer(case_).add_ballots(sorted(ballots, key=lambda ballot: ballot.tracker))
    writer.finish(ballots, **kwargs)
    return writer
