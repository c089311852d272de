"""Rulebooks: their shape, strict reading, checks, fingerprint and JSON Schema. No files, no sentences."""

from thidua.core.rulebook.digest import rulebook_digest
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Criterion, Indicator, Leaf, Rulebook

__all__ = ["Criterion", "Indicator", "Leaf", "Rulebook", "parse_rulebook", "rulebook_digest"]
