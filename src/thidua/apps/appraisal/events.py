"""What the ledger tells about appraisal."""

from datetime import date

from thidua.apps.appraisal.models import CheckResult, Outcome, Verdict
from thidua.apps.ledger.events import define
from thidua.core.states import Stage

_day = date.fromisoformat

CLAIM_DECIDED = define("appraisal.claim.decided", verdict=Verdict)
DECISION_CONFIRMED = define("appraisal.decision.confirmed")
DECISION_REFUSED = define("appraisal.decision.refused")
RETURN_ANSWERED = define("appraisal.return.answered")
OBJECTION_RAISED = define("appraisal.objection.raised", due=_day, texts=("text",))
OBJECTION_RULED = define("appraisal.objection.ruled", outcome=Outcome)
POINT_AGREED = define("appraisal.point.agreed")
POINTS_AGREED = define("appraisal.points.agreed", date=_day)
FIGURE_RECHECKED = define("appraisal.figure.rechecked", date=_day, stage=Stage)
ROSTER_DRAWN = define("appraisal.roster.drawn")
ROSTER_CHANGED = define("appraisal.roster.changed")
CONFLICT_DECLARED = define("appraisal.conflict.declared")
SAMPLE_DRAWN = define("appraisal.sample.drawn")
FIELD_CHECKED = define("appraisal.field.checked", result=CheckResult, date=_day)
