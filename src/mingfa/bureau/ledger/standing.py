"""Does the database stand where the signed heads outside it say? (plan 2.4.c)

A database restored from yesterday lies under logs and keys of today. Whoever acts on it would give numbers
that were given before, and nothing of it could ever be signed. So the doorway asks before every act, at the
price of looking at two files; `check` and `verify` compare the roots too.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from mingfa.bureau.ledger import heads, restored
from mingfa.bureau.ledger.faults import Fault
from mingfa.bureau.ledger.models import RECORD, Log
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.ledger.roots import check_heads, roots_of, size_and_root
from mingfa.tlog import Checkpoint, Edge, LogError


class Behind(Altered):
    """The database is not the one whose head was signed last; nobody may act on it."""

    def __init__(self, signed: int, size: int) -> None:
        super().__init__("数据库")
        self.args = (
            f"已签署{signed}条执法记录，数据库中{size}条与之不符，可能由旧备份恢复，已停止办理。"
            "请保留现有数据，找回较新的备份后再恢复，并报告执法监督机构。",
        )


class Restored(Altered):
    """The database came out of a backup, and nobody has put on record yet what was lost since."""

    def __init__(self, made: str) -> None:
        super().__init__("数据库")
        self.args = (
            f"本系统由{made}的备份恢复，此后办理的内容尚未查明，已停止办理。"
            "请系统管理员运行 mingfa recover，再由主要负责人和人事管理员登记、确认数据恢复。",
        )


def why_it_stands_still() -> str:
    """Return why nobody may act at this moment, as every page says it; "" where everybody may."""
    row = Log.objects.filter(name=RECORD).first()
    if row is None:
        return ""
    try:
        require(RECORD, row.origin, Edge.from_bytes(row.size, bytes(row.edge)), row.restored)
    except Altered as found:
        return str(found)
    return ""


def faults() -> Iterator[Fault]:
    """Yield where the database does not stand where the heads inside and outside it say."""
    for log in Log.objects.order_by("name"):
        yield from check_heads(log, roots_of(log.name))


def require(log: str, origin: str, edge: Edge, waits: str | None = None) -> None:
    """Raise `Behind` where more was signed than the log holds, or another log of the same size.

    `waits` is set where the database was restored and that is not on record yet: `Restored`.
    """
    if waits:
        raise Restored(restored.made(restored.read(waits)))
    signer = Path(settings.KEYS) / f"{quote(origin, safe='')}.head"
    for file in (signer, heads.folder(log) / "checkpoint"):
        head = _head(file)
        if head is None or head.origin != origin:  # of the name it had before a restore
            continue
        if head.size > edge.size or (head.size == edge.size and head.root != edge.root()):
            raise Behind(head.size, edge.size)


def _head(file: Path) -> Checkpoint | None:
    try:
        known = file.stat()
    except FileNotFoundError:
        return None
    return _read(file, known.st_mtime_ns, known.st_size, known.st_ino)


@lru_cache(maxsize=32)
def _read(file: Path, *_: int) -> Checkpoint | None:
    """Read a head; None before the first one was signed."""
    text = file.read_text(encoding="utf-8")
    try:
        return size_and_root(text) if "\n\n" in text else None
    except LogError:
        return None
