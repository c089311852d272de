"""Accounts, assignments, and the one policy table: who may do what, where, in which phase."""
