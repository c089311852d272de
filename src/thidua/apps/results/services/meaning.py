"""The word that somebody types to show that an act is meant."""

from collections.abc import Iterator

from thidua.core.errors import Place, Problem
from thidua.core.states import Release
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.vietnamese import tidy


def check_word(word: str, release: Release) -> Iterator[Problem]:
    """Refuse any other word than the one of the act, in either language."""
    words = {say(f"results.word_for.{release}", lang).casefold() for lang in Language}
    if tidy(word).casefold() not in words:
        yield Problem(f"results.type_word.{release}", place=Place(path="word"))
