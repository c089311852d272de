"""Taking back the last of one's own edits of the draft, where what it left still stands."""

from typing import Any

from thidua.apps.access.roles import Actor
from thidua.apps.rulebooks.models import DraftEdit, DraftPart, EditKind
from thidua.apps.rulebooks.selectors import edit_to_undo
from thidua.apps.rulebooks.services.editing import Draft, drafting, placed_text, refuse_place
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import SeasonRefused
from thidua.core.errors import Fault, Problem
from thidua.core.plain import Cursor
from thidua.core.rulebook import editing
from thidua.core.rulebook.diff import Standing, standings_of
from thidua.core.rulebook.document import criterion_document, document_of, rulebook_document
from thidua.core.rulebook.parse import read_criterion, read_draft, read_indicator
from thidua.core.rulebook.schema import Criterion, Rulebook

_OPPOSITE = {EditKind.ADDED: EditKind.REMOVED, EditKind.REMOVED: EditKind.ADDED}


def undo_edit(*, actor: Actor, season: Season) -> DraftEdit:
    """Put back what stood before the last edit of one's own; refused where somebody has gone on from it."""
    with drafting(actor, season) as draft:
        found = edit_to_undo(draft.row, draft.by.account)
        if found is None:
            raise SeasonRefused(Problem("rulebooks.no_edit_to_undo"))
        edit = DraftEdit.objects.get(pk=found.pk)
        after = _undone(draft, edit)
        part, code = DraftPart(edit.part), _code_before(edit)
        return draft.write(
            after, _OPPOSITE.get(edit.kind, edit.kind), part, code, (edit.after, edit.before), undoes=edit.number
        )


def _undone(draft: Draft, edit: DraftEdit) -> Rulebook:
    if edit.part == DraftPart.GENERAL:
        _demand(draft, edit, dict(rulebook_document(editing.general_of(draft.rulebook))))
        return editing.with_general(draft.rulebook, read_draft({**edit.before, "criteria": []}))
    if edit.part == DraftPart.INDICATOR:
        listed = {one.code: one for one in editing.listed_indicators(draft.rulebook)}
        here = listed.get(edit.code) if edit.after is not None else None
        _demand(draft, edit, None if here is None else document_of(here))
        indicator = None if edit.before is None else read_indicator(Cursor(edit.before))
        return editing.with_indicator(draft.rulebook, edit.code, indicator)
    return _criterion_undone(draft, edit)


def _criterion_undone(draft: Draft, edit: DraftEdit) -> Rulebook:
    rulebook = draft.rulebook
    if edit.kind is EditKind.REMOVED:
        node, at = _node(edit.before["node"]), _standing(edit.before)
        refuse_place(rulebook, node, at)
        return editing.with_new(rulebook, node, at)
    node = draft.node(edit.code)
    if edit.kind is EditKind.CHANGED:
        _demand(draft, edit, criterion_document(editing.own(node), rulebook))
        return editing.with_own(rulebook, edit.code, _node(edit.before))
    if edit.kind is EditKind.ADDED:
        here = placed_text(rulebook, edit.code)
        _demand(draft, edit, None if here is None else {**edit.after, "node": here["node"]})
        return editing.without(rulebook, edit.code)
    if standings_of(rulebook)[edit.code].parent != edit.after["parent"]:
        raise draft.conflict("rulebooks.gone_on_from", DraftPart.CRITERION, edit.code)
    return editing.with_moved(rulebook, edit.code, _standing(edit.before))


def _demand(draft: Draft, edit: DraftEdit, here: object) -> None:
    """What the edit left must still stand."""
    if here != edit.after:
        raise draft.conflict("rulebooks.gone_on_from", DraftPart(edit.part), edit.code)


def _code_before(edit: DraftEdit) -> str:
    """The code of the node once the edit is taken back."""
    before: dict[str, Any] = edit.before or {}
    return str(before["code"]) if "code" in before else edit.code


def _standing(text: dict[str, Any]) -> Standing:
    return Standing(text["parent"], text["behind"])


def _node(text: object) -> Criterion:
    node = read_criterion(Cursor(text))
    if node is None:
        raise Fault("an edit keeps a criterion that cannot be read")
    return node
