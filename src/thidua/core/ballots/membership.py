"""Membership of many elements at once, with its soundness argument.

Claim. Let x₁ … xₙ be elements of Z*p of which at least one is outside the subgroup G of order q. Draw a
random subset S of them (each with probability ½, independently) and let z be the product over S. Then z is
outside G with probability at least ½: fix the choice for every element but one outsider x; of the two
products, without and with x, at most one can lie in G, for their quotient is x. The argument uses no
property of the order of x, so it holds for elements of order 2 and 3 as for any other.

`TESTS` = 128 independent subsets therefore let an outsider pass with probability at most 2^-128, whatever
the power of whoever made the elements, provided that the subsets are drawn *after* the elements are fixed
and from fresh random bytes. The products are made six elements at a time from a table of their 64 subset
products: 31 multiplications an element, beside about 300 for one exact test.

Owns: that test and its exact fallback, which names the outsiders. Never draws random bytes itself.
"""

from collections.abc import Sequence

from gmpy2 import mpz

from thidua.core.ballots.group import Group, Integer, RandomBytes

TESTS = 128
_TOGETHER = 6
_WORTH_A_BATCH = 160  # below this many elements exact tests are as fast

SubsetProducts = tuple[Integer, ...]  # TESTS products; all in the group ⇔ all elements are (with the error above)


def no_products() -> SubsetProducts:
    """The products over no elements."""
    return (mpz(1),) * TESTS


def subset_products(group: Group, elements: Sequence[Integer], random: RandomBytes) -> SubsetProducts:
    """TESTS products over random subsets of the elements."""
    p = group.p
    products = [mpz(1)] * TESTS
    for start in range(0, len(elements), _TOGETHER):
        table = [mpz(1)]
        for element in elements[start : start + _TOGETHER]:
            table += [product * element % p for product in table]
        last = len(table) - 1
        subsets = random(TESTS)
        products = [product * table[subset & last] % p for product, subset in zip(products, subsets, strict=True)]
    return tuple(products)


def join_products(group: Group, left: SubsetProducts, right: SubsetProducts) -> SubsetProducts:
    """The products over two parts of a set from those over each part (subsets of the parts are independent)."""
    return tuple(a * b % group.p for a, b in zip(left, right, strict=True))


def all_members(group: Group, products: SubsetProducts) -> bool:
    """Whether every product lies in the group: TESTS exact tests for any number of elements."""
    return all(group.is_member(product) for product in products)


def find_outsiders(group: Group, elements: Sequence[Integer], random: RandomBytes) -> list[int]:
    """Places of the elements outside the group; empty when all are members (up to the error stated above)."""
    if len(elements) > _WORTH_A_BATCH and all_members(group, subset_products(group, elements, random)):
        return []
    return [place for place, element in enumerate(elements) if not group.is_member(element)]
