"""Seasons: a cluster in a year, its phases and what leads from one to the next, its dates and duties."""
