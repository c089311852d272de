"""Reads of seasons that other apps and every page use: who stands how to a season, which ones somebody may see, and
all that the page of one shows.

A season is looked at on a day of its own life: not before it was opened, not after it was closed. Where every member
has ceased to exist since, the members of the last day may still read; nobody holds an office any more.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand, may
from thidua.apps.access.rights import POLICY
from thidua.apps.access.roles import Actor, Role, Scope, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.models import Chain
from thidua.apps.organisation.models import Cluster, Membership
from thidua.apps.organisation.selectors import Standing, rows_on, standings_of, unit_names
from thidua.apps.seasons import bridge
from thidua.apps.seasons.guards import Situation
from thidua.apps.seasons.models import Attestation, Duty, Holder, OfSeason, PhaseDate, Season
from thidua.core.errors import Problem
from thidua.words.vietnamese import folded

Row = TypeVar("Row", bound=OfSeason)

FEW = 20  # clusters whose standing is read at once where the first may be enough
_WITH = ("cluster", "movement")


def _from_above(verb: Verb) -> set[Role]:
    return {row.role for row in POLICY if row.scope is Scope.ABOVE and verb in row.verbs}


_READ_FROM_ABOVE = _from_above(Verb.READ_SEASON)
_OPEN_FROM_ABOVE = _from_above(Verb.OPEN_SEASON)


def day_of(season: Season, *, on: date) -> date:
    """The day of the season's life that is nearest to a day."""
    day = max(on, season.opened_on)
    return day if season.closed_on is None else min(day, season.closed_on)


def standings(seasons: Iterable[Season], *, on: date) -> dict[str, Standing]:
    """By slug, who stands how to each season on a day. As many queries for a thousand seasons as for one."""
    listed = list(seasons)
    found = standings_of({season.cluster: day_of(season, on=on) for season in listed})
    last = _last_days([season for season in listed if not found[season.cluster_id].members], before=on)
    for key, standing in standings_of({season.cluster: day for season, day in last.items()}).items():
        found[key] = Standing(standing.members, above=standing.above)
    return {season.slug: found[season.cluster_id] for season in listed}


def standing_in(season: Season, *, on: date) -> Standing:
    """Who stands how to one season on a day."""
    return standings([season], on=on)[season.slug]


def day_to_show(season: Season, *, on: date) -> date:
    """The day as of which a season's members are shown: its nearest, or the last on which it had any."""
    day = day_of(season, on=on)
    if standings_of({season.cluster: day})[season.cluster_id].members:
        return day
    return _last_days([season], before=on).get(season, day)


def subject_of(season: Season, *, on: date, unit: str = "") -> Subject:
    """What a right in a season is asked about, on a day, for one unit or for the cluster as a whole."""
    return bridge.subject(season, standing_in(season, on=on), unit=unit)


def find_season(slug: str) -> Season | None:
    """The season at an address, with its cluster and movement."""
    return Season.objects.select_related(*_WITH, "movement__parent", "opened_after__cluster").filter(pk=slug).first()


def recorded_until(season: Season) -> datetime | None:
    """The moment of the last entry about a season that is recorded beyond the clock; None for any other."""
    ahead = Chain.objects.filter(pk=season.ledger_chain(), at__gt=clock.now())
    return ahead.values_list("at", flat=True).first()


def ahead_of_clock(seasons: Iterable[Season]) -> set[str]:
    """The slugs of those that are recorded beyond the clock: they can be read, and not written. One query."""
    chains = {season.ledger_chain(): season.slug for season in seasons}
    ahead = Chain.objects.filter(pk__in=chains, at__gt=clock.now())
    return {chains[key] for key in ahead.values_list("key", flat=True)}


def access_season(slug: str, *, actor: Actor, verb: Verb, on: date) -> Season:
    """The season, for somebody who may do this with it. Raises AccessRefused; an unknown one is nothing to anybody."""
    season = find_season(slug)
    if season is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    demand(actor, verb, subject_of(season, on=on))
    return season


def visible_seasons(actor: Actor, *, on: date) -> list[Season]:
    """Every season that somebody may read, the latest first."""
    near = _near(actor)
    stands = standings(near, on=on)
    return [one for one in near if may(actor, Verb.READ_SEASON, bridge.subject(one, stands[one.slug]))]


def season_names(slugs: Collection[str], *, on: date) -> dict[str, str]:  # noqa: ARG001 - a season has one name
    """The names of seasons, by slug: of the cluster, and the year."""
    found = Season.objects.filter(pk__in=slugs).select_related("cluster")
    return {one.slug: f"{one.cluster.name}, {one.year}" for one in found}


def seasons_called(text: str, *, on: date) -> dict[str, str]:
    """The season that a typed slug names."""
    return season_names([text], on=on)


def clusters_to_open(actor: Actor, *, on: date) -> list[Cluster]:
    """The clusters without a season that somebody may open one for, the latest year first."""
    listed = list(_without_season(actor, on))
    return _openable(actor, listed, on)


def may_open_season(actor: Actor, *, on: date) -> bool:
    """Whether there is a cluster to open a season for; asked of a few at a time, since mostly the first will do."""
    waiting = _without_season(actor, on)
    starts = range(0, waiting.count(), FEW)
    return any(_openable(actor, list(waiting[start : start + FEW]), on) for start in starts)


def _without_season(actor: Actor, on: date) -> QuerySet[Cluster]:
    open_ = Cluster.objects.filter(season__isnull=True, year__gte=on.year - 1).order_by("-year", "name", "pk")
    if {grant.role for grant in actor.grants} & _OPEN_FROM_ABOVE:
        return open_
    return open_.filter(offices__unit__in=actor.units).distinct()


def _openable(actor: Actor, listed: list[Cluster], on: date) -> list[Cluster]:
    stands = standings_of(dict.fromkeys(listed, on))
    return [one for one in listed if may(actor, Verb.OPEN_SEASON, bridge.subject_before(stands[one.pk]))]


def owing(duty: Duty, standing: Standing) -> tuple[str, ...]:
    """The units that owe a duty, as they stand to the cluster."""
    match Holder(duty.holder):
        case Holder.CHAIR:
            return (standing.chair,) if standing.chair else ()
        case Holder.DEPUTY:
            return (standing.deputy,) if standing.deputy else ()
        case Holder.STANDING_BODY:
            return tuple(sorted(standing.above))
        case Holder.MEMBER:
            return tuple(code for code in standing.members if duty.unit in ("", code))


def situations(seasons: Iterable[Season], *, on: date) -> dict[str, Situation]:
    """By slug, all that the guards ask, on the very day: whoever no longer exists then is not among the living."""
    listed = list(seasons)
    stands = standings_of({season.cluster: on for season in listed})
    codes = {code for one in stands.values() for code in (*one.members, one.chair, one.deputy) if code}
    names = unit_names(codes, on=on)
    living = frozenset(rows_on(on).filter(unit__in=codes).values_list("unit_id", flat=True))
    plans = _by_season(PhaseDate.objects.filter(season__in=listed))
    shown = _by_season(Attestation.objects.filter(season__in=listed, withdrawn_by__isnull=True))
    return {
        season.slug: Situation(
            slug=season.slug,
            on=on,
            data_from=season.data_from,
            data_to=season.data_to,
            standing=stands[season.cluster_id],
            names=names,
            living=living,
            plan=bridge.plan(plans[season.slug]),
            shown=bridge.shown(shown[season.slug]),
        )
        for season in listed
    }


def situation_of(season: Season, *, on: date) -> Situation:
    """All that the guards of one season ask, on a day."""
    return situations([season], on=on)[season.slug]


def slug_for(cluster: Cluster) -> str:
    """The address of a cluster's season: number and year, and the organiser where another has that number too."""
    short = slug_of(f"cum {cluster.number} {cluster.year}")
    taken = Season.objects.filter(slug=short).exclude(cluster=cluster).exists()
    return f"{short}-{cluster.organiser_id}" if taken else short


def slug_of(name: str) -> str:
    """A name as a part of an address: `Vì an ninh Tổ quốc` is `vi-an-ninh-to-quoc`."""
    return "-".join(re.findall("[a-z0-9]+", folded(name)))[:80].strip("-") or "khong-ten"


def _near(actor: Actor) -> QuerySet[Season]:
    """The seasons among which all lie that somebody may read."""
    every = Season.objects.select_related(*_WITH).order_by("-year", "slug")
    if {grant.role for grant in actor.grants} & _READ_FROM_ABOVE:
        return every
    own = Q(cluster__memberships__unit__in=actor.units) | Q(cluster__offices__unit__in=actor.units)
    named = Q(slug__in=[grant.season for grant in actor.grants if grant.season])
    return every.filter(own | named).distinct()


def _by_season(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.season_id].append(row)
    return found


def _last_days(seasons: list[Season], *, before: date) -> dict[Season, date]:
    """The last day before another on which each season had a member; those that never had one are left out."""
    if not seasons:
        return {}
    ended = Membership.objects.filter(cluster__in=[season.cluster_id for season in seasons], ends_on__lte=before)
    last: dict[object, date] = {}
    for cluster, ends_on in ended.values_list("cluster_id", "ends_on"):
        last[cluster] = max(ends_on - timedelta(days=1), last.get(cluster, date.min))
    return {season: last[season.cluster_id] for season in seasons if season.cluster_id in last}
