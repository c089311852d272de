"""The folder of a poll on disk: whole files or none, no times, private keys private, states read from the archive."""

import os
import stat
from pathlib import Path

import pytest
from gmpy2 import mpz

from ballot_cases import GROUP, TICK, Case, Writer, case, finished
from thidua.core.ballots.encoding import Digest, canonical, digest
from thidua.core.ballots.paper import InvalidReason, PaperRecord
from thidua.core.errors import BallotRefused
from thidua.files import poll_audit
from thidua.files.poll_audit import audit_archive, compare_archives
from thidua.files.poll_folder import (
    PollFolder,
    PollSheet,
    PollState,
    TrusteeFile,
    read_limited,
    read_sheet,
    read_template,
    read_words,
    write_atomically,
    write_new,
)

SMALL = case((TICK,), 2)
BALLOTS = [SMALL.ballot(voter, [(1, 0)]) for voter in range(2)]
FINISHED = finished(SMALL, BALLOTS)
SHEET = PollSheet(SMALL.election.uuid, "Suy tôn", "", (TICK,), "A", "B", 3, str(GROUP.g))


@pytest.fixture
def folder(tmp_path: Path) -> PollFolder:
    poll = PollFolder(tmp_path / "poll")
    with poll.locked():
        poll.write_sheet(SHEET)
    return poll


def codes(action: object, *arguments: object) -> list[str]:
    with pytest.raises(BallotRefused) as refusal:
        action(*arguments)  # type: ignore[operator]
    return [problem.code for problem in refusal.value.problems]


def test_sheet_and_template_read_back() -> None:
    assert read_sheet(SHEET.as_bytes()) == SHEET
    template = read_template(canonical({"name": "N", "description": "D", "questions": [TICK.as_json()]}))
    assert (template.name, template.questions, template.administrator) == ("N", (TICK,), "")


def test_sheet_is_never_written_over(folder: PollFolder) -> None:
    assert codes(folder.write_sheet, SHEET) == ["ballots.folder.exists"]


def test_missing_file_is_named(folder: PollFolder) -> None:
    assert codes(folder.read, "election.json") == ["ballots.folder.missing"]


@pytest.mark.parametrize(
    ("events", "state"),
    [
        (0, PollState.DRAFT),
        (1, PollState.OPEN),
        (3, PollState.OPEN),
        (4, PollState.CLOSED),
        (5, PollState.TALLIED),
        (6, PollState.TALLIED),
        (7, PollState.FINISHED),
    ],
)
def test_state_is_read_from_the_archive(folder: PollFolder, events: int, state: PollState) -> None:
    if events:
        folder.append_archive(FINISHED.data[: FINISHED.ends[events - 1]])
    assert folder.state is state
    folder.require(state)
    other = next(each for each in PollState if each is not state)
    assert codes(folder.require, other) == [f"ballots.folder.state.{state.value}"]


def test_archive_grows_at_its_end(folder: PollFolder) -> None:
    folder.append_archive(FINISHED.data[: FINISHED.ends[0]])
    folder.append_archive(FINISHED.data[FINISHED.ends[0] :])
    assert folder.archive.read_bytes() == FINISHED.data


def test_archive_that_fails_its_check_is_not_taken(folder: PollFolder) -> None:
    folder.append_archive(FINISHED.data[: FINISHED.ends[0]])
    before = folder.archive.read_bytes()

    def refuse(path: Path) -> None:
        assert path.read_bytes() == before + b"x"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        folder.append_archive(b"x", check=refuse)
    assert folder.archive.read_bytes() == before
    assert [path.name for path in folder.path.glob(".new-*")] == []


def test_crash_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def crash(_descriptor: int) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(OSError, match="power cut"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_private_files_are_for_their_owner_alone(folder: PollFolder, tmp_path: Path) -> None:
    write_new(tmp_path / "key", b"secret")
    folder.write_seal_key(b'"5"')
    modes = [path.stat().st_mode for path in (tmp_path / "key", folder.path / "server" / "seal.key")]
    assert [stat.S_IMODE(mode) for mode in modes] == [0o600, 0o600]
    assert stat.S_IMODE((folder.path / "server").stat().st_mode) == 0o700
    assert folder.read_seal_key() == b'"5"'


def test_later_ballot_takes_the_place_of_the_earlier_without_a_time(folder: PollFolder) -> None:
    first, other, again = SMALL.ballot(0, [(1, 0)]), SMALL.ballot(1, [(1, 0)]), SMALL.ballot(0, [(0, 0)])
    for ballot in (first, other, again):
        folder.put_ballot(str(ballot.credential), ballot.raw)
    assert sorted(folder.box_ballots()) == sorted([other.raw, again.raw])
    paths = [folder.path / "box", *(folder.path / "box").iterdir()]
    assert {path.stat().st_mtime for path in paths} == {0}


def test_wiped_box_is_gone(folder: PollFolder) -> None:
    folder.put_ballot("1", b"ballot")
    folder.wipe_box()
    folder.wipe_box()
    assert not (folder.path / "box").exists()
    assert folder.box_ballots() == []


def test_board_is_one_tracker_a_line_without_a_time(folder: PollFolder) -> None:
    folder.write_board((Digest("a"), Digest("b")))
    path = folder.path / "board.txt"
    assert (path.read_bytes(), path.stat().st_mtime) == (b"a\nb\n", 0)


def test_trustee_files_stand_in_the_order_of_their_digests(folder: PollFolder) -> None:
    owners = {digest(bytes([number])): b"%d" % number for number in range(4)}
    for owner, raw in owners.items():
        folder.add_trustee_file(TrusteeFile.KEY, owner, raw)
        folder.add_trustee_file(TrusteeFile.KEY, owner, raw)
    assert list(folder.trustee_files(TrusteeFile.KEY).items()) == sorted(
        (owner[:16], raw) for owner, raw in owners.items()
    )
    assert folder.trustee_files(TrusteeFile.SHARE) == {}
    first = next(iter(owners))
    assert codes(folder.add_trustee_file, TrusteeFile.KEY, first, b"other") == ["ballots.folder.exists"]


def test_paper_record_reads_back(folder: PollFolder) -> None:
    assert folder.paper_record() == PaperRecord()
    record = PaperRecord(frozenset({1, 3}), {2: InvalidReason.SIGNED})
    folder.write_paper_record(record)
    assert folder.paper_record() == record


def test_audit_by_processes_is_the_audit_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poll_audit, "_WORTH_PROCESSES", 0)
    path = tmp_path / "x.bel"
    path.write_bytes(FINISHED.data)
    seen: list[tuple[int, int]] = []
    report = audit_archive(path, workers=2, progress=lambda done, total: seen.append((done, total)))
    assert report == audit_archive(path, workers=1)
    assert seen[-1] == (2, 2)


@pytest.mark.parametrize("workers", [1, 2])
def test_wrong_ballot_is_named_whoever_checks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    from ballot_cases import element_of_order
    from ballot_forgeries import forge_ballot

    monkeypatch.setattr(poll_audit, "_WORTH_PROCESSES", 0)
    forged = forge_ballot(SMALL, 0, element_of_order(3), 3, in_alpha=False)
    path = tmp_path / "x.bel"
    path.write_bytes(writer_with(SMALL, forged).data)
    with pytest.raises(BallotRefused) as refusal:
        audit_archive(path, workers=workers)
    assert [(problem.code, problem.data) for problem in refusal.value.problems] == [
        ("ballots.ballot.not_member", {"tracker": digest(forged)})
    ]


def writer_with(case_: Case, raw: bytes) -> Writer:
    from thidua.core.ballots.archive import EventType

    return Writer(case_).add_ballots([BALLOTS[1]]).add(EventType.BALLOT, raw)


def test_head_of_the_minutes_is_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "x.bel"
    path.write_bytes(FINISHED.data)
    head = audit_archive(path).head
    assert audit_archive(path, head=head).head == head
    path.write_bytes(FINISHED.data[: FINISHED.ends[-2]])
    with pytest.raises(BallotRefused) as refusal:
        audit_archive(path, head=head)
    assert [problem.code for problem in refusal.value.problems] == ["ballots.archive.head"]


def test_cut_archive_is_not_a_later_state(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.bel", tmp_path / "cut.bel"
    whole.write_bytes(FINISHED.data)
    cut.write_bytes(FINISHED.data[: FINISHED.ends[2]])
    assert [compare_archives(cut, whole), compare_archives(whole, whole)] == [4, 0]
    assert codes(compare_archives, whole, cut) == ["ballots.archive.not_later"]


def test_oversized_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345678\n")
    assert read_limited(path, limit=8) == b"12345678"
    assert codes(lambda: read_limited(path, limit=7)) == ["ballots.json.too_large"]


@pytest.mark.parametrize(("raw", "text"), [("An\nBình".encode(), "An\nBình"), (b"\xef\xbb\xbfAn\n", "An")])
def test_words_are_read_as_utf_8(tmp_path: Path, raw: bytes, text: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(raw)
    assert read_words(path) == text


def test_other_bytes_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xff")
    assert codes(read_words, path) == ["ballots.folder.not_text"]


def test_seal_key_is_a_number_of_the_group() -> None:
    assert mpz(SHEET.seal_public) == GROUP.g
