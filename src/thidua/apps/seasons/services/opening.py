"""Launching a movement, and opening a cluster's season."""

from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.selectors import standing_of
from thidua.apps.seasons import bridge, checks, events
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Illustration, Movement, Season, season_chain
from thidua.apps.seasons.selectors import slug_for, slug_of
from thidua.apps.seasons.services.changing import refuse
from thidua.core.errors import Place, Problem
from thidua.words.vietnamese import tidy


def launch_movement(
    *, actor: Actor, unit: str, name: str, slogan: str = "", theme: str = "", parent: Movement | None = None
) -> Movement:
    """A movement that clusters below a unit can carry."""
    by = demand(actor, Verb.LAUNCH_MOVEMENT, Subject(unit=unit, above=frozenset({unit})))
    slug = slug_of(name)
    taken = [Problem("seasons.movement_taken", {"name": tidy(name)}, Place(path="name"))]
    refuse([*checks.given("name", name), *(taken if Movement.objects.filter(slug=slug).exists() else [])])
    movement = Movement(slug=slug, name=tidy(name), slogan=tidy(slogan), theme=tidy(theme), parent=parent)
    with recording(events.MOVEMENT_LAUNCHED, by=by, texts={"name": movement.name}, movement=slug) as record:
        return record.save(movement)


def open_season(
    *,
    actor: Actor,
    cluster: Cluster,
    movement: Movement,
    data_from: date,
    data_to: date,
    document: Document,
    after: Season | None = None,
    illustration: Illustration = Illustration.NONE,
) -> Season:
    """Open a cluster's season: by its chair from the day of the handover on, or by the body above it."""
    today = clock.today()
    by = demand(actor, Verb.OPEN_SEASON, bridge.subject_before(standing_of(cluster, on=today)))
    slug = slug_for(cluster)
    refuse([*checks.opening(cluster, data_from, data_to, after), *check_document(document, today=today)])
    season = Season(
        slug=slug,
        cluster=cluster,
        movement=movement,
        year=cluster.year,
        data_from=data_from,
        data_to=data_to,
        opened_on=today,
        opened_after=after,
        illustration=illustration,
        document_number=document.number,
        document_date=document.date,
    )
    with recording(
        events.SEASON_OPENED,
        by=by,
        chain=season_chain(slug),
        cluster=cluster.name,
        year=str(cluster.year),
        number=document.number,
        date=document.date,
    ) as record:
        return record.save(season)
