"""What remarks put on desks: to answer what the other side asked, and to read an answer and close."""

from collections.abc import Iterator

from thidua.apps.access.roles import Role
from thidua.apps.remarks.models import Act, Side
from thidua.apps.remarks.selectors import Thread, open_threads
from thidua.apps.remarks.services import OF_THE_UNIT, may_speak
from thidua.apps.seasons import bridge
from thidua.apps.seasons.desk import Asked, DeskItem

SHOWN = 80  # letters of a question on a desk


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """Every thread in which somebody has to speak now. Two queries."""
    seasons = {one.slug: one for one in asked.seasons}
    for thread in open_threads(asked.seasons):
        row = thread.question
        season, standing = seasons[row.season_id], asked.standings[row.season_id]
        if not _is_asked(asked, thread) or not may_speak(
            asked.actor, bridge.subject(season, standing, unit=row.unit), standing
        ):
            continue
        is_question = thread.waits_for is not row.who
        code = "remarks.to_answer" if is_question else "remarks.to_read"
        data = {"indicator": row.indicator, "text": _shortened(thread.remarks[-1].text)}
        link = ("figure", season.slug, row.unit, row.indicator)
        yield DeskItem(season, row.unit, code, link, data, "remarks.answer" if is_question else "remarks.read")


def _is_asked(asked: Asked, thread: Thread) -> bool:
    """The unit's own people; on the other side whoever spoke there, or the chair's side where nobody has yet."""
    row, standing = thread.question, asked.standings[thread.question.season_id]
    if thread.waits_for is Side.UNIT:
        return row.unit in asked.units_as(*OF_THE_UNIT)
    spoke = {one.by_account for one in thread.remarks if one.who is Side.REVIEW and one.what is not Act.CLOSED}
    if spoke:
        return asked.actor.account in spoke
    return (standing.deputy if row.unit == standing.chair else standing.chair) in asked.units_as(Role.SECRETARY)


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
