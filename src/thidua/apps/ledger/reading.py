"""An entry as people read it: its sentence, with the names and texts that are still there."""

import string
from collections.abc import Mapping

from thidua.apps.ledger.events import EventType, defined
from thidua.core.errors import Fault
from thidua.core.ledger.entry import Entry
from thidua.words.language import Language
from thidua.words.say import all_sentences, say


def sentence_of(
    entry: Entry,
    texts: Mapping[str, str],
    lang: Language,
    *,
    unit_names: Mapping[str, str] | None = None,
    is_told: bool = True,
) -> str:
    """What the entry says, or that it comes from a release whose words are not ours; of one that is not told what was
    done to which unit, with … where its data goes in.
    """
    try:
        if not is_told:
            return outline_of(defined()[entry.verb], lang, unit=(unit_names or {}).get(entry.about_unit, "…"))
        return said_by(entry, texts, lang, unit_names=unit_names)
    except (Fault, ValueError):
        return say("ledger.entry_unsaid", lang, verb=entry.verb)


def said_by(
    entry: Entry,
    texts: Mapping[str, str],
    lang: Language,
    *,
    unit_names: Mapping[str, str] | None = None,
    code: str = "",
) -> str:
    """The sentence of an entry, or another one (`code`) of the same fields. Raises Fault when it has none, or needs
    what the entry does not hold.
    """
    event = defined().get(entry.verb)
    if event is None:
        raise Fault(f"no event type is called {entry.verb}")
    return say(code or f"event.{entry.verb}", lang, **_fields(event, entry, texts, lang, unit_names or {}))


def outline_of(event: EventType, lang: Language, *, unit: str = "…") -> str:
    """The sentence of a type of entry with … where its data goes in, but for the unit that it is about."""
    template = all_sentences()[f"event.{event.code}"][lang is Language.EN]
    named = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return say(f"event.{event.code}", lang, **{**dict.fromkeys(named, "…"), "unit": unit})


def table_name(table: str, lang: Language) -> str:
    """What people call the rows of a table."""
    code = f"record.{table}"
    return say(code, lang) if code in all_sentences() else table


def text_name(field: str, lang: Language) -> str:
    """What people call a text of an entry."""
    code = f"ledger_text.{field}"
    return say(code, lang) if code in all_sentences() else field


def _fields(
    event: EventType, entry: Entry, texts: Mapping[str, str], lang: Language, unit_names: Mapping[str, str]
) -> dict[str, object]:
    """Data as the values that the sentence writes; of texts, those that are there, or that they were erased."""
    fields: dict[str, object] = dict.fromkeys(event.texts, "")
    for name, value in (entry.data or {}).items():
        fields[name] = _read(event, name, value)
    if entry.about_unit and "name" not in fields:
        fields["unit"] = unit_names.get(entry.about_unit, entry.about_unit)
    for name in entry.commitments or ():
        fields[name] = texts.get(name) or say("ledger.text_gone", lang)
    return fields


def _read(event: EventType, name: str, value: object) -> object:
    read = event.reads.get(name)
    if isinstance(value, list):
        return [_read(event, name, item) for item in value]
    if value is None:
        return ""
    return value if read is None or value == "" else read(str(value))
