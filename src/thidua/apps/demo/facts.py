"""Facts of a season: written in the demonstration's own file, or taken from a season folder, where statements are
worked out from the figures. No number is typed a second time.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from thidua.apps.seasons.services import Fact
from thidua.core.plain import Cursor
from thidua.core.scoring.figures import Nature
from thidua.core.season import Fact as Reported
from thidua.core.season import Season
from thidua.files.season import load_season
from thidua.files.statements_md import is_illustrative
from thidua.words.language import Language
from thidua.words.statements import write_statement


def facts_of(cursor: Cursor | None, folder: Path) -> tuple[Fact, ...]:
    """The facts in their order; `from` names the season folder that statements and facts are taken out of."""
    if cursor is None:
        return ()
    parts = cursor.mapping(("from", "list"), ("from", "list"))
    source = parts["from"].text() if "from" in parts else None
    if source is None or "list" not in parts:
        return ()
    season = load_season(folder / source)
    said, told = dict(_statements(season)), {fact.subject: _taken(fact) for fact in season.facts}
    found = [_fact(one, said, told) for one in parts["list"].items()]
    return tuple(fact for fact in found if fact is not None)


def _fact(cursor: Cursor, said: dict[str, Fact], told: dict[str, Fact]) -> Fact | None:
    parts = cursor.mapping(("subject", "text", "source", "statement", "fact"))
    for key, known in (("statement", said), ("fact", told)):
        if key in parts:
            name = parts[key].text() or ""
            if name not in known:
                parts[key].refuse("demo.unknown_fact", name=name)
                return None
            subject = parts["subject"].text() if "subject" in parts else None
            return replace(known[name], subject=subject or known[name].subject)
    given = {key: parts[key].text() or "" if key in parts else "" for key in ("subject", "text", "source")}
    if not all(given.values()):
        cursor.refuse("demo.fact_without_source")
        return None
    return Fact(given["subject"], given["text"], given["source"])


def _taken(fact: Reported) -> Fact:
    return Fact(fact.subject, fact.text, fact.source, is_illustrative=fact.nature is Nature.ILLUSTRATIVE)


def _statements(season: Season) -> Iterator[tuple[str, Fact]]:
    table = season.table()
    for statement in season.state(table):
        rule = statement.rule
        text = write_statement(statement, Language.VI)
        yield rule.code, Fact(rule.code, text, rule.source, is_illustrative=is_illustrative(rule, table))
