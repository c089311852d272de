"""The pages of a rulebook: what they show to whom, what they refuse, and that versions cost no queries."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from files.builders import RULEBOOK
from scoring_cases import ADOPTED, scored_season, small_rulebook, today_in
from season_cases import CHAIR, OPENED, SLUG, on
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
from thidua.apps.seasons.models import Season
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.core.rulebook.parse import parse_rulebook
from thidua.files.containers import check_table_file
from thidua.files.rulebook_sheets import read_rulebook_tables
from thidua.files.rulebook_xlsx import rulebook_workbook
from thidua.files.tables import tables_of
from thidua.files.yaml_text import read_yaml

pytestmark = pytest.mark.django_db
PAGE = f"/ky/{SLUG}/bang-tieu-chi/"
SignIn = Callable[..., Account]


@pytest.fixture
def sign_in(author: Author, client: Client) -> SignIn:
    def as_somebody(role: Role, unit: str) -> Account:
        with on(OPENED):
            who = {"username": f"{unit}.x", "full_name": "Trần Thị Bảy", "password": "một hai ba bốn"}
            account = create_account(by=author, **who)
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
        client.force_login(account)
        return account

    return as_somebody


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", strip_tags(main.replace("<", " <"))).strip()


def read(client: Client, path: str = PAGE, *, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    return words(answer.content.decode())


def yaml_file(text: str = RULEBOOK) -> SimpleUploadedFile:
    return SimpleUploadedFile("bang.yaml", text.encode())


def test_the_tree_shows_every_criterion_with_its_points_and_one_in_words(client: Client, sign_in: SignIn) -> None:
    scored_season(Phase.RUNNING)
    sign_in(Role.REPORTER, "long-an")
    with on(today_in(Phase.RUNNING)):
        page = read(client, f"{PAGE}?tieu-chi=I.3")
    assert "9 tiêu chí, 51 điểm I Công tác chuyên môn 30 I.1 Phá án 10" in page
    assert "I.3 Cai nghiện 10 điểm I Công tác chuyên môn" in page
    assert "Phải có minh chứng." in page
    assert "Căn cứ chưa xác định" in page
    assert "Bản thứ 1 của kỳ này, ban hành theo 04/QĐ-CA10 ngày 02/01/2024" in page
    assert RulebookVersion.objects.get().digest in page


def test_a_criterion_that_is_not_there_is_nothing(client: Client, sign_in: SignIn) -> None:
    scored_season(Phase.RUNNING)
    sign_in(Role.REPORTER, "long-an")
    with on(today_in(Phase.RUNNING)):
        read(client, f"{PAGE}?tieu-chi=X", status=404)
        read(client, f"{PAGE}?ban=7", status=404)


def test_what_is_shown_by_its_code_has_no_words_for_anybody(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    secret = RULEBOOK.replace("name: Chỉ đạo,", "name: Chỉ đạo, secrecy: code_only,")
    with on(today_in(Phase.PREPARING)):
        import_rulebook(actor=CHAIR, season=season, rulebook=parse_rulebook(read_yaml(secret.encode())))
        adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
        sign_in(Role.SECRETARY, "tay-ninh")
        page = read(client, f"{PAGE}?tieu-chi=II.2")
        text = client.get(f"{PAGE}1.yaml").content.decode()
    assert "Chỉ đạo" not in page
    assert "Chỉ đạo" not in text
    assert "code: II.2" in text


def test_both_files_give_the_rulebook_back(client: Client, sign_in: SignIn) -> None:
    scored_season(Phase.RUNNING)
    sign_in(Role.REPORTER, "long-an")
    with on(today_in(Phase.RUNNING)):
        workbook, text = (client.get(f"{PAGE}1.{ending}").content for ending in ("xlsx", "yaml"))
    assert parse_rulebook(read_yaml(text)) == small_rulebook()
    read_back, problems = read_rulebook_tables(tables_of(check_table_file("bang.xlsx", workbook)))
    assert (read_back, problems) == (small_rulebook(), [])


def test_a_file_with_mistakes_shows_them_all_and_keeps_nothing(client: Client, sign_in: SignIn) -> None:
    scored_season(Phase.PREPARING, with_rulebook=False)
    sign_in(Role.SECRETARY, "tay-ninh")
    broken = RULEBOOK.replace("points: 30", "points: 31").replace("kind: percent", "kind: percen")
    with on(today_in(Phase.PREPARING)):
        answer = client.post(f"{PAGE}tai-len/", {"file": yaml_file(broken)})
    page = words(answer.content.decode())
    assert answer.status_code == 400
    assert "Chưa lưu: tệp có 2 chỗ cần sửa" in page
    assert "bang.yaml › indicators[pha-an].kind" in page
    assert "bang.yaml › criteria[I]" in page
    assert RulebookVersion.objects.count() == 0


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_a_sound_file_is_a_draft_and_adopted_by_its_document(client: Client, sign_in: SignIn, ending: str) -> None:
    scored_season(Phase.PREPARING, with_rulebook=False)
    sign_in(Role.SECRETARY, "tay-ninh")
    file = yaml_file() if ending == "yaml" else SimpleUploadedFile("b.xlsx", rulebook_workbook(small_rulebook()))
    with on(today_in(Phase.PREPARING)):
        sent = client.post(f"{PAGE}tai-len/", {"file": file})
        draft = read(client, sent["Location"])
        refused = client.post(sent["Location"], {"number": "", "date": "31/02/2024"})
        adopted = client.post(sent["Location"], {"number": "04/QĐ-CA10", "date": "2/1/2024"})
        page = read(client)
    assert "Đã kiểm tra, không có lỗi" in draft
    assert (refused.status_code, adopted["Location"]) == (400, PAGE)
    assert RulebookVersion.objects.get().state == VersionState.ADOPTED
    assert "ban hành theo 04/QĐ-CA10 ngày 02/01/2024" in page


def test_an_amendment_shows_what_changes_and_asks_for_the_minute_and_the_reason(
    client: Client, sign_in: SignIn
) -> None:
    scored_season(Phase.SIGNED)
    sign_in(Role.SECRETARY, "tay-ninh")
    given = {"number": "31/BB-CA10", "date": "2/1/2024", "reason": "Bộ điều chỉnh hướng dẫn"}
    with on(today_in(Phase.SIGNED)):
        client.post(f"{PAGE}tai-len/", {"file": yaml_file(RULEBOOK.replace("name: Phá án", "name: Phá các vụ án"))})
        page = read(client, f"{PAGE}ban-hanh/")
        refused = client.post(f"{PAGE}ban-hanh/", given | {"reason": " "})
        client.post(f"{PAGE}ban-hanh/", given)
        after = read(client)
    assert "1 thay đổi so với phiên bản trước" in page
    assert "Phá các vụ án" in page
    assert refused.status_code == 400
    assert "31/BB-CA10 ngày 02/01/2024 Bộ điều chỉnh hướng dẫn" in after


def test_a_draft_is_seen_by_those_who_draft_and_thrown_away(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.PREPARING)
    with on(today_in(Phase.PREPARING)):
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"))
        sign_in(Role.SECRETARY, "tay-ninh")
        assert "Bảng hai" in read(client, f"{PAGE}?ban=2")
        sign_in(Role.REPORTER, "long-an")
        read(client, f"{PAGE}?ban=2", status=404)
        assert client.post(f"{PAGE}bo-du-thao/").status_code == 403
        client.force_login(Account.objects.get(username="tay-ninh.x"))
        assert client.post(f"{PAGE}bo-du-thao/").status_code == 302
    assert RulebookVersion.objects.count() == 1


def test_a_season_without_a_rulebook_says_who_makes_one(client: Client, sign_in: SignIn) -> None:
    scored_season(Phase.PREPARING, with_rulebook=False)
    sign_in(Role.REPORTER, "long-an")
    with on(today_in(Phase.PREPARING)):
        page = read(client)
    assert "Thư ký cụm trưởng hoặc cơ quan thường trực tải bảng lên" in page


def test_versions_cost_no_queries(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.PREPARING)
    sign_in(Role.REPORTER, "long-an")
    counts = []
    with on(today_in(Phase.PREPARING)):
        for names in ((), ("Bảng hai", "Bảng ba")):
            for name in names:
                import_rulebook(actor=CHAIR, season=Season.objects.get(), rulebook=small_rulebook(Bảng_điểm_thử=name))
                adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
            read(client)
            with CaptureQueriesContext(connection) as queries:
                read(client)
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 20
