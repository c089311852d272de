"""What a replay found, in sentences: for the command and for the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thidua.core.canonical import Plain
from thidua.core.results.replay import Replay
from thidua.words.language import Language
from thidua.words.say import all_sentences, say

SHORT = 12  # digits of a digest that a person compares


def say_replay(found: Replay, stored: object, computed: Mapping[str, Plain], lang: Language) -> Iterator[str]:
    """Every changed input, what else changed, the first difference; or that all is the same."""
    nothing = say("replay.nothing", lang)
    for change in found.changed_inputs:
        data = {"cell": change.cell, "key": " ".join(change.key)}
        yield say("replay.input", lang, **data, before=change.before or nothing, after=change.after or nothing)
    rulebooks = {"before": _rulebook(stored), "after": _rulebook(computed)}
    if found.rulebook_changed:
        yield say("replay.rulebook", lang, **rulebooks)
    for seal in found.seals_broken:
        yield say("replay.seal", lang, seal=seal)
    if found.first_difference is not None:
        path = " › ".join(write_key(part, lang) for part in found.first_difference.path)
        first = {"stored": found.first_difference.stored, "computed": found.first_difference.computed}
        counts = {"numbers": found.numbers, "differences": found.differences}
        yield say("replay.difference", lang, path=path, **first, **counts)
    if found.is_same:
        inputs = str(computed["inputs_digest"])[:SHORT]
        yield say("replay.same", lang, numbers=found.numbers, rulebook=rulebooks["after"], inputs=inputs)


def write_key(part: str, lang: Language) -> str:
    """A part of a result by its word; a unit, a criterion or a number stands for itself."""
    code = f"replay.key.{part}"
    return say(code, lang) if code in all_sentences() else part


def _rulebook(document: object) -> str:
    rulebook = document.get("rulebook") if isinstance(document, Mapping) else None
    return str(rulebook.get("digest"))[:SHORT] if isinstance(rulebook, Mapping) else "?"
