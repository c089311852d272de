"""What a decision does: the unit's points, total and rank by its claim, by the decision, and by the ruling."""

from dataclasses import dataclass

from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item
from thidua.apps.results.effects import Supposition, suppositions
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.numbers import Number
from thidua.web.appraiser.looking import Appraising
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_number


@dataclass(frozen=True, slots=True)
class Effect:
    """One figure and what it gives. `total` and `rank` are empty for somebody who may not know them now."""

    label: str  # the code of the words above it
    typed: str
    points: tuple[str, ...]  # by criterion
    total: str
    rank: str
    is_shared: bool
    counts: bool  # whether this is the figure that counts now


@dataclass(frozen=True)
class Effects:
    """All figures that were spoken of, side by side."""

    columns: tuple[Effect, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]  # a criterion, and its points in each column
    has_total: bool
    has_rank: bool

    @property
    def is_told(self) -> bool:
        """Whether there is something to compare."""
        return len(self.columns) > 1


def effects(seen: Appraising, item: Item) -> Effects | None:
    """Before and after. Nothing for a claim that was returned, or while the season cannot be scored."""
    texts = _texts(item)
    if not texts:
        return None
    about = {"unit": item.unit, "indicator": item.indicator}
    try:
        found = suppositions(
            seen.looking.season, on=seen.looking.today, texts=[typed for _label, typed in texts], **about
        )
    except (RulebookRefused, FiguresRefused):
        return None
    has_total, has_rank = seen.may(Verb.READ_SHEET, item.unit), seen.looking.may(Verb.READ_STANDINGS)
    standing = "appraiser.by_ruling" if item.ruling is not None and item.ruling.typed else "appraiser.by_decision"
    columns = tuple(
        _effect(seen, one, label, has_total=has_total, has_rank=has_rank, counts=label == standing)
        for (label, _typed), one in zip(texts, found, strict=True)
    )
    rows = tuple((code, tuple(one.points[place] for one in columns)) for place, code in enumerate(found[0].points))
    return Effects(columns, rows, has_total, has_rank)


def _texts(item: Item) -> list[tuple[str, str]]:
    """The figures that were spoken of, each under its name; what was said twice stands once."""
    if item.decision is None or not item.decision.typed:
        return []
    spoken = [("appraiser.by_claim", item.claim.typed if item.claim else ""), ("appraiser.by_decision", _decided(item))]
    if item.ruling is not None and item.ruling.typed:
        spoken.append(("appraiser.by_ruling", item.ruling.typed))
    elif item.objection is not None and item.objection.wanted != (item.claim.typed if item.claim else ""):
        spoken.append(("appraiser.by_wish", item.objection.wanted))
    return [(label, typed) for label, typed in spoken if typed]


def _decided(item: Item) -> str:
    return item.decision.typed if item.decision else ""


def _effect(seen: Appraising, one: Supposition, label: str, *, has_total: bool, has_rank: bool, counts: bool) -> Effect:
    return Effect(
        label=label,
        typed=one.typed,
        points=tuple(_written(seen, points) for points in one.points.values()),
        total=_written(seen, one.total) if has_total else "",
        rank=write_number(one.rank, current_language()) if has_rank and one.rank else "",
        is_shared=has_rank and one.is_shared,
        counts=counts,
    )


def _written(seen: Appraising, points: Number) -> str:
    return write_number(points, current_language(), seen.rulebook.places)
