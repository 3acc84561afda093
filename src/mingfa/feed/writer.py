"""Puts item files into the feed folder and takes them out again; knows nothing of the log.

Crash safety: a file is complete or absent. Write items before the log's checkpoint names them, drop them
after the withdrawal is in the log: at every moment the checkpoint promises nothing that is not there.
"""

import os
from pathlib import Path

from mingfa.feed.item import Altered, Item, item_path, open_item


def write_item(folder: Path, commitment: str, salt: bytes, name: str, value: str) -> Path:
    """Write `item/<commitment>` under the folder, once; return its path.

    Raises Altered when the commitment (hex) is not of this content, or another file already stands there.
    """
    item = Item(salt, name, value)
    data = item.to_bytes()
    open_item(commitment, data)
    path = folder / item_path(commitment)
    if path.exists():
        if path.read_bytes() == data:
            return path
        raise Altered(item_path(commitment), "同名文件已存在且内容不同，请先查明原因")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, data)
    return path


def drop_item(folder: Path, commitment: str) -> bool:
    """Remove the content for good; return False when it was already gone. The commitment stays in the log."""
    path = folder / item_path(commitment)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    _sync_folder(path.parent)
    return True


def write_durably(path: Path, data: bytes) -> None:
    """Write through a temporary file: after a crash the old file or the new one is there, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
