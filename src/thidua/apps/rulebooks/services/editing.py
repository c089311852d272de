"""Editing the draft node by node, by several people at once: nothing of anybody's is overwritten unseen.

Every edit says which state of its node it was made on. Where somebody has changed that very node since, it is refused
and both texts are told; edits of different nodes go through one after the other. Each edit is one act with its entry:
who made it, on which node; the rows of edits keep both texts, so that the last of one's own can be taken back.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks import bridge, events
from thidua.apps.rulebooks.models import DraftEdit, DraftPart, EditKind, RulebookVersion
from thidua.apps.rulebooks.selectors import draft_of, last_edit_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.rulebook import editing
from thidua.core.rulebook.diff import Standing, standings_of
from thidua.core.rulebook.digest import rulebook_digest
from thidua.core.rulebook.document import criterion_document, document_of, rulebook_document
from thidua.core.rulebook.schema import Criterion, Group, Indicator, Rulebook

Plain = Mapping[str, object] | None


class EditConflict(SeasonRefused):
    """Somebody else has changed the node since; the draft is as they left it."""


@dataclass(slots=True)
class Draft:
    """The draft, held against other writers, and how an edit of it is written."""

    held: Held
    by: Author
    row: RulebookVersion
    rulebook: Rulebook = field(init=False)

    def __post_init__(self) -> None:
        self.rulebook = bridge.rulebook(self.row)

    def node(self, code: str) -> Criterion:
        """The criterion with a code. Raises EditConflict where it is gone."""
        node = self.rulebook.find(code)
        if node is None:
            raise self.conflict("rulebooks.gone_meanwhile", DraftPart.CRITERION, code)
        return node

    def same(self, value: object, seen: str, part: DraftPart, code: str) -> None:
        """Raises EditConflict where a node is not what was seen."""
        if editing.mark_of(value) != seen:
            raise self.conflict("rulebooks.edited_meanwhile", part, code)

    def conflict(self, problem: str, part: DraftPart, code: str) -> EditConflict:
        """Who did what to a node last."""
        last = last_edit_of(self.row, part, code)
        data = {"code": code, "by": last.typed_by if last else "", "at": last.typed_at if last else self.row.typed_at}
        return EditConflict(Problem(problem, data))

    def write(
        self,
        after: Rulebook,
        what: EditKind,
        part: DraftPart,
        code: str,
        texts: tuple[Plain, Plain],
        *,
        undoes: int | None = None,
    ) -> DraftEdit:
        """Keep the changed draft and the edit; one entry tells of both."""
        self.row.document, self.row.digest = rulebook_document(after), rulebook_digest(after)
        edit = DraftEdit(
            season=self.held.season,
            draft=self.row.pk,
            number=DraftEdit.objects.filter(draft=self.row.pk).count() + 1,
            what=what,
            part=part,
            code=code,
            before=texts[0],
            after=texts[1],
            undoes=undoes,
            typed_by=self.by.account,
            typed_at=clock.now(),
        )
        data = {"number": self.row.number, "edit": edit.number, "what": what.value, "part": part.value, "code": code}
        with recording(events.DRAFT_EDITED, by=self.by, chain=self.held.season.ledger_chain(), **data) as record:
            record.save(self.row)
            return record.save(edit)


@contextmanager
def drafting(actor: Actor, season: Season) -> Iterator[Draft]:
    """The draft for somebody who may edit it. Raises SeasonRefused where there is none."""
    with changing(season) as held:
        by = demand(actor, Verb.DRAFT_RULEBOOK, held.subject())
        row = draft_of(held.season)
        if row is None:
            raise SeasonRefused(Problem("rulebooks.no_draft"))
        yield Draft(held, by, row)


def edit_criterion(*, actor: Actor, season: Season, code: str, seen: str, node: Criterion) -> DraftEdit | None:
    """Change the fields of one criterion, seen as `seen`; None where nothing is changed."""
    with drafting(actor, season) as draft:
        old = editing.own(draft.node(code))
        draft.same(old, seen, DraftPart.CRITERION, code)
        if isinstance(old.body, Group) != isinstance(node.body, Group):
            raise draft.conflict("rulebooks.edited_meanwhile", DraftPart.CRITERION, code)
        refuse(_taken(draft.rulebook, node, {code}))
        after = editing.with_own(draft.rulebook, code, node)
        texts = (
            criterion_document(old, draft.rulebook),
            criterion_document(editing.own(_found(after, node.code)), after),
        )
        if texts[0] == texts[1]:
            return None
        return draft.write(after, EditKind.CHANGED, DraftPart.CRITERION, node.code, texts)


def add_criterion(*, actor: Actor, season: Season, node: Criterion, at: Standing) -> DraftEdit:
    """Put a new criterion, or a group with all its parts, into a group or at the top."""
    with drafting(actor, season) as draft:
        refuse_place(draft.rulebook, node, at)
        after = editing.with_new(draft.rulebook, node, at)
        return draft.write(after, EditKind.ADDED, DraftPart.CRITERION, node.code, (None, placed_text(after, node.code)))


def remove_criterion(*, actor: Actor, season: Season, code: str, seen: str) -> DraftEdit:
    """Take a criterion and all its parts out, seen as they stand."""
    with drafting(actor, season) as draft:
        draft.same(draft.node(code), seen, DraftPart.CRITERION, code)
        after = editing.without(draft.rulebook, code)
        return draft.write(
            after, EditKind.REMOVED, DraftPart.CRITERION, code, (placed_text(draft.rulebook, code), None)
        )


def move_criterion(*, actor: Actor, season: Season, code: str, seen: str, to: Standing) -> DraftEdit | None:
    """Put a criterion elsewhere; `seen` is the mark of the place that it was seen in. None where it stands there."""
    with drafting(actor, season) as draft:
        node = draft.node(code)
        was = standings_of(draft.rulebook)[code]
        draft.same(was, seen, DraftPart.CRITERION, code)
        refuse([*_no_group(draft.rulebook, to.parent), *_into_itself(node, to)])
        after = editing.with_moved(draft.rulebook, code, to)
        now = standings_of(after)[code]
        if now == was:
            return None
        return draft.write(after, EditKind.MOVED, DraftPart.CRITERION, code, (_spot(was), _spot(now)))


def edit_general(*, actor: Actor, season: Season, seen: str, general: Rulebook) -> DraftEdit | None:
    """Change what holds for the whole; None where nothing is changed."""
    with drafting(actor, season) as draft:
        old = editing.general_of(draft.rulebook)
        draft.same(old, seen, DraftPart.GENERAL, "")
        texts = dict(rulebook_document(old)), dict(rulebook_document(general))
        if texts[0] == texts[1]:
            return None
        after = editing.with_general(draft.rulebook, general)
        return draft.write(after, EditKind.CHANGED, DraftPart.GENERAL, "", texts)


def edit_indicator(
    *, actor: Actor, season: Season, code: str, seen: str, indicator: Indicator | None
) -> DraftEdit | None:
    """Change an indicator of the list, add one (`code` is empty), or take one out (None)."""
    with drafting(actor, season) as draft:
        listed = {one.code: one for one in editing.listed_indicators(draft.rulebook)}
        old = listed.get(code)
        if code and old is None:
            raise draft.conflict("rulebooks.gone_meanwhile", DraftPart.INDICATOR, code)
        if old is not None:
            draft.same(old, seen, DraftPart.INDICATOR, code)
        if indicator is not None and indicator.code != code and indicator.code in listed:
            refuse([Problem("rulebooks.indicator_taken", {"code": indicator.code}, Place(path="code"))])
        if old == indicator:
            return None
        after = editing.with_indicator(draft.rulebook, code, indicator)
        what = EditKind.ADDED if old is None else EditKind.REMOVED if indicator is None else EditKind.CHANGED
        texts = _text_of(old), _text_of(indicator)
        return draft.write(after, what, DraftPart.INDICATOR, indicator.code if indicator else code, texts)


def refuse_place(rulebook: Rulebook, node: Criterion, at: Standing) -> None:
    """Raises SeasonRefused where a criterion cannot come: a code is taken, or the group is none."""
    refuse([*_taken(rulebook, node, set()), *_no_group(rulebook, at.parent)])


def placed_text(rulebook: Rulebook, code: str) -> Plain:
    """A criterion with all below it, and where it stands."""
    return {"node": criterion_document(_found(rulebook, code), rulebook), **_spot(standings_of(rulebook)[code])}


def _spot(standing: Standing) -> dict[str, object]:
    return {"parent": standing.parent, "behind": standing.behind}


def _text_of(indicator: Indicator | None) -> Plain:
    text = None if indicator is None else document_of(indicator)
    return dict(text) if isinstance(text, dict) else None


def _found(rulebook: Rulebook, code: str) -> Criterion:
    node = rulebook.find(code)
    if node is None:
        raise SeasonRefused(Problem("rulebooks.gone_meanwhile", {"code": code, "by": "", "at": clock.now()}))
    return node


def _taken(rulebook: Rulebook, node: Criterion, but: set[str]) -> Iterator[Problem]:
    """Codes that stand in the tree already: a draft finds its criteria by them."""
    there = {one.code for _depth, one in rulebook.walk()} - but
    for _depth, one in node.walk():
        if one.code in there:
            yield Problem("rulebooks.code_taken", {"code": one.code}, Place(path="code"))


def _no_group(rulebook: Rulebook, parent: str) -> Iterator[Problem]:
    node = rulebook.find(parent) if parent else None
    if parent and (node is None or node.group is None):
        yield Problem("rulebooks.no_such_group", {"code": parent}, Place(path="parent"))


def _into_itself(node: Criterion, to: Standing) -> Iterator[Problem]:
    if any(one.code == to.parent for _depth, one in node.walk()):
        yield Problem("rulebooks.into_itself", {"code": node.code}, Place(path="parent"))
