"""What the ledger tells about results."""

from datetime import date

from thidua.apps.ledger.events import define

STANDINGS_FROZEN = define("results.standings.frozen", date=date.fromisoformat)
