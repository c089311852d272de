"""Thi đua: an emulation movement in a cluster of units, exact, explained and replayable."""

__version__ = "0.1.0"
