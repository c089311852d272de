"""Whether the ledger holds: its chains against themselves, against heads from outside, and against the living rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from thidua.apps import clock
from thidua.apps.database.snapshot import snapshot
from thidua.apps.ledger.bridge import living_rows, recorded_models, stored_entries, with_parts
from thidua.apps.ledger.models import Chain, Entry
from thidua.apps.ledger.selectors import list_chains
from thidua.core.errors import Problem
from thidua.core.ledger.entry import HEADS_SEALED, INSTALLATION, ChainKey, read_entry
from thidua.core.ledger.heads import Head
from thidua.core.ledger.rows import RowRegister
from thidua.core.ledger.texts import Erasure
from thidua.core.ledger.verify import ChainCheck, Stored, sealed_heads
from thidua.words.language import Language
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole ledger found, and over how much."""

    heads: tuple[Head, ...]
    rows: int
    problems: tuple[Problem, ...]
    erasures: tuple[Erasure, ...]

    @property
    def entries(self) -> int:
        """How many entries were read."""
        return sum(head.height for head in self.heads)


def find_problems() -> list[Problem]:
    """Everything in the ledger that does not hold."""
    return list(verify_ledger().problems)


def verify_ledger(known: Sequence[Head] = ()) -> Verification:
    """Every chain recomputed and held against heads known from papers; every recorded row against its latest digest."""
    problems: list[Problem] = []
    register, expected = RowRegister(), _Expected(known)
    with snapshot():
        checks = [_check(chain, register, expected, problems) for chain in list_chains()]
        problems += expected.left()
        for model in recorded_models():
            problems += register.compare(model.ledger_table(), living_rows(model))
    problems += register.compare_rest()
    return _verification(checks, register, problems)


def verify_chain(chain: Chain) -> Verification:
    """One chain, held against every seal, and each row that it tells of. Rows that it does not know are no concern of
    its: only `verify_ledger` sees that there are any.
    """
    problems: list[Problem] = []
    register, expected = RowRegister(), _Expected(())
    with snapshot():
        for stored in stored_entries(Entry.objects.filter(chain=INSTALLATION, verb=HEADS_SEALED)):
            expected.seal(head for head in _seals(stored) if head.chain == chain.key)
        check = _check(chain, register, expected, problems)
        for model in recorded_models():
            keys = register.keys(model.ledger_table())
            problems += register.compare(model.ledger_table(), living_rows(model, keys=keys))
    problems += register.compare_rest()
    return _verification([check], register, problems)


def _verification(checks: Sequence[ChainCheck], register: RowRegister, problems: Iterable[Problem]) -> Verification:
    return Verification(
        tuple(Head(check.height, check.head, check.chain) for check in checks),
        register.rows,
        tuple(problems),
        tuple(erasure for check in checks for erasure in check.texts.erasures),
    )


def describe_erasures(erasures: Iterable[Erasure], lang: Language) -> Iterator[str]:
    """A line for each erased text: where it stood, when it went, by whom, on which document. One query each."""
    for erasure in erasures:
        told = with_parts(Entry.objects.filter(chain=erasure.chain, height=erasure.told_at)).get()
        entry = read_entry(told.body.encode())
        actor = {text.field: text.text for text in told.texts}.get("actor") or told.account or "Thi đua"
        yield say(
            "ledger.text_was_erased",
            lang,
            chain=erasure.chain,
            height=str(erasure.height),
            field=erasure.field,
            day=told.at.astimezone(clock.zone()).date(),
            actor=actor,
            document=str(((entry and entry.data) or {}).get("document", "")),
        )


class _Expected:
    """The heads that each chain must have had: from papers, and from the seals of the installation's chain."""

    def __init__(self, known: Iterable[Head]) -> None:
        self._by_chain: dict[ChainKey, set[Head]] = {}
        self._nowhere: list[Head] = []
        for head in known:
            self._expect(head if head.chain else _located(head))

    def of(self, chain: ChainKey) -> set[Head]:
        """Those of one chain, taken out."""
        return self._by_chain.pop(chain, set())

    def seal(self, heads: Iterable[Head]) -> None:
        """Expect what a seal says."""
        for head in heads:
            self._expect(head)

    def left(self) -> Iterator[Problem]:
        """Heads of chains that are not there."""
        for head in (*self._nowhere, *(head for heads in self._by_chain.values() for head in heads)):
            data = {"chain": head.chain or "", "height": str(head.height), "head": head.digest}
            yield Problem("ledger.chain_missing" if head.chain else "ledger.head_nowhere", data)

    def _expect(self, head: Head) -> None:
        if head.chain is None:
            self._nowhere.append(head)
        else:
            self._by_chain.setdefault(head.chain, set()).add(head)


def _located(head: Head) -> Head:
    """A head that names no chain, with the chain that has it."""
    found = Entry.objects.filter(height=head.height, digest__startswith=head.digest).first()
    return head if found is None else replace(head, chain=ChainKey(found.chain_id))


def _check(chain: Chain, register: RowRegister, expected: _Expected, problems: list[Problem]) -> ChainCheck:
    key = ChainKey(chain.key)
    check = ChainCheck(key, expected.of(key))
    for stored in stored_entries(chain.entries.all()):
        problems += check.read(stored)
        problems += register.note(key, stored.height, stored.rows)
        if key == INSTALLATION and stored.beside["verb"] == HEADS_SEALED:
            expected.seal(_seals(stored))
    problems += check.end()
    if (check.height, check.head) != (chain.height, chain.head):
        data = {"chain": key, "height": str(check.height), "noted": str(chain.height)}
        problems.append(Problem("ledger.chain_head_differs", data))
    return check


def _seals(stored: Stored) -> Iterator[Head]:
    entry = read_entry(stored.data)
    return iter(()) if entry is None else sealed_heads(entry)
