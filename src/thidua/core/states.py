"""The states that are never one another (brief, principle 4), and the stages of a figure."""

from enum import IntEnum, StrEnum


class State(IntEnum):
    """What stands in a cell. Zero is a reported number; none of the others is a number."""

    REPORTED = 0
    MISSING = 1  # not reported: no points, the sheet is incomplete
    NOT_ASSIGNED = 2  # the unit was not given this task: out of both sums, unless the rulebook says otherwise
    NOT_APPLICABLE = 3  # does not apply to this unit

    @property
    def word(self) -> str:
        """The stable name used in results and digests."""
        return self.name.lower()


class Stage(StrEnum):
    """Who has spoken last about a figure, in order of authority. The last one counts, never the largest number."""

    SELF = "self"
    APPRAISED = "appraised"
    AGREED = "agreed"
    RECHECKED = "rechecked"

    @property
    def rank(self) -> int:
        """0 for the unit itself, 3 for the standing body."""
        return _RANKS[self]


_RANKS = {stage: rank for rank, stage in enumerate(Stage)}


class Release(StrEnum):
    """How far standings have come, each step a conscious act: what is shown without one is provisional."""

    PROVISIONAL = "provisional"  # as the figures stand; changes with them
    FROZEN = "frozen"  # a version of its own, by a document
    AGREED = "agreed"  # the cluster took that version
    PUBLISHED = "published"  # made known to everybody who may know it
    WITHDRAWN = "withdrawn"  # its publication was taken back; the version stays
