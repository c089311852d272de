"""From ballots to a result: the encrypted sum, partial decryptions, and the numbers (specification §4.16 … §4.19).

Owns: multiplying ciphertexts, a trustee's factor with its proof, combining factors (Lagrange for Pedersen
groups), and the small discrete logarithm at the end. Never decrypts anything but a sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from gmpy2 import invert, mpz

from thidua.core.ballots.ballot import Ballot
from thidua.core.ballots.election import Election
from thidua.core.ballots.encoding import Digest, Node, canonical, digest, read_json, refused
from thidua.core.ballots.group import Group, Integer, RandomBytes
from thidua.core.ballots.proofs import (
    Ciphertext,
    Proof,
    equality_holds,
    prove_equality,
    read_ciphertext,
    read_proof,
)
from thidua.core.ballots.questions import Question
from thidua.core.ballots.trustees import Pedersen, Trustees

MAX_TOTAL = 10**12  # the sum of weights; its square root is the work of the last step

Row = tuple[Ciphertext, ...]
Factors = tuple[tuple[Integer, ...], ...]


@dataclass(frozen=True, slots=True)
class EncryptedTally:
    """The sum of ballots, still encrypted: a row of ciphertexts per question."""

    rows: tuple[Row, ...]

    def as_bytes(self) -> bytes:
        return canonical([[place.as_json() for place in row] for row in self.rows])


@dataclass(frozen=True, slots=True)
class SizedTally:
    """How many ballots are in a sum, their total weight, and the sum's hash (`sized_encrypted_tally`)."""

    num_tallied: int
    total_weight: int
    encrypted_tally: Digest

    def as_bytes(self) -> bytes:
        return canonical(
            {
                "num_tallied": self.num_tallied,
                "total_weight": self.total_weight,
                "encrypted_tally": self.encrypted_tally,
            }
        )


def empty_tally(questions: Sequence[Question]) -> EncryptedTally:
    """The sum of no ballots."""
    one = Ciphertext(mpz(1), mpz(1))
    return EncryptedTally(tuple((one,) * question.places for question in questions))


def join_tallies(group: Group, left: EncryptedTally, right: EncryptedTally) -> EncryptedTally:
    """The sum of two sums: ciphertexts multiplied place by place."""
    p = group.p
    return EncryptedTally(
        tuple(
            tuple(Ciphertext(a.alpha * b.alpha % p, a.beta * b.beta % p) for a, b in zip(row, other, strict=True))
            for row, other in zip(left.rows, right.rows, strict=True)
        )
    )


def sum_ballots(election: Election, ballots: Iterable[tuple[Ballot, int]]) -> EncryptedTally:
    """The encrypted sum of (ballot, weight) pairs."""
    group = election.suite.group
    total = empty_tally(election.questions)
    for ballot, weight in ballots:
        rows = tuple(
            answer.choices if weight == 1 else tuple(_raised(group, choice, weight) for choice in answer.choices)
            for answer in ballot.answers
        )
        total = join_tallies(group, total, EncryptedTally(rows))
    return total


def _raised(group: Group, choice: Ciphertext, weight: int) -> Ciphertext:
    return Ciphertext(group.power(choice.alpha, mpz(weight)), group.power(choice.beta, mpz(weight)))


def size_tally(tally: EncryptedTally, *, ballots: int, weight: int) -> SizedTally:
    return SizedTally(ballots, weight, digest(tally.as_bytes()))


def read_tally(raw: bytes, election: Election) -> EncryptedTally:
    """A published sum in the shape of the election; membership follows from equality with the recomputed one."""
    group = election.suite.group
    size = len(election.questions)
    nodes = read_json(raw).items(least=size, most=size)
    return EncryptedTally(
        tuple(
            tuple(read_ciphertext(item, group) for item in node.items(least=question.places, most=question.places))
            for node, question in zip(nodes, election.questions, strict=True)
        )
    )


def read_sized(raw: bytes) -> SizedTally:
    fields = read_json(raw).fields("num_tallied", "total_weight", "encrypted_tally")
    return SizedTally(
        num_tallied=fields["num_tallied"].counter(),
        total_weight=fields["total_weight"].counter(),
        encrypted_tally=fields["encrypted_tally"].digest(),
    )


@dataclass(frozen=True, slots=True)
class PartialDecryption:
    """One trustee's part: alpha^x for every place, each with its proof (specification §4.18)."""

    factors: Factors
    proofs: tuple[tuple[Proof, ...], ...]

    def as_bytes(self) -> bytes:
        return canonical(
            {
                "decryption_factors": [[str(factor) for factor in row] for row in self.factors],
                "decryption_proofs": [[proof.as_json() for proof in row] for row in self.proofs],
            }
        )


def own_decryption(owner: int, part: bytes) -> bytes:
    """`owned_partial_decryption`: which trustee (from 1) made which part."""
    return canonical({"owner": owner, "payload": digest(part)})


def read_owner(raw: bytes) -> tuple[int, Digest]:
    fields = read_json(raw).fields("owner", "payload")
    return fields["owner"].integer(least=1), fields["payload"].digest()


def decrypt_part(
    *,
    election: Election,
    trustees: Trustees,
    owner: int,
    private_key: Integer,
    tally: EncryptedTally,
    random: RandomBytes,
) -> PartialDecryption:
    """The part of trustee number `owner`.

    Raises: BallotRefused `ballots.decryption.owner`, `ballots.trustee.wrong_key`.
    """
    suite, group = election.suite, election.suite.group
    public = _public_of(trustees, owner)
    if group.secret_power(group.g, private_key) != public:
        raise refused("ballots.trustee.wrong_key", owner=owner)
    statement = _statement(election, public)
    factors: list[tuple[Integer, ...]] = []
    proofs: list[tuple[Proof, ...]] = []
    for row in tally.rows:
        factors.append(tuple(group.secret_power(place.alpha, private_key) for place in row))
        proofs.append(tuple(prove_equality(suite, statement, place.alpha, private_key, random) for place in row))
    return PartialDecryption(tuple(factors), tuple(proofs))


def _public_of(trustees: Trustees, owner: int) -> Integer:
    keys = trustees.keys
    if not 1 <= owner <= len(keys):
        raise refused("ballots.decryption.owner", owner=owner, trustees=len(keys))
    return keys[owner - 1].public_key


def _statement(election: Election, public: Integer) -> str:
    return f"decrypt|{election.fingerprint}|{public}"


def read_decryption(raw: bytes, election: Election) -> PartialDecryption:
    """A part in the shape of the election; `check_decryption` says whether it is right."""
    group = election.suite.group
    fields = read_json(raw).fields("decryption_factors", "decryption_proofs")

    def rows(name: str) -> list[list[Node]]:
        size = len(election.questions)
        return [
            node.items(least=question.places, most=question.places)
            for node, question in zip(fields[name].items(least=size, most=size), election.questions, strict=True)
        ]

    return PartialDecryption(
        tuple(tuple(node.element(group) for node in row) for row in rows("decryption_factors")),
        tuple(tuple(read_proof(node, group) for node in row) for row in rows("decryption_proofs")),
    )


def check_decryption(
    *, election: Election, trustees: Trustees, owner: int, tally: EncryptedTally, part: PartialDecryption
) -> None:
    """The part is of this sum, by the key of this trustee.

    Raises: BallotRefused `ballots.decryption.owner`, `.not_member`, `.proof`.
    """
    group = election.suite.group
    public = _public_of(trustees, owner)
    statement = _statement(election, public)
    for question, (row, factors, proofs) in enumerate(zip(tally.rows, part.factors, part.proofs, strict=True)):
        for place, (sum_, factor, proof) in enumerate(zip(row, factors, proofs, strict=True)):
            path = f"decryption_factors[{question}][{place}]"
            if not group.is_member(factor):
                raise refused("ballots.decryption.not_member", path, owner=owner)
            if not equality_holds(
                election.suite, statement, public=public, base=sum_.alpha, factor=factor, proof=proof
            ):
                raise refused("ballots.decryption.proof", path, owner=owner)


def missing_parts(trustees: Trustees, owners: Iterable[int]) -> int:
    """How many parts are still needed before the sum can be opened."""
    present = set(owners)
    missing, first = 0, 1
    for kind in trustees.kinds:
        members = range(first, first + len(kind.keys))
        missing += max(0, kind.needed - sum(owner in present for owner in members))
        first += len(kind.keys)
    return missing


def _lagrange(places: Sequence[int], place: int, q: Integer) -> Integer:
    """λ of specification §4.19 for `place` among `places`, modulo q."""
    coefficient = mpz(1)
    for other in places:
        if other != place:
            coefficient = coefficient * other * invert(mpz(other - place) % q, q) % q
    return coefficient


def combine_factors(
    group: Group, trustees: Trustees, parts: Mapping[int, PartialDecryption], questions: Sequence[Question]
) -> Factors:
    """The joint factor of every place, from checked parts by owner.

    Raises: BallotRefused `ballots.decryption.missing`.
    """
    missing = missing_parts(trustees, parts)
    if missing:
        raise refused("ballots.decryption.missing", missing=missing)
    weighted: list[tuple[PartialDecryption, Integer]] = []
    first = 1
    for kind in trustees.kinds:
        present = [place for place in range(1, len(kind.keys) + 1) if first + place - 1 in parts][: kind.needed]
        for place in present:
            exponent = _lagrange(present, place, group.q) if isinstance(kind, Pedersen) else mpz(1)
            weighted.append((parts[first + place - 1], exponent))
        first += len(kind.keys)
    return tuple(
        tuple(
            _product(group, ((part.factors[i][j], power) for part, power in weighted)) for j in range(question.places)
        )
        for i, question in enumerate(questions)
    )


def _product(group: Group, powers: Iterable[tuple[Integer, Integer]]) -> Integer:
    product = mpz(1)
    for base, exponent in powers:
        product = product * (base if exponent == 1 else group.power(base, exponent)) % group.p
    return product


Counts = tuple[tuple[int, ...], ...]


def open_counts(group: Group, tally: EncryptedTally, factors: Factors, *, total: int) -> Counts:
    """The numbers: log_g(beta / factor), each between 0 and `total`.

    Raises: BallotRefused `ballots.result.no_logarithm`.
    """
    logarithm = _Logarithms(group, total)
    return tuple(
        tuple(
            logarithm.of(place.beta * invert(factor, group.p) % group.p)
            for place, factor in zip(row, row_factors, strict=True)
        )
        for row, row_factors in zip(tally.rows, factors, strict=True)
    )


class _Logarithms:
    """Logarithms between 0 and a bound by baby steps and giant steps: 2·√bound multiplications."""

    __slots__ = ("_baby", "_bound", "_giant", "_p", "_step")

    def __init__(self, group: Group, bound: int) -> None:
        if bound > MAX_TOTAL:
            raise refused("ballots.result.total", total=bound)
        self._bound, self._p, self._step = bound, group.p, isqrt(bound) + 1
        self._baby: dict[Integer, int] = {}
        power = mpz(1)
        for exponent in range(self._step):
            self._baby[power] = exponent
            power = power * group.g % group.p
        self._giant = invert(power, group.p)

    def of(self, element: Integer) -> int:
        for giant in range(self._step + 1):
            if element in self._baby:
                exponent = giant * self._step + self._baby[element]
                if exponent <= self._bound:
                    return exponent
            element = element * self._giant % self._p
        raise refused("ballots.result.no_logarithm")


def result_bytes(counts: Counts) -> bytes:
    return canonical({"result": [list(row) for row in counts]})


def read_result(raw: bytes, election: Election) -> Counts:
    size = len(election.questions)
    nodes = read_json(raw).fields("result")["result"].items(least=size, most=size)
    return tuple(
        tuple(item.counter() for item in node.items(least=question.places, most=question.places))
        for node, question in zip(nodes, election.questions, strict=True)
    )


def check_counts(group: Group, tally: EncryptedTally, factors: Factors, counts: Counts) -> None:
    """beta = factor · g^count at every place: needs no logarithm.

    Raises: BallotRefused `ballots.result.count`.
    """
    for question, (row, row_factors, numbers) in enumerate(zip(tally.rows, factors, counts, strict=True)):
        for place, (sum_, factor, number) in enumerate(zip(row, row_factors, numbers, strict=True)):
            if sum_.beta != factor * group.power(group.g, mpz(number)) % group.p:
                raise refused("ballots.result.count", f"result[{question}][{place}]", found=number)
