"""Every write about figures, reviews and the authority's points."""

from thidua.apps.reporting.services.adjusting import adjust_total
from thidua.apps.reporting.services.figures import Typed, enter_figures, import_figures, undo_figures
from thidua.apps.reporting.services.reviews import record_reviews

__all__ = ["Typed", "adjust_total", "enter_figures", "import_figures", "record_reviews", "undo_figures"]
