"""What the frame of every page needs."""

from django.http import HttpRequest

from thidua.apps import clock
from thidua.web.common.preferences import theme_of


def frame(request: HttpRequest) -> dict[str, object]:
    """The clock, whether it is set, and the ground that this person chose."""
    return {"clock_is_set": clock.is_set(), "clock_now": clock.now(), "theme": theme_of(request)}
