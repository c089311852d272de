"""What the ledger tells about the pact. Digests are data; names of those who signed are texts."""

from datetime import date

from thidua.apps.ledger.events import define

PACT_DRAFTED = define("pact.drafted")
PACT_OPENED = define("pact.opened")
PACT_WITHDRAWN = define("pact.withdrawn")
PACT_SIGNED = define("pact.signed", texts=("signer",))
PACT_SIGNED_ON_PAPER = define("pact.signed_on_paper", texts=("signer",), date=date.fromisoformat)
