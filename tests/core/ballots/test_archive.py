"""The archive: written, read as a stream, cut, reordered, and changed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import TICK, TIME, Writer, case, finished
from thidua.core.ballots.archive import BLOCK, Event, EventType, read_archive, write_event, write_header
from thidua.core.errors import BallotRefused

CASE = case((TICK,), 3)
BALLOTS = [CASE.ballot(voter, [(voter % 2, 1)]) for voter in range(3)]
WRITER = finished(CASE, BALLOTS)
DATA = WRITER.data


def events(data: bytes) -> list[Event]:
    return [step.event for step in read_archive(io.BytesIO(data).read)]


def code(data: bytes) -> str:
    with pytest.raises(BallotRefused) as refusal:
        events(data)
    (problem,) = refusal.value.problems
    return problem.code


def test_what_is_written_reads_back() -> None:
    steps = list(read_archive(io.BytesIO(DATA).read))
    assert [step.event.type.value for step in steps] == [
        "Setup",
        "Ballot",
        "Ballot",
        "Ballot",
        "EndBallots",
        "EncryptedTally",
        "PartialDecryption",
        "Result",
    ]
    assert [step.event.height for step in steps] == list(range(8))
    assert [step.end for step in steps] == WRITER.ends
    assert {step.timestamp for step in steps} == {TIME}
    rewritten, last = write_header(TIME), None
    for step in steps:
        entry, last = write_event(
            previous=last,
            type_=step.event.type,
            pieces=[piece.content for piece in step.pieces],
            timestamp=step.timestamp,
        )
        rewritten += entry
        assert last == step.event
    assert rewritten == DATA


def test_piece_is_where_the_step_says() -> None:
    for step in read_archive(io.BytesIO(DATA).read):
        for piece in step.pieces:
            assert DATA[piece.offset : piece.offset + len(piece.content)] == piece.content


@pytest.mark.parametrize("number", range(8))
def test_cut_at_the_end_of_an_event_is_an_earlier_state(number: int) -> None:
    assert events(DATA[: WRITER.ends[number]]) == events(DATA)[: number + 1]


@given(st.integers(0, len(DATA) - 1))
def test_cut_anywhere_else_is_refused(length: int) -> None:
    if length in WRITER.ends:
        return
    expected = {"ballots.archive.start"} if length in {0, 2 * BLOCK} else {"ballots.archive.cut"}
    assert {code(DATA[:length])} == expected


@given(st.data())
def test_any_change_of_a_byte_is_refused(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(DATA) - 1) | st.integers(0, 3 * BLOCK))
    byte = data.draw(st.sampled_from([DATA[place] ^ 1, DATA[place] ^ 0x80, 0, 32, 48]) | st.integers(0, 255))
    if byte != DATA[place]:
        with pytest.raises(BallotRefused):
            events(DATA[:place] + bytes([byte]) + DATA[place + 1 :])


@given(st.binary(max_size=3000))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(BallotRefused):
        events(data)


@pytest.mark.parametrize("tail", [bytes(1024), b"x", DATA[:1024]])
def test_anything_after_the_last_event_is_refused(tail: bytes) -> None:
    with pytest.raises(BallotRefused):
        events(DATA + tail)


def test_removed_event_breaks_the_chain() -> None:
    assert code(DATA[: WRITER.ends[0]] + DATA[WRITER.ends[1] :]) == "ballots.archive.chain"


def test_exchanged_events_break_the_chain() -> None:
    first, second, third = WRITER.ends[:3]
    assert code(DATA[:first] + DATA[second:third] + DATA[first:second] + DATA[third:]) == "ballots.archive.chain"


def test_replayed_ballot_is_refused() -> None:
    writer = Writer(CASE).add_ballots([BALLOTS[0], BALLOTS[1], BALLOTS[0]])
    assert code(writer.data) == "ballots.archive.twice"


@pytest.mark.parametrize(
    "types",
    [
        (EventType.ENCRYPTED_TALLY,),
        (EventType.END_BALLOTS, EventType.BALLOT),
        (EventType.END_BALLOTS, EventType.END_BALLOTS),
        (EventType.END_BALLOTS, EventType.RESULT),
        (EventType.SETUP,),
    ],
)
def test_event_out_of_order_is_refused(types: tuple[EventType, ...]) -> None:
    writer = Writer(CASE)
    for number, type_ in enumerate(types):
        pieces = () if type_ is EventType.END_BALLOTS else (b"%d" % number, b"%d0" % number)
        writer.add(type_, *pieces[: 2 if type_ is EventType.ENCRYPTED_TALLY else 1])
    assert code(writer.data) == "ballots.archive.order"


@pytest.mark.parametrize(
    ("type_", "pieces"),
    [(EventType.BALLOT, ()), (EventType.BALLOT, (b"1", b"2")), (EventType.END_BALLOTS, (b"1",))],
)
def test_event_with_other_data_is_refused(type_: EventType, pieces: tuple[bytes, ...]) -> None:
    assert code(Writer(CASE).add(type_, *pieces).data) == "ballots.archive.payload"


def test_too_much_data_before_an_event_is_refused() -> None:
    assert code(Writer(CASE).add(EventType.BALLOT, b"1", b"2", b"3", b"4", b"5").data) == "ballots.archive.payload"


def test_another_time_in_an_entry_is_refused() -> None:
    writer = Writer(CASE)
    entry, _ = write_event(previous=writer.last, type_=EventType.BALLOT, pieces=[BALLOTS[0].raw], timestamp=TIME + 1)
    assert code(writer.data + entry) == "ballots.archive.timestamp"
    assert code(write_header(TIME + 1) + DATA[2 * BLOCK :]) == "ballots.archive.timestamp"


def test_memory_holds_one_event_at_a_time() -> None:
    largest = 0

    def read(size: int) -> bytes:
        nonlocal largest
        largest = max(largest, size)
        return source.read(size)

    source = io.BytesIO(DATA)
    assert len(list(read_archive(read))) == 8
    assert largest < max(b - a for a, b in zip([0, *WRITER.ends], WRITER.ends, strict=False))


def test_size_beyond_the_limit_is_refused_before_it_is_read() -> None:
    from thidua.core.ballots.archive import _tar_header
    from thidua.core.ballots.encoding import MAX_DOCUMENT

    header = _tar_header("x", MAX_DOCUMENT + 1, TIME)
    asked = []

    def read(size: int) -> bytes:
        asked.append(size)
        return header if len(asked) == 1 else b""

    with pytest.raises(BallotRefused) as refusal:
        list(read_archive(read))
    assert [problem.code for problem in refusal.value.problems] == ["ballots.json.too_large"]
    assert asked == [BLOCK]
