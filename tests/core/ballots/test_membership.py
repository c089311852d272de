"""Membership of many elements at once: whatever the order of an outsider and wherever it hides, it is found."""

import pytest
from gmpy2 import mpz
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, element_of_order, stream
from thidua.core.ballots.membership import (
    TESTS,
    all_members,
    find_outsiders,
    join_products,
    no_products,
    subset_products,
)

MEMBERS = [GROUP.power(GROUP.g, mpz(exponent)) for exponent in range(1, 201)]
# Elements whose order divides the cofactor: 2, 3, 6, and one of unknown great order.
OUTSIDERS = {order: element_of_order(order) for order in (2, 3, 6)} | {0: GROUP.power(mpz(5), GROUP.q)}


def products(elements: list[mpz], seed: str = "fresh") -> bool:
    return all_members(GROUP, subset_products(GROUP, elements, stream(seed)))


@pytest.mark.parametrize("size", [0, 1, 5, 6, 7, 13])
def test_members_pass(size: int) -> None:
    assert products(MEMBERS[:size])


@pytest.mark.parametrize("order", OUTSIDERS)
@given(place=st.integers(0, 12), seed=st.text(max_size=3))
def test_one_outsider_is_found_at_any_place(order: int, place: int, seed: str) -> None:
    elements = MEMBERS[:13]
    elements[place] = elements[place] * OUTSIDERS[order] % GROUP.p
    assert not products(elements, seed)


@pytest.mark.parametrize("order", [2, 3, 6])
def test_outsiders_that_cancel_in_the_plain_product_are_found(order: int) -> None:
    element = OUTSIDERS[order]
    inverse = GROUP.power(element, mpz(order - 1))
    elements = [MEMBERS[0] * element % GROUP.p, *MEMBERS[1:6], MEMBERS[6] * inverse % GROUP.p]
    whole = mpz(1)
    for each in elements:
        whole = whole * each % GROUP.p
    assert GROUP.is_member(whole)  # a single product would have let both pass
    assert not products(elements)


def test_every_element_an_outsider_is_found() -> None:
    assert not products([OUTSIDERS[2]] * 12)


def test_outsider_in_one_part_is_found_after_joining() -> None:
    left = subset_products(GROUP, MEMBERS[:6], stream("left"))
    right = subset_products(GROUP, [*MEMBERS[6:11], OUTSIDERS[3]], stream("right"))
    joined = join_products(GROUP, join_products(GROUP, no_products(), left), right)
    assert (all_members(GROUP, left), all_members(GROUP, joined)) == (True, False)


def test_each_test_is_independent() -> None:
    found = subset_products(GROUP, [OUTSIDERS[2]], stream("independent"))
    assert 0 < sum(product == 1 for product in found) < TESTS


@pytest.mark.parametrize("size", [20, 200])
def test_outsiders_are_named(size: int) -> None:
    elements = list(MEMBERS[:size])
    for place in (3, size - 1):
        elements[place] = elements[place] * OUTSIDERS[2] % GROUP.p
    assert find_outsiders(GROUP, elements, stream("names")) == [3, size - 1]
    assert find_outsiders(GROUP, MEMBERS[:size], stream("names")) == []
