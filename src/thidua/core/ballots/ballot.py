"""One ballot: encrypted answers, their proofs, and the signature of its credential (specification §4.11 … §4.15).

Owns: making a ballot, reading one, and the checks that need nothing but the election. Whether the
credential is on the list, and whether a ciphertext was seen before, is asked by the box and by the audit.
A ballot has one spelling only: other bytes with the same meaning are refused, because they would carry the
same signature under another tracker.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.ballots.credentials import Credential, secret_of
from thidua.core.ballots.election import Election
from thidua.core.ballots.encoding import MAX_BALLOT, Digest, Node, canonical, digest, fingerprint, read_json, refused
from thidua.core.ballots.group import Group, Integer, RandomBytes
from thidua.core.ballots.proofs import (
    Bases,
    Ciphertext,
    Proof,
    knowledge_holds,
    one_of_holds,
    prove_knowledge,
    prove_one_of,
    read_ciphertext,
    read_proof,
)
from thidua.core.ballots.questions import Choices, Question, check_choices

Proofs = tuple[Proof, ...]
_FIELDS = ("election_uuid", "election_hash", "credential", "answers", "signature")
_ANSWER_FIELDS = ("choices", "individual_proofs", "overall_proof")


@dataclass(frozen=True, slots=True)
class Answer:
    """The encrypted answer to one question: a ciphertext per place, each proven 0 or 1, and the whole proven."""

    choices: tuple[Ciphertext, ...]
    individual_proofs: tuple[Proofs, ...]
    overall_proof: Proofs
    blank_proof: Proofs | None

    def as_json(self) -> dict[str, object]:
        answer: dict[str, object] = {
            "choices": [choice.as_json() for choice in self.choices],
            "individual_proofs": [_proofs_json(proofs) for proofs in self.individual_proofs],
            "overall_proof": _proofs_json(self.overall_proof),
        }
        if self.blank_proof is not None:
            answer["blank_proof"] = _proofs_json(self.blank_proof)
        return answer


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot as read. `tracker` is the SHA-256 of `raw`, the name under which the archive keeps it."""

    raw: bytes
    tracker: Digest
    election_uuid: str
    election_hash: str
    credential: Integer
    answers: tuple[Answer, ...]
    signed_hash: str
    signature: Proof

    @property
    def ciphertexts(self) -> list[Ciphertext]:
        return [choice for answer in self.answers for choice in answer.choices]


def _proofs_json(proofs: Proofs) -> list[dict[str, str]]:
    return [proof.as_json() for proof in proofs]


def _context(election: Election, credential: Integer) -> str:
    """S₀ of specification §4.11: the election's fingerprint and the credential, so that no proof can be moved."""
    return f"{election.fingerprint}|{credential}"


def _whole(context: str, choices: Sequence[Ciphertext]) -> str:
    """S of specification §4.11.1."""
    return f"{context}|{','.join(f'{choice.alpha},{choice.beta}' for choice in choices)}"


def _sum(group: Group, choices: Sequence[Ciphertext]) -> Ciphertext:
    alpha, beta = choices[0]
    for choice in choices[1:]:
        alpha, beta = alpha * choice.alpha % group.p, beta * choice.beta % group.p
    return Ciphertext(alpha, beta)


def _individual(bases: Bases, context: str, choice: Ciphertext) -> tuple[str, list[Ciphertext]]:
    """The choice encrypts 0 or 1."""
    return f"prove|{context}|{choice.alpha},{choice.beta}", [choice, bases.shifted(choice, 1)]


def _counts(bases: Bases, total: Ciphertext, question: Question) -> list[Ciphertext]:
    shifted = bases.shifted(total, question.minimum)
    branches = [shifted]
    for _ in range(question.minimum, question.maximum):
        shifted = bases.shifted(shifted, 1)
        branches.append(shifted)
    return branches


def _overall(
    bases: Bases, whole: str, choices: Sequence[Ciphertext], question: Question
) -> tuple[str, list[Ciphertext]]:
    """The ticks number `minimum` to `maximum`, or the blank is ticked (§4.11.1, §4.13)."""
    group = bases.suite.group
    if not question.has_blank:
        total = _sum(group, choices)
        return f"prove|{whole}|{total.alpha},{total.beta}", _counts(bases, total, question)
    total = _sum(group, choices[1:])
    return f"bproof1|{whole}", [bases.shifted(choices[0], 1), *_counts(bases, total, question)]


def _blank(group: Group, whole: str, choices: Sequence[Ciphertext]) -> tuple[str, list[Ciphertext]]:
    """The blank is not ticked, or nothing else is (§4.13)."""
    return f"bproof0|{whole}", [choices[0], _sum(group, choices[1:])]


def make_ballot(
    *,
    election: Election,
    bases: Bases,
    credential: Credential,
    choices: Sequence[Choices],
    random: RandomBytes,
) -> Ballot:
    """Encrypt, prove and sign one vote. `choices` never leave this function.

    Raises: BallotRefused `ballots.choices.*`.
    """
    check_choices(election.questions, choices)
    suite, group = election.suite, election.suite.group
    secret = secret_of(group, election.uuid, credential)
    public = group.secret_power(group.g, secret)
    context = _context(election, public)
    answers = [
        _make_answer(bases, context, question, choice, random)
        for question, choice in zip(election.questions, choices, strict=True)
    ]
    body: dict[str, object] = {
        "election_uuid": election.uuid,
        "election_hash": election.fingerprint,
        "credential": str(public),
        "answers": [answer.as_json() for answer in answers],
    }
    signed = fingerprint(canonical(body))
    proof = prove_knowledge(suite, f"sig|{signed}", secret, random)
    raw = canonical(body | {"signature": {"hash": signed, "proof": proof.as_json()}})
    return read_ballot(raw, group)


def _make_answer(bases: Bases, context: str, question: Question, marks: Choices, random: RandomBytes) -> Answer:
    group = bases.suite.group
    secrets = [group.random_scalar(random) for _ in marks]
    choices = [_encrypt(bases, mark, secret) for mark, secret in zip(marks, secrets, strict=True)]
    individual = []
    for choice, mark, secret in zip(choices, marks, secrets, strict=True):
        statement, branches = _individual(bases, context, choice)
        individual.append(prove_one_of(bases, statement, branches, true_branch=mark, secret=secret, random=random))
    whole = _whole(context, choices)
    blank = question.has_blank
    ticked_secret = sum(secrets[blank:]) % group.q
    is_blank = blank and marks[0] == 1
    overall = prove_one_of(
        bases,
        *_overall(bases, whole, choices, question),
        true_branch=0 if is_blank else sum(marks[blank:]) - question.minimum + blank,
        secret=secrets[0] if is_blank else ticked_secret,
        random=random,
    )
    blank_proof = None
    if blank:
        blank_proof = prove_one_of(
            bases,
            *_blank(group, whole, choices),
            true_branch=int(is_blank),
            secret=ticked_secret if is_blank else secrets[0],
            random=random,
        )
    return Answer(tuple(choices), tuple(individual), overall, blank_proof)


def _encrypt(bases: Bases, mark: int, secret: Integer) -> Ciphertext:
    group = bases.suite.group
    masked = group.secret_power(bases.y.base, secret)
    # Both values are computed, so that the work done is the same for either mark.
    betas = (masked, masked * group.g % group.p)
    return Ciphertext(group.secret_power(group.g, secret), betas[mark])


def read_ballot(raw: bytes, group: Group) -> Ballot:
    """A ballot's parts, from its one canonical spelling.

    Raises: BallotRefused `ballots.ballot.not_canonical`, or what the JSON reader raises.
    """
    node = read_json(raw, limit=MAX_BALLOT)
    fields = node.fields(*_FIELDS)
    signature = fields["signature"].fields("hash", "proof")
    ballot = Ballot(
        raw=raw,
        tracker=digest(raw),
        election_uuid=fields["election_uuid"].text(most=64),
        election_hash=fields["election_hash"].text(most=64),
        credential=fields["credential"].element(group),
        answers=tuple(_read_answer(answer, group) for answer in fields["answers"].items(most=100)),
        signed_hash=signature["hash"].text(most=64),
        signature=read_proof(signature["proof"], group),
    )
    if _spell(ballot) != raw:
        raise refused("ballots.ballot.not_canonical", tracker=ballot.tracker)
    return ballot


def _read_answer(node: Node, group: Group) -> Answer:
    fields = node.fields(*_ANSWER_FIELDS, optional=("blank_proof",))
    return Answer(
        choices=tuple(read_ciphertext(choice, group) for choice in fields["choices"].items(least=1)),
        individual_proofs=tuple(_read_proofs(item, group) for item in fields["individual_proofs"].items()),
        overall_proof=_read_proofs(fields["overall_proof"], group),
        blank_proof=_read_proofs(fields["blank_proof"], group) if "blank_proof" in fields else None,
    )


def _read_proofs(node: Node, group: Group) -> Proofs:
    return tuple(read_proof(proof, group) for proof in node.items(least=1))


def _unsigned(ballot: Ballot) -> dict[str, object]:
    return {
        "election_uuid": ballot.election_uuid,
        "election_hash": ballot.election_hash,
        "credential": str(ballot.credential),
        "answers": [answer.as_json() for answer in ballot.answers],
    }


def _unsigned_bytes(ballot: Ballot) -> bytes:
    """The ballot without its last field, the signature; `raw` is canonical, so its beginning is too."""
    return ballot.raw[: ballot.raw.rindex(b',"signature":')] + b"}"


def _spell(ballot: Ballot) -> bytes:
    signature = {"hash": ballot.signed_hash, "proof": ballot.signature.as_json()}
    return canonical(_unsigned(ballot) | {"signature": signature})


def check_ballot(election: Election, bases: Bases, ballot: Ballot) -> None:
    """Everything about one ballot except membership, which is tested for many at once.

    Raises: BallotRefused `ballots.ballot.election`, `.shape`, `.signature`, `.individual_proof`,
    `.overall_proof`, `.blank_proof`; the first that fails.
    """
    tracker = ballot.tracker
    if ballot.election_uuid != election.uuid or ballot.election_hash != election.fingerprint:
        raise refused("ballots.ballot.election", tracker=tracker, uuid=election.uuid)
    if len(ballot.answers) != len(election.questions):
        raise refused("ballots.ballot.shape", "answers", tracker=tracker)
    pairs = list(zip(election.questions, ballot.answers, strict=True))
    for place, (question, answer) in enumerate(pairs):
        if not _has_shape(question, answer):
            raise refused("ballots.ballot.shape", f"answers[{place}]", tracker=tracker)
    signed = fingerprint(_unsigned_bytes(ballot))
    statement = f"sig|{signed}"
    if signed != ballot.signed_hash or not knowledge_holds(
        election.suite, statement, ballot.credential, ballot.signature
    ):
        raise refused("ballots.ballot.signature", "signature", tracker=tracker)
    context = _context(election, ballot.credential)
    for place, (question, answer) in enumerate(pairs):
        _check_answer(bases, context, question, answer, path=f"answers[{place}]", tracker=tracker)


def _has_shape(question: Question, answer: Answer) -> bool:
    counts = question.maximum - question.minimum + 1
    return (
        len(answer.choices) == len(answer.individual_proofs) == question.places
        and all(len(proofs) == 2 for proofs in answer.individual_proofs)
        and len(answer.overall_proof) == counts + question.has_blank
        and (answer.blank_proof is not None) == question.has_blank
        and (answer.blank_proof is None or len(answer.blank_proof) == 2)
    )


def _check_answer(
    bases: Bases, context: str, question: Question, answer: Answer, *, path: str, tracker: Digest
) -> None:
    for place, (choice, proofs) in enumerate(zip(answer.choices, answer.individual_proofs, strict=True)):
        if not one_of_holds(bases, *_individual(bases, context, choice), proofs):
            raise refused("ballots.ballot.individual_proof", f"{path}.choices[{place}]", tracker=tracker)
    whole = _whole(context, answer.choices)
    if not one_of_holds(bases, *_overall(bases, whole, answer.choices, question), answer.overall_proof):
        raise refused("ballots.ballot.overall_proof", path, tracker=tracker)
    if answer.blank_proof is not None and not one_of_holds(
        bases, *_blank(bases.suite.group, whole, answer.choices), answer.blank_proof
    ):
        raise refused("ballots.ballot.blank_proof", path, tracker=tracker)
