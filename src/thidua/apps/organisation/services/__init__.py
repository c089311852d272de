"""Writes of the organisation: one keyword-only verb each, everything wrong told at once, one entry in the ledger.

Verbs read and write inside one recording that holds the installation's chain, so that two people who change units or
clusters at once are judged one after the other.
"""
