"""Statements of a season: worded once by whoever runs the year, worked out each time from the figures of the rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import strip_tags

from score_cases import write_figure, write_scores
from season_cases import BY, CHAIR, MEMBER, OPENED, on, season_in
from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.models import Entry
from thidua.apps.results.models import StatementRow
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.services import drop_statement, write_statement_row
from thidua.apps.results.stated import Wording, rule_of, statement_row, statement_rows
from thidua.apps.rulebooks.bridge import spelled
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.core.statements import Against, Comparator, state
from thidua.files.season import load_season
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.statements import write_statement
from world import PASSWORD, today_in

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[3] / "examples" / "cluster10-2024"
SERIOUS = 2  # the statement about very serious cases, in the folder's order
WORDED = Wording(("tin-bai",), Comparator.ABOVE, "{passed}/{units} đơn vị có trên {threshold} tin, bài", threshold="40")


@pytest.fixture
def season(db: None) -> Iterator[Season]:
    """The season of the folder in rows, its statements written through the service."""
    found = season_in(Phase.AGREED)
    with on(today_in(Phase.AGREED)):
        write_scores(found)
        for rule in load_season(FOLDER).statements:
            threshold = "" if rule.threshold is None else spelled(rule.threshold)
            write(found, Wording(rule.indicators, rule.comparator, rule.wording, rule.against, threshold, rule.source))
        yield found


def sentences(season: Season) -> list[str]:
    """Every statement as it comes out of the rows now."""
    scored = evaluation_of(season, on=clock.today())
    rules, order = [rule_of(row) for row in statement_rows(season)], scored.season.order_of_speaking
    return [write_statement(state(rule, scored.evaluation.table, order), Language.VI) for rule in rules]


def refused(act: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        act()
    return [(one.code, one.place.path) for one in refusal.value.problems]


def write(season: Season, given: Wording = WORDED, **more: int) -> StatementRow:
    return write_statement_row(actor=CHAIR, season=season, given=given, **more)


def test_the_rows_say_what_the_command_says_of_the_folder(season: Season) -> None:
    folder = load_season(FOLDER)
    assert sentences(season) == [write_statement(one, Language.VI) for one in folder.state(folder.table())]


def test_a_sentence_changes_with_its_figure_and_nobody_types_it(season: Season) -> None:
    before = sentences(season)
    write_figure(season, "tay-ninh", "kham-pha-rnt", "10%")
    after = sentences(season)
    assert "Tây Ninh 93,1%" in before[SERIOUS - 1]
    assert "Tây Ninh" not in after[SERIOUS - 1]
    assert [place for place, one in enumerate(before) if one != after[place]] == [SERIOUS - 1]


def test_another_wording_is_another_version_and_a_dropped_one_is_said_no_more(season: Season) -> None:
    row = write(season)
    again = write(season, replace(WORDED, source="báo cáo 40/BC"), number=row.number, seen=1)
    assert (again.number, again.version) == (row.number, 2)
    drop_statement(actor=CHAIR, season=season, number=row.number, seen=2)
    assert statement_row(season, row.number) is None
    assert StatementRow.objects.filter(season=season, number=row.number).count() == 3
    told = [one.verb for one in Entry.objects.filter(verb__startswith="results.statement")][-3:]
    assert told == ["results.statement.written", "results.statement.written", "results.statement.dropped"]
    assert write(season).number == row.number + 1  # its number is nobody else's


WRONG = [
    (replace(WORDED, wording="Có {so} đơn vị"), [("statements.unknown_place", "wording")]),
    (replace(WORDED, comparator=Comparator.AT_LEAST), [("stated.contradicts", "wording")]),
    (replace(WORDED, indicators=("khong-co",)), [("figures.unknown_indicator", "indicators")]),
    (replace(WORDED, indicators=()), [("forms.fill_in", "indicators")]),
    (replace(WORDED, threshold="40%"), [("rulebook.percent_of_a_number", "threshold")]),
    (replace(WORDED, threshold=""), [("forms.fill_in", "threshold")]),
    (
        replace(WORDED, wording="Có {so} đơn vị", indicators=(), threshold="nhiều"),
        [("forms.fill_in", "indicators"), ("numbers.letters", "threshold"), ("statements.unknown_place", "wording")],
    ),
    (replace(WORDED, against=Against.TARGET), [("figures.threshold_and_target", "threshold")]),
]


def test_a_wording_that_contradicts_is_told_in_the_words_of_the_form(season: Season) -> None:
    with pytest.raises(Refused) as refusal:
        write(season, replace(WORDED, comparator=Comparator.AT_LEAST))
    (problem,) = refusal.value.problems
    told = say(problem.code, Language.VI, **problem.data)
    assert "“trên {mức}” nói khác với điều đã chọn ở “Đơn vị đạt khi số liệu”" in told


def test_what_cannot_be_stated_is_refused_at_its_field_and_nothing_is_written(season: Season) -> None:
    count = StatementRow.objects.count()
    assert [refused(lambda given=given: write(season, given)) for given, _told in WRONG] == [told for _, told in WRONG]
    assert StatementRow.objects.count() == count


def test_nobody_overwrites_what_they_have_not_seen(season: Season) -> None:
    row = write(season)
    write(season, number=row.number, seen=1)
    assert refused(lambda: write(season, number=row.number, seen=1)) == [("stated.changed_meanwhile", "")]
    with pytest.raises(Refused):
        drop_statement(actor=CHAIR, season=season, number=row.number, seen=1)


def test_a_member_words_nothing(season: Season) -> None:
    with pytest.raises(AccessRefused):
        write_statement_row(actor=MEMBER, season=season, given=WORDED)


def test_the_page_shows_each_sentence_with_its_sides_and_the_form_writes(season: Season, client: Client) -> None:
    account = create_account(by=BY, username="thu-ky", full_name="Trần Thị Thư", password=PASSWORD)
    assign_role(by=BY, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=OPENED)
    client.force_login(account)
    address = f"/ky/{season.slug}/nhan-dinh/"
    shown = " ".join(strip_tags(client.get(address).content.decode()).split())
    assert all(one in shown for one in sentences(season))
    assert "Đạt: Tây Ninh 93,1%" in shown
    typed = {"wording": "Có {so}", "indicators": "tin-bai", "comparator": "above", "against": "threshold"}
    answer = client.post(address + "moi/", typed | {"threshold": "40", "source": ""})
    assert answer.status_code == 400
    assert "Có {so}" in answer.content.decode()
    typed["wording"] = "{passed}/{units} đơn vị có trên {threshold} tin, bài"
    assert client.post(address + "moi/", typed | {"threshold": "40", "source": ""}).status_code == 302
    assert "đơn vị có trên 40 tin, bài" in client.get(address).content.decode()
