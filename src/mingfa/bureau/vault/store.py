"""The vault: bytes by digest, written once.

The plan asks that whole-process records be stored as archives are (2.3.b) and that evidence can serve both
sides (2.4.c); 电子签名法 5 and 8 call electronic data an original only while it is reliably complete and
unaltered. So a file is named by the SHA-256 of its bytes, is never overwritten, and can be re-hashed at any
time against that name.
"""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Protocol

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """What the vault now holds: the digest (lower-case hex), the size in bytes, the true media type of the
    bytes.
    """

    sha256: str
    size: int
    media: str


class Fault(StrEnum):
    MISSING = "缺失"
    ALTERED = "被改动"
    UNREADABLE = "无法读取"


@dataclass(frozen=True, slots=True)
class Finding:
    """One stored file that is not what the record says: where it lies, what is wrong, and what was found
    instead.
    """

    sha256: str
    place: str
    fault: Fault
    found: str | None = None

    def __str__(self) -> str:
        found = f"，现有内容：{self.found}" if self.found else ""
        return f"文件{self.fault}：{self.place}（登记摘要 {self.sha256}{found}）"


class Vault(Protocol):
    """Keeps bytes by digest. The contract of every vault:

    - durable: when `keep` has returned, the bytes survive a power cut (as far as the storage below keeps
      its promise);
    - atomic: a digest either names the whole file or is not there; a `keep` that fails or is killed leaves
      at most a temporary remnant, which `sweep` removes and no other method ever sees;
    - write-once: no method changes stored bytes; keeping the same bytes again, also at the same moment from
      many threads and processes, gives the same single object;
    - honest: what `read` and a second `keep` answer has been hashed again. `open` streams and therefore
      cannot promise it: whoever needs certainty about a large file asks `check`.

    A digest that is not 64 lower-case hexadecimal digits is a programming error (ValueError): no digest
    reaches a path unchecked.
    """

    def keep(self, stream: BinaryIO, *, limit: int | None = None) -> Stored:
        """Store what `stream` still holds, in one pass.

        Raises EmptyFile, TooLarge (more than `limit` bytes), DiskFull, Unreachable, and Altered when the
        bytes are already here under their digest but have been changed on disk.
        """
        ...

    def open(self, sha256: str) -> BinaryIO:
        """Open for reading, seekable; a seek reads nothing that is skipped. Raises Missing."""
        ...

    def local(self, sha256: str) -> AbstractContextManager[Path]:
        """Give a file of this machine that holds the bytes, for a tool that reads a path; not to be written.

        A vault elsewhere fetches it first and takes it away afterwards. Raises Missing.
        """
        ...

    def read(self, sha256: str) -> bytes:
        """Read the whole file and check it. Raises Missing, Altered. For papers and pictures, not for
        video.
        """
        ...

    def has(self, sha256: str) -> bool: ...

    def size(self, sha256: str) -> int:
        """Give the size in bytes. Raises Missing."""
        ...

    def digests(self) -> Iterator[str]:
        """Give every digest held, in ascending order, without loading the list into memory."""
        ...

    def check(self, sha256: str) -> Finding | None:
        """Hash the stored bytes again; None when they are what they were. Never raises for a bad file."""
        ...

    def sweep(self, before: datetime) -> int:
        """Remove remnants of interrupted `keep`s not touched since `before` (aware), and say how many."""
        ...

    def destroy(self, sha256: str) -> None:
        """Remove the bytes for good.

        Only the act of destruction (by approved list, two people and a reason: 档案法实施条例 24) may call
        this, after its leaf is in the ledger; repeating it is harmless, so that the act can be resumed
        after a crash.
        """
        ...


def is_digest(text: str) -> bool:
    return _DIGEST.fullmatch(text) is not None


def checked_digest(sha256: str) -> str:
    """Give the digest back when it is one; else ValueError."""
    if not is_digest(sha256):
        raise ValueError(f"not a SHA-256 digest in lower-case hex: {sha256!r}")
    return sha256
