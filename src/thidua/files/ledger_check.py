#!/usr/bin/env python3
"""Checks an exported ledger without Thi đua, without its server and without trusting either.

    python3 ledger_check.py so-nhat-ky.jsonl
    python3 ledger_check.py so-nhat-ky.jsonl --head "season:cum-10-2024 412·5be2 91c4 0f37 aa21"

This one file needs nothing but Python 3.8 or newer; copy it where you like and read it first. It shares no code with the
program that wrote the file: what both compute is written down in docs/algorithms/ledger.md. Exit code 0: everything
fits; 1: something does not; 2: wrong usage. Kiểm tra sổ nhật ký đã xuất; thêm --lang en để xem tiếng Anh.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any, Callable, Iterator, Optional, Sequence, Tuple  # Python 3.8 runs this file too

FORMAT = "thidua.ledger.1"
GENESIS = "0" * 64
SAY = {
    "chain": (
        "{chain}: {height} mục, từ {first} đến {last}, đầu chuỗi {head}",
        "{chain}: {height} entries, {first} to {last}, head {head}",
    ),
    "empty": ("{chain}: chưa có mục nào", "{chain}: no entry yet"),
    "erased": (
        "{chain}: mục {height}: “{field}” đã xóa theo mục {by} ngày {at}",
        "{chain}: entry {height}: “{field}” was erased by entry {by} on {at}",
    ),
    "withheld": (
        "Tệp không kèm tên và nội dung; các cam kết chưa được mở để đối chiếu",
        "The file holds no names and texts; commitments were not opened",
    ),
    "fine": ("Khớp tất cả.", "Everything fits."),
    "wrong": ("Có {count} chỗ không khớp:", "{count} things do not fit:"),
    "format": ("dòng đầu không phải là của một sổ nhật ký {format}", "the first line is not that of a {format} ledger"),
    "unreadable": ("dòng {line} không đọc được", "line {line} cannot be read"),
    "digest": (
        "{chain}: mục {height}: nội dung không khớp mã của nó",
        "{chain}: entry {height}: bytes and digest differ",
    ),
    "height": ("{chain}: chờ mục {expected}, gặp mục {height}", "{chain}: entry {expected} expected, {height} found"),
    "link": (
        "{chain}: mục {height} không nối với mục liền trước",
        "{chain}: entry {height} does not link to the one before",
    ),
    "place": (
        "{chain}: mục {height} mang tên chuỗi hoặc số khác",
        "{chain}: entry {height} names another chain or height",
    ),
    "rows": (
        "{chain}: mục {height}: danh sách dòng không khớp mã gốc",
        "{chain}: entry {height}: rows and root differ",
    ),
    "text": (
        "{chain}: mục {height}: “{field}” không khớp cam kết",
        "{chain}: entry {height}: “{field}” breaks its commitment",
    ),
    "gone": (
        "{chain}: mục {height}: “{field}” không còn mà không có mục nào ghi việc xóa",
        "{chain}: entry {height}: “{field}” is gone and no entry says why",
    ),
    "risen": (
        "{chain}: mục {height}: “{field}” vẫn còn trong khi mục {by} ghi là đã xóa",
        "{chain}: entry {height}: “{field}” is there though entry {by} erased it",
    ),
    "cut": (
        "{chain}: dòng đầu ghi {head}, tệp chỉ có đến {found}",
        "{chain}: the first line has {head}, the file ends at {found}",
    ),
    "head": (
        "{chain}: mục {height} không phải là {head} (đã in hoặc niêm)",
        "{chain}: entry {height} is not {head} (printed or sealed)",
    ),
}


Tell = Callable[..., None]
Head = Tuple[Optional[str], int, str]  # chain or nothing, height, first digits


def digest_of(body: str) -> str:
    return hashlib.sha256(b"thidua.ledger.entry.1\n" + body.encode()).hexdigest()


def commitment(salt: bytes, text: str) -> str:
    data = len(salt).to_bytes(2, "big") + salt + text.encode()
    return hashlib.sha256(b"thidua.ledger.commitment.1\n" + data).hexdigest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962, 2.1: the tree splits at the largest power of two below its size."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


def short(height: int, digest: str) -> str:
    return f"{height}·{' '.join(digest[at : at + 4] for at in range(0, 16, 4))}"


class Expected:
    """Heads that entries must have: from papers, and from seals. A paper need not say which chain it means."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.of_chain: dict[tuple[str, int], list[str]] = {}
        self.of_any = [(height, digest) for chain, height, digest in heads if not chain]
        for chain, height, digest in heads:
            if chain:
                self.expect(chain, height, digest)

    def expect(self, chain: str, height: int, digest: str) -> None:
        self.of_chain.setdefault((chain, height), []).append(digest)

    def differing(self, chain: str, height: int, digest: str) -> list[str]:
        """The heads that should stand here and do not."""
        self.of_any = [head for head in self.of_any if head[0] != height or not digest.startswith(head[1])]
        return [head for head in self.of_chain.pop((chain, height), []) if not digest.startswith(head)]

    def never_met(self) -> Iterator[tuple[str, int, str]]:
        for (chain, height), digests in self.of_chain.items():
            yield from ((chain, height, digest) for digest in digests)
        yield from (("?", height, digest) for height, digest in self.of_any)


class Chain:
    """One chain as it is read, entry by entry."""

    def __init__(self, key: str, tell: Tell, expected: Expected) -> None:
        self.key, self.tell, self.expected = key, tell, expected
        self.height, self.digest, self.first, self.last = 0, GENESIS, "", ""
        self.gone: set[tuple[int, str]] = set()
        self.erased: list[tuple[int, str, int, str]] = []

    def read(self, line: dict[str, Any]) -> dict[str, Any]:
        height, digest, text = line["height"], line["digest"], line["body"]
        body: dict[str, Any] = json.loads(text)
        if height != self.height + 1:
            self.wrong("height", height, expected=self.height + 1)
        if digest_of(text) != digest:
            self.wrong("digest", height)
        if body["previous"] != self.digest:
            self.wrong("link", height)
        if (body["chain"], body["height"]) != (self.key, height):
            self.wrong("place", height)
        if "bulk" in body:
            self.read_rows(height, body["bulk"], line.get("rows", []))
        self.read_texts(height, body, line.get("texts", {}))
        for head in self.expected.differing(self.key, height, digest):
            self.wrong("head", height, head=short(height, head))
        self.first, self.last = self.first or body["at"], body["at"]
        self.height, self.digest = height, digest
        return body

    def read_rows(self, height: int, bulk: dict[str, Any], rows: list[list[str]]) -> None:
        leaves = [f"{table}\n{key}\n{mark or ''}".encode() for table, key, mark in rows]
        if len(rows) != bulk["count"] or root_of(leaves).hex() != bulk["root"]:
            self.wrong("rows", height)

    def read_texts(self, height: int, body: dict[str, Any], texts: dict[str, dict[str, str]]) -> None:
        promised = dict(body.get("commitments", {}))
        for field, one in texts.items():
            if commitment(bytes.fromhex(one["salt"]), one["text"]) != promised.pop(field, None):
                self.wrong("text", height, field=field)
        self.gone |= {(height, field) for field in promised}
        if body["verb"] == "ledger.text.erased":
            self.read_erasure(height, body)

    def read_erasure(self, by: int, body: dict[str, Any]) -> None:
        height, field = body["data"]["height"], body["data"]["field"]
        self.erased.append((height, field, by, body["at"][:10]))
        if (height, field) not in self.gone:
            self.wrong("risen", height, field=field, by=by)
        self.gone.discard((height, field))

    def end(self, head: list[Any], *, has_texts: bool) -> None:
        if [self.height, self.digest] != head:
            self.tell("cut", chain=self.key, head=short(*head), found=short(self.height, self.digest))
        for height, field in sorted(self.gone) if has_texts else ():
            self.wrong("gone", height, field=field)

    def wrong(self, code: str, height: int, **data: object) -> None:
        self.tell(code, chain=self.key, height=height, **data)


def check(lines: Iterator[str], heads: Sequence[Head], tell: Tell) -> tuple[dict[str, Chain], bool]:
    """The chains of a file, and whether it holds texts; everything that does not fit is told."""
    first = read_json(next(lines, ""))
    if not isinstance(first, dict) or first.get("format") != FORMAT:
        tell("format", format=FORMAT)
        return {}, True
    expected = Expected(heads)
    chains = {key: Chain(key, tell, expected) for key in first["heads"]}
    for number, line in enumerate(lines, start=2):
        try:
            entry = json.loads(line)
            body = chains[entry["chain"]].read(entry)
            for key, height, digest in sealed(body):
                if key in chains:  # a file may hold one chain of many
                    expected.expect(key, height, digest)
        except (ValueError, KeyError, TypeError, AttributeError):
            tell("unreadable", line=number)
    for key, chain in chains.items():
        chain.end(first["heads"][key], has_texts=first["texts"])
    for key, height, digest in expected.never_met():
        tell("head", chain=key, height=height, head=short(height, digest))
    return chains, first["texts"]


def sealed(body: dict[str, Any]) -> list[tuple[str, int, str]]:
    """The heads that an entry of the installation's chain, which comes first in a file, seals."""
    heads = body["data"].get("heads", {}) if body["verb"] == "ledger.heads.sealed" else {}
    return [(key, height, digest) for key, (height, digest) in heads.items()]


def read_json(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def read_head(text: str) -> Head:
    found = re.fullmatch(r"(?:([a-z]+(?::\S+)?)\s+)?(\d+)\s*[·.:\s]\s*([0-9a-f][0-9a-f\s]*)", text.strip().lower())
    digest = "".join(found[3].split()) if found else ""
    if found is None or not 16 <= len(digest) <= 64:
        raise argparse.ArgumentTypeError(text)
    return found[1], int(found[2]), digest


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--head", action="append", type=read_head, default=[])
    parser.add_argument("--lang", choices=["vi", "en"], default="vi")
    args = parser.parse_args(argv)
    column, wrong = int(args.lang == "en"), []

    def say(code: str, **data: object) -> str:
        return SAY[code][column].format(**data)

    with args.file.open(encoding="utf-8") as lines:
        chains, has_texts = check(lines, args.head, lambda code, **data: wrong.append(say(code, **data)))
    for key, chain in chains.items():
        span = {"first": chain.first[:10], "last": chain.last[:10], "head": short(chain.height, chain.digest)}
        print(say("chain" if chain.height else "empty", chain=key, height=chain.height, **span))
        for height, field, by, at in chain.erased:
            print(say("erased", chain=key, height=height, field=field, by=by, at=at))
    if not has_texts:
        print(say("withheld"))
    print(say("wrong", count=len(wrong)) if wrong else say("fine"))
    for sentence in wrong:
        print(f"  - {sentence}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
