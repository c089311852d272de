"""What a spreadsheet lets be typed into a cell of a unit's sheet, by kind of figure, as its own formulas.

The cells are text cells, so that 8,5 and 05/12/2024 stay what was typed whatever the regional settings of the
computer; the formulas therefore look at texts as well as at numbers, and let pass everything that the reader of
figures could read. The reader decides; this only tells early. No function is newer than Excel 2007.
"""

from __future__ import annotations

from thidua.core.numbers import Number
from thidua.core.rulebook.schema import FigureKind
from thidua.core.states import State
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.template import TemplateLine, write_question

MESSAGE_LIMIT = 255  # of Excel, for messages, formulas and the text of a list
STATES = (State.NOT_ASSIGNED, State.NOT_APPLICABLE)

Validation = dict[str, object]


def validation(line: TemplateLine, cell: str, lang: Language) -> Validation:
    """The options of xlsxwriter's `data_validation` for a cell named as in A1."""
    message = say("template.or_states", lang, question=write_question(line, lang), states=_states(lang))
    asked: Validation = {
        "input_title": say("template.input_title", lang),
        "input_message": message[:MESSAGE_LIMIT],
        "error_title": say("template.error_title", lang),
        "error_message": say("template.error", lang, question=write_question(line, lang), states=_states(lang))[
            :MESSAGE_LIMIT
        ],
    }
    words = _words(line, lang)
    if words and len(",".join(words)) <= MESSAGE_LIMIT and not any("," in word for word in words):
        return {**asked, "validate": "list", "source": words}
    formula = f"={_with_states(_test(line, cell, words), cell, lang)}"
    if len(formula) > MESSAGE_LIMIT:
        return {**asked, "validate": "any"}
    return {**asked, "validate": "custom", "value": formula}


def _states(lang: Language) -> list[str]:
    return [say(f"template.{state.word}", lang) for state in STATES]


def _words(line: TemplateLine, lang: Language) -> list[str]:
    """The closed list of answers, where there is one; states last."""
    if line.indicator.kind is FigureKind.VERDICT:
        return [say("template.passed", lang), say("template.failed", lang), *_states(lang)]
    return [*line.indicator.levels, *_states(lang)] if line.indicator.levels else []


def _with_states(test: str, cell: str, lang: Language) -> str:
    """States pass first: what follows may be an error for a text that is no number."""
    states = ",".join(_is(cell, state) for state in _states(lang))
    return f"IF(OR({states}),TRUE,{test})"


def _test(line: TemplateLine, cell: str, words: list[str]) -> str:
    """The test of one kind; an error counts as no."""
    match line.indicator.kind:
        case FigureKind.COUNT | FigureKind.MONEY:
            return _whole(cell)
        case FigureKind.POINTS if line.bounds is not None:
            return _between(cell, *line.bounds)
        case FigureKind.DECIMAL | FigureKind.POINTS:
            return f"ISNUMBER({_number(cell)})"
        case FigureKind.PERCENT:
            return f'OR(ISNUMBER({cell}),RIGHT({cell},1)="%",ISNUMBER({_number(cell)}))'
        case FigureKind.SHARE | FigureKind.RESULT_TARGET:
            return f'OR(ISNUMBER(FIND("/",{cell})),RIGHT({cell},1)="%")'
        case FigureKind.OF_UNITS:
            return f'ISNUMBER(FIND("/",{cell}))'
        case FigureKind.DAY:
            strokes = f'LEN({cell})-LEN(SUBSTITUTE({cell},"/",""))=2'
            return f"OR(ISNUMBER({cell}),{strokes})"
    return f"OR({','.join(_is(cell, word) for word in words)})"


def _is(cell: str, word: str) -> str:
    return f'{cell}="{word}"'


def _number(cell: str) -> str:
    """The number that a text means, with a comma or a point before its decimals; an error for other texts.

    8,5 is 85 over 10: locale settings, which would make 85 of it in an English Excel, have no say.
    """
    digits = f'SUBSTITUTE(SUBSTITUTE({cell},".",""),",","")'
    decimals = f'LEN({cell})-FIND(",",SUBSTITUTE({cell},".",",")&",")'
    return f"IF(ISNUMBER({cell}),{cell},{digits}/10^MAX(0,{decimals}))"


def _between(cell: str, least: Number, most: Number) -> str:
    """Within bounds, asked once: no farther from the middle than half the width."""
    places = max(least.places, most.places)
    low, high = (bound.digits * 10 ** (places - bound.places) for bound in (least, most))
    middle, half = Number((low + high) * 5, places + 1), Number((high - low) * 5, places + 1)
    return f"ABS({_number(cell)}-{_literal(middle)})<={_literal(half)}"


def _literal(number: Number) -> str:
    text = number.canonical()
    return f"({text})" if text.startswith("-") else text


def _whole(cell: str) -> str:
    """A whole number, its thousands perhaps set apart by points; a leading 0 keeps signs out."""
    typed = f'AND(ISERROR(FIND(",",{cell})),ISNUMBER(-("0"&SUBSTITUTE({cell},".",""))))'
    return f"IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell})),{typed})"
