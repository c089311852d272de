"""What a real installation refuses to start with. A demonstration or a test may do all of it."""

import stat
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from thidua.core.errors import Problem
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import describe

SHORTEST_KEY = 50
FEWEST_CHARACTERS = 5  # different ones
KEY_FILE = "secret.key"


def safe_settings(**_: Any) -> list[CheckMessage]:
    """The settings of a real installation, each fault with its sentence."""
    if not settings.THIDUA_PRODUCTION:
        return []
    return [Error(describe(problem, current_language()), id=problem.code) for problem in find_unsafe_settings()]


def find_unsafe_settings() -> Iterator[Problem]:
    """Everything about the settings that would let somebody in, or make the ledger's times untrue."""
    if settings.THIDUA_CLOCK_SHIFT:
        yield Problem("server.clock_is_set")
    if settings.DEBUG:
        yield Problem("server.debug")
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        yield Problem("server.no_hosts")
    if len(settings.SECRET_KEY) < SHORTEST_KEY or len(set(settings.SECRET_KEY)) < FEWEST_CHARACTERS:
        yield Problem("server.plain_key", {"length": SHORTEST_KEY})
    kept = settings.DATA_DIR / KEY_FILE
    if kept.exists() and stat.S_IMODE(kept.stat().st_mode) & 0o077:
        yield Problem("server.open_key", {"file": str(kept)})
