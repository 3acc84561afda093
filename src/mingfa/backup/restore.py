"""`mingfa restore`: a backup put into an empty folder (and an empty PostgreSQL), whole or not at all.

The file is read to its end before anything is made of it. What comes out stands still: the database says
that it was restored, and nobody acts before head and personnel have put on record what was lost (`mingfa
recover`).
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from mingfa.backup import database
from mingfa.backup.archive import VAULT, Unpacking
from mingfa.backup.errors import BackupError
from mingfa.backup.make import FORMAT, forget_killed
from mingfa.bureau.vault import vault_from
from mingfa.bureau.vault.errors import VaultError
from mingfa.tlog import FileStore, Policy, export

Progress = Callable[[str], None]
COPIED = 1 << 20


@dataclass(frozen=True)
class Target:
    """Where to: the data folder, whether into PostgreSQL, the vault where it is not the folder's."""

    folder: Path
    postgres: bool
    vault: str


@dataclass(frozen=True)
class Restored:
    """What stands there now: when the backup was made, and both logs as it holds them."""

    made: str
    logs: dict[str, database.LogAt]


def restore(
    file: Path, keys: Path, passphrases: tuple[str, str], target: Target, now: datetime, tell: Progress
) -> Restored:
    """Put a backup into an empty place. Where it fails, the place is as it was."""
    _require_empty(target)
    tell("核对备份")
    manifest = _checked(file, passphrases[0], "data")
    same = _checked(keys, passphrases[1], "keys")
    if any(same[name] != manifest[name] for name in ("made", "logs")):
        raise BackupError("密钥文件与数据文件不是同一次备份，或者属于另一机关。请用同一次备份的两个文件。")
    if manifest["format"] != FORMAT:
        raise BackupError("备份由较新版本的程序制作，本版本不能恢复。")
    if (manifest["engine"] == "postgresql") is not target.postgres:
        asked = (
            "PostgreSQL（设定 MINGFA_DATABASE）" if not target.postgres else "SQLite（不设 MINGFA_DATABASE）"
        )
        raise BackupError(f"备份时的数据库是另一种。请恢复到 {asked}。")
    logs = {name: database.LogAt(**one) for name, one in manifest["logs"].items()}
    state = json.dumps({"made": manifest["made"], "restored": now.isoformat(), "logs": manifest["logs"]})
    with _draft(target.folder) as folder:
        tell("恢复")
        _unpack(file, passphrases[0], folder, target)
        _unpack(keys, passphrases[1], folder, target)
        _tiles(folder, manifest)
        if target.postgres:
            tables = {f"{database.TABLES}{one.name}": one for one in (folder / database.TABLES).iterdir()}
            database.put_into_postgres(tables, manifest["migrations"], state)
            shutil.rmtree(folder / database.TABLES)
        else:
            database.mark_sqlite(folder / database.SQLITE, state)
    return Restored(manifest["made"], logs)


def _require_empty(target: Target) -> None:
    folder = target.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupError(f"{folder} 不是空目录，恢复不会覆盖任何数据。请另选一个空目录。")
    if not folder.parent.is_dir():
        raise BackupError(f"没有目录 {folder.parent}。请先建立，或者另选目录。")
    if target.postgres:
        database.require_empty_postgres()


def _checked(file: Path, passphrase: str, kind: str) -> dict[str, Any]:
    """Read the whole file and return its manifest."""
    with _opened(file) as stream:
        unpacking = Unpacking(stream, passphrase)
        if unpacking.header.kind != kind:
            raise BackupError(
                f"{file} 不是{'数据' if kind == 'data' else '密钥'}文件。请核对两个文件的顺序。"
            )
        for _ in unpacking.parts():
            pass
        return unpacking.manifest


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    try:
        with file.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise BackupError(f"没有备份文件 {file}。密钥文件与数据文件同时制作，名称以 .keys 结尾。") from error


@contextmanager
def _draft(folder: Path) -> Iterator[Path]:
    """Everything is put together beside the folder, which then takes its name in one step."""
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.restoring")
    forget_killed(folder.parent, f".{folder.name}.*.restoring")
    draft.mkdir(mode=0o700)
    try:
        yield draft
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _unpack(file: Path, passphrase: str, folder: Path, target: Target) -> None:
    vault = vault_from(target.vault or (folder / "vault").resolve().as_uri())
    with _opened(file) as stream:
        for name, part in Unpacking(stream, passphrase).parts():
            if name.startswith(VAULT):
                _keep(vault, part)
            else:
                _write(_place(folder, name), part)


def _keep(vault: Any, part: BinaryIO) -> None:
    try:
        vault.keep(part)
    except VaultError as error:
        raise BackupError(f"文件库不能写入：{error}") from error


def _place(folder: Path, name: str) -> Path:
    """Return where a part belongs; one that leads out of the folder is none of ours."""
    place = folder / name
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise BackupError("备份中有不属于数据目录的文件，没有恢复。")
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def _write(place: Path, part: BinaryIO) -> None:
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while data := part.read(COPIED):
            out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _tiles(folder: Path, manifest: dict[str, Any]) -> None:
    """Make the tiles of both logs again up to the head put out, and compare them with it."""
    for log, vkey in manifest["vkeys"].items():
        store = FileStore(folder / "logs" / log)
        signer = folder / "keys" / f"{quote(manifest['logs'][log]['origin'], safe='')}.head"
        if signer.exists() and "\n\n" in (note := signer.read_text(encoding="utf-8")):
            # The signer goes on from its own last head, which may be smaller than the one put out.
            size = Policy.of(vkey).check(note).checkpoint.size
            export(store, 0, size, _entries(folder, log, size))
        try:
            head = Policy.of(vkey).check(store.read("checkpoint").decode()).checkpoint
        except FileNotFoundError:
            continue
        if export(store, 0, head.size, _entries(folder, log, head.size)) != head.root:
            raise BackupError("备份中的账本与已签署的检查点不符，没有恢复。请换用另一份备份。")


def _entries(folder: Path, log: str, size: int) -> Iterator[bytes]:
    """Read the first entries of a log out of the copy of the database."""
    if (folder / database.SQLITE).exists():
        copy = sqlite3.connect(folder / database.SQLITE)
        try:
            asked = "SELECT entry FROM ledger_leaf WHERE log = ? AND i < ? ORDER BY i"
            yield from (bytes(row[0]) for row in copy.execute(asked, [log, size]))
        finally:
            copy.close()
        return
    yield from database.copied_entries(folder / database.TABLES / "ledger_leaf", log, size)
