"""What people do to standings, each act by a document and a typed word, and what they say of the whole cluster."""

from thidua.apps.results.services.copying import copy_statements
from thidua.apps.results.services.freezing import freeze_standings
from thidua.apps.results.services.releasing import agree_standings, publish_standings, withdraw_standings
from thidua.apps.results.services.stating import drop_statement, write_statement_row

__all__ = [
    "agree_standings",
    "copy_statements",
    "drop_statement",
    "freeze_standings",
    "publish_standings",
    "withdraw_standings",
    "write_statement_row",
]
