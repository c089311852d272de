"""The group in which ballots are made, and the version of the wire format: one small interface, `Suite`.

Owns: BELENIOS-2048 (specification §5.1), exact membership, exponentiation with public exponents (fixed-base
tables) and with secret ones (constant time), hashing to a challenge. Never owns randomness: bytes come in
through a `RandomBytes`. Never decides what a proof says.

The cofactor (p − 1)/q of this group is 2 · 3 · (a number without a prime factor below two million), so
elements of order 2, 3 and 6 exist and every element that comes from outside must be tested.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TypeAlias

from gmpy2 import mpz, powmod, powmod_sec

from thidua.core.errors import BallotRefused, Problem

Integer: TypeAlias = mpz
RandomBytes = Callable[[int], bytes]

_P = mpz(
    "206947856914225464010136436575050080649229892957511040971008847870573742192427174019222372"
    "544976843381290666331380789584049600543896362897963930387739057228036059737494276713767776"
    "188985898727358650490811670993105358677809800307904916540637771737641986785272734744763418"
    "356000356983051931442845617019110007867373073335641239717328979132404745788344682606523279"
    "746479511376726586935821800463179220736688600526271863633860887968821207694323661494910029"
    "234443463732221458841005864210502421203654335612013204811188524087310770141516662001623131"
    "77169372189248078507711827842317498073276598828825169183103125680162072880719"
)
_G = mpz(
    "240235267750185220922768770353239993271228765737836491651007531878766327414635321932028567"
    "615526967879969466829874938909508389657342560190060106847716449173547413728310461045868131"
    "451178164675540052740288984613986453266121505579709716201616827031288643245666383486363578"
    "210615491841998253431518974065818686865115135857641013888221539601604322884360393098933366"
    "277284840659313840601023167509576377798266510360682240663507669776402534625377308513317349"
    "519424896775405257365904949247763147599157519877517771148149092045660020547812705472823814"
    "0972518639858334115700568353695553423781475582491896050296680037745308460627"
)
_Q = mpz("78571733251071885079927659812671450121821421258408794611510081919805623223441")

# Two million is how far the cofactor was searched; a test searches again.
SMALL_COFACTOR_PRIMES = (2, 3)


@dataclass(frozen=True, slots=True)
class Group:
    """The subgroup of order q of the integers modulo p, with generator g (specification §1, §5)."""

    name: str
    p: Integer
    q: Integer
    g: Integer

    def is_member(self, element: Integer) -> bool:
        """Exact membership: 1 ≤ element < p and element^q = 1. One full exponentiation."""
        return bool(0 < element < self.p and powmod(element, self.q, self.p) == 1)

    def power(self, base: Integer, exponent: Integer) -> Integer:
        """base^exponent for *public* exponents: its time depends on the exponent."""
        return powmod(base, exponent, self.p)

    def secret_power(self, base: Integer, exponent: Integer) -> Integer:
        """base^exponent for *secret* exponents: GMP's constant-time exponentiation.

        Its time depends on the number of 64-bit words of the exponent, which is four for all but one in
        2^64 of the numbers modulo q. GMP takes no exponent 0: for a member of the group q says the same.
        """
        return powmod_sec(base, exponent % self.q or self.q, self.p)

    def random_scalar(self, random: RandomBytes) -> Integer:
        """A number modulo q, at a statistical distance below 2^-128 from uniform."""
        excess_bytes = 16
        size = (self.q.bit_length() + 7) // 8 + excess_bytes
        return mpz(int.from_bytes(random(size), "big")) % self.q


BELENIOS_2048 = Group(name="BELENIOS-2048", p=_P, q=_Q, g=_G)


class FixedBase:
    """A table of one base's powers: any power modulo p in 32 multiplications. Public exponents only.

    One row per byte of the exponent: row i holds base^(256^i · d) for d = 0 … 255; built in about 12 ms.
    """

    __slots__ = ("_bytes", "_p", "_table", "base")

    def __init__(self, group: Group, base: Integer) -> None:
        self.base = base
        self._p = group.p
        self._bytes = (group.q.bit_length() + 7) // 8
        self._table: list[list[Integer]] = []
        for _ in range(self._bytes):
            row = [mpz(1), base]
            for _ in range(254):
                row.append(row[-1] * base % group.p)
            self._table.append(row)
            base = row[-1] * base % group.p

    def power(self, exponent: Integer) -> Integer:
        """base^exponent for 0 ≤ exponent < q."""
        p = self._p
        product = mpz(1)
        for row, digit in zip(self._table, int(exponent).to_bytes(self._bytes, "little"), strict=True):
            product = product * row[digit] % p
        return product


@dataclass(frozen=True, slots=True)
class Suite:
    """One protocol version in one group: everything that a proof needs to know about both."""

    version: int
    group: Group

    def challenge(self, text: str) -> Integer:
        """SHA-256 of the text as a big-endian number modulo q (specification §4.5, §4.12 … §4.18)."""
        return mpz(int.from_bytes(sha256(text.encode()).digest(), "big")) % self.group.q


_SUITES = {(1, BELENIOS_2048.name): Suite(version=1, group=BELENIOS_2048)}


def suite_for(*, version: int, group_name: str) -> Suite:
    """The suite of an election's header, or a refusal that names both parts.

    Raises: BallotRefused `ballots.suite.unknown`.
    """
    suite = _SUITES.get((version, group_name))
    if suite is None:
        raise BallotRefused(Problem("ballots.suite.unknown", {"version": version, "group": group_name}))
    return suite


@lru_cache(maxsize=2)
def generator_table(group: Group) -> FixedBase:
    """The table of the group's generator, built once in a process."""
    return FixedBase(group, group.g)
