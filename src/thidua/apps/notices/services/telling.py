"""Makes notices of the entries of a chain, from where the last call stopped.

Each person is told once of an entry, by their own rights at that moment: who may not read the matter is not told of it,
and nobody is told of what they did themselves.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.roles import Actor
from thidua.apps.access.selectors import holders_of
from thidua.apps.ledger.models import Entry
from thidua.apps.notices.models import LeftOut, Notice, ToldUntil
from thidua.apps.notices.telling import TELLINGS, Telling
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import subject_of
from thidua.core.ledger.entry import ChainKey, read_entry

NEWS = timedelta(days=30)  # what is told later than that is no news: it stands in the ledger
BATCH = 500


def tell_news(chains: Iterable[ChainKey]) -> int:
    """Tell what was recorded in some chains since the last call. Returns the number of notices."""
    seasons = {season.ledger_chain(): season for season in Season.objects.filter(pk__in=_slugs(chains))}
    return sum(_tell(chain, season) for chain, season in seasons.items())


def tell_all_news() -> int:
    """The same for every season: what a server that stopped between commit and telling left behind."""
    return sum(_tell(season.ledger_chain(), season) for season in Season.objects.order_by("pk"))


def _slugs(chains: Iterable[ChainKey]) -> list[str]:
    """The seasons that have these chains; the chain of the installation has none."""
    return [chain.partition(":")[2] for chain in chains]


def _tell(chain: ChainKey, season: Season) -> int:
    with transaction.atomic():
        ToldUntil.objects.get_or_create(chain_id=chain)
        told = ToldUntil.objects.select_for_update().get(chain=chain)
        new = Entry.objects.filter(chain=chain, height__gt=told.height, at__lte=clock.now()).order_by("height")
        last = new.values_list("height", flat=True).last()
        if last is None:
            return 0
        fresh = new.filter(verb__in=TELLINGS, at__gt=clock.now() - NEWS).select_related(None)
        notices = [one for entry in fresh for one in notices_of(entry, season)]
        Notice.objects.bulk_create(_wanted(notices), batch_size=BATCH, ignore_conflicts=True)
        told.height = last
        told.save()
        return len(notices)


def notices_of(entry: Entry, season: Season) -> Iterator[Notice]:
    """What one entry makes, for each person who is told of it."""
    read = read_entry(entry.body.encode())
    telling = TELLINGS[entry.verb]
    if read is None or not telling.tells(read):
        return
    subject = subject_of(season, on=clock.today(), unit=entry.about_unit)
    units = {unit for scope in telling.scopes for unit in subject.units_at(scope) if unit}
    for key, actor in holders_of(telling.roles, units, on=clock.today()).items():
        through = through_of(actor, telling, units)
        if key != entry.account and through and may(actor, telling.verb, subject):
            yield Notice(
                account_id=key,
                kind=telling.kind,
                season=season,
                unit=entry.about_unit,
                through=through,
                entry=entry,
                key=f"{entry.chain_id}·{entry.height}",
                at=entry.at,
            )


def through_of(actor: Actor, telling: Telling, units: Collection[str]) -> str:
    """The unit of the first of somebody's roles for which they are told; nothing where they hold none."""
    return next((one.unit for one in actor.grants if one.role in telling.roles and one.unit in units), "")


def _wanted(notices: list[Notice]) -> list[Notice]:
    """Without the kinds that their people left out. One query."""
    rows = LeftOut.objects.filter(account__in={one.account_id for one in notices})
    left_out = {(str(row.account_id), row.kind) for row in rows}
    return [one for one in notices if (str(one.account_id), str(one.kind)) not in left_out]
