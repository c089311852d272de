"""Somebody with the database's password and the triggers taken away: what each of their acts leaves behind."""

import json
from collections.abc import Callable

import pytest
from django.db import connection

from databases import lift_guards
from ledger_cases import write_account, write_two_entries
from thidua.apps.access.events import PASSWORD_CHANGED
from thidua.apps.access.models import Account
from thidua.apps.ledger.erasure import erase
from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow
from thidua.apps.ledger.seals import seal_heads
from thidua.apps.ledger.selectors import head_line
from thidua.apps.ledger.services import recording
from thidua.apps.ledger.verification import find_problems, verify_ledger
from thidua.core.canonical import plain_bytes
from thidua.core.ledger.entry import GENESIS, INSTALLATION, Author, ChainKey, digest_of_entry
from thidua.core.ledger.heads import read_head

pytestmark = [pytest.mark.django_db, pytest.mark.breaks_ledger]
SEASON = ChainKey("season:cum-10-2024")


@pytest.fixture
def account(author: Author) -> Account:
    """Three entries of the installation's chain; nothing hinders the hand at the console any more."""
    account = write_two_entries(author)
    write_account(author, "bich.tt")
    lift_guards()
    return account


def do(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        assert cursor.rowcount > 0, "the hand at the console touched nothing"


def found(*heads: str) -> list[tuple[str, str]]:
    """What verification tells: the code, and the row or the height that it names."""
    problems = verify_ledger([read_head(head) for head in heads]).problems
    return [(problem.code, str(problem.data.get("key", problem.data.get("height")))) for problem in problems]


def pk(account: Account) -> str:
    return account.pk.hex if connection.vendor == "sqlite" else str(account.pk)


def test_a_row_that_was_changed_is_named(account: Account) -> None:
    do("UPDATE access_account SET post = 'Giám đốc' WHERE id = %s", pk(account))
    assert found() == [("ledger.row_changed", str(account.pk))]


def test_a_row_that_was_made_unreadable_is_named(account: Account) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL keeps the types of its columns")
    do("UPDATE access_assignment SET starts_on = 'hôm qua'")
    assert [code for code, _ in found()] == ["ledger.row_changed"]


def test_a_row_that_was_deleted_is_named(account: Account) -> None:
    do("DELETE FROM access_assignment WHERE account_id = %s", pk(account))
    assert [code for code, _ in found()] == ["ledger.row_missing"]


def test_a_row_that_was_inserted_is_named(account: Account) -> None:
    account.pk, account.username, account._state.adding = None, "gia.mao", True
    account.pk = Account._meta.pk.get_default()
    account.save()
    assert found() == [("ledger.row_unknown", str(account.pk))]


def test_an_entry_that_was_changed_is_named(account: Account) -> None:
    do("UPDATE ledger_entry SET body = replace(body, 'access.role', 'access.mole') WHERE height = 2")
    assert found() == [("ledger.entry_changed", "2"), ("ledger.columns_differ", "2")]


def test_an_entry_that_was_deleted_is_named(account: Account) -> None:
    entry = Entry.objects.get(height=2)
    for table in ("entryrow", "disclosure"):
        do(f"DELETE FROM ledger_{table} WHERE entry_id = %s", entry.pk)  # noqa: S608
    do("DELETE FROM ledger_entry WHERE height = 2")
    assert found()[:2] == [("ledger.height_missing", "3"), ("ledger.link_broken", "3")]
    assert found()[2][0] == "ledger.row_unknown"


def test_an_entry_that_was_appended_by_hand_is_named(account: Account) -> None:
    last = Entry.objects.get(height=3)
    body = {**json.loads(last.body), "height": 4, "previous": last.digest}
    del body["rows"], body["commitments"]
    insert(last, body)
    assert found() == [("ledger.chain_head_differs", "4")]


def insert(last: Entry, body: dict[str, object]) -> None:
    text = plain_bytes(body)
    Entry.objects.create(
        chain=last.chain, height=body["height"], digest=digest_of_entry(text), body=text.decode(), at=last.at,
        verb=last.verb, account=last.account, unit=last.unit, about_unit=last.about_unit,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE ledger_entry SET account = 'another' WHERE height = 2", "ledger.columns_differ"),
        ("UPDATE ledger_entry SET about_unit = 'long-an' WHERE height = 2", "ledger.columns_differ"),
        ("UPDATE ledger_disclosure SET text = 'Ai đó' WHERE field = 'actor'", "ledger.text_changed"),
        ("UPDATE ledger_disclosure SET field = 'reason' WHERE field = 'actor'", "ledger.text_unknown"),
        ("DELETE FROM ledger_disclosure WHERE field = 'actor'", "ledger.text_missing"),
        ("UPDATE ledger_entryrow SET key = 'x'", "ledger.rows_differ"),
        ("DELETE FROM ledger_entryrow", "ledger.rows_differ"),
        ("UPDATE ledger_entry SET body = 'x' WHERE height = 2", "ledger.entry_unreadable"),
        ("UPDATE ledger_entry SET chain_id = chain_id, height = 9 WHERE height = 3", "ledger.entry_misplaced"),
    ],
)
def test_what_lies_beside_an_entry_is_held_against_it(account: Account, sql: str, code: str) -> None:
    do(sql)
    assert code in {problem.code for problem in find_problems()}


def test_a_text_that_came_back_after_its_erasure_is_named(account: Account, author: Author) -> None:
    entry = Entry.objects.get(height=1)
    text = entry.disclosures.get(field="subject")
    erase(by=author, entry=entry, field="subject", reason="Theo đơn", document="12/QĐ")
    assert find_problems() == []
    Disclosure.objects.create(entry=entry, field=text.field, salt=text.salt, text=text.text, search_key=text.search_key)
    assert found() == [("ledger.text_risen", "1")]


def rewrite(chain: ChainKey, change: Callable[[dict[str, object]], object]) -> None:
    """Change the first entry of a chain and link everything after it anew, as a patient forger would."""
    previous = GENESIS
    for entry in Entry.objects.filter(chain=chain).order_by("height"):
        body = json.loads(entry.body)
        if entry.height == 1:
            change(body)
        body["previous"] = previous
        text = plain_bytes(body)
        previous = digest_of_entry(text)
        do("UPDATE ledger_entry SET body = %s, digest = %s WHERE id = %s", text.decode(), previous, entry.pk)
    do("UPDATE ledger_chain SET head = %s WHERE key = %s", previous, chain)


def test_a_chain_that_was_rewritten_consistently_is_found_by_a_printed_head(account: Account) -> None:
    printed = head_line(INSTALLATION)
    account.post = "Giám đốc"
    do("UPDATE access_account SET post = %s WHERE id = %s", account.post, pk(account))
    do("UPDATE ledger_entryrow SET digest = %s WHERE key = %s", account.ledger_digest(), str(account.pk))
    rewrite(INSTALLATION, lambda body: body["rows"][0].update(digest=account.ledger_digest()))
    assert found() == []  # from inside nothing is to be seen
    assert found(printed) == [("ledger.head_nowhere", "3")]
    assert found(f"{INSTALLATION} {printed}") == [("ledger.head_differs", "3")]


def test_a_chain_that_was_cut_is_found_by_a_printed_head(account: Account) -> None:
    printed = head_line(INSTALLATION)
    last, left = Entry.objects.get(height=3), Entry.objects.get(height=2)
    for table in ("entryrow", "disclosure"):
        do(f"DELETE FROM ledger_{table} WHERE entry_id = %s", last.pk)  # noqa: S608
    do("DELETE FROM ledger_entry WHERE height = 3")
    do("DELETE FROM access_account WHERE username = 'bich.tt'")
    do("UPDATE ledger_chain SET height = 2, head = %s", left.digest)
    assert found() == []
    assert found(f"{INSTALLATION} {printed}") == [("ledger.head_not_reached", "3")]


def test_a_season_that_was_rewritten_is_found_by_the_days_seal(account: Account, author: Author) -> None:
    with recording(PASSWORD_CHANGED, by=author, chain=SEASON):
        pass
    seal_heads(by=author)
    assert find_problems() == []
    rewrite(SEASON, lambda body: body.update(account="another"))
    do("UPDATE ledger_entry SET account = 'another' WHERE chain_id = %s", SEASON)
    assert found() == [("ledger.head_differs", "1")]


def test_a_chain_that_is_gone_is_found_by_the_days_seal(account: Account, author: Author) -> None:
    with recording(PASSWORD_CHANGED, by=author, chain=SEASON):
        pass
    seal_heads(by=author)
    Disclosure.objects.filter(entry__chain=SEASON).delete()
    Entry.objects.filter(chain=SEASON).delete()
    Chain.objects.filter(pk=SEASON).delete()
    assert found() == [("ledger.chain_missing", "1")]


def test_a_row_that_two_chains_tell_of_is_named(account: Account, author: Author) -> None:
    with recording(PASSWORD_CHANGED, by=author, chain=SEASON):
        pass
    entry = Entry.objects.get(chain=SEASON)
    EntryRow.objects.create(entry=entry, table="access.account", key=str(account.pk), digest=account.ledger_digest())
    assert ("ledger.row_told_twice", str(account.pk)) in found()
