"""No form is accepted that did not come from a page of ours, whoever is signed in."""

import pytest
from django.test import Client

from security.permission_table import read
from security.test_permissions import keys_of
from thidua.apps.ledger.models import Entry
from world import World

DOORS = sorted({line.door[2] for line in read("permissions.csv") if line.door[1] == "POST"})


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["", "technician", "body", "secretary"])
def test_every_form_needs_its_token(world: World, who: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    if who:
        browser.force_login(world.accounts[who])
    before = Entry.objects.count()
    keys = keys_of(world) | {"own": world.assignment("secretary").pk}
    answers = {path: browser.post(path.format(**keys)).status_code for path in DOORS}
    assert {path: status for path, status in answers.items() if status != 403} == {}
    assert Entry.objects.count() == before
    assert len(DOORS) > 50
