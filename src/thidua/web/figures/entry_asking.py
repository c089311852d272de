"""What a cell of the grid asks of who types: a comment on a figure that is doubted, which reading of a text is meant,
and the open questions of others.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from thidua.apps.remarks.selectors import explains, explanations_of, open_by_cell
from thidua.apps.reporting.doubts import doubts_of, own_lines
from thidua.apps.reporting.periods import At
from thidua.apps.rulebooks.bridge import spelled
from thidua.core.errors import Problem, Severity
from thidua.web.common.templatetags.words import current_language, without_place
from thidua.web.secretary.frame import Looking
from thidua.words.say import say

DASH = "numbers.dash_alone"  # zero, or not reported?


@dataclass(frozen=True, slots=True)
class Note:
    """Why a figure is doubted (nothing where it is not), and the unit's comment on it as it stands."""

    doubt: str = ""
    comment: str = ""

    @property
    def asks(self) -> bool:
        return bool(self.doubt) and not self.comment

    def plain(self) -> dict[str, str]:
        """As the page reads it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the readings that a text may have: a text that has this reading alone, and what its button says."""

    text: str
    label: str


def notes_of(looking: Looking, unit: str) -> dict[str, Note]:
    """By cell, what is doubted and what was commented on. As many queries for one cell as for all."""
    season = looking.season
    told: dict[str, list[str]] = defaultdict(list)
    for one in doubts_of(season, unit, on=looking.today):
        told[At(one.indicator, one.period).path].append(without_place(one.problem) + ".")
    lines = own_lines(season, unit)
    comments = {
        At(*at).path: one.text
        for at, one in explanations_of(season, unit).items()
        if at in lines and explains(one, lines[at].typed)
    }
    return {key: Note(" ".join(told.get(key, [])), comments.get(key, "")) for key in [*told, *comments]}


def open_of(looking: Looking, unit: str) -> Counter[str]:
    """By cell, how many questions are open. One query."""
    found = open_by_cell(looking.season, [unit])
    return Counter({At(code, period).path: count for (_unit, code, period), count in found.items()})


def open_by_indicator(opened: Mapping[str, int]) -> Counter[str]:
    """By indicator, how many questions are open at any time of the year."""
    found: Counter[str] = Counter()
    for key, count in opened.items():
        found[key.partition("@")[0]] += count
    return found


def readings_of(problem: Problem) -> tuple[Reading, ...]:
    """The readings that a question offers, each as the text that is never asked about again."""
    readings = problem.data.get("readings")
    if problem.severity is not Severity.QUESTION or not isinstance(readings, tuple):
        return ()
    found = [Reading(text, text) for text in map(spelled, readings)]
    if problem.code == DASH:
        found.append(Reading("", say("entry.leave_empty", current_language())))
    return tuple(found)
