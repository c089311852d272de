"""What the files of the demonstration say, as values: who is there, and what happens in each season when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from thidua.apps.access.roles import Role
from thidua.apps.appraisal.models import Outcome
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Holder, Illustration
from thidua.apps.seasons.services import Fact
from thidua.core.phases import Guard, Phase
from thidua.core.states import Release

NO_DOCUMENT = Document("", None)


@dataclass(frozen=True, slots=True)
class Login:
    """An account of the demonstration with its one role."""

    username: str
    full_name: str
    rank: str
    post: str
    role: Role
    unit: str = ""
    season: str = ""


@dataclass(frozen=True, slots=True)
class MovementScript:
    """A movement, and the wider one that it belongs to."""

    name: str
    slogan: str = ""
    theme: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class ClusterScript:
    """The cluster of a year: members in the order of speaking, offices, and the days on which all that holds."""

    number: str
    name: str
    members: tuple[str, ...]
    chair: str
    deputy: str
    formed_at: datetime
    holds_from: date
    holds_until: date  # the first day on which it no longer holds
    document: str


@dataclass(frozen=True, slots=True)
class DutyScript:
    """A duty and who does it when. Where nothing else is said it is set with the season, by whoever opens that."""

    title: str
    holder: Holder
    role: Role
    phase: Phase
    due_on: date
    unit: str = ""
    set_at: datetime | None = None
    set_by: str = ""
    done: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class MoveScript:
    """A move and the documents that show its guards."""

    to: Phase
    at: datetime
    by: str
    shown: Mapping[Guard, Document]


@dataclass(frozen=True, slots=True)
class StandingsScript:
    """An act on the first version of the standings, by whom and by which document."""

    release: Release
    at: datetime
    by: str
    document: Document


@dataclass(frozen=True, slots=True)
class Act:
    """When something is recorded, and the document that shows it."""

    at: datetime
    document: Document = NO_DOCUMENT


@dataclass(frozen=True, slots=True)
class ObjectionScript:
    """What a unit objects to and how it ended. `cut`: the figure that was decided first, where the unit was right."""

    indicator: str
    text: str
    outcome: Outcome
    reason: str
    typed: str = ""
    cut: str = ""


@dataclass(frozen=True, slots=True)
class MeetingScript:
    """The meeting that agrees: what it does not rule on itself stands as it was appraised."""

    at: datetime
    by: str
    place: str
    present: str
    opinion: str
    document: Document


@dataclass(frozen=True, slots=True)
class AppraisalScript:
    """One unit decided item by item by the appraiser whom the roster names, and its objections."""

    word: str
    drawn_at: datetime
    drawn_by: str
    unit: str
    decided_at: datetime
    decided_by: str
    clause: str
    due_on: date  # the last day to object
    objected_at: datetime
    objected_by: str
    ruled_at: datetime
    ruled_by: str
    objections: tuple[ObjectionScript, ...]
    meeting: MeetingScript


@dataclass(frozen=True, slots=True)
class BusyMonth:
    """A month that had so many times the usual share of the year, and what the unit says of it."""

    unit: str
    indicator: str
    period: str
    times: int
    comment: str


@dataclass(frozen=True, slots=True)
class MonthsScript:
    """Indicators whose claims are split over the months, and after how many days some units reported some of them."""

    indicators: tuple[str, ...]
    late: Mapping[tuple[str, str], int]
    busy: tuple[BusyMonth, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedScript:
    """A report that was sent back: the figure that it was completed with, why it came back, and when it was emptied."""

    unit: str
    indicator: str
    typed: str
    submitted_at: datetime
    returned_at: datetime
    reason: str
    emptied_at: datetime


@dataclass(frozen=True, slots=True)
class ScoreScript:
    """The season folder whose rulebook, targets, figures and adjustments are recorded, and when each is.

    Claims are written by each unit's reporter, reviews by the chair's secretary, the chair's own by the deputy's.
    """

    folder: Path
    rulebook: Act
    targets: Act
    claims: Act
    reviews: Act
    adjustments: Act
    appraisal: AppraisalScript | None = None
    months: MonthsScript | None = None
    returned: ReturnedScript | None = None


@dataclass(frozen=True, slots=True)
class SeasonScript:
    """One season from its opening to where it stands."""

    year: int
    cluster: ClusterScript
    movement: MovementScript
    data_from: date
    data_to: date
    opened_at: datetime
    opened_by: str
    document: Document
    illustration: Illustration
    plan: Mapping[Phase, Span]
    after: str = ""  # the season that handed over
    duties: tuple[DutyScript, ...] = ()
    shown: Mapping[Guard, Document] | None = None  # what is recorded for the next move
    shown_at: datetime | None = None
    moves: tuple[MoveScript, ...] = ()
    facts: tuple[Fact, ...] = ()
    scores: ScoreScript | None = None
    standings: tuple[StandingsScript, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """The whole demonstration."""

    begins_at: datetime
    ministry: str
    ministry_name: str
    known_from: date  # of the provinces
    password: str
    logins: tuple[Login, ...]
    seasons: tuple[SeasonScript, ...]
