"""Who may read, check, take out or erase what of the ledger. The ledger itself is the lowest app and knows no rights;
here stand the verbs of people upon it.
"""
