"""What every database has below its tables: the Vietnamese collation, so that a list sorts alike on both engines.

On SQLite a connection gets it when it opens; on PostgreSQL a migration makes it, once, from the Unicode collation.
"""

from django.db.models import F
from django.db.models.functions import Collate

COLLATION = "vi"


def in_vietnamese_order(column: str) -> Collate:
    """For `order_by`: a text column sorted as Vietnamese readers expect, numbers by their value."""
    return Collate(F(column), COLLATION)
