"""Reading: the list with its filters, one entry with all that hangs on it, one object through time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.browsing import (
    Recounted,
    entries_about,
    find_chain,
    find_entry,
    part_of,
    units_in,
    verbs_in,
)
from thidua.apps.ledger.events import defined
from thidua.apps.ledger.reading import outline_of, table_name, text_name
from thidua.apps.ledger.verification import Verification
from thidua.core.errors import Problem
from thidua.core.ledger.entry import GENESIS, Digest, RowMark, commit
from thidua.core.ledger.heads import SHORT, short_head
from thidua.web.common.templatetags.words import current_language
from thidua.web.ledger.filters import read_asked
from thidua.web.ledger.opened import Opened, head_of, lines_of, long_digest, names_for, opened
from thidua.words.language import Language
from thidua.words.say import describe, say
from thidua.words.vietnamese import sort_key

ACTOR = "actor"  # the text that names who acted: told with every entry
MOST_ROWS = 100  # of a bulk entry that its page lists


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text that an entry commits to: there and fitting, there and not, gone, or there and not told."""

    field: str
    name: str
    text: str
    commitment: str
    state: str  # "fits", "differs", "erased", "untold"
    erase_address: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row that an entry wrote."""

    name: str
    key: str
    address: str
    is_deleted: bool
    digest: str


@login_required
@require_safe
def page(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The latest entries, or those that are asked for."""
    return show_list(request, opened(request, slug))


def show_list(request: HttpRequest, found: Opened, *, verified: Verification | None = None) -> HttpResponse:
    """The list, below the outcome of a check where there was one."""
    asked = read_asked(request.GET)
    chain, lang = found.book.chain, current_language()
    codes = units_in(chain)
    wanted = replace(asked.wanted, untold=found.untold(codes))
    part = part_of(chain, wanted, below=asked.below, above=asked.above)
    names = names_for(part.entries, codes)
    head = find_chain(chain)
    context = found.context(
        lines=lines_of(found, part.entries, names),
        asked=asked,
        typed=asked.typed,
        faults={problem.place.path: problem for problem in asked.problems},
        verbs=_verbs(chain_verbs=verbs_in(chain)),
        units=sorted(((code, names.get(code, code)) for code in codes), key=lambda unit: sort_key(unit[1])),
        head=short_head(head.height, Digest(head.head)) if head else "",
        height=head.height if head else 0,
        older=asked.address(truoc=part.older) if part.older and not asked.problems else "",
        newer=asked.address(sau=part.newer) if part.newer and not asked.problems else "",
        verified=verified,
        found_problems=[_worded(problem, lang) for problem in verified.problems] if verified else (),
    )
    return render(request, "ledger/page.html", context, status=400 if asked.problems else 200)


def _worded(problem: Problem, lang: Language) -> str:
    """A problem in words, with the rows of a table called as people call them."""
    table = problem.data.get("table")
    named = problem if table is None else replace(problem, data={**problem.data, "table": table_name(str(table), lang)})
    return describe(named, lang)


def _verbs(*, chain_verbs: Iterable[str]) -> list[tuple[str, str]]:
    lang = current_language()
    known = defined()
    outlined = [(code, outline_of(known[code], lang)) for code in chain_verbs if code in known]
    return sorted(outlined, key=lambda verb: sort_key(verb[1]))


@login_required
@require_safe
def entry(request: HttpRequest, height: int, slug: str = "") -> HttpResponse:
    """One entry: who, why, which rows, which texts, and how it hangs on the one before."""
    found = opened(request, slug)
    one = find_entry(found.book.chain, height)
    if one is None or one.link is None:
        raise Http404
    before = find_entry(found.book.chain, height - 1)
    previous = GENESIS if height == 1 else before.stored.digest if before else ""
    names = names_for([one])
    (line,) = lines_of(found, [one], names)
    tells = found.tells(one)
    context = found.context(
        line=line,
        link=one.link,
        head=head_of(one),
        digest=long_digest(one.stored.digest),
        previous=long_digest(one.link.previous),
        previous_height=height - 1,
        is_linked=one.link.previous == previous,
        to_previous=found.address("ledger_entry", height - 1) if before else "",
        is_told=tells,
        reason=one.texts.get("reason", "") if tells else "",
        change=_change(one) if tells else None,
        texts=list(_texts(found, one)),
        rows=list(_rows(found, one.stored.rows[:MOST_ROWS])),
        more_rows=max(0, len(one.stored.rows) - MOST_ROWS),
        about=names.get(one.link.about_unit, one.link.about_unit),
    )
    return render(request, "ledger/entry.html", context)


@login_required
@require_safe
def followed(request: HttpRequest, table: str, key: str, slug: str = "") -> HttpResponse:
    """Every entry that wrote one object, from its first to its last."""
    found = opened(request, slug)
    entries = entries_about(found.book.chain, table, key)
    if not entries:
        raise Http404
    lines = lines_of(found, entries, names_for(entries))
    steps = [(line, *(_told(line.entry) if found.tells(line.entry) else (None, ""))) for line in lines]
    name = table_name(table, current_language())
    is_deleted = any(mark.digest is None for mark in entries[-1].stored.rows if (mark.table, mark.key) == (table, key))
    return render(
        request, "ledger/followed.html", found.context(steps=steps, name=name, key=key, is_deleted=is_deleted)
    )


def _told(one: Recounted) -> tuple[tuple[str, str] | None, str]:
    """What the entry changed, and why."""
    return _change(one), one.texts.get("reason", "")


def _change(one: Recounted) -> tuple[str, str] | None:
    """What a value was and what it became, where the entry tells."""
    told: dict[str, object] = {**((one.link.data if one.link else None) or {}), **one.texts}
    if "before" not in told and "after" not in told:
        return None
    nothing = say("ledger_page.nothing", current_language())
    return str(told.get("before") or nothing), str(told.get("after") or nothing)


def _texts(found: Opened, one: Recounted) -> Iterator[ShownText]:
    lang, may_erase = current_language(), found.may(Verb.ERASE_TEXT)
    there = {text.field: text for text in one.stored.texts}
    is_told = found.tells(one)
    promised: Mapping[str, Digest] = (one.link.commitments if one.link else None) or {}
    for field, commitment in promised.items():
        text = there.get(field)
        is_shown = is_told or field == ACTOR
        fits = text is not None and commit(text.text, salt=text.salt) == commitment
        yield ShownText(
            field=field,
            name=text_name(field, lang),
            text=text.text if text and is_shown else "",
            commitment=long_digest(commitment[:SHORT]),
            state="erased" if text is None else "differs" if not fits else "fits" if is_shown else "untold",
            erase_address=found.address("erase_text", one.stored.height, field) if text and may_erase else "",
        )


def _rows(found: Opened, marks: Iterable[RowMark]) -> Iterator[ShownRow]:
    lang = current_language()
    for mark in marks:
        yield ShownRow(
            name=table_name(mark.table, lang),
            key=mark.key,
            address=found.address("ledger_object", mark.table, mark.key),
            is_deleted=mark.digest is None,
            digest=long_digest((mark.digest or "")[:SHORT]),
        )
