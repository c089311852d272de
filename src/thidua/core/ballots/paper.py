"""Paper inside the encryption (ARCHITECTURE §7): drawn paper ballots become encrypted ballots before any count.

Owns: the numbered stock of paper credentials, what a teller types for a drawn ballot, and the agreement of
two tellers. An invalid paper ballot is recorded with its reason and encrypts nothing. Never counts paper
apart: only the grand total is ever decrypted, so no difference of two published figures is about paper alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thidua.core.ballots.credentials import Credential
from thidua.core.ballots.election import Election
from thidua.core.ballots.encoding import Node, canonical, read_json, refused
from thidua.core.ballots.questions import Choices, check_choices
from thidua.core.errors import BallotRefused, Place, Problem


class InvalidReason(StrEnum):
    """Why a drawn paper ballot does not count (DOMAIN §2.5)."""

    NOT_ISSUED_FORM = "not_issued_form"
    TOO_MANY_MARKS = "too_many_marks"
    TOO_FEW_MARKS = "too_few_marks"
    UNCLEAR = "unclear"
    SIGNED = "signed"  # bears a name or a mark of recognition


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """What one teller read on paper ballot `number`: choices, or the reason why it is invalid."""

    number: int
    choices: tuple[Choices, ...] | None
    invalid: InvalidReason | None


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """What stays written about paper: which numbers were cast, which were invalid and why. No choice."""

    valid: frozenset[int] = frozenset()
    invalid: Mapping[int, InvalidReason] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        invalid = {str(number): self.invalid[number].value for number in sorted(self.invalid)}
        return canonical({"valid": sorted(self.valid), "invalid": invalid})


def read_record(raw: bytes) -> PaperRecord:
    """Raises: BallotRefused when these bytes are no record."""
    fields = read_json(raw).fields("valid", "invalid")
    return PaperRecord(
        valid=frozenset(node.integer(least=1) for node in fields["valid"].items()),
        invalid={_number(name): _reason(node) for name, node in _named(fields["invalid"])},
    )


def record_papers(record: PaperRecord, agreed: Iterable[PaperEntry]) -> PaperRecord:
    """The record with more drawn ballots; a number entered again takes its latest state."""
    valid, invalid = set(record.valid), dict(record.invalid)
    for entry in agreed:
        if entry.invalid is None:
            valid.add(entry.number)
            invalid.pop(entry.number, None)
        else:
            if entry.number in valid:
                raise refused("ballots.paper.already_cast", number=entry.number)
            invalid[entry.number] = entry.invalid
    return PaperRecord(frozenset(valid), invalid)


def entries_bytes(entries: Mapping[int, PaperEntry]) -> bytes:
    """A teller's readings, to be kept until both have finished."""
    return canonical({str(number): _entry_json(entries[number]) for number in sorted(entries)})


def _entry_json(entry: PaperEntry) -> object:
    return entry.invalid.value if entry.invalid is not None else [list(choice) for choice in entry.choices or ()]


def read_entries(raw: bytes, *, election: Election, stock: int) -> dict[int, PaperEntry]:
    """A teller's readings, each checked again.

    Raises: BallotRefused as `enter_paper` does, or what the JSON reader raises.
    """
    entries: dict[int, PaperEntry] = {}
    for name, node in _named(read_json(raw)):
        number = _number(name)
        if isinstance(node.value, str):
            entries[number] = enter_paper(election=election, number=number, stock=stock, invalid=_reason(node))
        else:
            choices = [tuple(mark.integer(most=1) for mark in row.items()) for row in node.items()]
            entries[number] = enter_paper(election=election, number=number, stock=stock, choices=choices)
    return entries


def _named(node: Node) -> Iterable[tuple[str, Node]]:
    names = tuple(node.value) if isinstance(node.value, dict) else ()
    return node.fields(*names).items()


def _number(name: str) -> int:
    return Node(name, name).counter()


def _reason(node: Node) -> InvalidReason:
    if node.value not in set(InvalidReason):
        raise node.refusal("reason")
    return InvalidReason(node.text())


def enter_paper(
    *,
    election: Election,
    number: int,
    stock: int,
    choices: Sequence[Choices] | None = None,
    invalid: InvalidReason | None = None,
) -> PaperEntry:
    """One teller's reading of one drawn ballot.

    Raises: BallotRefused `ballots.paper.number`, `ballots.paper.either`, `ballots.choices.*`.
    """
    if not 1 <= number <= stock:
        raise refused("ballots.paper.number", number=number, stock=stock)
    if (choices is None) == (invalid is None):
        raise refused("ballots.paper.either", number=number)
    if choices is not None:
        check_choices(election.questions, choices)
    return PaperEntry(number, None if choices is None else tuple(choices), invalid)


def agree_papers(first: Mapping[int, PaperEntry], second: Mapping[int, PaperEntry]) -> tuple[PaperEntry, ...]:
    """What two tellers both read, in the order of the numbers.

    Raises: BallotRefused with every ballot that only one teller read (`ballots.paper.one_teller`) or that
    they read differently (`ballots.paper.disagree`; what each read is not repeated in the refusal).
    """
    problems = []
    for number in sorted(first.keys() | second.keys()):
        where = Place(path=f"paper[{number}]")
        if number not in first or number not in second:
            problems.append(Problem("ballots.paper.one_teller", {"number": number}, where))
        elif first[number] != second[number]:
            problems.append(Problem("ballots.paper.disagree", {"number": number}, where))
    if problems:
        raise BallotRefused(problems)
    return tuple(first[number] for number in sorted(first))


def credential_for(stock: Sequence[Credential], number: int) -> Credential:
    """The paper credential of a number (from 1)."""
    if not 1 <= number <= len(stock):
        raise refused("ballots.paper.number", number=number, stock=len(stock))
    return stock[number - 1]
