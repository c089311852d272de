"""Ballots that a cheat would make: one ciphertext multiplied by an element of small order, every proof ground to hold.

The proofs of a false element hold whenever the challenge that meets it is a multiple of its order, so a cheat draws
again until it is: twice on average for order 2, three times for order 3. Only a membership test refuses such a ballot.
"""

from collections.abc import Callable

from gmpy2 import mpz

from ballot_cases import GROUP, SUITE, Case, stream
from thidua.core.ballots import ballot as honest
from thidua.core.ballots.credentials import secret_of
from thidua.core.ballots.encoding import canonical, fingerprint
from thidua.core.ballots.proofs import Ciphertext, Proof, prove_knowledge, prove_one_of


def _ground(prove: Callable[[], tuple[Proof, ...]], order: int) -> tuple[Proof, ...]:
    """Proofs whose challenges are all multiples of the order."""
    while True:
        proofs = prove()
        if all(proof.challenge % order == 0 for proof in proofs):
            return proofs


def forge_ballot(case: Case, voter: int, element: mpz, order: int, *, in_alpha: bool) -> bytes:
    """A vote for the first answer of one TICK-like question, its first ciphertext times `element`."""
    random = stream(f"forge {order} {in_alpha}")
    election, bases = case.election, case.bases
    (question,) = election.questions
    secret = secret_of(GROUP, election.uuid, case.credentials[voter])
    public = GROUP.power(GROUP.g, secret)
    context = honest._context(election, public)
    marks = (1,) + (0,) * (question.places - 1)
    secrets = [GROUP.random_scalar(random) for _ in marks]
    choices = [honest._encrypt(bases, mark, each) for mark, each in zip(marks, secrets, strict=True)]
    alpha, beta = choices[0]
    choices[0] = (
        Ciphertext(alpha * element % GROUP.p, beta) if in_alpha else Ciphertext(alpha, beta * element % GROUP.p)
    )
    individual = []
    for place, (choice, mark, each) in enumerate(zip(choices, marks, secrets, strict=True)):
        statement, branches = honest._individual(bases, context, choice)

        def prove(
            statement: str = statement, branches: list[Ciphertext] = branches, mark: int = mark, each: mpz = each
        ) -> tuple[Proof, ...]:
            return prove_one_of(bases, statement, branches, true_branch=mark, secret=each, random=random)

        individual.append(_ground(prove, order) if place == 0 else prove())
    statement, branches = honest._overall(bases, honest._whole(context, choices), choices, question)
    overall = _ground(
        lambda: prove_one_of(
            bases,
            statement,
            branches,
            true_branch=1 - question.minimum,
            secret=sum(secrets) % GROUP.q,
            random=random,
        ),
        order,
    )
    answer = honest.Answer(tuple(choices), tuple(individual), overall, None)
    body: dict[str, object] = {
        "election_uuid": election.uuid,
        "election_hash": election.fingerprint,
        "credential": str(public),
        "answers": [answer.as_json()],
    }
    signed = fingerprint(canonical(body))
    proof = prove_knowledge(SUITE, f"sig|{signed}", secret, random)
    return canonical(body | {"signature": {"hash": signed, "proof": proof.as_json()}})
