"""The phases of a season, and the one table of moves between them.

A move names the guards that must hold and what it freezes. What a guard asks is known to the app that keeps the facts;
here stands only which guards each move has. Handover is an event of the cluster, not a phase.
"""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where a season stands, in order."""

    PREPARING = "preparing"  # chuẩn bị
    SIGNED = "signed"  # đã ký giao ước
    RUNNING = "running"  # đang thi đua
    REPORTING = "reporting"  # nộp số liệu, tự chấm
    APPRAISING = "appraising"  # thẩm định
    AGREED = "agreed"  # thống nhất điểm
    DELIBERATING = "deliberating"  # bình xét, suy tôn
    CONCLUDED = "concluded"  # tổng kết
    PROPOSING = "proposing"  # đề nghị khen thưởng
    CLOSED = "closed"  # kết thúc

    @property
    def number(self) -> int:
        """1 for the first phase."""
        return _NUMBERS[self]


_NUMBERS = {phase: number for number, phase in enumerate(Phase, start=1)}


class Guard(StrEnum):
    """What must hold before a move. Each has a sentence for when it holds and one for when it does not."""

    MEMBERS = "members"  # at least two units are members
    OFFICES = "offices"  # chair and deputy are held by two members
    CALENDAR = "calendar"  # every phase has its date, in order
    PACT_SIGNED = "pact_signed"
    STARTED = "started"  # the first day of the data has come
    DATA_CLOSED = "data_closed"  # the last day of the data has passed
    SELF_SCORES = "self_scores"
    APPRAISED = "appraised"
    OBJECTIONS_RULED = "objections_ruled"
    CONFERENCE_OPENED = "conference_opened"
    STANDINGS_AGREED = "standings_agreed"
    POLL_CLOSED = "poll_closed"
    MINUTES_SIGNED = "minutes_signed"
    DOSSIERS_SENT = "dossiers_sent"
    DECISION_GIVEN = "decision_given"


class Frozen(StrEnum):
    """What a move locks for good."""

    RULEBOOK = "rulebook"
    TARGETS = "targets"
    FIGURES = "figures"
    APPRAISALS = "appraisals"
    STANDINGS = "standings"
    RECORD = "record"  # everything


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the year."""

    source: Phase
    target: Phase
    guards: tuple[Guard, ...]
    freezes: tuple[Frozen, ...] = ()


MOVES = (
    Move(
        Phase.PREPARING,
        Phase.SIGNED,
        (Guard.MEMBERS, Guard.OFFICES, Guard.CALENDAR, Guard.PACT_SIGNED),
        (Frozen.RULEBOOK, Frozen.TARGETS),
    ),
    Move(Phase.SIGNED, Phase.RUNNING, (Guard.STARTED,)),
    Move(Phase.RUNNING, Phase.REPORTING, (Guard.DATA_CLOSED,)),
    Move(Phase.REPORTING, Phase.APPRAISING, (Guard.SELF_SCORES,), (Frozen.FIGURES,)),
    Move(Phase.APPRAISING, Phase.AGREED, (Guard.APPRAISED, Guard.OBJECTIONS_RULED), (Frozen.APPRAISALS,)),
    Move(Phase.AGREED, Phase.DELIBERATING, (Guard.STANDINGS_AGREED, Guard.CONFERENCE_OPENED)),
    Move(Phase.DELIBERATING, Phase.CONCLUDED, (Guard.POLL_CLOSED, Guard.MINUTES_SIGNED), (Frozen.STANDINGS,)),
    Move(Phase.CONCLUDED, Phase.PROPOSING, (Guard.DOSSIERS_SENT,)),
    Move(Phase.PROPOSING, Phase.CLOSED, (Guard.DECISION_GIVEN,), (Frozen.RECORD,)),
)


def next_move(phase: Phase) -> Move | None:
    """The one move that leads on from a phase; none from the last."""
    return next((move for move in MOVES if move.source is phase), None)


def is_frozen(what: Frozen, *, phase: Phase) -> bool:
    """Whether a phase lies behind the move that locks this."""
    return any(what in move.freezes and phase.number >= move.target.number for move in MOVES)
