"""What a reader of the ledger asks for, as it stands in the address: fields are kept as typed, faults told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from thidua.apps.ledger.browsing import Wanted
from thidua.core.errors import Place, Problem, Refused
from thidua.core.reading import read_date

FIELDS = ("viec", "don-vi", "tai-khoan", "tim", "tu", "den")  # verb, unit, account, text, first day, last day


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields as typed, what they mean, and what is wrong with them."""

    typed: Mapping[str, str]
    wanted: Wanted
    problems: tuple[Problem, ...] = ()
    below: int | None = None
    above: int | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether anything at all is asked for."""
        return any(self.typed.values())

    def address(self, **more: str | int) -> str:
        """The query string of this question with something added."""
        return "?" + urlencode({**{name: text for name, text in self.typed.items() if text}, **more})


def read_asked(query: Mapping[str, str]) -> Asked:
    """Reads the query of an address. A fault is kept, and what it stands at is not asked for."""
    typed = {name: query.get(name, "").strip()[:200] for name in FIELDS}
    problems: list[Problem] = []
    first, last = (_day(typed, name, problems) for name in ("tu", "den"))
    if first and last and last < first:
        problems.append(Problem("timeline.ends_before_start", {"first": first, "last": last}, Place(path="den")))
    wanted = Wanted(typed["viec"], typed["don-vi"], typed["tai-khoan"], typed["tim"], first, last)
    return Asked(typed, wanted, tuple(problems), _height(query.get("truoc")), _height(query.get("sau")))


def _day(typed: Mapping[str, str], name: str, problems: list[Problem]) -> date | None:
    try:
        return read_date(typed[name]) if typed[name] else None
    except Refused as refusal:
        problems += [Problem(one.code, one.data, Place(path=name)) for one in refusal.problems]
        return None


def _height(text: str | None) -> int | None:
    """A height from a link of ours; what somebody typed instead is no height."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else None
