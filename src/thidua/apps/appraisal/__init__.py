"""Who checked what, why a point was cut, what the unit answered, what was ruled, and what the cluster agreed on."""
