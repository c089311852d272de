"""Targets of units: the table, each with its versions, giving and amending, the workbook, and taking note."""
