"""What people do to standings, each act by a document and a typed word."""

from thidua.apps.results.services.freezing import freeze_standings
from thidua.apps.results.services.releasing import agree_standings, publish_standings, withdraw_standings

__all__ = ["agree_standings", "freeze_standings", "publish_standings", "withdraw_standings"]
