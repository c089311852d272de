"""Who wrote what: the names of those who acted, by account."""

from collections.abc import Collection
from uuid import UUID

from thidua.apps.access.models import Account


def names_of(accounts: Collection[str]) -> dict[str, str]:
    """The full names of accounts; keys that are none stay out. One query."""
    keys = [key for key in accounts if _is_key(key)]
    return {str(one.pk): one.full_name for one in Account.objects.filter(pk__in=keys)} if keys else {}


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
