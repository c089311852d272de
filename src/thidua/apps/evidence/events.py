"""What the ledger tells about evidence. What it shows, and why it was taken back, are words of people."""

from datetime import date

from thidua.apps.ledger.events import define

_day = date.fromisoformat

EVIDENCE_FILED = define("evidence.piece.filed", texts=("title",), dated=_day)
EVIDENCE_CITED = define("evidence.piece.cited")
EVIDENCE_UNCITED = define("evidence.piece.uncited")
EVIDENCE_WITHDRAWN = define("evidence.piece.withdrawn", texts=("title",))
AGE_LIMITED = define("evidence.age.limited", first=_day, last=_day, date=_day)
