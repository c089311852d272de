"""The catalogue of rules is whole: no kind and no number of it without page, golden case, description and trace.

What a number of the catalogue must be called by is named here as sentences: `TOLD` has, for each, what the description
of a rulebook says of it, and what the result says. Both are looked for in the worked examples of the page about it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from core.kinds.pages import HEADING, ROOT, TEXTS, examples_of, scored
from thidua.core.kinds import SHAPES, SOURCES
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.trace import explain
from thidua.core.standings import standings
from thidua.files.yaml_text import load_yaml
from thidua.words.language import Language
from thidua.words.rulebook import naming_of, render_rulebook
from thidua.words.rulebook_rules import shape_words, value_words
from thidua.words.say import all_sentences
from thidua.words.sheets import ScoreSheet, score_sheet
from thidua.words.traces import explain_in_words, render_explanation
from words.builders import make_season

KINDS = sorted({*SHAPES, *SOURCES})
NUMBERS = [f"K{number}" for number in range(1, 45)]
HEADINGS = [heading for text in TEXTS.values() for heading in HEADING.findall(text)]
EXAMPLES = [example for page, text in TEXTS.items() for example in examples_of(text, page)]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.yaml"))
TOLD = {
    "K1": ("describe.rule.entry", "headline.entered_self"),
    "K2": ("describe.rule.pass_fail", "pass_fail.passed"),
    "K3": ("describe.rule.all_or_nothing_more", "all_or_nothing.reached"),
    "K4": ("describe.rule.proportional_target_more", "headline.ratio_plain"),
    "K5": ("describe.rule.ratio_floor", "proportional.below_floor"),
    "K6": ("describe.rule.band", "bands.held"),
    "K7": ("describe.source.deviation", "source.deviation"),
    "K8": ("describe.rule.two_key", "two_key_bands.class"),
    "K9": ("describe.rule.target_and_leader", "leader.by_excess"),
    "K10": ("describe.rule.relative_more", "leader.best"),
    "K11": ("describe.rule.rank_points", "rank_points.place"),
    "K12": ("describe.deduction", "headline.deduction"),
    "K13": ("describe.rule.band", "bands.held"),
    "K14": ("describe.at_most", "limit.adjustment_cap"),
    "K15": ("describe.rule.level", "by_level.level"),
    "K16": ("describe.bonus", "headline.bonus"),
    "K17": ("describe.rule.per_step_first_more", "per_step.steps"),
    "K18": ("describe.best_of", "leaf.alternative"),
    "K19": ("describe.only_when", "headline.bonus"),
    "K20": ("describe.source.working_days_early", "timing.early"),
    "K21": ("describe.total_bonus", "sheet.award"),
    "K22": ("describe.knock_out", "standings.knocked_out"),
    "K23": ("describe.class_share", "standings.missed_min_share"),
    "K24": ("describe.not_assigned_in_general", "headline.mode_exclude"),
    "K25": ("describe.rule.proportional_whole", "headline.whole_plain"),
    "K26": ("describe.rescale_to", "sheet.rescaled"),
    "K27": ("describe.source.trimmed", "source.trimmed"),
    "K28": ("describe.source.weighted_index", "source.weighted_index"),
    "K29": ("describe.source.growth", "source.growth"),
    "K30": ("describe.source.growth", "drawn.percentage_points"),
    "K31": ("describe.rule.balance_full", "headline.balance"),
    "K32": ("describe.scale_down", "headline.scaled"),
    "K33": ("describe.authority", "sheet.taken"),
    "K34": ("describe.rule.range", "headline.entered_self"),
    "K35": ("describe.quota_share", "standings.missed_quota"),
    "K36": ("describe.tie_step", "standings.parted"),
    "K37": ("describe.rule.piecewise", "piecewise.between"),
    "K38": ("describe.rule.proportional_target_less", "headline.ratio_plain"),
    "K39": ("describe.source.against_mean", "source.against_mean"),
    "K40": ("describe.coefficient", "leaf.coefficient"),
    "K41": ("describe.source.mean", "source.mean"),
    "K42": ("describe.source.mean_weighted", "source.mean"),
    "K43": ("describe.months", "leaf.months"),
    "K44": ("describe.stricter_of", "leaf.stricter"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogue")


def about(what: str) -> list[int]:
    """The worked examples that use a kind, or stand below a heading that names a number."""
    named = re.compile(rf"\b{what}\b")
    return [place for place, one in enumerate(EXAMPLES) if what in used(one.raw) or named.search(one.heading)]


@cache
def evaluations(folder: Path, place: int) -> tuple[Evaluation, ...]:
    """What an example comes to."""
    return tuple(scored(EXAMPLES[place].cases(), folder))


@cache
def told(folder: Path, place: int, lang: Language) -> tuple[str, ...]:
    """All that the results of an example say, sentence by sentence."""
    return tuple(text for one in evaluations(folder, place) for text in told_of(one, lang))


def says(text: str, code: str, lang: Language) -> bool:
    """Whether a text holds a sentence, whatever its fields were filled with."""
    parts = re.split(r"\{.*?\}", " ".join(all_sentences()[code][lang is Language.EN].split()))
    pattern = ".+?".join(re.escape(part) for part in parts)
    return re.search(pattern, " ".join(text.split()), re.IGNORECASE) is not None


def told_of(evaluation: Evaluation, lang: Language) -> Iterator[str]:
    """All that a result says: each criterion of each unit explained, and the sheets with their totals and notes."""
    for cluster in standings(evaluation):
        for unit in evaluation.table.units:
            for code in evaluation.leaves:
                yield render_explanation(explain_in_words(explain(evaluation, unit.code, code), lang), lang)
            sheet = score_sheet(make_season(), evaluation, cluster, unit.code, lang, result_digest="0" * 64)
            yield " ".join(texts_of(sheet))


def texts_of(sheet: ScoreSheet) -> Iterator[str]:
    """The notes of a sheet and the labels of its lines below the sum."""
    yield from (*sheet.marks, *sheet.notes, sheet.ranking)
    yield from (f"{line.label} {line.amount}" for line in sheet.totals)


def used(raw: object) -> set[str]:
    """Every kind that plain data names, in full or by its bare name."""
    if isinstance(raw, list):
        return {name for one in raw for name in used(one)}
    if not isinstance(raw, dict):
        return set()
    named = {str(raw[key]) for key in ("rule", "value", "kind") if isinstance(raw.get(key), str)}
    return named.union(*(used(one) for one in raw.values()))


def words_of(rulebook: Rulebook, kind: str, lang: Language) -> Iterator[str]:
    """What the description says for a kind, wherever the rulebook uses it."""
    naming = naming_of(rulebook, lang)
    rules = [(leaf.indicator, leaf.source, leaf.shape, node.points) for node, leaf in rulebook.leaves]
    rules += [
        (one.indicator, one.source, one.shape, node.points)
        for node, leaf in rulebook.leaves
        for one in leaf.adjustments
    ]
    for indicator, source, shape, points in rules:
        if source.name == kind:
            yield value_words(source, indicator, naming)
        if shape.name == kind:
            yield shape_words(shape, indicator, points, naming)


def test_catalogue_has_no_number_that_these_tests_forget() -> None:
    claimed = {number for one in (*SHAPES.values(), *SOURCES.values()) for number in one.kinds}
    assert (sorted(TOLD), claimed <= set(NUMBERS)) == (sorted(NUMBERS), True)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_heading_on_one_page(kind: str) -> None:
    owner = SHAPES.get(kind) or SOURCES[kind]
    heading = [one for one in HEADINGS if re.search(rf": `{kind}`(?! of| over)", one)]
    assert len(heading) == 1
    assert [number for number in owner.kinds if not any(re.search(rf"\b{number}\b", one) for one in HEADINGS)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_golden_case(kind: str) -> None:
    assert kind in {name for path in GOLDEN for name in used(load_yaml(path))}


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_described(kind: str, lang: Language, folder: Path) -> None:
    books = [one.rulebook for place in about(kind) for one in evaluations(folder, place)]
    found = [(book, words) for book in books for words in words_of(book, kind, lang)]
    assert found != []
    for book, words in found:
        assert squeezed(words) in squeezed(render_rulebook(book, lang))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_explained(kind: str, folder: Path) -> None:
    for place in about(kind):
        vietnamese, english = (told(folder, place, lang) for lang in (Language.VI, Language.EN))
        assert [a for a, b in zip(vietnamese, english, strict=True) if a == b] == []


def squeezed(text: str) -> str:
    """A text as it is compared: lines joined, letters of one size."""
    return " ".join(text.split()).casefold()


@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_of_the_catalogue_has_a_heading(number: str) -> None:
    assert [one for one in HEADINGS if re.search(rf"\b{number}\b", one)] != []


@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_of_the_catalogue_has_a_golden_case(number: str) -> None:
    names = [str(case["case"]) for path in GOLDEN for case in cases_of(path)]
    assert [name for name in names if re.search(rf"\b{number}\b", name)] != []


def cases_of(path: Path) -> list[dict[str, object]]:
    raw = load_yaml(path)
    assert isinstance(raw, list)
    return [dict(case) for case in raw if isinstance(case, dict)]


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_of_the_catalogue_is_described(number: str, lang: Language, folder: Path) -> None:
    texts = [render_rulebook(one.rulebook, lang) for place in about(number) for one in evaluations(folder, place)]
    assert [says(text, TOLD[number][0], lang) for text in texts].count(True) > 0


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_of_the_catalogue_is_explained(number: str, lang: Language, folder: Path) -> None:
    texts = [text for place in about(number) for text in told(folder, place, lang)]
    assert [says(text, TOLD[number][1], lang) for text in texts].count(True) > 0
