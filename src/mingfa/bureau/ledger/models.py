"""The ledger's four tables (plan 2.1.a, 2.4.c): what was done, in order, and the salted values it commits to.

A leaf is never changed and never deleted; an item is never changed. Both are kept so by triggers in the
database itself (migrations), because the application may be passed by whoever holds the database's password.
"""

from collections.abc import Collection, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any, ClassVar, Self

from django.db import models

RECORD = "record"
DISCLOSURE = "disclosure"


class Log(models.Model):
    """One log: its size and right border. Its row lock is the sequencer: an index is the size before it.

    `restored` is set where the database came out of a backup and nobody has put that on record yet
    (restored.py).
    """

    name = models.CharField(max_length=32, primary_key=True)
    origin = models.CharField(max_length=200)
    size = models.BigIntegerField(default=0)
    edge = models.BinaryField(default=bytes)
    restored = models.TextField(null=True)


class Leaf(models.Model):
    """One entry of a log. `entry` is the record: exact bytes, stored, never made again.

    `act` and `matter` only help to find it: what the entry says is read from its bytes.
    """

    pk = models.CompositePrimaryKey("log", "i")
    log = models.CharField(max_length=32)
    i = models.BigIntegerField()
    entry = models.BinaryField()
    hash = models.BinaryField(max_length=32)
    act = models.CharField(max_length=60)
    matter = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["log", "matter", "i"]), models.Index(fields=["log", "act", "i"])]


class Head(models.Model):
    """A signed head of a log; tiles for it exist in the log's folder."""

    pk = models.CompositePrimaryKey("log", "size")
    log = models.CharField(max_length=32)
    size = models.BigIntegerField()
    note = models.TextField()


class Item(models.Model):
    """A value a leaf commits to. The commitment is HMAC-SHA256(salt, name || 0 || value)."""

    commitment = models.BinaryField(max_length=32, primary_key=True)
    salt = models.BinaryField(max_length=32)
    name = models.CharField(max_length=64)
    value = models.BinaryField()


class Former(models.JSONField):
    """Values of columns that were dropped: no program reads them, and the row's digest still covers them.

    A table that drops its first column gets one, `former = Former(default=dict)` (ledger/dropping.py).
    """


class Sealed(models.Model):
    """A working row whose digest is committed in the ledger.

    `leaf` is the act that made it and the row's key: no row of legal effect without its entry. `sealed` is
    the act that last wrote it; that act's `rows` item holds the row's digest, so a row changed behind the
    doorway's back is seen as soon as it is read.
    """

    leaf = models.BigIntegerField(primary_key=True)
    sealed = models.BigIntegerField()

    class Meta:
        abstract = True

    # Columns that were renamed since, with the name under which the ledger came to know them.
    known_as: ClassVar[Mapping[str, str]] = MappingProxyType({})
    # The name under which the ledger came to know a table that was renamed since, as `cases.case`.
    known_table: ClassVar[str] = ""
    # What was read from the database, before anybody changed it in memory.
    as_read: dict[str, Any] | None = None

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **more: Any
    ) -> Self:
        row = super().from_db(db, field_names, values, **more)
        own = (deepcopy(one) if type(one) in (list, dict) else one for one in values)
        row.as_read = dict(zip(field_names, own, strict=False))
        return row


class Erasure(models.Model):
    """Names an item that was erased, and the act that ordered it: that act's entry names the item too.

    Without such an entry the database refuses the row, and without the row it refuses to delete the item.
    """

    commitment = models.BinaryField(max_length=32, primary_key=True)
    leaf = models.BigIntegerField()
