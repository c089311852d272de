"""What every page of the editor shows: the draft, its tree with what is wrong where, and who edited last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import RulebookVersion
from thidua.apps.rulebooks.selectors import draft_of, edit_to_undo, edits_of
from thidua.core.errors import Problem, Severity
from thidua.core.rulebook.schema import Rulebook
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.editor.nodes import node_of
from thidua.web.rulebooks.tree import branches, shape_of
from thidua.web.secretary.frame import Looking, look

LATEST = 6  # edits told beside the tree


@dataclass(slots=True)
class Desk:
    """A person at the draft."""

    looking: Looking
    row: RulebookVersion
    rulebook: Rulebook = field(init=False)
    findings: tuple[Problem, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.rulebook = bridge.rulebook(self.row)
        self.findings = bridge.findings(self.row)

    def context(self, *, here: str = "", **more: object) -> dict[str, object]:
        """What the frame and the tree need, and what the page adds."""
        marks = Counter(node_of(one) for one in self.findings)
        count, points = shape_of(self.rulebook)
        edits = list(edits_of(self.row).defer("before", "after")[:LATEST])
        errors = sum(one.severity is Severity.ERROR for one in self.findings)
        return self.looking.context(
            draft=self.row,
            rulebook=self.rulebook,
            branches=branches(self.rulebook, here=here, marks=marks),
            count=count,
            points=points,
            findings=self.findings,
            errors=errors,
            edits=edits,
            people=account_names({edit.typed_by for edit in edits}),
            undoable=edit_to_undo(self.row, self.looking.actor.account),
            here=here,
            lang=current_language().value,
            **more,
        )


def desk_of(request: HttpRequest, slug: str) -> Desk | HttpResponse:
    """The draft for somebody who may edit it; where there is none, the page on which one is begun."""
    looking = look(request, slug, Verb.DRAFT_RULEBOOK)
    row = draft_of(looking.season)
    return redirect("start_draft", slug) if row is None else Desk(looking, row)
