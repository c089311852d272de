"""Hands mail to the server that the settings name: the one place that opens a line to it. Looks no other name up."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from django.conf import settings
from django.template.loader import render_to_string

from thidua.apps import clock
from thidua.core.errors import Problem, Refused
from thidua.words.language import Language
from thidua.words.say import say

FAILURES = (smtplib.SMTPException, OSError)


class MailRefused(Refused):
    """The server did not take a mail, or there is none."""


def has_server() -> bool:
    """Whether this installation can send mail."""
    return bool(settings.MAIL_SERVER)


@contextmanager
def line() -> Iterator[smtplib.SMTP]:
    """An open line to the server. Raises MailRefused where there is none, or it does not answer."""
    if not has_server():
        raise MailRefused(Problem("notices.no_mail_server"))
    try:
        server = _called()
    except FAILURES as failure:
        raise MailRefused(_failed(failure)) from failure
    try:
        yield server
    finally:
        _hang_up(server)


def send(server: smtplib.SMTP, to: str, lang: Language, subject: str, lines: list[str]) -> None:
    """One mail, as text and as HTML of the same lines. Raises MailRefused: the server did not take it."""
    page = {"subject": subject, "lines": lines, "lang": lang.value, "address": settings.PUBLIC_ADDRESS}
    page["open"] = say("notices.mail_open", lang)
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, settings.MAIL_FROM, to
    mail["Date"], mail["Message-ID"] = format_datetime(clock.now()), make_msgid(domain=_own_name())
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n".join([*lines, *([settings.PUBLIC_ADDRESS] if settings.PUBLIC_ADDRESS else [])]))
    mail.add_alternative(render_to_string("notices/mail.html", page), subtype="html")
    try:
        server.send_message(mail)
    except FAILURES as failure:
        raise MailRefused(_failed(failure)) from failure


def _called() -> smtplib.SMTP:
    given = settings.MAIL_SERVER
    kind = smtplib.SMTP_SSL if given["use_ssl"] else smtplib.SMTP
    server = kind(given["host"], given["port"], local_hostname=_own_name(), timeout=given["timeout"])
    if given["use_tls"]:
        server.starttls()
    if given["username"]:
        server.login(given["username"], given["password"])
    return server


def _own_name() -> str:
    """How we call ourselves: the domain of the sender."""
    return str(settings.MAIL_FROM).rpartition("@")[2] or "localhost"


def _failed(failure: Exception) -> Problem:
    server = f"{settings.MAIL_SERVER['host']}:{settings.MAIL_SERVER['port']}"
    return Problem("notices.mail_failed", {"server": server, "why": type(failure).__name__})


def _hang_up(server: smtplib.SMTP) -> None:
    """A server that goes away before it is thanked has taken what it took."""
    try:
        server.quit()
    except FAILURES:
        return
