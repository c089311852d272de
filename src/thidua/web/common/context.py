"""What the frame of every page needs."""

from django.http import HttpRequest

from thidua.apps import clock


def frame(_request: HttpRequest) -> dict[str, object]:
    """Whether the clock is set, and what it shows."""
    return {"clock_is_set": clock.is_set(), "clock_now": clock.now()}
