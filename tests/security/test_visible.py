"""Who sees what in which phase, by content: every page and file of a season looked through as everybody, against the
table written by hand (`visible.csv`; docs/who-sees-what.md shows the same to people).

A line says: this content, in these phases, is seen by the people in whose columns an x stands, through some door, and
by nobody else, through no door at all.
"""

import csv
import io
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.http import HttpResponse
from django.test import Client

from season_cases import SLUG
from security.permission_table import read
from thidua.apps.attachments.models import Attachment
from thidua.apps.ledger.models import Entry
from thidua.core.phases import Phase
from visible_season import OTHER, OWN, PHASES, VisibleSeason, holds, visible_season

TABLE = Path(__file__).parent / "visible.csv"
PAGE = Path(__file__).parents[2] / "docs" / "who-sees-what.md"
HOME = f"/ky/{SLUG}/"
PAGES = (  # {unit}: for both units; first those that show most
    "so-lieu/{unit}/pha-an/",
    "minh-chung/{unit}/",
    "kien-nghi/{unit}/pha-an/",
    "kiem-tra-thuc-te/",
    "hop-thong-nhat/bien-ban/",
    "nhan-dinh/",
    "xep-hang/",
    "xep-hang/ban/1/",
    "",
    "xep-hang/xep-hang.xlsx",
    "xep-hang/xep-hang.pdf",
    "xep-hang/ket-qua.json",
    "xep-hang/ban/1/tinh-lai/",
    "xep-hang/ban/1/ket-qua.json",
    "bang-diem/",
    "thay-doi/",
    "ban-do-diem/",
    "qua-cac-nam/",
    "ho-so/{unit}/",
    "phieu-diem/",
    "phieu-diem/{unit}/",
    "phieu-diem/{unit}/phieu-diem.pdf",
    "phieu-diem/{unit}/I.1/",
    "phieu-diem/{unit}/II.3/",
    "tham-dinh/",
    "tham-dinh/{unit}/",
    "tham-dinh/{unit}/pha-an/",
    "kien-nghi/",
    "hop-thong-nhat/",
    "chenh-lech/",
    "phan-cong-kiem-tra/",
    "phuc-tra/",
    "so-lieu/",
    "tien-do-nop/",
    "tien-do/{unit}/",
    "minh-chung/",
    "tu-cham/{unit}/",
    "tu-cham/{unit}/in/",
    "nhap-so-lieu/",
    "nhap-so-lieu/{unit}/",
    "nhap-ho/{unit}/",
    "nop-tep/mau/",
    "dau-hieu/",
    "so-nhat-ky/",
    "so-nhat-ky/?tim=4712",
    "so-nhat-ky/xuat/",
)
# Doors that show nothing of what units claim, are given or reach: forms, the rules, the plan, the papers of the year.
OF_NO_CONTENT = """
acknowledge_campaign acknowledge_targets add_criterion adopt_rulebook agree_standings answer_merger attest_guard
campaign campaigns carry_over change_target check_draft compare_draft confirm_result copy_statements draft_pact
draft_rulebook drop_draft drop_duty drop_statement edit_draft edit_indicators edit_statement evidence_age fill_library
finish_duty freeze_standings give_targets keep_document launch_campaign launch_movement launch_proposal library
mergers move_criterion move_season new_statement open_pact open_season pact pact_paper pact_paper_of plan_phases
publish_standings read_target record_pact_paper regulation remove_criterion reopen_season review_campaign rulebook
rulebook_workbook rulebook_yaml save_figures season_calendar season_erase_text season_indicators season_ledger_entry
season_ledger_object season_verify_ledger seasons set_duty set_regulation sign_pact simulate_draft start_draft target
targets targets_template undo_draft_edit undo_figures undo_targets upload_figures upload_targets withdraw_document
withdraw_pact withdraw_standings
"""


def lines() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


PEOPLE = [name for name in lines()[0] if name not in ("content", "what", "phases")]


def expected(phase: Phase) -> dict[tuple[str, str], bool]:
    """By content and person, whether it is seen in a phase."""
    return {
        (line["content"], who): {"x": True, "-": False}[line[who]]
        for line in lines()
        for who in PEOPLE
        if phase in line["phases"].split()
    }


def test_the_table_speaks_once_of_every_content_in_every_phase() -> None:
    told = [(line["content"], phase) for line in lines() for phase in line["phases"].split()]
    contents = dict.fromkeys(line["content"] for line in lines())
    assert sorted(told) == sorted((content, phase.value) for content in contents for phase in PHASES)


def test_the_page_for_people_shows_the_same_table() -> None:
    marks = {"x": "✓", "-": "–"}
    rows = [
        f"| {line['what']} | {line['phases'].replace(' ', ', ')} | {' | '.join(marks[line[who]] for who in PEOPLE)} |"
        for line in lines()
    ]
    shown = [row for row in PAGE.read_text(encoding="utf-8").splitlines() if row.startswith("|")]
    assert shown == [f"| What | Phases | {' | '.join(PEOPLE)} |", f"|---|---|{'---|' * len(PEOPLE)}", *rows]


def test_every_door_of_a_season_is_looked_through_or_known_to_show_nothing() -> None:
    doors = {
        (line.door[0], line.door[2].removeprefix("/ky/{season}/"))
        for line in read("permissions.csv")
        if line.door[1] == "GET" and line.door[2].startswith("/ky/")
    }
    looked = {page.partition("?")[0].format(unit=OWN) for page in PAGES} | {"khong-co-ky-nay/"}
    named = {name for name, path in doors if path in looked or path.replace("long-an", OWN) in looked}
    unjudged = {name for name, _ in doors} - named - {"attachment"}
    assert unjudged == set(OF_NO_CONTENT.split()), "a new address stands in PAGES, or shows nothing of units"


@pytest.mark.django_db
@pytest.mark.system("poppler-utils")
def test_everybody_sees_what_the_table_says_and_nothing_more() -> None:
    of = visible_season()
    wrong = []
    for phase in of:
        told = expected(phase)
        for who in PEOPLE:
            sought = {content: told[content, who] for content, one in told if one == who}
            found = seen_by(of, who, sought)
            wrong += [
                f"{content} in {phase}: {who} {'does not see it' if is_seen else f'sees it on {found[content]}'}"
                for content, is_seen in sought.items()
                if (content in found) is not is_seen
            ]
    assert wrong == [], "\n".join(wrong)


def seen_by(of: VisibleSeason, who: str, sought: dict[str, bool]) -> dict[str, str]:
    """Each content that somebody finds with the first page or file that shows it. Once there is nothing left that they
    must not find, what they must is not looked for twice.
    """
    browser, found = Client(), dict[str, str]()
    browser.force_login(of.world.accounts[who])
    hidden = any(not is_seen and of.marks.get(content) for content, is_seen in sought.items())
    for path in ("/", "/thong-bao/", *(f"{HOME}{page}" for page in addresses(of))):
        answer = browser.get(path)
        if answer.status_code == 200:
            text = words_of(answer)
            found |= {one: path for one in sought if one not in found and holds(text, of.marks.get(one, ()))}
        elif path == HOME:
            return found  # a stranger to the season: `permissions.csv` says so of all its doors
        if not hidden and len(found) == sum(sought.values()):
            return found
    return found


def addresses(of: VisibleSeason) -> Iterator[str]:
    """Every page and file of both units, and one entry of the ledger of each sort about each of them."""
    yield from (f"tep/{one.pk}/" for one in Attachment.objects.filter(season=of.season, unit__in=(OWN, OTHER)))
    for page in PAGES:
        yield from dict.fromkeys(page.format(unit=unit) for unit in (OWN, OTHER))
    found = Entry.objects.filter(chain=of.season.ledger_chain(), about_unit__in=(OWN, OTHER)).order_by("height")
    yield from (
        f"so-nhat-ky/{height}/" for height in {(one.verb, one.about_unit): one.height for one in found}.values()
    )


def words_of(answer: HttpResponse) -> str:
    """What a page or a file says, without its marks."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    kind = answer["Content-Type"]
    if "spreadsheet" in kind:
        with ZipFile(io.BytesIO(content)) as book:
            content = b"\n".join(book.read(name) for name in book.namelist() if name.endswith(".xml"))
    elif "pdf" in kind:
        content += subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=False).stdout
    text = content.decode("utf-8", "ignore")
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))
