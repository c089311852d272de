"""Sixty names sort alike by the words' key, on the database in use, and in a browser."""

import random
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from playwright.sync_api import sync_playwright

from thidua.apps.access.models import Account
from thidua.apps.access.services import create_account
from thidua.apps.database import in_vietnamese_order
from thidua.core.ledger.entry import Author
from thidua.words.vietnamese import sort_key

IN_ORDER = (
    """
9 Nguyễn Huệ|10 Lê Lợi|100 Trần Phú|a|A|à|ả|ã|á|ạ|An Biên|An Giang|Ana|ă|Ăn|â|Ân Thi|Ba|Bà|Bá|Bà Rịa|Bạc Liêu
Bắc Ninh|Bến Tre|Cà Mau|Cao Bằng|Cần Thơ|Công an xã 9|Công an xã 10|Công an xã 101|Da|Dĩ An|Đa|Đà Nẵng|Đắk Lắk
Đồng Nai|Đồng Tháp|đường|Đường|Gò Công|Hà Giang|Hải Phòng|Hòa Bình|Huế|Kiên Giang|Long An|Lương Tài|Mỹ Tho|Nghệ An
Ô Môn|Ơ Đu|Phú Yên|Quảng Ngãi|Tây Ninh|Tiền Giang|Trà Vinh|tuân|tuấn|Ứng Hòa|Vĩnh Long|Xuân Lộc|Ý Yên
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


def shuffled() -> list[str]:
    names = list(IN_ORDER)
    random.Random(4).shuffle(names)
    return names


def test_the_key_of_the_words_sorts_so() -> None:
    assert len(IN_ORDER) >= 60
    assert sorted(shuffled(), key=sort_key) == IN_ORDER


@pytest.mark.django_db
def test_the_database_sorts_so(author: Author) -> None:
    for number, name in enumerate(shuffled()):
        create_account(by=author, username=str(number), full_name=name, password="một hai ba bốn")  # noqa: S106
    found = Account.objects.order_by(in_vietnamese_order("full_name")).values_list("full_name", flat=True)
    assert list(found) == IN_ORDER


@pytest.mark.system("chromium")
def test_a_browser_sorts_so() -> None:
    script = "names => names.sort(new Intl.Collator('vi', {numeric: true, caseFirst: 'lower'}).compare)"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        assert browser.new_page().evaluate(script, shuffled()) == IN_ORDER
        browser.close()


@pytest.mark.django_db
def test_making_the_collation_again_changes_nothing() -> None:
    migration = import_module("thidua.apps.database.migrations.0001_vietnamese_collation")
    migration.create(apps, connection.SchemaEditorClass(connection, atomic=False))
