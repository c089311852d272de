"""Units, clusters, offices, rotation: for those who look them up, and for the standing body that keeps them."""
