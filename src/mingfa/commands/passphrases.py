"""How the commands of a backup get their passphrases, and what they say where a disk has no room."""

import errno
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mingfa.commands import Failure

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def asked(zh: str, file: Path | None, *, twice: bool = False) -> str:
    """Return a passphrase: the first line of a file, else what is typed and not shown."""
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise Failure(f"{zh}文件 {file} 无法读取。", usage=True) from error
    if not sys.stdin.isatty():
        raise Failure(f"没有给出{zh}。请在终端运行，或者用选项指定口令文件。", usage=True)
    typed = getpass.getpass(f"{zh}：")
    if twice and getpass.getpass(f"再次输入{zh}：") != typed:
        raise Failure(f"两次输入的{zh}不同。", usage=True)
    return typed


@contextmanager
def out_of_room(what: str) -> Iterator[None]:
    """Say in words that a disk is full or cannot be written."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise Failure(
                f"存储空间不足，{what}没有完成，没有留下任何部分。请清理或者扩充磁盘后重新运行。"
            ) from error
        raise Failure(f"{what}没有完成，没有留下任何部分：{error.strerror}（{error.filename}）。") from error
