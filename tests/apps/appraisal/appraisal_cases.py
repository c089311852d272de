"""A season while it is appraised: Tây Ninh in the chair, Long An the deputy, claims of three units."""

from datetime import date

from scoring_cases import scored_season, today_in
from season_cases import move_on, on, person
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.appraisal.items import Item, items_of
from thidua.apps.appraisal.models import Verdict
from thidua.apps.appraisal.services import decide
from thidua.apps.appraisal.services.deciding import Seen
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.models import Season
from thidua.core.phases import Phase

DAY = today_in(Phase.APPRAISING)
APPRAISER = person(Role.APPRAISER, "dong-nai")
SECOND = Actor("second", "Lê Thị Hai", (Grant(Role.APPRAISER, "binh-duong"),))
DEPUTY = person(Role.SECRETARY, "long-an")
CHAIR_SIDE = person(Role.SECRETARY, "tay-ninh")
BODY_CODE = "bo-cong-an"
CLAIMS = {"pha-an": Typed("93,1%", "BC 5"), "tin-bai": Typed("12", "BC 6")}


def claimed_season(*units: str) -> Season:
    """Units have claimed, and the season has just come to its appraisal."""
    season = scored_season(Phase.REPORTING)
    with on(today_in(Phase.REPORTING)):
        for unit in units or ("long-an", "binh-phuoc", "tay-ninh"):
            enter_figures(actor=person(Role.REPORTER, unit), season=season, unit=unit, cells=CLAIMS)
    return move_on(season, to=Phase.APPRAISING)


def item(season: Season, unit: str, indicator: str = "pha-an", *, day: date = DAY) -> Item:
    """The item as it stands."""
    return items_of(season, rulebook_of(season, on=day), [unit])[unit, indicator]


def seen(season: Season, unit: str, indicator: str = "pha-an") -> Seen:
    """The item as somebody sees it now."""
    now = item(season, unit, indicator)
    return Seen(now.claim_version, now.decision_version)


def accept(season: Season, unit: str, indicator: str = "pha-an", *, actor: Actor = APPRAISER) -> None:
    """A claim is accepted."""
    decide(
        actor=actor,
        season=season,
        unit=unit,
        indicator=indicator,
        verdict=Verdict.ACCEPT,
        seen=seen(season, unit, indicator),
    )


def cut(season: Season, unit: str, typed: str = "90%", *, actor: Actor = APPRAISER) -> None:
    """A claim is cut, with its reason and clause."""
    decide(
        actor=actor,
        season=season,
        unit=unit,
        indicator="pha-an",
        verdict=Verdict.ADJUST,
        typed=typed,
        reason="Thống kê hình sự ghi số khác",
        clause="Điều 5",
        seen=seen(season, unit),
    )
