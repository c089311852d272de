"""Freezing the standings: what is shown becomes a version of its own."""

from collections.abc import Iterator

from thidua import __version__
from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.results import events
from thidua.apps.results.models import Result
from thidua.apps.results.scoring import Scored, evaluation_of
from thidua.apps.results.services.meaning import check_word
from thidua.apps.results.stored import latest_result, says_the_same
from thidua.apps.results.unfinished import unfinished
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import changing, refuse
from thidua.core.errors import Problem
from thidua.core.states import Release
from thidua.files.standings_json import standings_json
from thidua.words.vietnamese import tidy


def freeze_standings(*, actor: Actor, season: Season, word: str, document: Document) -> Result:
    """Keep the standings as they are, as a version of their own, by a document. `word` is typed to mean it.

    Raises Refused: the word is another, the document is not whole, points are provisional, or nothing has changed
    since the last version.
    """
    with changing(season) as held:
        by = demand(actor, Verb.FREEZE_STANDINGS, held.subject())
        scored = evaluation_of(held.season, on=held.today)
        last = latest_result(held.season)
        wrong = [*check_word(word, Release.FROZEN), *check_document(document, today=held.today)]
        refuse([*wrong, *_hindrances(scored, last)])
        row = Result(
            season=held.season,
            version=1 if last is None else last.version + 1,
            as_of=scored.season.as_of,
            text=standings_json(scored.document),
            digest=scored.digest,
            engine=__version__,
            frozen_at=clock.now(),
            document_number=tidy(document.number),
            document_date=document.date,
        )
        with recording(
            events.STANDINGS_FROZEN,
            by=by,
            chain=held.season.ledger_chain(),
            version=row.version,
            digest=row.digest,
            document=row.document_number,
            date=row.document_date,
        ) as record:
            return record.save(row)


def _hindrances(scored: Scored, last: Result | None) -> Iterator[Problem]:
    still_open = list(unfinished(scored))
    yield from still_open
    if not still_open and last is not None and says_the_same(last, scored):
        yield Problem("results.frozen_already", {"version": last.version})
