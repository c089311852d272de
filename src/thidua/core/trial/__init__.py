"""A rulebook tried on figures that were reported for another one, before anybody signs it.

`trying` settles what can be tried, `simulation` compares who moves and why, `fairness` and `cliffs` find what to look
at again. Owns no rule: everything is asked of `scoring` and `standings`.
"""
