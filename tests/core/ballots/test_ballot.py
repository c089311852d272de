"""One ballot: every allowed vote is accepted, every change of it is refused with the name of the check."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, PICK, TICK, case, element_of_order, stream
from ballot_forgeries import forge_ballot
from thidua.core.ballots.ballot import check_ballot, read_ballot
from thidua.core.ballots.encoding import canonical
from thidua.core.ballots.membership import all_members, subset_products
from thidua.core.ballots.proofs import knowledge_holds
from thidua.core.ballots.questions import Question
from thidua.core.errors import BallotRefused

CASE = case((TICK, PICK), 2)
BALLOT = CASE.ballot(0, [(1, 0), (0, 0, 1)])


def code(raw: bytes) -> str:
    with pytest.raises(BallotRefused) as refusal:
        check_ballot(CASE.election, CASE.bases, read_ballot(raw, GROUP))
    (problem,) = refusal.value.problems
    return problem.code


@pytest.mark.parametrize(
    "question",
    [TICK, PICK, Question("Q", ("A", "B", "C"), 1, 2, has_blank=True), Question("Q", ("A",), 0, 0, has_blank=False)],
)
def test_every_allowed_vote_is_accepted(question: Question) -> None:
    small = case((question,), 1)
    for marks in itertools.product((0, 1), repeat=question.places):
        ticked = sum(marks[question.has_blank :])
        is_blank = question.has_blank and marks[0] == 1
        allowed = ticked == 0 if is_blank else question.minimum <= ticked <= question.maximum
        if allowed:
            ballot = small.ballot(0, [marks])
            check_ballot(small.election, small.bases, ballot)
            assert read_ballot(ballot.raw, GROUP) == ballot
        else:
            with pytest.raises(BallotRefused):
                small.ballot(0, [marks])


def test_two_ballots_of_one_vote_share_nothing() -> None:
    other = CASE.ballot(0, [(1, 0), (0, 0, 1)], seed="again")
    assert {c.alpha for c in other.ciphertexts} & {c.alpha for c in BALLOT.ciphertexts} == set()
    assert other.tracker != BALLOT.tracker


def changed(path: str, value: object) -> bytes:
    document = json.loads(BALLOT.raw)
    node = document
    *parents, last = path.split("/")
    for step in parents:
        node = node[int(step) if step.isdigit() else step]
    key = int(last) if last.isdigit() else last
    node[key] = value(node[key]) if callable(value) else value
    return canonical(document)


def plus_one(text: str) -> str:
    return str(int(text) + 1)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("election_uuid", "11111111111111", "ballots.ballot.election"),
        ("election_hash", "A" * 43, "ballots.ballot.election"),
        ("credential", str(GROUP.g), "ballots.ballot.signature"),
        ("signature/hash", "A" * 43, "ballots.ballot.signature"),
        ("signature/proof/response", plus_one, "ballots.ballot.signature"),
        ("signature/proof/challenge", plus_one, "ballots.ballot.signature"),
        ("answers/0/choices/0/alpha", plus_one, "ballots.ballot.signature"),
        ("answers", [], "ballots.ballot.shape"),
        ("answers/1/blank_proof", lambda proofs: proofs[:1], "ballots.ballot.shape"),
        ("answers/0/overall_proof", lambda proofs: proofs[:2], "ballots.ballot.shape"),
        ("answers/0/choices", lambda choices: choices[:1], "ballots.ballot.shape"),
        ("answers/0/individual_proofs/0", lambda proofs: proofs * 2, "ballots.ballot.shape"),
    ],
)
def test_changed_ballot_is_refused_by_name(path: str, value: object, expected: str) -> None:
    assert code(changed(path, value)) == expected


def resigned(path: str, value: object) -> bytes:
    """A change that the voter signs again: only the proofs can refuse it."""
    from thidua.core.ballots.ballot import _spell
    from thidua.core.ballots.credentials import secret_of
    from thidua.core.ballots.encoding import fingerprint
    from thidua.core.ballots.proofs import prove_knowledge

    document = json.loads(changed(path, value))
    del document["signature"]
    signed = fingerprint(canonical(document))
    secret = secret_of(GROUP, CASE.election.uuid, CASE.credentials[0])
    proof = prove_knowledge(CASE.election.suite, f"sig|{signed}", secret, stream("resigned"))
    raw = canonical(document | {"signature": {"hash": signed, "proof": proof.as_json()}})
    ballot = read_ballot(raw, GROUP)
    assert knowledge_holds(CASE.election.suite, f"sig|{signed}", ballot.credential, ballot.signature)
    return _spell(ballot)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("answers/0/individual_proofs/1/0/response", "ballots.ballot.individual_proof"),
        ("answers/1/individual_proofs/0/1/challenge", "ballots.ballot.individual_proof"),
        ("answers/0/choices/1/beta", "ballots.ballot.individual_proof"),
        ("answers/0/overall_proof/2/response", "ballots.ballot.overall_proof"),
        ("answers/1/overall_proof/0/challenge", "ballots.ballot.overall_proof"),
        ("answers/1/blank_proof/1/response", "ballots.ballot.blank_proof"),
    ],
)
def test_wrong_proof_is_refused_by_name(path: str, expected: str) -> None:
    def plus_one_below_q(text: str) -> str:
        return str((int(text) + 1) % GROUP.q if "proof" in path else int(text) + 1)

    assert code(resigned(path, plus_one_below_q)) == expected


def test_proofs_of_another_voter_do_not_hold() -> None:
    other = json.loads(CASE.ballot(1, [(1, 0), (0, 0, 1)]).raw)
    assert code(resigned("answers", other["answers"])) == "ballots.ballot.individual_proof"


def test_ballot_of_another_election_is_refused() -> None:
    other = case((TICK, PICK), 2, name="Cuộc khác")
    assert code(other.ballot(0, [(1, 0), (0, 0, 1)]).raw) == "ballots.ballot.election"


@pytest.mark.parametrize(
    "respell",
    [
        lambda raw: raw + b" ",
        lambda raw: raw.replace(b":", b": ", 1),
        lambda raw: canonical(dict(reversed(json.loads(raw).items()))),
        lambda raw: raw.replace(b"election_uuid", b"\\u0065lection_uuid"),
    ],
)
def test_other_spelling_is_refused(respell: object) -> None:
    assert code(respell(BALLOT.raw)) == "ballots.ballot.not_canonical"  # type: ignore[operator]


@pytest.mark.parametrize("order", [2, 3, 6])
@pytest.mark.parametrize("in_alpha", [True, False])
def test_forgery_of_small_order_passes_every_proof_and_fails_membership(order: int, in_alpha: bool) -> None:
    small = case((TICK,), 2)
    ballot = read_ballot(forge_ballot(small, 0, element_of_order(order), order, in_alpha=in_alpha), GROUP)
    check_ballot(small.election, small.bases, ballot)  # the proofs alone do not see it
    numbers = [number for ciphertext in ballot.ciphertexts for number in ciphertext]
    assert not all_members(GROUP, subset_products(GROUP, numbers, stream("fresh")))


@given(st.data())
def test_any_change_of_a_byte_is_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(BALLOT.raw) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != BALLOT.raw[place]))
    raw = BALLOT.raw[:place] + bytes([byte]) + BALLOT.raw[place + 1 :]
    with pytest.raises(BallotRefused):
        check_ballot(CASE.election, CASE.bases, read_ballot(raw, GROUP))


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_refused_as_a_ballot(raw: bytes) -> None:
    with pytest.raises(BallotRefused):
        read_ballot(raw, GROUP)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["1", "0"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.sampled_from(
        ["credential", "answers", "signature", "answers/0", "answers/1/choices", "answers/0/overall_proof"]
    ),
    JSON,
)
def test_any_value_in_a_field_is_refused(path: str, value: object) -> None:
    with pytest.raises(BallotRefused):
        check_ballot(CASE.election, CASE.bases, read_ballot(changed(path, lambda _old: value), GROUP))


def test_oversized_ballot_is_refused() -> None:
    assert code(b"[" + b" " * 1024 * 1024) == "ballots.json.too_large"
