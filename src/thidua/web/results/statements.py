"""What the season states about its cluster: sentences with their numbers worked out, and the forms that word them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.verbs import Verb
from thidua.apps.results.models import StatementRow
from thidua.apps.results.services import copy_statements, drop_statement, write_statement_row
from thidua.apps.results.stated import Wording, rule_of, statement_row, statement_rows, wrong_threshold
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place, Problem, Refused
from thidua.core.rulebook.schema import Rulebook
from thidua.core.statements import Against, Comparator, Statement, state
from thidua.files.statements_md import is_illustrative
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.results.figure_groups import figures_by_group
from thidua.web.results.reading import Reading, nothing_here, reading
from thidua.web.secretary.frame import Looking, look, may_in
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.places import with_places_in
from thidua.words.say import say
from thidua.words.statements import write_passing, write_statement, wrong_places


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as shown: its sentence, what was held against what, and who stands on which side."""

    number: int
    version: int
    text: str
    source: str
    is_sample: bool
    measured: str
    passing: str
    others: str
    unreported: str
    lost: str  # indicators that the rulebook of today no longer has


@reading(Verb.READ_STANDINGS)
def page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Every statement, as the figures stand now."""
    looking = reading.looking
    said = [_said(row, reading) for row in statement_rows(looking.season)]
    may_write = looking.may(Verb.WRITE_STATEMENTS)
    context = reading.context(
        said=said,
        may_write=may_write,
        is_final=reading.is_final,
        copied_from=_copied_from(looking) if may_write else None,
    )
    return render(request, "results/statements.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A statement is worded."""
    return _writing(request, look(request, slug, Verb.WRITE_STATEMENTS), None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A statement is worded anew."""
    looking = look(request, slug, Verb.WRITE_STATEMENTS)
    row = statement_row(looking.season, number)
    if row is None:
        raise nothing_here()
    return _writing(request, looking, row)


@login_required
@require_POST
def drop(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A statement is made no more."""
    looking = look(request, slug, Verb.WRITE_STATEMENTS)
    seen = request.POST.get("seen", "")
    try:
        drop_statement(
            actor=request.actor, season=looking.season, number=number, seen=int(seen) if seen.isdecimal() else 0
        )
        messages.success(request, say("stated.dropped_now", current_language()))
    except AccessRefused:
        raise
    except Refused:
        messages.error(request, say("stated.changed_meanwhile", current_language(), number=number))
    return redirect("statements", slug)


@login_required
@require_POST
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """The statements of the season before are taken over; what did not come over as it was is told one by one."""
    looking = look(request, slug, Verb.WRITE_STATEMENTS)
    lang = current_language()
    try:
        copied = copy_statements(actor=request.actor, season=looking.season)
    except AccessRefused:
        raise
    except Refused as refusal:
        for problem in refusal.problems:
            messages.error(request, say(problem.code, lang, **problem.data) + ".")
        return redirect("statements", slug)
    done = "stated.copied_now" if copied.rows else "stated.copied_none"
    messages.success(request, say(done, lang, count=len(copied.rows), year=str(copied.year)) + ".")
    for one in copied.remarks:
        reason = say(one.problem.code, lang, **{"place": one.problem.place, **one.problem.data})
        code = "stated.left_out" if one.is_whole else "stated.look_at"
        messages.warning(request, say(code, lang, wording=with_places_in(one.wording, lang), reason=reason) + ".")
    return redirect("statements", slug)


def _said(row: StatementRow, reading: Reading) -> Said:
    """A statement worked out; one about an indicator that is gone says so instead."""
    rule, lang, table = rule_of(row), reading.lang, reading.scored.evaluation.table
    known = {one.code: one for one in reading.scored.season.rulebook.indicators}
    lost = ", ".join(code for code in rule.indicators if code not in known)
    if lost:
        return Said(row.number, row.version, row.wording, row.source, False, "", "", "", "", lost)
    made = state(rule, table, reading.scored.season.order_of_speaking)
    limit = rule.threshold
    measured = say(
        f"stated.measured_by.{rule.comparator}",
        lang,
        indicators=", ".join(known[code].name for code in rule.indicators),
        limit=say("stated.its_target", lang) if limit is None else write_number(limit, lang),
    )
    return Said(
        number=row.number,
        version=row.version,
        text=write_statement(made, lang),
        source=row.source,
        is_sample=is_illustrative(rule, table),
        measured=measured,
        passing=", ".join(write_passing(one, rule, lang) for one in made.passing),
        others=", ".join(_others(made, reading)),
        unreported=", ".join(one.brief for one in made.unreported),
        lost="",
    )


def _copied_from(looking: Looking) -> Season | None:
    """The season before, where it states something that the person may read."""
    last = looking.season.opened_after
    is_open = last is not None and may_in(looking.actor, last, Verb.READ_STANDINGS)
    return last if last is not None and is_open and statement_rows(last) else None


def _others(made: Statement, reading: Reading) -> list[str]:
    told = {one.unit.code for one in made.passing} | {one.code for one in made.unreported}
    return [unit.brief for unit in reading.scored.evaluation.table.units if unit.code not in told]


def _writing(request: HttpRequest, looking: Looking, row: StatementRow | None) -> HttpResponse:
    lang, rulebook = current_language(), rulebook_of(looking.season, on=looking.today)
    form = Form(_fields(rulebook, lang), request, initial=_initial(row, lang))
    if request.method == "POST":
        with form.showing_problems():
            given = form.read(also=_faults)
            write_statement_row(
                actor=request.actor,
                season=looking.season,
                given=Wording(
                    indicators=tuple(given["indicators"]),
                    comparator=Comparator(given["comparator"]),
                    wording=given["wording"],
                    against=Against(given["against"]),
                    threshold=given["threshold"],
                    source=given["source"],
                ),
                number=None if row is None else row.number,
                seen=0 if row is None else row.version,
            )
            messages.success(request, say("stated.written_now", current_language()))
            return redirect("statements", looking.season.slug)
    title = "stated.new" if row is None else "stated.edit"
    return render(request, "results/statement.html", looking.context(form=form, title=title), status=form.status)


def _fields(rulebook: Rulebook, lang: Language) -> tuple[Field, ...]:
    grouped = figures_by_group(rulebook, lang)
    comparators = tuple((one.value, say(f"stated.comparator.{one}", lang)) for one in Comparator)
    against = tuple((one.value, say(f"stated.against.{one}", lang)) for one in Against)
    return (
        Field("wording", "stated.wording", Kind.PASSAGE, "stated.wording_hint"),
        Field(
            "indicators",
            "stated.indicators",
            Kind.CHOICES,
            "stated.indicators_hint",
            choices=tuple((one.code, one.name) for _title, figures in grouped for one in figures),
            groups=tuple((title, len(figures)) for title, figures in grouped),
        ),
        Field("comparator", "stated.comparator", Kind.CHOICE, choices=comparators),
        Field("against", "stated.against", Kind.CHOICE, choices=against),
        Field("threshold", "stated.threshold", hint="stated.threshold_hint", required=False, depends=True),
        Field("source", "stated.source", hint="stated.source_hint", required=False),
    )


def _faults(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the places of the wording and with the limit, while other fields are still to be filled in."""
    yield from wrong_places(
        values.get("wording", ""), say("stated.this_one", current_language()), Place(path="wording")
    )
    if values.keys() >= {"against", "threshold"}:
        yield from wrong_threshold(Against(values["against"]), values["threshold"])


def _initial(row: StatementRow | None, lang: Language) -> dict[str, str | tuple[str, ...]]:
    if row is None:
        return {"comparator": Comparator.AT_LEAST.value, "against": Against.THRESHOLD.value}
    return {
        "wording": with_places_in(row.wording, lang),
        "indicators": tuple(row.indicators.split("\n")),
        "comparator": row.comparator,
        "against": row.against,
        "threshold": row.threshold,
        "source": row.source,
    }
