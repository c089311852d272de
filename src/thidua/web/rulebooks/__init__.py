"""Pages of rulebooks and targets: what a season is scored by."""
