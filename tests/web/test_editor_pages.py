"""The editor of a draft: what a form keeps, what it tells, and what two people at one tree see of each other."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils.html import strip_tags

from score_cases import write_scores
from scoring_cases import scored_season, small_rulebook, today_in
from season_cases import CHAIR, OPENED, SLUG, on, write_cluster, write_season, write_units
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.models import Entry
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import DraftEdit, RulebookVersion, VersionState
from thidua.apps.rulebooks.services import import_rulebook
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.services import open_season
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.core.rulebook.document import rulebook_document
from thidua.core.rulebook.schema import Rulebook

pytestmark = pytest.mark.django_db
EDITOR = f"/ky/{SLUG}/bang-tieu-chi/soan/"
Fields = dict[str, str]
PASSWORD = "một hai ba bốn"  # noqa: S105 - of the tests


@pytest.fixture
def at_desk(author: Author) -> Iterator[Callable[[str], Client]]:
    """A season in preparation with a draft, and secretaries by name, each with a browser."""
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(today_in(Phase.PREPARING)):
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(), file_name="bang.yaml")

        def sit(name: str) -> Client:
            account = create_account(by=author, username=name, full_name=f"Nguyễn {name}", password=PASSWORD)
            assign_role(by=author, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=date(2020, 1, 1))
            browser = Client()
            browser.force_login(account)
            return browser

        yield sit


def draft() -> Rulebook:
    return bridge.rulebook(RulebookVersion.objects.get(state=VersionState.DRAFT))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", strip_tags(html.replace("<", " <"))).strip()


def fields_of(html: str, form: str = 'id="node"') -> Fields:
    """What a browser would send of a form as it stands."""
    body = html[html.index(form) :]
    body = body[: body.index("</form>")]
    found = dict(re.findall(r'<input[^>]*? name="([^"]+)" value="([^"]*)"', body))
    passages = re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>(.*?)</textarea>', body, re.DOTALL)
    found |= {name: text.strip("\n") for name, text in passages}
    for name, options in re.findall(r'<select[^>]*? name="([^"]+)"[^>]*>(.*?)</select>', body, re.DOTALL):
        found[name] = next(iter(re.findall(r'<option value="([^"]*)" selected', options)), "")
    return {name: text for name, text in found.items() if name != "csrfmiddlewaretoken"}


def opened(browser: Client, code: str = "") -> tuple[str, Fields]:
    html = browser.get(EDITOR, {"tieu-chi": code} if code else {}).content.decode()
    return html, fields_of(html)


def sent(browser: Client, code: str, fields: Fields, *, act: str = "save") -> tuple[int, str]:
    answer = browser.post(f"{EDITOR}?tieu-chi={code}", fields | {"act": act})
    return answer.status_code, answer.content.decode()


def test_a_form_that_is_sent_back_unchanged_changes_nothing(at_desk: Callable[[str], Client]) -> None:
    browser, before = at_desk("an"), rulebook_document(draft())
    for _depth, node in draft().walk():
        _, fields = opened(browser, node.code)
        assert sent(browser, node.code, fields)[0] == 302, node.code
    _, fields = opened(browser)
    assert browser.post(EDITOR, fields | {"act": "save"}).status_code == 302
    assert rulebook_document(draft()) == before
    assert DraftEdit.objects.count() == 0


def test_points_that_no_longer_sum_are_kept_and_told_at_the_group(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "I.1")
    assert sent(browser, "I.1", fields | {"points": "12"})[0] == 302
    html, _ = opened(browser, "I")
    assert "32" in words(html)
    assert "1 lỗi" in words(html)
    refused = browser.post(f"/ky/{SLUG}/bang-tieu-chi/ban-hanh/", {"number": "04/QĐ-CA10", "date": "2/1/2024"})
    assert refused.status_code == 400
    assert "Dự thảo còn 1 lỗi nên chưa ban hành được" in words(refused.content.decode())
    assert RulebookVersion.objects.get().state == VersionState.DRAFT


def test_what_cannot_be_read_is_refused_at_its_field_and_stays_typed(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "I.1")
    status, html = sent(browser, "I.1", fields | {"points": "mười", "name": "Phá án nhanh"})
    assert status == 400
    assert 'value="mười"' in html
    assert "Phá án nhanh" in html
    assert 'id="points-fault"' in html
    assert DraftEdit.objects.count() == 0


def test_a_form_without_its_fields_is_refused_in_words(at_desk: Callable[[str], Client]) -> None:
    status, html = sent(at_desk("mai"), "", {})
    assert status == 400
    assert "chưa có" in words(html) or "thiếu" in words(html)


def test_the_live_check_says_what_a_save_would_and_keeps_nothing(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "I.1")
    told = browser.post(f"{EDITOR}kiem/?tieu-chi=I.1", fields | {"points": "12"}).content.decode()
    assert "32" in words(told)
    unread = browser.post(f"{EDITOR}kiem/?tieu-chi=I.1", fields | {"points": "mười"}).content.decode()
    assert "1 ô chưa đọc được" in unread
    assert DraftEdit.objects.count() == 0


def test_a_band_with_a_hole_is_told_and_drawn_at_the_criterion(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "I.2")
    fields = {name: text for name, text in fields.items() if not name.startswith("rule")}
    bands = {"rule": "bands", "rule.bands.1.below": "75%", "rule.bands.1.points": "0"}
    bands |= {"rule.bands.2.above": "75%", "rule.bands.2.points": "10"}
    assert sent(browser, "I.2", fields | bands)[0] == 302
    html, kept = opened(browser, "I.2")
    assert 'class="hole"' in html
    assert "75%" in words(html[html.index('id="findings"') :])
    assert sent(browser, "I.2", kept | {"rule.bands.2.above": "", "rule.bands.2.from": "75%"})[0] == 302
    mended, _ = opened(browser, "I.2")
    assert 'class="hole"' not in mended
    assert "Bộ kiểm tra không thấy lỗi ở mục này" in words(mended)


def test_knots_are_drawn_to_scale_with_the_line_through_them(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "I.2")
    fields = {name: text for name, text in fields.items() if not name.startswith("rule")}
    knots = {"rule": "piecewise", "rule.knots.1.at": "80%", "rule.knots.1.points": "1"}
    knots |= {
        "rule.knots.2.at": "90%",
        "rule.knots.2.points": "4",
        "rule.knots.3.at": "100%",
        "rule.knots.3.points": "10",
    }
    assert sent(browser, "I.2", fields | knots)[0] == 302
    html, kept = opened(browser, "I.2")
    assert "3 mốc vẽ đúng tỷ lệ" in words(html)
    # 80, 90 and 100 stand equally far apart between 40 and 600, with room at both ends; 10 points reach from 148 to 30
    assert 'points="40.0,136.2 104.6,136.2 320.0,100.8 535.4,30.0 600.0,30.0"' in html
    assert [text.strip() for text in re.findall(r'<text class="val"[^>]*>(.*?)</text>', html)] == ["1", "4", "10"]
    falling = browser.post(f"{EDITOR}kiem/?tieu-chi=I.2", kept | {"rule.knots.3.at": "85%"}).content.decode()
    assert "85%" in words(falling)
    assert 'class="path"' in falling


def test_another_kind_of_rule_shows_its_own_fields_and_keeps_nothing(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "II.3")
    status, html = sent(browser, "II.3", fields | {"rule": "per_step"}, act="kind")
    assert status == 200
    assert 'name="rule.step"' in html
    assert 'name="rule.each"' in html
    assert DraftEdit.objects.count() == 0


def test_further_entries_are_read_as_in_the_workbook(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    _, fields = opened(browser, "II.1")
    more = {"row.1.entry": "khoản trừ 1", "row.1.value": "Để xảy ra tin xấu"}
    more |= {"row.2.entry": "khoản trừ 1 › số liệu", "row.2.value": "tin-bai"}
    more |= {"row.3.entry": "khoản trừ 1 › cách tính", "row.3.value": "tính theo lần"}
    more |= {"row.4.entry": "khoản trừ 1 › cách tính › điểm mỗi lần", "row.4.value": "0,5"}
    assert sent(browser, "II.1", fields | more)[0] == 302
    node = draft().find("II.1")
    assert node is not None
    assert node.leaf is not None
    assert [one.name for one in node.leaf.adjustments] == ["Để xảy ra tin xấu"]
    status, html = sent(browser, "II.1", fields | {"row.1.entry": "khoan lạ", "row.1.value": "x"})
    assert status == 400
    assert "khoan lạ" in html


def test_two_people_at_one_criterion_lose_nothing_and_both_are_told(at_desk: Callable[[str], Client]) -> None:
    first, second = at_desk("an"), at_desk("binh")
    _, mine = opened(first, "I.1")
    _, theirs = opened(second, "I.1")
    assert sent(second, "I.1", theirs | {"name": "Khám phá án"})[0] == 302
    status, html = sent(first, "I.1", mine | {"name": "Điều tra, phá án"})
    told = words(html)
    assert status == 409
    assert "Chưa lưu: mục I.1 đã được người khác sửa" in told
    assert "Nguyễn binh" in told
    assert "nội dung Điều tra, phá án Khám phá án" in told
    assert draft().find("I.1").name == "Khám phá án"  # type: ignore[union-attr]
    again = fields_of(html)
    assert again["name"] == "Điều tra, phá án"
    assert sent(first, "I.1", again)[0] == 302
    seen, _ = opened(second, "I.1")
    assert "Nguyễn an" in words(seen)
    assert draft().find("I.1").name == "Điều tra, phá án"  # type: ignore[union-attr]


def test_edits_of_different_criteria_go_through_one_after_the_other(at_desk: Callable[[str], Client]) -> None:
    first, second = at_desk("an"), at_desk("binh")
    _, mine = opened(first, "I.1")
    _, theirs = opened(second, "II.2")
    assert sent(second, "II.2", theirs | {"name": "Chỉ huy"})[0] == 302
    assert sent(first, "I.1", mine | {"name": "Điều tra"})[0] == 302
    assert [draft().find(code).name for code in ("I.1", "II.2")] == ["Điều tra", "Chỉ huy"]  # type: ignore[union-attr]
    acts = list(Entry.objects.filter(verb="rulebooks.draft.edited"))
    assert len(acts) == 2
    assert all("Chỉ huy" not in entry.body for entry in acts)


def test_what_somebody_else_took_out_is_said_and_the_typed_text_stays(at_desk: Callable[[str], Client]) -> None:
    first, second = at_desk("an"), at_desk("binh")
    _, mine = opened(first, "II.2")
    html, _ = opened(second, "II.2")
    taken = fields_of(html[html.index("/soan/bo/") - 80 :], "/soan/bo/")
    assert second.post(f"{EDITOR}bo/", taken).status_code == 302
    status, html = sent(first, "II.2", mine | {"name": "Chỉ đạo chặt chẽ"})
    assert status == 409
    assert "Chưa lưu: mục II.2 vừa bị người khác bỏ hoặc đổi mã" in words(html)
    assert "Chỉ đạo chặt chẽ" in html


def test_a_criterion_is_added_moved_and_taken_out_and_each_is_taken_back(at_desk: Callable[[str], Client]) -> None:
    browser, before = at_desk("an"), rulebook_document(draft())
    new = {"sort": "leaf", "parent": "II", "code": "II.4", "name": "Sáng kiến", "points": "5"}
    assert browser.post(f"{EDITOR}them/?vao=II", new).status_code == 302
    assert browser.post(f"{EDITOR}them/?vao=II", new | {"code": "I.1"}).status_code == 400
    html, _ = opened(browser, "II.4")
    place = fields_of(html[html.index("/soan/chuyen/") - 80 :], "/soan/chuyen/")
    assert browser.post(f"{EDITOR}chuyen/", place | {"to": "up"}).status_code == 302
    assert codes(draft(), "II") == ["II.1", "II.2", "II.4", "II.3"]
    browser.post(f"{EDITOR}chuyen/", place | {"to": "up"})  # seen in a place where it is no more
    assert codes(draft(), "II") == ["II.1", "II.2", "II.4", "II.3"]
    html, _ = opened(browser, "II.4")
    place = fields_of(html[html.index("/soan/chuyen/") - 80 :], "/soan/chuyen/")
    assert browser.post(f"{EDITOR}chuyen/", place | {"to": "group", "parent": "I"}).status_code == 302
    assert codes(draft(), "I") == ["I.1", "I.2", "I.3", "II.4"]
    for _turn in range(3):
        assert browser.post(f"{EDITOR}hoan-tac/", {"code": ""}).status_code == 302
    assert rulebook_document(draft()) == before
    assert DraftEdit.objects.count() == 6


def test_an_undo_never_takes_back_what_somebody_else_went_on_from(at_desk: Callable[[str], Client]) -> None:
    first, second = at_desk("an"), at_desk("binh")
    _, mine = opened(first, "I.1")
    sent(first, "I.1", mine | {"name": "Điều tra"})
    _, theirs = opened(second, "I.1")
    sent(second, "I.1", theirs | {"points": "11"})
    answer = first.post(f"{EDITOR}hoan-tac/", {"code": "I.1"}, follow=True)
    assert "Không hoàn tác được: mục I.1 đã được sửa tiếp" in words(answer.content.decode())
    assert draft().find("I.1").name == "Điều tra"  # type: ignore[union-attr]


def test_a_draft_begins_with_the_version_in_force(author: Author) -> None:
    season = scored_season(Phase.PREPARING)
    with on(today_in(Phase.PREPARING)):
        account = create_account(by=author, username="an", full_name="An", password=PASSWORD)
        assign_role(by=author, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=date(2020, 1, 1))
        browser = Client()
        browser.force_login(account)
        assert browser.get(EDITOR)["Location"] == f"{EDITOR}bat-dau/"
        assert browser.post(f"{EDITOR}bat-dau/", {"origin": "in_force"})["Location"] == EDITOR
        assert draft() == small_rulebook()
        same = browser.post(f"/ky/{SLUG}/bang-tieu-chi/ban-hanh/", {"number": "05/QĐ", "date": "2/1/2024"})
        assert "giống hệt phiên bản 1" in words(same.content.decode())
        _html, fields = opened(browser, "I.1")
        sent(browser, "I.1", fields | {"name": "Điều tra"})
        page = words(browser.get(f"{EDITOR}so-sanh/").content.decode())
    assert "1 thay đổi" in page
    assert season.slug == SLUG
    assert Account.objects.filter(username="an").exists()


def test_nobody_edits_without_the_right(at_desk: Callable[[str], Client], author: Author) -> None:
    at_desk("an")
    account = create_account(by=author, username="xem", full_name="Xem", password=PASSWORD)
    assign_role(by=author, account=account, role=Role.REPORTER, unit="long-an", starts_on=date(2020, 1, 1))
    browser = Client()
    browser.force_login(account)
    for path in ("", "so-lieu/", "so-sanh/", "bat-dau/", "them/"):
        assert browser.get(EDITOR + path).status_code == 403
    for path in ("", "kiem/", "chuyen/", "bo/", "hoan-tac/", "them/", "so-lieu/", "bat-dau/"):
        assert browser.post(EDITOR + path, {"code": "I.1"}).status_code == 403
    assert DraftEdit.objects.count() == 0


def test_indicators_are_added_changed_and_taken_out(at_desk: Callable[[str], Client]) -> None:
    browser = at_desk("an")
    new = {"code": "sang-kien", "name": "Sáng kiến", "kind": "count", "act": "save", "seen": ""}
    assert browser.post(f"{EDITOR}so-lieu/", new).status_code == 302
    assert browser.post(f"{EDITOR}so-lieu/", new | {"name": ""}).status_code == 400
    assert browser.post(f"{EDITOR}so-lieu/", new).status_code == 400
    html = browser.get(f"{EDITOR}so-lieu/?so-lieu=sang-kien").content.decode()
    fields = fields_of(html)
    assert (
        browser.post(f"{EDITOR}so-lieu/?so-lieu=sang-kien", fields | {"measure": "bản", "act": "save"}).status_code
        == 302
    )
    assert draft().indicator("sang-kien").measure == "bản"
    late = browser.post(f"{EDITOR}so-lieu/?so-lieu=sang-kien", fields | {"measure": "cái", "act": "save"})
    assert late.status_code == 409
    assert "cái bản" in words(late.content.decode())


def codes(rulebook: Rulebook, group: str) -> list[str]:
    node = rulebook.find(group)
    assert node is not None
    assert node.group is not None
    return [part.code for part in node.group.parts]


def test_a_draft_is_tried_on_last_seasons_figures(author: Author) -> None:
    with on(OPENED):
        write_units()
        last = write_season(write_cluster())
        write_scores(last)
    with on(date(2025, 1, 3)):
        season = open_season(
            actor=CHAIR,
            cluster=write_cluster(year=2025),
            movement=last.movement,
            data_from=date(2025, 2, 1),
            data_to=date(2025, 3, 31),
            document=Document("15/BB-CA10", date(2025, 1, 2)),
            after=last,
        )
        account = create_account(by=author, username="an", full_name="An", password=PASSWORD)
        assign_role(by=author, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=date(2020, 1, 1))
        browser = Client()
        browser.force_login(account)
        editor = f"/ky/{season.slug}/bang-tieu-chi/soan/"
        assert browser.post(f"{editor}bat-dau/", {"origin": "last"}).status_code == 302
        same = words(browser.get(f"{editor}tinh-thu/").content.decode())
        assert "Thứ tự các đơn vị không đổi" in same
        address = f"{editor}?tieu-chi=I.2.1.c"
        fields = fields_of(browser.get(address).content.decode())
        fields = {name: text for name, text in fields.items() if not name.startswith("rule")}
        assert (
            browser.post(address, fields | {"rule": "all_or_nothing", "rule.need": "99%", "act": "save"}).status_code
            == 302
        )
        moved = words(browser.get(f"{editor}tinh-thu/").content.decode())
        assert "Điểm của từng đơn vị thay đổi ở đâu" in moved
        assert "I.2.1.c" in moved
        fields = fields_of(browser.get(address).content.decode())
        assert browser.post(address, fields | {"points": "19", "act": "save"}).status_code == 302
        torn = words(browser.get(f"{editor}tinh-thu/").content.decode())
        assert "lỗi nên chưa tính thử được" in torn


def test_without_a_last_season_the_trial_says_so(at_desk: Callable[[str], Client]) -> None:
    page = words(at_desk("an").get(f"{EDITOR}tinh-thu/").content.decode())
    assert "chưa có số liệu năm trước để tính thử" in page
