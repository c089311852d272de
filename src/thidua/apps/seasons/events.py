"""What the ledger tells about movements and seasons. What people typed are texts."""

from datetime import date

from thidua.apps.ledger.events import define
from thidua.apps.seasons.models import LinkKind, MergerChoice
from thidua.core.phases import Guard, Phase

_day = date.fromisoformat

MOVEMENT_LAUNCHED = define("seasons.movement.launched", texts=("name",))
SEASON_OPENED = define("seasons.season.opened", date=_day)
PHASES_PLANNED = define("seasons.phases.planned", phases=Phase)
DUTY_SET = define("seasons.duty.set", texts=("title",), due=_day)
DUTY_DROPPED = define("seasons.duty.dropped", texts=("title",))
DUTY_DONE = define("seasons.duty.done", texts=("title",))
GUARD_ATTESTED = define("seasons.guard.attested", texts=("note",), guard=Guard, date=_day)
SEASON_MOVED = define("seasons.season.moved", source=Phase, target=Phase)
SEASON_REOPENED = define("seasons.season.reopened", source=Phase, target=Phase, date=_day)
FACTS_REPORTED = define("seasons.facts.reported")
MOVEMENT_EDITED = define("seasons.movement.edited", texts=("name",))
MOVEMENTS_LINKED = define("seasons.movement.linked", texts=("name", "other"), kind=LinkKind)
REGULATION_SET = define("seasons.regulation.set", date=_day, first=_day)
MERGER_ANSWERED = define("seasons.merger.answered", choice=MergerChoice, day=_day, date=_day)
