"""Campaigns of a season: launched, acknowledged by each unit, reviewed, and their results given to criteria."""
