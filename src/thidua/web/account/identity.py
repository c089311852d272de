"""Another server that vouches for people (OpenID Connect), if the settings name one; otherwise no host is asked."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse

from thidua.web.common.middleware import POLICY

PROVIDER = "openid_connect"


@dataclass(frozen=True, slots=True)
class Server:
    """The name that people know it by, and where it is."""

    id: str
    name: str
    origin: str


def server() -> Server | None:
    """The one that the settings name."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get(PROVIDER, {}).get("APPS", [])
    if not apps:
        return None
    address = urlsplit(apps[0]["settings"]["server_url"])
    return Server(apps[0]["provider_id"], apps[0]["name"], f"{address.scheme}://{address.netloc}")


def let_forms_reach(response: HttpResponse) -> None:
    """The one form that leads there is sent to us first; browsers hold the way on against the policy too."""
    there = server()
    if there is not None:
        policy = POLICY.replace("form-action 'self'", f"form-action 'self' {there.origin}")
        response.headers["Content-Security-Policy"] = policy
