"""A season's rows as the core's one value, the same that a season folder gives. Computes nothing."""

from datetime import date, timedelta
from functools import cache

from thidua.apps.reporting.selectors import Inputs
from thidua.apps.results.stages import is_closed, stage_in
from thidua.apps.seasons.models import Season
from thidua.core.errors import Severity
from thidua.core.phases import Phase
from thidua.core.results.result import SeasonName
from thidua.core.scoring.figures import Member
from thidua.core.season import Season as CoreSeason
from thidua.core.states import Stage
from thidua.core.timeline import Period, WorkingCalendar
from thidua.files.calendars import load_working_calendar


def core_season(season: Season, inputs: Inputs, *, on: date, phase: Phase | None = None) -> CoreSeason:
    """The season as it is scored on a day, at its own step unless another is given.

    It is never closed while some figure that was typed could not be read.
    """
    cluster, step = season.cluster.name, phase or season.step
    return CoreSeason(
        name=SeasonName(code=season.slug, title=f"{cluster}, {season.year}", cluster=cluster, year=season.year),
        units=tuple(Member(unit.code, unit.name, cluster, unit.short) for unit in inputs.units),
        rulebook=inputs.rulebook,
        figures=inputs.figures,
        targets=inputs.targets,
        stage=stage_in(step, is_rechecked=any(one.stage is Stage.RECHECKED for one in inputs.figures)),
        closed=is_closed(step) and not any(one.severity is Severity.ERROR for one in inputs.problems),
        as_of=on,
        data=Period(season.data_from, season.data_to + timedelta(days=1)),
        calendar=_working_calendar(),
        adjustments=inputs.adjustments,
        order_of_speaking=tuple(unit.code for unit in inputs.units),
    )


@cache
def _working_calendar() -> WorkingCalendar:
    return load_working_calendar()
