"""What other apps put on a desk, in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.calendar import working_days_left
from thidua.apps.seasons.desk import Asked, DeskItem, items_for
from thidua.apps.seasons.duties import DutyState
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One item as the desk draws it."""

    item: DeskItem
    unit_name: str
    on: date

    @property
    def state(self) -> DutyState:
        return self.item.state(self.on)

    @property
    def sentence(self) -> str:
        return say(self.item.code, current_language(), **{"unit": self.unit_name, **self.item.data})

    @property
    def act(self) -> str:
        return say(self.item.act, current_language())

    @property
    def address(self) -> str:
        name, *arguments = self.item.link
        return reverse(name, args=arguments)

    @property
    def is_done(self) -> bool:
        return False

    @property
    def days_left(self) -> int:
        return (self.item.due_on - self.on).days if self.item.due_on else 0

    @property
    def days_late(self) -> int:
        return -self.days_left

    @property
    def working_days_left(self) -> int | None:
        return working_days_left(self.on, self.item.due_on) if self.item.due_on else None


def shown_items(asked: Asked) -> list[ShownItem]:
    """Every item of somebody, with the names of its units: one query more."""
    found = items_for(asked)
    names = unit_names({one.unit for one in found if one.unit}, on=asked.on) if found else {}
    return [ShownItem(one, names.get(one.unit, one.unit), asked.on) for one in found]
