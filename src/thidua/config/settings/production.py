"""A real installation: the key is given, cookies travel over TLS only, the clock is the machine's."""

from thidua.config.settings.base import *  # noqa: F403 - settings are a flat list by design

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
