"""Archives beside belenios-tool: it accepts ours, we accept its, and what only one of us refuses stands here by name.

The names are those of the table in docs/algorithms/ballots.md.
"""

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ballot_cases import PICK, TICK, TIME, Case, Writer, case, element_of_order, finished, stream
from ballot_forgeries import forge_ballot
from belenios_oracle import Oracle
from thidua.core.ballots.archive import EventType, read_archive, write_event, write_header
from thidua.core.ballots.ballot import make_ballot
from thidua.core.ballots.encoding import Digest, canonical, digest
from thidua.core.ballots.tally import SizedTally, decrypt_part, own_decryption, size_tally, sum_ballots
from thidua.core.errors import BallotRefused
from thidua.files.poll_audit import audit_archive

pytestmark = pytest.mark.system("belenios-tool")

SMALL = case((TICK,), 2)
BALLOTS = [SMALL.ballot(voter, [(1, voter)]) for voter in range(2)]
FINISHED = finished(SMALL, BALLOTS)
TEMPLATE = canonical({"name": "Suy tôn", "description": "Hội nghị", "questions": [TICK.as_json(), PICK.as_json()]})


@pytest.fixture
def oracle(tmp_path: Path) -> Oracle:
    return Oracle(tmp_path / "oracle")


def our_verdict(folder: Path, data: bytes, name: str = "x.bel") -> str:
    """The state of an accepted archive, or the code of the refusal."""
    path = folder / name
    path.write_bytes(data)
    try:
        return audit_archive(path, workers=1).state.value
    except BallotRefused as refusal:
        return refusal.problems[0].code


@pytest.mark.parametrize("trustees", ["1", "3", "0+2/3", "1+2/3", "2+1/1"])
def test_our_archives_are_accepted_in_every_state(oracle: Oracle, trustees: str) -> None:
    ours = case((TICK, PICK), 3, trustees)
    votes = [[(1, 0), (0, 1, 0)], [(0, 0), (1, 0, 0)], [(1, 1), (0, 0, 1)]]
    writer = finished(ours, [ours.ballot(voter, vote) for voter, vote in enumerate(votes)])
    for end in writer.ends:
        assert oracle.accepts_archive(ours.election.uuid, writer.data[:end]), end


def test_our_archive_with_any_enough_trustees_is_accepted(oracle: Oracle) -> None:
    ours = case((TICK,), 2, "0+2/3")
    ballots = [ours.ballot(voter, [(1, 0)]) for voter in range(2)]
    for owners in ((1, 2), (1, 3), (2, 3), (1, 2, 3)):
        assert oracle.accepts_archive(ours.election.uuid, finished(ours, ballots, owners=owners).data)


def test_its_revote_is_counted_as_it_counts(oracle: Oracle, tmp_path: Path) -> None:
    first, other, again = SMALL.ballot(0, [(1, 0)]), SMALL.ballot(1, [(1, 0)]), SMALL.ballot(0, [(0, 1)])
    writer = Writer(SMALL).add_ballots([first, other, again])
    data = writer.finish([other, again])
    assert oracle.accepts_archive(SMALL.election.uuid, data)
    assert our_verdict(tmp_path, data) == "Result"


def run_its_election(oracle: Oracle, *, singles: int, group: tuple[int, int] | None) -> Path:
    """A whole election by belenios-tool alone, votes in the order of arrival, one voter twice."""
    uuid = oracle.new_uuid()
    words = oracle.make_credentials(uuid, 3)
    if group is not None:
        oracle.make_threshold(*group)
    oracle.make_trustees(singles)
    oracle.open_election(uuid, TEMPLATE)
    votes = ["[[1,0],[0,1,0]]", "[[1,1],[1,0,0]]", "[[0,0],[0,0,1]]", "[[0,1],[0,0,1]]"]
    for word, vote in zip([*words, words[0]], votes, strict=True):
        oracle.add_event("Ballot", oracle.make_ballot(word, vote))
    oracle.close_and_tally()
    owner = 0
    for owner, key in enumerate(sorted(oracle.folder.glob("*.privkey")), start=1):
        oracle.add_event("PartialDecryption", oracle.decrypt_single(key.name, owner))
    if group is not None:
        for place, key in enumerate(sorted(oracle.folder.glob("*.dkey"))[: group[1]], start=owner + 1):
            part = oracle.decrypt_threshold(key.with_suffix(".key").name, key.name, place)
            oracle.add_event("PartialDecryption", part)
    oracle.add_event("Result", oracle.ask("election", "compute-result"))
    return oracle.only("*.bel")


@pytest.mark.parametrize(("singles", "group"), [(1, None), (3, None), (1, (3, 2)), (0, (2, 2))])
def test_its_archives_are_accepted(oracle: Oracle, singles: int, group: tuple[int, int] | None) -> None:
    archive = run_its_election(oracle, singles=singles, group=group)
    report = audit_archive(archive)
    # The first voter's second vote counts: [0,1] and the second answer.
    assert report.counts == ((1, 2), (1, 0, 2))
    assert (report.ballots, report.counted, report.is_finished) == (4, 3, True)
    with archive.open("rb") as file:
        assert rewritten(file.read()) == archive.read_bytes()


def rewritten(data: bytes) -> bytes:
    """The archive as our writer would write it."""
    last, result = None, b""
    for step in read_archive(io.BytesIO(data).read):
        pieces = [piece.content for piece in step.pieces]
        result = result or write_header(step.timestamp)
        entry, last = write_event(previous=last, type_=step.event.type, pieces=pieces, timestamp=step.timestamp)
        result += entry
    return result


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_changed_byte_is_refused_by_both(oracle: Oracle, tmp_path: Path, data: st.DataObject) -> None:
    raw = FINISHED.data
    near_an_entry = st.sampled_from([0, *FINISHED.ends[:-1]]).flatmap(lambda end: st.integers(end, end + 1100))
    place = data.draw(st.integers(0, len(raw) - 1) | near_an_entry)
    byte = data.draw(st.sampled_from([raw[place] ^ 1, raw[place] ^ 0x80, 0, 0x20, 0x30]) | st.integers(0, 255))
    if byte == raw[place]:
        return
    changed = raw[:place] + bytes([byte]) + raw[place + 1 :]
    assert not oracle.accepts_archive(SMALL.election.uuid, changed)
    assert our_verdict(tmp_path, changed).startswith("ballots.")


def tallied() -> Writer:
    writer = Writer(SMALL).add_ballots(BALLOTS).add(EventType.END_BALLOTS)
    tally = sum_ballots(SMALL.election, [(ballot, 1) for ballot in BALLOTS])
    sized = size_tally(tally, ballots=2, weight=2)
    return writer.add(EventType.ENCRYPTED_TALLY, tally.as_bytes(), sized.as_bytes())


def replayed() -> bytes:
    return Writer(SMALL).add_ballots([BALLOTS[0], BALLOTS[0]]).data


def earlier_vote_returned() -> bytes:
    again = SMALL.ballot(0, [(0, 1)])
    return Writer(SMALL).add_ballots([BALLOTS[0], again, BALLOTS[0]]).data


def ballot_after_the_end() -> bytes:
    return Writer(SMALL).add(EventType.END_BALLOTS).add_ballots(BALLOTS[:1]).data


def end_twice() -> bytes:
    return Writer(SMALL).add(EventType.END_BALLOTS).add(EventType.END_BALLOTS).data


def part_twice() -> bytes:
    writer = tallied()
    tally = sum_ballots(SMALL.election, [(ballot, 1) for ballot in BALLOTS])
    for seed in "ab":
        raw = decrypt_part(
            election=SMALL.election,
            trustees=SMALL.trustees,
            owner=1,
            private_key=SMALL.private_keys[0],
            tally=tally,
            random=stream(seed),
        ).as_bytes()
        writer.add(EventType.PARTIAL_DECRYPTION, raw, own_decryption(1, raw))
    return writer.data


def randomness_shared() -> bytes:
    ballots = [
        make_ballot(
            election=SMALL.election, bases=SMALL.bases, credential=word, choices=[(1, 0)], random=stream("same")
        )
        for word in SMALL.credentials
    ]
    return Writer(SMALL).add_ballots(ballots).data


def wrong_number_tallied() -> bytes:
    writer = Writer(SMALL).add_ballots(BALLOTS).add(EventType.END_BALLOTS)
    tally = sum_ballots(SMALL.election, [(ballot, 1) for ballot in BALLOTS])
    sized = SizedTally(3, 2, digest(tally.as_bytes()))
    return writer.add(EventType.ENCRYPTED_TALLY, tally.as_bytes(), sized.as_bytes()).data


ONLY_WE_REFUSE = {
    replayed: "ballots.archive.twice",
    earlier_vote_returned: "ballots.archive.twice",
    ballot_after_the_end: "ballots.archive.order",
    end_twice: "ballots.archive.order",
    part_twice: "ballots.decryption.twice",
    randomness_shared: "ballots.ballot.copied",
    wrong_number_tallied: "ballots.tally.size",
}


@pytest.mark.parametrize("attack", ONLY_WE_REFUSE, ids=lambda attack: attack.__name__)
def test_only_we_refuse(oracle: Oracle, tmp_path: Path, attack: object) -> None:
    data = attack()  # type: ignore[operator]
    assert oracle.accepts_archive(SMALL.election.uuid, data)
    assert our_verdict(tmp_path, data) == ONLY_WE_REFUSE[attack]  # type: ignore[index]


def test_only_we_refuse_names_every_case_of_the_page() -> None:
    page = (Path(__file__).parents[3] / "docs" / "algorithms" / "ballots.md").read_text(encoding="utf-8")
    table = page.split("<!-- only we refuse -->")[1].split("<!-- end -->")[0]
    named = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]
    assert named == [attack.__name__ for attack in ONLY_WE_REFUSE]


def small_order(order: int, *, in_alpha: bool) -> bytes:
    forged = forge_ballot(SMALL, 0, element_of_order(order), order, in_alpha=in_alpha)
    return Writer(SMALL).add(EventType.BALLOT, forged).data


def respelled(case_: Case) -> bytes:
    raw = json.dumps(json.loads(case_.ballot(0, [(1, 0)]).raw)).encode()
    return Writer(case_).add(EventType.BALLOT, raw).data


BOTH_REFUSE = {
    "order 2": (lambda: small_order(2, in_alpha=True), "ballots.ballot.not_member"),
    "order 3": (lambda: small_order(3, in_alpha=False), "ballots.ballot.not_member"),
    "order 6": (lambda: small_order(6, in_alpha=True), "ballots.ballot.not_member"),
    "respelled": (lambda: respelled(SMALL), "ballots.ballot.not_canonical"),
    "zero blocks": (lambda: FINISHED.data + bytes(1024), "ballots.archive.entry"),
    "cut inside an event": (lambda: FINISHED.data[: FINISHED.ends[1] + 512], "ballots.archive.cut"),
    "cut before the event": (lambda: FINISHED.data[: FINISHED.ends[2] - 1024], "ballots.archive.cut"),
    "event removed": (
        lambda: FINISHED.data[: FINISHED.ends[0]] + FINISHED.data[FINISHED.ends[1] :],
        "ballots.archive.chain",
    ),
    "another time": (lambda: write_header(TIME + 1) + FINISHED.data[1024:], "ballots.archive.timestamp"),
    "credential of a stranger": (
        lambda: Writer(SMALL, raw_credentials=canonical([str(BALLOTS[1].credential)])).add_ballots(BALLOTS[:1]).data,
        "ballots.ballot.credential",
    ),
}


@pytest.mark.parametrize("name", BOTH_REFUSE)
def test_both_refuse(oracle: Oracle, tmp_path: Path, name: str) -> None:
    make, code = BOTH_REFUSE[name]
    data = make()
    assert not oracle.accepts_archive(SMALL.election.uuid, data)
    assert our_verdict(tmp_path, data) == code


def test_cut_at_the_end_of_an_event_is_an_earlier_state_for_both(oracle: Oracle, tmp_path: Path) -> None:
    cut = FINISHED.data[: FINISHED.ends[-2]]
    assert oracle.accepts_archive(SMALL.election.uuid, cut)
    assert our_verdict(tmp_path, cut) == "PartialDecryption"


def test_trackers_are_those_that_it_prints(oracle: Oracle) -> None:
    oracle.accepts_archive(SMALL.election.uuid, FINISHED.data)
    summary = json.loads(oracle.ask("election", "compute-ballot-summary"))
    assert sorted(Digest(row["hash"]) for row in summary) == sorted(ballot.tracker for ballot in BALLOTS)
