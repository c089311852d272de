"""Secrets of second steps as they lie in the database: sealed under the installation's key, so that a copy of the
database alone opens no account.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from thidua.apps.access.models import Account


def _key(secret: str) -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(b"thidua.second_step\n" + secret.encode()).digest()))


def _seal() -> MultiFernet:
    """Seals under today's key, opens under earlier ones too."""
    return MultiFernet([_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


class SealedSteps(DefaultMFAAdapter):
    """What allauth asks about second steps."""

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Raises InvalidToken for what another key sealed."""
        return _seal().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_user_entity(self, user: Account) -> dict[str, object]:
        """What a passkey says of its owner on the owner's own machine."""
        entity: dict[str, object] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.get_full_name(), "name": user.username}
