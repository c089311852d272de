"""Every door of the application, tried by everybody in every phase, against the table written by hand."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver

from season_cases import on
from security.permission_table import ANONYMOUS, NO_SEASON, Case, cases, faults, read
from thidua.apps.notices.models import Notice
from thidua.apps.notices.services.telling import tell_news
from thidua.core.phases import Phase, next_move
from world import PEOPLE, ROLELESS, SUBSTITUTE, World, build, delegation

EVERYBODY = (ANONYMOUS, ROLELESS, *PEOPLE, SUBSTITUTE)
NOTHING = UUID(int=0)
FORM = "application/x-www-form-urlencoded"
LINES = read("permissions.csv")
CASES = cases(LINES, EVERYBODY)


def url_names() -> Iterator[str]:
    """The name of every address, however deep it is included."""
    stack = list(get_resolver().url_patterns)
    for pattern in stack:
        if isinstance(pattern, URLPattern):
            yield str(pattern.name)
        else:
            stack.extend(pattern.url_patterns)


def test_every_address_has_its_lines_for_reading_and_for_sending() -> None:
    told = {(case.door[0], case.door[1]) for case in CASES}
    assert {(name, method) for name in url_names() for method in ("GET", "POST")} == told


def test_the_table_leaves_nothing_open_and_says_nothing_twice() -> None:
    assert faults(LINES, EVERYBODY) == []


def also_on(phase: str) -> tuple[pytest.MarkDecorator, ...]:
    """A right is decided from the same values whatever database they were read from: one phase proves on PostgreSQL
    that they are read, all of them on SQLite that they are judged.
    """
    return () if phase == Phase.APPRAISING else (pytest.mark.one_database,)


@pytest.mark.django_db
@pytest.mark.parametrize("phase", [pytest.param(one, marks=also_on(one)) for one in (NO_SEASON, *Phase)])
def test_everybody_gets_what_the_table_says(phase: str) -> None:
    world = build(Phase.REPORTING if phase == NO_SEASON else Phase(phase))
    with on(world.today):
        visits = Visits(world)
        asked = [case for case in CASES if case.phase == phase]
        answered = [(case, visits.answer(case)) for case in asked]
    wrong = [f"{case}, not {status}" for case, status in answered if status != case.expected]
    assert wrong == [], "\n".join(wrong)
    assert len(asked) > 100


class Visits:
    """Everybody of a world with a session each; whatever a visit changes is undone after it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.cookies = {who: self._sign_in(who) for who in EVERYBODY}
        self.keys = keys_of(world)

    def answer(self, case: Case) -> str:
        """The status, or `sign_in` for being sent there."""
        _, method, path, sent = case.door
        client = Client()
        if self.cookies[case.who]:
            client.cookies["sessionid"] = self.cookies[case.who]
        with transaction.atomic():
            keys = {**self.keys, "own": self._own(case.who)}
            response = client.generic(method, path.format(**keys), sent.format(**keys), FORM)
            transaction.set_rollback(True)
        return "sign_in" if _leads_to_sign_in(response) else str(response.status_code)

    def _own(self, who: str) -> UUID:
        return self.world.assignment(who).pk if who in PEOPLE else NOTHING

    def _sign_in(self, who: str) -> str:
        if who == ANONYMOUS:
            return ""
        client = Client()
        client.force_login(self.world.accounts[who])
        return client.cookies["sessionid"].value


def _leads_to_sign_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and response.headers["Location"].startswith("/dang-nhap/?next=")


def keys_of(world: World) -> dict[str, object]:
    """What stands in the braces of the table's addresses."""
    move = next_move(Phase(world.season.phase))
    return {
        "season": world.season.slug,
        "next": move.target if move else Phase.CLOSED,
        "cluster": world.season.cluster_id,
        "duty": world.duty.pk,
        "attachment": world.attachment.pk,
        "campaign": world.campaign.pk,
        "movement": world.season.movement_id,
        "notice": _notice_of(world, "leader").pk,
        "reporter": world.accounts["reporter"].pk,
        "secretary": world.accounts["secretary"].pk,
        "of_secretary": world.assignment("secretary").pk,
        "of_reporter": world.assignment("reporter").pk,
        "delegation": delegation(world).pk,
        **_things_of(world, "secretary"),
    }


def _notice_of(world: World, who: str) -> Notice:
    """That the campaign was launched."""
    tell_news([world.season.ledger_chain()])
    return Notice.objects.filter(account=world.accounts[who]).latest("at")


def _things_of(world: World, who: str) -> dict[str, object]:
    """An app and a session on another machine."""
    account, elsewhere = world.accounts[who], Client()
    elsewhere.force_login(account)
    key = elsewhere.cookies["sessionid"].value
    session = UserSession.objects.create(user=account, session_key=key, ip="10.0.0.7", user_agent="Firefox")
    app = TOTP.activate(account, generate_totp_secret()).instance
    return {f"step_of_{who}": app.pk, f"session_of_{who}": session.pk}
