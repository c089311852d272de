"""Clusters from a workbook: all of it or nothing, every mistake at its cell, and taken back as one act."""

import time
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.organisation.books import TITLES, book_of, clusters, workbook
from apps.organisation.scene import MINISTRY, STANDING_BODY, STRANGER, codes, found, province, refused
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation import models, selectors
from thidua.apps.organisation.checking import OfficePlan
from thidua.apps.organisation.services.bulk import is_still_there, review_clusters, set_up_clusters, undo
from thidua.apps.organisation.services.clusters import appoint_office, plan_of
from thidua.core.units.clusters import OfficeKind
from thidua.files.cluster_book import ClusterBook

pytestmark = pytest.mark.django_db

END = date(2025, 6, 30)


def line(name: str, *, position: object = "", office: str = "", **cells: object) -> list[object]:
    """A line of Cụm số 10 of 2024; other cells by their title."""
    row = dict.fromkeys(TITLES, "") | {
        "Số cụm": "10",
        "Tên cụm": "Cụm số 10",
        "Năm": 2024,
        "Tên đơn vị": name,
        "Thứ tự phát biểu": position,
        "Chức vụ": office,
        "Đến hết ngày": END,
    }
    return list((row | cells).values())


def faults(book: ClusterBook) -> list[tuple[str, str]]:
    """(code, sheet and cell) of every problem."""
    return [
        (problem.code.partition(".")[2], f"{problem.place.sheet}!{problem.place.cell}")
        for problem in review_clusters(actor=STANDING_BODY, book=book).problems
    ]


def test_a_workbook_sets_up_its_clusters_in_one_entry() -> None:
    found()
    book = clusters(
        line("Long An", position=2, office="Cụm phó"),
        line("tây ninh", position=1, office="cụm trưởng"),  # capitals do not matter
        line("", **{"Mã đơn vị": "dong-nai", "Số cụm": "", "Tên cụm": "", "Năm": ""}, position=3),  # as merged cells
        line("Đà Nẵng", **{"Số cụm": 11, "Tên cụm": "Cụm số 11", "Từ ngày": "05/02/2024"}, office="Trưởng"),
    )
    set_up_clusters(actor=STANDING_BODY, book=book)
    ten, eleven = models.Cluster.objects.order_by("number")
    assert [(one.unit, one.ends_on) for one in plan_of(ten).members] == [
        ("tay-ninh", date(2025, 7, 1)),
        ("long-an", date(2025, 7, 1)),
        ("dong-nai", date(2025, 7, 1)),
    ]
    standing = selectors.standing_of(ten, on=date(2024, 1, 1))
    assert (standing.chair, standing.deputy, ten.organiser_id) == ("tay-ninh", "long-an", MINISTRY)
    assert selectors.standing_of(eleven, on=date(2024, 2, 4)).members == ()
    assert selectors.standing_of(eleven, on=date(2024, 2, 5)).members == ("da-nang",)
    entry = Entry.objects.latest("height")
    assert (entry.verb, entry.rows.count()) == ("organisation.clusters.set_up", 2 + 4 + 3)


def test_new_units_come_with_their_clusters() -> None:
    found()
    book = clusters(
        line("Tân An", **{"Số cụm": "342", "Tên cụm": "Cụm 342", "Năm": 2025, "Đến hết ngày": ""}, office="Cụm trưởng"),
        line("Bến Lức", **{"Số cụm": "342", "Tên cụm": "Cụm 342", "Năm": 2025, "Đến hết ngày": ""}),
        units=[
            ("tan-an", "Tân An", "phường", "tay-ninh-2025", date(2025, 7, 1), "QĐ 1"),
            ("ben-luc", "Bến Lức", "xã", "tay-ninh-2025", "01/07/2025", ""),
        ],
    )
    assert faults(book) == [("not_existing", "Cụm!F2"), ("not_existing", "Cụm!F3")]  # on 01/01/2025
    late = {"Số cụm": "342", "Tên cụm": "Cụm 342", "Năm": 2025, "Đến hết ngày": "", "Từ ngày": date(2025, 7, 1)}
    mended = clusters(
        line("Tân An", office="Cụm trưởng", **late),
        line("Bến Lức", **late),
        units=[
            ("tan-an", "Tân An", "phường", "tay-ninh-2025", date(2025, 7, 1), "QĐ 1"),
            ("ben-luc", "Bến Lức", "xã", "tay-ninh-2025", "01/07/2025", ""),
        ],
    )
    done = set_up_clusters(actor=STANDING_BODY, book=mended)
    assert [(unit.id, unit.basis.document) for unit in done.units] == [("tan-an", "QĐ 1"), ("ben-luc", "")]
    cluster = models.Cluster.objects.get()
    assert (cluster.level, cluster.organiser_id) == ("commune", "tay-ninh-2025")
    assert selectors.standing_of(cluster, on=date(2025, 7, 1)).members == ("tan-an", "ben-luc")


def test_every_mistake_is_told_at_its_cell_and_nothing_is_kept() -> None:
    found()
    province("phu-yen-moi", "Phú Yên", starts_on=date(2024, 1, 1))  # a second province of that name
    first = clusters(line("Hà Nội", office="Cụm trưởng", **{"Số cụm": "1", "Tên cụm": "Cụm số 1"}))
    set_up_clusters(actor=STANDING_BODY, book=first)
    book = clusters(
        line("Tây Ninh", position=1, office="Cụm trưởng"),  # 2
        line("Tây Ninh", position=2),  # 3 a member twice
        line("Long An", position=2, office="Cụm trưởng"),  # 4 a place twice, two chairs
        line("Bình Dươn", position=4),  # 5 unknown name
        line("Binh Phuoc", position=5),  # 6 without marks
        line("Hà Nội", position=6),  # 7 in another cluster
        line("Phú Yên", position=7),  # 8 ambiguous
        line("Đồng Nai", position=8, **{"Từ ngày": "31/02/2024"}),  # 9 no such day
        line("Cà Mau", position=9, **{"Đến hết ngày": date(2026, 12, 31)}),  # 10 ends on 01/07/2025 already
        line("Bến Tre", position="a", **{"Tên cụm": "Cụm khác"}),  # 11 no place; a number with two names
        line("", position=12, **{"Mã đơn vị": "khong-co"}),  # 12 unknown code
        line("Huế", position=13, **{"Mã đơn vị": "ha-noi"}),  # 13 name and code differ
        line("Bộ Công an", position=14, Cấp="xã"),  # 14 of another cluster key: level
        line("An Giang", office="Tổ trưởng", **{"Số cụm": "12", "Tên cụm": "Cụm <b>12</b>"}),  # 15 no such office
        line("Hậu Giang", **{"Số cụm": "13", "Tên cụm": "Cụm 🎉"}),  # 16 a picture; no chair
        line("Nam Định", office="cụm trưởng", **{"Số cụm": "1", "Tên cụm": "Cụm số 1"}),  # 17 the number is taken
        line("Thái Bình", office="cụm trưởng", **{"Số cụm": "14", "Tên cụm": "", "Năm": "hai nghìn"}),  # 18 no year
        line("", **{"Số cụm": "15", "Tên cụm": "Cụm 15"}),  # 19 no unit
        line("Sơn La", office="trưởng", **{"Số cụm": "16", "Tên cụm": "Cụm 16", "Từ ngày": date(2052, 1, 1)}),  # 20
        units=[("", "x\u200by", "làng", "khong-co", "", "")],
    )
    assert faults(book) == [
        ("member_twice", "Cụm!F3"),
        ("position_twice", "Cụm!H4"),
        ("two_chairs", "Cụm!I4"),
        ("name_unknown", "Cụm!F5"),
        ("name_near", "Cụm!F6"),
        ("in_two_clusters", "Cụm!F7"),
        ("name_ambiguous", "Cụm!F8"),
        ("no_such_day", "Cụm!J9"),
        ("member_not_existing", "Cụm!F10"),
        ("number_two_names", "Cụm!B11"),
        ("position_unread", "Cụm!H11"),
        ("unknown_unit", "Cụm!E12"),
        ("name_differs", "Cụm!F13"),
        ("no_chair", "Cụm!A14"),
        ("wrong_level", "Cụm!F14"),
        ("position_gap", "Cụm!H14"),
        ("office_unknown", "Cụm!I15"),
        ("no_chair", "Cụm!A16"),
        ("name_character", "Cụm!B16"),
        ("number_taken", "Cụm!A17"),
        ("year_unread", "Cụm!C18"),
        ("no_chair", "Cụm!A19"),
        ("unit_missing", "Cụm!F19"),
        ("outside_year", "Cụm!J20"),
        ("empty_period", "Cụm!K20"),
        ("cell_empty", "Đơn vị mới!A2"),
        ("name_character", "Đơn vị mới!B2"),
        ("level_unknown", "Đơn vị mới!C2"),
        ("unknown_unit", "Đơn vị mới!D2"),
        ("cell_empty", "Đơn vị mới!E2"),
    ]
    assert (models.Cluster.objects.count(), models.Unit.objects.count()) == (1, 1 + 86 + 1)


def test_a_file_without_clusters_says_what_it_needs() -> None:
    found()
    assert faults(book_of(workbook({"Trang": [("a", "b"), (1, 2)]}))) == [("no_header", "!")]
    assert faults(clusters()) == [("no_lines", "!")]
    lacking = book_of(workbook({"Cụm": [(*TITLES[:2], *TITLES[3:]), ("1", "Cụm 1", "", "", "Hà Nội")]}))
    assert faults(lacking) == [("column_missing", "Cụm!A1")]


def test_only_those_above_the_organisers_set_up_clusters() -> None:
    found()
    book = clusters(line("Long An", office="Cụm trưởng"))
    with pytest.raises(AccessRefused):
        review_clusters(actor=STRANGER, book=book)
    beside = Actor("x", "X", (Grant(Role.STANDING_BODY, "ha-noi"),))
    assert codes(refused(lambda: set_up_clusters(actor=beside, book=book))) == [("organisation.not_yours", "")]
    assert models.Cluster.objects.count() == 0


def test_a_set_up_is_taken_back_as_one_act_while_nothing_stands_on_it() -> None:
    found()
    set_up_clusters(actor=STANDING_BODY, book=clusters(line("Long An", office="Cụm trưởng"), line("Tây Ninh")))
    entry = Entry.objects.latest("height")
    cluster = models.Cluster.objects.get()
    deputy = appoint_office(
        actor=STANDING_BODY,
        cluster=cluster,
        office=OfficePlan(OfficeKind.DEPUTY, "tay-ninh", date(2024, 3, 1), date(2025, 7, 1)),
    )
    assert codes(refused(lambda: undo(actor=STANDING_BODY, entry=entry, reason="nhầm"))) == [
        ("organisation.stood_upon", "")
    ]
    assert models.Membership.objects.count() == 2
    assert deputy.pk is not None


def test_a_set_up_taken_back_leaves_no_row_and_two_entries() -> None:
    found()
    set_up_clusters(actor=STANDING_BODY, book=clusters(line("Long An", office="Cụm trưởng"), line("Tây Ninh")))
    entry = Entry.objects.latest("height")
    undo(actor=STANDING_BODY, entry=entry, reason="nạp nhầm tệp")
    assert [model.objects.count() for model in (models.Cluster, models.Membership, models.Office)] == [0, 0, 0]
    assert is_still_there(entry) is False
    assert list(Entry.objects.order_by("-height").values_list("verb", flat=True)[:2]) == [
        "organisation.set_up.undone",
        "organisation.clusters.set_up",
    ]


def nation() -> ClusterBook:
    """Some 460 clusters with 3.321 communes, all of them new units, in 34 provinces."""
    provinces = list(selectors.rows_on(date(2025, 7, 1)).filter(level="province").order_by("unit_id"))
    units, rows = [], []
    for index in range(3321):
        parent = provinces[index % 34]
        units.append((f"xa-{index}", f"Xã {index // 34}", "xã", parent.unit_id, date(2025, 7, 1), "NQ 202"))
        number, place = divmod(index // 34, 7)
        rows.append(
            (
                f"{number + 1}",
                f"Cụm số {number + 1} {parent.name}",
                2025,
                "",
                "",
                f"Xã {index // 34}",
                parent.name,
                place + 1,
                ("Cụm trưởng", "Cụm phó", "", "", "", "", "")[place],
                date(2025, 7, 1),
                "",
            )
        )
    return clusters(*rows, units=units)


def test_the_whole_country_is_set_up_in_seconds_and_few_queries() -> None:
    found()
    book = nation()
    started = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        done = set_up_clusters(actor=STANDING_BODY, book=book)
    spent = time.process_time() - started
    assert (len(done.clusters), done.members, len(done.units)) == (476, 3321, 3321)
    assert spent < 10
    assert len(queries) < 200  # an engine's limit of values a statement; never one a row
