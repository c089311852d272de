"""The page of rights prints the table as it stands, one's own role first."""

import re

import pytest
from django.test import Client

from access_people import give, make
from thidua.apps.access.rights import ANY, POLICY, right
from thidua.apps.access.roles import Role, Scope
from thidua.apps.access.verbs import Verb
from thidua.core.phases import Phase
from thidua.web.account.views.policy import Line, lines_of, runs_of
from thidua.words.language import Language
from thidua.words.say import write


def test_rows_under_one_condition_stand_together() -> None:
    table = (
        right(Role.SECRETARY, Scope.CHAIR, Verb.READ_SEASON),
        right(Role.REPORTER, Scope.CHAIR, Verb.READ_SEASON),
        right(Role.SECRETARY, Scope.CHAIR, Verb.READ_LEDGER),
        right(Role.SECRETARY, Scope.CHAIR, Verb.MOVE_SEASON, phases=frozenset({Phase.RUNNING}), not_own=True),
    )
    assert lines_of(Role.SECRETARY, table) == [
        Line(Scope.CHAIR, [Verb.READ_SEASON, Verb.READ_LEDGER], (), not_own=False, in_person=False),
        Line(Scope.CHAIR, [Verb.MOVE_SEASON], [(Phase.RUNNING, Phase.RUNNING)], not_own=True, in_person=False),
    ]


@pytest.mark.parametrize(
    ("phases", "runs"),
    [
        (set(), []),
        ({Phase.RUNNING}, [(Phase.RUNNING, Phase.RUNNING)]),
        (ANY, [(Phase.PREPARING, Phase.CLOSED)]),
        (ANY - {Phase.AGREED}, [(Phase.PREPARING, Phase.APPRAISING), (Phase.DELIBERATING, Phase.CLOSED)]),
    ],
)
def test_phases_that_follow_each_other_are_one_run(phases: set[Phase], runs: list[tuple[Phase, Phase]]) -> None:
    assert runs_of(phases) == runs


@pytest.mark.django_db
def test_every_right_stands_on_the_page_in_words(client: Client) -> None:
    account = make("hanh.nt", "Nguyễn Thị Hạnh")
    give(account, Role.REPORTER, unit="dong-nai")
    client.force_login(account)
    page = client.get("/quyen/").content.decode().casefold()
    main = page[page.index("<main") : page.index("</main>")]
    assert [row for row in POLICY for verb in row.verbs if write(verb, Language.VI).casefold() not in main] == []
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", main)
    assert headings[0] == "cán bộ báo cáo"
    assert sorted(headings) == sorted(write(role, Language.VI) for role in Role)
