"""The digest of one database row: its table, its key and every column in its one spelling."""

from collections.abc import Mapping

from thidua.core.canonical import Plain, digest_of_bytes, plain_bytes
from thidua.core.ledger.entry import Digest

_TAG = b"thidua.ledger.row.1\n"


def row_digest(table: str, key: str, columns: Mapping[str, Plain]) -> Digest:
    """The digest of a row with these columns."""
    plain: Plain = [table, key, dict(columns)]
    return Digest(digest_of_bytes(_TAG + plain_bytes(plain)))
