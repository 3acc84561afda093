"""One portal: its feed, its database, and the watch that takes in whatever is newly signed."""

import logging
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from mingfa.feed.item import Altered
from mingfa.feed.operations import UnknownOperation
from mingfa.feed.reader import CHECKPOINT, Feed, Forged, Forked
from mingfa.feed.record_key import record_key
from mingfa.feed.source import Missing, Source, Unreachable
from mingfa.portal.examine import examine
from mingfa.portal.ingest import catch_up, has_unverified
from mingfa.portal.store import Store

log = logging.getLogger("mingfa.portal")
EXAMINE_EVERY = 24 * 3600.0
"""Seconds between two comparisons of the whole database with the feed."""
RETRY_UNVERIFIED = 30.0
"""Seconds between two attempts to get a content that was missing or wrong."""
TROUBLES = (Forged, Forked, Altered, UnknownOperation, Missing, Unreachable, ValueError, sqlite3.Error)


@dataclass(frozen=True)
class Standing:
    """What pages are made from; a page made under one standing is right as long as the standing lasts."""

    size: int
    turn: int
    trouble: str | None


class Site:
    """A portal over one feed. `vkey` and `record_vkey` pin the keys of the two logs; `address` is public.

    Without pins the feed's own keys are believed: the log's at first sight, the record's as anchors vouch.
    """

    def __init__(
        self,
        source: Source,
        db: Path,
        vkey: str | None = None,
        record_vkey: str | None = None,
        address: str = "http://localhost:8001",
    ) -> None:
        self.source = source
        self.store = Store(db)
        self.vkey = vkey
        self.record_vkey = self._pinned_record = record_vkey
        self.address = address
        self._seen: bytes | None = None
        self._retried = 0.0
        self._lock = threading.Lock()
        self.standing = self._stand(None)

    def look(self) -> bool:
        """Look whether the feed has a new head and take it in; return whether anything changed.

        Cheap while nothing is new: one small file and one row are read.
        """
        with self._lock:
            before = self.standing
            self.standing = self._stand(self._trouble())
            return self.standing != before

    def _trouble(self) -> str | None:
        """Take in what is new; return why that was not possible."""
        try:
            seen = self.source.read(CHECKPOINT)
            if seen != self._seen or self.standing.trouble or self._should_retry():
                catch_up(self.store.path, Feed(self.source, self._pinned()))
                self.record_vkey = self._pinned_record or self._record_key()
                self._seen = seen
        except Missing as error:
            never = self._seen is None and self.standing.size == 0
            return "公开日志尚未建立" if never else f"公开日志缺少文件：{error}"
        except TROUBLES as error:
            return str(error)
        return None

    def _stand(self, trouble: str | None) -> Standing:
        place = self.store.place()
        made = Standing(place.size, place.turn, trouble) if place else Standing(0, 0, trouble)
        # The same object as long as nothing changed: pages are remembered by it.
        return self.standing if hasattr(self, "standing") and made == self.standing else made

    def follow(self, every: float = 1.0) -> None:
        """Look again and again in the background, as long as the process lives."""

        def watch() -> None:
            examined = -EXAMINE_EVERY
            while True:
                self.look()
                if time.monotonic() - examined >= EXAMINE_EVERY:
                    examined = time.monotonic()
                    self.examine()
                time.sleep(every)

        threading.Thread(target=watch, name="portal-follow", daemon=True).start()

    def examine(self) -> list[str]:
        """Compare the whole database with the feed; what was changed in it is named, and taken in anew."""
        try:
            found = examine(self.store.path, Feed(self.source, self._pinned()))
        except TROUBLES as error:
            log.warning("the portal's database could not be compared with its feed: %s", error)
            return []
        if found:
            log.error("changed in the portal's database, taken in anew: %s", ", ".join(found[:20]))
            self._seen = None
            self.look()
        return found

    def _pinned(self) -> str | None:
        # The key that was believed first stays: a feed that comes with another key is not the same log.
        place = self.store.place()
        return self.vkey or (place.vkey if place else None)

    def _record_key(self) -> str | None:
        anchors = self.store.anchors()
        return record_key(self.source, anchors[-1][1] if anchors else None)

    def _should_retry(self) -> bool:
        now = time.monotonic()
        if now - self._retried < RETRY_UNVERIFIED or not has_unverified(self.store.path):
            return False
        self._retried = now
        return True
