"""The self-score report of a unit, page and paper, and the board of who has handed theirs in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.selectors import head_line
from thidua.apps.remarks.selectors import Thread, open_by_unit, threads_of
from thidua.apps.reporting.current import current_inputs
from thidua.apps.reporting.doubts import Doubt, doubts_of
from thidua.apps.reporting.reports import ReportState, Standing, reports_of, standing_of_report, standings_of_reports
from thidua.apps.reporting.selectors import entries_for
from thidua.apps.reporting.services import approve_report, open_report, recall_report, return_report, submit_report
from thidua.apps.reporting.timeliness import board_of
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.selectors import scope_of, version_in_force
from thidua.core.errors import FiguresRefused, Problem, RulebookRefused
from thidua.core.phases import Phase
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.states import Stage
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_table import EntryGroup, groups_for
from thidua.web.figures.looking import Seen, seen_by, unit_of
from thidua.web.figures.matrix import name_of
from thidua.web.figures.period_board import PeriodBoard, period_board
from thidua.web.secretary.frame import Looking, look
from thidua.words.numbers import write_number
from thidua.words.say import say

RETURN = (Field("reason", "report.reason", Kind.PASSAGE),)
LOOKS = {
    ReportState.SUBMITTED: "is-half",
    ReportState.APPROVED: "is-done",
    ReportState.RECALLED: "",
    ReportState.RETURNED: "is-back",
    ReportState.DRAFT: "",
}


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One unit on the board: how much is entered, how its report stands, and whether it came in time."""

    unit: SeasonUnit
    entered: int
    of: int
    standing: Standing
    look: str
    may_see: bool
    open_questions: int = 0


@login_required
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Every member: numbers of figures only, none of the figures themselves."""
    looking = look(request, slug)
    seen = _seen_all(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    due = looking.situation.plan.get(Phase.REPORTING)
    standings = standings_of_reports(looking.season, [unit.code for unit in seen.inputs.units])
    asked, questions = asked_of(seen), open_by_unit(looking.season)
    lines = [
        BoardLine(
            unit=unit,
            entered=len(asked - set(_missing(seen, unit.code))),
            of=len(asked),
            standing=standings[unit.code],
            look=LOOKS[standings[unit.code].state],
            may_see=looking.may(Verb.READ_FIGURES, unit=unit.code),
            open_questions=questions[unit.code],
        )
        for unit in seen.inputs.units
    ]
    left = None if due is None else (due.due_on - looking.today).days
    more = {"periods": _periods(looking, seen), "may_read_patterns": looking.may(Verb.READ_PATTERNS)}
    context = looking.context(lines=lines, due=due, left=left, over=-(left or 0), **more)
    return render(request, "figures/board.html", context)


def _periods(looking: Looking, seen: Seen) -> PeriodBoard | None:
    """The board of reports within the year; None where all is reported once."""
    scope = scope_of(looking.season, on=looking.today, rulebook=seen.inputs.rulebook)
    rows = board_of(looking.season, scope, on=looking.today)
    return period_board(rows, lambda unit: looking.may(Verb.READ_FIGURES, unit=unit)) if rows else None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The report of one unit: what it says, what is missing, and the one thing that this person does next."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    member = unit_of(seen, looking, unit)
    form = Form(RETURN, request)
    if request.method == "POST":
        with form.showing_problems():
            _act(request, looking, unit, form)
            return redirect("self_report", slug, unit)
    context = looking.context(**_told(looking, seen, member), form=form)
    return render(request, "figures/report.html", context, status=form.status)


@login_required
@require_safe
def paper(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The report as it is printed and signed."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    member = unit_of(seen, looking, unit)
    head = head_line(looking.season.ledger_chain())
    context = looking.context(**_told(looking, seen, member), head=head)
    return render(request, "figures/report_paper.html", context)


def asked_of(seen: Seen) -> set[str]:
    """The indicators that criteria ask every unit for."""
    return {leaf.indicator for _node, leaf in seen.inputs.rulebook.leaves}


def _act(request: HttpRequest, looking: Looking, unit: str, form: Form) -> None:
    about = {"actor": request.actor, "season": looking.season, "unit": unit}

    def done(verb: Callable[..., object], code: str, **more: object) -> None:
        verb(**about, **more)
        messages.success(request, say(code, current_language()))

    version = request.POST.get("version", "")
    match request.POST.get("act", ""):
        case "submit":
            done(submit_report, "report.submitted")
        case "approve":
            done(approve_report, "report.approved", version=int(version) if version.isdecimal() else 0)
        case "recall":
            done(recall_report, "report.recalled")
        case "open":
            done(open_report, "report.opened")
        case "return":
            looking.demand(Verb.RETURN_REPORT, unit=unit)
            done(return_report, "report.returned", reason=form.read()["reason"])
        case _:
            raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))


def _told(looking: Looking, seen: Seen, member: SeasonUnit) -> dict[str, object]:
    """What the page and the paper say."""
    unit = member.code
    standing = standing_of_report(looking.season, unit)
    state = standing.state
    report = standing.report
    is_unread = state is ReportState.SUBMITTED and standing.opened is None
    is_mine = report is not None and report.submitted_by == looking.actor.account
    return {
        "unit": member,
        "state": state,
        "look": LOOKS[state],
        "standing": standing,
        "reports": reports_of(looking.season, unit),
        "for_unit_waiting": sum(one.is_confirmed is None for one in entries_for(looking.season, unit)),
        "groups": list(_groups(looking, seen, unit)),
        "missing": [name_of(code, seen.inputs.rulebook) for code in _missing(seen, unit)],
        "total": _total(looking, unit),
        "doubts": _doubts(looking, seen, unit),
        "threads": _threads(looking, seen, unit),
        "may_submit": not state.locks and looking.may(Verb.SUBMIT_REPORT, unit=unit),
        "may_recall": is_unread and looking.may(Verb.SUBMIT_REPORT, unit=unit),
        "may_approve": state is ReportState.SUBMITTED and looking.may(Verb.APPROVE_REPORT, unit=unit) and not is_mine,
        "may_return": state.locks and looking.may(Verb.RETURN_REPORT, unit=unit),
        "may_open": state.locks and standing.opened is None and looking.may(Verb.RETURN_REPORT, unit=unit),
    }


def _doubts(looking: Looking, seen: Seen, unit: str) -> list[tuple[str, Doubt]]:
    """By the name of the indicator, what is doubted, with the unit's comment if it still holds."""
    found = doubts_of(looking.season, unit, on=looking.today)
    return [(name_of(one.indicator, seen.inputs.rulebook), one) for one in found]


def _threads(looking: Looking, seen: Seen, unit: str) -> list[tuple[str, Thread]]:
    """By the name of the indicator, what was asked and answered about it."""
    known = {one.code for one in seen.inputs.rulebook.indicators}
    found = [one for one in threads_of(looking.season, unit) if one.question.indicator in known]
    return [(name_of(one.question.indicator, seen.inputs.rulebook), one) for one in found]


def _groups(looking: Looking, seen: Seen, unit: str) -> Iterator[EntryGroup]:
    for group in groups_for(looking, seen, unit):
        lines = tuple(line for line in group.lines if line.typed)
        if lines:
            yield replace(group, lines=lines)


def _missing(seen: Seen, unit: str) -> list[str]:
    said = {one.indicator for one in seen.inputs.figures if one.unit == unit and one.stage is Stage.SELF}
    return [leaf.indicator for _node, leaf in seen.inputs.rulebook.leaves if leaf.indicator not in said]


def _total(looking: Looking, unit: str) -> str:
    """The unit's own total as claimed: provisional, and nothing of the others'."""
    try:
        evaluation: Evaluation = evaluation_of(looking.season, on=looking.today).at(Stage.SELF)
    except (RulebookRefused, FiguresRefused):
        return ""
    row = evaluation.table.row(unit)
    return write_number(evaluation.total_points(row), current_language(), evaluation.rulebook.places)


def _seen_all(looking: Looking) -> Seen | None:
    """Every unit, for counting: the board shows how many figures there are and none of them."""
    if version_in_force(looking.season, on=looking.today) is None:
        return None
    inputs = current_inputs(looking.season, on=looking.today)
    return Seen(inputs, inputs.units)
