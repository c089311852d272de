"""The box while voting is open, receipts and close."""

import io

import pytest
from gmpy2 import mpz

from ballot_cases import GROUP, SUITE, TICK, TIME, Writer, case, element_of_order, stream
from ballot_forgeries import forge_ballot
from thidua.core.ballots.archive import read_archive
from thidua.core.ballots.ballot import make_ballot, read_ballot
from thidua.core.ballots.box import (
    Box,
    Cast,
    accept_ballot,
    board_digest,
    check_receipt,
    close_box,
    load_box,
    read_receipt,
    seal_receipt,
)
from thidua.core.ballots.credentials import read_credentials
from thidua.core.ballots.encoding import Digest
from thidua.core.errors import BallotRefused

CASE = case((TICK,), 3)
CREDENTIALS = read_credentials(CASE.raw_credentials, GROUP, stream("list"))
POLL = Digest("ab" * 32)


def cast(box: Box, raw: bytes) -> Cast:
    return accept_ballot(
        election=CASE.election,
        bases=CASE.bases,
        credentials=CREDENTIALS,
        box=box,
        raw=raw,
        random=stream("accept"),
    )


def code(box: Box, raw: bytes) -> str:
    with pytest.raises(BallotRefused) as refusal:
        cast(box, raw)
    (problem,) = refusal.value.problems
    return problem.code


def test_one_live_ballot_a_credential() -> None:
    first, other, again = CASE.ballot(0, [(1, 0)]), CASE.ballot(1, [(0, 1)]), CASE.ballot(0, [(0, 0)])
    box = Box()
    replaced = []
    for ballot in (first, other, again):
        done = cast(box, ballot.raw)
        box = done.box
        replaced.append(done.replaced)
    assert replaced == [None, None, first.tracker]
    assert box.board == tuple(sorted([other.tracker, again.tracker]))
    assert load_box([other, again]).ballots == box.ballots


def test_box_keeps_no_order_of_arrival() -> None:
    ballots = [CASE.ballot(voter, [(1, 0)]) for voter in range(3)]
    forward, backward = Box(), Box()
    for ballot in ballots:
        forward = cast(forward, ballot.raw).box
    for ballot in reversed(ballots):
        backward = cast(backward, ballot.raw).box
    setup = Writer(CASE).last
    assert setup is not None
    assert close_box(forward, setup=setup, timestamp=TIME) == close_box(backward, setup=setup, timestamp=TIME)


def test_closed_box_is_an_archive_in_tracker_order() -> None:
    ballots = [CASE.ballot(voter, [(1, 0)]) for voter in range(3)]
    writer = Writer(CASE)
    assert writer.last is not None
    data, last = close_box(load_box(ballots), setup=writer.last, timestamp=TIME)
    steps = list(read_archive(io.BytesIO(writer.data + data).read))
    trackers = [step.pieces[0].name for step in steps[1:-1]]
    assert trackers == sorted(ballot.tracker for ballot in ballots)
    assert (steps[-1].event, {step.timestamp for step in steps}) == (last, {TIME})


def test_same_ballot_again_is_refused() -> None:
    ballot = CASE.ballot(0, [(1, 0)])
    assert code(cast(Box(), ballot.raw).box, ballot.raw) == "ballots.ballot.replayed"


def test_replaced_ballot_does_not_come_back() -> None:
    first, again = CASE.ballot(0, [(1, 0)]), CASE.ballot(0, [(0, 0)])
    box = cast(cast(Box(), first.raw).box, again.raw).box
    assert code(box, first.raw) == "ballots.ballot.copied"


def test_copied_randomness_is_refused() -> None:
    ballots = [
        make_ballot(election=CASE.election, bases=CASE.bases, credential=word, choices=[(1, 0)], random=stream("same"))
        for word in CASE.credentials[:2]
    ]
    assert code(cast(Box(), ballots[0].raw).box, ballots[1].raw) == "ballots.ballot.copied"
    with pytest.raises(BallotRefused) as refusal:
        load_box(ballots)
    assert [problem.code for problem in refusal.value.problems] == ["ballots.ballot.copied"]


def test_two_ballots_of_one_credential_on_disk_are_refused() -> None:
    with pytest.raises(BallotRefused) as refusal:
        load_box([CASE.ballot(0, [(1, 0)]), CASE.ballot(0, [(0, 0)])])
    assert [problem.code for problem in refusal.value.problems] == ["ballots.box.two_ballots"]


def test_stranger_is_refused() -> None:
    stranger = case((TICK,), 3, name="Cuộc khác")
    assert code(Box(), stranger.ballot(0, [(1, 0)]).raw) == "ballots.ballot.credential"


@pytest.mark.parametrize("order", [2, 3, 6])
def test_element_of_small_order_is_refused(order: int) -> None:
    raw = forge_ballot(CASE, 0, element_of_order(order), order, in_alpha=True)
    assert code(Box(), raw) == "ballots.ballot.not_member"


def test_wrong_proof_leaves_the_box_as_it_was() -> None:
    ballot = CASE.ballot(0, [(1, 0)])
    response = str(ballot.signature.response)
    wrong = ballot.raw.replace(response.encode(), str((int(response) + 1) % GROUP.q).encode())
    box = cast(Box(), CASE.ballot(1, [(1, 0)]).raw).box
    before = dict(box.ballots)
    assert code(box, wrong) == "ballots.ballot.signature"
    assert box.ballots == before


def test_receipt_is_the_servers() -> None:
    key = mpz(987654321)
    tracker = CASE.ballot(0, [(1, 0)]).tracker
    receipt = seal_receipt(SUITE, sealing_key=key, tracker=tracker, poll=POLL, random=stream("seal"))
    public = GROUP.power(GROUP.g, key)
    assert read_receipt(receipt.raw, suite=SUITE, seal_public=public) == receipt
    forged = receipt.raw.replace(tracker.encode(), b"0" * 64)
    for raw, seal_public in ((forged, public), (receipt.raw, GROUP.g)):
        with pytest.raises(BallotRefused) as refusal:
            read_receipt(raw, suite=SUITE, seal_public=seal_public)
        assert [problem.code for problem in refusal.value.problems] == ["ballots.receipt.seal"]


def test_receipt_of_another_poll_or_ballot_is_refused() -> None:
    tracker = CASE.ballot(0, [(1, 0)]).tracker
    receipt = seal_receipt(SUITE, sealing_key=mpz(5), tracker=tracker, poll=POLL, random=stream("seal"))
    check_receipt(receipt, poll=POLL, trackers=[tracker])
    for poll, trackers, expected in (
        (Digest("c" * 64), [tracker], "ballots.receipt.poll"),
        (POLL, [], "ballots.receipt.missing"),
    ):
        with pytest.raises(BallotRefused) as refusal:
            check_receipt(receipt, poll=poll, trackers=trackers)
        assert [problem.code for problem in refusal.value.problems] == [expected]


def test_board_digest_is_of_the_printed_board() -> None:
    assert board_digest(()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert board_digest((Digest("a"), Digest("b"))) != board_digest((Digest("b"), Digest("a")))


def test_ballot_read_from_disk_is_the_ballot() -> None:
    ballot = CASE.ballot(0, [(1, 0)])
    assert read_ballot(load_box([ballot]).ballots[ballot.tracker], GROUP) == ballot
