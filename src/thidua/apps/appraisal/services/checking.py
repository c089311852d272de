"""What is looked at on the spot: a sample that anybody can draw again, and what was found there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events
from thidua.apps.appraisal.models import CheckResult, FieldCheck, Sample
from thidua.apps.appraisal.services.common import LONGEST, demand_reviewer
from thidua.apps.appraisal.services.deciding import signed
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.checking.sample import Claim, SamplePlan, draw_sample
from thidua.core.errors import Place, Problem
from thidua.words.vietnamese import tidy


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody saw on the spot, when and where."""

    checked_on: date | None
    place: str
    result: CheckResult
    text: str


def draw_sample_of(*, actor: Actor, season: Season, claims: Sequence[Claim], plan: SamplePlan) -> Sample:
    """Draw the claims that are looked at on the spot, by a word that was drawn in everybody's sight."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAW_ROSTER, held.subject())
        refuse([*checks.given("word", plan.word), *([] if claims else [Problem("appraisal.nothing_claimed")])])
        drawn = draw_sample(claims, plan)
        row = Sample(
            season=held.season,
            version=Sample.objects.filter(season=held.season).count() + 1,
            of_each=plan.of_each,
            always_from="" if plan.always_from is None else plan.always_from.canonical(),
            word=tidy(plan.word),
            claims=[[one.claim.unit, one.claim.criterion, one.cause.value] for one in drawn],
            **signed(by),
        )
        with recording(
            events.SAMPLE_DRAWN,
            by=by,
            chain=held.season.ledger_chain(),
            count=len(drawn),
            version=row.version,
            word=row.word,
        ) as record:
            return record.save(row)


def check_on_spot(
    *, actor: Actor, season: Season, unit: str, criterion: str, found: Found, document: Document
) -> FieldCheck:
    """Record what was found on the spot about one criterion of a unit, by its minute. It decides nothing by itself."""
    with changing(season) as held:
        by = demand_reviewer(actor, Verb.APPRAISE, held, unit)
        refuse([*_unfit(held, criterion, found), *check_document(document, today=held.today)])
        row = FieldCheck(
            season=held.season,
            unit=unit,
            criterion=criterion,
            checked_on=found.checked_on,
            place=tidy(found.place),
            result=found.result,
            found=tidy(found.text),
            document_number=tidy(document.number),
            document_date=document.date,
            **signed(by),
        )
        with recording(
            events.FIELD_CHECKED,
            by=by,
            chain=held.season.ledger_chain(),
            unit=unit,
            criterion=criterion,
            result=found.result,
            document=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def _unfit(held: Held, criterion: str, found: Found) -> Iterator[Problem]:
    if rulebook_of(held.season, on=held.today).find(criterion) is None:
        yield Problem("appraisal.no_such_criterion", {"code": criterion}, Place(path="criterion"))
    if found.checked_on is None:
        yield Problem("forms.fill_in", place=Place(path="checked_on"))
    elif found.checked_on > held.today:
        data = {"date": found.checked_on, "today": held.today}
        yield Problem("seasons.document_ahead", data, Place(path="checked_on"))
    yield from checks.given("place", found.place)
    yield from checks.given("text", found.text, longest=LONGEST)
