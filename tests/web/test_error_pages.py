"""What people see when something fails: each page says what, why and the way back, in their language."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from query_counts import queries_of_any
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.core.errors import Place, Problem, Refused

TWO_PROBLEMS = Refused(
    [
        Problem("forms.fill_in", place=Place(file="cum.xlsx", sheet="Cụm", cell="B4")),
        Problem("forms.not_offered", {"text": "<b>Huế</b>"}),
    ]
)


def failing(error: Exception) -> object:
    def view(request: HttpRequest) -> HttpResponse:
        raise error

    return view


urlpatterns = [
    path("", include("thidua.config.urls")),
    path("hong/", failing(ZeroDivisionError("a secret of the server"))),
    path("cam/", failing(PermissionDenied())),
    path("la/", failing(SuspiciousOperation("odd"))),
    path("tu-choi/", failing(TWO_PROBLEMS)),
    path("nguoi-la/", failing(AccessRefused(Denial.STRANGER, Problem("access.nothing_here")))),
]
handler400 = "thidua.web.common.errors.bad_request"
handler403 = "thidua.web.common.errors.forbidden"
handler404 = "thidua.web.common.errors.not_found"
handler500 = "thidua.web.common.errors.broken"

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def test_a_failure_of_ours_reads_no_row_and_tells_no_secret(client: Client) -> None:
    answer, asked = queries_of_any(client, "/hong/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "<h1>Máy chủ gặp lỗi</h1>" in page
    assert "secret" not in page
    assert f'<span class="mono">{answer["X-Request-ID"]}</span>' in page
    assert asked == []


def test_a_failure_of_ours_is_told_in_english_to_who_chose_it(client: Client) -> None:
    client.cookies["django_language"] = "en"
    assert "<h1>The server has failed</h1>" in client.get("/hong/").content.decode()


@pytest.mark.parametrize(
    ("address", "status", "headline"),
    [
        ("/cam/", 403, "Đồng chí chưa được giao việc này"),
        ("/la/", 400, "Chưa nhận được yêu cầu này"),
        ("/khong-co/", 404, "Không có trang này"),
    ],
)
def test_what_the_framework_refuses_has_our_page(client: Client, address: str, status: int, headline: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert f"<h1>{headline}</h1>" in answer.content.decode()


def test_a_refusal_that_no_page_caught_shows_every_problem_with_its_place(client: Client) -> None:
    answer = client.get("/tu-choi/")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "<li>cum.xlsx › Cụm › B4: Ô này còn trống. Điền vào rồi gửi lại.</li>" in page
    assert "&lt;b&gt;Huế&lt;/b&gt;" in page


def test_who_is_not_signed_in_is_asked_to_before_a_refusal_is_told(client: Client) -> None:
    answer = client.get("/nguoi-la/?a=1&b=2")
    assert (answer.status_code, answer["Location"]) == (302, "/dang-nhap/?next=%2Fnguoi-la%2F%3Fa%3D1%26b%3D2")
