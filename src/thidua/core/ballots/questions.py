"""Questions of the homomorphic kind (specification §4.9.1): tick between `minimum` and `maximum` answers, or blank.

Owns: what a question is, what a choice is, and how both stand in JSON. Never encrypts. Questions of the
other kind (rankings, marks) reveal single ballots at the count and are refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.ballots.encoding import Node, refused
from thidua.core.errors import BallotRefused, Place, Problem

MAX_ANSWERS = 200
Choices = tuple[int, ...]  # one 0 or 1 per place of Question.places


@dataclass(frozen=True, slots=True)
class Question:
    """One list on the ballot paper."""

    text: str
    answers: tuple[str, ...]
    minimum: int
    maximum: int
    has_blank: bool

    @property
    def places(self) -> int:
        """How many ciphertexts an answer has: one per listed answer, and the leading blank if allowed."""
        return len(self.answers) + self.has_blank

    def as_json(self) -> dict[str, object]:
        blank: dict[str, object] = {"blank": True} if self.has_blank else {}
        return {
            "answers": list(self.answers),
            **blank,
            "min": self.minimum,
            "max": self.maximum,
            "question": self.text,
        }


def read_question(node: Node) -> Question:
    """A question from an election or a template.

    Raises: BallotRefused `ballots.question.kind`, `ballots.question.bounds`, or what `Node` raises.
    """
    if isinstance(node.value, dict) and "type" in node.value:
        raise refused("ballots.question.kind", node.path, kind=str(node.value["type"])[:40])
    fields = node.fields("answers", "min", "max", "question", optional=("blank",))
    question = Question(
        text=fields["question"].text(),
        answers=tuple(answer.text() for answer in fields["answers"].items(least=1, most=MAX_ANSWERS)),
        minimum=fields["min"].integer(),
        maximum=fields["max"].integer(),
        has_blank="blank" in fields and fields["blank"].boolean(),
    )
    if not 0 <= question.minimum <= question.maximum <= len(question.answers):
        raise refused(
            "ballots.question.bounds",
            node.path,
            minimum=question.minimum,
            maximum=question.maximum,
            answers=len(question.answers),
        )
    return question


def check_choices(questions: Sequence[Question], choices: Sequence[Choices]) -> None:
    """What a voter ticked obeys every question; nothing is encrypted otherwise.

    Raises: BallotRefused `ballots.choices.*`, all questions at once.
    """
    if len(choices) != len(questions):
        raise refused("ballots.choices.questions", found=len(choices), expected=len(questions))
    problems = [
        problem
        for place, (question, choice) in enumerate(zip(questions, choices, strict=True), start=1)
        if (problem := _choice_problem(place, question, choice)) is not None
    ]
    if problems:
        raise BallotRefused(problems)


def _choice_problem(place: int, question: Question, choice: Choices) -> Problem | None:
    where = Place(path=f"choices[{place - 1}]")
    if len(choice) != question.places:
        data: dict[str, object] = {"question": place, "found": len(choice), "expected": question.places}
        return Problem("ballots.choices.places", data, where)
    if any(mark not in {0, 1} for mark in choice):
        return Problem("ballots.choices.mark", {"question": place}, where)
    blank = question.has_blank and choice[0] == 1
    ticked = sum(choice[question.has_blank :])
    if blank:
        return Problem("ballots.choices.blank", {"question": place}, where) if ticked else None
    if not question.minimum <= ticked <= question.maximum:
        data = {"question": place, "ticked": ticked, "minimum": question.minimum, "maximum": question.maximum}
        return Problem("ballots.choices.bounds", data, where)
    return None
