"""Everything that anybody may be allowed to do, one word each. A verb without a row in the policy table is denied."""

from enum import StrEnum


class Verb(StrEnum):
    """What a service or a page does, as an officer would say it (`Verb.…` in the sentences)."""

    ASSIGN_ROLES = "assign_roles"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_LEDGER = "read_ledger"
    READ_SEASON = "read_season"
