"""The one policy table: role × scope × phase × verb, as plain data. What no row allows is denied.

Read a row so: a person with this role may, where the unit of the role stands so to the matter in hand, do these verbs
in these phases. The page /quyen/ prints the table in words.
"""

from dataclasses import dataclass

from thidua.apps.access.roles import Role, Scope
from thidua.apps.access.verbs import Verb
from thidua.core.phases import MOVES, Phase

ANY = frozenset(Phase)  # and matters that belong to no season
BEFORE_THE_END = ANY - {Phase.CLOSED}
# The pact is signed, figures are not agreed yet: the rulebook and the targets change by amendment alone.
AMENDABLE = frozenset({Phase.SIGNED, Phase.RUNNING, Phase.REPORTING, Phase.APPRAISING})
PREPARING = frozenset({Phase.PREPARING})
AGREED_ON = frozenset(phase for phase in Phase if phase.number >= Phase.AGREED.number)
APPRAISING = frozenset({Phase.APPRAISING})
ROSTERED = frozenset({Phase.RUNNING, Phase.REPORTING, Phase.APPRAISING})  # who checks whom is known before it begins
RELEASABLE = AGREED_ON - {Phase.CLOSED}
RETURNABLE = frozenset(move.source for move in MOVES if move.is_back)
UNIT_ROLES = (Role.SECRETARY, Role.REPORTER, Role.LEADER, Role.APPRAISER, Role.OBSERVER)


@dataclass(frozen=True, slots=True)
class Right:
    """One row. `not_own`: never on a matter of a unit that the person acts for, in any role, own or delegated.
    `in_person`: only whoever holds the role itself, nobody to whom it was passed on.
    """

    role: Role
    scope: Scope
    verbs: frozenset[Verb]
    phases: frozenset[Phase] = ANY
    not_own: bool = False
    in_person: bool = False


def right(
    role: Role,
    scope: Scope,
    *verbs: Verb,
    phases: frozenset[Phase] = ANY,
    not_own: bool = False,
    in_person: bool = False,
) -> Right:
    """A row of the table."""
    return Right(role, scope, frozenset(verbs), phases, not_own, in_person)


POLICY: tuple[Right, ...] = (
    right(Role.TECHNICIAN, Scope.INSTALLATION, Verb.MANAGE_ACCOUNTS, Verb.ASSIGN_ROLES),
    # Who may pass a role of theirs on: not tellers, who are chosen by show of hands, and not technicians.
    right(Role.STANDING_BODY, Scope.OWN, Verb.DELEGATE),
    right(Role.SECRETARY, Scope.OWN, Verb.DELEGATE),
    right(Role.REPORTER, Scope.OWN, Verb.DELEGATE),
    right(Role.LEADER, Scope.OWN, Verb.DELEGATE),
    right(Role.APPRAISER, Scope.OWN, Verb.DELEGATE),
    right(Role.OBSERVER, Scope.OWN, Verb.DELEGATE),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.READ_SEASON, Verb.READ_LEDGER, Verb.ERASE_TEXT),
    # The installation's own chain: accounts, units, clusters; no figure.
    right(Role.STANDING_BODY, Scope.INSTALLATION, Verb.READ_LEDGER, Verb.ERASE_TEXT),
    right(Role.STANDING_BODY, Scope.INSTALLATION, Verb.MANAGE_INDICATORS),  # one library for all seasons
    right(Role.TECHNICIAN, Scope.INSTALLATION, Verb.READ_LEDGER),
    right(Role.SECRETARY, Scope.CHAIR, Verb.READ_SEASON, Verb.READ_LEDGER),
    right(Role.SECRETARY, Scope.MEMBER, Verb.READ_SEASON, Verb.READ_LEDGER),
    right(Role.REPORTER, Scope.MEMBER, Verb.READ_SEASON),
    right(Role.LEADER, Scope.MEMBER, Verb.READ_SEASON, Verb.READ_LEDGER),
    right(Role.APPRAISER, Scope.MEMBER, Verb.READ_SEASON),
    right(Role.TELLER, Scope.SEASON, Verb.READ_SEASON),
    right(Role.OBSERVER, Scope.MEMBER, Verb.READ_SEASON),
    right(Role.OBSERVER, Scope.ABOVE, Verb.READ_SEASON),
    # Points. A unit reads its own sheet at any time. Those of the others, and the order, it reads once the cluster has
    # agreed on them: before that they are drafts, and a draft that everybody sees is bargained over. Who runs the year,
    # who reviews the chair's unit and the body above read them all along. Tellers see the order while it is voted on.
    *(right(role, Scope.OWN, Verb.READ_SHEET) for role in UNIT_ROLES),
    *(
        right(role, scope, Verb.READ_STANDINGS, Verb.READ_SHEET)
        for role, scope in (
            (Role.STANDING_BODY, Scope.ABOVE),
            (Role.SECRETARY, Scope.CHAIR),
            (Role.SECRETARY, Scope.DEPUTY),
        )
    ),
    *(
        right(role, scope, Verb.READ_STANDINGS, Verb.READ_SHEET, phases=AGREED_ON)
        for role, scope in ((role, Scope.MEMBER) for role in UNIT_ROLES if role is not Role.OBSERVER)
    ),
    # What is published may be read by everybody who may read the season, by observers nothing before that.
    *(
        right(role, scope, Verb.READ_PUBLISHED, phases=AGREED_ON)
        for role, scope in (
            *((role, Scope.MEMBER) for role in UNIT_ROLES),
            (Role.SECRETARY, Scope.CHAIR),
            (Role.STANDING_BODY, Scope.ABOVE),
            (Role.OBSERVER, Scope.ABOVE),
            (Role.TELLER, Scope.SEASON),
        )
    ),
    right(Role.TELLER, Scope.SEASON, Verb.READ_STANDINGS, phases=frozenset({Phase.DELIBERATING})),
    # Who runs the year freezes the order that is voted on and records that the cluster has agreed on it; after the vote
    # only a re-check of the body above makes a new version beside it. Either makes known what was agreed on.
    right(
        Role.SECRETARY,
        Scope.CHAIR,
        Verb.FREEZE_STANDINGS,
        Verb.AGREE_STANDINGS,
        phases=frozenset({Phase.AGREED, Phase.DELIBERATING}),
    ),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.FREEZE_STANDINGS, Verb.AGREE_STANDINGS, phases=RELEASABLE),
    right(Role.SECRETARY, Scope.CHAIR, Verb.PUBLISH_STANDINGS, phases=RELEASABLE),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.PUBLISH_STANDINGS, phases=RELEASABLE),
    *(right(role, Scope.INSTALLATION, Verb.READ_ORGANISATION) for role in Role),  # who exists when is no secret
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.MANAGE_UNITS, Verb.MANAGE_CLUSTERS, Verb.HAND_OVER_CHAIR),
    right(Role.LEADER, Scope.CHAIR, Verb.HAND_OVER_CHAIR),
    right(Role.SECRETARY, Scope.CHAIR, Verb.OPEN_SEASON),
    right(Role.SECRETARY, Scope.CHAIR, Verb.PLAN_SEASON, Verb.ATTEST_GUARD, Verb.MOVE_SEASON, phases=BEFORE_THE_END),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.LAUNCH_MOVEMENT, Verb.OPEN_SEASON),
    right(
        Role.STANDING_BODY, Scope.ABOVE, Verb.PLAN_SEASON, Verb.ATTEST_GUARD, Verb.MOVE_SEASON, phases=BEFORE_THE_END
    ),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.REOPEN_SEASON, phases=RETURNABLE),
    # What becomes of a member that ceased to exist is decided above the cluster, before its points are agreed on.
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.ANSWER_MERGER, phases=PREPARING | AMENDABLE),
    *(
        right(role, Scope.OWN, Verb.FINISH_DUTY, phases=BEFORE_THE_END)
        for role in (Role.SECRETARY, Role.REPORTER, Role.LEADER, Role.APPRAISER, Role.STANDING_BODY)
    ),
    # Campaigns: run by whoever runs the year; they and targets are acknowledged by those who answer for their unit.
    *(
        right(role, scope, Verb.RUN_CAMPAIGNS, phases=BEFORE_THE_END)
        for role, scope in ((Role.SECRETARY, Scope.CHAIR), (Role.STANDING_BODY, Scope.ABOVE))
    ),
    *(
        right(role, Scope.OWN, Verb.ACKNOWLEDGE_CAMPAIGN, Verb.ACKNOWLEDGE_TARGETS, phases=BEFORE_THE_END)
        for role in (Role.SECRETARY, Role.LEADER)
    ),
    # What is said of the whole cluster is worded by whoever runs the year; the numbers in it nobody types.
    *(
        right(role, scope, Verb.WRITE_STATEMENTS, phases=BEFORE_THE_END)
        for role, scope in ((Role.SECRETARY, Scope.CHAIR), (Role.STANDING_BODY, Scope.ABOVE))
    ),
    # The library of documents is kept by whoever runs the year; everybody who reads the season reads it.
    *(
        right(role, scope, Verb.KEEP_DOCUMENTS, phases=BEFORE_THE_END)
        for role, scope in ((Role.SECRETARY, Scope.CHAIR), (Role.STANDING_BODY, Scope.ABOVE))
    ),
    # The pact: drafted, opened and recorded from paper by whoever runs the year; signed by each leader in person, so
    # that nobody signs for another, whatever was passed on.
    *(
        right(role, scope, Verb.PREPARE_PACT, phases=PREPARING)
        for role, scope in ((Role.SECRETARY, Scope.CHAIR), (Role.STANDING_BODY, Scope.ABOVE))
    ),
    right(Role.LEADER, Scope.OWN, Verb.SIGN_PACT, phases=PREPARING, in_person=True),
    # What is scored by: the chair's secretary runs it, the body above may; both only until the pact is signed.
    *(
        row
        for role, scope in ((Role.SECRETARY, Scope.CHAIR), (Role.STANDING_BODY, Scope.ABOVE))
        for row in (
            right(role, scope, Verb.DRAFT_RULEBOOK, phases=PREPARING | AMENDABLE),
            right(role, scope, Verb.ADOPT_RULEBOOK, Verb.SET_TARGETS, phases=PREPARING),
            right(role, scope, Verb.AMEND_RULEBOOK, Verb.AMEND_TARGETS, phases=AMENDABLE),
        )
    ),
    # Figures: one's own at any time; those of others by whoever runs, reviews or oversees the year, and by every
    # member once they are agreed, so that nobody shades a claim by what a neighbour has claimed.
    *(
        right(role, Scope.OWN, Verb.READ_FIGURES)
        for role in (Role.SECRETARY, Role.REPORTER, Role.LEADER, Role.APPRAISER, Role.OBSERVER)
    ),
    right(Role.SECRETARY, Scope.CHAIR, Verb.READ_FIGURES),
    right(Role.SECRETARY, Scope.DEPUTY, Verb.READ_FIGURES),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.READ_FIGURES),
    *(
        right(role, Scope.MEMBER, Verb.READ_FIGURES, phases=AGREED_ON)
        for role in (Role.SECRETARY, Role.REPORTER, Role.LEADER, Role.APPRAISER, Role.OBSERVER)
    ),
    right(Role.OBSERVER, Scope.ABOVE, Verb.READ_FIGURES, phases=AGREED_ON),
    # Patterns in the figures of all: for who runs the year and the body above, who put questions and no labels.
    right(Role.SECRETARY, Scope.CHAIR, Verb.READ_PATTERNS),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.READ_PATTERNS),
    right(Role.REPORTER, Scope.OWN, Verb.ENTER_FIGURES, phases=frozenset({Phase.RUNNING, Phase.REPORTING})),
    # Who runs the year may type a unit's paper for it; the unit itself says whether it counts.
    right(
        Role.SECRETARY,
        Scope.CHAIR,
        Verb.ENTER_FOR_UNIT,
        phases=frozenset({Phase.RUNNING, Phase.REPORTING}),
        not_own=True,
    ),
    *(
        right(role, Scope.OWN, Verb.ANSWER_ENTRY, phases=frozenset({Phase.RUNNING, Phase.REPORTING}))
        for role in (Role.REPORTER, Role.LEADER)
    ),
    # Evidence comes with the figures, and with what a unit answers while it is appraised.
    right(
        Role.REPORTER,
        Scope.OWN,
        Verb.FILE_EVIDENCE,
        phases=frozenset({Phase.RUNNING, Phase.REPORTING, Phase.APPRAISING}),
    ),
    # Remarks at a cell: the unit and those who look at its figures ask and answer each other, nobody their own unit.
    *(
        right(role, Scope.OWN, Verb.REMARK, phases=frozenset({Phase.RUNNING, Phase.REPORTING, Phase.APPRAISING}))
        for role in (Role.REPORTER, Role.LEADER)
    ),
    *(
        right(
            Role.SECRETARY,
            scope,
            Verb.REMARK,
            phases=frozenset({Phase.RUNNING, Phase.REPORTING, Phase.APPRAISING}),
            not_own=True,
        )
        for scope in (Scope.CHAIR, Scope.DEPUTY)
    ),
    right(Role.APPRAISER, Scope.MEMBER, Verb.REMARK, phases=APPRAISING, not_own=True),
    right(
        Role.STANDING_BODY,
        Scope.ABOVE,
        Verb.REMARK,
        phases=frozenset({Phase.RUNNING, Phase.REPORTING, Phase.APPRAISING}),
    ),
    # The self-score report: the unit writes and approves it, who runs the year sends it back.
    right(Role.REPORTER, Scope.OWN, Verb.SUBMIT_REPORT, phases=frozenset({Phase.RUNNING, Phase.REPORTING})),
    right(Role.LEADER, Scope.OWN, Verb.APPROVE_REPORT, phases=frozenset({Phase.RUNNING, Phase.REPORTING})),
    *(
        right(Role.SECRETARY, scope, Verb.RETURN_REPORT, phases=frozenset({Phase.REPORTING}), not_own=True)
        for scope in (Scope.CHAIR, Scope.DEPUTY)
    ),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.RETURN_REPORT, phases=frozenset({Phase.REPORTING})),
    # A closed period is opened again by who runs the year, never for their own unit, and by the body above.
    *(
        right(role, scope, Verb.OPEN_PERIOD, phases=frozenset({Phase.RUNNING, Phase.REPORTING}), not_own=not_own)
        for role, scope, not_own in (
            (Role.SECRETARY, Scope.CHAIR, True),
            (Role.SECRETARY, Scope.DEPUTY, True),
            (Role.STANDING_BODY, Scope.ABOVE, False),
        )
    ),
    # A review is recorded by somebody who does not act for the unit: the deputy's secretary does it for the chair's.
    *(
        right(Role.SECRETARY, scope, Verb.RECORD_REVIEWS, phases=frozenset({Phase.APPRAISING}), not_own=True)
        for scope in (Scope.CHAIR, Scope.DEPUTY)
    ),
    # Appraisal. Nobody reviews a unit that they act for, in any role, own or passed on; which of the others reviews it
    # says the roster, and without one the chair's unit is reviewed by the deputy's side (`appraisal.services.common`).
    *(
        right(role, scope, Verb.APPRAISE, phases=APPRAISING, not_own=True)
        for role, scope in (
            (Role.APPRAISER, Scope.MEMBER),
            (Role.SECRETARY, Scope.CHAIR),
            (Role.SECRETARY, Scope.DEPUTY),
        )
    ),
    *(
        right(Role.SECRETARY, scope, Verb.RULE_ON_OBJECTION, phases=APPRAISING, not_own=True)
        for scope in (Scope.CHAIR, Scope.DEPUTY)
    ),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.RULE_ON_OBJECTION, phases=APPRAISING),
    *(
        right(Role.SECRETARY, scope, Verb.AGREE_POINTS, phases=APPRAISING | {Phase.AGREED}, not_own=True)
        for scope in (Scope.CHAIR, Scope.DEPUTY)
    ),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.AGREE_POINTS, phases=APPRAISING | {Phase.AGREED}),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.RECHECK, phases=AGREED_ON - {Phase.CLOSED}),
    *(
        right(role, Scope.OWN, Verb.OBJECT, Verb.ANSWER_RETURN, phases=APPRAISING)
        for role in (Role.REPORTER, Role.LEADER)
    ),
    *(
        right(role, scope, Verb.DRAW_ROSTER, phases=ROSTERED)
        for role, scope in ((Role.SECRETARY, Scope.CHAIR), (Role.STANDING_BODY, Scope.ABOVE))
    ),
    *(
        right(role, Scope.OWN, Verb.DECLARE_CONFLICT, phases=ROSTERED)
        for role in (Role.SECRETARY, Role.LEADER, Role.APPRAISER)
    ),
    # What is said of claims: whoever appraises sees the claims of all members while that lasts.
    *(right(role, Scope.MEMBER, Verb.READ_APPRAISAL, phases=ROSTERED | AGREED_ON) for role in UNIT_ROLES),
    right(Role.STANDING_BODY, Scope.ABOVE, Verb.READ_APPRAISAL, phases=ROSTERED | AGREED_ON),
    right(Role.APPRAISER, Scope.MEMBER, Verb.READ_FIGURES, phases=APPRAISING),
    right(
        Role.STANDING_BODY,
        Scope.ABOVE,
        Verb.ADJUST_TOTAL,
        phases=frozenset({Phase.APPRAISING, Phase.AGREED, Phase.DELIBERATING}),
    ),
)
