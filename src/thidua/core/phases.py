"""The phases of a season, and the one table of moves between them.

A move names who makes it, the guards that must hold, and what it freezes or, on the way back, thaws. What a guard asks
is known to the app that keeps the facts; here stands only which guards each move has. A way back exists where nothing
that was signed or voted on would come undone: a pact is amended and standings get a new version, they are not unmade.
Handover is an event of the cluster, not a phase.
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
    OFFICES = "offices"  # chair and deputy are held by two living members
    CALENDAR = "calendar"  # every phase has its dates, in order
    PACT_SIGNED = "pact_signed"
    STARTED = "started"  # the first day of the data has come
    DATA_CLOSED = "data_closed"  # the last day of the data has passed
    MERGERS = "mergers"  # what becomes of members that ceased to exist is decided
    SELF_SCORES = "self_scores"
    APPRAISED = "appraised"
    OBJECTIONS_RULED = "objections_ruled"
    STANDINGS_AGREED = "standings_agreed"
    CONFERENCE_OPENED = "conference_opened"
    POLL_CLOSED = "poll_closed"
    MINUTES_SIGNED = "minutes_signed"
    DOSSIERS_SENT = "dossiers_sent"
    DECISION_GIVEN = "decision_given"


class Frozen(StrEnum):
    """What a move locks."""

    RULEBOOK = "rulebook"
    TARGETS = "targets"
    FIGURES = "figures"
    APPRAISALS = "appraisals"
    STANDINGS = "standings"
    RECORD = "record"  # everything


class Mover(StrEnum):
    """Who makes a move."""

    CHAIR = "chair"  # the secretary of the unit in the chair
    STANDING_BODY = "standing_body"  # a unit above the cluster


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the year, on or back."""

    source: Phase
    target: Phase
    guards: tuple[Guard, ...] = ()
    freezes: tuple[Frozen, ...] = ()
    thaws: tuple[Frozen, ...] = ()
    movers: tuple[Mover, ...] = (Mover.CHAIR, Mover.STANDING_BODY)

    @property
    def is_back(self) -> bool:
        """Whether the season goes back; that asks for a reason and a document instead of guards."""
        return self.target.number < self.source.number


def _back(source: Phase, target: Phase, *thaws: Frozen) -> Move:
    return Move(source, target, thaws=thaws, movers=(Mover.STANDING_BODY,))


MOVES = (
    Move(
        Phase.PREPARING,
        Phase.SIGNED,
        (Guard.MEMBERS, Guard.OFFICES, Guard.CALENDAR, Guard.PACT_SIGNED),
        (Frozen.RULEBOOK, Frozen.TARGETS),
    ),
    Move(Phase.SIGNED, Phase.RUNNING, (Guard.STARTED,)),
    Move(Phase.RUNNING, Phase.REPORTING, (Guard.MERGERS, Guard.MEMBERS, Guard.OFFICES, Guard.DATA_CLOSED)),
    Move(Phase.REPORTING, Phase.APPRAISING, (Guard.MERGERS, Guard.SELF_SCORES), (Frozen.FIGURES,)),
    Move(Phase.APPRAISING, Phase.AGREED, (Guard.APPRAISED, Guard.OBJECTIONS_RULED), (Frozen.APPRAISALS,)),
    Move(Phase.AGREED, Phase.DELIBERATING, (Guard.STANDINGS_AGREED, Guard.CONFERENCE_OPENED)),
    Move(Phase.DELIBERATING, Phase.CONCLUDED, (Guard.POLL_CLOSED, Guard.MINUTES_SIGNED), (Frozen.STANDINGS,)),
    Move(Phase.CONCLUDED, Phase.PROPOSING, (Guard.DOSSIERS_SENT,)),
    Move(Phase.PROPOSING, Phase.CLOSED, (Guard.DECISION_GIVEN,), (Frozen.RECORD,)),
    _back(Phase.RUNNING, Phase.SIGNED),
    _back(Phase.REPORTING, Phase.RUNNING),
    _back(Phase.APPRAISING, Phase.REPORTING, Frozen.FIGURES),
    _back(Phase.AGREED, Phase.APPRAISING, Frozen.APPRAISALS),
    _back(Phase.DELIBERATING, Phase.AGREED),
    _back(Phase.PROPOSING, Phase.CONCLUDED),
)


def move_between(source: Phase, target: Phase) -> Move | None:
    """The move of the table from one phase to another; None: there is none."""
    return next((move for move in MOVES if (move.source, move.target) == (source, target)), None)


def next_move(phase: Phase) -> Move | None:
    """The one move that leads on from a phase; none from the last."""
    return next((move for move in MOVES if move.source is phase and not move.is_back), None)


def move_back(phase: Phase) -> Move | None:
    """The one move that leads back from a phase; none where what was done stands."""
    return next((move for move in MOVES if move.source is phase and move.is_back), None)


def is_frozen(what: Frozen, *, phase: Phase) -> bool:
    """Whether this is locked in a phase: some move on to it, or to a phase before it, froze it."""
    freezing = (move.target.number for move in MOVES if {what, Frozen.RECORD} & set(move.freezes))
    return any(number <= phase.number for number in freezing)


def guards_undone(move: Move) -> frozenset[Guard]:
    """The guards of every move that has to be made again after going back: what showed them before counts no more."""
    again = (one for one in MOVES if not one.is_back and one.source.number >= move.target.number)
    return frozenset(guard for one in again for guard in one.guards)
