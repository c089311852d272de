"""Rulebooks of seasons and the targets that are given to units: drafted, adopted, amended, never overwritten."""
