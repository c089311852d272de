"""Scoring: figures into columns, leaves and tree into points, points into traces and results. Exact throughout."""
