"""What the ledger tells about remarks. What was said is a text of people."""

from thidua.apps.ledger.events import define

REMARK_ASKED = define("remarks.remark.asked", texts=("text",))
REMARK_ANSWERED = define("remarks.remark.answered", texts=("text",))
REMARK_CLOSED = define("remarks.remark.closed")
FIGURE_EXPLAINED = define("remarks.figure.explained", texts=("text",))
