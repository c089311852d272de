"""Reads the files of the demonstration. Raises ScriptRefused with every mistake of every file, each at its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import TypeVar

from thidua.apps import clock
from thidua.apps.access.roles import Role
from thidua.apps.appraisal.models import Outcome
from thidua.apps.demo.facts import facts_of
from thidua.apps.demo.script import (
    Act,
    AppraisalScript,
    BusyMonth,
    ClusterScript,
    DutyScript,
    Login,
    MeetingScript,
    MonthsScript,
    MovementScript,
    MoveScript,
    ObjectionScript,
    ReturnedScript,
    ScoreScript,
    Script,
    SeasonScript,
    StandingsScript,
)
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Holder, Illustration
from thidua.core.errors import Fault, Place, Problem, Refused
from thidua.core.phases import Guard, Phase
from thidua.core.plain import Cursor
from thidua.core.reading import read_date
from thidua.core.states import Release
from thidua.files.yaml_text import load_yaml

T = TypeVar("T")
INSTALLATION_FILE = "cai-dat.yaml"
SEASON_FILES = "ky-*.yaml"
_LOGIN = ("username", "full_name", "rank", "post", "role", "unit", "season")
_CLUSTER = ("number", "name", "members", "chair", "deputy", "formed_at", "from", "until", "document")
_BUSY = ("unit", "indicator", "period", "times", "comment")
_RETURNED = ("unit", "indicator", "typed", "submitted_at", "returned_at", "reason", "emptied_at")
_APPRAISAL = (
    "word", "drawn_at", "drawn_by", "unit", "decided_at", "decided_by", "clause", "due_on", "objected_at",
    "objected_by", "ruled_at", "ruled_by",
)  # fmt: skip
_MEETING = ("at", "by", "place", "present", "opinion", "number", "date")
_OBJECTION = ("indicator", "text", "outcome", "reason")
_SCORES = ("rulebook", "targets", "claims", "reviews", "adjustments")
_SHOWN = ("rulebook", "targets", "reviews")  # by a document of their own
_DUTY = ("title", "holder", "role", "phase", "due", "unit", "set_at", "set_by", "done")
_SEASON = (
    "year", "illustration", "cluster", "movement", "data", "opened", "phases", "duties", "moves", "shown", "facts",
    "scores", "standings",
)  # fmt: skip


class ScriptRefused(Refused):
    """A file of the demonstration that cannot be played."""


class _Missing(Exception):
    """A part that is not there or cannot be read; its problem is recorded."""


def read_script(folder: Path) -> Script:
    """The demonstration of a folder: `cai-dat.yaml` and a file `ky-….yaml` for each season, in the order of names."""
    problems: list[Problem] = []
    seasons = []
    for path in sorted(folder.glob(SEASON_FILES)):
        season = _try(partial(_season, folder=folder), _document(path, problems))
        if season is not None:
            seasons.append(season)
    script = _try(partial(_script, seasons=tuple(seasons)), _document(folder / INSTALLATION_FILE, problems))
    if problems or script is None:
        raise ScriptRefused(problems)
    return script


def _document(path: Path, problems: list[Problem]) -> Cursor:
    return Cursor(load_yaml(path), Place(path.name), problems)


def _try(read: Callable[[Cursor], T], cursor: Cursor) -> T | None:
    try:
        return read(cursor)
    except _Missing:
        if not cursor.problems:
            raise Fault("a part is missing and no problem says which") from None
        return None


class _Parts:
    """The entries of a mapping, each read as its kind; a part that is missing ends the reading of the whole."""

    def __init__(self, cursor: Cursor, known: tuple[str, ...], required: tuple[str, ...] = ()) -> None:
        self._parts = cursor.mapping(known, required)

    def read(self, key: str, how: Callable[[Cursor], T | None]) -> T:
        value = how(self._parts[key]) if key in self._parts else None
        if value is None:
            raise _Missing
        return value

    def text(self, key: str, default: str | None = None) -> str:
        return default if default is not None and key not in self._parts else self.read(key, Cursor.text)

    def day(self, key: str) -> date:
        return self.read(key, Cursor.day)

    def list(self, key: str, how: Callable[[Cursor], T]) -> tuple[T, ...]:
        return tuple(how(one) for one in self._parts[key].items()) if key in self._parts else ()

    def get(self, key: str) -> Cursor | None:
        return self._parts.get(key)


def _script(cursor: Cursor, seasons: tuple[SeasonScript, ...]) -> Script:
    keys = ("begins_at", "ministry", "ministry_name", "provinces_known_from", "password", "logins")
    parts = _Parts(cursor, keys, keys)
    return Script(
        parts.read("begins_at", _moment),
        parts.text("ministry"),
        parts.text("ministry_name"),
        parts.day("provinces_known_from"),
        parts.text("password"),
        parts.list("logins", _login),
        seasons,
    )


def _login(cursor: Cursor) -> Login:
    parts = _Parts(cursor, _LOGIN, ("username", "full_name", "role"))
    return Login(
        parts.text("username"),
        parts.text("full_name"),
        parts.text("rank", ""),
        parts.text("post", ""),
        parts.read("role", lambda one: one.choice(Role)),
        parts.text("unit", ""),
        parts.text("season", ""),
    )


def _season(cursor: Cursor, folder: Path) -> SeasonScript:
    parts = _Parts(cursor, _SEASON, ("year", "illustration", "cluster", "movement", "data", "opened", "phases"))
    data = _Parts(parts.read("data", lambda one: one), ("from", "to"), ("from", "to"))
    opened = _Parts(
        parts.read("opened", lambda one: one), ("at", "by", "number", "date", "after"), ("at", "by", "number", "date")
    )
    shown = parts.get("shown")
    shown_parts = None if shown is None else _Parts(shown, ("at", "documents"), ("at", "documents"))
    return SeasonScript(
        year=parts.read("year", Cursor.whole),
        cluster=parts.read("cluster", _cluster),
        movement=parts.read("movement", _movement),
        data_from=data.day("from"),
        data_to=data.day("to"),
        opened_at=opened.read("at", _moment),
        opened_by=opened.text("by"),
        document=Document(opened.text("number"), opened.day("date")),
        illustration=parts.read("illustration", lambda one: one.choice(Illustration)),
        plan=dict(parts.list("phases", _phase)),
        after=opened.text("after", ""),
        duties=parts.list("duties", _duty),
        shown=None if shown_parts is None else dict(shown_parts.list("documents", _shown)),
        shown_at=None if shown_parts is None else shown_parts.read("at", _moment),
        moves=parts.list("moves", _move),
        facts=facts_of(parts.get("facts"), folder),
        scores=_scores(parts.get("scores"), folder),
        standings=parts.list("standings", _standings),
    )


def _scores(cursor: Cursor | None, folder: Path) -> ScoreScript | None:
    if cursor is None:
        return None
    parts = _Parts(cursor, ("from", *_SCORES, "appraisal", "months", "returned"), ("from", *_SCORES))
    rulebook, targets, claims, reviews, adjustments = (parts.read(key, partial(_act, key=key)) for key in _SCORES)
    return ScoreScript(
        folder=folder / parts.text("from"),
        rulebook=rulebook,
        targets=targets,
        claims=claims,
        reviews=reviews,
        adjustments=adjustments,
        appraisal=_appraisal(parts.get("appraisal")),
        months=_months(parts.get("months")),
        returned=_returned(parts.get("returned")),
    )


def _months(cursor: Cursor | None) -> MonthsScript | None:
    if cursor is None:
        return None
    parts = _Parts(cursor, ("indicators", "late", "busy"), ("indicators",))
    late = {(unit, period): days for unit, period, days in parts.list("late", _late)}
    busy = tuple(parts.list("busy", _busy))
    return MonthsScript(tuple(code for code in parts.list("indicators", Cursor.text) if code), late, busy)


def _busy(cursor: Cursor) -> BusyMonth:
    parts = _Parts(cursor, _BUSY, _BUSY)
    return BusyMonth(
        unit=parts.text("unit"),
        indicator=parts.text("indicator"),
        period=parts.text("period"),
        times=parts.read("times", Cursor.whole),
        comment=parts.text("comment"),
    )


def _returned(cursor: Cursor | None) -> ReturnedScript | None:
    if cursor is None:
        return None
    parts = _Parts(cursor, _RETURNED, _RETURNED)
    return ReturnedScript(
        unit=parts.text("unit"),
        indicator=parts.text("indicator"),
        typed=parts.text("typed"),
        submitted_at=parts.read("submitted_at", _moment),
        returned_at=parts.read("returned_at", _moment),
        reason=parts.text("reason"),
        emptied_at=parts.read("emptied_at", _moment),
    )


def _late(cursor: Cursor) -> tuple[str, str, int]:
    parts = _Parts(cursor, ("unit", "period", "days"), ("unit", "period", "days"))
    return parts.text("unit"), parts.text("period"), parts.read("days", Cursor.whole)


def _appraisal(cursor: Cursor | None) -> AppraisalScript | None:
    if cursor is None:
        return None
    parts = _Parts(cursor, (*_APPRAISAL, "objections", "meeting"), (*_APPRAISAL, "meeting"))
    return AppraisalScript(
        word=parts.text("word"),
        drawn_at=parts.read("drawn_at", _moment),
        drawn_by=parts.text("drawn_by"),
        unit=parts.text("unit"),
        decided_at=parts.read("decided_at", _moment),
        decided_by=parts.text("decided_by"),
        clause=parts.text("clause"),
        due_on=parts.day("due_on"),
        objected_at=parts.read("objected_at", _moment),
        objected_by=parts.text("objected_by"),
        ruled_at=parts.read("ruled_at", _moment),
        ruled_by=parts.text("ruled_by"),
        objections=tuple(parts.list("objections", _objection)),
        meeting=parts.read("meeting", _meeting),
    )


def _meeting(cursor: Cursor) -> MeetingScript:
    parts = _Parts(cursor, _MEETING, _MEETING)
    return MeetingScript(
        at=parts.read("at", _moment),
        by=parts.text("by"),
        place=parts.text("place"),
        present=parts.text("present"),
        opinion=parts.text("opinion"),
        document=Document(parts.text("number"), parts.day("date")),
    )


def _objection(cursor: Cursor) -> ObjectionScript:
    parts = _Parts(
        cursor, ("indicator", "text", "outcome", "reason", "typed", "cut"), ("indicator", "text", "outcome", "reason")
    )
    return ObjectionScript(
        indicator=parts.text("indicator"),
        text=parts.text("text"),
        outcome=parts.read("outcome", lambda one: one.choice(Outcome)),
        reason=parts.text("reason"),
        typed=parts.text("typed", ""),
        cut=parts.text("cut", ""),
    )


def _act(cursor: Cursor, *, key: str) -> Act:
    if key not in _SHOWN:
        return Act(_Parts(cursor, ("at",), ("at",)).read("at", _moment))
    parts = _Parts(cursor, ("at", "number", "date"), ("at", "number", "date"))
    return Act(parts.read("at", _moment), Document(parts.text("number"), parts.day("date")))


def _cluster(cursor: Cursor) -> ClusterScript:
    parts = _Parts(cursor, _CLUSTER, _CLUSTER)
    return ClusterScript(
        parts.text("number"),
        parts.text("name"),
        parts.read("members", Cursor.texts),
        parts.text("chair"),
        parts.text("deputy"),
        parts.read("formed_at", _moment),
        parts.day("from"),
        parts.day("until"),
        parts.text("document"),
    )


def _movement(cursor: Cursor) -> MovementScript:
    parts = _Parts(cursor, ("name", "slogan", "theme", "parent"), ("name",))
    return MovementScript(*(parts.text(key, "") for key in ("name", "slogan", "theme", "parent")))


def _phase(cursor: Cursor) -> tuple[Phase, Span]:
    parts = _Parts(cursor, ("phase", "from", "due"), ("phase", "from", "due"))
    return parts.read("phase", lambda one: one.choice(Phase)), Span(parts.day("from"), parts.day("due"))


def _duty(cursor: Cursor) -> DutyScript:
    parts = _Parts(cursor, _DUTY, ("title", "holder", "role", "phase", "due"))
    set_at = parts.get("set_at")
    return DutyScript(
        title=parts.text("title"),
        holder=parts.read("holder", lambda one: one.choice(Holder)),
        role=parts.read("role", lambda one: one.choice(Role)),
        phase=parts.read("phase", lambda one: one.choice(Phase)),
        due_on=parts.day("due"),
        unit=parts.text("unit", ""),
        set_at=None if set_at is None else _moment(set_at),
        set_by=parts.text("set_by", ""),
        done=tuple(one for group in parts.list("done", _done) for one in group),
    )


def _done(cursor: Cursor) -> list[tuple[str, datetime]]:
    """Units that did it at one time."""
    parts = _Parts(cursor, ("units", "at"), ("units", "at"))
    moment = parts.read("at", _moment)
    return [(unit, moment) for unit in parts.read("units", Cursor.texts)]


def _move(cursor: Cursor) -> MoveScript:
    parts = _Parts(cursor, ("to", "at", "by", "documents"), ("to", "at", "by"))
    shown: Mapping[Guard, Document] = dict(parts.list("documents", _shown))
    return MoveScript(
        parts.read("to", lambda one: one.choice(Phase)), parts.read("at", _moment), parts.text("by"), shown
    )


def _standings(cursor: Cursor) -> StandingsScript:
    keys = ("release", "at", "by", "number", "date")
    parts = _Parts(cursor, keys, keys)
    return StandingsScript(
        parts.read("release", lambda one: one.choice(Release)),
        parts.read("at", _moment),
        parts.text("by"),
        Document(parts.text("number"), parts.day("date")),
    )


def _shown(cursor: Cursor) -> tuple[Guard, Document]:
    parts = _Parts(cursor, ("guard", "number", "date"), ("guard", "number", "date"))
    return parts.read("guard", lambda one: one.choice(Guard)), Document(parts.text("number"), parts.day("date"))


def _moment(cursor: Cursor) -> datetime | None:
    """`02/02/2024 16:00`, in the installation's time zone."""
    text = cursor.text()
    if text is None:
        return None
    day, _, hour = text.partition(" ")
    try:
        return datetime.combine(read_date(day), time.fromisoformat(hour), tzinfo=clock.zone())
    except (Refused, ValueError):
        cursor.refuse("demo.not_a_moment", found=text)
        return None
