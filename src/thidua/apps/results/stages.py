"""Whose word counts in which phase of a season, and from when points are final."""

from thidua.core.phases import Frozen, Phase, is_frozen
from thidua.core.states import Stage


def stage_in(phase: Phase, *, is_rechecked: bool = False) -> Stage:
    """The stage at which a season is scored: the unit's own word, then the appraisers', then that of the cluster, and
    of the standing body once it has looked at some figure again.
    """
    if phase.number < Phase.APPRAISING.number:
        return Stage.SELF
    if phase is Phase.APPRAISING:
        return Stage.APPRAISED
    return Stage.RECHECKED if is_rechecked else Stage.AGREED


def is_closed(phase: Phase) -> bool:
    """Whether the figures of the whole cluster are settled, so that relative points can be final."""
    return is_frozen(Frozen.APPRAISALS, phase=phase)
