"""Signing the open text: by a unit's leader with the password typed again, or recorded from paper with its scan.

Nobody signs for another: the policy lets the holder of the role alone, never somebody to whom it was passed on, and one
person signs one text for one unit only.
"""

from collections.abc import Iterator

from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.services import check_code, has_second_step, own_account, reauthenticate
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Upload, check, keep
from thidua.apps.ledger.services import recording
from thidua.apps.pact import events
from thidua.apps.pact.models import LONGEST_SIGNER, Signature, Way
from thidua.apps.pact.selectors import Opened, current_opening, moved_since
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import subject_of
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.words.vietnamese import tidy

SHORTEST_TYPED = 16  # characters of the digest that the paper carries


def sign_pact(*, actor: Actor, season: Season, unit: str, digest: str, password: str, code: str = "") -> Signature:
    """Sign for one's own unit the text with this digest. Wrong passwords and codes count like those of signing in.

    The tries are counted outside the transaction of the season: a refusal must not forget them.
    """
    demand(actor, Verb.SIGN_PACT, subject_of(season, on=clock.today(), unit=unit))
    account = own_account(actor)
    reauthenticate(actor=actor, password=password)
    if has_second_step(account):
        check_code(account=account, code=code)
    with changing(season) as held:
        by = demand(actor, Verb.SIGN_PACT, held.subject(unit))
        found = _open(held)
        refuse([*_not_to_sign(held, found, unit), *_other_text(found, digest), *_other_hand(found, unit, by.account)])
        row = Signature(
            season=held.season,
            opening=found.row,
            unit=unit,
            way=Way.HERE,
            signer=signer_of(account),
            account=by.account,
            digest=found.row.digest,
            signed_at=clock.now(),
        )
        texts, chain = {"signer": row.signer}, held.season.ledger_chain()
        with recording(events.PACT_SIGNED, by=by, chain=chain, texts=texts, unit=unit, digest=row.digest) as record:
            return record.save(row)


def record_paper_signature(
    *, actor: Actor, season: Season, unit: str, signer: str, digest: str, document: Document, scan: Upload
) -> Signature:
    """Record a signature that was given on paper, with its scan; `digest` is what the signed paper carries."""
    demand(actor, Verb.PREPARE_PACT, subject_of(season, on=clock.today()))
    checked = check(scan)
    with changing(season) as held:
        by = demand(actor, Verb.PREPARE_PACT, held.subject())
        found = _open(held)
        refuse(
            [
                *_not_to_sign(held, found, unit),
                *checks.given("signer", signer, longest=LONGEST_SIGNER),
                *_other_paper(found, digest),
                *check_document(document, today=held.today),
            ]
        )
        row = Signature(
            season=held.season,
            opening=found.row,
            unit=unit,
            way=Way.PAPER,
            signer=tidy(signer),
            account=by.account,
            digest=found.row.digest,
            signed_at=clock.now(),
            document_number=tidy(document.number),
            document_date=document.date,
        )
        with recording(
            events.PACT_SIGNED_ON_PAPER,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"signer": row.signer},
            unit=unit,
            digest=row.digest,
            number=row.document_number,
            date=row.document_date,
        ) as record:
            row.scan = keep(record, checked, season=held.season, by=by)
            return record.save(row)


def signer_of(account: Account) -> str:
    """Who signs, as papers carry it: rank, name, post."""
    name = account.get_full_name()
    return (f"{name}, {account.post}" if account.post else name)[:LONGEST_SIGNER]


def _open(held: Held) -> Opened:
    found = current_opening(held.season)
    if found is None:
        raise SeasonRefused(Problem("pact.not_open"))
    return found


def _not_to_sign(held: Held, found: Opened, unit: str) -> Iterator[Problem]:
    yield from moved_since(held.season, found, on=held.today)
    state = next((one for one in found.parties if one.party.unit == unit), None)
    if state is None:
        yield Problem("pact.not_a_party", {"unit": unit})
    elif state.signature is not None:
        yield Problem("pact.signed_already", {"unit": state.party.name})


def _other_text(found: Opened, digest: str) -> Iterator[Problem]:
    if digest != found.row.digest:
        yield Problem("pact.other_text", {"digest": found.short_digest})


def _other_hand(found: Opened, unit: str, account: str) -> Iterator[Problem]:
    for one in found.parties:
        made = one.signature if one.party.unit != unit else None
        if made is not None and not made.on_paper and made.account == account:
            yield Problem("pact.one_hand", {"unit": one.party.name})


def _other_paper(found: Opened, typed: str) -> Iterator[Problem]:
    """The paper must carry the digest of the open text, as it was printed or longer."""
    plain = "".join(typed.split()).lower()
    if len(plain) < SHORTEST_TYPED or not found.row.digest.startswith(plain):
        yield Problem("pact.paper_of_other_text", {"digest": found.short_digest}, Place(path="digest"))
