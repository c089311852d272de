"""Units over time: recorded, moved, renamed, merged, split, abolished; and every act that would contradict itself."""

from datetime import date

import pytest

from apps.organisation.scene import (
    CLUSTER_10,
    MERGER,
    MINISTRY,
    SINCE,
    STANDING_BODY,
    STRANGER,
    cluster_10,
    codes,
    found,
    plan_of_2024,
    province,
    refused,
)
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation import models, selectors
from thidua.apps.organisation.checking import MemberPlan, OfficePlan
from thidua.apps.organisation.services.bulk import is_still_there, load_province_map, undo
from thidua.apps.organisation.services.clusters import form_cluster
from thidua.apps.organisation.services.units import (
    NewUnit,
    abolish_unit,
    merge_units,
    move_unit,
    record_unit,
    rename_unit,
    split_unit,
)
from thidua.core.errors import Severity
from thidua.core.timeline import LegalBasis, Period
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level, UnitId

pytestmark = pytest.mark.django_db

DAY = date(2025, 3, 1)
BASIS = LegalBasis("QĐ 1/2025", is_confirmed=True)


def commune(code: str, parent: str, *, name: str = "") -> models.UnitRow:
    new = NewUnit(code, name or code, Level.COMMUNE, parent)
    return record_unit(actor=STANDING_BODY, new=new, starts_on=SINCE)


def alive(on: date) -> list[str]:
    return sorted(selectors.rows_on(on).values_list("unit_id", flat=True))


def test_a_unit_is_kept_in_one_spelling_with_a_key_for_search() -> None:
    found(provinces=False)
    row = province("tay-ninh", "  Ta\u0302y   Ninh ")  # NFD, blanks
    assert (row.name, row.search_key, row.parent_id) == ("Tây Ninh", "tay ninh", MINISTRY)
    assert Entry.objects.latest("height").verb == "organisation.unit.recorded"


def test_html_in_a_name_is_text_like_any_other() -> None:
    found(provinces=False)
    assert province("x", "<b>Tây & Ninh</b>").name == "<b>Tây & Ninh</b>"


@pytest.mark.parametrize(
    ("name", "character"), [("Tây Ninh 🎉", "🎉"), ("Tây\u200bNinh", "U+200B"), ("Tây\x07Ninh", "U+0007")]
)
def test_pictures_and_hidden_characters_are_refused_by_name(name: str, character: str) -> None:
    found(provinces=False)
    problems = refused(lambda: province("x", name))
    assert codes(problems) == [("organisation.name_character", "name")]
    assert problems[0].data["character"] == character


def test_everything_wrong_with_a_new_unit_is_told_at_its_field() -> None:
    found()
    new = NewUnit("Tây Ninh", "", Level.COMMUNE, "long-an")
    problems = refused(lambda: record_unit(actor=STANDING_BODY, new=new, starts_on=MERGER))
    assert codes(problems) == [
        ("organisation.name_empty", "name"),
        ("organisation.code_form", "code"),
        ("organisation.parent_not_there", "parent"),
    ]
    taken = NewUnit("tay-ninh", "Tây Ninh", Level.PROVINCE, MINISTRY)
    assert codes(refused(lambda: record_unit(actor=STANDING_BODY, new=taken, starts_on=MERGER))) == [
        ("organisation.code_taken", "code")
    ]


def test_a_province_that_merges_takes_its_communes_along() -> None:
    found(provinces=False)
    province("tay-ninh", "Tây Ninh")
    province("long-an", "Long An")
    commune("tan-an", "long-an")
    new = NewUnit("tay-ninh-2025", "Tây Ninh", Level.PROVINCE, MINISTRY)
    merge_units(actor=STANDING_BODY, codes=["tay-ninh", "long-an"], new=new, on=DAY, basis=BASIS)
    history = selectors.history()
    assert [unit.parent for unit in history.tree.rows(UnitId("tan-an"))] == ["long-an", "tay-ninh-2025"]
    assert history.heirs(UnitId("long-an"), on=DAY) == ("tay-ninh-2025",)
    assert (alive(date(2025, 2, 28)), alive(DAY)) == (
        [MINISTRY, "long-an", "tan-an", "tay-ninh"],
        [MINISTRY, "tan-an", "tay-ninh-2025"],
    )


def test_a_unit_merged_into_itself_is_refused() -> None:
    found(provinces=False)
    province("tay-ninh", "Tây Ninh")
    province("long-an", "Long An")
    new = NewUnit("tay-ninh", "Tây Ninh", Level.PROVINCE, MINISTRY)
    problems = refused(
        lambda: merge_units(actor=STANDING_BODY, codes=["tay-ninh", "long-an"], new=new, on=DAY, basis=BASIS)
    )
    assert codes(problems) == [("organisation.code_taken", "code"), ("units.own_successor", "")]
    assert alive(DAY) == [MINISTRY, "long-an", "tay-ninh"]


def test_a_rename_makes_a_new_body_and_keeps_the_old_name_for_the_old_days() -> None:
    found(provinces=False)
    province("hue", "Thừa Thiên Huế")
    rename_unit(actor=STANDING_BODY, code="hue", new=NewUnit("hue-2025", "Huế", Level.PROVINCE, MINISTRY), on=DAY)
    assert selectors.unit_names(["hue", "hue-2025"], on=DAY) == {"hue": "Thừa Thiên Huế", "hue-2025": "Huế"}
    assert [one.kind.value for one in selectors.history().successions] == ["rename"]


def test_a_split_asks_where_each_unit_below_goes_and_keeps_the_weights() -> None:
    found(provinces=False)
    province("ha-tay", "Hà Tây")
    commune("son-tay", "ha-tay")
    parts = [(NewUnit(code, code, Level.PROVINCE, MINISTRY), weight) for code, weight in (("bac", 60), ("nam", 40))]
    problems = refused(lambda: split_unit(actor=STANDING_BODY, code="ha-tay", parts=parts, on=DAY))
    assert codes(problems)[0] == ("organisation.child_unplaced", "child.son-tay")
    split_unit(actor=STANDING_BODY, code="ha-tay", parts=parts, on=DAY, children={"son-tay": "nam"})
    history = selectors.history()
    assert [link.weight for link in history.successions[0].links] == [60, 40]
    assert history.tree.unit(UnitId("son-tay"), on=DAY).parent == "nam"


def test_a_unit_that_ended_cannot_end_again() -> None:
    found(provinces=False)
    province("a", "A")
    abolish_unit(actor=STANDING_BODY, code="a", on=DAY)
    for on in (DAY, date(2025, 2, 1), SINCE, date(2026, 1, 1)):
        assert codes(refused(lambda on=on: abolish_unit(actor=STANDING_BODY, code="a", on=on))) == [
            ("organisation.cannot_end", "")
        ]
    assert codes(refused(lambda: abolish_unit(actor=STANDING_BODY, code="none", on=DAY)))


def test_a_unit_with_units_below_cannot_be_abolished() -> None:
    found(provinces=False)
    province("a", "A")
    commune("b", "a")
    problems = refused(lambda: abolish_unit(actor=STANDING_BODY, code="a", on=DAY))
    assert codes(problems) == [("units.parent_outside", "")]
    assert problems[0].data["unit"] == "“b” (b)"


def test_a_body_that_moves_keeps_its_code() -> None:
    found(provinces=False)
    province("a", "A")
    province("b", "B")
    commune("c", "a")
    move_unit(actor=STANDING_BODY, code="c", on=DAY, parent="b", basis=BASIS)
    rows = selectors.history().tree.rows(UnitId("c"))
    assert [(row.parent, row.validity) for row in rows] == [("a", Period(SINCE, DAY)), ("b", Period(DAY))]
    problems = refused(lambda: move_unit(actor=STANDING_BODY, code="c", on=date(2025, 4, 1), parent="b"))
    assert codes(problems) == [("organisation.nothing_moves", "")]


def test_what_a_unit_holds_in_clusters_is_asked_about_before_it_ends() -> None:
    found(provinces=False)
    for code in CLUSTER_10:
        province(code, code)
    members = tuple(MemberPlan(code, date(2025, 1, 1)) for code in CLUSTER_10)
    chair = OfficePlan(OfficeKind.CHAIR, "long-an", date(2025, 1, 1))
    plan = plan_of_2024(year=2025, members=members, offices=(chair,))
    cluster = form_cluster(actor=STANDING_BODY, plan=plan)
    new = NewUnit("tay-ninh-2025", "Tây Ninh", Level.PROVINCE, MINISTRY)
    merging = {"actor": STANDING_BODY, "codes": ["tay-ninh", "long-an"], "new": new, "on": MERGER}
    problems = refused(lambda: merge_units(**merging))
    assert codes(problems) == [
        ("organisation.office_cut", "cutting"),
        ("organisation.membership_cut", "cutting"),
        ("organisation.membership_cut", "cutting"),
    ]
    assert {problem.severity for problem in problems} == {Severity.QUESTION}
    merge_units(**merging, cutting=True)
    before, after = (selectors.standing_of(cluster, on=day) for day in (date(2025, 6, 30), MERGER))
    assert (before.members, before.chair) == (CLUSTER_10, "long-an")
    assert (after.members, after.chair) == (("binh-duong", "binh-phuoc", "dong-nai"), "")


def test_the_five_provinces_of_cluster_10_became_three_bodies() -> None:
    found()
    history = selectors.history()
    heirs = {code: history.heirs(UnitId(code), on=MERGER) for code in CLUSTER_10}
    assert heirs == {
        "tay-ninh": ("tay-ninh-2025",),
        "long-an": ("tay-ninh-2025",),
        "binh-duong": ("thanh-pho-ho-chi-minh-2025",),
        "binh-phuoc": ("dong-nai-2025",),
        "dong-nai": ("dong-nai-2025",),
    }
    provinces = [selectors.rows_on(day).filter(level=Level.PROVINCE).count() for day in (date(2025, 6, 30), MERGER)]
    assert provinces == [63, 34]


def test_the_map_is_one_entry_and_can_be_taken_back_as_one() -> None:
    found()
    entry = Entry.objects.latest("height")
    assert (entry.verb, entry.rows.count()) == ("organisation.provinces.loaded", 86 + 86 + 23 + 52)
    assert codes(refused(lambda: undo(actor=STANDING_BODY, entry=entry, reason=" "))) == [
        ("organisation.reason_missing", "reason")
    ]
    undo(actor=STANDING_BODY, entry=entry, reason="nạp nhầm ngày")
    assert (list(models.Unit.objects.values_list("code", flat=True)), is_still_there(entry)) == ([MINISTRY], False)
    assert codes(refused(lambda: undo(actor=STANDING_BODY, entry=entry, reason="lại"))) == [
        ("organisation.undone_already", "")
    ]
    load_province_map(actor=STANDING_BODY, ministry=MINISTRY, known_from=SINCE)


def test_the_map_is_loaded_once_and_not_undone_under_a_cluster() -> None:
    found()
    entry = Entry.objects.latest("height")
    again = refused(lambda: load_province_map(actor=STANDING_BODY, ministry=MINISTRY, known_from=SINCE))
    assert {problem.code for problem in again} == {"organisation.code_taken"}
    cluster_10()
    problems = refused(lambda: undo(actor=STANDING_BODY, entry=entry, reason="nhầm"))
    assert codes(problems) == [("organisation.stood_upon", "")]
    assert selectors.rows_on(MERGER).count() == 35


def test_only_the_standing_body_above_changes_units() -> None:
    found()
    new = NewUnit("ben-cau", "Bến Cầu", Level.COMMUNE, "tay-ninh-2025")
    below = Actor("b", "B", (Grant(Role.STANDING_BODY, "tay-ninh-2025"),))
    beside = Actor("c", "C", (Grant(Role.STANDING_BODY, "dong-nai-2025"),))
    secretary = Actor("d", "D", (Grant(Role.SECRETARY, "tay-ninh-2025"),))
    denials = {STRANGER: Denial.STRANGER, beside: Denial.NO_RIGHT, secretary: Denial.NO_RIGHT}
    for actor, denial in denials.items():
        with pytest.raises(AccessRefused) as caught:
            record_unit(actor=actor, new=new, starts_on=MERGER)
        assert caught.value.denial is denial
    record_unit(actor=below, new=new, starts_on=MERGER)
    rename = NewUnit("tay-ninh-2026", "Tây Ninh", Level.PROVINCE, MINISTRY)
    with pytest.raises(AccessRefused):
        rename_unit(actor=below, code="tay-ninh-2025", new=rename, on=date(2026, 1, 1))
