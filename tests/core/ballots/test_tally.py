"""Sums, parts and results beside a naive count in the clear."""

import pytest
from gmpy2 import mpz
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, PICK, TICK, case, element_of_order, stream
from thidua.core.ballots.tally import (
    EncryptedTally,
    PartialDecryption,
    check_counts,
    check_decryption,
    combine_factors,
    decrypt_part,
    empty_tally,
    join_tallies,
    missing_parts,
    open_counts,
    read_decryption,
    read_owner,
    read_result,
    read_sized,
    read_tally,
    result_bytes,
    size_tally,
    sum_ballots,
)
from thidua.core.errors import BallotRefused

CASE = case((TICK, PICK), 4, "1+2/3")
VOTES = [[(1, 0), (0, 1, 0)], [(1, 1), (1, 0, 0)], [(0, 0), (0, 0, 1)], [(1, 0), (0, 1, 0)]]
BALLOTS = [CASE.ballot(voter, vote) for voter, vote in enumerate(VOTES)]
TALLY = sum_ballots(CASE.election, [(ballot, 1) for ballot in BALLOTS])
COUNTS = ((3, 1), (1, 2, 1))


def part(owner: int, tally: EncryptedTally = TALLY) -> PartialDecryption:
    return decrypt_part(
        election=CASE.election,
        trustees=CASE.trustees,
        owner=owner,
        private_key=CASE.private_keys[owner - 1],
        tally=tally,
        random=stream(f"part {owner}"),
    )


PARTS = {owner: part(owner) for owner in range(1, 5)}


def code(action: object, **arguments: object) -> str:
    with pytest.raises(BallotRefused) as refusal:
        action(**arguments)  # type: ignore[operator]
    (problem,) = refusal.value.problems
    return problem.code


def opened(owners: list[int], tally: EncryptedTally = TALLY, total: int = 4) -> tuple[tuple[int, ...], ...]:
    factors = combine_factors(GROUP, CASE.trustees, {owner: PARTS[owner] for owner in owners}, CASE.election.questions)
    counts = open_counts(GROUP, tally, factors, total=total)
    check_counts(GROUP, tally, factors, counts)
    return counts


@pytest.mark.parametrize("owners", [[1, 2, 3], [1, 2, 4], [1, 3, 4], [1, 2, 3, 4]])
def test_any_enough_trustees_open_the_naive_count(owners: list[int]) -> None:
    naive = tuple(
        tuple(sum(vote[question][place] for vote in VOTES) for place in range(len(VOTES[0][question])))
        for question in range(2)
    )
    assert opened(owners) == naive == COUNTS


@pytest.mark.parametrize(("owners", "missing"), [([], 3), ([1], 2), ([2, 3, 4], 1), ([1, 2], 1), ([1, 2, 3], 0)])
def test_missing_parts_are_counted_by_kind(owners: list[int], missing: int) -> None:
    assert missing_parts(CASE.trustees, owners) == missing
    if missing:
        assert code(opened, owners=owners) == "ballots.decryption.missing"


@given(st.lists(st.sampled_from(range(4)), unique=True), st.lists(st.integers(0, 5), min_size=4, max_size=4))
def test_sum_of_parts_is_the_sum_of_all_and_weights_count(order: list[int], weights: list[int]) -> None:
    pairs = [(BALLOTS[voter], weights[voter]) for voter in range(4)]
    first = sum_ballots(CASE.election, [pairs[voter] for voter in order])
    rest = sum_ballots(CASE.election, [pair for voter, pair in enumerate(pairs) if voter not in order])
    assert join_tallies(GROUP, first, rest) == sum_ballots(CASE.election, pairs)


def test_weights_multiply_the_count() -> None:
    tally = sum_ballots(CASE.election, [(BALLOTS[0], 1000), (BALLOTS[1], 3)])
    parts = {owner: part(owner, tally) for owner in (1, 2, 3)}
    factors = combine_factors(GROUP, CASE.trustees, parts, CASE.election.questions)
    assert open_counts(GROUP, tally, factors, total=1003) == ((1003, 3), (3, 1000, 0))


def test_sum_of_no_ballots_opens_to_zeros() -> None:
    empty = empty_tally(CASE.election.questions)
    parts = {owner: part(owner, empty) for owner in (1, 2, 3)}
    factors = combine_factors(GROUP, CASE.trustees, parts, CASE.election.questions)
    assert open_counts(GROUP, empty, factors, total=0) == ((0, 0), (0, 0, 0))


def test_documents_read_back() -> None:
    assert read_tally(TALLY.as_bytes(), CASE.election) == TALLY
    sized = size_tally(TALLY, ballots=4, weight=4)
    assert read_sized(sized.as_bytes()) == sized
    assert read_decryption(PARTS[1].as_bytes(), CASE.election) == PARTS[1]
    assert read_result(result_bytes(COUNTS), CASE.election) == COUNTS
    assert read_result(b'{"result":[["3","1"],["1","2","1"]]}', CASE.election) == COUNTS


def check(owner: int, part_: PartialDecryption, tally: EncryptedTally = TALLY) -> None:
    check_decryption(election=CASE.election, trustees=CASE.trustees, owner=owner, tally=tally, part=part_)


@pytest.mark.parametrize("owner", [1, 2, 3, 4])
def test_own_part_holds(owner: int) -> None:
    check(owner, PARTS[owner])


def test_part_of_another_trustee_is_refused() -> None:
    assert code(check, owner=2, part_=PARTS[1]) == "ballots.decryption.proof"


@pytest.mark.parametrize("owner", [0, 5])
def test_unknown_owner_is_refused(owner: int) -> None:
    assert code(check, owner=owner, part_=PARTS[1]) == "ballots.decryption.owner"


def test_part_of_another_sum_is_refused() -> None:
    other = sum_ballots(CASE.election, [(ballot, 1) for ballot in BALLOTS[:3]])
    assert code(check, owner=1, part_=PARTS[1], tally=other) == "ballots.decryption.proof"
    assert code(check, owner=1, part_=part(1, other)) == "ballots.decryption.proof"


@pytest.mark.parametrize("order", [2, 3, 6])
def test_factor_outside_the_group_is_refused(order: int) -> None:
    (first, *row), *rows = PARTS[1].factors
    factors = ((first * element_of_order(order) % GROUP.p, *row), *rows)
    assert code(check, owner=1, part_=PartialDecryption(factors, PARTS[1].proofs)) == "ballots.decryption.not_member"


def test_wrong_private_key_is_refused() -> None:
    assert (
        code(
            decrypt_part,
            election=CASE.election,
            trustees=CASE.trustees,
            owner=1,
            private_key=CASE.private_keys[1],
            tally=TALLY,
            random=stream("wrong"),
        )
        == "ballots.trustee.wrong_key"
    )


@pytest.mark.parametrize("counts", [((4, 1), (1, 2, 1)), ((3, 1), (1, 2, 0)), ((1, 3), (1, 2, 1))])
def test_wrong_count_is_refused(counts: tuple[tuple[int, ...], ...]) -> None:
    factors = combine_factors(GROUP, CASE.trustees, PARTS, CASE.election.questions)
    assert code(check_counts, group=GROUP, tally=TALLY, factors=factors, counts=counts) == "ballots.result.count"


def test_sum_that_is_no_number_of_votes_is_refused() -> None:
    assert code(opened, owners=[1, 2, 3], total=2) == "ballots.result.no_logarithm"
    assert code(opened, owners=[1, 2, 3], total=10**12 + 1) == "ballots.result.total"


@pytest.mark.parametrize("count", [0, 1, 2, 98, 99, 100])
def test_small_logarithms_are_found_up_to_the_bound(count: int) -> None:
    from thidua.core.ballots.tally import _Logarithms

    assert _Logarithms(GROUP, 100).of(GROUP.power(GROUP.g, mpz(count))) == count


@given(st.binary(max_size=200) | st.sampled_from([b"[]", b"{}", b'{"result":[[1],[1]]}', b'{"owner":0,"payload":"0"}']))
def test_any_bytes_are_refused(raw: bytes) -> None:
    for read in (read_tally, read_decryption, read_result):
        with pytest.raises(BallotRefused):
            read(raw, CASE.election)
    for read_alone in (read_sized, read_owner):
        with pytest.raises(BallotRefused):
            read_alone(raw)
