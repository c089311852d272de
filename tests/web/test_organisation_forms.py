"""The forms of units, clusters and rotation: what was typed stays, every problem stands at its field."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils.html import strip_tags

from apps.organisation.books import TITLES, workbook
from apps.organisation.scene import MINISTRY, STANDING_BODY, at, cluster_10, found, plan_of_2024
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation import models, selectors
from thidua.apps.organisation.checking import MemberPlan
from thidua.apps.organisation.services.clusters import form_cluster, plan_of
from thidua.apps.organisation.services.units import NewUnit, record_unit
from thidua.core.ledger.entry import Author
from thidua.core.units.tree import Level, UnitId
from thidua.files.cluster_book import read_cluster_book
from thidua.files.containers import check_table_file
from thidua.files.tables import tables_of

pytestmark = pytest.mark.django_db
Send = Callable[..., HttpResponse]
SPRING = "2024-03-01T09:00"
NEW_YEAR = date(2024, 1, 1)


@pytest.fixture
def send(author: Author, client: Client) -> Send:
    """The standing body of the ministry sends a form on a day."""
    with at("2024-01-02T08:00"):
        found()
        account = create_account(by=author, username="x03", full_name="Trần Thị Bảy", password="một hai ba bốn")  # noqa: S106
        assign_role(by=author, account=account, role=Role.STANDING_BODY, unit=MINISTRY, starts_on=date(2020, 1, 1))
    client.force_login(account)

    def post(path: str, form: Mapping[str, Any], *, on: str = SPRING, status: int = 302) -> HttpResponse:
        with at(on):
            answer = client.post(path, form)
        assert answer.status_code == status, strip_tags(answer.content.decode())
        return answer

    return post


def faults(answer: HttpResponse) -> list[tuple[str, str]]:
    """(field, sentence) of every problem: those at fields, then those that stand above the form alone."""
    html = answer.content.decode()
    fields = re.findall(r'<div id="([^"]*)-fault">(.*?)</div>', html, re.DOTALL)
    at_fields = [(name, text) for name, part in fields for text in re.findall(r"<span>(.*?)</span>", part)]
    above = [("", text) for text in re.findall(r"<li>([^<]*?)</li>", html[: html.index("</main>")])]
    return [*at_fields, *above]


def test_a_unit_is_recorded_with_a_code_made_of_its_name(send: Send) -> None:
    form = {
        "name": "Phòng Tham mưu",
        "code": "",
        "level": "division",
        "parent": "hue",
        "starts_on": "1/3/2024",
        "document": "",
    }
    assert send("/don-vi-moi/", form)["Location"] == "/don-vi/"
    row = models.UnitRow.objects.get(unit="phong-tham-muu")
    assert (row.name, row.parent_id, row.starts_on, row.basis_document) == (
        "Phòng Tham mưu",
        "hue",
        date(2024, 3, 1),
        "",
    )


def test_what_is_wrong_with_a_new_unit_stands_at_its_fields(send: Send) -> None:
    form = {
        "name": "<b>Tây Ninh</b>🎉",
        "code": "tay-ninh",
        "level": "province",
        "parent": MINISTRY,
        "starts_on": "1/3/2024",
    }
    answer = send("/don-vi-moi/", form, status=400)
    assert [name for name, _ in faults(answer)] == ["name", "code"]
    assert 'value="&lt;b&gt;Tây Ninh&lt;/b&gt;🎉"' in answer.content.decode()
    empty = send("/don-vi-moi/", {}, status=400)
    assert [name for name, _ in faults(empty)] == ["name", "level", "parent", "starts_on"]


def test_a_rename_says_what_it_cuts_and_waits_for_the_tick(send: Send) -> None:
    with at("2024-01-02T08:00"):
        members = (MemberPlan("hue", NEW_YEAR), MemberPlan("ha-noi", NEW_YEAR))
        form_cluster(actor=STANDING_BODY, plan=plan_of_2024(members=members, offices=()))
    form = {"name": "Cố đô Huế", "code": "", "on": "1/6/2024", "document": "NQ 1/2024"}
    answer = send("/don-vi/hue/doi-ten/", form, status=400)
    asked = "“Huế” (hue) đang là thành viên Cụm số 10 năm 2024; từ 01/06/2024 sẽ không còn"
    assert faults(answer) == [("cutting", f"{asked}. Đồng ý thì đánh dấu vào ô xác nhận.")]
    assert send("/don-vi/hue/doi-ten/", form | {"cutting": "1"})["Location"] == "/don-vi/hue/"
    assert selectors.history().heirs(UnitId("hue"), on=date(2024, 6, 1)) == ("co-do-hue-2024",)
    assert models.Membership.objects.get(unit="hue").ends_on == date(2024, 6, 1)


def test_units_are_merged_split_moved_and_abolished_from_their_pages(send: Send) -> None:
    common = {"code": "", "on": "1/6/2024", "document": ""}
    send("/don-vi/hue/hop-nhat/", common | {"name": "Huế", "others": ["ha-noi", "cao-bang"]})
    assert selectors.history().heirs(UnitId("ha-noi"), on=date(2024, 6, 1)) == ("hue-2024",)
    with at(SPRING):
        for code in ("xa-a", "xa-b"):
            new = NewUnit(code, code, Level.COMMUNE, "lai-chau")
            record_unit(actor=STANDING_BODY, new=new, starts_on=NEW_YEAR)
    parts = {"part1.name": "Lai Châu Bắc", "part1.weight": "60", "part2.name": "Lai Châu Nam", "part2.weight": "40"}
    parts |= {"on": "1/6/2024", "part1.code": "bac", "child.xa-a": "1"}
    answer = send("/don-vi/lai-chau/chia-tach/", parts, status=400)
    assert [name for name, _ in faults(answer)] == ["child.xa-b"]
    send("/don-vi/lai-chau/chia-tach/", parts | {"child.xa-b": "2"})
    tree = selectors.history().tree
    assert [tree.unit(UnitId(code), on=date(2024, 6, 1)).parent for code in ("xa-a", "xa-b")] == [
        "bac",
        "lai-chau-nam-2024",
    ]
    send(
        "/don-vi/xa-a/doi-cap-tren/", {"parent": "son-la", "level": "commune", "on": "1/9/2024"}, on="2024-07-01T08:00"
    )
    assert selectors.history().tree.unit(UnitId("xa-a"), on=date(2024, 9, 1)).parent == "son-la"
    send("/don-vi/xa-b/giai-the/", {"on": "1/9/2024", "document": "", "reason": ""}, on="2024-07-01T08:00")
    assert models.Abolition.objects.get().unit_id == "xa-b"
    again = send("/don-vi/xa-b/giai-the/", {"on": "1/10/2024"}, on="2024-07-01T08:00", status=400)
    assert "không thể kết thúc ngày 01/10/2024" in faults(again)[0][1]


def test_a_unit_merged_into_itself_is_told_at_the_code(send: Send) -> None:
    form = {"name": "Huế", "code": "hue", "on": "1/6/2024", "others": ["ha-noi"]}
    answer = send("/don-vi/hue/hop-nhat/", form, status=400)
    assert [name for name, _ in faults(answer)] == ["code", ""]
    assert "vừa kết thúc vừa hình thành ngày 01/06/2024" in faults(answer)[1][1]


def test_a_cluster_is_formed_in_the_order_that_was_typed(send: Send) -> None:
    path = f"/cum/lap/?to-chuc={MINISTRY}&cap=province&nam=2024"
    form = {"number": "1", "name": "Cụm số 1", "starts_on": "1/1/2024", "until": "31/12/2024", "chair": "ha-noi"}
    form |= {"place.hue": "2", "place.ha-noi": "1", "place.son-la": "3", "deputy": "hue", "document": "QĐ 7"}
    twice = send(path, form | {"place.lai-chau": "2"}, status=400)
    assert faults(twice) == [("place.lai-chau", "Thứ tự 2 ghi hai lần. Đánh số khác.")]
    stranger = send(path, form | {"chair": "cao-bang", "number": ""}, status=400)
    assert [name for name, _ in faults(stranger)] == ["number"]
    stranger = send(path, form | {"chair": "cao-bang"}, status=400)
    assert [name for name, _ in faults(stranger)] == ["chair"]
    send(path, form)
    standing = selectors.standing_of(models.Cluster.objects.get(), on=date(2024, 12, 31))
    assert (standing.members, standing.chair, standing.deputy) == (("ha-noi", "hue", "son-la"), "ha-noi", "hue")


def test_members_are_changed_line_by_line(send: Send) -> None:
    with at("2024-01-02T08:00"):
        cluster = cluster_10()
    path = f"/cum/{cluster.pk}/thanh-vien/"
    form = {f"place.{index}": str(index + 1) for index in range(5)}
    form |= {f"from.{index}": "1/1/2024" for index in range(5)} | {f"until.{index}": "30/6/2025" for index in range(5)}
    half = form | {"unit.5": "hue", "place.6": "7", "place.0": "1", "from.0": ""}
    assert [name for name, _ in faults(send(path, half, status=400))] == ["from.0", "place.5", "unit.6", "from.6"]
    early = form | {"until.0": "31/5/2024"}
    assert faults(send(path, early, status=400))[0][1].startswith("Đơn vị “Tây Ninh” (tay-ninh) giữ chức vụ của cụm")
    moved = form | {
        "place.4": "1",
        "place.0": "5",
        "unit.5": "hue",
        "place.5": "6",
        "from.5": "1/6/2024",
        "until.5": "",
    }
    send(path, moved | {"reason": "bổ sung Huế"})
    assert [one.unit for one in plan_of(cluster).members] == [
        "dong-nai",
        "binh-duong",
        "binh-phuoc",
        "long-an",
        "tay-ninh",
        "hue",
    ]


def test_an_office_that_is_held_is_refused_at_the_unit_and_a_vacant_one_is_given(send: Send) -> None:
    with at("2024-01-02T08:00"):
        cluster = form_cluster(actor=STANDING_BODY, plan=plan_of_2024(offices=plan_of_2024().offices[:1]))
    path = f"/cum/{cluster.pk}/chuc-vu/"
    form = {"kind": "chair", "unit": "long-an", "starts_on": "1/3/2024", "until": "30/6/2025", "document": "QĐ 2"}
    assert [name for name, _ in faults(send(path, form, status=400))] == ["unit"]
    send(path, form | {"kind": "deputy"})
    assert selectors.standing_of(cluster, on=date(2024, 3, 1)).deputy == "long-an"


def test_the_chair_is_handed_over_into_the_next_cluster(send: Send) -> None:
    with at("2024-01-02T08:00"):
        old = cluster_10()
        members = tuple(replace_start(one) for one in plan_of_2024().members)
        new = form_cluster(actor=STANDING_BODY, plan=plan_of_2024(year=2025, members=members, offices=()))
    form = {"to": "long-an", "deputy": "dong-nai", "on": "23/11/2024", "into": str(new.pk), "document": ""}
    path = f"/cum/{old.pk}/ban-giao/"
    assert [name for name, _ in faults(send(path, form, status=400))] == ["document"]
    answer = send(path, form | {"document": "Biên bản 23/11/2024"}, on="2024-11-23T17:00")
    assert answer["Location"] == f"/cum/{new.pk}/"
    standing = selectors.standing_of(new, on=date(2024, 11, 23))
    assert (standing.chair, standing.deputy) == ("long-an", "dong-nai")


def replace_start(member: MemberPlan) -> MemberPlan:
    return MemberPlan(member.unit, date(2024, 11, 23), member.ends_on)


def test_turns_are_planned_passed_over_and_given_anew(send: Send) -> None:
    with at("2024-01-02T08:00"):
        cluster = cluster_10()
    form = {"name": "Cụm số 10", "first_year": "2024", "clusters": [str(cluster.pk)], "document": ""}
    form |= {"place.tay-ninh": "1", "place.long-an": "2", "place.dong-nai": "3"}
    send(f"/cum/{cluster.pk}/luan-phien/", form)
    _, second, third = models.RotationTurn.objects.order_by("position")
    empty = send(f"/cum/luot/{second.pk}/bo/", {"reason": "", "document": ""}, status=400)
    assert [name for name, _ in faults(empty)] == ["reason", "document"]
    send(f"/cum/luot/{second.pk}/bo/", {"reason": "xin lùi", "document": "CV 3"})
    form = {"to": "dong-nai-2025", "reason": "đã hợp nhất", "document": "BB 5"}
    send(f"/cum/luot/{third.pk}/bau-lai/", form, on="2025-08-01T08:00")
    assert list(models.RotationTurn.objects.order_by("position").values_list("unit", "state")) == [
        ("tay-ninh", "planned"),
        ("long-an", "skipped"),
        ("dong-nai", "replaced"),
        ("dong-nai-2025", "planned"),
    ]


def line(name: str, office: str = "") -> list[object]:
    row = dict.fromkeys(TITLES, "") | {"Số cụm": "10", "Tên cụm": "Cụm số 10", "Năm": 2024}
    row |= {"Tên đơn vị": name, "Chức vụ": office, "Đến hết ngày": date(2025, 6, 30)}
    return list(row.values())


def file(*lines: list[object]) -> SimpleUploadedFile:
    return SimpleUploadedFile("cum.xlsx", workbook({"Cụm": [TITLES, *lines]}))


def test_a_file_is_shown_first_then_set_up_then_taken_back(send: Send) -> None:
    preview = send("/cum/nhap-tu-excel/", {"file": file(line("Tây Ninh", "cụm trưởng"), line("Long An"))}, status=200)
    html = preview.content.decode()
    assert "Tệp không có lỗi: 1 cụm, 2 đơn vị thành viên, 0 đơn vị mới" in html
    assert "Tây Ninh và Long An" in html
    assert models.Cluster.objects.count() == 0
    content = re.search(r'name="content" value="(.*?)"', html)
    assert content is not None
    sent = {"content": content[1], "name": "cum.xlsx", "reason": "đầu năm"}
    assert send("/cum/nhap-tu-excel/", sent)["Location"] == "/cum/"
    assert models.Membership.objects.count() == 2
    again = send("/cum/nhap-tu-excel/", sent, status=400)  # the same file a second time: all of it is there already
    assert "đã có cụm khác dùng" in again.content.decode()
    height = Entry.objects.get(verb="organisation.clusters.set_up").height
    undone = send(f"/cum/nhap-tu-excel/{height}/hoan-tac/", {"reason": ""}, status=400)
    assert [name for name, _ in faults(undone)] == ["reason"]
    send(f"/cum/nhap-tu-excel/{height}/hoan-tac/", {"reason": "nhầm tệp"})
    assert models.Cluster.objects.count() == 0


def test_a_file_with_mistakes_shows_each_with_sheet_and_cell(send: Send) -> None:
    answer = send(
        "/cum/nhap-tu-excel/", {"file": file(line("<i>Tây</i>"), line("Long An"), line("Long An"))}, status=400
    )
    html = answer.content.decode()
    cells = re.findall(r'<tr><td>(.*?)</td><th scope="row">(.*?)</th>', html)
    assert cells == [("Cụm", "A2"), ("Cụm", "F2"), ("Cụm", "F4")]
    assert "Không có đơn vị “&lt;i&gt;Tây&lt;/i&gt;”" in html


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"%PDF-1.7", "không phải bảng tính đọc được"),
        ("a.xlsx", b"", "Tệp a.xlsx trống"),
        ("a.csv", "Số cụm;Năm\n1;2024\n".encode(), "Không thấy dòng tiêu đề"),
        ("a.xlsx", b"x" * 1_600_000, "Tệp lớn hơn 1.500 kB"),
    ],
)
def test_a_file_that_is_no_workbook_of_clusters_is_refused(send: Send, name: str, content: bytes, said: str) -> None:
    answer = send("/cum/nhap-tu-excel/", {"file": SimpleUploadedFile(name, content)}, status=400)
    assert said in strip_tags(answer.content.decode())


def test_a_form_that_was_tampered_with_is_no_file(send: Send) -> None:
    assert send("/cum/nhap-tu-excel/", {"content": "%%%", "name": "x"}, status=400)


@pytest.mark.usefixtures("send")
def test_the_template_comes_filled_in_and_can_be_handed_back(client: Client) -> None:
    with at("2024-01-02T08:00"):
        cluster_10()
    with at("2025-02-01T08:00"):
        answer = client.get(f"/cum/nhap-tu-excel/mau/?to-chuc={MINISTRY}&cap=province&nam=2025")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cum-thi-dua-2025.xlsx"'
    book = read_cluster_book(tables_of(check_table_file("x.xlsx", answer.content)))
    by_code = {one.code: one for one in book.members}
    assert len(by_code) == 63
    tay_ninh = by_code["tay-ninh"]
    assert (tay_ninh.number, tay_ninh.name, tay_ninh.position, tay_ninh.year) == ("10", "Cụm số 10", 1, 2025)
    assert (tay_ninh.unit, tay_ninh.superior, tay_ninh.level) == ("Tây Ninh", "Bộ Công an", Level.PROVINCE)
    assert by_code["hue"].number == ""
    assert book.problems == []
