"""What somebody typed into cells of the grid: read from the message or from the form, written, and answered by cell."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.http import QueryDict

from thidua.apps.access.policy import AccessRefused
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.services import CONFLICTS, Typed, enter_figures
from thidua.core.errors import Problem, Refused, Severity
from thidua.core.scoring.checks import asks_comment
from thidua.core.states import Stage
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_asking import readings_of
from thidua.web.figures.entry_cells import Answer, Asked, Cells, read_of, rows_of
from thidua.web.figures.looking import seen_by
from thidua.web.figures.understood import points_of
from thidua.web.secretary.frame import Looking
from thidua.words.say import say

MOST_CELLS = 2000  # of one message; a larger block is sent in pieces
LONGEST = 2000
LONGEST_KEY = 120
UNCOMMITTED = timedelta(minutes=1)  # a row may be committed so long after the moment that stands in it
KEEP, WRITE = "giu", "ghi"  # what somebody chose where two wrote


def save(looking: Looking, unit: str, asked: Mapping[str, Asked]) -> list[Answer]:
    """Write what can be written, and say of each cell what became of it."""
    problems: dict[str, list[Problem]] = {}
    warnings: tuple[Problem, ...] = ()
    rest = dict(asked)
    for _attempt in range(2):
        typed = {at_of(key): Typed(one.text, evidence=one.evidence, comment=one.comment) for key, one in rest.items()}
        versions = {at_of(key): one.version for key, one in rest.items()}
        try:
            if rest:
                done = enter_figures(actor=looking.actor, season=looking.season, unit=unit, cells=typed, seen=versions)
                warnings = done.warnings
            break
        except AccessRefused:
            raise
        except Refused as refused:
            for problem in refused.problems:
                about = [problem.place.path] if problem.place.path in rest else list(rest)  # a lock is about them all
                for key in about:
                    problems.setdefault(key, []).append(problem)
            rest = {key: one for key, one in rest.items() if key not in problems}
    return _answers(looking, unit, asked, problems, warnings)


def at_of(key: str) -> At:
    """The cell that a key names: `vu-an@2024-03`, or the code alone for the year."""
    code, _, period = key.rpartition("@")
    return At(code, period) if code else At(period)


def read_message(body: bytes) -> dict[str, Asked] | None:
    """`{"cells": [{"code", "text", "evidence", "version", "comment"}]}`; None for anything else."""
    try:
        message = json.loads(body)
        listed = message["cells"]
        if not isinstance(listed, list) or len(listed) > MOST_CELLS:
            return None
        return {
            str(one["code"])[:LONGEST_KEY]: Asked(
                str(one.get("text", ""))[:LONGEST],
                str(one.get("evidence", ""))[:LONGEST],
                _whole(str(one["version"])),
                str(one.get("comment", ""))[:LONGEST],
            )
            for one in listed
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def read_form(looking: Looking, unit: str, sent: QueryDict) -> dict[str, Asked]:
    """The cells that a form without script has changed; where two wrote, nothing until somebody chose. Where a text had
    two readings, the one that was chosen stands for it.
    """
    stood = _stood(looking, unit)
    found = {}
    for name in sent:
        key = name.removeprefix("so:")
        if key == name or sent.get(f"chon:{key}") == KEEP:
            continue
        seen = _whole(sent.get(f"ban:{key}", ""))
        before = stood.get((key, seen), ("", ""))
        text = sent.get(f"doc:{key}", sent.get(name, "")).strip()
        evidence = sent.get(f"mc:{key}", before[1]).strip()
        if (text, evidence) != before:
            version = _whole(sent.get(f"nay:{key}", "")) if sent.get(f"chon:{key}") == WRITE else seen
            found[key] = Asked(text[:LONGEST], evidence[:LONGEST], version)
    return found


def read_moment(text: str) -> datetime | None:
    """A moment with its zone; None for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def written_since(looking: Looking, unit: str, since: datetime) -> list[dict[str, object]]:
    """The cells of a unit that somebody wrote since a moment, as they stand. One query."""
    rows = Figure.objects.filter(
        season=looking.season, unit=unit, stage=Stage.SELF, typed_at__gte=since - UNCOMMITTED
    ).order_by("version")
    return [
        {
            "code": At(row.indicator, row.period).path,
            "version": row.version,
            "stands": row.typed,
            "evidence": row.evidence,
            "says": say("entry.written_elsewhere", current_language(), typed=row.typed) + ".",
        }
        for row in {(row.indicator, row.period): row for row in rows}.values()
    ]


def _stood(looking: Looking, unit: str) -> dict[tuple[str, int], tuple[str, str]]:
    """Text and evidence of each version of each cell of a unit. One query."""
    rows = Figure.objects.filter(season=looking.season, unit=unit, stage=Stage.SELF)
    listed = rows.values_list("indicator", "period", "version", "typed", "evidence")
    return {
        (At(code, period).path, version): (typed.strip(), evidence.strip())
        for code, period, version, typed, evidence in listed
    }


def _answers(
    looking: Looking,
    unit: str,
    asked: Mapping[str, Asked],
    problems: Mapping[str, list[Problem]],
    warnings: tuple[Problem, ...],
) -> list[Answer]:
    seen = seen_by(looking)
    if seen is None:
        return []
    cells = Cells(rows_of(looking, unit), read_of(seen, unit))
    points = points_of(looking, seen, unit)
    told: dict[str, list[Problem]] = {}
    for one in warnings:
        if one.severity is Severity.WARNING and not asks_comment(one):  # those are told with the notes of the cells
            told.setdefault(one.place.path, []).append(one)
    return [_answer(cells, key, problems.get(key, []), told.get(key, []), points) for key in asked]


def _answer(
    cells: Cells, key: str, problems: list[Problem], warnings: list[Problem], points: Mapping[str, str]
) -> Answer:
    is_conflict = any(one.code in CONFLICTS for one in problems)
    at = at_of(key)
    cell, year = cells.cell(at), cells.cell(At(at.indicator))
    return Answer(
        code=key,
        state="conflict" if is_conflict else "refused" if problems else "saved",
        version=cell.version,
        stands=cell.text,
        evidence=cell.evidence,
        understood=cell.understood,
        year=year.understood,
        points=points.get(at.indicator, ""),
        says=" ".join(_sentence(one) for one in problems or warnings),
        readings=next((found for one in problems if (found := readings_of(one))), ()),
    )


def _sentence(problem: Problem) -> str:
    return say(problem.code, current_language(), **{"place": problem.place, **problem.data}) + "."


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
