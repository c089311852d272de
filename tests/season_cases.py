"""Five units, a cluster of them, people of every role, and a season as far along as a test wants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from thidua import __version__
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.clock import now, standing_at, today
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import Cluster, Membership, Office, Unit, UnitRow
from thidua.apps.results.models import Result, ResultStep
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.stored import latest_result, says_the_same
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.guards import is_attested
from thidua.apps.seasons.models import Movement, Season
from thidua.apps.seasons.selectors import situation_of
from thidua.apps.seasons.services import (
    attest_guard,
    launch_movement,
    move_season,
    open_season,
    plan_phases,
)
from thidua.core.ledger.entry import Author
from thidua.core.phases import Guard, Phase, next_move
from thidua.core.states import Release
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.files.standings_json import standings_json
from thidua.words.vietnamese import folded

BY = Author("test", "Nguyễn Văn An")
NAMES = {
    "tay-ninh": "Công an tỉnh Tây Ninh",
    "long-an": "Công an tỉnh Long An",
    "binh-phuoc": "Công an tỉnh Bình Phước",
    "binh-duong": "Công an tỉnh Bình Dương",
    "dong-nai": "Công an tỉnh Đồng Nai",
}
ABOVE = "bo-cong-an"
SLUG = "cum-10-2024"
OPENED = date(2024, 1, 2)
PLAN = {
    phase: Span(date(2024, phase.number, 1), date(2024, phase.number, 28)) for phase in Phase
}  # a month a phase, from January on
DOCUMENT = Document("15/BB-CA10", date(2024, 1, 2))
PERSONS = {
    Role.SECRETARY: "Trần Thị Thư",
    Role.REPORTER: "Trần Thị Bảo",
    Role.LEADER: "Trần Thị Lan",
    Role.APPRAISER: "Trần Thị Định",
    Role.TELLER: "Trần Thị Phiếu",
    Role.STANDING_BODY: "Trần Thị Trực",
    Role.OBSERVER: "Trần Thị Dõi",
    Role.TECHNICIAN: "Trần Thị Kỹ",
}


def person(role: Role, unit: str = "", *, season: str = "") -> Actor:
    """Somebody with one role."""
    return Actor(f"{role}-{unit}", PERSONS[role], (Grant(role, unit, season),))


CHAIR = person(Role.SECRETARY, "tay-ninh")
MEMBER = person(Role.SECRETARY, "long-an")
REPORTER = person(Role.REPORTER, "long-an")
BODY = person(Role.STANDING_BODY, ABOVE)
STRANGER = person(Role.SECRETARY, "ca-mau")
TECHNICIAN = person(Role.TECHNICIAN)


@contextmanager
def on(day: date, hour: int = 9) -> Iterator[None]:
    """The clock stands in the morning of a day."""
    with standing_at(datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        yield


def write_units(day: date = date(1997, 1, 1)) -> None:
    """The ministry and its five provinces, from a day on."""
    with recording(UNITS_RECORDED, by=BY, count=len(NAMES) + 1) as record:
        for code, name in {ABOVE: "Bộ Công an", **NAMES}.items():
            unit = record.save(Unit(code=code))
            level = Level.MINISTRY if code == ABOVE else Level.PROVINCE
            parent = None if code == ABOVE else Unit(code=ABOVE)
            record.save(
                UnitRow(unit=unit, name=name, search_key=folded(name), level=level, parent=parent, starts_on=day)
            )


def write_cluster(
    *, year: int = 2024, members: tuple[str, ...] = tuple(NAMES), ends_on: date | None = None, chair: str = "tay-ninh"
) -> Cluster:
    """Cluster 10 of a year from 2 January on, its first members in the chair and the deputy's chair."""
    name = "Cụm thi đua số 10"
    starts_on = date(year, 1, 2)
    cluster = Cluster(
        number="10", name=name, search_key=folded(name), year=year, level=Level.PROVINCE, organiser=Unit(code=ABOVE)
    )
    offices = {OfficeKind.CHAIR: chair, OfficeKind.DEPUTY: members[1]} if len(members) > 1 else {}
    with recording(UNITS_RECORDED, by=BY, count=len(members)) as record:
        record.save(cluster)
        for place, code in enumerate(members, start=1):
            record.save(
                Membership(cluster=cluster, unit=Unit(code=code), position=place, starts_on=starts_on, ends_on=ends_on)
            )
        for kind, code in offices.items():
            record.save(Office(cluster=cluster, kind=kind, unit=Unit(code=code), starts_on=starts_on, ends_on=ends_on))
    return cluster


def write_movement() -> Movement:
    """The movement of the year."""
    return launch_movement(actor=BODY, unit=ABOVE, name="Phong trào thi đua “Vì an ninh Tổ quốc” năm 2024")


def write_season(cluster: Cluster, *, movement: Movement | None = None, actor: Actor = CHAIR) -> Season:
    """A season just opened on the day on which the clock stands."""
    return open_season(
        actor=actor,
        cluster=cluster,
        movement=movement or write_movement(),
        data_from=date(cluster.year, 2, 1),
        data_to=date(cluster.year, 3, 31),
        document=Document("15/BB-CA10", min(date(cluster.year, 1, 2), today())),
    )


def season_in(phase: Phase) -> Season:
    """The season of 2024, moved on month by month as far as this phase. Stand the clock no earlier than its month."""
    with on(OPENED):
        write_units()
        season = write_season(write_cluster())
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
    return move_on(season, to=phase)


def move_on(season: Season, *, to: Phase) -> Season:
    """Every move up to a phase, each in the month after the phase that it leaves, with its documents."""
    while Phase(season.phase) is not to:
        with on(first_day_of(Phase(season.phase)) + timedelta(days=31)):
            season = step(season)
    return season


def step(season: Season) -> Season:
    """One move on by the chair, every document recorded that it needs."""
    move = next_move(Phase(season.phase))
    assert move is not None
    show_all(season)
    return move_season(actor=CHAIR, season=season, to=move.target)


def show_all(season: Season) -> None:
    """The documents of every guard of the next move that asks for one."""
    move = next_move(Phase(season.phase))
    situation = situation_of(season, on=today())
    for guard in move.guards if move is not None else ():
        if is_attested(guard, situation) and guard not in situation.shown:
            attest_guard(actor=CHAIR, season=season, guard=guard, document=DOCUMENT)
        elif guard is Guard.STANDINGS_AGREED and not is_attested(guard, situation):
            write_agreed_standings(season)


def write_agreed_standings(season: Season) -> None:
    """The standings of a season with figures as they are now, whole or not, frozen and agreed on."""
    scored = evaluation_of(season, on=today())
    last = latest_result(season)
    shown = {"season": season, "document_number": DOCUMENT.number, "document_date": DOCUMENT.date}
    with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
        if last is None or not says_the_same(last, scored):
            last = record.save(
                Result(
                    version=1 if last is None else last.version + 1,
                    as_of=scored.season.as_of,
                    text=standings_json(scored.document),
                    digest=scored.digest,
                    engine=__version__,
                    frozen_at=now(),
                    **shown,
                )
            )
        step = {"result": last, "position": last.steps.count() + 1, "release": Release.AGREED}
        record.save(ResultStep(done_at=now(), **step, **shown))


def first_day_of(phase: Phase) -> date:
    """The first day of a phase in the plan of these cases."""
    return PLAN[phase].starts_on
