"""Every verb of the policy, asked for everybody in every phase, against the table written by hand."""

import pytest

from season_cases import on
from security.permission_table import NO_SEASON, Case, cases, faults, read
from thidua.apps.access.policy import AccessRefused, demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import units_above
from thidua.apps.organisation.services.clusters import subject_of_cluster
from thidua.apps.seasons.selectors import subject_of
from thidua.core.phases import Phase
from world import PEOPLE, ROLELESS, SUBSTITUTE, World, build

EVERYBODY = (ROLELESS, *PEOPLE, SUBSTITUTE)
LINES = read("verbs.csv")
CASES = cases(LINES, EVERYBODY)


def test_every_verb_has_its_lines() -> None:
    assert {case.door[0] for case in CASES} == {verb.value for verb in Verb}


def test_the_table_leaves_nothing_open_and_says_nothing_twice() -> None:
    assert faults(LINES, EVERYBODY) == []


@pytest.mark.django_db
@pytest.mark.parametrize("phase", [NO_SEASON, *Phase])
def test_everybody_may_what_the_table_says(phase: str) -> None:
    world = build(Phase.REPORTING if phase == NO_SEASON else Phase(phase))
    with on(world.today):
        actors = {who: world.actor(who) for who in EVERYBODY}
        answered = [(case, answer(world, actors[case.who], case)) for case in CASES if case.phase == phase]
    wrong = [f"{case}, not {told}" for case, told in answered if told != case.expected]
    assert wrong == [], "\n".join(wrong)
    assert len(answered) > 100


def answer(world: World, actor: Actor, case: Case) -> str:
    verb, about = case.door
    try:
        demand(actor, Verb(verb), subject(world, about))
    except AccessRefused as refused:
        return refused.denial
    return "yes"


def subject(world: World, about: str) -> Subject:
    """What a line asks about: `season:dong-nai` is that unit's matter in the season."""
    kind, _, unit = about.partition(":")
    match kind:
        case "installation":
            return INSTALLATION_SUBJECT
        case "cluster":
            return subject_of_cluster(world.season.cluster)
        case "unit":
            return Subject(unit=unit)
        case "below":
            return Subject(above=units_above([unit], on=world.today))
    return subject_of(world.season, on=world.today, unit=unit)
