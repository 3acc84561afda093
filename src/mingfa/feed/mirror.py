"""Keeps a verified copy of a feed: refuses a fork, and drops content by itself when it is withdrawn.

The copy has the same shape (`log/`, `item/`, `record.vkey`), so that anyone can read it, mirror it again or
check it. Sealed copies of proofs (`sealed/…`) are not mirrored: they are no public content, no address lists
them, and the QR code on a paper leads to the portal of the bureau that made it.
Crash safety: items first, then tiles, then the checkpoint; what is withdrawn goes after the checkpoint that
says so.
"""

from dataclasses import dataclass
from pathlib import Path

from mingfa.feed.reader import Entry, Feed, Forked, Head, Stretch, live_commitments, state
from mingfa.feed.record_key import RECORD_KEY, newest_anchor, record_key
from mingfa.feed.source import FolderSource, Missing, Source
from mingfa.feed.writer import drop_item, write_durably, write_item
from mingfa.tlog.export import export
from mingfa.tlog.former import former_keys
from mingfa.tlog.store import FileStore


@dataclass(frozen=True)
class Mirrored:
    """What one run did. `absent`: contents that the feed no longer (or not yet) holds."""

    size: int
    new_entries: int
    dropped: tuple[str, ...]
    absent: tuple[str, ...]


def mirror(source: Source, folder: Path, vkey: str | None = None) -> Mirrored:
    """Bring the copy in the folder up to date.

    The first run pins the log's key in the folder. Raises Forged, Forked, Altered, Missing or
    Unreachable and then leaves the copy as it was.
    """
    held, before = _held(folder, vkey)
    feed = Feed(source, held or vkey)
    stretch = feed.read(before.place if before else None)
    if before and before.head.checkpoint.origin != stretch.head.checkpoint.origin:
        raise Forked(f"公开日志的名称变了：原为 {before.head.checkpoint.origin}")
    entries: list[Entry] = [*(before.entries if before else ()), *stretch.entries]
    standings = state(entries)
    live = live_commitments(standings)
    record = record_key(source, newest_anchor(entries))
    absent = [commitment for commitment in sorted(live) if not _take_item(feed, folder, commitment)]
    _take_log(folder, feed, stretch, before.place.size if before else 0)
    if record:
        write_durably(folder / RECORD_KEY, f"{record}\n".encode())
    dead = {c for standing in standings.values() for c in standing.commitments()} - live
    dropped = [commitment for commitment in sorted(dead) if drop_item(folder, commitment)]
    return Mirrored(stretch.place.size, len(stretch.entries), tuple(dropped), tuple(absent))


def _held(folder: Path, vkey: str | None) -> tuple[str | None, Stretch | None]:
    """Return the pinned key and all that the copy holds, checked again."""
    try:
        copy = Feed(FolderSource(folder), vkey)
        return copy.vkey, copy.read()
    except Missing:
        return None, None


def _take_item(feed: Feed, folder: Path, commitment: str) -> bool:
    if (folder / "item" / commitment).exists():
        return True
    try:
        item = feed.item(commitment)
    except Missing:
        return False
    write_item(folder, commitment, item.salt, item.name, item.value)
    return True


def _take_log(folder: Path, feed: Feed, stretch: Stretch, old_size: int) -> None:
    store = FileStore(folder / "log")
    if not (folder / "log" / "vkey").exists():
        write_durably(folder / "log" / "vkey", f"{feed.vkey}\n".encode())
    for life, former in enumerate(former_keys(feed.log).values(), 1):
        write_durably(folder / "log" / "before" / str(life) / "vkey", f"{former}\n".encode())
    export(store, old_size, stretch.place.size, (entry.raw for entry in stretch.entries))
    _publish(store, stretch.head)


def _publish(store: FileStore, head: Head) -> None:
    store.write_checkpoint(head.note.encode())
