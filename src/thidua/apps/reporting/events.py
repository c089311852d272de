"""What the ledger tells about figures, reviews and the authority's points."""

from datetime import date

from thidua.apps.ledger.events import define
from thidua.core.states import Stage

FIGURES_ENTERED = define("reporting.figures.entered")
FIGURES_TAKEN_BACK = define("reporting.figures.taken_back")
REVIEWS_RECORDED = define("reporting.reviews.recorded", stages=Stage, date=date.fromisoformat)
TOTAL_ADJUSTED = define("reporting.total.adjusted", date=date.fromisoformat)
