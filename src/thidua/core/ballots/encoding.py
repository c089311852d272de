"""The wire: strict JSON in, compact JSON out, and the two ways in which a text is hashed (specification §4.1, §4.15).

Owns: limits of size, refusal of every JSON oddity (two fields of one name, fractions, lone surrogates),
numbers written in one way only, and `Node`, through which every parser of this package reads its fields.
Never knows what a field means.
"""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NewType

from gmpy2 import mpz

from thidua.core.ballots.group import Group, Integer
from thidua.core.errors import BallotRefused, Place, Problem

Digest = NewType("Digest", str)  # SHA-256 in lower-case hexadecimal
Fingerprint = NewType("Fingerprint", str)  # SHA-256 in Base64 without padding

MAX_DOCUMENT = 64 * 1024 * 1024  # bytes; public credentials of 90.000 voters
MAX_BALLOT = 1024 * 1024  # bytes; about 250 choices
_DIGITS = re.compile(r"0|[1-9][0-9]{0,699}")
_HEX = re.compile(r"[0-9a-f]{64}")


def digest(data: bytes) -> Digest:
    """The name of a piece of data: SHA-256 in hexadecimal."""
    return Digest(sha256(data).hexdigest())


def fingerprint(data: bytes) -> Fingerprint:
    """H_JSON of specification §4.15: SHA-256 in Base64 without padding."""
    return Fingerprint(b64encode(sha256(data).digest()).decode().rstrip("="))


def canonical(value: object) -> bytes:
    """Compact JSON in UTF-8, fields in the order in which they stand."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def refused(code: str, path: str = "", **data: object) -> BallotRefused:
    """One problem as an exception; `path` is the path inside the document."""
    return BallotRefused(Problem(code, data, Place(path=path)))


def _unique_fields(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field stands twice")
    return fields


def _no_fraction(text: str) -> object:
    raise ValueError(f"{text} is not a whole number")


def read_json(data: bytes, *, limit: int = MAX_DOCUMENT) -> "Node":
    """One JSON document of at most `limit` bytes.

    Raises: BallotRefused `ballots.json.too_large`, `ballots.json.malformed`.
    """
    if len(data) > limit:
        raise refused("ballots.json.too_large", size=len(data), limit=limit)
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique_fields,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
        if b"\\u" in data:
            canonical(value)  # a lone surrogate can be escaped and read, but never written
    except (ValueError, RecursionError) as problem:
        raise refused("ballots.json.malformed", reason=str(problem)[:200]) from problem
    return Node(value, "")


@dataclass(frozen=True, slots=True)
class Node:
    """A value inside a JSON document with its path, so that every refusal says where."""

    value: object
    path: str

    def refusal(self, expected: str) -> BallotRefused:
        return refused("ballots.json.unexpected", self.path, expected=expected)

    def fields(self, *required: str, optional: Sequence[str] = ()) -> dict[str, "Node"]:
        """The fields of an object: all the required ones, and no field outside `required` and `optional`."""
        if not isinstance(self.value, dict):
            raise self.refusal("object")
        names = self.value.keys()
        missing = [name for name in required if name not in names]
        unknown = [name for name in names if name not in required and name not in optional]
        if missing or unknown:
            raise refused("ballots.json.fields", self.path, missing=missing, unknown=unknown)
        path = self.path and self.path + "."
        return {name: Node(value, path + name) for name, value in self.value.items()}

    def items(self, *, least: int = 0, most: int | None = None) -> list["Node"]:
        """The items of an array that has between `least` and `most` of them."""
        if not isinstance(self.value, list):
            raise self.refusal("array")
        size = len(self.value)
        if size < least or (most is not None and size > most):
            expected = str(least) if most == least else f"{least} – {'…' if most is None else most}"
            raise refused("ballots.json.length", self.path, found=size, expected=expected)
        return [Node(value, f"{self.path}[{place}]") for place, value in enumerate(self.value)]

    def text(self, *, most: int = 20_000) -> str:
        if not isinstance(self.value, str) or len(self.value) > most:
            raise self.refusal("text")
        return self.value

    def integer(self, *, least: int = 0, most: int = 2**53) -> int:
        """A small integer (type I of specification §4.2)."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= most:
            raise self.refusal("integer")
        return self.value

    def counter(self) -> int:
        """A small integer written as a number or, as some makers do, as digits in a text."""
        if isinstance(self.value, str) and len(self.value) <= 18 and _DIGITS.fullmatch(self.value):
            return int(self.value)
        return self.integer(most=10**18)

    def boolean(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.refusal("true or false")
        return self.value

    def digest(self) -> Digest:
        if not isinstance(self.value, str) or not _HEX.fullmatch(self.value):
            raise self.refusal("SHA-256")
        return Digest(self.value)

    def scalar(self, group: Group) -> Integer:
        """A number 0 ≤ x < q written in one way only: a second way would let a ballot change its tracker."""
        return self._number(group.q, 0, "number below q")

    def unreduced_scalar(self, group: Group) -> Integer:
        """A private number that some makers write without reducing it modulo q; reduced here."""
        return self._number(mpz(1) << 1024, 0, "number") % group.q

    def element(self, group: Group) -> Integer:
        """A number 1 ≤ x < p; membership of the group is tested apart, once for many."""
        return self._number(group.p, 1, "number between 1 and p")

    def _number(self, bound: Integer, least: int, expected: str) -> Integer:
        if not isinstance(self.value, str) or not _DIGITS.fullmatch(self.value):
            raise self.refusal(expected)
        number = mpz(self.value)
        if not least <= number < bound:
            raise self.refusal(expected)
        return number
