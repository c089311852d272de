"""Tests cannot reach the network; with the fixture `loopback` they reach this machine only."""

import socket
import threading

import pytest

from closed_network import NetworkForbiddenError

ELSEWHERE = ("192.0.2.1", 9)  # TEST-NET-1 (RFC 5737): no machine


def test_a_connection_to_another_machine_is_refused(loopback: None) -> None:
    with socket.socket() as line, pytest.raises(NetworkForbiddenError):
        line.connect(ELSEWHERE)


def test_a_datagram_to_another_machine_is_refused(loopback: None) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as line, pytest.raises(NetworkForbiddenError):
        line.sendto(b"x", ELSEWHERE)


def test_a_name_is_not_looked_up(loopback: None) -> None:
    with pytest.raises(NetworkForbiddenError):
        socket.getaddrinfo("example.org", 80)


def test_loopback_is_refused_unless_asked_for() -> None:
    with socket.socket() as line, pytest.raises(NetworkForbiddenError):
        line.bind(("127.0.0.1", 0))


def test_loopback_carries_bytes_when_asked_for(loopback: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        caller = threading.Thread(target=_send_word, args=server.getsockname()[1:])
        caller.start()
        line, _ = server.accept()
        with line:
            received = line.recv(16)
        caller.join()
    assert received == "chào".encode()


def _send_word(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall("chào".encode())
