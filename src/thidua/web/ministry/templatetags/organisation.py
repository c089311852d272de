"""How spans of time, cells of a workbook and planned clusters are printed."""

from datetime import date, timedelta

from django import template

from thidua.apps.organisation.set_up import PlannedCluster
from thidua.core.units.tree import UnitId, UnitTree
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_date
from thidua.words.say import write_list

register = template.Library()


@register.filter
def last_day(end: date | None) -> str:
    """The last day of a span, for people; `–` while it is open."""
    return "–" if end is None else write_date(end - timedelta(days=1))


@register.filter
def units_in_order(cluster: PlannedCluster, tree: UnitTree) -> str:
    """The names of the members of a planned cluster, in the order of speaking."""
    rows = [tree.rows(UnitId(one.unit)) for one in cluster.plan.members]
    return write_list([found[-1].name for found in rows if found], current_language())
