"""Pages of figures: what units report, and what was said of each cell."""
