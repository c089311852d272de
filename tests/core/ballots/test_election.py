"""Headers of elections and setups: what reads back, and what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, PICK, TICK, case, element_of_order
from thidua.core.ballots.box import read_receipt
from thidua.core.ballots.election import make_setup, read_election, read_setup
from thidua.core.ballots.encoding import canonical, digest
from thidua.core.ballots.paper import read_record
from thidua.core.errors import BallotRefused
from thidua.files.poll_folder import read_sheet, read_template

ELECTION = case((TICK, PICK), 1).election


def changed(**fields: object) -> bytes:
    return canonical(json.loads(ELECTION.raw) | fields)


def code(raw: bytes) -> str:
    with pytest.raises(BallotRefused) as refusal:
        read_election(raw)
    (problem,) = refusal.value.problems
    return problem.code


def test_header_reads_back() -> None:
    assert read_election(ELECTION.raw) == ELECTION
    assert (ELECTION.questions, len(ELECTION.fingerprint), len(ELECTION.uuid)) == ((TICK, PICK), 43, 14)


def test_fingerprint_is_of_the_bytes_as_they_came() -> None:
    respelled = json.dumps(json.loads(ELECTION.raw), indent=1).encode()
    other = read_election(respelled)
    assert other.questions == ELECTION.questions
    assert other.fingerprint != ELECTION.fingerprint


def test_authors_may_be_missing() -> None:
    fields = json.loads(ELECTION.raw)
    del fields["administrator"], fields["credential_authority"]
    assert read_election(canonical(fields)).name == ELECTION.name


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"version": 2}, "ballots.suite.unknown"),
        ({"group": "RFC-3526-2048"}, "ballots.suite.unknown"),
        ({"uuid": "short"}, "ballots.election.uuid"),
        ({"uuid": "../../etc/passwd"}, "ballots.election.uuid"),
        ({"uuid": "0" * 14}, "ballots.election.uuid"),
        ({"public_key": "1"}, "ballots.election.public_key"),
        ({"public_key": str(element_of_order(2))}, "ballots.election.public_key"),
        ({"public_key": str(ELECTION.public_key * element_of_order(3) % GROUP.p)}, "ballots.election.public_key"),
        ({"questions": []}, "ballots.json.length"),
        ({"questions": [{"type": "NonHomomorphic", "value": {}}]}, "ballots.question.kind"),
        ({"administrator": 1}, "ballots.json.unexpected"),
        ({"extra": 1}, "ballots.json.fields"),
    ],
)
def test_other_header_is_refused(fields: dict[str, object], expected: str) -> None:
    assert code(changed(**fields)) == expected


def test_setup_reads_back() -> None:
    setup = make_setup(election=b"e", trustees=b"t", credentials=b"c")
    assert read_setup(setup.as_bytes()) == setup
    assert setup.election == digest(b"e")


VALUE = st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.lists(st.integers(), max_size=3)


@given(
    st.sampled_from(["version", "group", "uuid", "public_key", "questions", "name", "description"]),
    VALUE | st.dictionaries(st.text(max_size=5), VALUE, max_size=3),
)
def test_any_value_in_a_field_is_read_or_refused(field: str, value: object) -> None:
    raw = changed(**{field: value})
    try:
        election = read_election(raw)
    except BallotRefused:
        return
    assert election.raw == raw


@given(st.binary(max_size=100) | VALUE.map(canonical) | st.sampled_from([b"{}", b'{"questions":1}']))
def test_any_bytes_are_refused_by_every_reader(raw: bytes) -> None:
    readers = (
        read_election,
        read_setup,
        read_record,
        read_sheet,
        read_template,
        lambda data: read_receipt(data, suite=ELECTION.suite, seal_public=GROUP.g),
    )
    for read in readers:
        with pytest.raises(BallotRefused):
            read(raw)
