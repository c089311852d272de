"""What the ledger tells about units, clusters and offices. Units are no persons: their names are data."""

from thidua.apps.ledger.events import define

UNIT_RECORDED = define("organisation.unit.recorded")
UNITS_RECORDED = define("organisation.units.recorded")
UNIT_MOVED = define("organisation.unit.moved")
UNIT_ABOLISHED = define("organisation.unit.abolished")
SUCCESSION_RECORDED = define("organisation.succession.recorded")
PROVINCES_LOADED = define("organisation.provinces.loaded")
CLUSTER_FORMED = define("organisation.cluster.formed")
MEMBERS_CHANGED = define("organisation.members.changed")
CHAIR_GIVEN = define("organisation.chair.given")
DEPUTY_GIVEN = define("organisation.deputy.given")
CHAIR_HANDED_OVER = define("organisation.chair.handed_over")
ROTATION_PLANNED = define("organisation.rotation.planned")
TURN_SKIPPED = define("organisation.turn.skipped")
TURN_GIVEN_ANEW = define("organisation.turn.given_anew")
CLUSTERS_SET_UP = define("organisation.clusters.set_up")
SET_UP_UNDONE = define("organisation.set_up.undone")
