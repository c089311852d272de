"""Every write about figures, reviews and the authority's points."""

from thidua.apps.reporting.services.adjusting import adjust_total
from thidua.apps.reporting.services.explaining import explain_figure
from thidua.apps.reporting.services.figures import CONFLICTS, Typed, enter_figures, import_figures, undo_figures
from thidua.apps.reporting.services.for_unit import confirm_entry, enter_for_unit, reject_entry
from thidua.apps.reporting.services.opening import open_period
from thidua.apps.reporting.services.reports import (
    approve_report,
    open_report,
    recall_report,
    return_report,
    submit_report,
)
from thidua.apps.reporting.services.reviewing import review_figures
from thidua.apps.reporting.services.reviews import record_reviews

__all__ = [
    "CONFLICTS",
    "Typed",
    "adjust_total",
    "approve_report",
    "confirm_entry",
    "enter_figures",
    "enter_for_unit",
    "explain_figure",
    "import_figures",
    "open_period",
    "open_report",
    "recall_report",
    "record_reviews",
    "reject_entry",
    "return_report",
    "review_figures",
    "submit_report",
    "undo_figures",
]
