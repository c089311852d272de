"""Chains as JSON lines that somebody outside can check without us and without Django.

The first line names the format, the moment and the head of every chain; each further line is one entry with its exact
bytes, the list of rows if it is a bulk entry, and the texts that are still there (docs/algorithms/ledger.md).
"""

import json
from collections.abc import Iterable, Iterator

from thidua.apps import clock
from thidua.apps.database.snapshot import snapshot
from thidua.apps.ledger.bridge import stored_entries
from thidua.apps.ledger.models import Chain
from thidua.core.canonical import Plain
from thidua.core.ledger.entry import INSTALLATION, ChainKey, RowMark
from thidua.core.ledger.texts import Disclosed
from thidua.core.ledger.verify import Stored

FORMAT = "thidua.ledger.1"


def export_lines(chains: Iterable[ChainKey] | None = None, *, with_texts: bool = True) -> Iterator[str]:
    """Some chains or all, the installation's first, one line at a time; without texts, names stay here."""
    with snapshot():
        chosen = Chain.objects.all() if chains is None else Chain.objects.filter(pk__in=list(chains))
        listed = sorted(chosen, key=lambda chain: (chain.key != INSTALLATION, chain.key))
        yield _line(
            {
                "format": FORMAT,
                "made_at": clock.now().isoformat(timespec="seconds"),
                "heads": {chain.key: [chain.height, chain.head] for chain in listed},
                "texts": with_texts,
            }
        )
        for chain in listed:
            for stored in stored_entries(chain.entries.all()):
                yield _line(_entry(chain.key, stored, with_texts=with_texts))


def _entry(chain: str, stored: Stored, *, with_texts: bool) -> dict[str, Plain]:
    body = stored.data.decode()
    line: dict[str, Plain] = {"chain": chain, "height": stored.height, "digest": stored.digest, "body": body}
    if '"bulk":' in body:
        line["rows"] = [_row(mark) for mark in stored.rows]
    if with_texts:
        line["texts"] = {text.field: _text(text) for text in stored.texts}
    return line


def _row(mark: RowMark) -> list[Plain]:
    return [mark.table, mark.key, mark.digest]


def _text(text: Disclosed) -> dict[str, Plain]:
    return {"salt": text.salt.hex(), "text": text.text}


def _line(plain: dict[str, Plain]) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"
