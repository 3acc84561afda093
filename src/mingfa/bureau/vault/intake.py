"""One pass over incoming bytes: copied, hashed and counted together, so that no byte is read twice."""

import errno
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from .errors import Altered, DiskFull, EmptyFile, TooLarge

CHUNK = 1 << 20
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def take_in(stream: BinaryIO, to: BinaryIO, *, limit: int | None) -> tuple[str, int]:
    """Copy `stream` to `to` and give SHA-256 (hex) and size.

    At most `limit` + 1 MiB bytes are ever written: an endless stream cannot fill the disk.
    """
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if limit is not None and size > limit:
            raise TooLarge(limit)
        digest.update(chunk)
        to.write(chunk)
    if size == 0:
        raise EmptyFile
    return digest.hexdigest(), size


def hash_of(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def checked_content(sha256: str, content: bytes) -> bytes:
    """Give the content back when it has this digest; else Altered. What is hashed is what is shown."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Altered(sha256)
    return content


def system_error(error: OSError) -> str:
    return f"系统错误 {errno.errorcode.get(error.errno or 0, '未知')}"


@contextmanager
def room_needed() -> Iterator[None]:
    """Turn "no space", "quota exceeded" and "file too large for this file system" into DiskFull."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull from error
        raise
