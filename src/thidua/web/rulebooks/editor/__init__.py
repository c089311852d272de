"""Editing the draft of a rulebook: the tree, one node at a time, with what the checker says of it."""
