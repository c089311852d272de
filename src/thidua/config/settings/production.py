"""A real installation: names of its own, the machine's clock. System checks refuse what is unsafe.

`THIDUA_TRANSPORT` says how requests come in: `tls`, our own certificate; `proxy`, a server before us does TLS and says
so in X-Forwarded-Proto; `local`, from this machine only.
"""

import os

from thidua.config.secret import kept_key
from thidua.config.settings.base import *  # noqa: F403 - settings are a flat list by design
from thidua.config.settings.base import DATA_DIR as _DATA_DIR
from thidua.config.settings.base import SECRET_KEY as _GIVEN

THIDUA_PRODUCTION = True
SECRET_KEY = _GIVEN or kept_key(_DATA_DIR)
ALLOWED_HOSTS = [name for name in os.environ.get("THIDUA_HOSTS", "").split(",") if name]

_TRANSPORT = os.environ.get("THIDUA_TRANSPORT", "tls")
if _TRANSPORT != "local":
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
if _TRANSPORT == "proxy":
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # whose word for the client's address is taken
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
