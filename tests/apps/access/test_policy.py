"""The question that the policy table answers, asked of a small table; and what the real table may never say."""

from dataclasses import replace

import pytest

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.rights import POLICY, right
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Grant, Role, Scope, Subject
from thidua.apps.access.verbs import Verb
from thidua.core.phases import Phase

ASK, OTHER = Verb.READ_LEDGER, Verb.READ_SEASON
APPRAISING = frozenset({Phase.APPRAISING})
SHEET = Subject(
    unit="long-an",
    season="cum-10-2024",
    phase=Phase.APPRAISING,
    members=frozenset({"tay-ninh", "binh-duong", "long-an"}),
    chair="tay-ninh",
    deputy="binh-duong",
    above=frozenset({"bo"}),
)
TABLE = (
    right(Role.REPORTER, Scope.OWN, OTHER),
    right(Role.SECRETARY, Scope.MEMBER, OTHER),
    right(Role.SECRETARY, Scope.CHAIR, ASK, phases=APPRAISING, not_own=True),
    right(Role.SECRETARY, Scope.DEPUTY, ASK, phases=APPRAISING, not_own=True),
    right(Role.STANDING_BODY, Scope.ABOVE, ASK),
    right(Role.TELLER, Scope.SEASON, ASK),
    right(Role.TECHNICIAN, Scope.INSTALLATION, ASK),
)


def person(*grants: Grant) -> Actor:
    return Actor("a1", "Nguyễn Văn An", grants)


def answer(actor: Actor, subject: Subject = SHEET, verb: Verb = ASK) -> Denial | str:
    """The grant's role and unit, or the denial."""
    try:
        author = demand(actor, verb, subject, table=TABLE)
    except AccessRefused as refused:
        return refused.denial
    return f"{author.role} {author.unit or author.on_behalf_of}".strip()


CHAIR = Grant(Role.SECRETARY, unit="tay-ninh")
DEPUTY = Grant(Role.SECRETARY, unit="binh-duong")
MEMBER = Grant(Role.SECRETARY, unit="long-an")
REPORTER = Grant(Role.REPORTER, unit="long-an")


@pytest.mark.parametrize(
    ("actor", "subject", "expected"),
    [
        pytest.param(person(), SHEET, Denial.STRANGER, id="nobody"),
        pytest.param(person(CHAIR), SHEET, "secretary tay-ninh", id="the chair's secretary"),
        pytest.param(person(DEPUTY), SHEET, "secretary binh-duong", id="the deputy's secretary"),
        pytest.param(person(MEMBER), SHEET, Denial.NO_RIGHT, id="a member's secretary is known and has not the right"),
        pytest.param(person(REPORTER), SHEET, Denial.NO_RIGHT, id="a reporter is known and has not the right"),
        pytest.param(person(Grant(Role.REPORTER, "tay-ninh")), SHEET, Denial.STRANGER, id="another unit's reporter"),
        pytest.param(person(Grant(Role.SECRETARY, "ha-noi")), SHEET, Denial.STRANGER, id="another cluster's secretary"),
        pytest.param(person(Grant(Role.STANDING_BODY, "bo")), SHEET, "standing_body bo", id="above"),
        pytest.param(person(Grant(Role.STANDING_BODY, "tay-ninh")), SHEET, Denial.STRANGER, id="a member is not above"),
        pytest.param(person(Grant(Role.TELLER, season="cum-10-2024")), SHEET, "teller", id="this season's teller"),
        pytest.param(person(Grant(Role.TELLER, season="cum-10-2023")), SHEET, Denial.STRANGER, id="last year's teller"),
        pytest.param(person(Grant(Role.TECHNICIAN)), SHEET, Denial.STRANGER, id="a technician sees no season"),
        pytest.param(person(Grant(Role.TECHNICIAN)), INSTALLATION_SUBJECT, "technician", id="a technician at home"),
        pytest.param(person(REPORTER), INSTALLATION_SUBJECT, Denial.NO_RIGHT, id="whoever holds a role is known there"),
        pytest.param(person(), INSTALLATION_SUBJECT, Denial.STRANGER, id="an account without a role is a stranger"),
        pytest.param(person(REPORTER), Subject(unit="ca-mau"), Denial.NO_RIGHT, id="units are no secret"),
        pytest.param(
            person(Grant(Role.TECHNICIAN)), replace(SHEET, season=""), Denial.NO_RIGHT, id="clusters are no secret"
        ),
    ],
)
def test_who_may(actor: Actor, subject: Subject, expected: Denial | str) -> None:
    assert answer(actor, subject) == expected


@pytest.mark.parametrize("phase", list(Phase))
def test_a_right_of_one_phase_holds_in_that_phase_only(phase: Phase) -> None:
    expected = "secretary tay-ninh" if phase is Phase.APPRAISING else Denial.WRONG_PHASE
    assert answer(person(CHAIR), replace(SHEET, phase=phase)) == expected


def test_the_wrong_phase_names_the_right_one_and_who_acts_then() -> None:
    with pytest.raises(AccessRefused) as refused:
        demand(person(CHAIR), ASK, replace(SHEET, phase=Phase.RUNNING), table=TABLE)
    (problem,) = refused.value.problems
    assert problem.code == "access.wrong_phase"
    assert problem.data == {
        "verb": ASK,
        "roles": [Role.SECRETARY, Role.STANDING_BODY, Role.TELLER, Role.TECHNICIAN],
        "phases": [Phase.APPRAISING],
    }


@pytest.mark.parametrize(
    "subject",
    [
        pytest.param(Subject(season="cum-10-2024"), id="no units known"),
        pytest.param(Subject(members=frozenset({""}), above=frozenset({""})), id="empty codes among the units"),
        pytest.param(Subject(unit="", chair="", deputy=""), id="nothing known"),
    ],
)
@pytest.mark.parametrize("role", [Role.SECRETARY, Role.REPORTER, Role.STANDING_BODY, Role.TELLER])
def test_a_missing_scope_never_allows(subject: Subject, role: Role) -> None:
    placeless = person(Grant(role))
    assert answer(placeless, subject) in {Denial.STRANGER, Denial.NO_RIGHT}
    assert answer(placeless, subject, OTHER) in {Denial.STRANGER, Denial.NO_RIGHT}


def test_a_missing_phase_never_allows_what_is_bound_to_phases() -> None:
    assert answer(person(CHAIR), replace(SHEET, phase=None)) == Denial.WRONG_PHASE


# ── nobody judges a matter of a unit that they act for ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(REPORTER, id="two roles"),
        pytest.param(Grant(Role.OBSERVER, "long-an"), id="even a role that only reads"),
        pytest.param(Grant(Role.LEADER, "long-an", delegated_by="a2"), id="a delegated role"),
    ],
)
def test_verifier_is_never_subject(second: Grant) -> None:
    assert answer(person(CHAIR, second)) == Denial.OWN_MATTER
    assert answer(person(second, CHAIR)) == Denial.OWN_MATTER


def test_the_chair_does_not_judge_its_own_unit_and_the_deputy_does() -> None:
    own = replace(SHEET, unit="tay-ninh")
    assert answer(person(CHAIR), own) == Denial.OWN_MATTER
    assert answer(person(DEPUTY), own) == "secretary binh-duong"


def test_whoever_gets_the_chairs_role_passed_on_does_not_judge_the_chair_with_it() -> None:
    passed = replace(CHAIR, delegated_by="a2")
    assert answer(person(passed), replace(SHEET, unit="tay-ninh")) == Denial.OWN_MATTER


def test_a_third_role_does_not_lift_the_bar() -> None:
    assert answer(person(CHAIR, DEPUTY, REPORTER)) == Denial.OWN_MATTER


# ── delegation and handover ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_delegated_right_names_who_passed_it_on() -> None:
    author = demand(person(replace(CHAIR, delegated_by="a2")), ASK, SHEET, table=TABLE)
    assert (author.account, author.role, author.unit, author.on_behalf_of) == ("a1", "secretary", "tay-ninh", "a2")


def test_an_own_right_is_used_before_a_delegated_one() -> None:
    author = demand(person(replace(CHAIR, delegated_by="a2"), DEPUTY), ASK, SHEET, table=TABLE)
    assert (author.unit, author.on_behalf_of) == ("binh-duong", "")


def test_on_the_day_of_handover_the_right_moves_with_the_chair() -> None:
    after = replace(SHEET, unit="binh-duong", chair="long-an", deputy="")
    assert answer(person(CHAIR), after) == Denial.NO_RIGHT
    assert answer(person(MEMBER), after) == "secretary long-an"


# ── the real table ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_technician_has_no_right_but_over_the_installation() -> None:
    assert {row.scope for row in POLICY if row.role is Role.TECHNICIAN} == {Scope.INSTALLATION}


def test_no_row_of_the_table_says_what_another_says() -> None:
    said = [(row.role, row.scope, verb, phase) for row in POLICY for verb in row.verbs for phase in row.phases]
    assert len(said) == len(set(said))


def test_every_verb_is_somebodys() -> None:
    assert set(Verb) - {verb for row in POLICY for verb in row.verbs} == set()
