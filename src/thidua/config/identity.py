"""Another server that vouches for people (OpenID Connect), if this installation has one."""

from collections.abc import Mapping
from typing import Any


def identity_server(environment: Mapping[str, str]) -> dict[str, Any]:
    """allauth's settings of the one that THIDUA_OIDC_URL names; none without it, and then nothing is asked of any host.

    THIDUA_OIDC_CLIENT and THIDUA_OIDC_SECRET are how it knows us, THIDUA_OIDC_NAME is what people call it.
    """
    address = environment.get("THIDUA_OIDC_URL", "")
    if not address:
        return {}
    app = {
        "provider_id": "chung",
        "name": environment.get("THIDUA_OIDC_NAME", address),
        "client_id": environment.get("THIDUA_OIDC_CLIENT", ""),
        "secret": environment.get("THIDUA_OIDC_SECRET", ""),
        "settings": {"server_url": address, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}
