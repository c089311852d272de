"""Columns about persons are noticed by what stands in them, whatever their title; streets, units and places are not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.files.persons import is_full_name, personal_columns
from thidua.files.provinces import load_province_moves
from thidua.files.sheets import Sheet
from thidua.files.tables import Table, read_tables

SURNAMES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
)
MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Đức", "Ngọc", "Quốc")
GIVEN = ("An", "Bình", "Chiến", "Dũng", "Hạnh", "Hương", "Khánh", "Lan", "Tú", "Yến", "A", "Đ")
PEOPLE = ["Nguyễn Văn A", "Trần Thị Bình", "Lê Quốc Khánh", "Phạm Thị Ngọc Lan"]
HARMLESS = {
    "units": ["Công an tỉnh Tây Ninh", "Công an huyện Dương Minh Châu", "Phòng Tham mưu", "Công an xã Trần Văn Thời"],
    "streets": ["đường Nguyễn Văn Cừ", "Đường Trần Hưng Đạo", "Trường THPT Lê Hồng Phong", "đường Phạm Văn Đồng"],
    "places": ["Thành phố Hồ Chí Minh", "Dương Minh Châu", "Gò Dầu", "Tân Châu", "Trảng Bàng", "Hòa Thành"],
    "remarks": ["đã thẩm định theo nguồn khác", "minh họa", "Hồ sơ cai nghiện đã lập", "Cao điểm Tết Giáp Thìn 2024"],
    "papers": ["Kế hoạch 05/KH-CA10", "Báo cáo 12/BC-CA", "Lệnh Truy Nã Số 5", "Cao Bằng", "Hà Nội", "Lâm Đồng"],
    "two words": ["Lê Lợi", "Hoàng Mai", "Ngô Quyền", "Phan Thiết"],
    "repeated": ["Nguyễn Văn Cừ"] * 8,
}
SPOKEN = (
    "Nguyễn Văn A", "NGUYỄN VĂN A", "Nguyen Van Anh", "Đồng chí Trần Thị Bảy", "Đ/c Lê Văn Tám", "Ông Đỗ Văn Năm",
    "Trung tá Vũ Thị Hồng", "Bùi Văn Bình, sinh năm 1980", "Phan Thị Hoa (tổ 5)", "Hồ Thị Sáu - khu phố 3",
    "Võ Văn Ba 1975",
)  # fmt: skip


def table(title: str, texts: list[str]) -> Table:
    rows = [["Mã", "Tự chấm", title], *(["pha-an", "5", text] for text in texts)]
    return Table("so-lieu.xlsx", Sheet("Số liệu", rows))


def found(title: str, texts: list[str]) -> list[tuple[str, str]]:
    return [(one.code, one.place.cell) for one in personal_columns(table(title, texts), 0)]


@pytest.mark.parametrize("text", SPOKEN)
def test_a_full_name_is_known_however_it_is_written(text: str) -> None:
    assert is_full_name(text)


@given(st.sampled_from(SURNAMES), st.lists(st.sampled_from(MIDDLE), min_size=1, max_size=2), st.sampled_from(GIVEN))
def test_every_common_surname_with_given_names_is_a_name(surname: str, middle: list[str], given_name: str) -> None:
    name = " ".join([surname, *middle, given_name])
    assert is_full_name(name)
    assert is_full_name(name.upper())
    assert not is_full_name(name.lower())
    assert not is_full_name(f"đường {name}")


@pytest.mark.parametrize("title", ["Ghi chú", "Nguồn", "Minh chứng", "Nội dung", ""])
def test_names_under_a_neutral_title_are_refused_with_the_first_cell(title: str) -> None:
    assert found(title, ["minh họa", *PEOPLE]) == [("tables.personal_names", "C3")]


@pytest.mark.parametrize("texts", HARMLESS.values(), ids=HARMLESS)
def test_what_only_looks_like_names_passes(texts: list[str]) -> None:
    assert found("Ghi chú", texts) == []


def test_three_different_names_that_are_half_of_what_is_said_are_the_bound() -> None:
    other = ["đã kiểm tra", "theo báo cáo", "số liệu quý I"]
    assert found("Ghi chú", PEOPLE[:2]) == []
    assert found("Ghi chú", [*PEOPLE[:3], *other]) == [("tables.personal_names", "C2")]
    assert found("Ghi chú", [*PEOPLE[:3], *other, "minh họa"]) == []


def test_who_appraised_is_named_and_units_are_known_by_intake() -> None:
    assert found("Người thẩm định", PEOPLE) == []
    assert found("Đơn vị", PEOPLE) == []


@pytest.mark.parametrize("text", ["079204001234", "số 001099000001", "0912345678", "+84 912 345 678", "0912.345.678"])
def test_a_citizens_or_mobile_number_is_refused_at_once(text: str) -> None:
    assert found("Ghi chú", ["minh họa", text]) == [("tables.personal_number", "C3")]


def test_no_province_nor_its_police_is_a_person() -> None:
    names = [name for move in load_province_moves() for name in (move.old, move.new)]
    assert found("Ghi chú", names) == []
    assert found("Ghi chú", [f"Công an tỉnh {name}" for name in names]) == []


def test_no_text_of_the_examples_is_a_person() -> None:
    books = sorted((Path(__file__).parents[2] / "examples").rglob("*.xlsx"))
    texts = {text for book in books for one in read_tables(book) for row in one.rows for text in row if text}
    assert len(texts) > 500
    assert [text for text in texts if isinstance(text, str) and is_full_name(text)] == []
