"""The ledger's pages: what they tell to whom, what they refuse, and that entries cost no queries."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.utils.html import strip_tags

from databases import lift_guards
from query_counts import assert_same_queries
from season_cases import ABOVE, OPENED, SLUG, on, season_in
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.bridge import recorded_models
from thidua.apps.ledger.browsing import PAGE
from thidua.apps.ledger.events import defined
from thidua.apps.ledger.models import Chain, Entry
from thidua.apps.ledger.selectors import head_line
from thidua.apps.ledger.services import recording
from thidua.apps.ledger.verification import find_problems
from thidua.apps.seasons.events import FACTS_REPORTED
from thidua.core.ledger.entry import INSTALLATION, Author, ChainKey
from thidua.core.phases import Phase
from thidua.words.say import all_sentences

pytestmark = pytest.mark.django_db
SEASON = ChainKey(f"season:{SLUG}")
LIST, ALL = f"/ky/{SLUG}/so-nhat-ky/", "/so-nhat-ky/"
LATER = date(2024, 4, 2)


def account_of(author: Author, role: Role, unit: str = "", name: str = "Trần Thị Bảy") -> Account:
    username = f"{role.replace('_', '-')}.{unit or 'x'}"
    account = create_account(by=author, username=username, full_name=name, password="một hai ba bốn")  # noqa: S106
    assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
    return account


@pytest.fixture
def sign_in(author: Author, client: Client) -> Callable[..., Account]:
    def as_somebody(role: Role, unit: str = "") -> Account:
        with on(OPENED):
            account = account_of(author, role, unit)
        client.force_login(account)
        return account

    return as_somebody


@pytest.fixture
def running(sign_in: Callable[..., Account], client: Client) -> Client:
    """A season under way, read by the leader of a member."""
    season_in(Phase.RUNNING)
    sign_in(Role.LEADER, "long-an")
    return client


def get(client: Client, path: str, status: int = 200) -> str:
    with on(LATER, 15):
        answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    return words(answer.content.decode())


def post(client: Client, path: str, status: int = 200, **data: str) -> str:
    with on(LATER, 15):
        answer = client.post(path, data)
    assert answer.status_code == status, answer.content.decode()
    return words(answer.content.decode()) if answer.content else ""


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", strip_tags(main.replace("<", " <"))).strip()


def rows_of(client: Client, path: str) -> list[list[str]]:
    with on(LATER, 15):
        html = client.get(path).content.decode()
    body = html[html.index("<tbody>") : html.index("</tbody>")]
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in body.split("</tr>")[:-1]]
    return [[re.sub(r"\s+", " ", strip_tags(cell.replace("<br>", " | "))).strip() for cell in row] for row in cells]


def test_an_entry_is_a_line_with_its_sentence(running: Client) -> None:
    height = Chain.objects.get(pk=SEASON).height
    first = Entry.objects.get(chain=SEASON, height=1)
    line = rows_of(running, LIST)[-1]
    assert line == [
        "1",
        "02/01/2024 09:00:00",
        "Trần Thị Thư",
        "Mở kỳ thi đua năm 2024 của Cụm thi đua số 10, theo 15/BB-CA10 ngày 02/01/2024",
        "Công an tỉnh Tây Ninh",
        f"{first.digest[:4]} {first.digest[4:8]}",
    ]
    page = get(running, LIST)
    assert f"Đầu chuỗi {head_line(SEASON)} đứng thay cho mọi mục" in page
    assert f"{height} mục, trong tất cả {height} mục của sổ" in page


def test_english_readers_read_english(running: Client) -> None:
    running.cookies["django_language"] = "en"
    assert rows_of(running, LIST)[-1][3] == ("Season 2024 of Cụm thi đua số 10 opened by 15/BB-CA10 of 02/01/2024")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("viec=seasons.season.opened", ["seasons.season.opened"]),
        ("viec=seasons.season.opened&den=01/01/2024", []),
        ("tu=04/03/2024", []),
        ("don-vi=ca-mau", []),
        ("tim=tran+thi", None),
        ("tim=TRẦN+thị+THƯ", None),
        ("tim=trần+thi", []),
        ("tai-khoan=secretary-tay-ninh", None),
        ("tai-khoan=x", []),
    ],
)
def test_the_list_can_be_asked(running: Client, query: str, expected: list[str] | None) -> None:
    every = list(Entry.objects.filter(chain=SEASON).order_by("-height").values_list("verb", flat=True))
    if expected == []:
        assert "Không có mục nào như vậy" in get(running, f"{LIST}?{query}")
        return
    assert len(rows_of(running, f"{LIST}?{query}")) == len(every if expected is None else expected)


def test_a_day_that_cannot_be_read_is_told_at_its_field(running: Client) -> None:
    page = get(running, f"{LIST}?tu=30/02/2024&tim=x", 400)
    assert "30/02/2024" in page
    assert "01/03/2024" in get(running, f"{LIST}?tu=02/03/2024&den=01/03/2024", 400)


def test_the_list_turns_its_pages_by_height(running: Client, author: Author) -> None:
    with on(LATER):
        for number in range(PAGE):
            account_of(author, Role.OBSERVER, f"don-vi-{number}")
        account_of(author, Role.TECHNICIAN)
    running.force_login(Account.objects.get(username="technician.x"))
    height = Chain.objects.get(pk=INSTALLATION).height
    html = running.get(ALL).content.decode()
    assert f'href="{ALL}?truoc={height - PAGE + 1}">Cũ hơn' in html
    assert "Mới hơn" not in html
    older = rows_of(running, f"{ALL}?truoc={height - PAGE + 1}")
    assert [int(row[0].replace(".", "")) for row in older[:2]] == [height - PAGE, height - PAGE - 1]
    newer = rows_of(running, f"{ALL}?sau={height - PAGE}")
    assert int(newer[0][0].replace(".", "")) == height
    assert rows_of(running, f"{ALL}?truoc=xyz")[0][0] == newer[0][0]  # no height of ours: the latest


def test_one_entry_shows_all_that_hangs_on_it(running: Client) -> None:
    entry = Entry.objects.filter(chain=SEASON, height=2).get()
    page = get(running, f"{LIST}2/")
    digest = " ".join(entry.digest[start : start + 4] for start in range(0, 64, 4))
    before = Entry.objects.get(chain=SEASON, height=1)
    previous = " ".join(before.digest[start : start + 4] for start in range(0, 64, 4))
    assert f"Mã của mục {digest}" in page
    assert f"Mục liền trước Mục 1 {previous} nối đúng" in page
    assert "Người làm Trần Thị Thư" in page
    assert "ngày của bước" in page
    assert "Xóa hẳn" not in page  # a leader erases nothing
    get(running, f"{LIST}9999/", 404)


def test_one_object_is_followed_through_time(running: Client) -> None:
    rows = rows_of(running, f"{LIST}doi-tuong/seasons.season/{SLUG}/")
    told = Entry.objects.filter(chain=SEASON, rows__table="seasons.season").order_by("height")
    assert [row[0] for row in rows] == [str(entry.height) for entry in told]
    assert rows[0][3].startswith("Mở kỳ thi đua năm 2024")
    get(running, f"{LIST}doi-tuong/seasons.season/khong-co/", 404)
    get(running, f"{LIST}doi-tuong/access.account/{Account.objects.first().pk}/", 404)  # told of in another chain


def test_checking_the_chain_tells_that_it_is_whole(running: Client) -> None:
    page = post(running, f"{LIST}kiem-lai/")
    height = Chain.objects.get(pk=SEASON).height
    assert f"Chuỗi liền mạch. {height} mục nối đúng thứ tự" in page
    assert running.get(f"{LIST}kiem-lai/").status_code == 405


@pytest.mark.breaks_ledger
def test_checking_the_chain_names_every_problem(running: Client) -> None:
    lift_guards()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE seasons_season SET year = 2023")
        cursor.execute("UPDATE ledger_disclosure SET text = 'Ai đó' WHERE text = 'Trần Thị Thư'")
        cursor.execute("UPDATE ledger_entry SET body = replace(body, '2024', '2023') WHERE verb LIKE '%%opened'")
    page = post(running, f"{LIST}kiem-lai/")
    last = Entry.objects.filter(chain=SEASON, rows__table="seasons.season").latest("height").height
    assert f"Dòng {SLUG} của bảng kỳ thi đua khác với mục {last}: đã bị sửa ngoài chương trình" in page
    assert f"Mục 1 của chuỗi {SEASON} đã bị sửa: nội dung không khớp mã của nó" in page
    assert f"Nội dung “actor” của mục 1, chuỗi {SEASON}, đã bị sửa" in page
    assert "không khớp" in get(running, f"{LIST}2/")


def test_the_exported_file_holds_this_chain_alone(running: Client) -> None:
    with on(LATER, 15):
        answer = running.get(f"{LIST}xuat/")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="so-nhat-ky-{SLUG}-20240402.jsonl"'
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert list(lines[0]["heads"]) == [SEASON]
    assert [line["height"] for line in lines[1:]] == list(range(1, lines[0]["heads"][SEASON][0] + 1))


def test_the_standing_body_erases_a_text_for_good(running: Client, author: Author) -> None:
    with on(LATER):
        running.force_login(account_of(author, Role.STANDING_BODY, ABOVE))
    address = f"{LIST}1/xoa/actor/"
    assert f'href="{address}"' in running.get(f"{LIST}1/").content.decode()
    assert "Trần Thị Thư" in get(running, address)
    refused = post(running, address, 400, document="", reason="")
    assert "Chưa lưu" in refused or "chỗ" in refused
    post(running, address, 302, document="12/QĐ-X01", reason="Theo đơn của đương sự")
    assert "[đã xóa]" in rows_of(running, LIST)[-1][2]
    assert rows_of(running, LIST)[0][3] == "Xóa một nội dung của mục 1 theo 12/QĐ-X01"
    get(running, address, 404)
    assert find_problems() == []


@pytest.mark.parametrize(
    ("role", "unit", "answers"),
    [
        (Role.SECRETARY, "tay-ninh", (200, 403)),
        (Role.SECRETARY, "long-an", (200, 403)),
        (Role.LEADER, "long-an", (200, 403)),
        (Role.REPORTER, "long-an", (403, 403)),
        (Role.STANDING_BODY, ABOVE, (200, 200)),
        (Role.TECHNICIAN, "", (404, 200)),
        (Role.SECRETARY, "ca-mau", (404, 403)),
    ],
)
def test_who_may_read_which_chain(
    sign_in: Callable[..., Account], client: Client, role: Role, unit: str, answers: tuple[int, int]
) -> None:
    of_season, of_all = answers
    season_in(Phase.RUNNING)
    sign_in(role, unit)
    with on(LATER):
        for rest in ("", "1/", "xuat/"):
            assert client.get(LIST + rest).status_code == of_season
            assert client.get(ALL + rest).status_code == of_all
        assert client.post(f"{LIST}kiem-lai/").status_code == of_season
        may_erase = role is Role.STANDING_BODY
        assert client.get(f"{LIST}1/xoa/actor/").status_code == (200 if may_erase else 404 if of_season == 404 else 403)


def test_a_stranger_is_led_to_the_sign_in(client: Client) -> None:
    assert client.get(ALL).headers["Location"] == "/dang-nhap/?next=/so-nhat-ky/"


def test_html_and_odd_texts_are_shown_as_they_were_typed(sign_in: Callable[..., Account], client: Client) -> None:
    account = sign_in(Role.TECHNICIAN)
    name = "<script>alert(1)</script> 🏳 Nguyê\u0303n"
    with on(LATER):
        account_of(Author(str(account.pk), name), Role.OBSERVER, "ca-mau", name)
        html = client.get(ALL).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 🏳" in html


def test_entries_cost_no_queries(sign_in: Callable[..., Account], client: Client) -> None:
    season = season_in(Phase.RUNNING)
    sign_in(Role.LEADER, "long-an")

    def write() -> None:
        with recording(FACTS_REPORTED, by=Author("x", "Ai"), chain=SEASON, reason="Vì vậy", count=1) as record:
            record.save(season)

    with on(LATER, 16):
        for path in (LIST, f"{LIST}?tim=vi+vay", f"{LIST}doi-tuong/seasons.season/{SLUG}/"):
            assert_same_queries(client, path, write)


def test_every_table_and_every_text_has_a_name_for_people() -> None:
    tables = {f"record.{model.ledger_table()}" for model in recorded_models()}
    texts = {f"ledger_text.{name}" for event in defined().values() for name in ("actor", "reason", *event.texts)}
    missing = (tables | texts) - all_sentences().keys()
    assert missing == set()
    idle = {code for code in all_sentences() if code.startswith(("record.", "ledger_text."))}
    assert idle - tables - texts - {"ledger_text.before", "ledger_text.after"} == set()
