"""Rows, transactions and rights. An app uses only the apps below it; nothing here knows HTTP."""
