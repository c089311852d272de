"""The names of reporting periods (`tháng 3/2024`, `quý 1/2024`), and how a figure of the year was made from them."""

from thidua.core.periods import YEAR, Aggregation
from thidua.core.rulebook.schema import Indicator
from thidua.core.scoring.figures import Figure
from thidua.words.headlines import write_figure
from thidua.words.language import Language
from thidua.words.say import PERIOD_CODE, say, write_list, write_period


def write_short_period(code: str, lang: Language) -> str:
    """The name for narrow columns: `T3`, `Q1`, `31/03`."""
    match = PERIOD_CODE.fullmatch(code)
    if match is None:
        return say("period.year", lang) if code == YEAR else code
    if match["day"]:
        return f"{match['day']}/{match['month']}"
    if match["letter"]:
        return say(f"period.short_{match['letter'].lower()}", lang, number=match["part"])
    return say("period.short_m", lang, number=str(int(match["month"])))


def write_periods(codes: tuple[str, ...], lang: Language) -> str:
    """Several periods by name."""
    return write_list([write_period(code, lang) for code in codes], lang)


def say_made_of(figure: Figure, indicator: Indicator, lang: Language) -> list[str]:
    """From which periods a figure of the year was made, how, and which ones lack; nothing for one typed as a whole."""
    made = figure.made_of
    if made is None:
        return []
    parts = [
        say("made_of.part", lang, period=write_period(one.period, lang), figure=_said(one, indicator, lang))
        for one in made.parts
    ]
    one_counts = made.way in (Aggregation.LATEST, Aggregation.CUMULATIVE)
    shown = parts[-1:] if one_counts else parts
    told = [say(f"made_of.{made.way.value}", lang, parts="; ".join(shown), count=len(made.parts))]
    if made.lacking:
        told.append(say("made_of.lacking", lang, periods=write_periods(made.lacking, lang)))
    return told


def _said(one: Figure, indicator: Indicator, lang: Language) -> str:
    return say(f"said.{one.state.word}", lang) if one.value is None else write_figure(one.value, indicator, lang)
