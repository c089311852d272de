"""`thidua ledger`: what it prints, its exit codes, and that help loads nothing."""

import json
from pathlib import Path

import pytest
from django.db import connection

from ledger_cases import write_account, write_two_entries
from thidua.apps.access.models import Account
from thidua.apps.ledger.erasure import erase
from thidua.apps.ledger.guards import missing_guards
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.selectors import head_line
from thidua.cli.main import main
from thidua.core.ledger.entry import INSTALLATION, Author
from thidua.words.numbers import write_date

pytestmark = pytest.mark.django_db


def run(*words: object) -> int:
    return main(["ledger", *(str(word) for word in words)])


def test_verify_tells_the_heads_and_that_all_is_whole(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    write_two_entries(author)
    assert run("verify", "--head", head_line(INSTALLATION)) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"installation {head_line(INSTALLATION)}",
        "Đã kiểm 2 mục trong 1 chuỗi và 2 dòng dữ liệu.",
        "Sổ nhật ký liền mạch.",
    ]


@pytest.mark.breaks_ledger
def test_verify_names_what_was_changed_and_exits_1(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    account = write_account(author)
    Account.objects.update(post="Giám đốc")
    assert run("verify") == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Có 1 chỗ không khớp:",
        f"  - Dòng {account.pk} của bảng access.account khác với mục 1: đã bị sửa ngoài chương trình",
    ]


@pytest.mark.breaks_ledger
def test_verify_as_json(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    account = write_account(author)
    Account.objects.update(post="Giám đốc")
    assert run("verify", "--json") == 1
    entry = Entry.objects.get()
    problem = {"code": "ledger.row_changed", "table": "access.account", "key": str(account.pk)}
    assert json.loads(capsys.readouterr().out) == {
        "heads": {"installation": [1, entry.digest]},
        "rows": 1,
        "problems": [{**problem, "chain": "installation", "height": "1"}],
        "erased": [],
    }


def test_an_erased_text_is_told_and_is_no_problem(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    write_account(author)
    erase(by=author, entry=Entry.objects.get(), field="subject", reason="Theo đơn", document="12/QĐ")
    assert run("verify") == 0
    day = write_date(Entry.objects.latest("height").at.astimezone().date())
    assert capsys.readouterr().out.splitlines()[1] == (
        f"Nội dung “subject” của mục 1, chuỗi installation, đã xóa ngày {day}, người xóa: Nguyễn Văn An, theo 12/QĐ"
    )


def test_heads_printed_today_are_found_again(
    author: Author, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_account(author)
    assert run("heads", "--seal") == 0
    printed = capsys.readouterr().out
    assert printed == f"installation {head_line(INSTALLATION)}\n"
    file = tmp_path / "heads.txt"
    file.write_text(f"# cất trong két\n\n{printed}", encoding="utf-8")
    assert run("heads", "--seal") == 0  # a day has one seal
    write_account(author, "bich.tt")
    assert run("verify", "--heads", file) == 0


def test_a_head_that_is_none_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", "--head", "5be2") == 1
    assert capsys.readouterr().err.splitlines()[1] == (
        "  - 5be2 không phải là đầu chuỗi như đã in. Ghi số mục rồi 16 chữ số đầu của mã, ví dụ: "
        "412·5be2 91c4 0f37 aa21"
    )


def test_export_leaves_an_existing_file_alone(
    author: Author, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_account(author)
    file = tmp_path / "so.jsonl"
    assert run("export", "--out", file) == 0
    whole = file.read_text(encoding="utf-8")
    assert [json.loads(line).get("height") for line in whole.splitlines()] == [None, 1]
    assert run("export", "--out", file) == 1
    assert file.read_text(encoding="utf-8") == whole


def test_guard_installs_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("guard") == 0
    assert capsys.readouterr().out == "Các khóa vẫn đủ.\n"
    with connection.cursor() as cursor:
        on = " ON ledger_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER ledger_entry_refuses_delete{on}")
    assert run("guard") == 0
    told = "Đã dựng lại: ledger_entry_refuses_delete. Kiểm ngay bằng thidua ledger verify.\n"
    assert (capsys.readouterr().out, missing_guards(connection)) == (told, [])
