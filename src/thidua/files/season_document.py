"""Reads `season.yaml`, strictly: every mistake at once, each at its path. Opens none of the files that it names."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua.core.errors import Place
from thidua.core.plain import Amount, Cursor, each
from thidua.core.results.result import SeasonName
from thidua.core.rulebook.entries import Entries, list_of_entries, period_of, text_of
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.scoring.figures import Nature
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Fact, Movement, Post
from thidua.core.statements import Against, Comparator, StatementRule
from thidua.core.states import Stage
from thidua.core.timeline import Period

KEYS = (
    "season", "title", "cluster", "year", "data", "as_of", "stage", "closed", "calendar", "movements", "units",
    "order_of_speaking", "rulebook", "figures", "targets", "adjustments", "statements", "wholes", "facts",
)  # fmt: skip
REQUIRED = ("season", "title", "cluster", "year", "units", "rulebook", "figures")
UNIT_KEYS = ("code", "name", "short", "post", "valid")
MOVEMENT_KEYS = ("name", "slogan", "theme", "linked_to", "nature", "source")
ADJUSTMENT_KEYS = ("unit", "points", "reason", "document", "decided_on")
STATEMENT_KEYS = ("code", "indicators", "comparator", "threshold", "against", "wording", "source")
WHOLE_KEYS = ("indicator", "value", "source")
FACT_KEYS = ("subject", "text", "nature", "source")
WORDING_FIELDS = {"passed", "units", "list", "threshold", "sum", "sum_percent"}
CALENDARS = ("vn",)


@dataclass(frozen=True, slots=True)
class WholeText:
    """A whole as written: its number is read once the rulebook has said of what kind it is."""

    indicator: str
    value: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class FileName:
    """A file that the season names, and where it does."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonDocument:
    """What `season.yaml` says. `name` is None when it lacks what names a season."""

    name: SeasonName | None
    units: tuple[SeasonUnit, ...]
    unread_units: frozenset[str]
    rulebook: FileName | None
    figures: tuple[FileName, ...]
    targets: tuple[FileName, ...] = ()
    data: Period | None = None
    as_of: date | None = None
    stage: Stage = Stage.SELF
    closed: bool = False
    calendar: str = ""
    posts: Mapping[Post, str] = field(default_factory=dict)
    order_of_speaking: tuple[str, ...] = ()
    movements: tuple[Movement, ...] = ()
    adjustments: tuple[AuthorityAdjustment, ...] = ()
    statements: tuple[tuple[StatementRule, Place], ...] = ()
    wholes: tuple[WholeText, ...] = ()
    facts: tuple[Fact, ...] = ()


def read_season_document(root: Cursor) -> SeasonDocument:
    """The document as far as it can be read; what is wrong is in the cursor's problems."""
    entries = root.mapping(KEYS, required=REQUIRED)
    reading = _Reading()
    units = tuple(each(list_of_entries(entries, "units"), reading.unit))
    if "units" in entries and not units:
        entries["units"].refuse("plain.empty_list")
    stage, closed = _stage(entries), entries["closed"].flag() if "closed" in entries else None
    statements = ((reading.statement(cursor), cursor.place) for cursor in list_of_entries(entries, "statements"))
    return SeasonDocument(
        name=_name(entries),
        units=units,
        unread_units=frozenset(reading.unread),
        rulebook=next(iter(_files(entries, "rulebook")), None),
        figures=_files(entries, "figures"),
        targets=_files(entries, "targets"),
        data=period_of(entries.get("data")),
        as_of=entries["as_of"].day() if "as_of" in entries else None,
        stage=stage or Stage.SELF,
        closed=bool(closed),
        calendar=_calendar(entries.get("calendar")),
        posts=reading.posts,
        order_of_speaking=reading.order(list_of_entries(entries, "order_of_speaking")),
        movements=tuple(each(list_of_entries(entries, "movements"), _movement)),
        adjustments=tuple(each(list_of_entries(entries, "adjustments"), reading.adjustment)),
        statements=tuple((rule, place) for rule, place in statements if rule is not None),
        wholes=tuple(each(list_of_entries(entries, "wholes"), _whole)),
        facts=tuple(each(list_of_entries(entries, "facts"), _fact)),
    )


@dataclass(slots=True)
class _Reading:
    """One pass over the document: remembers the units, so that what names them can be checked."""

    units: dict[str, str] = field(default_factory=dict)  # name, short name or code → code
    unread: set[str] = field(default_factory=set)  # names of units whose entry is not whole
    posts: dict[Post, str] = field(default_factory=dict)
    statements: set[str] = field(default_factory=set)

    def unit(self, cursor: Cursor) -> SeasonUnit | None:
        entries = cursor.mapping(UNIT_KEYS, required=("code", "name"))
        code, name, short = (text_of(entries, key) for key in ("code", "name", "short"))
        post = entries["post"].choice(Post) if "post" in entries else None
        valid = period_of(entries.get("valid"))
        if code is None or name is None:
            self.unread |= {label for label in (code, name, short) if label}
            return None
        for label in dict.fromkeys(one for one in (code, name, short) if one):
            if label in self.units:
                cursor.refuse("figures.unit_listed_twice", found=label)
                short = "" if label == short else short  # the name stays with the unit that had it first
            self.units.setdefault(label, code)
        if post is not None and post in self.posts:
            entries["post"].refuse("figures.post_held_twice", post=post, unit=self.posts[post])
        elif post is not None:
            self.posts[post] = code
        return SeasonUnit(code=code, name=name, short=short or "", valid=valid)

    def named(self, cursor: Cursor) -> str | None:
        """The code of a unit that the document speaks of."""
        text = cursor.text()
        if text in self.unread:
            return None
        if text is not None and text not in self.units:
            known = ", ".join(dict.fromkeys(self.units.values()))
            cursor.refuse("figures.unknown_unit", found=text, known=known)
            return None
        return None if text is None else self.units[text]

    def order(self, cursors: list[Cursor]) -> tuple[str, ...]:
        codes: list[str] = []
        for cursor in cursors:
            code = self.named(cursor)
            if code in codes:
                cursor.refuse("figures.spoken_twice", found=code)
            elif code is not None:
                codes.append(code)
        return tuple(codes)

    def adjustment(self, cursor: Cursor) -> AuthorityAdjustment | None:
        entries = cursor.mapping(ADJUSTMENT_KEYS, required=("unit", "points", "reason", "document"))
        unit = self.named(entries["unit"]) if "unit" in entries else None
        points = entries["points"].number() if "points" in entries else None
        reason, document = text_of(entries, "reason"), text_of(entries, "document")
        decided = entries["decided_on"].day() if "decided_on" in entries else None
        if unit is None or points is None or reason is None or document is None:
            return None
        return AuthorityAdjustment(unit=unit, points=points, reason=reason, document=document, decided_on=decided)

    def statement(self, cursor: Cursor) -> StatementRule | None:
        entries = cursor.mapping(STATEMENT_KEYS, required=("code", "indicators", "comparator", "wording"))
        code, wording = text_of(entries, "code"), text_of(entries, "wording")
        indicators = entries["indicators"].texts() if "indicators" in entries else ()
        comparator = entries["comparator"].choice(Comparator) if "comparator" in entries else None
        against = entries["against"].choice(Against) if "against" in entries else Against.THRESHOLD
        threshold = entries["threshold"].amount() if "threshold" in entries else None
        if code in self.statements:
            cursor.refuse("figures.statement_twice", found=code)
        if code is not None:
            self.statements.add(code)
        if wording is not None:
            _check_wording(entries["wording"], wording)
        _check_against(cursor, entries, against, threshold)
        if code is None or wording is None or comparator is None or against is None or not indicators:
            return None
        return StatementRule(
            code=code,
            indicators=indicators,
            comparator=comparator,
            wording=wording,
            against=against,
            threshold=threshold,
            source=text_of(entries, "source") or "",
        )


def _check_against(cursor: Cursor, entries: Entries, against: Against | None, threshold: Amount | None) -> None:
    """A statement has a threshold or compares with targets, one of the two."""
    if against is Against.TARGET and threshold is not None:
        entries["threshold"].refuse("figures.threshold_and_target")
    if against is Against.THRESHOLD and "threshold" not in entries:
        cursor.refuse("plain.missing_key", key="threshold")


def _check_wording(cursor: Cursor, wording: str) -> None:
    try:
        fields = {name for _text, name, _spec, _turn in string.Formatter().parse(wording) if name is not None}
    except ValueError:
        cursor.refuse("figures.wording_brace")
        return
    for name in sorted(fields - WORDING_FIELDS):
        cursor.refuse("figures.unknown_place_in_wording", found=name, known=", ".join(sorted(WORDING_FIELDS)))


def _name(entries: Entries) -> SeasonName | None:
    code, title, cluster = (text_of(entries, key) for key in ("season", "title", "cluster"))
    year = entries["year"].whole() if "year" in entries else None
    if year is not None and not 1900 <= year <= 2199:
        entries["year"].refuse("dates.year_out_of_range", text=str(year))
        year = None
    if code is None or title is None or cluster is None or year is None:
        return None
    return SeasonName(code=code, title=title, cluster=cluster, year=year)


def _stage(entries: Entries) -> Stage | None:
    return entries["stage"].choice(Stage) if "stage" in entries else None


def _calendar(cursor: Cursor | None) -> str:
    text = None if cursor is None else cursor.text()
    if cursor is not None and text is not None and text not in CALENDARS:
        cursor.refuse("plain.unknown_choice", found=text, choices=", ".join(CALENDARS), near=CALENDARS[0])
    return text or ""


def _files(entries: Entries, key: str) -> tuple[FileName, ...]:
    """Files beside `season.yaml` or below: a season folder never reaches out of itself."""
    if key not in entries:
        return ()
    cursors = entries[key].items() if isinstance(entries[key].raw, list) else [entries[key]]
    found = []
    for cursor in cursors:
        name = cursor.text()
        if name is None:
            continue
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
            cursor.refuse("figures.file_outside", found=name)
        else:
            found.append(FileName("/".join(parts), cursor.place))
    return tuple(found)


def _movement(cursor: Cursor) -> Movement | None:
    entries = cursor.mapping(MOVEMENT_KEYS, required=("name",))
    name = text_of(entries, "name")
    if name is None:
        return None
    slogan, theme, linked_to, source = (
        text_of(entries, key) or "" for key in ("slogan", "theme", "linked_to", "source")
    )
    nature = _nature(entries)
    return Movement(name=name, slogan=slogan, theme=theme, linked_to=linked_to, nature=nature, source=source)


def _fact(cursor: Cursor) -> Fact | None:
    entries = cursor.mapping(FACT_KEYS, required=("subject", "text"))
    subject, text = text_of(entries, "subject"), text_of(entries, "text")
    if subject is None or text is None:
        return None
    return Fact(subject=subject, text=text, nature=_nature(entries), source=text_of(entries, "source") or "")


def _nature(entries: Entries) -> Nature:
    nature = entries["nature"].choice(Nature) if "nature" in entries else None
    return nature or Nature.REAL


def _whole(cursor: Cursor) -> WholeText | None:
    entries = cursor.mapping(WHOLE_KEYS, required=("indicator", "value", "source"))
    indicator, value, source = (text_of(entries, key) for key in WHOLE_KEYS)
    if indicator is None or value is None or source is None:
        return None
    return WholeText(indicator, value, source, cursor.place)
