"""What the ledger tells about mail: that somebody gave an address (never which), and how many mails a run sent."""

from datetime import date

from thidua.apps.ledger.events import define

ADDRESS_GIVEN = define("notices.address.given")
ADDRESS_CONFIRMED = define("notices.address.confirmed")
ADDRESS_DROPPED = define("notices.address.dropped")
DIGEST_SENT = define("notices.digest.sent", day=date.fromisoformat)
