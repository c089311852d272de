"""The group BELENIOS-2048 and the two ways of raising to a power."""

import pytest
from gmpy2 import gcd, is_prime, mpz, powmod, primorial
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, SUITE, element_of_order, stream
from thidua.core.ballots.group import SMALL_COFACTOR_PRIMES, FixedBase, generator_table, suite_for
from thidua.core.errors import BallotRefused

EXPONENTS = st.one_of(
    st.sampled_from([0, 1, 2, 255, 256, int(GROUP.q) - 1, int(GROUP.q) // 2]),
    st.integers(min_value=0, max_value=int(GROUP.q) - 1),
).map(mpz)


def test_parameters_are_those_of_the_specification() -> None:
    assert (GROUP.p.bit_length(), GROUP.q.bit_length()) == (2048, 256)
    assert is_prime(GROUP.p, 40)
    assert is_prime(GROUP.q, 40)
    assert (GROUP.p - 1) % GROUP.q == 0
    assert powmod(GROUP.g, GROUP.q, GROUP.p) == 1 != GROUP.g


def test_small_primes_of_the_cofactor_are_known() -> None:
    cofactor = (GROUP.p - 1) // GROUP.q
    common = gcd(cofactor, primorial(2_000_000))
    known = mpz(1)
    for prime in SMALL_COFACTOR_PRIMES:
        known *= prime
    assert common == known
    assert gcd(cofactor // known, known) == 1  # none of them twice


@given(EXPONENTS)
def test_every_way_of_raising_gives_the_same_power(exponent: mpz) -> None:
    expected = powmod(GROUP.g, exponent, GROUP.p)
    assert generator_table(GROUP).power(exponent) == expected
    assert GROUP.secret_power(GROUP.g, exponent) == expected
    assert GROUP.power(GROUP.g, exponent) == expected


def test_a_table_of_another_base_gives_its_powers() -> None:
    base = GROUP.power(GROUP.g, mpz(7))
    assert FixedBase(GROUP, base).power(GROUP.q - 1) == powmod(base, -1, GROUP.p)


@pytest.mark.parametrize("order", [2, 3, 6])
def test_element_of_small_order_is_no_member(order: int) -> None:
    element = element_of_order(order)
    assert GROUP.power(element, mpz(order)) == 1
    assert not GROUP.is_member(element)
    assert not GROUP.is_member(GROUP.g * element % GROUP.p)


@pytest.mark.parametrize("number", [0, -1, int(GROUP.p), int(GROUP.p) + 1])
def test_number_outside_the_range_is_no_member(number: int) -> None:
    assert not GROUP.is_member(mpz(number))


def test_one_and_the_generator_are_members() -> None:
    assert [GROUP.is_member(mpz(1)), GROUP.is_member(GROUP.g)] == [True, True]


def test_random_scalar_stays_below_q() -> None:
    assert GROUP.random_scalar(lambda size: b"\xff" * size) < GROUP.q
    assert GROUP.random_scalar(lambda size: b"\0" * size) == 0
    assert GROUP.random_scalar(stream("a")) != GROUP.random_scalar(stream("b"))


@pytest.mark.parametrize(("version", "group"), [(0, "BELENIOS-2048"), (2, "BELENIOS-2048"), (1, "RFC-3526-2048")])
def test_unknown_suite_is_refused(version: int, group: str) -> None:
    with pytest.raises(BallotRefused) as refusal:
        suite_for(version=version, group_name=group)
    assert [problem.code for problem in refusal.value.problems] == ["ballots.suite.unknown"]


def test_challenge_is_below_q() -> None:
    assert 0 <= SUITE.challenge("pok|x") < GROUP.q
