"""Every write about rulebooks and targets."""

from thidua.apps.rulebooks.services.amending import amend_target
from thidua.apps.rulebooks.services.targets import import_targets, set_targets, undo_targets
from thidua.apps.rulebooks.services.versions import adopt_rulebook, amend_rulebook, drop_draft, import_rulebook

__all__ = [
    "adopt_rulebook",
    "amend_rulebook",
    "amend_target",
    "drop_draft",
    "import_rulebook",
    "import_targets",
    "set_targets",
    "undo_targets",
]
