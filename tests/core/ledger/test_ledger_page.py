"""The digests of docs/algorithms/ledger.md, computed again from the page's own texts: by the core, and by nothing but
SHA-256.
"""

import hashlib
import json
import re
from pathlib import Path

from thidua.core.ledger.entry import Digest, RowMark, commit, digest_of_entry, read_entry
from thidua.core.ledger.heads import short_head
from thidua.core.ledger.merkle import leaf_of, merkle_root
from thidua.core.ledger.rows import row_digest

PAGE = (Path(__file__).parents[3] / "docs" / "algorithms" / "ledger.md").read_text(encoding="utf-8")


def blocks(name: str) -> list[str]:
    """The texts marked with this name."""
    return re.findall(rf"<!-- {name} -->\n```json\n(.*?)\n```", PAGE, re.DOTALL)


def digests_after(text: str) -> str:
    """The first digest in the prose that follows a text."""
    found = re.search(r"`([0-9a-f]{64})`", PAGE[PAGE.index(text) + len(text) :])
    assert found is not None
    return found[1]


def sha256(tag: str, data: bytes) -> str:
    return hashlib.sha256(f"{tag}\n".encode() + data).hexdigest()


def test_the_rows_digest() -> None:
    (text,) = blocks("row")
    table, key, columns = json.loads(text)
    assert row_digest(table, key, columns) == digests_after(text) == sha256("thidua.ledger.row.1", text.encode())


def test_the_texts_commitment() -> None:
    text, salt = re.search(r"The text `(.+?)` with the salt\s+`([0-9a-f]+)`", PAGE).groups()  # type: ignore[union-attr]
    data = bytes.fromhex("0010" + salt) + text.encode()
    promised = digests_after(salt)
    assert commit(text, salt=bytes.fromhex(salt)) == promised == sha256("thidua.ledger.commitment.1", data)


def test_the_entries_digests_and_their_link() -> None:
    texts = blocks("entry")
    digests = [digests_after(text) for text in texts]
    assert digests == [digest_of_entry(text.encode()) for text in texts]
    assert digests == [sha256("thidua.ledger.entry.1", text.encode()) for text in texts]
    first, second = (read_entry(text.encode()) for text in texts)
    assert first is not None
    assert second is not None
    assert second.previous == digests[0]
    assert first.rows[0].digest == digests_after(blocks("row")[0])
    assert f"`{short_head(2, Digest(digests[1]))}`" in PAGE


def test_the_root_of_the_bulk_entry() -> None:
    table = PAGE[PAGE.index("<!-- manifest -->") :].split("\n\n")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[3:]]
    marks = [RowMark(name, key, Digest(digest)) for name, key, digest in cells]
    assert len(marks) == 3
    assert merkle_root([leaf_of(mark) for mark in marks]) == digests_after(table)


def test_every_field_of_an_entry_is_explained() -> None:
    told = set(re.findall(r"^\| (`.+?`) \|", PAGE, re.MULTILINE))
    names = {name for cell in told for name in re.findall(r"`(\w+)`", cell)} | set(re.findall(r"`(\w+)`, `", PAGE))
    fields = {key for text in blocks("entry") for key in json.loads(text)}
    assert fields - names == set()
