"""The public archive (`UUID.bel`): a plain tar file in which every event names its predecessor's hash (§4.4).

Owns: the bytes of tar entries, the chain of events, and which event may follow which. Reads as a stream with
one event's payloads in memory at a time; a file is never opened here — bytes come through a `ReadBytes`.
Never judges what a payload says.

Strictness: exactly the entries that makers of this format write. Every byte is either hashed, or checked
(names, sizes, padding, checksum of the tar header), so a changed byte has nowhere to hide.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.ballots.encoding import MAX_DOCUMENT, Digest, canonical, digest, read_json, refused

ReadBytes = Callable[[int], bytes]

BLOCK = 512
VERSION = 1
HEADER_NAME = "BELENIOS"
_MAX_HEADER = 4096
_DATA, _EVENT = ".data.json", ".event.json"


class EventType(StrEnum):
    """Kinds of event of elections without rankings (specification §4.4)."""

    SETUP = "Setup"
    BALLOT = "Ballot"
    END_BALLOTS = "EndBallots"
    ENCRYPTED_TALLY = "EncryptedTally"
    PARTIAL_DECRYPTION = "PartialDecryption"
    RESULT = "Result"


# Which event may follow which, and how many pieces of data come with it (the payload is the last).
_FOLLOWS: dict[EventType | None, frozenset[EventType]] = {
    None: frozenset({EventType.SETUP}),
    EventType.SETUP: frozenset({EventType.BALLOT, EventType.END_BALLOTS}),
    EventType.BALLOT: frozenset({EventType.BALLOT, EventType.END_BALLOTS}),
    EventType.END_BALLOTS: frozenset({EventType.ENCRYPTED_TALLY}),
    EventType.ENCRYPTED_TALLY: frozenset({EventType.PARTIAL_DECRYPTION}),
    EventType.PARTIAL_DECRYPTION: frozenset({EventType.PARTIAL_DECRYPTION, EventType.RESULT}),
    EventType.RESULT: frozenset(),
}
_PIECES = {
    EventType.SETUP: 4,
    EventType.BALLOT: 1,
    EventType.END_BALLOTS: 0,
    EventType.ENCRYPTED_TALLY: 2,
    EventType.PARTIAL_DECRYPTION: 2,
    EventType.RESULT: 1,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One step of an election. `name` is the hash of its bytes, to which the next event points."""

    name: Digest
    parent: Digest | None
    height: int
    type: EventType
    payload: Digest | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of data with the place of its first byte in the archive, so that it can be read again."""

    name: Digest
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Step:
    """An event with the pieces that came before it since the last event, and where the step ends in the file."""

    event: Event
    pieces: tuple[Piece, ...]
    timestamp: int
    end: int


def _tar_header(name: str, size: int, timestamp: int) -> bytes:
    fields = (
        name.encode().ljust(100, b"\0"),
        b"0000644\0" + b"0000000\0" * 2,
        b"%011o\0%011o\0" % (size, timestamp),
        b" " * 8,
        b"0",
    )
    header = b"".join(fields).ljust(BLOCK, b"\0")
    return header[:148] + b"%06o\0 " % sum(header) + header[156:]


def _entry(name: str, content: bytes, timestamp: int) -> bytes:
    padding = -len(content) % BLOCK
    return _tar_header(name, len(content), timestamp) + content + bytes(padding)


def write_header(timestamp: int) -> bytes:
    """The first entry. `timestamp` is in seconds since 1970 and stands as text, as makers write it."""
    return _entry(HEADER_NAME, canonical({"version": VERSION, "timestamp": str(timestamp)}), timestamp)


def write_event(
    *, previous: Event | None, type_: EventType, pieces: Sequence[bytes], timestamp: int
) -> tuple[bytes, Event]:
    """The bytes to append for one event, its pieces first, and the event for the next call."""
    height = 0 if previous is None else previous.height + 1
    fields: dict[str, object] = {} if previous is None else {"parent": previous.name}
    fields |= {"height": height, "type": type_.value}
    if pieces:
        fields["payload"] = digest(pieces[-1])
    content = canonical(fields)
    event = Event(
        name=digest(content),
        parent=previous.name if previous else None,
        height=height,
        type=type_,
        payload=digest(pieces[-1]) if pieces else None,
    )
    entries = [_entry(digest(piece) + _DATA, piece, timestamp) for piece in pieces]
    entries.append(_entry(event.name + _EVENT, content, timestamp))
    return b"".join(entries), event


@dataclass(frozen=True, slots=True)
class _TarEntry:
    name: str
    offset: int
    content: bytes
    timestamp: int


def _octal(field: bytes, digits: int, place: int) -> int:
    text = field[:digits]
    if any(byte not in b"01234567" for byte in text) or field[digits:] not in {b"\0", b" "}:
        raise refused("ballots.archive.entry", at=place)
    return int(text, 8)


def _read_entry(read: ReadBytes, place: int) -> _TarEntry | None:
    header = read(BLOCK)
    if not header:
        return None
    if len(header) != BLOCK:
        raise refused("ballots.archive.cut", at=place)
    name, _, rest = header[:100].partition(b"\0")
    size, timestamp = _octal(header[124:136], 11, place), _octal(header[136:148], 11, place)
    if rest.strip(b"\0") or not name.isascii() or header != _tar_header(name.decode(), size, timestamp):
        raise refused("ballots.archive.entry", at=place)
    if size > MAX_DOCUMENT:
        raise refused("ballots.json.too_large", size=size, limit=MAX_DOCUMENT)
    content, padding = read(size), read(-size % BLOCK)
    if len(content) + len(padding) != size + -size % BLOCK:
        raise refused("ballots.archive.cut", at=place)
    if any(padding):
        raise refused("ballots.archive.entry", at=place)
    return _TarEntry(name.decode(), place + BLOCK, content, timestamp)


def _entries(read: ReadBytes) -> Iterator[_TarEntry]:
    place = 0
    while (entry := _read_entry(read, place)) is not None:
        place = entry.offset + len(entry.content) + -len(entry.content) % BLOCK
        yield entry


def _read_event(entry: _TarEntry, name: Digest) -> Event:
    fields = read_json(entry.content, limit=_MAX_HEADER).fields("height", "type", optional=("parent", "payload"))
    kind = fields["type"].text(most=40)
    if kind not in set(EventType):
        raise refused("ballots.archive.event_type", name=name, type=kind)
    return Event(
        name=name,
        parent=fields["parent"].digest() if "parent" in fields else None,
        height=fields["height"].integer(),
        type=EventType(kind),
        payload=fields["payload"].digest() if "payload" in fields else None,
    )


def _check_link(event: Event, previous: Event | None, pieces: Sequence[Piece]) -> None:
    expected_parent = previous.name if previous else None
    expected_height = previous.height + 1 if previous else 0
    if event.parent != expected_parent or event.height != expected_height:
        raise refused("ballots.archive.chain", name=event.name, height=expected_height)
    if event.type not in _FOLLOWS[previous.type if previous else None]:
        raise refused("ballots.archive.order", name=event.name, type=event.type.value)
    payload = pieces[-1].name if pieces else None
    if len(pieces) != _PIECES[event.type] or event.payload != payload:
        raise refused("ballots.archive.payload", name=event.name, type=event.type.value)


def _read_start(entry: _TarEntry) -> int:
    if entry.name != HEADER_NAME:
        raise refused("ballots.archive.start")
    fields = read_json(entry.content, limit=_MAX_HEADER).fields("version", "timestamp")
    if fields["version"].integer() != VERSION:
        raise refused("ballots.archive.version", version=fields["version"].integer())
    timestamp = fields["timestamp"].counter()
    # No hash covers the header; its time is held to that of every entry, its own included.
    if timestamp != entry.timestamp:
        raise refused("ballots.archive.timestamp")
    return timestamp


def read_archive(read: ReadBytes) -> Iterator[Step]:
    """The events of an archive in order, each with its pieces; nothing is kept between two steps.

    An archive cut at the end of an event ends the iteration: that is an earlier state of the same election.

    Raises: BallotRefused `ballots.archive.*`, naming what does not hold.
    """
    entries = _entries(read)
    first = next(entries, None)
    if first is None:
        raise refused("ballots.archive.start")
    timestamp = _read_start(first)
    previous: Event | None = None
    pieces: list[Piece] = []
    seen: set[bytes] = set()
    for entry in entries:
        if entry.timestamp != timestamp:
            raise refused("ballots.archive.timestamp")
        name = digest(entry.content)
        if bytes.fromhex(name) in seen:
            raise refused("ballots.archive.twice", name=name)
        seen.add(bytes.fromhex(name))
        if entry.name == name + _DATA:
            pieces.append(Piece(name, entry.offset, entry.content))
            if len(pieces) > max(_PIECES.values()):
                raise refused("ballots.archive.payload", name=name, type="data")
        elif entry.name == name + _EVENT:
            event = _read_event(entry, name)
            _check_link(event, previous, pieces)
            end = entry.offset + len(entry.content) + -len(entry.content) % BLOCK
            yield Step(event, tuple(pieces), timestamp, end)
            previous, pieces = event, []
        else:
            raise refused("ballots.archive.name", name=entry.name[:100])
    if pieces:
        raise refused("ballots.archive.cut", at=pieces[-1].offset)
    if previous is None:
        raise refused("ballots.archive.start")
