"""Every write about campaigns: propose, launch, acknowledge, review, and confirm a result as a unit's figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.campaigns import events
from thidua.apps.campaigns.models import Acknowledgement, Campaign, CampaignResult, CampaignReview, Sort
from thidua.apps.ledger.services import recording
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.words.numbers import write_date
from thidua.words.vietnamese import tidy

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """A campaign as it is proposed or launched; `ends_on` is its last day."""

    sort: Sort
    name: str
    starts_on: date
    ends_on: date
    acknowledge_by: date
    content: str = ""
    indicator: str = ""
    is_illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a review found for one unit: the figure as typed (may be empty), and a sentence."""

    typed: str = ""
    note: str = ""


def propose_campaign(*, actor: Actor, season: Season, plan: CampaignPlan) -> Campaign:
    """Put a campaign into the season as a proposal: nobody owes anything until it is launched."""
    with changing(season) as held:
        by = demand(actor, Verb.RUN_CAMPAIGNS, held.subject())
        refuse(_not_planned(held, plan))
        row = _planned(Campaign(season=held.season), plan)
        texts = {"name": row.name}
        chain = held.season.ledger_chain()
        with recording(events.CAMPAIGN_PROPOSED, by=by, chain=chain, texts=texts, sort=plan.sort) as record:
            return record.save(row)


def launch_campaign(
    *, actor: Actor, season: Season, plan: CampaignPlan, document: Document, proposal: Campaign | None = None
) -> Campaign:
    """Launch a campaign by its document, of a proposal or at once; from now on each member owes its acknowledgement."""
    with changing(season) as held:
        by = demand(actor, Verb.RUN_CAMPAIGNS, held.subject())
        row = Campaign(season=held.season) if proposal is None else Campaign.objects.get(pk=proposal.pk)
        launched = [] if row.is_proposal else [Problem("campaigns.launched_already", {"name": row.name})]
        refuse([*launched, *_not_planned(held, plan), *check_document(document, today=held.today)])
        _planned(row, plan)
        row.launched_on, row.document_number, row.document_date = held.today, tidy(document.number), document.date
        with recording(
            events.CAMPAIGN_LAUNCHED,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"name": row.name},
            sort=plan.sort,
            number=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def acknowledge_campaign(*, actor: Actor, campaign: Campaign, unit: str) -> Acknowledgement:
    """Say for a unit that it has taken note. Late is late: the day stays in the record."""
    with changing(campaign.season) as held:
        by = demand(actor, Verb.ACKNOWLEDGE_CAMPAIGN, held.subject(unit))
        data = {"name": campaign.name, "unit": unit}
        refuse(
            [
                *([Problem("campaigns.only_proposed", data)] if campaign.is_proposal else []),
                *([] if unit in held.standing.members else [Problem("campaigns.not_a_member", data)]),
                *([Problem("campaigns.acknowledged", data)] if _has_acknowledged(campaign, unit) else []),
            ]
        )
        row = Acknowledgement(
            season=held.season, campaign=campaign, unit=unit, account=by.account, acknowledged_on=held.today
        )
        texts, chain = {"name": campaign.name}, held.season.ledger_chain()
        with recording(events.CAMPAIGN_ACKNOWLEDGED, by=by, chain=chain, texts=texts, unit=unit) as record:
            return record.save(row)


def review_campaign(
    *, actor: Actor, campaign: Campaign, results: Mapping[str, Result], summary: str, document: Document
) -> CampaignReview:
    """Review a campaign once it is over: a result for each unit, by a document. Again is a new version."""
    with changing(campaign.season) as held:
        by = demand(actor, Verb.RUN_CAMPAIGNS, held.subject())
        refuse(
            [
                *_not_over(campaign, held),
                *checks.given("findings", summary, longest=LONGEST),
                *_wrong_results(campaign, results, held),
                *check_document(document, today=held.today),
            ]
        )
        last = campaign.reviews.aggregate(last=Max("version"))["last"] or 0
        review = CampaignReview(
            season=held.season,
            campaign=campaign,
            version=last + 1,
            summary=tidy(summary),
            reviewed_on=held.today,
            document_number=tidy(document.number),
            document_date=document.date,
        )
        rows = [
            CampaignResult(season=held.season, review=review, unit=unit, typed=tidy(one.typed), note=tidy(one.note))
            for unit, one in results.items()
        ]
        with recording(
            events.CAMPAIGN_REVIEWED,
            by=by,
            chain=held.season.ledger_chain(),
            texts={"name": campaign.name},
            number=review.document_number,
            date=review.document_date,
        ) as record:
            record.save(review)
            record.save_many(rows)
        return review


def confirm_result(*, actor: Actor, season: Season, result: CampaignResult) -> None:
    """Confirm for a unit what the review found; where the campaign feeds an indicator, that becomes the unit's own
    figure, with the campaign as its source. Refused like any figure: out of time, and where the cell cannot read it.
    """
    with changing(season) as held:
        by = demand(actor, Verb.ENTER_FIGURES, held.subject(result.unit))
        row = CampaignResult.objects.select_related("review__campaign").get(pk=result.pk)
        review, campaign = row.review, row.review.campaign
        newer = campaign.reviews.filter(version__gt=review.version).exists()
        refuse(
            [
                *([Problem("campaigns.confirmed_already", {"name": campaign.name})] if row.confirmed_on else []),
                *([Problem("campaigns.reviewed_again", {"name": campaign.name})] if newer else []),
            ]
        )
        row.confirmed_on, row.confirmed_by = held.today, by.account
        texts, chain = {"name": campaign.name}, held.season.ledger_chain()
        with recording(events.RESULT_CONFIRMED, by=by, chain=chain, texts=texts, unit=row.unit) as record:
            record.save(row)
            if campaign.indicator and row.typed:
                source = f"{campaign.name}, {review.document_number}, {write_date(review.document_date)}"
                cell = {campaign.indicator: Typed(row.typed, source=source[:300])}
                enter_figures(actor=actor, season=held.season, unit=row.unit, cells=cell)


def _planned(row: Campaign, plan: CampaignPlan) -> Campaign:
    row.sort, row.name, row.content = plan.sort, tidy(plan.name), plan.content.strip()
    row.starts_on, row.ends_on, row.acknowledge_by = plan.starts_on, plan.ends_on, plan.acknowledge_by
    row.indicator, row.is_illustrative = plan.indicator, plan.is_illustrative
    return row


def _not_planned(held: Held, plan: CampaignPlan) -> Iterator[Problem]:
    yield from checks.given("name", plan.name)
    if len(plan.content) > LONGEST:
        yield Problem("forms.too_long", {"length": len(plan.content), "longest": LONGEST}, Place(path="content"))
    if plan.ends_on < plan.starts_on:
        data = {"first": plan.starts_on, "last": plan.ends_on}
        yield Problem("timeline.ends_before_start", data, Place(path="ends_on"))
    if plan.acknowledge_by > plan.ends_on:
        data = {"day": plan.acknowledge_by, "last": plan.ends_on}
        yield Problem("campaigns.acknowledged_after_end", data, Place(path="acknowledge_by"))
    if plan.indicator and plan.indicator not in {
        one.code for one in rulebook_of(held.season, on=held.today).indicators
    }:
        yield Problem("campaigns.no_such_indicator", {"indicator": plan.indicator}, Place(path="indicator"))


def _not_over(campaign: Campaign, held: Held) -> Iterator[Problem]:
    if campaign.is_proposal:
        yield Problem("campaigns.only_proposed", {"name": campaign.name})
    elif held.today < campaign.ends_on:
        yield Problem("campaigns.not_over", {"name": campaign.name, "last": campaign.ends_on})


def _wrong_results(campaign: Campaign, results: Mapping[str, Result], held: Held) -> Iterator[Problem]:
    for unit, one in results.items():
        if unit not in held.standing.members:
            yield Problem("campaigns.not_a_member", {"name": campaign.name, "unit": unit})
        yield from _too_long(f"typed_{unit}", one.typed, 300)
        yield from _too_long(f"note_{unit}", one.note, 2000)
        if not one.typed.strip() and not one.note.strip():
            yield Problem("forms.fill_in", place=Place(path=f"note_{unit}"))


def _too_long(field: str, text: str, longest: int) -> Iterator[Problem]:
    if len(text) > longest:
        yield Problem("forms.too_long", {"length": len(text), "longest": longest}, Place(path=field))


def _has_acknowledged(campaign: Campaign, unit: str) -> bool:
    return campaign.acknowledgements.filter(unit=unit).exists()
