"""What the ledger tells about the demonstration itself."""

from thidua.apps.ledger.events import define

DEMO_LOADED = define("demo.loaded")
