"""The documents of the library stand ready wherever a page asks for the number of one, and know their days."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from scoring_cases import scored_season, today_in
from season_cases import ABOVE, CHAIR, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.campaigns.models import Campaign
from thidua.apps.library.models import DocumentSort, LibraryDocument
from thidua.apps.library.services import Described, keep_document, withdraw_document
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.RUNNING)
LAUNCH = f"/ky/{SLUG}/dot-thi-dua/moi/"
PLAN = {
    "name": "Cao điểm Tết", "sort": "peak", "starts_on": "03/03/2024", "ends_on": "20/03/2024",
    "acknowledge_by": "08/03/2024", "content": "", "indicator": "", "number": "12/KH-CA10", "date": "",
}  # fmt: skip
CHOSEN = PLAN | {"offered_documents": "1"}


@pytest.fixture
def chair(author: Author) -> Iterator[tuple[Client, Season]]:
    season = scored_season(Phase.RUNNING)
    account = create_account(by=author, username="thu-ky", full_name="Trần Thị Thư", password="bốn năm sáu bảy")  # noqa: S106
    assign_role(by=author, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=date(2020, 1, 1))
    assign_role(by=author, account=account, role=Role.STANDING_BODY, unit=ABOVE, starts_on=date(2020, 1, 1))
    browser = Client()
    with on(DAY):
        browser.force_login(account)
        yield browser, season


def kept(season: Season, *, day: int = 1, issuer: str = "Cụm số 10", number: str = "12/KH-CA10") -> LibraryDocument:
    document = Document(number, date(2024, 3, day))
    about = Described(DocumentSort.PLAN, document, issuer, "Kế hoạch cao điểm", holder="Văn thư")
    return keep_document(actor=CHAIR, season=season, described=about)


def test_a_form_offers_what_the_library_holds_and_nothing_that_was_withdrawn(chair: tuple[Client, Season]) -> None:
    browser, season = chair
    assert "<datalist" not in browser.get(LAUNCH).content.decode()
    kept(season)
    gone = kept(season, number="13/KH-CA10")
    withdraw_document(actor=CHAIR, season=season, document=gone, reason="Nhầm")
    html = browser.get(LAUNCH).content.decode()
    assert '<option value="12/KH-CA10" label="01/03/2024: Kế hoạch cao điểm">' in html
    assert 'list="number-offered"' in html
    assert "13/KH-CA10" not in html
    assert "<datalist" not in browser.get(f"/ky/{SLUG}/van-ban/moi/").content.decode()  # there numbers are new


@pytest.mark.parametrize(
    "path",
    ["dot-thi-dua/moi/", "chi-tieu/long-an/pha-an/sua/", "quy-che/sua/", "can-cu/self_scores/"],
)
def test_forms_that_ask_for_a_number_share_one_list(chair: tuple[Client, Season], path: str) -> None:
    browser, season = chair
    kept(season)
    assert browser.get(f"/ky/{SLUG}/{path}").content.decode().count("<datalist") == 1


def test_the_day_of_a_chosen_document_is_filled_in(chair: tuple[Client, Season]) -> None:
    browser, season = chair
    kept(season)
    assert browser.post(LAUNCH, CHOSEN).status_code == 302
    row = Campaign.objects.get()
    assert (row.document_number, row.document_date) == ("12/KH-CA10", date(2024, 3, 1))


def test_a_day_that_was_typed_stands(chair: tuple[Client, Season]) -> None:
    browser, season = chair
    kept(season)
    assert browser.post(LAUNCH, CHOSEN | {"date": "02/03/2024"}).status_code == 302
    assert Campaign.objects.get().document_date == date(2024, 3, 2)


@pytest.mark.parametrize("write", ["nothing", "two days", "another"])
def test_no_day_is_guessed(chair: tuple[Client, Season], write: str) -> None:
    browser, season = chair
    if write == "two days":
        kept(season)
        kept(season, day=2, issuer="X03")
    if write == "another":
        kept(season, number="99/KH-CA10")
    refused = browser.post(LAUNCH, CHOSEN)
    assert refused.status_code == 400
    assert 'id="date-fault"' in refused.content.decode()
    assert not Campaign.objects.exists()
