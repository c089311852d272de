"""Opening a closed period again for one unit, until a day, with the reason."""

from collections.abc import Iterator
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.reporting import events
from thidua.apps.reporting.models import PeriodOpening
from thidua.apps.reporting.services.reports import demand_side
from thidua.apps.reporting.windows import Window, WindowState, windows_of
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.periods import PeriodName
from thidua.words.vietnamese import tidy


def open_period(*, actor: Actor, season: Season, unit: str, period: str, until: date, reason: str) -> PeriodOpening:
    """Let a unit report a period that has closed, up to a day. Never for one's own unit: the deputy's side opens the
    chair's. A later opening replaces the earlier one, and may end it at once.
    """
    with changing(season) as held:
        by = demand(actor, Verb.OPEN_PERIOD, held.subject(unit))
        demand_side(Verb.OPEN_PERIOD, by, held, unit)
        windows = windows_of(held.season, rulebook_of(held.season, on=held.today), unit, on=held.today)
        wrong = _wrong(windows.get(period), until, held.today)
        refuse([*wrong, *checks.given("reason", reason, longest=2000)])
        row = PeriodOpening(
            season=held.season,
            unit=unit,
            period=period,
            until=until,
            reason=tidy(reason),
            by_account=by.account,
            at=clock.now(),
        )
        with recording(
            events.PERIOD_OPENED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=row.reason,
            unit=unit,
            period=period,
            date=until,
        ) as record:
            return record.save(row)


def _wrong(window: Window | None, until: date, today: date) -> Iterator[Problem]:
    if window is None:
        yield Problem("reporting.no_such_period", place=Place(path="period"))
    elif not window.state(today).takes_figures and window.state(today) is not WindowState.CLOSED:
        yield Problem("reporting.period_ahead", {"period": PeriodName(window.period.code), "day": window.opens_on})
    elif window.closes_on is None or today <= window.closes_on:
        yield Problem("reporting.period_open_still", {"period": PeriodName(window.period.code)})
    if until < today:
        yield Problem("reporting.opening_in_the_past", {"day": today}, Place(path="until"))
