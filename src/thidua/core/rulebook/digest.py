"""The fingerprint of a rulebook: what the leaders sign and what a result remembers."""

from thidua.core.canonical import digest
from thidua.core.rulebook.schema import Rulebook


def rulebook_digest(rulebook: Rulebook) -> str:
    """SHA-256 over the rulebook's meaning: spelling of numbers, order of keys and Unicode form do not change it."""
    return digest(rulebook)
