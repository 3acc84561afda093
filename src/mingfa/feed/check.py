"""Checks a whole feed and names every file that is wrong: the log, each content, and what should be gone.

Sealed copies are left alone: only who holds the paper can open one, and its receipt checks itself.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from mingfa.feed.item import Altered, item_path
from mingfa.feed.operations import Publish, UnknownOperation
from mingfa.feed.personal import LeaksPersonalData
from mingfa.feed.reader import Entry, Feed, Forged, Forked, Standing, live_commitments, state
from mingfa.feed.record_key import RECORD_KEY, newest_anchor, record_key
from mingfa.feed.source import FolderSource, Missing
from mingfa.feed.value import from_value, kind_of_item
from mingfa.tlog import FileStore, Finding, Policy, TileReader, audit
from mingfa.tlog.audit import Progress


def check(feed: Feed, old_checkpoint: str | None = None, progress: Progress | None = None) -> list[Finding]:
    """Return what is wrong, each with its path in the feed; an empty list means that all is well.

    `old_checkpoint` is a signed checkpoint kept from before; `progress` is told (entries done, all entries).
    Raises Unreachable when the feed cannot be asked.
    """
    in_log = audit(_log_of(feed), Policy.of(feed.vkey), old_checkpoint, progress)
    findings = [Finding(f"log/{finding.path}", finding.index, finding.problem) for finding in in_log]
    try:
        entries = feed.read().entries
        standings = state(entries)
    except (Forged, Forked, Altered, Missing, UnknownOperation) as error:
        # Without entries that can be believed nobody knows which contents should be there.
        return findings or [Finding("log/checkpoint", None, str(error))]
    return [*findings, *_check_items(feed, standings), *_check_record_key(feed, entries)]


def _log_of(feed: Feed) -> TileReader:
    """Return a reader of the log that can also list its files, where the feed is a folder."""
    if isinstance(feed.source, FolderSource):
        return FileStore(feed.source.place("log/checkpoint").parent)
    return feed.log


def _check_items(feed: Feed, standings: dict[str, Standing]) -> Iterator[Finding]:
    live = live_commitments(standings)
    for standing in standings.values():
        for entry in standing.history:
            if not isinstance(entry.operation, Publish):
                continue
            for name, commitment in entry.operation.items.items():
                if commitment in live:
                    yield from _check_item(feed, commitment, entry.index, name, entry.operation.kind)
                elif _is_there(feed, commitment):
                    yield Finding(item_path(commitment), entry.index, "内容已撤下或已更正，文件仍未删除")
    if isinstance(feed.source, FolderSource):
        yield from _strangers(feed.source.place("item/x").parent, standings)


def _check_item(feed: Feed, commitment: str, index: int, name: str, kind: str) -> Iterator[Finding]:
    path = item_path(commitment)
    try:
        item = feed.item(commitment)
        if item.name != name:
            yield Finding(path, index, f"内容名称应为 {name}，文件中为 {item.name}")
        from_value(kind_of_item(kind, name), item.value)
    except Altered as error:
        yield Finding(path, index, error.why)
    except Missing:
        yield Finding(path, index, "缺少内容文件")
    except LeaksPersonalData as error:
        yield Finding(path, index, str(error))
    except ValueError:
        yield Finding(path, index, "内容与承诺值相符，但不是规定的公示格式")


def _check_record_key(feed: Feed, entries: Sequence[Entry]) -> Iterator[Finding]:
    try:
        record_key(feed.source, newest_anchor(entries))
    except Forged as error:
        yield Finding(RECORD_KEY, None, str(error))


def _is_there(feed: Feed, commitment: str) -> bool:
    try:
        feed.source.read(item_path(commitment))
    except Missing:
        return False
    return True


def _strangers(folder: Path, standings: dict[str, Standing]) -> Iterator[Finding]:
    known = {commitment for standing in standings.values() for commitment in standing.commitments()}
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.name not in known and not path.name.startswith("."):
            yield Finding(item_path(path.name), None, "公开日志中没有这项内容")
