"""Pages of appraisal: the queue, the decision beside the claim, objections, the roster, the meeting that agrees."""
