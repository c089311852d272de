"""The catalogue of rule kinds: sources and shapes, one file per family, each written once over all units.

Importing this package registers every kind. Owns what a kind computes and how it declares its parameters; knows
nothing of rulebooks (which compose kinds) or of seasons (which feed them).
"""

from thidua.core.kinds import bands, classes, entry, events, leader, means, piecewise, proportional, rank, sources
from thidua.core.kinds.base import SHAPES, SOURCES, Drawn, Inputs, Note, Run, Shape, Source, Step, UnitsNamed, Written

__all__ = [
    "SHAPES",
    "SOURCES",
    "Drawn",
    "Inputs",
    "Note",
    "Run",
    "Shape",
    "Source",
    "Step",
    "UnitsNamed",
    "Written",
    "bands",
    "classes",
    "entry",
    "events",
    "leader",
    "means",
    "piecewise",
    "proportional",
    "rank",
    "sources",
]
