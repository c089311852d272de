"""Recordings inside recordings, and several in one transaction: what each tells, and what is undone."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from ledger_cases import write_account
from thidua.apps import clock
from thidua.apps.access.events import ACCOUNT_CLOSED, ACCOUNT_REOPENED, PASSWORD_CHANGED
from thidua.apps.access.models import Account
from thidua.apps.ledger.append import CLOCK_SLACK, MOST_ROWS
from thidua.apps.ledger.models import Chain, Entry
from thidua.apps.ledger.services import recording
from thidua.apps.ledger.verification import find_problems
from thidua.core.errors import Fault, LedgerRefused, Refused
from thidua.core.ledger.entry import Author, ChainKey

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def verbs() -> list[str]:
    return list(Entry.objects.order_by("height").values_list("verb", flat=True))


def again(account: Account) -> Account:
    """The same row, read anew."""
    return Account.objects.get(pk=account.pk)


def test_the_outer_entry_comes_first_and_both_tell_the_rows_last_state(author: Author) -> None:
    account = write_account(author)
    with recording(ACCOUNT_CLOSED, by=author) as outer:
        first = again(account)
        first.post = "Phó phòng"
        outer.save(first)
        with recording(ACCOUNT_REOPENED, by=author) as inner:
            second = again(account)
            second.post = "Trưởng phòng"
            inner.save(second)
        third = again(account)
        third.rank = "Đại úy"
        outer.save(third)
    assert verbs() == ["access.account.created", "access.account.closed", "access.account.reopened"]
    closed, reopened = Entry.objects.filter(height__gt=1).order_by("height")
    assert closed.rows.get().digest == reopened.rows.get().digest == again(account).ledger_digest()
    assert find_problems() == []


def test_an_inner_recording_that_fails_leaves_neither_rows_nor_entry(author: Author) -> None:
    account = write_account(author)
    with recording(ACCOUNT_CLOSED, by=author) as outer:
        account.post = "Phó phòng"
        outer.save(account)
        with suppress(Refused), recording(ACCOUNT_REOPENED, by=author) as inner:
            other = again(account)
            other.post = "Trưởng phòng"
            inner.save(other)
            outer.save(Account(username="bi.huy", full_name="Bị Hủy"))  # undone with the block that it stands in
            raise Refused(())
    assert verbs() == ["access.account.created", "access.account.closed"]
    assert (again(account).post, Account.objects.count()) == ("Phó phòng", 1)
    assert find_problems() == []


def test_what_is_changed_in_memory_after_it_was_saved_is_not_told(author: Author) -> None:
    with recording(ACCOUNT_REOPENED, by=author) as record:
        account = record.save(Account(username="an.nv", full_name="Nguyễn Văn An"))
        account.full_name = "Người khác"
    assert find_problems() == []


def test_two_recordings_of_one_transaction_are_two_entries(author: Author) -> None:
    with transaction.atomic():
        account = write_account(author)
        with recording(ACCOUNT_CLOSED, by=author) as record:
            account.is_active = False
            record.save(account)
    assert verbs() == ["access.account.created", "access.account.closed"]
    assert find_problems() == []


def test_a_new_row_overwrites_none_and_a_changed_row_revives_none(author: Author) -> None:
    account = write_account(author)
    with pytest.raises(IntegrityError), recording(ACCOUNT_REOPENED, by=author) as record:
        record.save(Account(pk=account.pk, username="khac", full_name="Khác"))
    lost = again(account)
    with recording(ACCOUNT_CLOSED, by=author) as record:
        record.delete(again(account))
    with pytest.raises(DatabaseError), recording(ACCOUNT_REOPENED, by=author) as record:
        record.save(lost)
    assert verbs() == ["access.account.created", "access.account.closed"]


def test_a_row_of_another_chain_is_refused(author: Author) -> None:
    with pytest.raises(Fault), recording(ACCOUNT_REOPENED, by=author, chain=ChainKey("season:x")) as record:
        record.save(Account(username="an.nv", full_name="Nguyễn Văn An"))
    assert Chain.objects.count() == 0


def test_a_text_that_the_event_does_not_declare_is_refused(author: Author) -> None:
    with pytest.raises(Fault), recording(PASSWORD_CHANGED, by=author, texts={"subject": "x"}):
        pass
    assert Entry.objects.count() == 0


def test_many_rows_make_a_bulk_entry_that_still_tells_of_each(author: Author) -> None:
    many = [Account(username=f"can.bo.{number}", full_name=f"Cán bộ {number}") for number in range(MOST_ROWS + 1)]
    with recording(ACCOUNT_REOPENED, by=author) as record:
        record.save_many(many)
    entry = Entry.objects.get()
    assert '"bulk":{"count":201,' in entry.body
    assert str(many[0].pk) not in entry.body
    assert entry.rows.filter(table="access.account", key=str(many[0].pk)).count() == 1


def test_two_chains_of_one_transaction_each_get_their_entry(author: Author) -> None:
    with recording(ACCOUNT_REOPENED, by=author) as outer:
        outer.save(Account(username="an.nv", full_name="Nguyễn Văn An"))
        with recording(PASSWORD_CHANGED, by=author, chain=ChainKey("season:x")):
            pass
    assert list(Chain.objects.order_by("key").values_list("key", "height")) == [("installation", 1), ("season:x", 1)]


def test_a_clock_that_went_back_a_little_waits_and_one_that_went_back_far_is_refused(author: Author) -> None:
    with clock.standing_at(NOON):
        write_account(author)
    with clock.standing_at(NOON - CLOCK_SLACK):
        write_account(author, "bich.tt")
    with clock.standing_at(NOON - CLOCK_SLACK - timedelta(seconds=1)), pytest.raises(LedgerRefused) as refusal:
        write_account(author, "cuong.lv")
    assert [entry.at for entry in Entry.objects.order_by("height")] == [NOON, NOON]
    assert refusal.value.problems[0].data == {"now": date(2024, 11, 20), "last": date(2024, 11, 20)}
    assert Account.objects.count() == 2
