"""Chains made by hypothesis, and what a forger may do to them."""

from dataclasses import replace

from hypothesis import strategies as st

from thidua.core.errors import Problem
from thidua.core.ledger.entry import (
    GENESIS,
    Bulk,
    ChainKey,
    Digest,
    Entry,
    RowMark,
    commit,
    digest_of_entry,
)
from thidua.core.ledger.heads import Head
from thidua.core.ledger.merkle import leaf_of, merkle_root
from thidua.core.ledger.texts import Disclosed
from thidua.core.ledger.verify import ChainCheck, Stored

CHAIN = ChainKey("season:cum-10-2024")
names = st.text(alphabet='abcdeđă \n"\\', min_size=1, max_size=8)
digests = st.binary(min_size=32, max_size=32).map(lambda data: Digest(data.hex()))
marks = st.builds(RowMark, st.sampled_from(["a.unit", "a.office"]), names, st.none() | digests)
texts = st.dictionaries(
    st.sampled_from(["actor", "reason", "subject"]), st.tuples(names, st.binary(min_size=16, max_size=16))
)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, tuple[RowMark, ...], tuple[Disclosed, ...]]:
    """An entry without its place, the rows beside it and its texts."""
    rows = tuple(sorted({(mark.table, mark.key): mark for mark in draw(st.lists(marks, max_size=3))}.values(), key=str))
    told = tuple(Disclosed(field, text, salt) for field, (text, salt) in sorted(draw(texts).items()))
    is_bulk = draw(st.booleans()) and bool(rows)
    entry = Entry(
        chain=CHAIN,
        height=0,
        previous=GENESIS,
        at="2024-11-20T09:40:12.000000+00:00",
        verb=draw(st.sampled_from(["a.unit.recorded", "a.office.given"])),
        account=draw(names),
        commitments={one.field: commit(one.text, salt=one.salt) for one in told} or None,
        rows=() if is_bulk else rows,
        bulk=Bulk(len(rows), merkle_root([leaf_of(mark) for mark in rows])) if is_bulk else None,
        data=draw(st.none() | st.dictionaries(names, names | st.integers(0, 99), min_size=1, max_size=2)),
    )
    return entry, rows, told


@st.composite
def chains(draw: st.DrawFn, *, least: int = 0) -> list[Stored]:
    """A sound chain as it lies in storage."""
    chain: list[Stored] = []
    previous = GENESIS
    for height, (entry, rows, told) in enumerate(draw(st.lists(entries(), min_size=least, max_size=4)), start=1):
        data = replace(entry, height=height, previous=previous).bytes
        previous = digest_of_entry(data)
        chain.append(Stored(height, previous, data, rows, told))
    return chain


def check(chain: list[Stored], *known: Head) -> list[Problem]:
    """Everything that verification finds in a chain."""
    one = ChainCheck(CHAIN, known)
    found = [problem for stored in chain for problem in one.read(stored)]
    return [*found, *one.end()]
