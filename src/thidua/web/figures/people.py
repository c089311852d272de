"""How people are called who typed or said something."""

from collections.abc import Iterable
from uuid import UUID

from thidua.apps.access.models import Account


def names_of(keys: Iterable[str]) -> dict[str, str]:
    """The names of people, by account. One query."""
    accounts = Account.objects.filter(pk__in={key for key in keys if _is_key(key)})
    return {str(one.pk): one.full_name for one in accounts}


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
