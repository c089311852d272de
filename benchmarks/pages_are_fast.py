"""The main pages beside a view with the same middleware, signed-in person, template and rows, the rows as constants.

What the peer lacks is our own: reading rows and thinking about them. A page is worth it at half the peer's requests a
second, at five units and at 3.500. Both go through the whole WSGI application, in one process, on the same SQLite file
with the settings of an installation; their answers are compared, so that the peer shows the same page.
"""

import os
import re
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from harness import alternate, report, times_faster

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "demo"
PAGES = {
    "home": "/",
    "seasons": "/ky/",
    "season": "/ky/cum-10-2024/",
    "calendar": "/ky/cum-10-2024/lich/",
    "clusters": "/cum/",
    "units": "/don-vi/",
    "unit": "/don-vi/tay-ninh/",
    "ledger": "/so-nhat-ky/",
    "matrix": "/ky/cum-10-2024/bang-diem/",
}
WHO = "thuong-truc"  # the standing body sees most
AT = "2025-08-05T08:00"  # after the merger: communes have been set up
REQUESTS = 12  # of each turn
RUNS = 7

Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


class Peer:
    """Remembers what a page gave to its template, and from then on gives that at once."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, dict[str, Any], int]] = {}
        self.learning = ""

    def install(self) -> None:
        """Listen to what views hand to their templates."""
        from django.template import loader

        original = loader.render_to_string

        def render_to_string(name: str, context: Any = None, request: Any = None, using: Any = None) -> str:
            page = original(name, context, request, using)
            if self.learning and request is not None:
                self.kept[self.learning] = (name, context, 200)
            return page

        loader.render_to_string = render_to_string

    def middleware(self, get_response: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """Stands last, in both: what differs is the view alone."""
        from django.contrib.auth.decorators import login_required
        from django.shortcuts import render

        @login_required
        def constant(request: Any) -> Any:
            name, context, status = self.kept[request.path]
            return render(request, name, context, status=status)

        def handle(request: Any) -> Any:
            return constant(request) if request.META.get("HTTP_X_PEER") else get_response(request)

        return handle


PEER = Peer()


def peer_middleware(get_response: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """By the dotted name that settings want."""
    return PEER.middleware(get_response)


def ask(application: Application, path: str, cookie: str, *, peer: bool) -> str:
    """The page as a server asks for it."""
    said: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": cookie,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **({"HTTP_X_PEER": "1"} if peer else {}),
    }
    answer = application(environ, lambda status, _headers: said.append(status))
    body = b"".join(answer).decode()
    answer.close()
    assert said[0].startswith("200"), (path, said[0])
    return body


def without_tokens(page: str) -> str:
    """A page but for what differs each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def measure(application: Application, cookie: str, units: str) -> None:
    """A line for each page."""
    for name, path in PAGES.items():
        PEER.learning = path
        ask(application, path, cookie, peer=False)
        PEER.learning = ""

        def turn(*, peer: bool, path: str = path) -> list[str]:
            return [without_tokens(ask(application, path, cookie, peer=peer)) for _ in range(REQUESTS)]

        ours, peer = alternate(lambda: turn(peer=False), lambda: turn(peer=True), runs=RUNS)
        report(f"page_{name}_at_{units}_units", times_faster(ours, peer), ">=0.5", "same template, rows as constants")


def sign_in() -> str:
    """The cookie of somebody who signed in."""
    from django.conf import settings
    from django.test import Client

    from thidua.apps.access.models import Account

    client = Client()
    client.force_login(Account.objects.get(username=WHO), settings.AUTHENTICATION_BACKENDS[0])
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def load_country() -> None:
    """Communes below their provinces, and clusters of some seven, set up from one workbook as the ministry does it."""
    from thidua.apps import clock
    from thidua.apps.access.models import Account
    from thidua.apps.access.selectors import actor_of
    from thidua.apps.organisation.services.bulk import set_up_clusters

    sys.path.insert(0, str(ROOT / "tests"))
    from apps.organisation.test_set_up import nation

    body = actor_of(Account.objects.get(username=WHO), on=clock.today())
    set_up_clusters(actor=body, book=nation())


def main() -> None:
    """Loads the demonstration, measures, loads the country, measures again."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "thidua.config.settings.demo", "THIDUA_DATA": folder}
        os.environ.pop("DATABASE_URL", None)
        import django
        from django.conf import settings

        settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{Path(__file__).stem}.peer_middleware"]
        sys.modules[Path(__file__).stem] = sys.modules["__main__"]
        django.setup()
        from django.core.management import call_command
        from django.core.wsgi import get_wsgi_application

        from thidua.apps import clock
        from thidua.apps.demo.installation import play

        for command in ("migrate", "collectstatic"):
            call_command(command, verbosity=0, interactive=False)
        at = clock.read_moment(AT)
        with clock.standing_at(at):
            play(STORY, at=at)
            PEER.install()
            application, cookie = get_wsgi_application(), sign_in()
            measure(application, cookie, "5")
            load_country()
            measure(application, cookie, "3500")


if __name__ == "__main__":
    main()
