"""Every write about appraisal."""

from thidua.apps.appraisal.services.agreeing import agree_point, hold_meeting
from thidua.apps.appraisal.services.checking import check_on_spot, draw_sample_of
from thidua.apps.appraisal.services.deciding import answer_return, decide, look_again
from thidua.apps.appraisal.services.objecting import object_to, rule_on, withdraw_objection
from thidua.apps.appraisal.services.rechecking import recheck
from thidua.apps.appraisal.services.rosters import change_roster, declare_conflict, draw_roster_of

__all__ = [
    "agree_point",
    "answer_return",
    "change_roster",
    "check_on_spot",
    "decide",
    "declare_conflict",
    "draw_roster_of",
    "draw_sample_of",
    "hold_meeting",
    "look_again",
    "object_to",
    "recheck",
    "rule_on",
    "withdraw_objection",
]
