"""The demonstration's pages once the provinces are one: its season of 2025 was cut."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from loaded_demo import DEMO
from thidua.apps.clock import standing_at
from thidua.apps.demo.loading import load_demo
from web.test_demo_pages import AHEAD, as_somebody, read

AFTER_THE_MERGER = datetime(2025, 8, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.django_db
def test_the_season_of_2025_shows_what_the_merger_made_of_it(client: Client) -> None:
    load_demo(DEMO, at=AFTER_THE_MERGER)
    as_somebody(client, "thu-ky.long-an")
    with standing_at(AFTER_THE_MERGER):
        page = read(client, "/ky/cum-10-2025/")
        before = read(client, "/ky/cum-10-2025/?ngay=30/06/2025")
        after = read(client, "/ky/cum-10-2025/?ngay=01/07/2025")
    assert "5 thành viên kết thúc, thành 3 đơn vị, và kỳ thi đua bị ngắt" in page
    assert "Đơn vị giữ chức cụm trưởng đã kết thúc: Công an Long An" in page
    assert "Công an Bình Dương Công an Thành phố Hồ Chí Minh" in page
    assert "Ngày 01/08/2025 cụm có 0 đơn vị đang hoạt động, cần từ hai." in page
    assert "Thư ký của cụm trưởng hoặc cơ quan thường trực chuyển bước." in page
    assert AHEAD[:20] not in page
    assert "Đưa ý kiến chỉ đạo của hội nghị 2024 vào giao ước Còn" not in page  # done by the chair that was
    assert "Quyết định thành viên và chức vụ của cụm sau khi sắp xếp đơn vị Còn: Bộ Công an 15/07/2025 quá hạn" in page
    assert "1. Công an Long An cụm trưởng 2. Công an Đồng Nai cụm phó" in before
    assert "Ngày 01/07/2025 cụm không có đơn vị thành viên nào." in after
