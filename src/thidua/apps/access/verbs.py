"""Everything that anybody may be allowed to do, one word each. A verb without a row in the policy table is denied."""

from enum import StrEnum


class Verb(StrEnum):
    """What a service or a page does, as an officer would say it (`Verb.…` in the sentences)."""

    ADJUST_TOTAL = "adjust_total"
    ADOPT_RULEBOOK = "adopt_rulebook"
    AMEND_RULEBOOK = "amend_rulebook"
    AMEND_TARGETS = "amend_targets"
    ASSIGN_ROLES = "assign_roles"
    ATTEST_GUARD = "attest_guard"
    DELEGATE = "delegate"
    DRAFT_RULEBOOK = "draft_rulebook"
    ENTER_FIGURES = "enter_figures"
    ERASE_TEXT = "erase_text"
    FINISH_DUTY = "finish_duty"
    HAND_OVER_CHAIR = "hand_over_chair"
    LAUNCH_MOVEMENT = "launch_movement"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_CLUSTERS = "manage_clusters"
    MANAGE_UNITS = "manage_units"
    MOVE_SEASON = "move_season"
    OPEN_SEASON = "open_season"
    PLAN_SEASON = "plan_season"
    READ_FIGURES = "read_figures"
    READ_LEDGER = "read_ledger"
    READ_ORGANISATION = "read_organisation"
    READ_SEASON = "read_season"
    RECORD_REVIEWS = "record_reviews"
    REOPEN_SEASON = "reopen_season"
    SET_TARGETS = "set_targets"
