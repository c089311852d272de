"""One line in the log for every request: which page, how it ended, how long it took, whose account. Never a name, an
address, a query or what was typed.
"""

import logging
import secrets
import time
from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("thidua.request")


def request_log(get_response: Handler) -> Handler:
    """Gives each request an id, tells it in `X-Request-ID`, and writes the line when the answer is ready."""

    def handle(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request.request_id = secrets.token_hex(8)
        response = get_response(request)
        response.headers["X-Request-ID"] = request.request_id
        logger.info("request", extra=_fields(request, response, time.perf_counter() - started))
        return response

    return handle


def _fields(request: HttpRequest, response: HttpResponse, seconds: float) -> dict[str, object]:
    match = request.resolver_match
    return {
        "request_id": request.request_id,
        "route": match.view_name if match else "",
        "method": request.method,
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
        "actor": _account(request),
    }


def _account(request: HttpRequest) -> str:
    """The id of the account, if the page asked for it: a log line is no reason to read the database."""
    session = getattr(request, "session", None)
    return session.get(SESSION_KEY, "") if session is not None and session.accessed else ""
