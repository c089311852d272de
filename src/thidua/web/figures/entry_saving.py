"""What somebody typed into cells of the grid: read from the message or from the form, written, and answered by cell."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.http import QueryDict

from thidua.apps.access.policy import AccessRefused
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services import CONFLICTS, Typed, enter_figures
from thidua.core.errors import Problem, Refused, Severity
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_table import own_figures, own_rows
from thidua.web.figures.looking import seen_by
from thidua.web.figures.understood import points_of, understood
from thidua.web.secretary.frame import Looking
from thidua.words.say import say

MOST_CELLS = 2000  # of one message; a larger block is sent in pieces
LONGEST = 2000
KEEP, WRITE = "giu", "ghi"  # what somebody chose where two wrote


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed into a line, and the version that they had before them."""

    text: str
    evidence: str
    version: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a cell, what stands in it now, and what is to be said of it.

    state: `saved`, `refused`, or `conflict` where somebody else wrote it meanwhile.
    """

    code: str
    state: str
    version: int
    stands: str
    evidence: str
    understood: str
    points: str
    says: str

    def plain(self) -> dict[str, object]:
        """As the page reads it."""
        return asdict(self)


def save(looking: Looking, unit: str, asked: Mapping[str, Asked]) -> list[Answer]:
    """Write what can be written, and say of each cell what became of it."""
    problems: dict[str, list[Problem]] = {}
    warnings: tuple[Problem, ...] = ()
    rest = dict(asked)
    for _attempt in range(2):
        typed = {code: Typed(one.text, evidence=one.evidence) for code, one in rest.items()}
        versions = {code: one.version for code, one in rest.items()}
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
                for code in about:
                    problems.setdefault(code, []).append(problem)
            rest = {code: one for code, one in rest.items() if code not in problems}
    return _answers(looking, unit, asked, problems, warnings)


def read_message(body: bytes) -> dict[str, Asked] | None:
    """`{"cells": [{"code", "text", "evidence", "version"}]}`; None for anything else."""
    try:
        message = json.loads(body)
        listed = message["cells"]
        if not isinstance(listed, list) or len(listed) > MOST_CELLS:
            return None
        return {
            str(one["code"])[:100]: Asked(
                str(one.get("text", ""))[:LONGEST], str(one.get("evidence", ""))[:LONGEST], _whole(str(one["version"]))
            )
            for one in listed
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def read_form(sent: QueryDict) -> dict[str, Asked]:
    """The lines that a form without script has changed; where two wrote, nothing until somebody chose."""
    found = {}
    for name in sent:
        code = name.removeprefix("so:")
        if code == name or sent.get(f"chon:{code}") == KEEP:
            continue
        text, evidence = sent.get(name, ""), sent.get(f"mc:{code}", "")
        before = sent.get(f"truoc:{code}", ""), sent.get(f"mctruoc:{code}", "")
        if (text.strip(), evidence.strip()) != (before[0].strip(), before[1].strip()):
            version = sent.get(f"nay:{code}" if sent.get(f"chon:{code}") == WRITE else f"ban:{code}", "")
            found[code] = Asked(text[:LONGEST], evidence[:LONGEST], _whole(version))
    return found


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
    rows = own_rows(looking, unit)
    figures = own_figures(seen, unit)
    points = points_of(looking, seen, unit)
    told: dict[str, list[Problem]] = {}
    for one in warnings:
        if one.severity is Severity.WARNING:
            told.setdefault(one.place.path, []).append(one)
    return [
        _answer(code, rows.get(code), problems.get(code, []), told.get(code, []), figures.get(code), points.get(code))
        for code in asked
    ]


def _answer(  # noqa: PLR0917 - the parts of one answer
    code: str,
    row: Figure | None,
    problems: list[Problem],
    warnings: list[Problem],
    figure: CoreFigure | None,
    points: str | None,
) -> Answer:
    is_conflict = any(one.code in CONFLICTS for one in problems)
    return Answer(
        code=code,
        state="conflict" if is_conflict else "refused" if problems else "saved",
        version=row.version if row else 0,
        stands=row.typed if row else "",
        evidence=row.evidence if row else "",
        understood=understood(figure) if figure else "",
        points=points or "",
        says=" ".join(_sentence(one) for one in problems or warnings),
    )


def _sentence(problem: Problem) -> str:
    return say(problem.code, current_language(), **{"place": problem.place, **problem.data}) + "."


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
