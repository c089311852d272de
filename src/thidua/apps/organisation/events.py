"""What the ledger tells about units, clusters and offices. Units are no persons: their names are data."""

from datetime import date

from thidua.apps.ledger.events import define

_DAY = date.fromisoformat

UNIT_RECORDED = define("organisation.unit.recorded", day=_DAY)
UNITS_RECORDED = define("organisation.units.recorded")
UNIT_MOVED = define("organisation.unit.moved", day=_DAY)
UNIT_ABOLISHED = define("organisation.unit.abolished", day=_DAY)
SUCCESSION_RECORDED = define("organisation.succession.recorded", day=_DAY)
PROVINCES_LOADED = define("organisation.provinces.loaded", day=_DAY)
CLUSTER_FORMED = define("organisation.cluster.formed")
MEMBERS_CHANGED = define("organisation.members.changed")
CHAIR_GIVEN = define("organisation.chair.given", day=_DAY)
DEPUTY_GIVEN = define("organisation.deputy.given", day=_DAY)
CHAIR_HANDED_OVER = define("organisation.chair.handed_over", day=_DAY)
ROTATION_PLANNED = define("organisation.rotation.planned")
TURN_SKIPPED = define("organisation.turn.skipped")
TURN_GIVEN_ANEW = define("organisation.turn.given_anew")
CLUSTERS_SET_UP = define("organisation.clusters.set_up")
SET_UP_UNDONE = define("organisation.set_up.undone")
