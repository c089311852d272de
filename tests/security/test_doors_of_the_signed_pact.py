"""Once the pact is signed, no door changes the rulebook, the targets, the text or a signature, but the named ones that
amend by a document and with a reason. The doors are found, not remembered: every address that takes a form, every view
that reaches the services of rulebooks or of the pact, every such service, every command; one that nobody has judged
fails here.
"""

import ast
import inspect
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

import thidua.apps
from apps.pact.pact_cases import DRAFT, PAPER, SCAN
from scoring_cases import GIVEN, small_rulebook, target
from season_cases import NAMES, OPENED, move_on, on
from security.permission_table import read
from security.test_own_fields_only import ON_FILES, ON_THE_MACHINE
from security.test_permissions import keys_of
from thidua.apps.access.rights import POLICY
from thidua.apps.access.verbs import Verb
from thidua.apps.pact.models import Opening, Pact, Signature
from thidua.apps.pact.selectors import short
from thidua.apps.pact.services import draft_pact, open_pact, record_paper_signature, sign_pact
from thidua.apps.rulebooks.models import Milestone, RulebookVersion, Target, VersionState
from thidua.apps.rulebooks.services import import_rulebook, import_targets
from thidua.cli.main import COMMANDS
from thidua.core.canonical import digest
from thidua.core.phases import MOVES, Frozen, Phase, is_frozen, move_back
from world import PASSWORD, World, build, today_in

# What a service may do once the season is signed.
AMENDING = {"rulebooks.amend_rulebook", "rulebooks.amend_target"}  # by a document, with a reason
HARMLESS = {  # the draft, which nobody is scored by
    "rulebooks.import_rulebook",
    "rulebooks.start_draft",
    "rulebooks.drop_draft",
    "rulebooks.add_criterion",
    "rulebooks.edit_criterion",
    "rulebooks.edit_general",
    "rulebooks.edit_indicator",
    "rulebooks.move_criterion",
    "rulebooks.remove_criterion",
    "rulebooks.undo_edit",
    "rulebooks.acknowledge_targets",  # that a unit has taken note
}
BEFORE_SIGNING = {  # their verbs have no row for a signed season
    "pact.draft_pact": Verb.PREPARE_PACT,
    "pact.open_pact": Verb.PREPARE_PACT,
    "pact.withdraw_pact": Verb.PREPARE_PACT,
    "pact.record_paper_signature": Verb.PREPARE_PACT,
    "pact.sign_pact": Verb.SIGN_PACT,
    "rulebooks.adopt_rulebook": Verb.ADOPT_RULEBOOK,
    "rulebooks.import_targets": Verb.SET_TARGETS,
    "rulebooks.set_targets": Verb.SET_TARGETS,
    "rulebooks.undo_targets": Verb.SET_TARGETS,
}
# Addresses whose views reach these services: which of them may change what was signed, once it is.
AMEND_BY_PAGE = {"adopt_rulebook", "change_target"}  # a minute and a reason once signed
SHUT_BY_PHASE = {
    "draft_pact",
    "open_pact",
    "withdraw_pact",
    "sign_pact",
    "record_pact_paper",
    "give_targets",
    "upload_targets",
    "undo_targets",
}
DRAFT_ONLY = {
    "draft_rulebook",
    "start_draft",
    "drop_draft",
    "edit_draft",
    "check_draft",
    "edit_indicators",
    "add_criterion",
    "move_criterion",
    "remove_criterion",
    "undo_draft_edit",
}
ELSEWHERE = {  # they read, take note, or write figures
    "targets",
    "target",
    "read_target",
    "targets_template",
    "acknowledge_targets",
    "upload_figures",
    "figures_template",
    "undo_figures",
}
WATCHED = ("rulebooks", "pact")
ROWS = {"RulebookVersion", "Target", "Milestone", "Pact", "Opening", "Signature"}
LINES = read("permissions.csv")
POSTS = sorted({line.door[2] for line in LINES if line.door[1] == "POST"})
OF_SEASONS = [path for path in POSTS if path.startswith("/ky/{season}/")]
SENT = {
    "number": "9/BB-CA10",
    "date": "02/01/2024",
    "reason": "vì thế",
    "seen": "1",
    "purpose": "Nội dung khác",
    "commitment_1": "Cam kết khác",
    "password": PASSWORD,
    "signer": "Đại tá Khác",
    "unit": "dong-nai",
    "indicator": "pha-an",
    "typed": "10%",
    "target": "10%",
    "valid_from": "03/02/2024",
    "dong-nai.pha-an": "10%",
    "cell:dong-nai.pha-an": "10%",
    "pha-an": "10%",
    "to": "preparing",
    "phase": "preparing",
    "acknowledge_by": "31/12/2024",
}
ACTS = ("", "save", "set", "amend", "undo", "import", "close")
WHO = ("chair", "body")  # whoever runs the year; of the others nobody may more


def services() -> set[str]:
    """Every verb of the apps that keep what is signed, by app and name."""
    found = set()
    for app in WATCHED:
        module = import_module(f"thidua.apps.{app}.services")
        for name in module.__all__:
            one = getattr(module, name)
            if inspect.isfunction(one) and "actor" in inspect.signature(one).parameters:
                found.add(f"{app}.{name}")
    return found


def doors() -> set[str]:
    """The names of all addresses whose views can reach those services."""
    found, stack = set(), list(get_resolver().url_patterns)
    for pattern in stack:
        if not isinstance(pattern, URLPattern):
            stack.extend(pattern.url_patterns)
        elif any(f"thidua.apps.{app}.services" in source_of(pattern) for app in WATCHED) and takes_forms(pattern):
            found.add(str(pattern.name))
    return found


def source_of(pattern: URLPattern) -> str:
    module = inspect.getmodule(inspect.unwrap(pattern.callback))
    return "" if module is None else inspect.getsource(module)


def takes_forms(pattern: URLPattern) -> bool:
    return any(line.door[0] == pattern.name and line.door[1] == "POST" and line.expected != "405" for line in LINES)


def test_every_service_is_judged() -> None:
    assert services() == AMENDING | HARMLESS | set(BEFORE_SIGNING)


def test_every_address_that_reaches_them_is_judged() -> None:
    assert doors() == AMEND_BY_PAGE | SHUT_BY_PHASE | DRAFT_ONLY | ELSEWHERE


def test_every_verb_of_before_has_no_row_once_the_season_is_signed() -> None:
    for verb in BEFORE_SIGNING.values():
        assert {phase for row in POLICY if verb in row.verbs for phase in row.phases} == {Phase.PREPARING}, verb


def test_no_move_leads_back_to_before_and_every_later_phase_stays_frozen() -> None:
    assert move_back(Phase.SIGNED) is None
    assert [move for move in MOVES if move.target is Phase.PREPARING] == []
    later = [phase for phase in Phase if phase is not Phase.PREPARING]
    assert all(is_frozen(what, phase=phase) for phase in later for what in (Frozen.RULEBOOK, Frozen.TARGETS))
    assert not any(what in move.thaws for move in MOVES for what in (Frozen.RULEBOOK, Frozen.TARGETS))


def test_only_these_two_apps_write_the_rows_of_what_is_signed() -> None:
    """No other app makes such a row, and commands go through apps; the demonstration uses services."""
    makers = set()
    for root in (Path(thidua.apps.__path__[0]), Path(thidua.apps.__path__[0]).parent / "web", cli_folder()):
        for path in root.rglob("*.py"):
            owner = path.relative_to(root).parts[0]
            tree = ast.parse(path.read_text(encoding="utf-8"))
            if owner not in WATCHED and "migrations" not in path.parts and made_in(tree):
                makers.add(str(path.relative_to(root)))
    assert makers == set()


def cli_folder() -> Path:
    return Path(thidua.apps.__path__[0]).parent / "cli"


def made_in(tree: ast.Module) -> bool:
    """Whether a module makes one of the rows that are its own models, not values of the core of the same name."""
    models = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in {f"thidua.apps.{app}.models" for app in WATCHED}
        for name in node.names
        if name.name in ROWS
    }
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(func, ast.Name) and func.id in models for func in calls)


def test_every_command_is_known_for_what_it_opens() -> None:
    """Those on files open no database; those on the machine serve, keep certificates, accounts and the ledger."""
    assert set(COMMANDS) == ON_THE_MACHINE | ON_FILES
    assert [name for name, app in get_commands().items() if app.startswith("thidua")] == []


@pytest.mark.django_db
def test_no_form_changes_what_was_signed_but_the_amendment_that_names_its_minute() -> None:
    world = signed_world()
    with on(world.today):
        before, keys = signed(world), keys_of(world)
        session = {who: session_of(world, who) for who in WHO}
        reached = doors()
        reaching = {line.door[2] for line in LINES if line.door[0] in reached}
        changed = {
            path
            for who in WHO
            for path in OF_SEASONS
            for act in (ACTS if path in reaching else ("",))
            if sent(world, session[who], path.format(**keys, own=keys["of_secretary"]), act, SENT) != before
        }
        assert changed == {line.door[2] for line in LINES if line.door[0] in AMEND_BY_PAGE}
        for missing in ("reason", "number", "date"):
            some = {name: text for name, text in SENT.items() if name != missing}
            for path in changed:
                assert sent(world, session["chair"], path.format(**keys), "", some) == before, missing
        assert signed(world) == before
    assert len(OF_SEASONS) > 40


def signed_world() -> World:
    """The world with its pact signed by all and the season signed; another rulebook lies drafted beside it."""
    world = build(Phase.PREPARING)
    season, chair = world.season, world.actor("chair")
    with on(OPENED):
        rows = [target("pha-an", "cả cụm", "75%")]
        import_targets(actor=world.actor("body"), season=season, rows=rows, document=GIVEN)
        draft_pact(actor=chair, season=season, draft=DRAFT, seen=0)
        opening = open_pact(actor=chair, season=season, seen=1)
        own = {"dong-nai": "leader", "tay-ninh": "chair_leader"}
        for unit in NAMES:
            what = {"season": season, "unit": unit}
            if unit in own:
                sign_pact(actor=world.actor(own[unit]), **what, digest=opening.digest, password=PASSWORD)
            else:
                paper = {"signer": "Đại tá Giấy", "document": PAPER, "scan": SCAN, "digest": short(opening.digest)}
                record_paper_signature(actor=chair, **what, **paper)
    season = move_on(season, to=Phase.SIGNED)
    world = replace(world, season=season, today=today_in(Phase.SIGNED))
    with on(world.today):
        import_rulebook(
            actor=chair, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"), file_name="b.yaml"
        )
    return world


def signed(world: World) -> str:
    """One digest of everything that was signed, as it stands in the rows."""
    of = {"season": world.season}
    books = RulebookVersion.objects.filter(**of, state=VersionState.ADOPTED).order_by("number")
    signatures = Signature.objects.filter(**of).order_by("unit")
    return digest(
        [
            [(row.number, row.digest, row.document) for row in books],
            [(r.unit, r.indicator, r.version, r.typed) for r in Target.objects.filter(**of).order_by("unit", "pk")],
            [(r.unit, r.indicator, r.version, r.typed) for r in Milestone.objects.filter(**of).order_by("unit", "pk")],
            [(row.version, row.content) for row in Pact.objects.filter(**of)],
            [(row.number, row.digest, row.document, row.reason) for row in Opening.objects.filter(**of)],
            [(row.unit, row.signer, row.digest, row.way, row.account) for row in signatures],
        ]
    )


def session_of(world: World, who: str) -> str:
    browser = Client()
    browser.force_login(world.accounts[who])
    return browser.cookies["sessionid"].value


def sent(world: World, session: str, path: str, act: str, fields: dict[str, str]) -> str:
    """What stands signed after a form was sent; undone afterwards."""
    browser = Client(raise_request_exception=False)  # how a page answers to nonsense is another test's matter
    browser.cookies["sessionid"] = session
    with transaction.atomic():
        browser.post(path, fields | {"act": act})
        found = signed(world)
        transaction.set_rollback(True)
    return found
