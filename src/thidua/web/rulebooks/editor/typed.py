"""What stands in the fields of the editor, and the plain data that it means: both ways, nothing decided.

A node's document becomes texts by name of field; what somebody sends is such texts too. The texts become the document
that the one parser reads, and what it refuses is told at the field it came from, as it is told at a cell of a workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from thidua.core.errors import Place, Problem, Severity
from thidua.core.plain import Cursor
from thidua.core.rulebook.document import Document
from thidua.files.rulebook_rows import ENDS, Placed, Step, confusions, put, read_path, rows_of, write_path
from thidua.web.rulebooks.editor.kinds import Asked, parameters_of
from thidua.words.language import Language
from thidua.words.say import all_sentences, say
from thidua.words.vietnamese import marked

Texts = Mapping[str, str]
SPARE_ROWS = 2
RULE, ROW = "rule", "row"
OF_LEAF = (
    "code", "name", "points", "secrecy", "legal_basis", "indicator", "floor", "cap", "bonus_cap", "deduction_cap",
    "not_assigned", "not_applicable", "evidence", "eyes", "appraiser", "months",
)  # fmt: skip
OF_GROUP = ("code", "name", "points", "secrecy", "legal_basis", "cap", "floor", "scale_down", "rescale")
OF_GENERAL = (
    "rulebook", "title", "version", "valid.from", "valid.to", "legal_basis", "note", "rounding", "places", "missing",
    "not_assigned", "not_applicable", "rank",
)  # fmt: skip
OF_INDICATOR = ("code", "name", "kind", "measure", "direction", "definition", "levels", "year")


def texts_of(document: Mapping[str, Document], plain: tuple[str, ...], lang: Language) -> dict[str, str]:
    """The texts of a node's fields; what has no field of its own stands in rows, as in the workbook."""
    texts = {key: text for key in plain if (text := _text(_at(document, key))) is not None}
    rest = {key: value for key, value in document.items() if key not in {name.partition(".")[0] for name in plain}}
    rest.pop("parts", None)
    rule = rest.pop(RULE, None)
    if rule is not None:
        deep = _put_rule(texts, rule)
        rest = {RULE: deep, **rest} if deep else rest
    for number, row in enumerate(rows_of(rest), start=1):
        is_kind = row.path[-1].key in (RULE, "value")
        value = say(f"kind.{row.value}", lang) if is_kind and isinstance(row.value, str) else _text(row.value)
        texts[f"{ROW}.{number}.entry"] = write_path(row.path, lang)
        texts |= {f"{ROW}.{number}.{end}": _text(one) or "" for end, one in row.ends.items()}
        texts[f"{ROW}.{number}.value"] = value or ""
    return texts


def plain_of(texts: Texts, plain: tuple[str, ...]) -> tuple[Placed, list[Problem]]:
    """The document that the texts mean, and what cannot be placed at all."""
    root, problems = Placed(Place()), []
    for key in plain:
        _set(root, tuple(Step(step) for step in key.split(".")), key, texts.get(key, ""))
    _read_rule(root, texts)
    for number in numbers_in(texts, ROW):
        problem = _read_row(root, texts, number)
        if problem is not None:
            problems.append(problem)
    problems += confusions(root)
    return root, problems


def reading(root: Placed) -> Cursor:
    """The document under the parser's eyes; its problems are brought to their fields by `at_fields`."""
    return Cursor(root.plain())


def at_fields(problems: list[Problem], root: Placed) -> list[Problem]:
    """Each problem at the field that it came from, or at the nearest one around it."""
    places = dict(root.paths(""))
    return [replace(problem, place=_nearest(problem.place, places)) for problem in problems]


def numbers_in(texts: Texts, prefix: str) -> list[int]:
    """The numbers of the rows that were typed under a name."""
    found = {name[len(prefix) + 1 :].partition(".")[0] for name in texts if name.startswith(f"{prefix}.")}
    return sorted(int(number) for number in found if number.isdecimal() and len(number) < 5)


def _at(document: Mapping[str, Document], key: str) -> Document | None:
    first, _, rest = key.partition(".")
    found = document.get(first)
    return found.get(rest) if rest and isinstance(found, dict) else None if rest else found


def _text(value: Document | None) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "\n".join(str(one) for one in value)
    return value if isinstance(value, str) else None


def _put_rule(texts: dict[str, str], rule: Document) -> dict[str, Document]:
    """The fields of a rule; what is too deep for them is left over."""
    if not isinstance(rule, dict):
        texts[RULE] = str(rule)
        return {}
    kind = str(rule.get("kind", ""))
    texts[RULE] = kind
    deep: dict[str, Document] = {}
    for parameter in parameters_of(kind):
        value = rule.get(parameter.key)
        if value is None:
            continue
        if parameter.asked is Asked.TABLE and isinstance(value, list):
            for number, entry in enumerate(value, start=1):
                for column, one in entry.items() if isinstance(entry, dict) else ():
                    texts[f"{RULE}.{parameter.key}.{number}.{column}"] = _text(one) or ""
        elif parameter.asked is Asked.ROWS:
            deep[parameter.key] = value
        else:
            texts[f"{RULE}.{parameter.key}"] = _text(value) or ""
    return deep


def _read_rule(root: Placed, texts: Texts) -> None:
    kind = texts.get(RULE, "").strip()
    if not kind:
        return
    put(root, (Step(RULE),), Place(path=RULE)).value = kind
    for parameter in parameters_of(kind):
        name = f"{RULE}.{parameter.key}"
        if parameter.asked is not Asked.TABLE:
            _set(root, (Step(RULE), Step(parameter.key)), name, texts.get(name, ""))
            continue
        filled = [
            n
            for n in numbers_in(texts, name)
            if any(texts.get(f"{name}.{n}.{c}", "").strip() for c in parameter.columns)
        ]
        for place, number in enumerate(filled, start=1):
            put(root, (Step(RULE), Step(parameter.key, place)), Place(path=f"{name}.{number}"))
            for column in parameter.columns:
                field = f"{name}.{number}.{column}"
                _set(root, (Step(RULE), Step(parameter.key, place), Step(column)), field, texts.get(field, ""))


def _read_row(root: Placed, texts: Texts, number: int) -> Problem | None:
    entry, value = (texts.get(f"{ROW}.{number}.{name}", "").strip() for name in ("entry", "value"))
    ends = {end: texts.get(f"{ROW}.{number}.{end}", "").strip() for end in ENDS}
    if not entry and not value and not any(ends.values()):
        return None
    place = Place(path=f"{ROW}.{number}.entry")
    path = read_path(entry)
    if path is None:
        return Problem(
            "rulebook_xlsx.unknown_entry", {"found": entry, "example": say("key.deductions", Language.VI)}, place
        )
    placed = put(root, path, place)
    if placed.value is not None and value:
        return Problem("rulebook_xlsx.twice", {"first": placed.place}, place)
    if value:
        is_kind = path[-1].key in (RULE, "value")
        placed.value, placed.place = (_kinds().get(marked(value), value) if is_kind else value), place
    for end, text in ends.items():
        _set(placed, (Step(end),), f"{ROW}.{number}.{end}", text)
    return None


def _set(root: Placed, path: tuple[Step, ...], field: str, text: str) -> None:
    """One text at its path; an empty one is nothing. Several lines are a list."""
    if not text.strip():
        return
    place = Place(path=field)
    if path[-1].key == "levels":
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        root.items["levels"] = {number: Placed(place, line) for number, line in enumerate(lines, start=1)}
        return
    put(root, path, place).value = text.strip()


def _nearest(place: Place, places: Mapping[str, Place]) -> Place:
    path = place.path
    while path and path not in places:
        path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
    return places.get(path, Place())


@cache
def _kinds() -> dict[str, str]:
    """Kinds by their short names in either language."""
    found: dict[str, str] = {}
    for code, texts in all_sentences().items():
        if code.startswith("kind."):
            found |= {marked(text): code.removeprefix("kind.") for text in texts}
    return found


def is_error(problem: Problem) -> bool:
    """Whether it keeps the text from being read."""
    return problem.severity is not Severity.WARNING


def rows_to_show(texts: Texts, prefix: str) -> Iterator[int]:
    """The rows that were typed, and some more to type into."""
    numbers = numbers_in(texts, prefix)
    yield from numbers
    start = max(numbers, default=0) + 1
    yield from range(start, start + SPARE_ROWS)
