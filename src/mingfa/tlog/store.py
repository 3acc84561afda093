"""A log's files on disk: written once, made durable before anyone is told of them."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from mingfa.tlog.errors import Conflict
from mingfa.tlog.tiles import CHECKPOINT, TileReader

TEMPORARY = ".tmp"


class Store(TileReader, Protocol):
    """Where a log is exported to. Whatever a method wrote is durable when it returns."""

    def write_once(self, path: str, data: bytes) -> None:
        """Write a file that never changes; the same bytes again are fine, other bytes raise Conflict."""

    def write_checkpoint(self, note: bytes) -> None:
        """Replace the checkpoint, the only file that may change, in one step."""


class FileStore:
    """A folder. Crash at any point: a file is absent or whole, old or new; leftovers lie only in `.tmp`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> bytes:
        return self._place(path).read_bytes()

    def paths(self) -> Iterator[str]:
        """List the files below `tile/`, sorted within each folder."""
        for folder, names, files in os.walk(self._folder / "tile"):
            names.sort()
            for file in sorted(files):
                yield (Path(folder) / file).relative_to(self._folder).as_posix()

    def write_once(self, path: str, data: bytes) -> None:
        place = self._place(path)
        if not place.exists():
            draft = self._draft(data)
            make_folder(place.parent)
            # A hard link, not a rename: it fails where the file exists by now; a slow writer replaces none.
            with contextlib.suppress(FileExistsError):
                os.link(draft, place)
                sync_folder(place.parent)
            draft.unlink()
        if place.read_bytes() != data:
            raise Conflict(
                f"{path}：已有内容不同的文件。日志文件写出后不得更改，请停止导出，核查数据库与日志目录"
            )

    def write_checkpoint(self, note: bytes) -> None:
        draft = self._draft(note)
        os.replace(draft, self._folder / CHECKPOINT)
        sync_folder(self._folder)

    def _place(self, path: str) -> Path:
        if path.startswith("/") or ".." in path.split("/"):
            raise FileNotFoundError(path)
        return self._folder / path

    def _draft(self, data: bytes) -> Path:
        folder = self._folder / TEMPORARY
        make_folder(folder)
        draft = folder / f"{os.getpid()}-{threading.get_ident()}"
        write_synced(draft, data)
        return draft


def write_synced(path: Path, data: bytes, mode: int = 0o644) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_durably(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Replace a file in one step. Crash at any point: the old or the new file, whole. One writer only."""
    draft = path.with_name(path.name + ".new")
    write_synced(draft, data, mode)
    os.replace(draft, path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
