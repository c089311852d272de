"""Any rulebook in sentences that an officer would sign, in reading order and with nothing left silent.

Owns the order of what is told and what is withheld: of a criterion whose secrecy is `code_only` nothing but its code
and points is told, and indicators that serve only such criteria are called by their codes. Decides nothing: what a
rule means is in `core.kinds`, how it is worded in `rulebook_rules`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.above import ClassRule, Counted, KnockOut, Quota, ShareOf
from thidua.core.rulebook.parse import made_indicator
from thidua.core.rulebook.schema import (
    DEFAULT_ORDER,
    SEASON_TARGET,
    Criterion,
    Direction,
    Evidence,
    Group,
    Indicator,
    Leaf,
    Rulebook,
    Secrecy,
    StricterOf,
)
from thidua.core.rulebook.veil import hidden_indicators
from thidua.words.figure_checks import check_words
from thidua.words.language import Language
from thidua.words.rulebook_rules import (
    JOIN,
    Naming,
    adjustment_words,
    condition_words,
    level_name,
    shape_words,
    value_words,
)
from thidua.words.say import say, write_list


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """A criterion in words: its depth in the tree (0: top), its heading, and its sentences."""

    code: str
    depth: int
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulebookWords:
    """A whole rulebook in words: head, general rules, the tree, what stands above the leaves, the indicators."""

    title: str
    head: tuple[str, ...]
    general: Section
    criteria: tuple[CriterionWords, ...]
    sections: tuple[Section, ...]
    indicators: Section


def describe_rulebook(rulebook: Rulebook, lang: Language) -> RulebookWords:
    """The whole description. Sections that the rulebook leaves empty are left out."""
    naming = naming_of(rulebook, lang)
    sections = (
        Section(say("describe.section_total", lang), tuple(_total(rulebook, naming))),
        Section(say("describe.section_rank", lang), tuple(_ranks(rulebook, naming))),
        Section(
            say("describe.section_knock_outs", lang), tuple(_knock_out(one, naming) for one in rulebook.knock_outs)
        ),
        Section(say("describe.section_classes", lang), tuple(_class(one, naming) for one in rulebook.classes)),
        Section(say("describe.section_checks", lang), tuple(check_words(rulebook.checks, naming))),
    )
    return RulebookWords(
        title=rulebook.title,
        head=tuple(_head(rulebook, naming)),
        general=Section(say("describe.section_general", lang), tuple(_general(rulebook, naming))),
        criteria=tuple(_criterion(depth, node, naming) for depth, node in rulebook.walk()),
        sections=tuple(section for section in sections if section.sentences),
        indicators=Section(say("describe.section_indicators", lang), tuple(_indicators(rulebook, naming))),
    )


def render_rulebook(rulebook: Rulebook, lang: Language, width: int = 100) -> str:
    """The description as lines of text for a terminal or a file."""
    words = describe_rulebook(rulebook, lang)
    lines = [*textwrap.wrap(words.title, width), *_wrapped(words.head, width, "")]
    lines += _section(words.general, width)
    lines += ["", say("describe.section_criteria", lang)]
    for node in words.criteria:
        indent = "  " * node.depth
        lines += ["", *textwrap.wrap(node.heading, width, initial_indent=indent, subsequent_indent=indent)]
        lines += _wrapped(node.sentences, width, indent + "  ")
    for section in (*words.sections, words.indicators):
        lines += _section(section, width)
    return "\n".join(lines) + "\n"


def _section(section: Section, width: int) -> list[str]:
    if not section.sentences:
        return []
    return ["", section.title, *_wrapped(section.sentences, width, "  ")]


def _wrapped(sentences: tuple[str, ...], width: int, indent: str) -> list[str]:
    return [
        line
        for sentence in sentences
        for line in textwrap.wrap(sentence, width, initial_indent=indent, subsequent_indent=indent + "  ")
    ]


def naming_of(rulebook: Rulebook, lang: Language) -> Naming:
    """How this rulebook's indicators are called; those that serve only criteria shown by code stay unnamed."""
    return Naming({one.code: one for one in rulebook.indicators}, frozenset(hidden_indicators(rulebook)), lang)


def criterion_words(node: Criterion, naming: Naming) -> tuple[str, ...]:
    """What is said of one criterion below its heading."""
    if node.secrecy is Secrecy.CODE_ONLY:
        return (naming.say("describe.code_only"),)
    body = _leaf(node, node.body, naming) if isinstance(node.body, Leaf) else _group(node, node.body, naming)
    basis = [naming.say("describe.basis", basis=node.legal_basis)] if node.legal_basis else []
    return (*body, *basis)


def basis_words(basis: str, naming: Naming) -> str:
    """A legal basis; an unknown one is a value of its own."""
    return basis or naming.say("describe.unknown_basis")


def _head(rulebook: Rulebook, naming: Naming) -> Iterator[str]:
    yield naming.say("describe.head", code=rulebook.code, version=rulebook.version)
    valid = rulebook.valid
    if valid.end is None:
        yield naming.say("describe.valid_from", start=valid.start)
    else:
        yield naming.say("describe.valid", start=valid.start, end=valid.end)
    yield naming.say("describe.basis", basis=basis_words(rulebook.legal_basis, naming))
    if rulebook.note:
        yield naming.say("describe.note", note=rulebook.note.rstrip("."))


def _general(rulebook: Rulebook, naming: Naming) -> Iterator[str]:
    yield naming.say("describe.rounding", places=rulebook.places, rounding=rulebook.rounding)
    yield naming.say("describe.missing", policy=rulebook.missing)
    yield naming.say("describe.not_assigned_in_general", mode=rulebook.not_assigned)
    if rulebook.not_applicable is not None:
        yield naming.say("describe.not_applicable_in_general", mode=rulebook.not_applicable)
    if any(leaf.uses_target for _node, leaf in rulebook.leaves):
        yield naming.say("describe.zero_target_in_general")


def _criterion(depth: int, node: Criterion, naming: Naming) -> CriterionWords:
    if node.secrecy is Secrecy.CODE_ONLY:
        heading = naming.say("describe.criterion_code", code=node.code, points=node.points)
    else:
        heading = naming.say("describe.criterion", code=node.code, name=node.name, points=node.points)
    return CriterionWords(node.code, depth, heading, criterion_words(node, naming))


def _group(node: Criterion, group: Group, naming: Naming) -> Iterator[str]:
    if group.cap is not None:
        yield naming.say("describe.group_cap", cap=group.cap)
    if group.scale_down:
        yield naming.say("describe.scale_down")
    if group.floor is not None:
        yield naming.say("describe.group_floor", floor=group.floor)
    if group.rescale:
        yield naming.say("describe.rescale", points=node.points)


def _leaf(node: Criterion, leaf: Leaf, naming: Naming) -> Iterator[str]:
    yield _judged(node, leaf, naming)
    yield from _targets(leaf, naming)
    yield from _weighed(leaf, naming)
    for code, several in (("deduction", leaf.deductions), ("bonus", leaf.bonuses)):
        for one in several:
            text = adjustment_words(one, node.points, naming, beside=naming.name(leaf.indicator))
            yield naming.say(f"describe.{code}", text=text)
    if leaf.deduction_cap is not None:
        yield naming.say("describe.deduction_cap", cap=leaf.deduction_cap)
    if leaf.bonus_cap is not None:
        yield naming.say("describe.bonus_cap", cap=leaf.bonus_cap)
    if leaf.order != DEFAULT_ORDER or leaf.adjustments:
        yield naming.say("describe.order", steps=", ".join(naming.word(step) for step in leaf.order))
    if leaf.cap is not None:
        yield naming.say("describe.leaf_cap", cap=leaf.cap)
    if leaf.floor.digits:
        yield naming.say("describe.leaf_floor", floor=leaf.floor)
    if leaf.not_assigned is not None:
        yield naming.say("describe.not_assigned", mode=leaf.not_assigned)
    if leaf.not_applicable is not None:
        yield naming.say("describe.not_applicable", mode=leaf.not_applicable)
    yield from _appraisal(leaf, naming)


def _appraisal(leaf: Leaf, naming: Naming) -> Iterator[str]:
    """What a claim must bring, and who decides on it."""
    if leaf.evidence is Evidence.REQUIRED:
        yield naming.say("describe.evidence")
    if leaf.appraiser:
        yield naming.say("describe.appraiser", appraiser=leaf.appraiser)
    if leaf.wants_two:
        yield naming.say("describe.eyes")


def _judged(node: Criterion, leaf: Leaf, naming: Naming) -> str:
    """The base rule. What is entered under the criterion's own name needs no name of its own."""
    rule = shape_words(leaf.shape, leaf.indicator, node.points, naming)
    value = value_words(leaf.source, leaf.indicator, naming)
    own = naming.indicators.get(leaf.indicator)
    if own is not None and own.code == node.code and value == naming.say("describe.indicator", name=node.name):
        return naming.say("describe.judged_itself", rule=rule[:1].upper() + rule[1:])
    return naming.say("describe.judged", value=value, rule=rule)


def _targets(leaf: Leaf, naming: Naming) -> Iterator[str]:
    if leaf.target is not None:
        yield naming.say("describe.target", target=_target(leaf.target, naming))
    elif leaf.uses_target:
        yield naming.say("describe.target_of_season")


def _target(target: Number | Rate | StricterOf, naming: Naming) -> str:
    if not isinstance(target, StricterOf):
        return naming.amount(target)
    several = [_one_target(one, naming) for one in target.targets]
    return naming.say("describe.stricter_of", targets=write_list(several, naming.lang))


def _one_target(one: Number | Rate | str, naming: Naming) -> str:
    if isinstance(one, str):
        return naming.say("describe.season_target") if one == SEASON_TARGET else naming.name(one)
    return naming.amount(one)


def _weighed(leaf: Leaf, naming: Naming) -> Iterator[str]:
    if leaf.coefficient is not None:
        code = leaf.coefficient.indicator
        levels = naming.levels(code)
        factors = [
            naming.say("describe.factor", level=level_name(levels, index, naming), factor=factor)
            for index, factor in enumerate(leaf.coefficient.factors)
        ]
        yield naming.say("describe.coefficient", indicator=naming.name(code), factors=JOIN.join(factors))
    if leaf.months:
        yield naming.say("describe.months", indicator=naming.name(leaf.months))


def _total(rulebook: Rulebook, naming: Naming) -> Iterator[str]:
    """What happens above the tree, in the order in which it is applied."""
    total = rulebook.total
    yield naming.say("describe.total_sum")
    if total.cap is not None:
        yield naming.say("describe.total_cap", cap=total.cap)
    if total.floor is not None:
        yield naming.say("describe.total_floor", floor=total.floor)
    for one in total.bonuses:
        yield naming.say("describe.total_bonus", text=adjustment_words(one, Number(0), naming))
    if total.authority_adjustment is not None:
        yield naming.say("describe.authority", points=total.authority_adjustment)
    if total.rescale_to is not None:
        yield naming.say("describe.rescale_to", scale=total.rescale_to)


def _ranks(rulebook: Rulebook, naming: Naming) -> Iterator[str]:
    yield naming.say("describe.ranked_by")
    for number, step in enumerate(rulebook.tie_breaks, start=1):
        scope = naming.say("describe.whole_table")
        if step.criterion:
            scope = naming.say("describe.in_criterion", criterion=step.criterion)
        yield naming.say("describe.tie_step", number=number, key=step.key, scope=scope)
    yield naming.say("describe.rank_method", method=rulebook.rank)


def _knock_out(one: KnockOut, naming: Naming) -> str:
    effect = naming.word(one.effect)
    if one.criterion:
        effect = naming.say("describe.effect_criterion", effect=effect, criterion=one.criterion)
    if one.best_class:
        effect = naming.say("describe.effect_class", effect=effect, name=one.best_class)
    data = {"condition": condition_words(one.when, naming), "effect": effect}
    basis = basis_words(one.legal_basis, naming)
    return naming.say("describe.knock_out", code=one.code, name=one.name, basis=basis, **data)


def _class(one: ClassRule, naming: Naming) -> str:
    conditions: list[str] = []
    if one.min_share is not None:
        where = naming.word(one.min_share_of)
        conditions.append(naming.say("describe.class_share", where=where, share=one.min_share))
    elif one.min_share_of is not ShareOf.LEAVES:
        conditions.append(naming.say("describe.class_share_of", where=one.min_share_of))
    if one.quota is not None:
        conditions += _quota(one.quota, naming)
    said = "".join(f"{JOIN}{condition}" for condition in conditions)
    data = {"conditions": said, "basis": basis_words(one.legal_basis, naming)}
    return naming.say("describe.class", name=one.name, least=one.least, **data)


def _quota(quota: Quota, naming: Naming) -> Iterator[str]:
    base = naming.say("describe.quota_all")
    if quota.of_class:
        base = naming.say("describe.quota_class", name=quota.of_class)
    code = "share" if isinstance(quota.most, Rate) else "number"
    yield naming.say(f"describe.quota_{code}", most=quota.most, base=base, rounding=quota.rounding)
    if quota.at_least:
        yield naming.say("describe.quota_least", number=quota.at_least)
    if quota.counted is not Counted.ALONE:
        yield naming.say("describe.quota_counted", counted=quota.counted)
    yield naming.say("describe.quota_edge", edge=quota.edge)


def _indicators(rulebook: Rulebook, naming: Naming) -> Iterator[str]:
    """Every indicator but those that a criterion makes for itself, which its own sentence has told."""
    made = {made_indicator(node.code, node.name, leaf.shape) for node, leaf in rulebook.leaves}
    return (_indicator(one, naming) for one in rulebook.indicators if one not in made)


def _indicator(one: Indicator, naming: Naming) -> str:
    if one.code in naming.hidden:
        name = naming.name(one.code)
        return f"{name[:1].upper()}{name[1:]}."
    code = "describe.indicator_measured" if one.measure else "describe.indicator_line"
    data = {"measure": one.measure} if one.measure else {}
    said = [naming.say(code, code=one.code, name=one.name, kind=one.kind, **data)]
    if one.direction is Direction.LESS:
        said.append(naming.say("describe.indicator_less"))
    if one.levels:
        said.append(naming.say("describe.indicator_levels", levels=", ".join(one.levels)))
    if one.has_periods:
        said.append(naming.say("describe.indicator_frequency", frequency=one.frequency))
    if one.aggregation is not None:
        said.append(naming.say("describe.indicator_aggregation", way=one.aggregation))
    if one.year is not None:
        said.append(naming.say("describe.indicator_year", year=str(one.year)))
    if one.definition:
        said.append(naming.say("describe.indicator_definition", definition=one.definition.rstrip(".")))
    return " ".join(said)
