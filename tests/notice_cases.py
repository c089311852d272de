"""Entries of the types that are told, as their services would write them, for the tests of notices."""

from enum import Enum
from string import Formatter

from thidua.apps.ledger.services import recording
from thidua.apps.notices.telling import Telling
from thidua.core.ledger.entry import Author
from thidua.core.periods import PeriodName
from thidua.words.say import all_sentences
from world import World

UNIT = "dong-nai"
BY = Author("somebody", "Lê Văn Ai")


def record(world: World, telling: Telling, unit: str = UNIT) -> None:
    """An entry of a type as its service would write it, about a unit."""
    template = all_sentences()[f"event.{telling.event.code}"][0]
    fields = {name for _, name, _, _ in Formatter().parse(template) if name} - {*telling.event.texts, "actor", "reason"}
    data = {name: sample(telling.event.reads.get(name)) for name in fields}
    data |= {"unit": unit, "indicator": "pha-an"} | (dict([telling.where]) if telling.where else {})
    texts = dict.fromkeys(telling.event.texts, "Nội dung")
    chain = world.season.ledger_chain()
    with recording(telling.event, by=BY, chain=chain, reason="Lý do", texts=texts, **data):
        pass


def sample(read: object) -> str:
    """Plain data that a reader of an event type takes."""
    if read is None:
        return "1"
    if read is PeriodName:
        return "2024-Q1"
    return next(iter(read)).value if isinstance(read, type) and issubclass(read, Enum) else "2024-01-05"
