"""A unit cannot write what others decide of it, through any door that there is. The doors are found, not remembered:
every service that takes a season, every address that takes a form; a new one that nobody has judged fails here.
"""

import inspect
from dataclasses import replace
from importlib import import_module

import pytest
from django.db import transaction
from django.test import Client

from apps.appraisal.appraisal_cases import CLAIMS, DAY, accept, cut
from season_cases import move_on, on, person
from security.permission_table import read
from security.test_permissions import NOTHING, keys_of
from thidua.apps.access.roles import Role
from thidua.apps.reporting.models import Adjustment, Figure
from thidua.apps.reporting.services import enter_figures
from thidua.core.phases import Phase
from thidua.core.states import Stage
from world import PEOPLE, SUBSTITUTE, World, build, today_in

UNIT = "dong-nai"
# Services of these apps that save a figure of another stage than the unit's own, or points of an authority. Each asks
# a verb that nobody has about a unit that they act for.
DECIDING = {
    "appraisal.decide",
    "appraisal.look_again",
    "appraisal.rule_on",
    "appraisal.agree_point",
    "appraisal.hold_meeting",
    "appraisal.recheck",
    "reporting.adjust_total",
    "reporting.record_reviews",
}
# Services that write nothing but what the unit says itself, or no figure at all.
OTHERS = {
    "appraisal.answer_return",
    "appraisal.object_to",
    "appraisal.withdraw_objection",
    "appraisal.draw_roster_of",
    "appraisal.change_roster",
    "appraisal.declare_conflict",
    "appraisal.draw_sample_of",
    "appraisal.check_on_spot",
    "reporting.explain_figure",
    "reporting.enter_figures",
    "reporting.import_figures",
    "reporting.undo_figures",
    "reporting.enter_for_unit",
    "reporting.confirm_entry",
    "reporting.reject_entry",
    "reporting.review_figures",
    "reporting.submit_report",
    "reporting.approve_report",
    "reporting.recall_report",
    "reporting.return_report",
    "reporting.open_report",
    "reporting.open_period",
}
POSTS = sorted({line.door[2] for line in read("permissions.csv") if line.door[1] == "POST"})
OF_SEASONS = [path for path in POSTS if path.startswith("/ky/{season}/")]
SENT = {
    "typed": "99%",
    "reason": "vì thế",
    "clause": "Điều 1",
    "unit": UNIT,
    "indicator": "pha-an",
    "claim": "1",
    "decision": "0",
    "stage": "agreed",
    "points": "5",
    "number": "1/BB",
    "date": f"{DAY:%d/%m/%Y}",
    "document": "1/BB",
    "held_on": f"{DAY:%d/%m/%Y}",
    "place": "Tây Ninh",
    "present": "An",
    "outcome": "upheld",
    "text": "vì thế",
    "wanted": "99%",
    "appraised": "99%",
    "agreed": "99%",
    "rechecked": "99%",
    "final_score": "100",
    "appraised__pha-an": "99%",
    "pha-an": "99%",
}
# Pages that hold several forms tell them apart by a name.
ACTS = {
    "tham-dinh": ("accept", "adjust", "return", "confirm"),
    "kien-nghi": ("answer", "object", "withdraw", "rule"),
    "hop-thong-nhat": ("point", "close"),
    "phuc-tra": ("recheck", "adjust"),
    "kiem-tra-thuc-te": ("draw", "check"),
}
OF_THE_UNIT = (*(name for name, (_role, unit) in PEOPLE.items() if unit == UNIT), SUBSTITUTE)
OTHER = person(Role.APPRAISER, "binh-phuoc")


def services() -> set[str]:
    """Every verb of the apps that keep figures and decisions, by app and name."""
    found = set()
    for app in ("reporting", "appraisal"):
        module = import_module(f"thidua.apps.{app}.services")
        for name in module.__all__:
            one = getattr(module, name)
            if inspect.isfunction(one) and "actor" in inspect.signature(one).parameters:
                found.add(f"{app}.{name}")
    return found


def test_every_service_is_judged_to_decide_or_not() -> None:
    assert services() == DECIDING | OTHERS


@pytest.mark.django_db
@pytest.mark.parametrize("phase", [Phase.APPRAISING, Phase.AGREED])
def test_no_form_of_a_unit_s_person_writes_what_others_decide(phase: Phase) -> None:
    world = claimed_world(phase)
    with on(world.today):
        before = decided()
        assert len(before) >= len(CLAIMS)
        keys = keys_of(world)
        for who in OF_THE_UNIT:
            keys |= {"own": world.assignment(who).pk if who in PEOPLE else NOTHING}
            session = session_of(world, who)
            for path in POSTS if who == "reporter" else OF_SEASONS:
                for act in acts_of(path):
                    changed = sent(session, path.format(**keys), act)
                    assert changed == before, f"{who} wrote {changed - before} by {path} ({act})"
    assert len(POSTS) > 50
    assert len(OF_THE_UNIT) > 3


def claimed_world(phase: Phase) -> World:
    """The world in a phase: the unit claimed, and each claim was decided, one of them cut."""
    world = build(Phase.REPORTING)
    with on(world.today):
        enter_figures(actor=world.actor("reporter"), season=world.season, unit=UNIT, cells=CLAIMS)
    season = move_on(world.season, to=Phase.APPRAISING)
    with on(DAY):
        cut(season, UNIT, actor=OTHER)
        accept(season, UNIT, "tin-bai", actor=OTHER)
    return replace(world, season=move_on(season, to=phase), today=today_in(phase))


def acts_of(path: str) -> tuple[str, ...]:
    """The forms of a page."""
    return next((acts for part, acts in ACTS.items() if f"/{part}/" in path), ("",))


def decided() -> set[tuple[str, str, str, str]]:
    rows = Figure.objects.exclude(stage=Stage.SELF).exclude(typed="")
    figures = {(row.unit, row.indicator, row.stage, row.typed) for row in rows}
    return figures | {(row.unit, "", "adjustment", str(row.points)) for row in Adjustment.objects.all()}


def session_of(world: World, who: str) -> str:
    browser = Client()
    browser.force_login(world.accounts[who])
    return browser.cookies["sessionid"].value


def sent(session: str, path: str, act: str) -> set[tuple[str, str, str, str]]:
    """What stands decided after a form was sent; undone afterwards, as is signing out."""
    browser = Client()
    browser.cookies["sessionid"] = session
    with transaction.atomic():
        browser.post(path, SENT | {"act": act})
        found = decided()
        transaction.set_rollback(True)
    return found
