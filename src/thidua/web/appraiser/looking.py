"""Who looks at the appraisal of a season: the items, the units by name, and what this person may do for which."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest
from django.shortcuts import render

from thidua.apps.access.policy import AccessRefused, Denial, may
from thidua.apps.access.roles import Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item, ItemState, Key, criterion_of, items_of
from thidua.apps.appraisal.rostered import Assigned, assigned_in
from thidua.apps.appraisal.services.common import may_review
from thidua.apps.rulebooks.selectors import rulebook_of, units_of, version_in_force
from thidua.core.errors import Problem
from thidua.core.rulebook.schema import Rulebook, Secrecy
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.common.errors import ShownInstead
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.frame import Looking, look
from thidua.words.rulebook import naming_of

_LOOKS = {
    ItemState.WAITING: "is-half",
    ItemState.RETURNED: "is-back",
    ItemState.OBJECTED: "is-late",
    ItemState.ADJUSTED: "is-half",
    ItemState.ACCEPTED: "is-done",
    ItemState.RULED: "is-done",
    ItemState.RECORDED: "is-done",
}


def look_of(state: ItemState) -> str:
    """The class of a state's tag: shape and colour beside its word."""
    return _LOOKS.get(state, "")


@dataclass(frozen=True)
class Appraising:
    """Somebody looks at the appraisal of a season that has its rulebook."""

    looking: Looking
    rulebook: Rulebook
    units: tuple[SeasonUnit, ...]

    @cached_property
    def items(self) -> dict[Key, Item]:
        """Every item of every unit."""
        return items_of(self.looking.season, self.rulebook, [unit.code for unit in self.units])

    @cached_property
    def criteria(self) -> dict[str, str]:
        """By indicator, the criterion that asks for it first."""
        return criterion_of(self.rulebook)

    @cached_property
    def named(self) -> dict[str, tuple[str, ...]]:
        """By unit, the units that the roster sends to check it."""
        return {unit.code: self.assigned.checkers_of(unit.code) for unit in self.units}

    @cached_property
    def assigned(self) -> Assigned:
        """Who checks whom."""
        return assigned_in(self.looking.season)

    def unit(self, code: str) -> SeasonUnit:
        """A member. Raises AccessRefused."""
        found = next((unit for unit in self.units if unit.code == code), None)
        if found is None:
            raise nothing_here()
        return found

    def short(self, code: str) -> str:
        """The name of a unit for lists."""
        return next((unit.short for unit in self.units if unit.code == code), code)

    def name(self, indicator: str) -> str:
        """What an indicator is called; its code where its words are withheld."""
        naming = naming_of(self.rulebook, current_language())
        known = {one.code: one.name for one in self.rulebook.indicators}
        return indicator if indicator in naming.hidden else known.get(indicator, indicator)

    def title(self, indicator: str) -> str:
        """Criterion and name: `I.2.1.b Án rất nghiêm trọng`."""
        code = self.criteria.get(indicator, "")
        node = self.rulebook.find(code) if code else None
        is_own = node is not None and node.leaf is not None and node.leaf.indicator == indicator
        is_told = node is not None and is_own and node.secrecy is not Secrecy.CODE_ONLY
        words = node.name if node is not None and is_told else self.name(indicator)
        return f"{code} {words}".strip()

    def may(self, verb: Verb, unit: str) -> bool:
        """Whether the person may do this about a unit now."""
        return may(self.looking.actor, verb, self.subject(unit))

    def may_review(self, verb: Verb, unit: str) -> bool:
        """Whether the person may review a unit now: by the policy, and by the roster."""
        return may_review(self.looking.actor, verb, self.subject(unit), self.looking.standing, self.assigned)

    def may_see(self, unit: str) -> bool:
        """Whether the person may see a unit's figures, and so what was decided on them."""
        return self.may(Verb.READ_FIGURES, unit)

    def subject(self, unit: str) -> Subject:
        """What a right about a unit is asked of."""
        return replace(self.looking.subject, unit=unit)

    def context(self, **more: object) -> dict[str, object]:
        """What the frame of the page needs, and what the page adds."""
        return self.looking.context(**more)


def appraising(request: HttpRequest, slug: str, verb: Verb = Verb.READ_APPRAISAL) -> Appraising:
    """The appraisal of a season for somebody who may do this with it and, where the page is about all units together,
    may see the figures of all. Raises AccessRefused, and ShownInstead without a rulebook: there is nothing to appraise,
    and the page says so.
    """
    looking = look(request, slug, verb)
    if verb is not Verb.READ_APPRAISAL:  # who may know the order may not always know what it is made from: tellers
        for code in sorted(looking.standing.members):
            looking.demand(Verb.READ_FIGURES, unit=code)
    if version_in_force(looking.season, on=looking.today) is None:
        status = 200 if request.method in ("GET", "HEAD") else 409
        raise ShownInstead(render(request, "appraiser/no_rulebook.html", looking.context(), status=status))
    rulebook = rulebook_of(looking.season, on=looking.today)
    return Appraising(looking, rulebook, units_of(looking.season, on=looking.today))


def nothing_here() -> AccessRefused:
    """An address that leads to nothing."""
    return AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
