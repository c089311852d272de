"""Units over time: the tree, what became of its units, clusters of a year, and figures carried over a merger."""
