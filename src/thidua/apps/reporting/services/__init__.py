"""Every write about figures, reviews and the authority's points."""

from thidua.apps.reporting.services.adjusting import adjust_total
from thidua.apps.reporting.services.figures import Typed, enter_figures, import_figures, undo_figures
from thidua.apps.reporting.services.reports import approve_report, recall_report, return_report, submit_report
from thidua.apps.reporting.services.reviewing import Review, mended, review_figures
from thidua.apps.reporting.services.reviews import record_reviews

__all__ = [
    "Review",
    "Typed",
    "adjust_total",
    "approve_report",
    "enter_figures",
    "import_figures",
    "mended",
    "recall_report",
    "record_reviews",
    "return_report",
    "review_figures",
    "submit_report",
    "undo_figures",
]
