"""Paths of entries are written in labels and read back, in both languages and in keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.files.rulebook_rows import Step, key_of_label, read_path, write_path
from thidua.words.language import Language
from thidua.words.say import all_sentences

KEYS = sorted(code.removeprefix("key.") for code in all_sentences() if code.startswith("key."))
STEPS = st.builds(Step, st.sampled_from(KEYS), st.integers(0, 9999))


@pytest.mark.parametrize("key", KEYS)
def test_label_in_either_language_is_read_back_to_its_key(key: str) -> None:
    texts = (key, *all_sentences()[f"key.{key}"])
    assert [key_of_label(text.upper()) for text in texts] == [key] * 3


@given(st.lists(STEPS, min_size=1, max_size=5).map(tuple), st.sampled_from(Language))
def test_path_is_read_back_as_written(path: tuple[Step, ...], lang: Language) -> None:
    assert read_path(write_path(path, lang)) == path


@pytest.mark.parametrize("text", ["khoản trừ 1 › trần", "", "cách tính › ", "1", "bậc một"])
def test_path_with_an_unknown_piece_is_not_read(text: str) -> None:
    assert read_path(text) is None
