"""What the ledger tells about units, clusters and offices. Units are no persons: their names are data."""

from thidua.apps.ledger.events import define

UNIT_RECORDED = define("organisation.unit.recorded")
UNITS_RECORDED = define("organisation.units.recorded")
