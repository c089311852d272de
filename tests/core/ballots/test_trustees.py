"""Trustees: single keys, and the ceremony of a Pedersen group with everything that can go wrong in it."""

import json
from dataclasses import replace

import pytest
from gmpy2 import mpz
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, SUITE, case, element_of_order, pedersen_ceremony, stream
from thidua.core.ballots.encoding import canonical, read_json
from thidua.core.ballots.letters import (
    KeyRing,
    certify,
    derive_keys,
    draw_seed,
    open_letter,
    read_seed,
    send_letter,
)
from thidua.core.ballots.proofs import prove_knowledge
from thidua.core.ballots.threshold import (
    ShareInput,
    make_polynomial,
    make_share,
    open_private_key,
    read_polynomial,
    read_share_input,
    read_share_output,
    route_shares,
)
from thidua.core.ballots.trustees import (
    Single,
    TrusteeKey,
    Trustees,
    publish_key,
    read_certificate,
    read_trustee_key,
    read_trustees,
)
from thidua.core.errors import BallotRefused

SEEDS = [draw_seed(stream(f"seed {place}")) for place in range(3)]
CERTIFICATES = [certify(SUITE, seed, stream(f"cert {seed}")) for seed in SEEDS]
POLYNOMIALS = [
    make_polynomial(suite=SUITE, certificates=CERTIFICATES, seed=seed, threshold=2, random=stream(f"p {seed}"))
    for seed in SEEDS
]


def code(action: object, *arguments: object, **named: object) -> str:
    with pytest.raises(BallotRefused) as refusal:
        action(*arguments, **named)  # type: ignore[operator]
    (problem,) = refusal.value.problems
    return problem.code


@pytest.mark.parametrize("kind", ["1", "3", "1+2/3", "2+1/1"])
def test_published_trustees_read_back(kind: str) -> None:
    trustees = case(trustees=kind).trustees
    assert read_trustees(trustees.as_bytes(), SUITE) == trustees


@pytest.mark.parametrize(("number", "threshold"), [(1, 1), (3, 2), (3, 3)])
def test_shares_are_of_the_joint_key(number: int, threshold: int) -> None:
    group, keys = pedersen_ceremony(number, threshold)
    assert [GROUP.power(GROUP.g, key) for key in keys] == [key.public_key for key in group.verification_keys]
    assert (group.threshold, group.needed, len(group.keys)) == (threshold, threshold, number)


@pytest.mark.parametrize("order", [2, 3, 6])
def test_trustee_key_outside_the_group_is_refused_though_its_proof_holds(order: int) -> None:
    private = mpz(12345)
    public = GROUP.power(GROUP.g, private) * element_of_order(order) % GROUP.p
    random = stream("ground")
    while True:
        pok = prove_knowledge(SUITE, f"pok|{GROUP.name}|{public}", private, random)
        if pok.challenge % order == 0:
            break
    raw = canonical(TrusteeKey(public, pok).as_json())
    assert code(read_trustee_key, read_json(raw), SUITE) == "ballots.trustee.not_member"


def test_the_unit_is_no_trustee_key() -> None:
    raw = canonical(publish_key(SUITE, mpz(0), stream("zero")).as_json())
    assert code(read_trustee_key, read_json(raw), SUITE) == "ballots.trustee.not_member"


def test_key_without_its_proof_is_refused() -> None:
    first, second = (publish_key(SUITE, mpz(number), stream(f"{number}")) for number in (5, 6))
    raw = canonical(TrusteeKey(first.public_key, second.pok).as_json())
    assert code(read_trustee_key, read_json(raw), SUITE) == "ballots.trustee.proof"


def test_one_key_for_two_trustees_is_refused() -> None:
    key = Single(publish_key(SUITE, mpz(5), stream("5")))
    assert code(read_trustees, Trustees((key, key)).as_bytes(), SUITE) == "ballots.trustee.twice"


def test_unknown_kind_of_trustee_is_refused() -> None:
    assert code(read_trustees, b'[["Triple",{}]]', SUITE) == "ballots.trustee.kind"


@given(st.binary(max_size=200) | st.sampled_from([b"[]", b"{}", b"[[]]", b'[["Single",1]]', b'[["Pedersen",{}]]']))
def test_any_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(BallotRefused):
        read_trustees(raw, SUITE)
    with pytest.raises(BallotRefused):
        read_share_output(raw, SUITE)
    with pytest.raises(BallotRefused):
        read_polynomial(raw, SUITE, CERTIFICATES[0], trustees=3)


def parameters() -> dict[str, list[object]]:
    return json.loads(canonical(pedersen_ceremony(3, 2)[0].parameters_json()))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda d: d | {"threshold": 1}, "ballots.trustee.threshold"),
        (lambda d: d | {"threshold": 4}, "ballots.json.unexpected"),
        (lambda d: d | {"certs": d["certs"][::-1]}, "ballots.trustee.coefficients"),
        (lambda d: d | {"coefexps": d["coefexps"][::-1]}, "ballots.trustee.coefficients"),
        (lambda d: d | {"verification_keys": d["verification_keys"][::-1]}, "ballots.trustee.share"),
        (lambda d: d | {"verification_keys": d["verification_keys"][:2]}, "ballots.json.length"),
    ],
)
def test_group_that_contradicts_itself_is_refused(change: object, expected: str) -> None:
    raw = canonical([["Pedersen", change(parameters())]])  # type: ignore[operator]
    assert code(read_trustees, raw, SUITE) == expected


def test_certificate_signed_by_another_is_refused() -> None:
    first, second = (certificate.signed for certificate in CERTIFICATES[:2])
    raw = canonical(replace(first, signature=second.signature).as_json())
    assert code(read_certificate, read_json(raw), SUITE) == "ballots.trustee.certificate"


def test_threshold_beyond_the_group_is_refused() -> None:
    for threshold in (0, 4):
        assert (
            code(
                make_polynomial,
                suite=SUITE,
                certificates=CERTIFICATES,
                seed=SEEDS[0],
                threshold=threshold,
                random=stream("t"),
            )
            == "ballots.trustee.threshold"
        )


def share(place: int, received: ShareInput, seed: str | None = None) -> object:
    return make_share(
        suite=SUITE,
        certificates=CERTIFICATES,
        seed=SEEDS[place] if seed is None else read_seed(seed),
        received=received,
        random=stream("share"),
    )


def test_stranger_takes_no_part() -> None:
    assert code(share, 0, route_shares(POLYNOMIALS)[0], draw_seed(stream("x"))) == "ballots.trustee.not_certified"


def test_letter_for_another_trustee_does_not_open() -> None:
    assert code(share, 1, route_shares(POLYNOMIALS)[0]) == "ballots.letter.unreadable"


def test_secret_that_does_not_fit_its_commitment_names_the_sender() -> None:
    other = make_polynomial(suite=SUITE, certificates=CERTIFICATES, seed=SEEDS[1], threshold=2, random=stream("other"))
    received = route_shares(POLYNOMIALS)[0]
    cheated = replace(received, secrets=(received.secrets[0], other.secrets[0], received.secrets[2]))
    with pytest.raises(BallotRefused) as refusal:
        share(0, cheated)
    assert [(problem.code, problem.data) for problem in refusal.value.problems] == [
        ("ballots.trustee.secret", {"trustee": 2})
    ]


def test_secret_signed_by_another_sender_is_refused() -> None:
    received = route_shares(POLYNOMIALS)[0]
    swapped = replace(received, secrets=(received.secrets[1], received.secrets[0], received.secrets[2]))
    assert code(share, 0, swapped) == "ballots.letter.signature"


def test_share_input_reads_back() -> None:
    received = route_shares(POLYNOMIALS)[1]
    assert read_share_input(received.as_bytes(), SUITE) == received


def test_letter_reads_back_to_its_recipient_alone() -> None:
    sender, recipient, other = (derive_keys(GROUP, seed) for seed in SEEDS)
    letter = send_letter(
        SUITE, ring=sender, recipient=CERTIFICATES[1].encryption, message="Bí mật", random=stream("letter")
    )
    assert open_letter(SUITE, ring=recipient, sender=CERTIFICATES[0].verification, letter=letter) == "Bí mật"
    for ring, from_, expected in (
        (other, CERTIFICATES[0], "ballots.letter.unreadable"),
        (recipient, CERTIFICATES[2], "ballots.letter.signature"),
    ):
        assert code(open_letter, SUITE, ring=ring, sender=from_.verification, letter=letter) == expected


def test_letter_that_names_another_recipient_is_refused() -> None:
    from thidua.core.ballots.letters import _encrypt
    from thidua.core.ballots.trustees import sign_message

    ring = KeyRing(mpz(5), derive_keys(GROUP, SEEDS[1]).decryption)
    message = canonical({"recipient": str(CERTIFICATES[0].encryption), "message": "m"}).decode()
    signed = canonical(sign_message(SUITE, mpz(5), message, stream("s")).as_json()).decode()
    letter = _encrypt(GROUP, CERTIFICATES[1].encryption, signed, stream("e"))
    sender = GROUP.power(GROUP.g, mpz(5))
    assert code(open_letter, SUITE, ring=ring, sender=sender, letter=letter) == "ballots.letter.recipient"


@pytest.mark.parametrize("order", [2, 3])
def test_letter_outside_the_group_is_refused(order: int) -> None:
    # Opening it would tell the sender the private key modulo the order.
    element = str(element_of_order(order))
    letter = canonical({"alpha": element, "beta": "1", "data": "00" * 20}).decode()
    ring = derive_keys(GROUP, SEEDS[0])
    sender = CERTIFICATES[0].verification
    assert code(open_letter, SUITE, ring=ring, sender=sender, letter=letter) == "ballots.letter.not_member"


@pytest.mark.parametrize("data", ["", "0", "zz", "00" * 7, "00" * 8, "00" * 70_000])
def test_letter_with_other_data_is_refused(data: str) -> None:
    letter = canonical({"alpha": str(GROUP.g), "beta": str(GROUP.g), "data": data}).decode()
    arguments = {"ring": derive_keys(GROUP, SEEDS[0]), "sender": CERTIFICATES[0].verification, "letter": letter}
    assert code(open_letter, SUITE, **arguments) == "ballots.letter.unreadable"


@pytest.mark.parametrize("typed", ["", "abc", "0" * 22, "A" * 23])
def test_other_seed_is_refused(typed: str) -> None:
    assert code(read_seed, typed) == "ballots.seed.letters"


def test_private_key_opens_for_its_own_seed_only() -> None:
    output = share(0, route_shares(POLYNOMIALS)[0])
    letter = output.private_key  # type: ignore[attr-defined]
    key = open_private_key(suite=SUITE, certificates=CERTIFICATES, seed=SEEDS[0], letter=letter)
    assert GROUP.power(GROUP.g, key) == output.public_key.public_key  # type: ignore[attr-defined]
    expected = "ballots.letter.unreadable"
    assert code(open_private_key, suite=SUITE, certificates=CERTIFICATES, seed=SEEDS[1], letter=letter) == expected
