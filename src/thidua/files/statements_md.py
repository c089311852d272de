"""Writes the statements about a cluster as Markdown: one sentence a point, with its source, in the season's order."""

from __future__ import annotations

import re

from thidua.core.scoring.figures import Figure, FigureTable, Nature, Target
from thidua.core.season import Season
from thidua.core.statements import Against, StatementRule
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.statements import write_statement

STAR = r" \*"  # behind a sentence that illustrative figures went into
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def statements_md(season: Season, table: FigureTable, lang: Language) -> str:
    """The page of statements; figures that are illustrative mark theirs with a star, explained at the end."""
    lines = [
        f"# {_plain(say('statements.title', lang, year=str(season.name.year)))}",
        "",
        _plain(season.name.title),
        "",
    ]
    illustrative = False
    for statement in season.state(table):
        starred = is_illustrative(statement.rule, table)
        illustrative |= starred
        lines.append(f"- {_plain(write_statement(statement, lang))}{STAR if starred else ''}")
        if statement.rule.source:
            lines.append(f"  <br>*{_plain(say('statements.source', lang, source=statement.rule.source))}*")
    if not season.statements:
        lines.append(say("statements.none", lang))
    if illustrative:
        lines += ["", f"\\* {_plain(say('statements.illustrative', lang))}"]
    return "\n".join(lines) + "\n"


def is_illustrative(rule: StatementRule, table: FigureTable) -> bool:
    """Whether a figure or a target that the statement looks at stands in for one that was not reported."""
    pairs = [(unit.code, indicator) for unit in table.units for indicator in rule.indicators]
    given: list[Figure | Target | None] = [table.chosen(*pair) for pair in pairs]
    if rule.against is Against.TARGET:
        given += [table.in_force(*pair) for pair in pairs]
    return any(one is not None and one.origin.nature is Nature.ILLUSTRATIVE for one in given)


def _plain(text: str) -> str:
    """The text as it is, whatever signs of Markdown or HTML it holds."""
    return _SPECIAL.sub(r"\\\1", text)
