"""Chains, entries, and what may be forgotten about them.

`Recorded` is the base of every domain table: its rows are written through a recording only (`services.recording`).
The tables of the ledger itself refuse UPDATE, DELETE and TRUNCATE (`guards`); a chain's head alone moves, forwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models

from thidua.apps.ledger.columns import columns_of, columns_of_all
from thidua.core.ledger.entry import INSTALLATION, ChainKey, Digest
from thidua.core.ledger.rows import row_digest


class Recorded(models.Model):
    """A row whose every change has its entry. LEDGER_CHUNK: how many rows verification reads at once."""

    LEDGER_CHUNK = 500

    class Meta:
        abstract = True

    def ledger_chain(self) -> ChainKey:
        """The one chain that tells of this row all its life."""
        return INSTALLATION

    @classmethod
    def ledger_table(cls) -> str:
        """The name of the table in entries."""
        return cls._meta.label_lower

    def ledger_digest(self) -> Digest:
        """The digest of the row as it stands in memory, the same that it gives when read back."""
        return row_digest(self.ledger_table(), str(self.pk), columns_of(self))

    @classmethod
    def ledger_digests(cls, rows: Sequence[Recorded]) -> list[Digest]:
        """The same of each of many rows of this table."""
        told, table = columns_of_all(rows), cls.ledger_table()
        return [row_digest(table, str(row.pk), columns) for row, columns in zip(rows, told, strict=True)]


class Chain(models.Model):
    """One chain and its head. Appending locks this row."""

    key = models.CharField(max_length=100, primary_key=True)
    height = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64)
    at = models.DateTimeField(null=True)  # of the head: time never runs backwards in a chain

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """One entry: its canonical bytes as text, and what is read off them for filters."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries", db_index=False)
    height = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    body = models.TextField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=100)
    account = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=100, blank=True)  # for which the author acted
    about_unit = models.CharField(max_length=100, blank=True)  # whose matter it is: `unit` of the entry's data

    class Meta:
        constraints = (models.UniqueConstraint(fields=("chain", "height"), name="one_entry_a_height"),)

    def __str__(self) -> str:
        return f"{self.chain_id}·{self.height}"


class EntryRow(models.Model):
    """A row that an entry wrote, to follow one object through the years; of a bulk entry, its whole manifest."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="rows")
    table = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, blank=True)  # empty: the row was deleted

    class Meta:
        indexes = (models.Index(fields=("table", "key"), name="follow_one_row"),)

    def __str__(self) -> str:
        return f"{self.table} {self.key}"


class Disclosure(models.Model):
    """A name or a free text that an entry commits to. Deleting it erases the text for good; the chain stays whole."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="disclosures", db_index=False)
    field = models.CharField(max_length=40)
    salt = models.BinaryField(max_length=16)
    text = models.TextField()
    search_key = models.TextField()  # the text with its marks, and without

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "field"), name="one_text_a_field"),)

    def __str__(self) -> str:
        return f"{self.entry_id} {self.field}"
