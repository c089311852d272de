"""A unit hands in its figures as a file: seen before it is written, mended in place, taken whole or in part, undone."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from odf import table as odf_table
from odf.opendocument import OpenDocumentSpreadsheet
from odf.text import P

from files.test_attached import docx
from scoring_cases import ADOPTED, long_rulebook, scored_season, today_in
from season_cases import CHAIR, OPENED, REPORTER, SLUG, move_on, on
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = [pytest.mark.django_db]
PAGE = f"/ky/{SLUG}/nop-tep/"
DAY = today_in(Phase.REPORTING)
TITLES = ["Mã", "Đơn vị", "Nội dung", "Tự chấm", "Minh chứng"]
Rows = list[list[object]]


@pytest.fixture
def reporter(author: Author, client: Client) -> Client:
    with on(OPENED):
        account = create_account(by=author, username="bao-cao", full_name="Trần Thị Bảy", password="một hai ba bốn")  # noqa: S106
        assign_role(by=author, account=account, role=Role.REPORTER, unit="long-an", starts_on=date(2020, 1, 1))
    client.force_login(account)
    return client


def book(rows: Rows, *, then: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = "Số liệu"
    for row in [TITLES, *rows]:
        made.active.append(row)
    if then is not None:
        then(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def with_part(name: str, data: bytes) -> bytes:
    """A workbook with one part more."""
    target = io.BytesIO(book([["tin-bai", "Long An", "", 7, ""]]))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return target.getvalue()


def of_macro_kind(what: str) -> bytes:
    """A workbook of a kind that may carry macros, without any: what Excel writes as .xlsm and .xltm."""
    plain, target = zipfile.ZipFile(io.BytesIO(book([line("tin-bai", 7)]))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in plain.namelist():
            kinds = (b"openxmlformats-officedocument.spreadsheetml.sheet.main", f"ms-excel.{what}.macroEnabled.main")
            archive.writestr(name, plain.read(name).replace(kinds[0], kinds[1].encode()))
    return target.getvalue()


def line(code: str, typed: object, evidence: str = "BC 5") -> list[object]:
    return [code, "Long An", "", typed, evidence]


def send(client: Client, data: bytes, name: str = "so-lieu.xlsx") -> HttpResponse:
    with on(DAY):
        return client.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def hidden(answer: HttpResponse) -> dict[str, str]:
    """All fields of the preview as the browser would send them again."""
    html = answer.content.decode()
    return {
        name: value
        for name, value in re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', html)
        if name in ("name", "content", "seen") or name.startswith("o.")
    }


def act(client: Client, fields: dict[str, str], what: str) -> HttpResponse:
    with on(DAY):
        return client.post(PAGE, {**fields, "act": what}, follow=True)


def figures() -> dict[str, str]:
    latest = {row.indicator: row.typed for row in Figure.objects.order_by("version")}
    return {code: typed for code, typed in latest.items() if typed}


def test_the_template_goes_out_and_comes_back_as_it_was(reporter: Client) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"pha-an": Typed("93,1%", "BC 1")})
        answer = reporter.get(f"{PAGE}mau/")
    preview = send(reporter, answer.content)
    assert preview.status_code == 200
    assert "Mọi số liệu trong tệp đều như đang có" in preview.content.decode()


def test_a_filled_template_is_seen_taken_in_and_undone(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        made = openpyxl.load_workbook(io.BytesIO(reporter.get(f"{PAGE}mau/").content))
    sheet = made.worksheets[0]
    titles = next(row for row in sheet.iter_rows() if row[0].value == "Mã")
    own = next(cell.column for cell in titles if cell.value == "Tự chấm")
    for row in sheet.iter_rows(min_row=titles[0].row + 1):
        if row[0].value in ("pha-an", "tin-bai"):
            sheet.cell(row[0].row, own).value = {"pha-an": "93,1%", "tin-bai": 7}[row[0].value]
    target = io.BytesIO()
    made.save(target)
    preview = send(reporter, target.getvalue())
    assert figures() == {}
    done = act(reporter, hidden(preview), "all")
    assert "Đã nhận 2 số liệu" in done.content.decode()
    assert figures() == {"pha-an": "93,1%", "tin-bai": "7"}
    with on(DAY):
        undone = reporter.post(re.search(r'action="([^"]*hoan-tac/)"', done.content.decode())[1], follow=True)
    assert "Đã hoàn tác 2 số liệu" in undone.content.decode()
    assert figures() == {}


def test_every_fault_stands_at_its_cell_and_is_mended_there(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    answer = send(reporter, book([line("pha-an", "chín mươi"), line("tin-bay", 7), line("II.1", "đạt")]))
    assert answer.status_code == 400
    fields = hidden(answer)
    assert {name: text for name, text in fields.items() if name.startswith("o.")} == {
        "o.Số liệu!D2": "chín mươi",
        "o.Số liệu!A3": "tin-bay",
    }
    looked = act(reporter, {**fields, "o.Số liệu!D2": "93,1%", "o.Số liệu!A3": "tin-bai"}, "look")
    assert looked.status_code == 200
    assert figures() == {}
    act(reporter, hidden(looked), "all")
    assert figures() == {"pha-an": "93,1%", "tin-bai": "7", "II.1": "đạt"}


def test_the_good_lines_alone_are_taken(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    answer = send(reporter, book([line("pha-an", "chín mươi"), line("tin-bai", 7)]))
    assert "Chỉ nhận 1 số liệu đúng, bỏ 1 dòng" in answer.content.decode()
    act(reporter, hidden(answer), "good")
    assert figures() == {"tin-bai": "7"}


def test_what_was_written_meanwhile_is_told_and_nothing_is_lost(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    first = send(reporter, book([line("tin-bai", 7)]))
    second = send(reporter, book([line("tin-bai", 9)]))
    act(reporter, hidden(second), "all")
    told = act(reporter, hidden(first), "all")
    assert told.status_code == 400
    assert "đã được ghi thêm ở nơi khác" in told.content.decode()
    assert figures() == {"tin-bai": "9"}
    act(reporter, hidden(told), "all")
    assert figures() == {"tin-bai": "7"}


def test_merged_titles_hidden_rows_formulas_text_numbers_and_days_survive(reporter: Client) -> None:
    scored_season(Phase.REPORTING)

    def folded(made: openpyxl.Workbook) -> None:
        sheet = made.active
        sheet.insert_rows(1)
        sheet["A1"] = "BIỂU SỐ LIỆU"
        sheet.merge_cells("A1:E1")
        sheet.row_dimensions[4].hidden = True

    rows = [line("dieu-tra", "343/359"), line("tin-bai", "1.234"), line("nop-bao-cao", "11/11/2024")]
    answer = send(reporter, book(rows, then=folded))
    assert "1 dòng bị ẩn trong tệp vẫn được đọc: dòng 4" in answer.content.decode()
    act(reporter, hidden(answer), "all")
    assert figures() == {"dieu-tra": "343/359", "tin-bai": "1.234", "nop-bao-cao": "11/11/2024"}


def test_an_ods_document_is_taken_like_a_workbook(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    document = OpenDocumentSpreadsheet()
    table = odf_table.Table(name="Số liệu")
    for texts in (TITLES, ["tin-bai", "Long An", "", "7", "BC 5"], ["pha-an", "Long An", "", "93,1%", "BC 5"]):
        row = odf_table.TableRow()
        for text in texts:
            cell = odf_table.TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    target = io.BytesIO()
    document.write(target)
    answer = send(reporter, target.getvalue(), "so-lieu.ods")
    assert answer.status_code == 200
    act(reporter, hidden(answer), "all")
    assert figures() == {"tin-bai": "7", "pha-an": "93,1%"}


def test_a_doubtful_figure_of_a_file_is_told_beside_it_and_taken(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    answer = send(reporter, book([line("pha-an", "104%")]))
    assert (answer.status_code, "vượt 100%" in answer.content.decode()) == (200, True)
    act(reporter, hidden(answer), "all")
    assert figures() == {"pha-an": "104%"}


@pytest.mark.parametrize("column", ["Ngày sinh", "Họ và tên", "Số điện thoại"])
def test_columns_of_persons_are_refused_by_their_titles(reporter: Client, column: str) -> None:
    scored_season(Phase.REPORTING)

    def persons(made: openpyxl.Workbook) -> None:
        made.active["F1"] = column

    answer = send(reporter, book([line("tin-bai", 7)], then=persons))
    assert (answer.status_code, column in answer.content.decode(), figures()) == (400, True, {})


def test_a_formula_without_its_result_is_told_at_its_cell(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    answer = send(reporter, book([line("tin-bai", "=3+4")]))
    assert "o.Số liệu!D2" in hidden(answer)
    act(reporter, {**hidden(answer), "o.Số liệu!D2": "7"}, "all")
    assert figures() == {"tin-bai": "7"}


def test_letters_that_are_composed_otherwise_are_the_same(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    answer = send(reporter, book([line("II.1", "đa\u0323t")]))
    act(reporter, hidden(answer), "all")
    assert figures() == {"II.1": "đạt"}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("so-lieu.xlsx", b"", "trống"),
        ("so-lieu.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "đời cũ"),
        ("so-lieu.xlsx", b"PK\x03\x04 broken", "bị hỏng"),
        ("so-lieu.xlsx", b"%PDF-1.7", "PDF"),
        ("so-lieu.xlsx", book([]), "không có dòng nào"),
        ("so-lieu.xlsx", bytes(1_600_000), "1,5 MB"),
        ("so-lieu.xlsx", LOCKED, "mật khẩu"),
        ("so-lieu.xlsx", with_part("xl/vbaProject.bin", b"macro"), "macro"),
        ("so-lieu.xlsm", with_part("xl/vbaProject.bin", b"macro"), "macro"),
        ("so-lieu.xltm", with_part("xl/vbaProject.bin", b"macro"), "macro"),
        ("so-lieu.xlsm", of_macro_kind("sheet"), "macro"),
        ("so-lieu.xltm", of_macro_kind("template"), "macro"),
        ("so-lieu.docm", docx(**{"word/vbaProject.bin": b"macro"}), "Word"),
        ("so-lieu.xlsx", with_part("xl/media/image1.bin", bytes(900_000_000 // 9)), "bung"),
    ],
)
def test_a_file_that_is_no_table_is_told_at_the_field(reporter: Client, name: str, data: bytes, told: str) -> None:
    scored_season(Phase.REPORTING)
    answer = send(reporter, data, name)
    assert answer.status_code == 400
    html = answer.content.decode()
    assert told in html
    assert figures() == {}


def test_columns_about_persons_are_refused(reporter: Client) -> None:
    scored_season(Phase.REPORTING)

    def persons(made: openpyxl.Workbook) -> None:
        made.active["F1"] = "Số CCCD"
        made.active["F2"] = "079123456789"

    answer = send(reporter, book([line("tin-bai", 7)], then=persons))
    assert answer.status_code == 400
    assert "CCCD" in answer.content.decode()


def test_twelve_faults_of_five_hundred_lines_are_told_at_once_and_the_others_are_taken(reporter: Client) -> None:
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(OPENED):
        import_rulebook(actor=CHAIR, season=season, rulebook=long_rulebook(500), file_name="bang.yaml")
        adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
    move_on(season, to=Phase.REPORTING)
    wrong = set(range(8, 500, 41))
    answer = send(reporter, book([line(f"so-{one}", "mười" if one in wrong else one) for one in range(500)]))
    faults = {name for name in hidden(answer) if name.startswith("o.")}
    assert (faults, len(faults)) == ({f"o.Số liệu!D{one + 2}" for one in wrong}, 12)
    act(reporter, hidden(answer), "good")
    assert len(figures()) == 488


def test_a_page_of_many_lines_asks_as_often_as_of_few(reporter: Client) -> None:
    scored_season(Phase.REPORTING)
    send(reporter, book([line("tin-bai", 7)]))  # what is asked once in the life of a process
    counts = []
    for rows in ([line("tin-bai", 7)], [line("tin-bai", 7), line("pha-an", "x"), line("II.1", "đạt")]):
        with CaptureQueriesContext(connection) as asked:
            send(reporter, book(rows))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_another_role_hands_in_nothing(author: Author, client: Client) -> None:
    scored_season(Phase.REPORTING)
    with on(OPENED):
        account = create_account(by=author, username="thu-ky", full_name="Thư", password="một hai ba bốn")  # noqa: S106
        assign_role(by=author, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=date(2020, 1, 1))
    client.force_login(account)
    assert send(client, book([line("tin-bai", 7)])).status_code == 403
