"""The library of documents: kept as files or by reference, found with marks and without, taken back for a reason."""

from datetime import date, timedelta

import pytest

from attached_files import PDF
from season_cases import BODY, CHAIR, MEMBER, OPENED, on, season_in
from thidua.apps.access.policy import AccessRefused
from thidua.apps.attachments.models import Attachment
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.models import Marking
from thidua.apps.library.models import DocumentSort, LibraryDocument
from thidua.apps.library.selectors import documents_of
from thidua.apps.library.services import Described, keep_document, withdraw_document
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import SeasonRefused
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
PLAN = Described(
    DocumentSort.PLAN,
    Document("02/KH-CA10", OPENED),
    "Cụm thi đua số 10",
    "Kế hoạch tổ chức phong trào thi đua năm 2024",
    upload=Upload("ke-hoach.pdf", PDF),
)
SECRET = Described(
    DocumentSort.DECISION,
    Document("11/QĐ-X03", date(2023, 12, 20)),
    "Cục Công tác đảng và công tác chính trị",
    "Quyết định giao chỉ tiêu",
    secrecy=Marking.SECRET,
    holder="Tủ mật, phòng Tham mưu",
)


@pytest.fixture
def season() -> Season:
    return season_in(Phase.PREPARING)


def kept(season: Season, *described: Described) -> list[LibraryDocument]:
    with on(OPENED):
        return [keep_document(actor=CHAIR, season=season, described=one) for one in described]


def found(season: Season, text: str = "", sort: DocumentSort | None = None) -> list[str]:
    return [one.document_number for one in documents_of(season, text=text, sort=sort)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ["02/KH-CA10", "11/QĐ-X03"]),
        ("ke hoach", ["02/KH-CA10"]),
        ("kế hoạch", ["02/KH-CA10"]),
        ("kê hoach", []),  # marks that are typed count
        ("11/qđ", ["11/QĐ-X03"]),
        ("tham muu", ["11/QĐ-X03"]),
        ("phong trao 2024 cum", ["02/KH-CA10"]),
        ("chi tieu phong trao", []),
    ],
)
def test_documents_are_found_with_marks_and_without(season: Season, text: str, numbers: list[str]) -> None:
    kept(season, PLAN, SECRET)
    assert found(season, text) == numbers


def test_documents_are_narrowed_by_kind(season: Season) -> None:
    kept(season, PLAN, SECRET)
    assert found(season, sort=DocumentSort.DECISION) == ["11/QĐ-X03"]


def test_the_file_of_a_secret_document_is_refused_and_nothing_of_it_is_kept(season: Season) -> None:
    wrong = Described(**{name: getattr(SECRET, name) for name in SECRET.__slots__} | {"upload": PLAN.upload})
    with on(OPENED), pytest.raises(SeasonRefused) as refused:
        keep_document(actor=CHAIR, season=season, described=wrong)
    assert [(one.code, one.place.path) for one in refused.value.problems] == [("library.no_secret_file", "file")]
    assert (LibraryDocument.objects.count(), Attachment.objects.count()) == (0, 0)


def test_all_that_is_wrong_is_told_at_once(season: Season) -> None:
    ahead = Document("", OPENED + timedelta(days=9))
    with on(OPENED), pytest.raises(SeasonRefused) as refused:
        keep_document(actor=CHAIR, season=season, described=Described(DocumentSort.PLAN, ahead, " ", " "))
    assert [one.place.path for one in refused.value.problems] == ["number", "date", "issuer", "subject", "holder"]


def test_a_document_is_kept_once_until_it_is_withdrawn(season: Season) -> None:
    (first,) = kept(season, PLAN)
    with on(OPENED):
        with pytest.raises(SeasonRefused) as twice:
            keep_document(actor=BODY, season=season, described=PLAN)
        with pytest.raises(SeasonRefused) as silent:
            withdraw_document(actor=CHAIR, season=season, document=first, reason=" ")
        withdraw_document(actor=CHAIR, season=season, document=first, reason="Nhầm bản dự thảo")
    assert found(season) == []
    kept(season, PLAN)
    assert found(season) == ["02/KH-CA10"]
    assert [one.code for one in twice.value.problems] == ["library.kept_already"]
    assert [one.code for one in silent.value.problems] == ["forms.fill_in"]


def test_members_read_and_only_who_runs_the_year_keeps(season: Season) -> None:
    with on(OPENED), pytest.raises(AccessRefused):
        keep_document(actor=MEMBER, season=season, described=PLAN)
    assert LibraryDocument.objects.count() == 0
