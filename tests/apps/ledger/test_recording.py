"""What a recording leaves: rows and their entry together, or neither."""

from datetime import date

import pytest

from thidua.apps.access.events import PASSWORD_CHANGED
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.models import Chain, Entry
from thidua.apps.ledger.services import hold, recording
from thidua.apps.ledger.verification import find_problems
from thidua.core.ledger.entry import INSTALLATION, Author

pytestmark = pytest.mark.django_db


def make_account(author: Author, username: str = "an.nv") -> Account:
    return create_account(by=author, username=username, full_name="Nguyễn Văn An", password="một hai ba bốn")  # noqa: S106


def test_a_verb_leaves_one_entry_linked_to_the_last(author: Author) -> None:
    account = make_account(author)
    assign_role(by=author, account=account, role=Role.REPORTER, unit="tay-ninh", starts_on=date(2024, 1, 1))
    first, second = Entry.objects.order_by("height")
    assert [first.verb, second.verb] == ["access.account.created", "access.role.assigned"]
    assert f'"previous":"{first.digest}"' in second.body
    assert Chain.objects.get().head == second.digest


def test_no_name_of_a_person_stands_in_an_entry(author: Author) -> None:
    make_account(author)
    entry = Entry.objects.get()
    assert "Văn An" not in entry.body
    assert "an.nv" not in entry.body
    assert sorted(entry.disclosures.values_list("text", flat=True)) == ["Nguyễn Văn An", "Nguyễn Văn An", "an.nv"]


def test_a_refused_verb_leaves_neither_row_nor_entry(author: Author) -> None:
    make_account(author)
    with pytest.raises(Exception, match=r"(?i)unique"):
        make_account(author)
    assert (Account.objects.count(), Entry.objects.count()) == (1, 1)


@pytest.mark.breaks_ledger
def test_a_row_that_was_changed_outside_is_found(author: Author) -> None:
    account = make_account(author)
    Account.objects.filter(pk=account.pk).update(post="Giám đốc")
    assert [problem.code for problem in find_problems()] == ["ledger.row_changed"]


def test_rows_that_are_deleted_together_are_told_as_gone(author: Author) -> None:
    account = make_account(author)
    assignments = [
        assign_role(by=author, account=account, role=Role.REPORTER, unit=unit, starts_on=date(2024, 1, 1))
        for unit in ("tay-ninh", "long-an")
    ]
    with recording(PASSWORD_CHANGED, by=author, username="an.nv") as record:
        hold(INSTALLATION)
        record.delete_many(assignments)
    assert Assignment.objects.count() == 0
    gone = [row.key for row in Entry.objects.latest("height").rows.order_by("key")]
    assert gone == sorted(str(row.pk) for row in assignments)
