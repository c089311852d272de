"""Results as documents that last, and their replay: what changed, and the first number that differs."""
