"""Carrying last season's set-up into a new one: everything is shown before it is done, and members are never guessed.

The calendar and the duties move by whole years and off days on which nobody works; the rulebook comes as a draft, the
campaigns as proposals, the regulations as a version of the new season. A member that has ended, or belongs to another
cluster now, is a question: who takes its place in what names one unit is answered by a person, or by nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.campaigns.models import Campaign, Sort
from thidua.apps.campaigns.services import CampaignPlan, propose_campaign
from thidua.apps.organisation.selectors import history, unit_names
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.rulebooks.services import import_rulebook
from thidua.apps.seasons.calendar import Span, moved_to_working_day
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Duty, Holder, PhaseDate, Season
from thidua.apps.seasons.procedure import Regulation, regulation_of
from thidua.apps.seasons.selectors import day_of, day_to_show, standing_in
from thidua.apps.seasons.services import Rules, plan_phases, set_duty, set_regulation
from thidua.apps.seasons.services.changing import Held, changing, refuse
from thidua.core.errors import Place, Problem, Refused
from thidua.core.phases import Phase
from thidua.core.rulebook.schema import Rulebook

NOBODY = "-"  # the answer that what a unit owed is owed by nobody now


@dataclass(frozen=True, slots=True)
class Moved:
    """A day of last season and the same one now; `is_checked`: the calendar of working days knows the year."""

    before: date
    after: date
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A member of last season that is none now: who came after it, by code and name (nobody: it left the cluster)."""

    unit: str
    name: str
    heirs: tuple[tuple[str, str], ...]
    duties: int  # those that name it alone


@dataclass(frozen=True, slots=True)
class Carry:
    """All that would be carried over, read before it is done."""

    source: Season
    stay: tuple[str, ...]  # names
    new: tuple[str, ...]  # names of members that were none
    asked: tuple[Asked, ...]
    phases: tuple[tuple[Phase, Moved, Moved], ...]
    duties: tuple[tuple[Duty, Moved], ...]
    campaigns: tuple[tuple[Campaign, Moved, Moved], ...]
    regulation: Regulation | None
    keeps_order: bool  # the order of speaking names the same members
    rulebook: Rulebook | None


def carry_of(season: Season, source: Season, *, on: date) -> Carry:
    """What carrying last season over into a new one would do."""
    years = season.year - source.year
    last = day_to_show(source, on=source.closed_on or source.data_to)
    before, now = standing_in(source, on=last).members, standing_in(season, on=on).members
    names = unit_names({*before, *now}, on=last) | unit_names(now, on=on)
    duties = tuple(Duty.objects.filter(season=source).order_by("due_on", "title", "pk"))
    dates = PhaseDate.objects.filter(season=source)
    regulation = regulation_of(source, on=day_of(source, on=on))
    order = set(regulation.speaking_order) if regulation else set()
    return Carry(
        source=source,
        stay=tuple(names[code] for code in before if code in now),
        new=tuple(names[code] for code in now if code not in before),
        asked=tuple(_asked([code for code in before if code not in now], now, names, duties)),
        phases=tuple(
            (Phase(row.phase), shift(row.starts_on, years), shift(row.due_on, years))
            for row in sorted(dates, key=lambda row: Phase(row.phase).number)
        ),
        duties=tuple((duty, shift(duty.due_on, years)) for duty in duties),
        campaigns=tuple(
            (row, shift(row.starts_on, years), shift(row.ends_on, years))
            for row in Campaign.objects.filter(season=source).order_by("starts_on", "pk")
        ),
        regulation=regulation,
        keeps_order=order <= set(now),
        rulebook=_rulebook(source),
    )


def shift(day: date, years: int) -> Moved:
    """The same day some years on, moved to a day on which people work."""
    try:
        there = day.replace(year=day.year + years)
    except ValueError:  # 29 February
        there = day.replace(year=day.year + years, day=28)
    working = moved_to_working_day(there)
    return Moved(day, working or there, is_checked=working is not None)


def carry_over(*, actor: Actor, season: Season, source: Season, answers: Mapping[str, str], document: Document) -> None:
    """Carry last season over, all or nothing. `answers` says for each member that is none now which unit takes what
    named it alone, or NOBODY; a missing answer is refused, for a merger is never guessed. Refused too where somebody
    has set dates or duties meanwhile: nothing of theirs is overwritten.
    """
    with changing(season) as held:
        demand(actor, Verb.PLAN_SEASON, held.subject())
        carry = carry_of(held.season, source, on=held.today)
        refuse([*_begun(held.season), *_unanswered(carry, answers, held)])
        plan_phases(
            actor=actor,
            season=held.season,
            plan={phase: Span(first.after, last.after) for phase, first, last in carry.phases},
        )
        for duty, day in carry.duties:
            unit = answers.get(duty.unit, duty.unit)
            if unit != NOBODY:
                _set_duty(actor, held.season, duty, unit, day.after)
        if carry.rulebook is not None:
            import_rulebook(actor=actor, season=held.season, rulebook=carry.rulebook, file_name=source.slug)
        if carry.regulation is not None:
            set_regulation(
                actor=actor,
                season=held.season,
                rules=_rules(carry.regulation, keeps_order=carry.keeps_order and not carry.new),
                document=document,
                seen=0,
            )
        for row, first, last in carry.campaigns:
            propose_campaign(actor=actor, season=held.season, plan=_proposal(row, first.after, last.after))


def _set_duty(actor: Actor, season: Season, duty: Duty, unit: str, due_on: date) -> None:
    set_duty(
        actor=actor,
        season=season,
        title=duty.title,
        holder=Holder(duty.holder),
        role=Role(duty.role),
        phase=Phase(duty.phase),
        due_on=due_on,
        unit=unit,
    )


def _rules(one: Regulation, *, keeps_order: bool) -> Rules:
    return Rules(
        quorum=one.quorum,
        threshold=one.threshold,
        threshold_base=one.threshold_base,
        comparator=one.comparator,
        objection_days=one.objection_days,
        reply_days=one.reply_days,
        has_second_round=one.has_second_round,
        score_rules=one.score_rules,
        speaking_order=one.speaking_order if keeps_order else (),
        basis=replace(one.basis, is_confirmed=False),
    )


def _proposal(row: Campaign, first: date, last: date) -> CampaignPlan:
    """The campaign as a proposal; the indicator is chosen anew, once there is a rulebook in force."""
    until = min(last, first + (row.acknowledge_by - row.starts_on))
    return CampaignPlan(Sort(row.sort), row.name, first, last, until, row.content, "", row.is_illustrative)


def _asked(
    gone: Sequence[str], now: Sequence[str], names: Mapping[str, str], duties: Sequence[Duty]
) -> Iterator[Asked]:
    if not gone:
        return
    heirs: dict[str, list[str]] = {unit: [] for unit in gone}
    for succession in history().successions:
        for link in succession.links:
            if link.predecessor in heirs:
                heirs[link.predecessor].append(link.successor)
    called = unit_names({code for codes in heirs.values() for code in codes}, on=clock.today())
    for unit in gone:
        options = tuple((code, called.get(code, code)) for code in heirs[unit] if code in now)
        yield Asked(unit, names.get(unit, unit), options, sum(duty.unit == unit for duty in duties))


def _begun(season: Season) -> Iterator[Problem]:
    if season.phasedates.exists() or Duty.objects.filter(season=season).exists():
        yield Problem("carrying.begun", {"year": str(season.year)})


def _unanswered(carry: Carry, answers: Mapping[str, str], held: Held) -> Iterator[Problem]:
    for one in carry.asked:
        answer = answers.get(one.unit, "")
        if answer != NOBODY and answer not in held.standing.members:
            yield Problem("carrying.unanswered", {"unit": one.name}, Place(path=f"heir_{one.unit}"))


def _rulebook(source: Season) -> Rulebook | None:
    try:
        return rulebook_of(source, on=source.data_to)
    except Refused:
        return None
