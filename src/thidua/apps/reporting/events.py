"""What the ledger tells about figures, reviews and the authority's points."""

from datetime import date

from thidua.apps.ledger.events import define
from thidua.core.periods import PeriodName
from thidua.core.states import Stage

FIGURES_ENTERED = define("reporting.figures.entered")
FIGURES_TAKEN_BACK = define("reporting.figures.taken_back")
REVIEWS_RECORDED = define("reporting.reviews.recorded", stages=Stage, date=date.fromisoformat)
REPORT_SUBMITTED = define("reporting.report.submitted")
REPORT_APPROVED = define("reporting.report.approved")
REPORT_RECALLED = define("reporting.report.recalled")
REPORT_OPENED = define("reporting.report.opened")
PERIOD_OPENED = define("reporting.period.opened", date=date.fromisoformat, period=PeriodName)
REPORT_RETURNED = define("reporting.report.returned")
ENTERED_FOR = define("reporting.entry_for.typed", date=date.fromisoformat)
ENTRY_CONFIRMED = define("reporting.entry_for.confirmed")
ENTRY_REJECTED = define("reporting.entry_for.rejected")
TOTAL_ADJUSTED = define("reporting.total.adjusted", date=date.fromisoformat)
