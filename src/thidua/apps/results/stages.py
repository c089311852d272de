"""Whose word counts in which phase of a season, and from when points are final."""

from thidua.core.phases import Frozen, Phase, is_frozen
from thidua.core.states import Stage


def stage_in(phase: Phase) -> Stage:
    """The stage at which a season is scored: the unit's own word, then the appraisers', then that of the cluster."""
    if phase.number < Phase.APPRAISING.number:
        return Stage.SELF
    return Stage.APPRAISED if phase is Phase.APPRAISING else Stage.AGREED


def is_closed(phase: Phase) -> bool:
    """Whether the figures of the whole cluster are settled, so that relative points can be final."""
    return is_frozen(Frozen.APPRAISALS, phase=phase)
