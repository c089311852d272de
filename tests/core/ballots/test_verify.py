"""The full audit: what it accepts, and the name under which it refuses each attack."""

import io
from collections.abc import Sequence

import pytest

from ballot_cases import GROUP, PICK, TICK, TIME, Case, Writer, case, element_of_order, finished, stream
from ballot_forgeries import forge_ballot
from thidua.core.ballots.archive import EventType, write_event
from thidua.core.ballots.ballot import Ballot, make_ballot, read_ballot
from thidua.core.ballots.credentials import list_credentials
from thidua.core.ballots.encoding import Digest, canonical, digest
from thidua.core.ballots.survey import survey_archive
from thidua.core.ballots.tally import (
    SizedTally,
    decrypt_part,
    own_decryption,
    result_bytes,
    size_tally,
    sum_ballots,
)
from thidua.core.ballots.verify import (
    AuditReport,
    BatchItem,
    check_batch,
    check_extends,
    check_head,
    conclude,
    empty_report,
    join_reports,
    name_outsiders,
    open_published,
)
from thidua.core.errors import BallotRefused

CASE = case((TICK, PICK), 3, "1+2/3")
SMALL = case((TICK,), 2)
VOTES = [[(1, 0), (0, 1, 0)], [(1, 1), (1, 0, 0)], [(0, 0), (0, 0, 1)]]
BALLOTS = [CASE.ballot(voter, vote) for voter, vote in enumerate(VOTES)]


def audit(case_: Case, data: bytes, batch: int = 2) -> AuditReport:
    survey = survey_archive(io.BytesIO(data).read, stream("survey"))
    joined = empty_report(survey.election)
    items = [
        BatchItem(
            data[place.offset : place.offset + place.size], place.tracker, survey.is_counted(i), survey.weight_of(i)
        )
        for i, place in enumerate(survey.ballots)
    ]
    for start in range(0, len(items), batch):
        report = check_batch(case_.election, case_.bases, items[start : start + batch], stream(f"batch {start}"))
        joined = join_reports(survey.election, joined, report)
    return conclude(survey, joined, open_published(survey))


def codes(data: bytes, case_: Case = SMALL) -> list[str]:
    with pytest.raises(BallotRefused) as refusal:
        audit(case_, data)
    return [problem.code for problem in refusal.value.problems]


def vote(voter: int, marks: Sequence[int] = (1, 0), seed: str = "ballot") -> Ballot:
    return SMALL.ballot(voter, [tuple(marks)], seed)


@pytest.mark.parametrize("owners", [(1, 2, 3), (1, 2, 4), (1, 3, 4), (1, 2, 3, 4)])
def test_finished_archive_holds(owners: tuple[int, ...]) -> None:
    report = audit(CASE, finished(CASE, BALLOTS, owners=owners).data)
    assert (report.is_finished, report.counts, report.ballots, report.counted) == (True, ((2, 1), (1, 1, 1)), 3, 3)
    assert [passed.code.removeprefix("ballots.passed.") for passed in report.passed] == [
        "chain",
        "trustees",
        "credentials",
        "ballots",
        "order_tracker",
        "tally",
        "decryptions",
        "result",
    ]


def test_archive_without_ballots_holds() -> None:
    report = audit(SMALL, finished(SMALL, []).data)
    assert (report.counts, report.ballots) == (((0, 0),), 0)


def test_every_earlier_state_holds_and_is_not_finished() -> None:
    writer = finished(CASE, BALLOTS)
    states = [audit(CASE, writer.data[:end]) for end in writer.ends]
    assert [state.is_finished for state in states] == [False] * (len(states) - 1) + [True]
    assert [state.state for state in states][:5] == [
        EventType.SETUP,
        EventType.BALLOT,
        EventType.BALLOT,
        EventType.BALLOT,
        EventType.END_BALLOTS,
    ]


def test_later_ballot_replaces_the_earlier_one() -> None:
    first, other, again = vote(0), vote(1), vote(0, (0, 1))
    writer = Writer(SMALL).add_ballots([first, other, again])
    report = audit(SMALL, writer.finish([other, again]))
    assert (report.counts, report.ballots, report.counted) == (((1, 1),), 3, 2)


def test_counting_the_replaced_ballot_is_refused() -> None:
    writer = Writer(SMALL).add_ballots([vote(0), vote(1), vote(0, (0, 1))])
    assert codes(writer.finish([vote(0), vote(1)])) == ["ballots.tally.sum"]


def test_chronological_order_is_told() -> None:
    ballots = sorted([vote(0), vote(1)], key=lambda ballot: ballot.tracker, reverse=True)
    report = audit(SMALL, Writer(SMALL).add_ballots(ballots).finish(ballots))
    assert "ballots.passed.order_chronological" in [passed.code for passed in report.passed]


def test_weights_of_other_makers_count() -> None:
    ballots = [vote(0), vote(1, (0, 1))]
    keys = [str(ballot.credential) for ballot in ballots]
    writer = Writer(SMALL, raw_credentials=canonical([f"{keys[0]},5,An", f"{keys[1]},2,Ba"])).add_ballots(ballots)
    writer.add(EventType.END_BALLOTS)
    tally = sum_ballots(SMALL.election, [(ballots[0], 5), (ballots[1], 2)])
    writer.add(EventType.ENCRYPTED_TALLY, tally.as_bytes(), size_tally(tally, ballots=2, weight=7).as_bytes())
    raw = decrypt_part(
        election=SMALL.election,
        trustees=SMALL.trustees,
        owner=1,
        private_key=SMALL.private_keys[0],
        tally=tally,
        random=stream("part"),
    ).as_bytes()
    writer.add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, raw))
    assert audit(SMALL, writer.add(EventType.RESULT, result_bytes(((5, 2),))).data).counts == ((5, 2),)


def test_ballot_of_a_stranger_is_refused() -> None:
    stranger = case((TICK,), 3, name=SMALL.election.name)
    ballot = make_ballot(
        election=SMALL.election,
        bases=SMALL.bases,
        credential=stranger.credentials[2],
        choices=[(1, 0)],
        random=stream("stranger"),
    )
    assert codes(Writer(SMALL).add_ballots([ballot]).data) == ["ballots.ballot.credential"]


def test_every_wrong_ballot_is_told_at_once() -> None:
    other = case((TICK,), 2, name="Cuộc khác")
    ballots = [
        make_ballot(election=other.election, bases=other.bases, credential=word, choices=[(1, 0)], random=stream(word))
        for word in SMALL.credentials
    ]
    # Signed with the right words but for another poll, hence under other public keys.
    keys = list_credentials([ballot.credential for ballot in ballots])
    data = Writer(SMALL, raw_credentials=keys).add_ballots(ballots).data
    assert codes(data) == ["ballots.ballot.election", "ballots.ballot.election"]


def test_copied_ciphertext_is_refused() -> None:
    ballots = [
        make_ballot(
            election=SMALL.election, bases=SMALL.bases, credential=word, choices=[(1, 0)], random=stream("same")
        )
        for word in SMALL.credentials
    ]
    assert codes(Writer(SMALL).add_ballots(ballots).data) == ["ballots.ballot.copied"]


@pytest.mark.parametrize("order", [2, 3, 6])
@pytest.mark.parametrize("in_alpha", [True, False])
def test_element_of_small_order_is_refused(order: int, in_alpha: bool) -> None:
    forged = read_ballot(forge_ballot(SMALL, 0, element_of_order(order), order, in_alpha=in_alpha), GROUP)
    data = Writer(SMALL).add_ballots([vote(1), forged]).data
    assert codes(data) == ["ballots.ballot.not_member"]
    items = [BatchItem(ballot.raw, bytes.fromhex(ballot.tracker), True, 1) for ballot in (vote(1), forged)]
    named = name_outsiders(SMALL.election, items, stream("names"))
    assert [problem.data for problem in named] == [{"tracker": forged.tracker}]


def test_ballot_changed_between_two_readings_is_refused() -> None:
    item = BatchItem(vote(0).raw, bytes.fromhex(vote(1).tracker), True, 1)
    report = check_batch(SMALL.election, SMALL.bases, [item], stream("x"))
    assert [problem.code for problem in report.problems] == ["ballots.ballot.changed"]


def test_reports_must_be_of_all_ballots() -> None:
    data = Writer(SMALL).add_ballots([vote(0)]).data
    survey = survey_archive(io.BytesIO(data).read, stream("survey"))
    with pytest.raises(BallotRefused) as refusal:
        conclude(survey, empty_report(SMALL.election), None)
    assert [problem.code for problem in refusal.value.problems] == ["ballots.ballot.changed"]


def tallied(sized: SizedTally | None = None, counted: Sequence[Ballot] | None = None) -> Writer:
    ballots = [vote(0), vote(1)]
    writer = Writer(SMALL).add_ballots(ballots).add(EventType.END_BALLOTS)
    tally = sum_ballots(SMALL.election, [(ballot, 1) for ballot in counted or ballots])
    sized = sized or size_tally(tally, ballots=2, weight=2)
    if sized.encrypted_tally == "":
        sized = SizedTally(sized.num_tallied, sized.total_weight, digest(tally.as_bytes()))
    return writer.add(EventType.ENCRYPTED_TALLY, tally.as_bytes(), sized.as_bytes())


@pytest.mark.parametrize(
    "sized", [SizedTally(3, 2, Digest("")), SizedTally(2, 3, Digest("")), SizedTally(2, 2, digest(b""))]
)
def test_size_of_the_sum_is_checked(sized: SizedTally) -> None:
    assert codes(tallied(sized).data) == ["ballots.tally.size"]


def test_sum_of_other_ballots_is_refused() -> None:
    assert codes(tallied(counted=[vote(0), vote(0)]).data) == ["ballots.tally.sum"]


def part(seed: str, case_: Case = SMALL, counted: Sequence[Ballot] | None = None) -> bytes:
    tally = sum_ballots(case_.election, [(ballot, 1) for ballot in counted or [vote(0), vote(1)]])
    return decrypt_part(
        election=case_.election,
        trustees=case_.trustees,
        owner=1,
        private_key=case_.private_keys[0],
        tally=tally,
        random=stream(seed),
    ).as_bytes()


def test_part_given_twice_is_refused() -> None:
    writer = tallied()
    for seed in "ab":
        raw = part(seed)
        writer.add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, raw))
    assert codes(writer.data) == ["ballots.decryption.twice"]


def test_part_of_another_sum_is_refused() -> None:
    raw = part("x", counted=[vote(0)])
    data = tallied().add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, raw)).data
    assert codes(data) == ["ballots.decryption.proof"]


def test_part_named_by_another_hash_is_refused() -> None:
    raw = part("x")
    data = tallied().add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, b"other")).data
    assert codes(data) == ["ballots.archive.payload"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [(((1, 1),), "ballots.result.count"), (((2, 0, 0),), "ballots.json.length"), (((2,),), "ballots.json.length")],
)
def test_wrong_result_is_refused(counts: tuple[tuple[int, ...], ...], expected: str) -> None:
    raw = part("x")
    writer = tallied().add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, raw))
    assert codes(writer.add(EventType.RESULT, result_bytes(counts)).data) == [expected]


def test_result_without_enough_parts_is_refused() -> None:
    writer = Writer(CASE).add_ballots(sorted(BALLOTS, key=lambda ballot: ballot.tracker))
    full = finished(CASE, BALLOTS).data
    writer.add(EventType.END_BALLOTS)
    assert full.startswith(writer.data)
    tally = sum_ballots(CASE.election, [(ballot, 1) for ballot in BALLOTS])
    sized = size_tally(tally, ballots=3, weight=3)
    writer.add(EventType.ENCRYPTED_TALLY, tally.as_bytes(), sized.as_bytes())
    raw = part("x", CASE, BALLOTS)
    writer.add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, raw))
    data = writer.add(EventType.RESULT, result_bytes(((2, 1), (1, 1, 1)))).data
    assert codes(data, CASE) == ["ballots.decryption.missing"]


def test_setup_that_names_other_documents_is_refused() -> None:
    writer = Writer(SMALL)
    setup = canonical({"election": "0" * 64, "trustees": "0" * 64, "credentials": "0" * 64})
    pieces = [SMALL.election.raw, SMALL.trustees.as_bytes(), SMALL.raw_credentials, setup]
    data, _ = write_event(previous=None, type_=EventType.SETUP, pieces=pieces, timestamp=TIME)
    assert codes(writer.data[:1024] + data) == ["ballots.archive.payload"]


def test_joint_key_of_other_trustees_is_refused() -> None:
    from dataclasses import replace

    stolen = replace(SMALL, trustees=case((TICK,), 2, "2").trustees)
    assert codes(Writer(stolen).data) == ["ballots.election.joint_key"]


def test_head_of_the_minutes_is_looked_for() -> None:
    heads = [Digest("a" * 64), Digest("b" * 64)]
    check_head(heads, "B" * 64 + "\n")
    with pytest.raises(BallotRefused) as refusal:
        check_head(heads, "c" * 64)
    assert [problem.code for problem in refusal.value.problems] == ["ballots.archive.head"]


def test_later_state_extends_the_earlier_one() -> None:
    a, b, c = (Digest(letter * 64) for letter in "abc")
    assert [check_extends([a, b], [a, b]), check_extends([a], [a, b, c])] == [0, 2]
    for old, new in (([a, b], [a]), ([a, b], [a, c]), ([b], [a, b])):
        with pytest.raises(BallotRefused):
            check_extends(old, new)
