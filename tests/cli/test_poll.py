"""`thidua poll`: a whole election from the command line, its exit codes, and the same election beside belenios-tool."""

import json
from pathlib import Path

import pytest
from gmpy2 import mpz

from ballot_cases import GROUP, PICK, SUITE, TICK
from belenios_oracle import Oracle
from thidua.cli.main import main
from thidua.core.ballots.box import read_receipt
from thidua.core.ballots.encoding import canonical

TEMPLATE = canonical({"name": "Suy tôn", "description": "Hội nghị", "questions": [TICK.as_json(), PICK.as_json()]})
VOTES = ["[[1,0],[0,1,0]]", "[[0,0],[1,0,0]]", "[[1,1],[0,0,1]]"]


class Desk:
    """One folder from which every role works."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.poll = folder / "poll"

    def __call__(self, *words: object) -> int:
        return main(["poll", *(str(word) for word in words)])

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def draft(self, *, paper: int = 0, voters: int = 3) -> None:
        questions = self.write("questions.json", TEMPLATE)
        assert self("setup", self.poll, "--questions", questions, "--paper", paper) == 0
        names = self.write("voters.txt", "".join(f"Đại biểu {number}\n" for number in range(voters)))
        assert self("credentials", self.poll, "--voters", names, "--to", self.folder / "private") == 0

    def open(self, *, paper: int = 0, trustees: int = 1) -> None:
        self.draft(paper=paper)
        for number in range(trustees):
            assert self("trustee", self.poll, "key", "--key", self.folder / f"key{number}") == 0
        assert self("setup", self.poll, "--open") == 0

    def words(self) -> list[str]:
        rows = (self.folder / "private" / "credentials.txt").read_text().splitlines()
        return [row.split("\t")[1] for row in rows]

    def vote(self, voter: int, vote: str) -> int:
        credential = self.write("credential", self.words()[voter])
        choices = self.write("choices", vote)
        receipt = self.folder / f"receipt{voter}"
        return self("vote", self.poll, "--credential", credential, "--choices", choices, "--receipt", receipt)

    def count(self, trustees: int = 1) -> int:
        for command in ("close", "tally"):
            assert self(command, self.poll) == 0
        for number in range(trustees):
            assert self("decrypt", self.poll, "--key", self.folder / f"key{number}") == 0
        return self("result", self.poll)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_whole_election_from_files(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open(trustees=2)
    assert [desk.vote(voter, vote) for voter, vote in enumerate(VOTES)] == [0, 0, 0]
    assert desk.vote(0, "[[0,1],[0,0,1]]") == 0  # the later vote counts
    capsys.readouterr()
    assert desk.count(trustees=2) == 0
    head = lines(capsys)[-1].split()[-1]
    assert desk("verify", desk.poll, "--head", head, "--lang", "en") == 0
    said = lines(capsys)
    assert [line.strip() for line in said if line.startswith("  ")] == [
        "Tỉnh A: 1 votes",
        "Tỉnh B: 2 votes",
        "Blank: 1",
        "Tỉnh A: 0 votes",
        "Tỉnh B: 2 votes",
    ]
    assert said[-1] == "Everything checked holds. This result is that of the ballots in this archive"
    assert not (desk.poll / "box").exists()


def test_exit_codes(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk("setup", desk.poll) == 2
    assert desk("setup", desk.poll, "--open") == 1  # nothing is drafted
    desk.open()
    for usage in (["credentials"], ["trustee", "key"], ["decrypt"]):
        assert desk(usage[0], desk.poll, *usage[1:]) in {1, 2}
    assert desk("verify", desk.poll) == 3
    assert desk("tally", desk.poll) == 1  # not closed
    assert desk.vote(0, VOTES[0]) == 0
    assert desk("close", desk.poll) == 0
    assert desk("close", desk.poll) == 0  # again changes nothing
    assert desk("verify", desk.poll) == 3
    assert desk.vote(1, VOTES[1]) == 1  # closed
    assert desk("tally", desk.poll) == 0
    assert desk("result", desk.poll) == 3  # the trustee has not come
    assert desk("decrypt", desk.poll, "--key", desk.folder / "key0") == 0
    assert desk("decrypt", desk.poll, "--key", desk.folder / "key0") == 1  # twice
    assert desk("result", desk.poll) == 0
    assert desk("result", desk.poll) == 0  # shows it again
    assert desk("verify", desk.poll) == 0
    assert desk("verify", desk.poll, "--head", "0" * 64) == 1
    assert desk("verify", desk.folder / "nowhere") == 1
    with pytest.raises(SystemExit) as usage_error:
        desk("verify")
    assert usage_error.value.code == 2
    capsys.readouterr()


def test_cut_archive_is_told_from_the_whole(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open()
    assert desk.vote(0, VOTES[0]) == 0
    early = desk.write("early.bel", next(desk.poll.glob("*.bel")).read_bytes())
    assert desk.count() == 0
    capsys.readouterr()
    assert desk("compare", early, desk.poll) == 0
    assert lines(capsys) == ["Kho lưu sau chứa nguyên kho lưu trước và thêm 5 bước"]
    assert desk("compare", desk.poll, early) == 1


def test_vote_with_a_wrong_word_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open()
    word = desk.words()[0]
    credential = desk.write("credential", word[:-1] + ("1" if word[-1] != "1" else "2"))
    choices = desk.write("choices", VOTES[0])
    assert desk("vote", desk.poll, "--credential", credential, "--choices", choices) == 1
    assert desk.vote(0, "[[1,1,1],[0,1,0]]") == 1
    capsys.readouterr()


def test_ballot_made_apart_is_cast_once(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open()
    credential, choices = desk.write("credential", desk.words()[0]), desk.write("choices", VOTES[0])
    ballot = desk.folder / "ballot.json"
    making = ("vote", desk.poll, "--credential", credential, "--choices", choices, "--out", ballot)
    assert [desk(*making), desk(*making)] == [0, 1]  # a ballot is never written over
    assert not (desk.poll / "box").exists()
    assert [desk("vote", desk.poll, "--ballot", ballot), desk("vote", desk.poll, "--ballot", ballot)] == [0, 1]
    capsys.readouterr()


def test_receipt_is_sealed_by_the_server(desk: Desk) -> None:
    desk.open()
    assert desk.vote(0, VOTES[0]) == 0
    sheet = json.loads((desk.poll / "poll.json").read_bytes())
    raw = (desk.folder / "receipt0").read_bytes().strip()
    receipt = read_receipt(raw, suite=SUITE, seal_public=mpz(sheet["seal_public"]))
    assert (desk.poll / "board.txt").read_text() == f"{receipt.tracker}\n"
    assert GROUP.is_member(mpz(sheet["seal_public"]))


def test_receipt_finds_its_ballot(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open()
    assert [desk.vote(0, VOTES[0]), desk.vote(1, VOTES[1])] == [0, 0]
    old = desk.write("old", (desk.folder / "receipt0").read_bytes())
    assert desk.vote(0, VOTES[2]) == 0
    assert desk.count() == 0
    capsys.readouterr()
    assert desk("verify", desk.poll, "--receipt", desk.folder / "receipt0") == 0
    tracker = json.loads((desk.folder / "receipt0").read_bytes())["tracker"]
    assert f"Biên nhận có dấu của máy chủ, và phiếu {tracker} có trong kho lưu" in lines(capsys)
    assert desk("verify", desk.poll, "--receipt", old) == 1  # replaced by a later vote
    assert desk("verify", next(desk.poll.glob("*.bel")), "--receipt", old) == 2
    forged = desk.write("forged", old.read_bytes().replace(b'"tracker":"', b'"tracker":"00')[:-1])
    assert desk("verify", desk.poll, "--receipt", forged) == 1
    capsys.readouterr()


def test_paper_joins_the_one_sum(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open(paper=3)
    assert desk.vote(0, VOTES[0]) == 0
    tellers = [desk.folder / "teller1", desk.folder / "teller2"]
    for teller in tellers:
        for number, vote in ((1, VOTES[1]), (3, VOTES[2])):
            choices = desk.write("choices", vote)
            words = ("--entries", teller, "--number", number, "--choices", choices)
            assert desk("paper", desk.poll, "enter", *words) == 0
        words = ("--entries", teller, "--number", 2, "--invalid", "unclear")
        assert [desk("paper", desk.poll, "enter", *words), desk("paper", desk.poll, "enter", *words)] == [0, 1]
    stock = desk.folder / "private" / "paper_stock.txt"
    assert desk("paper", desk.poll, "cast", "--entries", *tellers, "--stock", stock) == 0
    assert [teller.exists() for teller in tellers] == [False, False]
    assert (desk.poll / "paper.json").read_bytes() == b'{"valid":[1,3],"invalid":{"2":"unclear"}}'
    capsys.readouterr()
    assert desk.count() == 0
    said = lines(capsys)
    assert "Phiếu giấy: 2 hợp lệ, 1 không hợp lệ" in said
    assert [line.strip() for line in said if line.startswith("  ")] == [
        "Tỉnh A: 2 phiếu",
        "Tỉnh B: 1 phiếu",
        "Phiếu trắng: 1",
        "Tỉnh A: 1 phiếu",
        "Tỉnh B: 1 phiếu",
    ]


def test_tellers_who_disagree_cast_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open(paper=2)
    tellers = [desk.folder / "teller1", desk.folder / "teller2"]
    for teller, vote in zip(tellers, VOTES, strict=False):
        choices = desk.write("choices", vote)
        assert desk("paper", desk.poll, "enter", "--entries", teller, "--number", 1, "--choices", choices) == 0
    stock = desk.folder / "private" / "paper_stock.txt"
    assert desk("paper", desk.poll, "cast", "--entries", *tellers, "--stock", stock) == 1
    assert not (desk.poll / "box").exists()
    assert [teller.exists() for teller in tellers] == [True, True]
    capsys.readouterr()


def test_choices_may_be_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    desk.open()
    answers = iter(["1, 2", "0"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(answers))
    credential = desk.write("credential", desk.words()[0])
    assert desk("vote", desk.poll, "--credential", credential) == 0
    answers = iter(["3", "0"])
    assert desk("vote", desk.poll, "--credential", credential) == 1  # there is no answer 3
    assert desk.count() == 0
    said = [line.strip() for line in lines(capsys) if line.startswith("  ")]
    assert said[-5:] == ["Tỉnh A: 1 phiếu", "Tỉnh B: 1 phiếu", "Phiếu trắng: 1", "Tỉnh A: 0 phiếu", "Tỉnh B: 0 phiếu"]


def test_interrupted_close_is_finished_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from thidua.files.poll_folder import PollFolder

    desk.open()
    assert desk.vote(0, VOTES[0]) == 0
    wipe = PollFolder.wipe_box

    def power_cut(_folder: PollFolder) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PollFolder, "wipe_box", power_cut)
    assert desk("close", desk.poll) == 130
    monkeypatch.setattr(PollFolder, "wipe_box", wipe)
    assert (desk.poll / "box").exists()
    assert desk("close", desk.poll) == 0
    assert not (desk.poll / "box").exists()


def test_list_of_public_credentials_loses_its_names(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    questions = desk.write("questions.json", TEMPLATE)
    assert desk("setup", desk.poll, "--questions", questions) == 0
    square = GROUP.power(GROUP.g, mpz(2))
    named = desk.write("named.json", canonical([f"{GROUP.g},,An", f"{square},1,Bình"]))
    assert desk("credentials", desk.poll, "--public", named) == 0
    published = json.loads((desk.poll / "public_credentials.json").read_bytes())
    assert published == [str(key) for key in sorted([GROUP.g, square])]
    unequal = desk.write("unequal.json", canonical([f"{GROUP.g},2", f"{square},1"]))
    assert desk("credentials", desk.poll, "--public", unequal) == 1
    capsys.readouterr()


def test_trustee_opens_nothing_but_the_sum_of_all(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A server that publishes one ballot as the sum gets no part from the trustee."""
    from thidua.core.ballots.archive import EventType, read_archive, write_event
    from thidua.core.ballots.ballot import read_ballot
    from thidua.core.ballots.election import read_election
    from thidua.core.ballots.tally import size_tally, sum_ballots

    desk.open()
    for voter, vote in enumerate(VOTES):
        assert desk.vote(voter, vote) == 0
    assert desk("close", desk.poll) == 0
    archive = next(desk.poll.glob("*.bel"))
    with archive.open("rb") as file:
        steps = list(read_archive(file.read))
    election = read_election((desk.poll / "election.json").read_bytes())
    alone = sum_ballots(election, [(read_ballot(steps[1].pieces[0].content, GROUP), 1)])
    pieces = [alone.as_bytes(), size_tally(alone, ballots=3, weight=3).as_bytes()]
    data, _ = write_event(
        previous=steps[-1].event, type_=EventType.ENCRYPTED_TALLY, pieces=pieces, timestamp=steps[-1].timestamp
    )
    archive.write_bytes(archive.read_bytes() + data)
    capsys.readouterr()
    out = desk.folder / "part"
    assert desk("decrypt", desk.poll, "--key", desk.folder / "key0", "--out", out, "--lang", "en") == 1
    assert not out.exists()
    assert "The published encrypted sum is not the product of the counted ballots" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["setup", "credentials", "trustee", "vote", "paper", "close", "result", "verify"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_teaches_by_example(command: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["poll", command, "--help", "--lang", lang])
    assert leaving.value.code == 0
    assert f"thidua poll {command}" in capsys.readouterr().out


@pytest.mark.system("belenios-tool")
def test_every_part_may_come_from_either_side(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Credentials of theirs; trustees, Pedersen members, ballots and decryptions of both."""
    oracle = Oracle(desk.folder / "oracle")
    group = ["setup", "generate-trustee-key-threshold", "--group", "BELENIOS-2048"]
    questions = desk.write("questions.json", TEMPLATE)
    assert desk("setup", desk.poll, "--questions", questions) == 0
    words = oracle.make_credentials(json.loads((desk.poll / "poll.json").read_bytes())["uuid"], 3)
    assert desk("credentials", desk.poll, "--public", oracle.folder / "public_creds.json") == 0

    assert desk("trustee", desk.poll, "key", "--key", desk.folder / "key0") == 0
    oracle.ask("setup", "generate-trustee-key", "--group", "BELENIOS-2048")
    assert desk("trustee", desk.poll, "add", "--file", oracle.only("*.pubkey")) == 0

    seed = desk.folder / "seed"
    assert desk("trustee", desk.poll, "certificate", "--key", seed) == 0
    oracle.ask(*group, "--step", "1")
    theirs = oracle.only("*.cert").stem
    assert desk("trustee", desk.poll, "add", "--file", oracle.folder / f"{theirs}.cert") == 0
    trustees = desk.poll / "trustees"
    oracle.write("certs", b"".join(path.read_bytes() + b"\n" for path in sorted(trustees.glob("certificate-*"))))
    with_key = [*group, "--certs", "certs", "--key", f"{theirs}.key"]
    assert desk("trustee", desk.poll, "polynomial", "--key", seed, "--threshold", 2) == 0
    polynomial = oracle.write("polynomial", oracle.ask(*with_key, "--step", "3", "--threshold", "2"))
    assert desk("trustee", desk.poll, "add", "--file", polynomial) == 0
    polynomials = b"".join(path.read_bytes() + b"\n" for path in sorted(trustees.glob("polynomial-*")))
    oracle.write("polynomials", polynomials)
    oracle.ask(*group, "--certs", "certs", "--step", "4", "--polynomials", "polynomials")
    received = (oracle.folder / f"{theirs}.vinput").read_bytes()
    share = oracle.write("share", oracle.ask(*with_key, "--step", "5", stdin=received))
    assert desk("trustee", desk.poll, "share", "--key", seed) == 0
    assert desk("trustee", desk.poll, "add", "--file", share) == 0
    assert desk("setup", desk.poll, "--open") == 0

    public = Oracle(desk.poll)  # belenios-tool reading the same archive
    assert public.accepts()
    ballot = public.make_ballot(words[0], VOTES[0])
    assert desk("vote", desk.poll, "--ballot", desk.write("ballot", ballot)) == 0
    for word, vote in zip(words[1:], VOTES[1:], strict=True):
        credential, choices = desk.write("credential", word), desk.write("choices", vote)
        assert desk("vote", desk.poll, "--credential", credential, "--choices", choices) == 0
    assert desk("close", desk.poll) == 0
    assert desk("tally", desk.poll) == 0
    assert public.accepts()

    published = json.loads((desk.poll / "trustees.json").read_bytes())
    their_key = json.loads(oracle.only("*.pubkey").read_bytes())
    single = 1 + [key for kind, key in published if kind == "Single"].index(their_key)
    part = desk.write("part", public.decrypt_single(str(oracle.only("*.privkey")), single))
    assert desk("decrypt", desk.poll, "--part", part, "--owner", 3 - single) == 1  # not that trustee's
    assert desk("decrypt", desk.poll, "--part", part, "--owner", single) == 0
    assert desk("decrypt", desk.poll, "--key", desk.folder / "key0") == 0
    assert desk("decrypt", desk.poll, "--key", seed) == 0
    certificates = published[2][1]["certs"]
    owner = 3 + certificates.index(json.loads((oracle.folder / f"{theirs}.cert").read_bytes()))
    letter = desk.write("letter", json.loads(share.read_bytes())["private_key"])
    part = desk.write("part", public.decrypt_threshold(str(oracle.folder / f"{theirs}.key"), str(letter), owner))
    assert desk("decrypt", desk.poll, "--part", part, "--owner", owner) == 0
    capsys.readouterr()
    assert desk("result", desk.poll) == 0
    assert public.accepts()
    assert desk("verify", desk.poll) == 0
    assert [line.strip() for line in lines(capsys) if line.startswith("  ")][:5] == [
        "Tỉnh A: 2 phiếu",
        "Tỉnh B: 1 phiếu",
        "Phiếu trắng: 1",
        "Tỉnh A: 1 phiếu",
        "Tỉnh B: 1 phiếu",
    ]


def test_reasons_on_the_command_line_are_those_of_core() -> None:
    from thidua.cli.poll import _ARGUMENTS
    from thidua.core.ballots.paper import InvalidReason

    (choices,) = (options["choices"] for flags, options in _ARGUMENTS["paper"] if flags == ("--invalid",))
    assert choices == [reason.value for reason in InvalidReason]
