"""What the ledger tells about movements and seasons. What people typed are texts."""

from thidua.apps.ledger.events import define

MOVEMENT_LAUNCHED = define("seasons.movement.launched", texts=("name",))
SEASON_OPENED = define("seasons.season.opened")
PHASES_PLANNED = define("seasons.phases.planned")
DUTY_SET = define("seasons.duty.set", texts=("title",))
DUTY_DROPPED = define("seasons.duty.dropped", texts=("title",))
DUTY_DONE = define("seasons.duty.done", texts=("title",))
GUARD_ATTESTED = define("seasons.guard.attested", texts=("note",))
SEASON_MOVED = define("seasons.season.moved")
SEASON_REOPENED = define("seasons.season.reopened")
FACTS_REPORTED = define("seasons.facts.reported")
