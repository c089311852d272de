"""The page of criteria × units at ten units and 176 criteria, beside the same template over the same rows as constants.

What the peer lacks is our own: reading heads of chains, looking up the evaluation, writing numbers. Both go through the
whole WSGI application with the same middleware and signed-in person; their answers are compared.
"""

import sys
from pathlib import Path

import pages_are_fast as pages
from harness import alternate, report, times_faster
from recalculation import written_season
from rows import empty_database

WHO, PASSWORD = "thuong-truc", "mùa thi đua năm ấy"
REQUESTS, RUNS = 4, 9


def main() -> None:
    """One season, one page, turn by turn."""
    with empty_database():
        from django.conf import settings
        from django.core.wsgi import get_wsgi_application

        from season_cases import on

        settings.MIDDLEWARE = [*settings.MIDDLEWARE, "pages_are_fast.peer_middleware"]
        season = written_season()
        with on(season.data_from):
            write_person()
            pages.PEER.install()
            application, cookie = get_wsgi_application(), pages.sign_in()
            path = f"/ky/{season.slug}/bang-diem/"
            pages.PEER.learning = path
            shown = pages.ask(application, path, cookie, peer=False)
            pages.PEER.learning = ""
            assert shown.count("<tr") > 176, shown.count("<tr")

            def turn(*, peer: bool) -> list[str]:
                asked = (pages.ask(application, path, cookie, peer=peer) for _ in range(REQUESTS))
                return [pages.without_tokens(page) for page in asked]

            ours, peer = alternate(lambda: turn(peer=False), lambda: turn(peer=True), runs=RUNS)
    report("matrix_page_10x176", times_faster(ours, peer), ">=0.5", "same template, rows as constants")


def write_person() -> None:
    """Somebody who sees all points."""
    from season_cases import ABOVE, BY, OPENED
    from thidua.apps.access.roles import Role
    from thidua.apps.access.services import assign_role, create_account

    account = create_account(by=BY, username=WHO, full_name="Đặng Thị Trực", password=PASSWORD)
    assign_role(by=BY, account=account, role=Role.STANDING_BODY, unit=ABOVE, starts_on=OPENED)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
