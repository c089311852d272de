"""Campaigns of a season in the browser."""
