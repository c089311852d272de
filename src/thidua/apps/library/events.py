"""What the ledger tells about the library. Subjects of documents are texts."""

from datetime import date

from thidua.apps.ledger.events import define
from thidua.apps.library.models import DocumentSort

DOCUMENT_KEPT = define("library.document.kept", texts=("subject_line",), sort=DocumentSort, date=date.fromisoformat)
DOCUMENT_WITHDRAWN = define("library.document.withdrawn", date=date.fromisoformat)
