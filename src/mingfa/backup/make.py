"""`mingfa backup`: one consistent, encrypted set while the bureau goes on working, and the keys apart.

Both logs are signed as they stand. What is durable first is copied last: the keys' last heads, the heads
put out, the database (it holds every entry that a head names), the vault (it holds every file that an entry
names), the public files. The tiles of the logs are made again from the database, byte by byte, and compared
with the heads. Both files get their names only when they were opened again and found whole.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from mingfa.backup import database
from mingfa.backup.archive import VAULT, Packing, Unpacking, packing
from mingfa.backup.errors import BackupError
from mingfa.backup.sealed import SHORTEST_PASSPHRASE, Header
from mingfa.bureau.doorway.reads import held_files, sealed_copies
from mingfa.bureau.ledger import heads, restored
from mingfa.bureau.ledger.faults import called
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Log
from mingfa.bureau.vault import VaultError, vault_from
from mingfa.tlog import LogError
from mingfa.witness import Refused as NotSigned

Progress = Callable[[str], None]
KEYS_SUFFIX = ".keys"
FORMAT = 1
HEADS = ("vkey", "checkpoint")


@dataclass(frozen=True)
class Made:
    """What was backed up: both logs, how many files and bytes, and what was missing already before."""

    file: Path
    keys: Path
    logs: dict[str, database.LogAt]
    files: int
    bytes: int
    missing: tuple[str, ...]


def make(file: Path, passphrase: str, keys_passphrase: str, now: datetime, tell: Progress) -> Made:
    """Back the bureau up into two new files; nothing of either is left where it fails."""
    keys = file.with_name(file.name + KEYS_SUFFIX)
    _require(file, keys, passphrase, keys_passphrase)
    with _drafts(file, keys) as (data_draft, keys_draft), _room() as folder:
        unsigned = _sign()
        kept = _read_keys()
        signed = {name: _read_heads(name) for name in (RECORD, DISCLOSURE)}
        tell("复制数据库")
        snapshot = database.take(folder)
        manifest = _manifest(snapshot, signed, now)
        header = Header("data", snapshot.logs[RECORD].origin, now.isoformat())
        missing = unsigned + _pack_data(data_draft, header, passphrase, manifest, snapshot, signed, tell)
        _pack_keys(keys_draft, header, keys_passphrase, manifest, kept)
        tell("打开核对")
        files = _open_again(data_draft, passphrase)
        _open_again(keys_draft, keys_passphrase)
    return Made(file, keys, snapshot.logs, files, file.stat().st_size, missing)


def _require(file: Path, keys: Path, passphrase: str, keys_passphrase: str) -> None:
    for one in (file, keys):
        if one.exists():
            raise BackupError(f"{one} 已经存在，不会覆盖。请另取文件名。")
    if restored.state() is not None:
        raise BackupError("数据恢复尚未登记、确认，现在的备份会掩盖丢失的条目。请先办理，再备份。")
    if not file.parent.is_dir():
        raise BackupError(f"没有目录 {file.parent}。请先建立，或者另选目录。")
    if min(len(passphrase), len(keys_passphrase)) < SHORTEST_PASSPHRASE:
        raise BackupError(f"口令少于{SHORTEST_PASSPHRASE}个字符。请换用更长的口令，并与备份分开保管。")
    if passphrase == keys_passphrase:
        raise BackupError("数据与密钥的口令相同。请使用两个不同的口令，由两人分别保管。")


@contextmanager
def _drafts(file: Path, keys: Path) -> Iterator[tuple[Path, Path]]:
    """Write under other names; both get theirs at the end, the keys first, or neither stays."""
    drafts = [one.with_name(f".{one.name}.{os.getpid()}.part") for one in (file, keys)]
    forget_killed(file.parent, f".{file.name}.*.part")
    try:
        yield drafts[0], drafts[1]
        os.link(drafts[1], keys)
        os.link(drafts[0], file)
        _sync(file.parent)
    except FileExistsError as error:
        raise BackupError(f"{file} 已经存在，不会覆盖。请另取文件名。") from error
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def forget_killed(folder: Path, pattern: str) -> None:
    """Remove what a process that is gone left behind: its number stands in the name."""
    for left in folder.glob(pattern):
        number = left.name.split(".")[-2]
        if number.isdecimal() and not Path(f"/proc/{number}").exists():
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)


@contextmanager
def _room() -> Iterator[Path]:
    """A folder for the copy of the database, inside the data folder: as protected as the database itself."""
    data = Path(settings.DATA)
    with (data / ".backup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError("另一次备份正在进行。请等它完成后再备份。") from error
        for left in data.glob(".backup-*"):  # of a backup that was killed
            shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=".backup-", dir=data))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sign() -> tuple[str, ...]:
    """Sign both logs as they stand, so that the heads in the set cover it; say where that is refused."""
    refused = []
    for log in Log.objects.filter(size__gt=0).order_by("name"):
        try:
            heads.sign(log.name)
        except (NotSigned, LogError) as error:
            refused.append(f"{called(log.name)}的签署（{error}）")
    return tuple(refused)


def _read_keys() -> dict[str, bytes]:
    folder = Path(settings.KEYS)
    files = sorted(one for one in folder.glob("*") if one.is_file() and one.suffix != ".lock")
    return {one.name: one.read_bytes() for one in files}


def _read_heads(log: str) -> dict[str, bytes]:
    folder = Path(settings.LOGS) / log
    return {name: (folder / name).read_bytes() for name in HEADS if (folder / name).is_file()}


def _manifest(
    snapshot: database.Snapshot, signed: dict[str, dict[str, bytes]], now: datetime
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "made": now.isoformat(),
        "engine": snapshot.engine,
        "logs": {name: asdict(log) for name, log in snapshot.logs.items()},
        "vkeys": {name: one["vkey"].decode().strip() for name, one in signed.items() if "vkey" in one},
        "migrations": snapshot.migrations,
    }


def _pack_data(
    draft: Path,
    header: Header,
    passphrase: str,
    manifest: dict[str, Any],
    snapshot: database.Snapshot,
    signed: dict[str, dict[str, bytes]],
    tell: Progress,
) -> tuple[str, ...]:
    with _private(draft) as out, packing(out, header, passphrase, manifest) as parts:
        for name, file in snapshot.files.items():
            parts.add_file(name, file)
        for log, kept in signed.items():
            for name, data in kept.items():
                parts.add_bytes(f"logs/{log}/{name}", data)
        tell("复制文件库")
        missing = _pack_vault(parts)
        tell("复制公示文件")
        return missing + _pack_feed(parts)


def _pack_vault(parts: Packing) -> tuple[str, ...]:
    """Put every file of the vault in; say which of those on record are not there any more."""
    vault, wanted = vault_from(settings.VAULT), set(held_files())
    try:
        for digest in vault.digests():
            with vault.open(digest) as stream:
                parts.add(VAULT + digest, stream, vault.size(digest))
            wanted.discard(digest)
    except VaultError as error:
        raise BackupError(f"文件库不能完整读取：{error}。请先运行 mingfa verify 查明。") from error
    return tuple(f"文件 {digest[:16]}…" for digest in sorted(wanted) if not vault.has(digest))


def _pack_feed(parts: Packing) -> tuple[str, ...]:
    """Put the public files in; one that is withdrawn meanwhile is left out, a sealed copy never is."""
    folder, wanted = Path(settings.FEED), set(sealed_copies())
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.name.startswith(".") or not file.is_file():
            continue
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            continue
        parts.add_bytes(f"feed/{name}", data)
        wanted.discard(file.name)
    return tuple(
        f"加密副本 {name[:8]}…" for name in sorted(wanted) if not (folder / "sealed" / name).exists()
    )


def _pack_keys(
    draft: Path, header: Header, passphrase: str, manifest: dict[str, Any], kept: dict[str, bytes]
) -> None:
    said = Header("keys", header.origin, header.made)
    with _private(draft) as out, packing(out, said, passphrase, manifest) as parts:
        for name, data in kept.items():
            parts.add_bytes(f"keys/{name}", data)


@contextmanager
def _private(draft: Path) -> Iterator[Any]:
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


def _open_again(draft: Path, passphrase: str) -> int:
    """Read the whole file as a restore would; return how many parts there are."""
    with draft.open("rb") as file:
        return sum(1 for _ in Unpacking(file, passphrase).parts())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
