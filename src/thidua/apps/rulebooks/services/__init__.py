"""Every write about rulebooks and targets."""

from thidua.apps.rulebooks.services.acknowledging import acknowledge_targets
from thidua.apps.rulebooks.services.amending import amend_target
from thidua.apps.rulebooks.services.editing import (
    EditConflict,
    add_criterion,
    edit_criterion,
    edit_general,
    edit_indicator,
    move_criterion,
    remove_criterion,
)
from thidua.apps.rulebooks.services.targets import import_targets, set_targets, undo_targets
from thidua.apps.rulebooks.services.undoing import undo_edit
from thidua.apps.rulebooks.services.versions import (
    adopt_rulebook,
    amend_rulebook,
    drop_draft,
    import_rulebook,
    start_draft,
)

__all__ = [
    "EditConflict",
    "acknowledge_targets",
    "add_criterion",
    "adopt_rulebook",
    "amend_rulebook",
    "amend_target",
    "drop_draft",
    "edit_criterion",
    "edit_general",
    "edit_indicator",
    "import_rulebook",
    "import_targets",
    "move_criterion",
    "remove_criterion",
    "set_targets",
    "start_draft",
    "undo_edit",
    "undo_targets",
]
