"""Tests run without network: an audit hook refuses every address; the fixture `loopback` opens this machine."""

import ipaddress
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class NetworkForbiddenError(Exception):
    """A test reached for the network. Not an OSError: code under test would take that for a bad line."""


class _Gate:
    loopback = False


_HOST_EVENTS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_ADDRESS_EVENTS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})


def _host_of(event: str, args: tuple[Any, ...]) -> str | None:
    """The host that a socket call names; None for files (unix sockets) and calls on a connected socket."""
    if event in _HOST_EVENTS:
        return args[0].decode() if isinstance(args[0], bytes) else args[0]
    if event in _ADDRESS_EVENTS and isinstance(args[1], tuple):
        return str(args[1][0])
    return None


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse_network(event: str, args: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    host = _host_of(event, args)
    if host is not None and not (_Gate.loopback and _is_loopback(host)):
        raise NetworkForbiddenError(f"{event} to {host!r}; the fixture `loopback` opens this machine only")


sys.addaudithook(_refuse_network)


@contextmanager
def open_to_this_machine() -> Iterator[None]:
    """What `loopback` does, for a while inside a fixture that outlives a test."""
    before, _Gate.loopback = _Gate.loopback, True
    try:
        yield
    finally:
        _Gate.loopback = before


@pytest.fixture
def loopback() -> Iterator[None]:
    """Lets the test talk to this machine, and to no other."""
    with open_to_this_machine():
        yield
