"""What the ledger tells about results."""

from datetime import date

from thidua.apps.ledger.events import define

STANDINGS_FROZEN = define("results.standings.frozen", date=date.fromisoformat)
STANDINGS_AGREED = define("results.standings.agreed", date=date.fromisoformat)
STANDINGS_PUBLISHED = define("results.standings.published", date=date.fromisoformat)
STANDINGS_WITHDRAWN = define("results.standings.withdrawn", date=date.fromisoformat)
STATEMENT_WRITTEN = define("results.statement.written")
STATEMENT_DROPPED = define("results.statement.dropped")
STATEMENTS_COPIED = define("results.statements.copied")
