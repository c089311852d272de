"""The pages of units and clusters: as of any day, to whom, and how many questions they ask the database."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils.html import strip_tags

from apps.organisation.books import clusters
from apps.organisation.scene import (
    MINISTRY,
    SINCE,
    STANDING_BODY,
    at,
    cluster_10,
    found,
    plan_of_2024,
    province,
)
from query_counts import assert_same_queries
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.organisation import selectors
from thidua.apps.organisation.checking import MemberPlan, OfficePlan
from thidua.apps.organisation.services.bulk import set_up_clusters
from thidua.apps.organisation.services.clusters import appoint_office, change_members, form_cluster
from thidua.apps.organisation.services.rotation import LineOfClusters, give_turn_anew, plan_rotation
from thidua.apps.organisation.services.units import NewUnit, record_unit
from thidua.core.ledger.entry import Author
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Account]


@pytest.fixture
def sign_in(author: Author, client: Client) -> SignIn:
    def as_somebody(role: Role, unit: str) -> Account:
        with at("2024-01-02T08:00"):
            account = create_account(by=author, username=role, full_name="Trần Thị Bảy", password="một hai ba bốn")  # noqa: S106
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
        client.force_login(account)
        return account

    return as_somebody


@pytest.fixture
def country() -> None:
    with at("2024-01-02T08:00"):
        found()


def shown(client: Client, path: str, *, on: str = "2025-08-12T09:00", status: int = 200) -> str:
    """The words of a page, as of a moment of the clock."""
    with at(on):
        answer = client.get(path)
    html = answer.content.decode()
    assert answer.status_code == status, html
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", strip_tags(main.replace("<", " <"))).strip()


def names(client: Client, path: str) -> list[str]:
    with at("2025-08-12T09:00"):
        html = client.get(path).content.decode()
    return re.findall(r'<a href="/don-vi/[a-z0-9-]+/">(.*?)</a> <span class="faint mono">', html)


@pytest.mark.usefixtures("country")
def test_units_are_listed_as_of_a_day_in_vietnamese_order(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.REPORTER, "tay-ninh")
    assert "64 đơn vị vào ngày 30/06/2025" in shown(client, "/don-vi/?ngay=30/06/2025")
    after = shown(client, "/don-vi/?ngay=1/7/2025")
    assert "35 đơn vị vào ngày 01/07/2025" in after
    assert "Bộ 1 Tỉnh, thành phố 34" in after
    assert names(client, "/don-vi/?cap=province")[:9] == [
        "An Giang",
        "Bắc Ninh",
        "Cà Mau",
        "Cao Bằng",
        "Cần Thơ",
        "Đà Nẵng",
        "Đắk Lắk",
        "Điện Biên",
        "Đồng Nai",
    ]


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("typed", ["đồng", "dong", "ĐỒNG", "Đo\u0302\u0300ng"])
def test_a_name_is_found_with_and_without_marks(client: Client, sign_in: SignIn, typed: str) -> None:
    sign_in(Role.REPORTER, "tay-ninh")
    assert names(client, f"/don-vi/?tim={typed}") == ["Đồng Nai", "Đồng Tháp", "Lâm Đồng"]


@pytest.mark.usefixtures("country")
def test_a_day_that_is_none_says_so_and_shows_today(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.REPORTER, "tay-ninh")
    page = shown(client, "/don-vi/?ngay=31/02/2025", status=400)
    assert "“31/02/2025” không có trong lịch" in page
    assert "35 đơn vị vào ngày 12/08/2025" in page


@pytest.mark.usefixtures("country")
def test_long_lists_come_in_pages_that_keep_the_search(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.REPORTER, "tay-ninh")
    first = shown(client, "/don-vi/?ngay=30/06/2025&cap=province")
    assert "Trang 1/2, dòng 1–50 trong 63 Trang sau" in first
    with at("2025-08-12T09:00"):
        html = client.get("/don-vi/?ngay=30/06/2025&cap=province&trang=2").content.decode()
    assert "ngay=30%2F06%2F2025&amp;cap=province&amp;trang=1" in html
    assert "Không có đơn vị nào" in shown(client, "/don-vi/?tim=không có ai")


@pytest.mark.usefixtures("country")
def test_a_unit_shows_its_whole_life(client: Client, sign_in: SignIn) -> None:
    with at("2024-01-02T08:00"):
        cluster_10()
    sign_in(Role.REPORTER, "tay-ninh")
    old = shown(client, "/don-vi/long-an/")
    assert "long-an · tỉnh, thành phố · đã kết thúc, đến hết 30/06/2025" in old
    assert "01/07/2025 được kế thừa bởi (hợp nhất) Tây Ninh tay-ninh-2025 Nghị quyết 202/2025/QH15" in old
    assert "2024 Cụm số 10 01/01/2024 30/06/2025 cụm phó, 01/01/2024 – 30/06/2025" in old
    new = shown(client, "/don-vi/tay-ninh-2025/")
    assert "hình thành từ (hợp nhất) Tây Ninh tay-ninh" in new
    assert "hình thành từ (hợp nhất) Long An long-an" in new
    assert "Đơn vị này chưa thuộc cụm thi đua nào" in new
    assert "sẽ hoạt động từ 01/07/2025" in shown(client, "/don-vi/tay-ninh-2025/", on="2024-02-02T09:00")
    shown(client, "/don-vi/khong-co/", status=404)


def test_a_name_with_markup_is_shown_as_it_is_written(client: Client, sign_in: SignIn) -> None:
    with at("2024-01-02T08:00"):
        found(provinces=False)
        province("x", "<script>alert(1)</script> & “Tây Ninh”")
    sign_in(Role.REPORTER, "x")
    for path in ("/don-vi/", "/don-vi/x/"):
        with at("2024-02-02T09:00"):
            html = client.get(path).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “Tây Ninh”" in html
        assert "<script>" not in html


@pytest.mark.usefixtures("country")
def test_the_map_shows_the_provinces_before_and_after(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.REPORTER, "tay-ninh")
    page = shown(client, "/ban-do-tinh-2025/")
    assert "1 An Giang , Kiên Giang An Giang hợp nhất 2 tỉnh" in page
    assert "Thành phố Hồ Chí Minh , Bà Rịa - Vũng Tàu , Bình Dương Thành phố Hồ Chí Minh hợp nhất 3 tỉnh" in page
    assert page.count("giữ nguyên") == 11
    assert "Nạp vào danh sách" not in page


@pytest.mark.usefixtures("country")
def test_a_cluster_is_shown_as_of_a_day_and_says_when_its_chair_is_vacant(client: Client, sign_in: SignIn) -> None:
    with at("2024-01-02T08:00"):
        cluster = cluster_10()
    sign_in(Role.REPORTER, "tay-ninh")
    listed = shown(client, "/cum/")
    assert "Cụm thi đua năm 2024 1 cụm, như ngày 31/12/2024" in listed
    assert "10 Cụm số 10 Bộ Công an 5 Tây Ninh Long An" in listed
    page = shown(client, f"/cum/{cluster.pk}/", on="2024-11-23T14:00")
    assert "1 Tây Ninh Cụm trưởng 01/01/2024 30/06/2025 2 Bình Dương" in page
    gone = shown(client, f"/cum/{cluster.pk}/?ngay=1/7/2025")
    assert "Ngày 01/07/2025 cụm không có thành viên nào. " in gone
    assert "Không là thành viên vào ngày này Đơn vị Từ ngày Đến hết ngày Tây Ninh" in gone
    assert "abc" in shown(client, f"/cum/{cluster.pk}/?ngay=abc", status=400)


def test_a_vacant_chair_and_vanished_turns_ask_for_a_decision(client: Client, sign_in: SignIn) -> None:
    with at("2024-01-02T08:00"):
        found()
        members = (MemberPlan("ha-noi", date(2025, 1, 1)), MemberPlan("long-an", date(2025, 1, 1), date(2025, 7, 1)))
        offices = (OfficePlan(OfficeKind.CHAIR, "long-an", date(2025, 1, 1), date(2025, 7, 1)),)
        plan = plan_of_2024(year=2025, members=members, offices=offices)
        cluster = form_cluster(actor=STANDING_BODY, plan=plan)
        line = LineOfClusters("Cụm số 10", MINISTRY, 2024, ("ha-noi", "long-an", "binh-duong"), (cluster,))
        plan_rotation(actor=STANDING_BODY, line=line)
    sign_in(Role.STANDING_BODY, MINISTRY)
    page = shown(client, f"/cum/{cluster.pk}/")
    assert "Ngày 12/08/2025 cụm không có cụm trưởng" in page
    assert "2024 Hà Nội theo lượt 2025 Long An đơn vị không còn Kế thừa: Tây Ninh Bầu lại Bỏ lượt" in page
    assert "2026 Bình Dương đơn vị không còn Kế thừa: Thành phố Hồ Chí Minh" in page


def test_empty_lists_say_what_will_be_there(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.OBSERVER, "x")
    assert "Không có đơn vị nào" in shown(client, "/don-vi/")
    assert "Chưa có cụm nào" in shown(client, "/cum/")


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ((Role.REPORTER, "tay-ninh"), "/don-vi/", 200),
        ((Role.TECHNICIAN, ""), "/don-vi/", 200),
        ((Role.REPORTER, "tay-ninh"), "/don-vi-moi/", 403),
        ((Role.REPORTER, "tay-ninh"), "/don-vi/hue/doi-ten/", 403),
        ((Role.STANDING_BODY, MINISTRY), "/don-vi-moi/", 200),
        ((Role.STANDING_BODY, MINISTRY), "/don-vi/hue/doi-ten/", 200),
        ((Role.STANDING_BODY, MINISTRY), "/don-vi/khong-co/doi-ten/", 404),
        ((Role.STANDING_BODY, "hue"), "/don-vi/hue/doi-ten/", 403),
        ((Role.STANDING_BODY, "hue"), "/don-vi/ha-noi/giai-the/", 403),
        ((Role.STANDING_BODY, "hue"), "/cum/nhap-tu-excel/", 200),
        ((Role.SECRETARY, "tay-ninh"), "/cum/nhap-tu-excel/", 403),
        ((Role.SECRETARY, "tay-ninh"), "/cum/lap/", 403),
        ((Role.SECRETARY, "tay-ninh"), "/ban-do-tinh-2025/nap/", 403),
    ],
)
def test_who_reaches_which_page(client: Client, sign_in: SignIn, who: tuple[Role, str], path: str, status: int) -> None:
    sign_in(*who)
    shown(client, path, status=status)


def test_nobody_is_let_in_without_signing_in(client: Client) -> None:
    for path in ("/don-vi/", "/don-vi/x/", "/cum/", "/ban-do-tinh-2025/", "/cum/nhap-tu-excel/"):
        assert client.get(path)["Location"] == f"/dang-nhap/?next={path}"


def test_more_units_cost_no_more_queries(client: Client, sign_in: SignIn) -> None:
    with at("2024-01-02T08:00"):
        found(provinces=False)
        province("tay-ninh", "Tây Ninh")
    sign_in(Role.STANDING_BODY, MINISTRY)
    numbers = iter(range(10))

    def add() -> None:
        with at("2024-01-02T08:00"):
            number = next(numbers)
            new = NewUnit(f"xa-{number}", f"Xã {number}", Level.COMMUNE, "tay-ninh")
            record_unit(actor=STANDING_BODY, new=new, starts_on=SINCE)

    with at("2024-02-02T08:00"):
        assert_same_queries(client, "/don-vi/", add)


@pytest.mark.usefixtures("country")
def test_more_clusters_and_members_cost_no_more_queries(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.STANDING_BODY, MINISTRY)
    free = iter(selectors.rows_on(date(2026, 1, 1)).filter(level=Level.PROVINCE).order_by("unit_id"))

    def add() -> None:
        with at("2024-01-02T08:00"):
            unit = next(free).unit_id
            plan = plan_of_2024(
                number=unit,
                name=f"Cụm {unit}",
                year=2026,
                members=(MemberPlan(unit, date(2026, 1, 1)),),
                offices=(OfficePlan(OfficeKind.CHAIR, unit, date(2026, 1, 1)),),
            )
            form_cluster(actor=STANDING_BODY, plan=plan)

    with at("2024-02-02T08:00"):
        assert_same_queries(client, "/cum/?nam=2026", add)


@pytest.mark.usefixtures("country")
def test_more_members_offices_and_turns_cost_no_more_queries(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.STANDING_BODY, MINISTRY)
    codes = ["ha-noi", "hue", "son-la", "lai-chau"]
    with at("2026-01-02T08:00"):
        first = MemberPlan("ha-noi", date(2026, 1, 1))
        cluster = form_cluster(actor=STANDING_BODY, plan=plan_of_2024(year=2026, members=(first,), offices=()))
        line = LineOfClusters("Cụm số 10", MINISTRY, 2026, ("ha-noi",), (cluster,))
        rotation = plan_rotation(actor=STANDING_BODY, line=line)
    numbers = iter(range(1, 4))

    def add() -> None:
        number = next(numbers)
        with at(f"2026-0{number}-03T08:00"):
            members = [MemberPlan(code, date(2026, 1, 1)) for code in codes[: number + 1]]
            change_members(actor=STANDING_BODY, cluster=cluster, members=members)
            term = OfficePlan(OfficeKind.CHAIR, "ha-noi", date(2026, number, 1), date(2026, number + 1, 1))
            appoint_office(actor=STANDING_BODY, cluster=cluster, office=term)
            last = rotation.turns.latest("position")
            give_turn_anew(actor=STANDING_BODY, turn=last, to=codes[number], reason="bầu lại", document="BB")

    with at("2026-05-02T08:00"):
        assert_same_queries(client, f"/cum/{cluster.pk}/", add)


@pytest.mark.usefixtures("country")
def test_more_clusters_in_a_life_cost_no_more_queries(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.REPORTER, "hue")
    years = iter((2024, 2025, 2026))

    def add() -> None:
        year = next(years)
        start = date(year, 1, 1)
        offices = (OfficePlan(OfficeKind.CHAIR, "hue", start),)
        plan = plan_of_2024(year=year, members=(MemberPlan("hue", start),), offices=offices)
        with at("2024-01-02T08:00"):
            form_cluster(actor=STANDING_BODY, plan=plan)

    with at("2026-05-02T08:00"):
        assert_same_queries(client, "/don-vi/hue/", add)


@pytest.mark.usefixtures("country")
def test_more_loads_cost_no_more_queries(client: Client, sign_in: SignIn) -> None:
    sign_in(Role.STANDING_BODY, MINISTRY)
    codes = iter(("hue", "ha-noi", "son-la"))

    def add() -> None:
        code = next(codes)
        row = (code, f"Cụm {code}", 2024, "", code, "", "", "", "cụm trưởng")
        with at("2024-01-02T08:00"):
            set_up_clusters(actor=STANDING_BODY, book=clusters(row))

    with at("2024-05-02T08:00"):
        assert_same_queries(client, "/cum/nhap-tu-excel/", add)
