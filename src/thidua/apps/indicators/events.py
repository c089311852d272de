"""What the ledger tells about the library of indicators."""

from datetime import date

from thidua.apps.ledger.events import define

INDICATOR_ADDED = define("indicators.indicator.added", date=date.fromisoformat)
INDICATOR_CHANGED = define("indicators.indicator.changed", date=date.fromisoformat)
INDICATOR_RETIRED = define("indicators.indicator.retired", date=date.fromisoformat)
LIBRARY_FILLED = define("indicators.library.filled")
