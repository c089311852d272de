"""Every write about seasons: one keyword-only verb each, everything wrong told at once, one entry in the ledger."""

from thidua.apps.seasons.services.changing import SeasonRefused
from thidua.apps.seasons.services.merging import answer_merger
from thidua.apps.seasons.services.moving import attest_guard, move_season, reopen_season
from thidua.apps.seasons.services.opening import launch_movement, open_season
from thidua.apps.seasons.services.planning import (
    Fact,
    drop_duty,
    finish_duty,
    plan_phases,
    report_facts,
    set_duty,
)
from thidua.apps.seasons.services.procedure import (
    MovementWords,
    Rules,
    edit_movement,
    link_movements,
    set_regulation,
)

__all__ = [
    "Fact",
    "MovementWords",
    "Rules",
    "SeasonRefused",
    "answer_merger",
    "attest_guard",
    "drop_duty",
    "edit_movement",
    "finish_duty",
    "launch_movement",
    "link_movements",
    "move_season",
    "open_season",
    "plan_phases",
    "reopen_season",
    "report_facts",
    "set_duty",
    "set_regulation",
]
