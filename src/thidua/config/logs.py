"""Logs as lines of JSON on standard error, for whatever collects them. No personal data, by construction.

Of our own records only the named fields are written. Of foreign ones only where they come from, how grave they are, the
unfilled text and the place of an exception: what would be filled in, and an exception's own text, may hold a name.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

SERVER = "_granian"  # the web server's own logger
FIELDS = ("request_id", "route", "method", "status", "ms", "actor")


class JsonLines(logging.Formatter):
    """One record, one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without what it was filled with."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.msg if record.name.startswith("thidua.") else record.name,
        }
        if record.name == SERVER:
            line["text"] = record.getMessage().split("\n", 1)[0]  # of itself; a fault of ours would follow below
        elif record.args:
            line["text"] = str(record.msg)
        line |= {name: value for name in FIELDS if (value := _field(record, name)) is not None}
        if record.exc_info and record.exc_info[0]:
            line |= {"exception": record.exc_info[0].__qualname__, "at": _places(record.exc_info[2])}
        return json.dumps(line, ensure_ascii=False)


def _field(record: logging.LogRecord, name: str) -> object:
    """A field of ours, or the id of the request that a foreign record carries along."""
    if name == "request_id":
        return getattr(record, name, None) or getattr(getattr(record, "request", None), name, None)
    return getattr(record, name, None)


def _places(trace: TracebackType | None) -> list[str]:
    """File and line of the innermost frames: never what stood in them."""
    return [
        f"{frame.filename.rsplit('/site-packages/')[-1]}:{frame.lineno}" for frame in traceback.extract_tb(trace)[-8:]
    ]


LOGS: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "thidua.config.logs.JsonLines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "thidua": {"handlers": ["lines"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["lines"], "level": "ERROR", "propagate": False},  # each request has its line from us
    },
}
