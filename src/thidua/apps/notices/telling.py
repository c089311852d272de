"""Which entries of the ledger are told to whom, as plain data.

Read a row so: an entry of this type is told to those who hold one of these roles for a unit that stands so to its
matter, where the policy lets them do this verb with it then; the notice leads to this page. What has no row is told to
nobody: it stands in the ledger for those who read that.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua.apps.access.roles import Role, Scope
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal import events as appraisal
from thidua.apps.appraisal.models import Verdict
from thidua.apps.campaigns import events as campaigns
from thidua.apps.ledger.events import EventType
from thidua.apps.notices.models import NoticeKind
from thidua.apps.pact import events as pact
from thidua.apps.remarks import events as remarks
from thidua.apps.reporting import events as reporting
from thidua.apps.results import events as results
from thidua.apps.rulebooks import events as rulebooks
from thidua.apps.seasons import events as seasons
from thidua.core.ledger.entry import Entry

RUNNING = frozenset({Role.SECRETARY})
LEADING = frozenset({Role.SECRETARY, Role.LEADER})
REPORTING = frozenset({Role.REPORTER, Role.LEADER})
WORKING = frozenset({Role.SECRETARY, Role.LEADER, Role.REPORTER})
CHECKING = frozenset({Role.SECRETARY, Role.APPRAISER})
OWN, CHAIRS = (Scope.OWN,), (Scope.CHAIR, Scope.DEPUTY)


@dataclass(frozen=True, slots=True)
class Telling:
    """One row. `link` is the URL name of the page, then the names of its arguments after the season's: fields of the
    entry's data, or with `@` the table of the one row of that table that it wrote. `where`: a field of the data and
    the value that it must have.
    """

    event: EventType
    kind: NoticeKind
    scopes: tuple[Scope, ...]
    roles: frozenset[Role]
    verb: Verb
    link: tuple[str, ...]
    where: tuple[str, str] | None = None

    def tells(self, entry: Entry) -> bool:
        """Whether this entry is told at all."""
        return self.where is None or (entry.data or {}).get(self.where[0]) == self.where[1]


_SEASON, _CAMPAIGN = ("season",), ("campaign", "@campaigns.campaign")
_REPORT, _POINT = ("self_report", "unit"), ("appraise", "unit", "indicator")
_OBJECTION, _ENTRY_FOR = ("objection", "unit", "indicator"), ("enter_for_unit", "unit")
_FIGURE, _LEADER = ("figure", "unit", "indicator"), frozenset({Role.LEADER})
_RETURNED = ("verdict", Verdict.RETURN.value)
_MEMBERS, _RUNS = (Scope.MEMBER,), (Scope.CHAIR,)
_READ, _SEEN = Verb.READ_SEASON, Verb.READ_APPRAISAL

_ROWS = (
    Telling(seasons.SEASON_OPENED, NoticeKind.SEASON, _MEMBERS, LEADING, _READ, _SEASON),
    Telling(seasons.SEASON_MOVED, NoticeKind.SEASON, _MEMBERS, WORKING, _READ, _SEASON),
    Telling(seasons.SEASON_REOPENED, NoticeKind.SEASON, _MEMBERS, WORKING, _READ, _SEASON),
    Telling(seasons.MERGER_ANSWERED, NoticeKind.SEASON, _MEMBERS, WORKING, _READ, ("mergers",)),
    Telling(seasons.REGULATION_SET, NoticeKind.SEASON, _MEMBERS, LEADING, _READ, ("regulation",)),
    Telling(seasons.DUTY_DONE, NoticeKind.SEASON, _RUNS, RUNNING, Verb.PLAN_SEASON, ("season_calendar",)),
    Telling(pact.PACT_OPENED, NoticeKind.SEASON, _MEMBERS, LEADING, _READ, ("pact",)),
    Telling(pact.PACT_WITHDRAWN, NoticeKind.SEASON, _MEMBERS, LEADING, _READ, ("pact",)),
    Telling(rulebooks.RULEBOOK_ADOPTED, NoticeKind.TARGETS, _MEMBERS, WORKING, _READ, ("rulebook",)),
    Telling(rulebooks.RULEBOOK_AMENDED, NoticeKind.TARGETS, _MEMBERS, WORKING, _READ, ("rulebook",)),
    Telling(rulebooks.TARGETS_GIVEN, NoticeKind.TARGETS, _MEMBERS, WORKING, _READ, ("targets",)),
    Telling(rulebooks.TARGETS_ACKNOWLEDGED, NoticeKind.TARGETS, _RUNS, RUNNING, _READ, ("targets",)),
    Telling(rulebooks.TARGET_AMENDED, NoticeKind.TARGETS, OWN, WORKING, Verb.READ_FIGURES, _FIGURE),
    Telling(campaigns.CAMPAIGN_LAUNCHED, NoticeKind.CAMPAIGNS, _MEMBERS, LEADING, _READ, _CAMPAIGN),
    Telling(campaigns.CAMPAIGN_ACKNOWLEDGED, NoticeKind.CAMPAIGNS, _RUNS, RUNNING, Verb.RUN_CAMPAIGNS, ("campaigns",)),
    Telling(campaigns.CAMPAIGN_REVIEWED, NoticeKind.CAMPAIGNS, _MEMBERS, WORKING, _READ, ("campaigns",)),
    Telling(campaigns.RESULT_CONFIRMED, NoticeKind.CAMPAIGNS, _RUNS, RUNNING, Verb.RUN_CAMPAIGNS, ("campaigns",)),
    Telling(reporting.REPORT_SUBMITTED, NoticeKind.REPORTS, OWN, _LEADER, Verb.APPROVE_REPORT, _REPORT),
    Telling(reporting.REPORT_APPROVED, NoticeKind.REPORTS, CHAIRS, RUNNING, Verb.READ_FIGURES, _REPORT),
    Telling(reporting.REPORT_RECALLED, NoticeKind.REPORTS, CHAIRS, RUNNING, Verb.READ_FIGURES, _REPORT),
    Telling(reporting.REPORT_RETURNED, NoticeKind.REPORTS, OWN, REPORTING, Verb.READ_FIGURES, _REPORT),
    Telling(reporting.PERIOD_OPENED, NoticeKind.REPORTS, OWN, REPORTING, Verb.READ_FIGURES, _REPORT),
    Telling(remarks.REMARK_ASKED, NoticeKind.REPORTS, OWN, REPORTING, Verb.READ_FIGURES, _FIGURE),
    Telling(remarks.REMARK_ANSWERED, NoticeKind.REPORTS, CHAIRS, RUNNING, Verb.REMARK, _FIGURE),
    Telling(remarks.FIGURE_EXPLAINED, NoticeKind.REPORTS, CHAIRS, RUNNING, Verb.REMARK, _FIGURE),
    Telling(reporting.ENTERED_FOR, NoticeKind.REPORTS, OWN, REPORTING, Verb.ANSWER_ENTRY, _ENTRY_FOR),
    Telling(reporting.ENTRY_CONFIRMED, NoticeKind.REPORTS, _RUNS, RUNNING, Verb.READ_FIGURES, _ENTRY_FOR),
    Telling(reporting.ENTRY_REJECTED, NoticeKind.REPORTS, _RUNS, RUNNING, Verb.READ_FIGURES, _ENTRY_FOR),
    Telling(reporting.TOTAL_ADJUSTED, NoticeKind.RESULTS, OWN, LEADING, Verb.READ_SHEET, ("score_sheet", "unit")),
    Telling(
        appraisal.CLAIM_DECIDED,
        NoticeKind.APPRAISAL,
        OWN,
        REPORTING,
        _SEEN,
        _OBJECTION,
        _RETURNED,
    ),
    Telling(appraisal.RETURN_ANSWERED, NoticeKind.APPRAISAL, _MEMBERS, CHECKING, Verb.APPRAISE, _POINT),
    Telling(appraisal.OBJECTION_RAISED, NoticeKind.APPRAISAL, CHAIRS, RUNNING, Verb.RULE_ON_OBJECTION, _OBJECTION),
    Telling(appraisal.OBJECTION_RULED, NoticeKind.APPRAISAL, OWN, WORKING, _SEEN, _OBJECTION),
    Telling(appraisal.ROSTER_DRAWN, NoticeKind.APPRAISAL, _MEMBERS, CHECKING, _SEEN, ("roster",)),
    Telling(appraisal.ROSTER_CHANGED, NoticeKind.APPRAISAL, _MEMBERS, CHECKING, _SEEN, ("roster",)),
    Telling(appraisal.POINTS_AGREED, NoticeKind.APPRAISAL, _MEMBERS, WORKING, _SEEN, ("objections",)),
    Telling(appraisal.FIGURE_RECHECKED, NoticeKind.RESULTS, OWN, WORKING, Verb.READ_FIGURES, _FIGURE),
    Telling(results.STANDINGS_AGREED, NoticeKind.RESULTS, _MEMBERS, WORKING, Verb.READ_STANDINGS, ("standings",)),
    Telling(results.STANDINGS_PUBLISHED, NoticeKind.RESULTS, _MEMBERS, WORKING, Verb.READ_PUBLISHED, ("standings",)),
    Telling(results.STANDINGS_WITHDRAWN, NoticeKind.RESULTS, _MEMBERS, WORKING, Verb.READ_STANDINGS, ("standings",)),
)
TELLINGS: Mapping[str, Telling] = {row.event.code: row for row in _ROWS}
