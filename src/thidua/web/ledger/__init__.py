"""The ledger's pages: reading, following one object, one entry whole, checking, taking out, erasing."""
