"""What is shown by its code only: its words are looked for in every table, page, file and log, and are nowhere."""

import io
import logging
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client

from files.builders import RULEBOOK
from scoring_cases import GIVEN, scored_season, target, today_in
from season_cases import ABOVE, BODY, NAMES, SLUG, move_on, on, person
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.export import export_lines
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.rulebooks.models import RulebookVersion
from thidua.apps.rulebooks.services import import_targets
from thidua.apps.seasons.models import Season
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = [pytest.mark.django_db, pytest.mark.one_database, pytest.mark.system("poppler-utils")]
HIDDEN = "Chuyên án Sao Chổi"  # every hidden word below holds it
HOME = f"/ky/{SLUG}/"
MOST = 170  # pages of one person
PASSWORD = "một hai ba bốn"  # noqa: S105 - of the tests
SECRET = (
    RULEBOOK.replace("name: Tin bài, kind: count", f"name: {HIDDEN} năm, kind: count")
    .replace("measure: bài", f"measure: {HIDDEN} sáu")
    .replace("name: Chỉ đạo,", f"name: {HIDDEN} một, secrecy: code_only,")
    .replace("name: Không để bị động,", f"name: {HIDDEN} hai, secrecy: code_only,")
    .replace("name: Tin bài, points: 5, indicator: tin-bai,", f"name: {HIDDEN} ba, secrecy: code_only, points: 5, "
             "indicator: tin-bai, deductions: [{name: " + HIDDEN + " bốn, indicator: tin-bai, when_missing: nothing, "
             "rule: {kind: per_event, each: '0,1'}}],")
)  # fmt: skip
FIGURES = {
    "pha-an": "93,1%", "dieu-tra": "343/359", "cai-nghien": "1000/500", "tin-bai": "7", "nop-bao-cao": "11/11/2024",
    "II.1": "đạt", "II.2": "8,5",
}  # fmt: skip


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value.partition("#")[0] for name, value in attrs if name == "href" and value]


def words_of(answer: HttpResponseBase) -> str:
    """Everything that can be read in an answer, also inside workbooks and papers."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    if content.startswith(b"%PDF"):
        run = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
        return run.stdout.decode()
    return content.decode("utf-8", "ignore")


def pages_of(browser: Client) -> Iterator[tuple[str, str]]:
    """Every page and file of the season that links lead to, with its words."""
    waiting = [HOME, "/", f"{HOME}phieu-diem/long-an/phieu-diem.pdf", f"{HOME}phieu-diem/long-an/II.2/"]
    seen = set(waiting)
    while waiting:
        path = waiting.pop(0)
        answer = browser.get(path)
        if answer.status_code != 200:
            continue
        text = words_of(answer)
        yield path, text
        if "html" in answer["Content-Type"]:
            for link in Links(text).found:
                address = f"{path.partition('?')[0]}{link}" if link.startswith("?") else link
                if address.startswith(HOME) and address not in seen and len(seen) < MOST:
                    seen.add(address)
                    waiting.append(address)


def write_secret_season(secretary: Callable[[], Client]) -> Season:
    """A season whose rulebook was handed in with the words, adopted, and scored."""
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(today_in(Phase.PREPARING)):
        browser = secretary()
        file = SimpleUploadedFile("bang.yaml", SECRET.encode())
        assert browser.post(f"{HOME}bang-tieu-chi/tai-len/", {"file": file}).status_code == 302
        given = {"number": "04/QĐ-CA10", "date": "2/1/2024"}
        assert browser.post(f"{HOME}bang-tieu-chi/ban-hanh/", given).status_code == 302
        import_targets(actor=BODY, season=season, rows=[target("pha-an", "cả cụm", "75%")], document=GIVEN)
    season = move_on(season, to=Phase.REPORTING)
    with on(today_in(Phase.REPORTING)):
        for unit in NAMES:
            cells = {code: Typed(text, "Báo cáo số 5") for code, text in FIGURES.items()}
            enter_figures(actor=person(Role.REPORTER, unit), season=season, unit=unit, cells=cells)
    return move_on(season, to=Phase.APPRAISING)


def test_hidden_words_are_in_no_table_page_file_or_log(author: Author, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    def browser_of(role: Role, unit: str) -> Callable[[], Client]:
        def sign_in() -> Client:
            account = create_account(by=author, username=f"{unit}.{role}", full_name="Nguyễn An", password=PASSWORD)
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
            browser = Client()
            browser.force_login(account)
            return browser

        return sign_in

    write_secret_season(browser_of(Role.SECRETARY, "tay-ninh"))
    assert HIDDEN in SECRET
    assert "II.2" in str(RulebookVersion.objects.get().document)
    visited: list[str] = []
    with on(today_in(Phase.APPRAISING) + timedelta(days=1)):
        for sign_in in (browser_of(Role.STANDING_BODY, ABOVE), browser_of(Role.REPORTER, "long-an")):
            for path, text in pages_of(sign_in()):
                assert HIDDEN not in text, path
                visited.append(path)
    for wanted in (f"{HOME}bang-tieu-chi/1.xlsx", f"{HOME}bang-tieu-chi/1.yaml", f"{HOME}xep-hang/xep-hang.xlsx"):
        assert wanted in visited
    assert any(path.endswith(".pdf") for path in visited)
    for model in apps.get_models():
        for row in model._default_manager.all().values_list():
            assert HIDDEN not in " ".join(map(str, row)), model
    assert not any(HIDDEN in line for line in export_lines())
    assert HIDDEN not in caplog.text
    assert not any(HIDDEN in f"{one.subject}{one.body}" for one in mail.outbox)
