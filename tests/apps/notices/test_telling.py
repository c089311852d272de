"""Who is told of what: everybody concerned, once, nobody of what they may not read, and nobody of their own doing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notice_cases import UNIT, record
from season_cases import on
from thidua.apps.access.policy import may
from thidua.apps.access.rights import POLICY
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account, end_assignment
from thidua.apps.campaigns.services import acknowledge_campaign
from thidua.apps.ledger.models import Entry
from thidua.apps.notices.models import Notice, NoticeKind, ToldUntil
from thidua.apps.notices.selectors import latest, shown, unread_count
from thidua.apps.notices.services.reading import choose_kinds, read_all, read_notice
from thidua.apps.notices.services.telling import tell_news
from thidua.apps.notices.telling import OWN, TELLINGS
from thidua.apps.reporting.events import REPORT_RETURNED
from thidua.apps.seasons.selectors import subject_of
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.words.language import Language
from world import SETUP, World, build, world  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
# What nobody may read while figures are reported, told in other phases.
OUT_OF_PHASE = {
    "appraisal.objection.raised", "appraisal.return.answered", "results.standings.published",
}  # fmt: skip


def tell(world: World) -> int:  # noqa: F811
    return tell_news([world.season.ledger_chain()])


def told_to(world: World) -> dict[str, set[str]]:  # noqa: F811
    """By name of the world's people, the types of entries that they were told of."""
    names = {account.pk: name for name, account in world.accounts.items()}
    found: dict[str, set[str]] = {name: set() for name in world.accounts}
    for one in Notice.objects.select_related("entry"):
        found[names[one.account_id]].add(one.entry.verb)
    return found


def test_a_launched_campaign_is_told_to_those_who_answer_for_a_member(world: World) -> None:  # noqa: F811
    Notice.objects.all().delete()
    ToldUntil.objects.all().delete()
    with on(world.campaign.launched_on + timedelta(days=1)):
        tell(world)
    code = "campaigns.campaign.launched"
    assert {name for name, codes in told_to(world).items() if code in codes} == {
        "chair", "deputy", "secretary", "leader", "chair_leader",
    }  # fmt: skip


def test_a_campaign_acknowledged_is_told_to_who_runs_the_year_and_not_to_who_did_it(world: World) -> None:  # noqa: F811
    tell(world)
    acknowledge_campaign(actor=world.actor("leader"), campaign=world.campaign, unit=UNIT)
    tell(world)
    code = "campaigns.campaign.acknowledged"
    assert {name for name, codes in told_to(world).items() if code in codes} == {"chair"}


def test_nobody_is_told_of_what_the_policy_keeps_from_them(world: World) -> None:  # noqa: F811
    """Row by row: whoever is told may do the row's verb with the matter, and holds one of its roles for a unit."""
    tell(world)
    for telling in TELLINGS.values():
        for unit in (UNIT, "tay-ninh"):
            record(world, telling, unit)
    tell(world)
    names = {account.pk: name for name, account in world.accounts.items()}
    actors = {name: world.actor(name) for name in world.accounts}
    for one in Notice.objects.select_related("entry").filter(entry__account="somebody"):
        telling, actor = TELLINGS[one.entry.verb], actors[names[one.account_id]]
        subject = subject_of(world.season, on=world.today, unit=one.unit)
        assert may(actor, telling.verb, subject), (one.entry.verb, actor.name)
        assert {grant.role for grant in actor.grants if grant.unit == one.through} & telling.roles
        if telling.scopes == OWN:
            assert one.through == one.unit
    strangers = {world.accounts[name].pk for name in ("stranger", "technician", "roleless", "observer", "body")}
    assert not Notice.objects.filter(account__in=strangers).exists()
    silent = {code for code in TELLINGS if not Notice.objects.filter(entry__verb=code).exists()}
    assert silent == OUT_OF_PHASE


def test_every_row_tells_somebody_in_some_phase() -> None:
    """A row whose roles have no right to its verb would be silent for ever."""
    for code, row in TELLINGS.items():
        assert any(row.verb in right.verbs and right.role in row.roles for right in POLICY), code


def test_an_entry_is_told_once_however_often_it_is_asked(world: World) -> None:  # noqa: F811
    record(world, TELLINGS[REPORT_RETURNED.code])
    assert (tell(world) > 0, tell(world)) == (True, 0)
    ToldUntil.objects.update(height=0)
    before = Notice.objects.count()
    tell(world)
    assert Notice.objects.count() == before


def test_what_one_call_missed_the_next_one_finds(world: World) -> None:  # noqa: F811
    """As many entries as were recorded while nobody told, each once."""
    tell(world)
    for _ in range(3):
        record(world, TELLINGS[REPORT_RETURNED.code])
    tell(world)
    reporter = Notice.objects.filter(account=world.accounts["reporter"], entry__verb=REPORT_RETURNED.code)
    assert reporter.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_commit_tells_without_anybody_asking() -> None:
    built = build(Phase.REPORTING)
    with on(built.today):
        acknowledge_campaign(actor=built.actor("leader"), campaign=built.campaign, unit=UNIT)
        told = Notice.objects.get(entry__verb="campaigns.campaign.acknowledged")
    assert told.account == built.accounts["chair"]


def test_old_entries_are_no_news(world: World) -> None:  # noqa: F811
    Notice.objects.all().delete()
    ToldUntil.objects.all().delete()
    with on(world.today + timedelta(days=40)):
        assert tell(world) == 0
    chain = world.season.ledger_chain()
    assert ToldUntil.objects.get().height == Entry.objects.filter(chain=chain).latest("height").height


def test_who_leaves_a_unit_sees_its_notices_no_more(world: World) -> None:  # noqa: F811
    record(world, TELLINGS[REPORT_RETURNED.code])
    tell(world)
    reporter = world.actor("reporter")
    assert unread_count(reporter) >= 1
    assignment = world.assignment("reporter")
    end_assignment(actor=world.actor("technician"), assignment=assignment, ends_on=world.today)
    after = world.actor("reporter")
    assert (unread_count(after), list(latest(after))) == (0, [])


def test_a_delegate_is_told_for_the_unit_that_was_passed_on(world: World) -> None:  # noqa: F811
    acknowledged = TELLINGS["campaigns.campaign.launched"]
    record(world, acknowledged)
    tell(world)
    assert "campaigns.campaign.launched" in told_to(world)["substitute"]


def test_only_its_owner_opens_a_notice(world: World) -> None:  # noqa: F811
    record(world, TELLINGS[REPORT_RETURNED.code])
    tell(world)
    reporter, leader = world.actor("reporter"), world.actor("leader")
    one = latest(reporter).first()
    with pytest.raises(Refused):
        read_notice(actor=leader, key=one.pk)
    before = unread_count(reporter)
    read_notice(actor=reporter, key=one.pk)
    read_notice(actor=reporter, key=one.pk)
    assert unread_count(reporter) == before - 1
    read_all(actor=reporter)
    assert (unread_count(reporter), unread_count(leader) > 0) == (0, True)


def test_a_kind_that_somebody_left_out_is_not_told(world: World) -> None:  # noqa: F811
    reporter = world.actor("reporter")
    tell(world)
    before = unread_count(reporter)
    choose_kinds(actor=reporter, wanted=[kind for kind in NoticeKind if kind is not NoticeKind.REPORTS])
    record(world, TELLINGS[REPORT_RETURNED.code])
    tell(world)
    assert unread_count(reporter) == before
    assert REPORT_RETURNED.code in told_to(world)["leader"]


def test_counting_is_one_query_and_showing_as_many_for_many_as_for_one(world: World) -> None:  # noqa: F811
    reporter = world.actor("reporter")
    counts = []
    for _ in range(2):
        for _ in range(3):
            record(world, TELLINGS[REPORT_RETURNED.code])
        tell(world)
        with CaptureQueriesContext(connection) as asked:
            unread_count(reporter)
        assert len(asked) == 1
        with CaptureQueriesContext(connection) as asked:
            told = shown(latest(reporter), reporter, Language.VI)
        counts.append(len(asked))
        assert [one.sentence for one in told if one.notice.entry.verb == REPORT_RETURNED.code] == [
            "Trả lại báo cáo tự chấm của Công an tỉnh Đồng Nai, bản 1"
        ] * (3 * (len(counts)))
    assert counts[0] == counts[1]


def test_telling_asks_as_often_for_many_people_as_for_few(world: World) -> None:  # noqa: F811
    counts = []
    for number in range(3):
        record(world, TELLINGS["seasons.season.moved"])
        with CaptureQueriesContext(connection) as asked:
            tell(world)
        counts.append(len(asked))
        for more in range(4):
            account = create_account(by=SETUP, username=f"m{number}{more}", full_name="Người Mới", password="x")  # noqa: S106
            assign_role(by=SETUP, account=account, role=Role.REPORTER, unit=UNIT, starts_on=world.today)
    assert counts[1] == counts[2]
