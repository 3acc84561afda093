"""The last head that was signed for one log, in a small folder of its own, outside any database.

A database can be restored from yesterday; what was signed today cannot be taken back. So the last head
lies apart, and it is durable before a signature leaves the program.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mingfa.tlog.store import make_folder, replace_durably

NOTHING = "尚未签署\n"


class HeadFile:
    """Crash at any point: the file holds the old note or the new one, whole."""

    def __init__(self, folder: Path, name: str) -> None:
        make_folder(folder)
        self._file = folder / name
        self._lock = folder / f"{name}.lock"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """hold the head alone, against other threads and other processes; looking and storing is one step."""
        with self._lock.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def read(self) -> str | None:
        """give the stored text, None where there is no file; reading needs no lock."""
        try:
            return self._file.read_bytes().decode()
        except FileNotFoundError:
            return None

    def write(self, text: str) -> None:
        """store durably; only within `locked`."""
        replace_durably(self._file, text.encode())
