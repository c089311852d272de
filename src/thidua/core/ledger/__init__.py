"""The record that nobody can quietly edit: canonical entries in hash chains, Merkle roots, verification."""
