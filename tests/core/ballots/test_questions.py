"""Questions and choices: what may be ticked."""

import pytest

from ballot_cases import PICK, TICK
from thidua.core.ballots.encoding import canonical, read_json
from thidua.core.ballots.questions import Question, check_choices, read_question
from thidua.core.errors import BallotRefused

TEXT = {"answers": ["A", "B"], "min": 0, "max": 1, "question": "Q"}


def codes(action: object, *arguments: object) -> list[str]:
    with pytest.raises(BallotRefused) as refusal:
        action(*arguments)  # type: ignore[operator]
    return [problem.code for problem in refusal.value.problems]


@pytest.mark.parametrize("question", [TICK, PICK])
def test_question_reads_back(question: Question) -> None:
    assert read_question(read_json(canonical(question.as_json()))) == question


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"min": 2}, "ballots.question.bounds"),
        ({"max": 3}, "ballots.question.bounds"),
        ({"min": -1}, "ballots.json.unexpected"),
        ({"answers": []}, "ballots.json.length"),
        ({"answers": ["A"] * 201}, "ballots.json.length"),
        ({"blank": 1}, "ballots.json.unexpected"),
        ({"extra": 1}, "ballots.json.fields"),
        ({"type": "NonHomomorphic"}, "ballots.question.kind"),
    ],
)
def test_question_that_cannot_be_asked_is_refused(change: dict[str, object], code: str) -> None:
    assert codes(read_question, read_json(canonical(TEXT | change))) == [code]


@pytest.mark.parametrize(
    ("question", "choice"),
    [(TICK, (0, 0)), (TICK, (1, 1)), (PICK, (0, 1, 0)), (PICK, (1, 0, 0))],
)
def test_choice_within_the_rules_passes(question: Question, choice: tuple[int, ...]) -> None:
    check_choices([question], [choice])


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ((0, 0, 0), "ballots.choices.bounds"),
        ((0, 1, 1), "ballots.choices.bounds"),
        ((1, 1, 0), "ballots.choices.blank"),
        ((0, 2, 0), "ballots.choices.mark"),
        ((1, 0), "ballots.choices.places"),
    ],
)
def test_choice_against_the_rules_is_refused(choice: tuple[int, ...], code: str) -> None:
    assert codes(check_choices, [PICK], [choice]) == [code]


def test_every_wrong_answer_is_told_at_once() -> None:
    assert codes(check_choices, [PICK, TICK, PICK], [(0, 0, 0), (1, 1), (1, 1, 0)]) == [
        "ballots.choices.bounds",
        "ballots.choices.blank",
    ]


def test_answers_to_another_number_of_questions_are_refused() -> None:
    assert codes(check_choices, [PICK], []) == ["ballots.choices.questions"]
