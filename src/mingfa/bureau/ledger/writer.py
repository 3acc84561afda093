"""The one function that appends to a log. Only the doorway may import it (import-linter: protected).

Raw SQL lives here and nowhere else: the ORM's cost is building statements, and this runs once per act.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connections

from mingfa.bureau.ledger.entries import NewItem
from mingfa.tlog import Edge, leaf_hash


@dataclass(slots=True)
class Locked:
    """A log whose row is locked until the transaction ends; `edge` is its border before the append."""

    name: str
    edge: Edge
    using: str
    origin: str
    restored: str | None = None

    @property
    def size(self) -> int:
        return self.edge.size


class NotOpened(LookupError):
    """The log has no row yet: the bureau was not set up."""


def lock(name: str, *, using: str = "default") -> Locked:
    """Lock the log's row: whoever holds it is the only one who acts.

    On SQLite the transaction is IMMEDIATE and holds the write lock already; on PostgreSQL the row is locked.
    """
    connection = connections[using]
    tail = " FOR UPDATE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT size, edge, origin, restored FROM ledger_log WHERE name = %s" + tail, [name])
        row = cursor.fetchone()
    if row is None:
        raise NotOpened(name)
    return Locked(name, Edge.from_bytes(row[0], bytes(row[1])), using, row[2], row[3])


def append(
    locked: Locked,
    entry: bytes,
    items: list[NewItem],
    act: str,
    matter: int | None = None,
    erases: Collection[bytes] = (),
    origin: str = "",
) -> int:
    """Append an entry with its items and return its index; `act` and `matter` help to find it again.

    `erases` are the commitments that the entry names as erased: their values go with it. `origin` is the name
    under which the log goes on, where the entry says so.

    If we crash before the commit nothing of it exists; the index is taken from the size under the lock, never
    from a sequence, so there are no gaps.
    """
    index, hashed = locked.size, leaf_hash(entry)
    locked.edge = locked.edge.push(hashed)
    with connections[locked.using].cursor() as cursor:
        if items:
            values = ", ".join(["(%s, %s, %s, %s)"] * len(items))
            flat = [part for i in items for part in (i.commitment, i.salt, i.name, i.value)]
            cursor.execute(f"INSERT INTO ledger_item (commitment, salt, name, value) VALUES {values}", flat)
        cursor.execute(
            "INSERT INTO ledger_leaf (log, i, entry, hash, act, matter) VALUES (%s, %s, %s, %s, %s, %s)",
            [locked.name, index, entry, hashed, act, matter],
        )
        cursor.execute(
            "UPDATE ledger_log SET size = %s, edge = %s, origin = %s WHERE name = %s",
            [index + 1, locked.edge.to_bytes(), origin or locked.origin, locked.name],
        )
        for one in erases:
            cursor.execute("INSERT INTO ledger_erasure (commitment, leaf) VALUES (%s, %s)", [one, index])
            cursor.execute("DELETE FROM ledger_item WHERE commitment = %s", [one])
    return index
