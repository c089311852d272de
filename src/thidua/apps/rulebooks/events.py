"""What the ledger tells about rulebooks and targets."""

from datetime import date

from thidua.apps.ledger.events import define
from thidua.apps.rulebooks.models import DraftPart, EditKind

_day = date.fromisoformat

RULEBOOK_DRAFTED = define("rulebooks.rulebook.drafted")
DRAFT_EDITED = define("rulebooks.draft.edited", what=EditKind, part=DraftPart)
DRAFT_DROPPED = define("rulebooks.draft.dropped")
RULEBOOK_ADOPTED = define("rulebooks.rulebook.adopted", date=_day)
RULEBOOK_AMENDED = define("rulebooks.rulebook.amended", date=_day)
TARGETS_GIVEN = define("rulebooks.targets.given", date=_day)
TARGETS_ACKNOWLEDGED = define("rulebooks.targets.acknowledged")
TARGETS_TAKEN_BACK = define("rulebooks.targets.taken_back")
TARGET_AMENDED = define("rulebooks.target.amended", date=_day)
