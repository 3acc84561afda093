"""Is the portal's own database what the feed makes of it? Asked when the portal starts, and once a day.

Each row of a list carries the digest of its columns, so that a changed cell is not shown; whoever changes the
digest too is found here: the whole database is made anew beside it, from the signed feed, and compared. What
differs is named, and the database is emptied, for the feed fills it again.
"""

import sqlite3
import tempfile
from pathlib import Path

from mingfa.feed.reader import Feed
from mingfa.portal.ingest import catch_up
from mingfa.portal.store import open_writer, start_anew

# A row's number grows with the order in which it was first taken in, and means nothing else.
TABLES = {
    "entry": "i",
    "promise": "commitment",
    "item": "commitment",
    "record": "ref",
    "page": "ref",
}


def examine(path: Path, feed: Feed) -> list[str]:
    """Compare with a database made anew from the feed; empty ours where it differs, and return what did."""
    with tempfile.TemporaryDirectory(prefix="mingfa-portal-") as folder:
        fresh = Path(folder) / "fresh.sqlite3"
        catch_up(fresh, feed)
        db = open_writer(path)
        try:
            db.execute("ATTACH DATABASE ? AS fresh", (str(fresh),))
            db.execute("BEGIN IMMEDIATE")
            found = _differences(db)
            if found:
                start_anew(db)
            db.execute("COMMIT")
            return found
        finally:
            db.close()


def _differences(db: sqlite3.Connection) -> list[str]:
    """Return what differs, unless one of the two has read further in the feed than the other."""
    sizes = "SELECT (SELECT size FROM main.place), (SELECT size FROM fresh.place)"
    ours, theirs = db.execute(sizes).fetchone()
    if ours != theirs:
        return []
    found: dict[str, None] = {}
    for table, key in TABLES.items():
        columns = [row["name"] for row in db.execute(f"PRAGMA main.table_info({table})")]
        said = ", ".join(name for name in columns if name != "id")
        for one, other in (("main", "fresh"), ("fresh", "main")):
            sql = f"SELECT {said} FROM {one}.{table} EXCEPT SELECT {said} FROM {other}.{table}"
            found |= {f"{table}/{row[key]}": None for row in db.execute(sql)}
    words = "SELECT word, ref FROM {0}.word JOIN {0}.record USING (id)"
    for one, other in (("main", "fresh"), ("fresh", "main")):
        sql = f"{words.format(one)} EXCEPT {words.format(other)}"
        found |= {f"word/{row['ref']}": None for row in db.execute(sql)}
    return list(found)
