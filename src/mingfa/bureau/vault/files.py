"""A vault in a folder: `<root>/ab/cdef…`, one read-only file for each digest, and `<root>/incoming/` for
what is arriving.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import SplitResult, unquote

from . import media
from .errors import Altered, Missing
from .intake import checked_content, hash_of, room_needed, system_error, take_in
from .store import Fault, Finding, Stored, Vault, checked_digest, is_digest

_READ_ONLY = 0o440
_FOLDER = 0o750


class FileVault:
    """Keeps its promises on any local file system with hard links; `root` is made on the first `keep`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / "incoming"

    def keep(self, stream: BinaryIO, *, limit: int | None = None) -> Stored:
        with room_needed():
            self._prepare()
            handle, temporary = tempfile.mkstemp(dir=self._incoming)
            try:
                with os.fdopen(handle, "w+b") as file:
                    sha256, size = take_in(stream, file, limit=limit)
                    file.flush()
                    kind = media.true_type(file)
                    os.fchmod(file.fileno(), _READ_ONLY)
                    os.fsync(file.fileno())
                self._place(temporary, sha256)
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(temporary)
        return Stored(sha256, size, kind)

    def _prepare(self) -> None:
        if not self._incoming.is_dir():
            self._incoming.mkdir(_FOLDER, parents=True, exist_ok=True)
            _sync_folder(self.root.parent)

    def _place(self, temporary: str, sha256: str) -> None:
        """Give the finished file its name.

        A hard link appears whole or not at all and never replaces: if we crash before it, only the
        temporary file is left; if after it, the object is complete and the temporary name is a second name
        for it, which a sweep removes. The folders are synced also when another writer was first: its own
        sync may still be to come.
        """
        path = self._path(sha256)
        path.parent.mkdir(_FOLDER, exist_ok=True)
        try:
            os.link(temporary, path)
        except FileExistsError:
            if self.check(sha256):
                raise Altered(sha256) from None
        _sync_folder(path.parent)
        _sync_folder(self.root)

    def open(self, sha256: str) -> BinaryIO:
        try:
            return open(self._path(sha256), "rb", opener=_without_following_links)
        except FileNotFoundError:
            raise Missing(sha256) from None

    @contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        if not self.has(sha256):
            raise Missing(sha256)
        yield self._path(sha256)

    def read(self, sha256: str) -> bytes:
        with self.open(sha256) as file:
            content = file.read()
        return checked_content(sha256, content)

    def has(self, sha256: str) -> bool:
        return self._path(sha256).is_file()

    def size(self, sha256: str) -> int:
        try:
            return self._path(sha256).stat(follow_symlinks=False).st_size
        except FileNotFoundError:
            raise Missing(sha256) from None

    def digests(self) -> Iterator[str]:
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(filter(is_digest, (folder.name + name for name in os.listdir(folder))))

    def check(self, sha256: str) -> Finding | None:
        place = str(self._path(sha256))
        try:
            with self.open(sha256) as file:
                found = hash_of(file)
        except Missing:
            return Finding(sha256, place, Fault.MISSING)
        except OSError as error:
            return Finding(sha256, place, Fault.UNREADABLE, system_error(error))
        return None if found == sha256 else Finding(sha256, place, Fault.ALTERED, f"摘要 {found}")

    def sweep(self, before: datetime) -> int:
        swept = 0
        for remnant in self._incoming.glob("*"):
            with suppress(FileNotFoundError):
                if remnant.stat().st_mtime < before.timestamp():
                    remnant.unlink()
                    swept += 1
        return swept

    def destroy(self, sha256: str) -> None:
        path = self._path(sha256)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folder(path.parent)

    def _path(self, sha256: str) -> Path:
        checked_digest(sha256)
        return self.root / sha256[:2] / sha256[2:]


def from_url(url: SplitResult) -> Vault:
    """`file:///srv/mingfa/vault`"""
    if url.netloc or not url.path.startswith("/"):
        raise ValueError("a file vault is named by an absolute path: file:///srv/mingfa/vault")
    return FileVault(Path(unquote(url.path)))


def _without_following_links(path: str, flags: int) -> int:
    """Open the file itself: a link planted in its place is an alteration, not a way to other files."""
    return os.open(path, flags | os.O_NOFOLLOW)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
