"""The table of moves: no walk leaves it, every phase is reached, and what is locked for good stays locked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.phases import (
    MOVES,
    Frozen,
    Guard,
    Move,
    Mover,
    Phase,
    guards_undone,
    is_frozen,
    move_back,
    move_between,
    next_move,
)

FOR_GOOD = {Frozen.RULEBOOK, Frozen.TARGETS, Frozen.STANDINGS, Frozen.RECORD}


def frozen_in(phase: Phase) -> set[Frozen]:
    return {what for what in Frozen if is_frozen(what, phase=phase)}


@st.composite
def walks(draw: st.DrawFn) -> list[Move]:
    """What somebody might do with a season: on and back, as often as they like."""
    phase, walk = Phase.PREPARING, []
    for _ in range(draw(st.integers(0, 40))):
        ways = [move for move in MOVES if move.source is phase]
        if not ways:
            break
        walk.append(draw(st.sampled_from(ways)))
        phase = walk[-1].target
    return walk


def test_the_ways_on_pass_every_phase_in_order() -> None:
    phases = [Phase.PREPARING]
    while (move := next_move(phases[-1])) is not None:
        phases.append(move.target)
    assert phases == list(Phase)


def test_each_way_back_leads_one_phase_back_and_is_the_standing_body_s() -> None:
    back = [move for move in MOVES if move.is_back]
    assert [(move.source, move.target, move.thaws) for move in back] == [
        (Phase.RUNNING, Phase.SIGNED, ()),
        (Phase.REPORTING, Phase.RUNNING, ()),
        (Phase.APPRAISING, Phase.REPORTING, (Frozen.FIGURES,)),
        (Phase.AGREED, Phase.APPRAISING, (Frozen.APPRAISALS,)),
        (Phase.DELIBERATING, Phase.AGREED, ()),
        (Phase.PROPOSING, Phase.CONCLUDED, ()),
    ]
    assert {move.source.number - move.target.number for move in back} == {1}
    assert {move.movers for move in back} == {(Mover.STANDING_BODY,)}
    assert all(not move.guards and not move.freezes for move in back)


def test_every_guard_and_every_lock_belongs_to_some_move() -> None:
    assert {guard for move in MOVES for guard in move.guards} == set(Guard)
    assert {what for move in MOVES for what in move.freezes} == set(Frozen)


@pytest.mark.parametrize("source", list(Phase))
@pytest.mark.parametrize("target", list(Phase))
def test_between_two_phases_there_is_one_move_or_none(source: Phase, target: Phase) -> None:
    listed = [move for move in MOVES if (move.source, move.target) == (source, target)]
    assert len(listed) <= 1
    assert move_between(source, target) is (listed[0] if listed else None)
    assert not listed or listed[0] in (next_move(source), move_back(source))


@given(walk=walks())
def test_on_any_walk_a_lock_opens_only_by_the_move_back_that_names_it(walk: list[Move]) -> None:
    locked: set[Frozen] = set()
    for move in walk:
        locked = (locked | set(move.freezes)) - set(move.thaws)
        expected = set(Frozen) if Frozen.RECORD in locked else locked
        assert frozen_in(move.target) == expected
        assert not set(move.thaws) & FOR_GOOD


def test_nothing_is_locked_at_the_start_and_everything_at_the_end() -> None:
    assert frozen_in(Phase.PREPARING) == set()
    assert frozen_in(Phase.CLOSED) == set(Frozen)


def test_a_pact_once_signed_and_a_vote_once_counted_are_not_unmade() -> None:
    assert [move_back(phase) for phase in (Phase.SIGNED, Phase.CONCLUDED, Phase.CLOSED)] == [None] * 3


def test_going_back_asks_again_for_all_that_follows() -> None:
    move = move_back(Phase.AGREED)
    assert move is not None
    assert guards_undone(move) == {
        Guard.APPRAISED,
        Guard.OBJECTIONS_RULED,
        Guard.STANDINGS_AGREED,
        Guard.CONFERENCE_OPENED,
        Guard.POLL_CLOSED,
        Guard.MINUTES_SIGNED,
        Guard.DOSSIERS_SENT,
        Guard.DECISION_GIVEN,
    }
