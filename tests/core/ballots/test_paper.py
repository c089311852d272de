"""Paper ballots: two tellers, a numbered stock, invalid ballots with their reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import TICK, case
from thidua.core.ballots.paper import (
    InvalidReason,
    PaperEntry,
    PaperRecord,
    agree_papers,
    credential_for,
    enter_paper,
    entries_bytes,
    read_entries,
    read_record,
    record_papers,
)
from thidua.core.errors import BallotRefused

ELECTION = case((TICK,), 3).election
STOCK = 5
VALID = PaperEntry(1, ((1, 0),), None)
INVALID = PaperEntry(2, None, InvalidReason.UNCLEAR)


def codes(action: object, *arguments: object, **named: object) -> list[str]:
    with pytest.raises(BallotRefused) as refusal:
        action(*arguments, **named)  # type: ignore[operator]
    return [problem.code for problem in refusal.value.problems]


def test_entry_is_choices_or_a_reason() -> None:
    assert enter_paper(election=ELECTION, number=1, stock=STOCK, choices=[(1, 0)]) == VALID
    assert enter_paper(election=ELECTION, number=2, stock=STOCK, invalid=InvalidReason.UNCLEAR) == INVALID


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ({"number": 0, "choices": [(1, 0)]}, "ballots.paper.number"),
        ({"number": 6, "choices": [(1, 0)]}, "ballots.paper.number"),
        ({"number": 1}, "ballots.paper.either"),
        ({"number": 1, "choices": [(1, 0)], "invalid": InvalidReason.SIGNED}, "ballots.paper.either"),
        ({"number": 1, "choices": [(1, 2)]}, "ballots.choices.mark"),
    ],
)
def test_other_entry_is_refused(named: dict[str, object], code: str) -> None:
    assert codes(enter_paper, election=ELECTION, stock=STOCK, **named) == [code]


def test_tellers_agree_in_the_order_of_numbers() -> None:
    assert agree_papers({2: INVALID, 1: VALID}, {1: VALID, 2: INVALID}) == (VALID, INVALID)
    assert agree_papers({}, {}) == ()


def test_every_disagreement_is_told_at_once_and_without_choices() -> None:
    with pytest.raises(BallotRefused) as refusal:
        agree_papers({1: VALID, 2: INVALID, 3: VALID}, {1: PaperEntry(1, ((0, 1),), None), 2: INVALID, 4: VALID})
    assert [(problem.code, problem.data) for problem in refusal.value.problems] == [
        ("ballots.paper.disagree", {"number": 1}),
        ("ballots.paper.one_teller", {"number": 3}),
        ("ballots.paper.one_teller", {"number": 4}),
    ]


@given(
    st.dictionaries(
        st.integers(1, STOCK),
        st.sampled_from([((1, 0),), ((0, 0),), ((1, 1),), *InvalidReason]),
    )
)
def test_entries_read_back(drawn: dict[int, object]) -> None:
    entries = {
        number: PaperEntry(number, None, value) if isinstance(value, InvalidReason) else PaperEntry(number, value, None)  # type: ignore[arg-type]
        for number, value in drawn.items()
    }
    assert read_entries(entries_bytes(entries), election=ELECTION, stock=STOCK) == entries


@pytest.mark.parametrize("raw", [b"[]", b'{"x":[[1,0]]}', b'{"1":"lost"}', b'{"1":[[1,0,0]]}', b'{"9":[[1,0]]}', b"x"])
def test_other_entries_are_refused(raw: bytes) -> None:
    assert codes(read_entries, raw, election=ELECTION, stock=STOCK)[0].startswith("ballots.")


def test_record_holds_numbers_and_reasons_and_no_choice() -> None:
    record = record_papers(PaperRecord(), [VALID, INVALID])
    assert record.as_bytes() == b'{"valid":[1],"invalid":{"2":"unclear"}}'
    assert read_record(record.as_bytes()) == record
    assert record_papers(record, [PaperEntry(2, ((1, 0),), None)]) == PaperRecord(frozenset({1, 2}), {})


def test_cast_paper_cannot_become_invalid() -> None:
    record = record_papers(PaperRecord(), [VALID])
    assert codes(record_papers, record, [PaperEntry(1, None, InvalidReason.SIGNED)]) == ["ballots.paper.already_cast"]


@pytest.mark.parametrize("number", [0, 4, -1])
def test_number_outside_the_stock_is_refused(number: int) -> None:
    assert codes(credential_for, case((TICK,), 3).credentials, number) == ["ballots.paper.number"]


def test_number_finds_its_credential() -> None:
    words = case((TICK,), 3).credentials
    assert [credential_for(words, number) for number in (1, 2, 3)] == list(words)
