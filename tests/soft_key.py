"""A passkey in software, after the specification of WebAuthn: makes a key pair, and signs what a browser would send."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cbor import encode
from fido2.cose import ES256
from fido2.webauthn import AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(slots=True)
class SoftKey:
    """One key of one person for one site. `verifies`: whether it asks its owner for a finger or a PIN."""

    origin: str
    verifies: bool = True
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    owner: bytes = b""

    def make(self, options: dict) -> str:
        """What `navigator.credentials.create` answers."""
        self.owner = _bytes(options["user"]["id"])
        attested = AttestedCredentialData.create(bytes(16), self.id, ES256.from_cryptography_key(self.key.public_key()))
        data = self._data(options["rp"]["id"], PRESENT | ATTESTED, attested)
        attestation = encode({"fmt": "none", "attStmt": {}, "authData": bytes(data)})
        client = self._client("webauthn.create", options["challenge"])
        return self._answer({"clientDataJSON": _text(client), "attestationObject": _text(attestation)})

    def use(self, options: dict) -> str:
        """What `navigator.credentials.get` answers."""
        data = self._data(options["rpId"], PRESENT)
        client = self._client("webauthn.get", options["challenge"])
        signature = self.key.sign(bytes(data) + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        parts = {
            "clientDataJSON": client,
            "authenticatorData": bytes(data),
            "signature": signature,
            "userHandle": self.owner,
        }
        return self._answer({name: _text(part) for name, part in parts.items()})

    def _data(self, site: str, flags: int, attested: AttestedCredentialData | None = None) -> AuthenticatorData:
        flags |= VERIFIED if self.verifies else 0
        return AuthenticatorData.create(hashlib.sha256(site.encode()).digest(), flags, 0, attested or b"")

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _answer(self, response: dict[str, str]) -> str:
        body = {"id": _text(self.id), "rawId": _text(self.id), "type": "public-key", "clientExtensionResults": {}}
        return json.dumps(body | {"response": response})
